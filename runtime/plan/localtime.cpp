#include "localtime.h"

#include <QDateTime>

namespace fw::plan
{

namespace
{

constexpr qint64 s_dayMillis = 86'400'000;

qint64 offsetAt(Instant instant, const QTimeZone& zone)
{
    return qint64(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC))) * 1000;
}

qint64 localMillis(Instant instant, const QTimeZone& zone)
{
    return instant + offsetAt(instant, zone);
}

} // namespace

Instant localInstant(QDate date, qint64 millisOfDay, const QTimeZone& zone)
{
    const qint64 wall = QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + millisOfDay;
    // The offsets in force a day before and a day after; a change in between makes a gap or an overlap.
    const qint64 before = offsetAt(wall - s_dayMillis, zone);
    const qint64 after = offsetAt(wall + s_dayMillis, zone);
    const Instant first = wall - std::max(before, after);
    const Instant second = wall - std::min(before, after);
    if (localMillis(first, zone) == wall)
        return first;
    if (localMillis(second, zone) == wall)
        return second;
    const auto transition =
        zone.nextTransition(QDateTime::fromMSecsSinceEpoch(wall - std::max(before, after) - s_dayMillis, Qt::UTC));
    return transition.atUtc.isValid() ? transition.atUtc.toMSecsSinceEpoch() : second;
}

QDate localDate(Instant instant, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(localMillis(instant, zone), Qt::UTC).date();
}

qint64 localMillisOfDay(Instant instant, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(localMillis(instant, zone), Qt::UTC).time().msecsSinceStartOfDay();
}

} // namespace fw::plan
