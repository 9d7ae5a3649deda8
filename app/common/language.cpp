#include "language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QQmlEngine>

namespace fw {

void Language::set(const QString& code, QQmlEngine* engine)
{
    const QString known = code.startsWith(QLatin1String("zh")) ? QStringLiteral("zh") : QStringLiteral("en");
    if (known == m_code)
        return;
    QCoreApplication::removeTranslator(&m_translator);
    m_code = known;
    const QString file = known == QLatin1String("zh") ? QStringLiteral(":/i18n/formwright_zh_CN.qm") : QStringLiteral(":/i18n/formwright_en.qm");
    if (m_translator.load(file))
        QCoreApplication::installTranslator(&m_translator);
    if (engine)
        engine->retranslate();
    Q_EMIT changed();
}

QString Language::ofDesktop()
{
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

} // namespace fw
