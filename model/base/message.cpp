#include "message.h"

#include <QCoreApplication>

namespace fw {

QString Message::text() const
{
    return m_source ? filled(QCoreApplication::translate("fw", m_source)) : QString();
}

QString Message::english() const
{
    return filled(QString::fromUtf8(m_source));
}

QString Message::filled(QString pattern) const
{
    // One pass over the pattern: an argument that itself holds "%2" must not be filled again.
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1] >= u'1' && pattern[i + 1] <= u'9') {
            const int arg = pattern[i + 1].unicode() - u'1';
            if (arg < m_args.size()) {
                out += m_args[arg];
                ++i;
                continue;
            }
        }
        out += pattern[i];
    }
    return out;
}

} // namespace fw
