#include "timing.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <chrono>

namespace fw
{

Instant SystemClock::now() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// RFC 9562, 5.7: 48 bits of Unix milliseconds, version 7, 12 bits, variant 10, 62 bits.
static QString uuid7(Instant now, quint16 a, quint64 b)
{
    const auto ms = static_cast<quint64>(now) & 0xFFFFFFFFFFFFull;
    const QString hex = QStringLiteral("%1%2%3")
                            .arg(ms, 12, 16, QLatin1Char('0'))
                            .arg(0x7000u | (a & 0x0FFFu), 4, 16, QLatin1Char('0'))
                            .arg(0x8000000000000000ull | (b & 0x3FFFFFFFFFFFFFFFull), 16, 16, QLatin1Char('0'));
    return hex.left(8) + u'-' + hex.mid(8, 4) + u'-' + hex.mid(12, 4) + u'-' + hex.mid(16, 4) + u'-' + hex.mid(20);
}

QString RandomIds::next(Instant now)
{
    // The 12 bits after the time count within one millisecond, so that ids made by one process sort by creation.
    if (now <= m_last && m_sequence < 0xFFF) {
        ++m_sequence;
    } else {
        m_last = now > m_last ? now : m_last + 1;
        m_sequence = 0;
    }
    return uuid7(m_last, static_cast<quint16>(m_sequence), QRandomGenerator::system()->generate64());
}

QString CountingIds::next(Instant now)
{
    ++m_next;
    return uuid7(now, static_cast<quint16>(m_next >> 52), m_next);
}

QString formatInstant(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace fw
