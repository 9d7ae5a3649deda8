#include "fonts.h"

#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>

namespace fw
{

bool setUpFonts()
{
    const QStringList chinese{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                              QStringLiteral("WenQuanYi Micro Hei")};
    // Chinese before DejaVu: DejaVu has a few CJK punctuation marks of another width.
    QFont::insertSubstitutions(QStringLiteral("Inter"), chinese + QStringList{QStringLiteral("DejaVu Sans")});
    QFont::insertSubstitutions(QStringLiteral("DejaVu Sans Mono"),
                               QStringList{QStringLiteral("Noto Sans Mono CJK SC")} + chinese);

    QFont font;
    font.setFamily(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QGuiApplication::setFont(font);
    return QFontDatabase::hasFamily(QStringLiteral("Material Icons"));
}

} // namespace fw
