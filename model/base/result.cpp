#include "result.h"

namespace fw
{

QString Error::text() const
{
    QStringList lines;
    for (const Problem& problem : m_problems)
        lines << problem.toString();
    return lines.join(QLatin1Char('\n'));
}

} // namespace fw
