#include "language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QQmlEngine>

namespace fw
{

void Language::set(const QString& code, QQmlEngine* engine)
{
    const QString known = code.startsWith(QLatin1String("zh")) ? QStringLiteral("zh") : QStringLiteral("en");
    if (known == m_code)
        return;
    QCoreApplication::removeTranslator(&m_translator);
    m_code = known;
    if (known == QLatin1String("zh") && m_translator.load(QStringLiteral(":/i18n/formwright_zh_CN.qm")))
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
