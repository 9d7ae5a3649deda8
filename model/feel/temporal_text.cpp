// Reading and writing dates, times and durations in the forms of ISO 8601 that DMN 1.5 (10.3.2.3.4 ff.) allows.
#include "temporal.h"

namespace fw::feel
{

namespace
{

/// Reads over one text from left to right; every step says whether it matched.
class Reader
{
public:
    explicit Reader(QStringView text) : m_text(text) {}
    bool atEnd() const { return m_at == m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    bool take(char c)
    {
        if (peek() != QLatin1Char(c))
            return false;
        ++m_at;
        return true;
    }
    QStringView digits()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
            ++m_at;
        return m_text.mid(from, m_at - from);
    }
    /// Exactly two digits.
    std::optional<int> two()
    {
        const QStringView d = m_text.mid(m_at, 2);
        if (d.size() != 2 || d[0] < u'0' || d[0] > u'9' || d[1] < u'0' || d[1] > u'9')
            return std::nullopt;
        m_at += 2;
        return d.toInt();
    }
    QStringView rest()
    {
        const QStringView r = m_text.mid(m_at);
        m_at = m_text.size();
        return r;
    }
    qsizetype position() const { return m_at; }
    void moveTo(qsizetype position) { m_at = position; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

std::optional<Date> readDate(Reader& in)
{
    const bool negative = in.take('-');
    const QStringView year = in.digits();
    if (year.size() < 4 || year.size() > 9 || (year.size() > 4 && year[0] == u'0') || !in.take('-'))
        return std::nullopt;
    const auto month = in.two();
    if (!month || !in.take('-'))
        return std::nullopt;
    const auto day = in.two();
    if (!day)
        return std::nullopt;
    const Date date{negative ? -year.toInt() : year.toInt(), *month, *day};
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// Nanoseconds from the digits behind a point; what is finer is cut off.
qint64 fractionNanos(QStringView digits)
{
    const QString padded = (digits.toString() + QStringLiteral("000000000")).left(9);
    return padded.toLongLong();
}

std::optional<Zone> readZone(Reader& in)
{
    if (in.atEnd())
        return Zone{};
    if (in.take('Z'))
        return Zone{Zone::Kind::Offset, 0, {}, false};
    if (in.take('@')) {
        const QByteArray id = in.rest().toLatin1();
        if (!isKnownZone(id))
            return std::nullopt;
        return Zone{Zone::Kind::Region, 0, id, false};
    }
    const int sign = in.take('+') ? 1 : in.take('-') ? -1 : 0;
    if (sign == 0)
        return std::nullopt;
    const auto hours = in.two();
    if (!hours || !in.take(':'))
        return std::nullopt;
    const auto minutes = in.two();
    if (!minutes)
        return std::nullopt;
    int seconds = 0;
    if (in.take(':')) {
        const auto read = in.two();
        if (!read)
            return std::nullopt;
        seconds = *read;
    }
    const int total = *hours * 3600 + *minutes * 60 + seconds;
    if (*hours > 18 || *minutes > 59 || seconds > 59 || total > 18 * 3600)
        return std::nullopt;
    return Zone{Zone::Kind::Offset, sign * total, {}, false};
}

std::optional<Time> readTime(Reader& in)
{
    const auto hour = in.two();
    if (!hour || !in.take(':'))
        return std::nullopt;
    const auto minute = in.two();
    if (!minute || !in.take(':'))
        return std::nullopt;
    const auto second = in.two();
    if (!second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    Time time;
    time.nanos = (*hour * 3600 + *minute * 60 + *second) * 1'000'000'000ll;
    if (in.take('.')) {
        const QStringView fraction = in.digits();
        if (fraction.isEmpty())
            return std::nullopt;
        time.nanos += fractionNanos(fraction);
    }
    const auto zone = readZone(in);
    if (!zone)
        return std::nullopt;
    time.zone = *zone;
    return time;
}

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

QString fractionText(qint64 nanos)
{
    if (nanos == 0)
        return {};
    QString digits = QString::number(nanos).rightJustified(9, u'0');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return u'.' + digits;
}

QString zoneText(const Zone& zone)
{
    if (zone.kind == Zone::Kind::None)
        return {};
    if (zone.kind == Zone::Kind::Region)
        return u'@' + QString::fromLatin1(zone.region);
    if (zone.offsetSeconds == 0)
        return QStringLiteral("Z");
    const int seconds = std::abs(zone.offsetSeconds);
    QString text =
        (zone.offsetSeconds < 0 ? u'-' : u'+') + twoDigits(seconds / 3600) + u':' + twoDigits(seconds / 60 % 60);
    if (seconds % 60)
        text += u':' + twoDigits(seconds % 60);
    return text;
}

/// A whole count in front of a unit letter; nothing (and no move) when there is none.
std::optional<qint64> readCount(Reader& in, char unit)
{
    const qsizetype from = in.position();
    const QStringView digits = in.digits();
    if (digits.isEmpty() || !in.take(unit)) {
        in.moveTo(from);
        return std::nullopt;
    }
    bool ok = false;
    const qint64 count = digits.toLongLong(&ok);
    if (!ok) {
        in.moveTo(from);
        return std::nullopt;
    }
    return count;
}

/// sum += count × factor; false on overflow.
bool accumulate(qint64& sum, qint64 count, qint64 factor)
{
    qint64 product = 0;
    return !__builtin_mul_overflow(count, factor, &product) && !__builtin_add_overflow(sum, product, &sum);
}

} // namespace

std::optional<Date> Date::fromString(QStringView text)
{
    Reader in(text);
    const auto date = readDate(in);
    return date && in.atEnd() ? date : std::nullopt;
}

QString Date::toString() const
{
    const QString digits = QString::number(std::abs(year)).rightJustified(4, u'0');
    return (year < 0 ? QStringLiteral("-") : QString()) + digits + u'-' + twoDigits(month) + u'-' + twoDigits(day);
}

namespace
{

/// 24:00:00 is the end of the day and the next one's beginning; `*wrapped` says so.
std::optional<Time> readClock(QStringView text, bool* wrapped)
{
    *wrapped = text.startsWith(QLatin1String("24:00:00"));
    const QString shifted = *wrapped ? QStringLiteral("00") + text.mid(2).toString() : QString();
    Reader in(*wrapped ? QStringView(shifted) : text);
    const auto time = readTime(in);
    return time && in.atEnd() && !(*wrapped && time->nanos != 0) ? time : std::nullopt;
}

} // namespace

std::optional<Time> Time::fromString(QStringView text)
{
    bool wrapped = false;
    return readClock(text, &wrapped);
}

QString Time::toString() const
{
    const qint64 seconds = nanos / 1'000'000'000;
    return twoDigits(seconds / 3600) + u':' + twoDigits(seconds / 60 % 60) + u':' + twoDigits(seconds % 60) +
           fractionText(nanos % 1'000'000'000) + zoneText(zone);
}

std::optional<DateTime> DateTime::fromString(QStringView text)
{
    Reader in(text);
    const auto date = readDate(in);
    if (!date)
        return std::nullopt;
    if (in.atEnd())
        return DateTime{*date, Time{}};
    if (!in.take('T'))
        return std::nullopt;
    bool wrapped = false;
    const auto time = readClock(in.rest(), &wrapped);
    const Date day = wrapped ? Date::fromEpochDay(date->toEpochDay() + 1) : *date;
    return time && day.isValid() ? std::optional(DateTime{day, *time}) : std::nullopt;
}

QString DateTime::toString() const
{
    return date.toString() + u'T' + time.toString();
}

QString MonthDuration::toString() const
{
    const qint64 years = std::abs(months / 12), rest = std::abs(months % 12);
    QString text = months < 0 ? QStringLiteral("-P") : QStringLiteral("P");
    if (years)
        text += QString::number(years) + u'Y';
    if (rest || !years)
        text += QString::number(rest) + u'M';
    return text;
}

QString TimeDuration::toString() const
{
    const qint64 total = std::abs(seconds);
    QString text = seconds < 0 || nanos < 0 ? QStringLiteral("-P") : QStringLiteral("P");
    if (total / 86'400)
        text += QString::number(total / 86'400) + u'D';
    QString clock;
    if (total / 3600 % 24)
        clock += QString::number(total / 3600 % 24) + u'H';
    if (total / 60 % 60)
        clock += QString::number(total / 60 % 60) + u'M';
    if (total % 60 || nanos)
        clock += QString::number(total % 60) + fractionText(std::abs(nanos)) + u'S';
    if (!clock.isEmpty())
        text += u'T' + clock;
    return text.endsWith(u'P') ? QStringLiteral("PT0S") : text;
}

std::optional<MonthDuration> parseMonthDuration(QStringView text)
{
    Reader in(text);
    const bool negative = in.take('-');
    if (!in.take('P'))
        return std::nullopt;
    const auto years = readCount(in, 'Y');
    const auto months = readCount(in, 'M');
    qint64 total = 0;
    if (!in.atEnd() || (!years && !months) || !accumulate(total, years.value_or(0), 12) ||
        !accumulate(total, months.value_or(0), 1))
        return std::nullopt;
    return MonthDuration{negative ? -total : total};
}

std::optional<TimeDuration> parseTimeDuration(QStringView text)
{
    Reader in(text);
    const bool negative = in.take('-');
    if (!in.take('P'))
        return std::nullopt;
    qint64 total = 0;
    const auto days = readCount(in, 'D');
    if (!accumulate(total, days.value_or(0), 86'400))
        return std::nullopt;
    int nanos = 0;
    if (in.take('T')) {
        const auto hours = readCount(in, 'H');
        const auto minutes = readCount(in, 'M');
        const QStringView whole = in.digits();
        QStringView fraction;
        if (!whole.isEmpty() && in.take('.')) {
            fraction = in.digits();
        }
        if ((!whole.isEmpty() && !in.take('S')) || (!hours && !minutes && whole.isEmpty()))
            return std::nullopt;
        bool ok = true;
        const qint64 seconds = whole.isEmpty() ? 0 : whole.toLongLong(&ok);
        if (!ok || !accumulate(total, hours.value_or(0), 3600) || !accumulate(total, minutes.value_or(0), 60) ||
            !accumulate(total, seconds, 1))
            return std::nullopt;
        nanos = static_cast<int>(fractionNanos(fraction));
    } else if (!days) {
        return std::nullopt;
    }
    if (!in.atEnd())
        return std::nullopt;
    return negative ? TimeDuration{-total, -nanos} : TimeDuration{total, nanos};
}

} // namespace fw::feel
