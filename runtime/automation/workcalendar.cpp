#include "workcalendar.h"

#include "runtime/plan/localtime.h"

namespace fw::automation
{

namespace
{

using plan::Calendar;

constexpr int s_farthestDays = 731;

/// Calls `visit(begin, end)` for each open stretch that ends after `from`, in order, until it returns true.
template <class Visit> void openStretches(const Calendar& calendar, Instant from, const QTimeZone& zone, Visit visit)
{
    QDate date = plan::localDate(from, zone);
    for (int days = 0; days < s_farthestDays; ++days, date = date.addDays(1)) {
        for (const Calendar::Hours& hours : calendar.hours(date)) {
            const Instant begin = plan::localInstant(date, qint64(hours.from) * 60'000, zone);
            const Instant end = hours.to == 24 * 60 ? plan::localInstant(date.addDays(1), 0, zone)
                                                    : plan::localInstant(date, qint64(hours.to) * 60'000, zone);
            if (end > from && visit(std::max(begin, from), end))
                return;
        }
    }
}

} // namespace

std::optional<Instant> nextOpening(const Calendar& calendar, Instant from, const QTimeZone& zone)
{
    std::optional<Instant> found;
    openStretches(calendar, from, zone, [&](Instant begin, Instant) {
        found = begin;
        return true;
    });
    return found;
}

bool isOpen(const Calendar& calendar, Instant at, const QTimeZone& zone)
{
    return nextOpening(calendar, at, zone) == at;
}

std::optional<Instant> afterWorkingTime(const Calendar& calendar, Instant from, qint64 millis, const QTimeZone& zone)
{
    std::optional<Instant> found;
    qint64 left = millis;
    openStretches(calendar, from, zone, [&](Instant begin, Instant end) {
        if (left <= end - begin) {
            found = begin + left;
            return true;
        }
        left -= end - begin;
        return false;
    });
    return found;
}

std::optional<Instant> workdayAfter(const Calendar& calendar, Instant from, int days, std::optional<int> minute,
                                    const QTimeZone& zone)
{
    QDate date = plan::localDate(from, zone);
    int left = days;
    for (int looked = 0; looked < s_farthestDays; ++looked, date = date.addDays(1)) {
        const Calendar::Day& open = calendar.hours(date);
        if (open.empty() || (looked == 0 && days > 0))
            continue;
        const Instant at = plan::localInstant(date, qint64(minute.value_or(open.front().from)) * 60'000, zone);
        if (left <= 1 && at >= from)
            return at;
        left -= left > 1 ? 1 : 0;
    }
    return std::nullopt;
}

} // namespace fw::automation
