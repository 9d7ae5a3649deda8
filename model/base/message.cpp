#include "message.h"

#include <QCoreApplication>

namespace fw
{

Message Message::local(const char* source, QList<LocalText> args)
{
    Message message(source);
    message.m_args = std::move(args);
    return message;
}

QString Message::text() const
{
    //: The code of the language that is translated into: "zh" for Chinese. Labels of the definition are shown in it.
    static constexpr const char* language = QT_TRANSLATE_NOOP("fw", "en");
    return m_source ? filled(QCoreApplication::translate("fw", m_source), QCoreApplication::translate("fw", language))
                    : QString();
}

QString Message::english() const
{
    return filled(QString::fromUtf8(m_source), QStringLiteral("en"));
}

QString Message::filled(QString pattern, const QString& language) const
{
    // One pass over the pattern: an argument that itself holds "%2" must not be filled again.
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1] >= u'1' && pattern[i + 1] <= u'9') {
            const int arg = pattern[i + 1].unicode() - u'1';
            if (arg < m_args.size()) {
                out += m_args[arg].in(language);
                ++i;
                continue;
            }
        }
        out += pattern[i];
    }
    return out;
}

} // namespace fw
