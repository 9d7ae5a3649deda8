#include "occurrences.h"

#include "runtime/plan/localtime.h"

namespace fw::automation
{

namespace
{

using plan::Trigger;

constexpr int s_farthestDays = 400;
constexpr int s_mostOccurrences = 3000; ///< 250 years of months

QDate plusRepeats(QDate date, Trigger::Repeat repeat, int count)
{
    return repeat == Trigger::Repeat::Year ? date.addYears(count) : date.addMonths(count);
}

/// Local date and time of day a trigger counts from.
struct Base {
    QDate date;
    qint64 millisOfDay = 0;
};

std::optional<Base> baseOf(const Trigger& trigger, const feel::Value& value, const QTimeZone& zone)
{
    Base base;
    if (value.kind() == feel::Value::Kind::Date) {
        const feel::Date& date = value.date();
        base.date = QDate(date.year, date.month, date.day);
    } else if (value.kind() == feel::Value::Kind::DateTime) {
        const Instant instant = value.dateTime().toEpochMillis(zone);
        base = {plan::localDate(instant, zone), plan::localMillisOfDay(instant, zone)};
    }
    if (!base.date.isValid())
        return std::nullopt;
    if (trigger.atMinute)
        base.millisOfDay = qint64(*trigger.atMinute) * 60'000;
    return base;
}

/// A repetition count that lies before `from` whatever the offset, to begin the search at.
int firstGuess(const Trigger& trigger, const Base& base, Instant from, const QTimeZone& zone)
{
    const QDate then = plan::localDate(from, zone);
    const int months = (then.year() - base.date.year()) * 12 + then.month() - base.date.month() -
                       (trigger.offsetBefore ? 0 : trigger.offset.months + trigger.offset.days / 28 + 1) - 2;
    return std::max(0, trigger.repeat == Trigger::Repeat::Year ? months / 12 - 1 : months);
}

bool isOn(const Trigger& trigger, const plan::Plan& plan, QDate date)
{
    switch (trigger.every) {
    case Trigger::Every::Day: return true;
    case Trigger::Every::Week:
        return std::find(trigger.weekdays.begin(), trigger.weekdays.end(), date.dayOfWeek()) != trigger.weekdays.end();
    case Trigger::Every::Month: return date.day() == std::min(trigger.monthDay, date.daysInMonth());
    case Trigger::Every::Workday: break;
    }
    const plan::Calendar* calendar = plan.findCalendar(trigger.calendar);
    return calendar && !calendar->hours(date).empty();
}

} // namespace

std::optional<Instant> dateDue(const Trigger& trigger, const feel::Value& value, const QTimeZone& zone, Instant from)
{
    const std::optional<Base> base = baseOf(trigger, value, zone);
    if (!base)
        return std::nullopt;
    const auto occurrence = [&](QDate date) {
        const Instant at = plan::localInstant(date, base->millisOfDay, zone);
        return trigger.offsetBefore ? trigger.offset.before(at, zone) : trigger.offset.after(at, zone);
    };
    if (trigger.repeat == Trigger::Repeat::None) {
        const Instant due = occurrence(base->date);
        return due >= from ? std::optional(due) : std::nullopt;
    }
    const int first = firstGuess(trigger, *base, from, zone);
    for (int count = first; count < first + s_mostOccurrences; ++count) {
        if (const Instant due = occurrence(plusRepeats(base->date, trigger.repeat, count)); due >= from)
            return due;
    }
    return std::nullopt;
}

std::optional<Instant> scheduleDue(const Trigger& trigger, const plan::Plan& plan, Instant from, QDate last)
{
    QDate date = plan::localDate(from, plan.zone);
    if (last.isValid() && last >= date)
        date = last.addDays(1);
    for (int days = 0; days < s_farthestDays; ++days, date = date.addDays(1)) {
        if (!isOn(trigger, plan, date))
            continue;
        const Instant due = plan::localInstant(date, qint64(trigger.atMinute.value_or(0)) * 60'000, plan.zone);
        if (due > from)
            return due;
    }
    return std::nullopt;
}

} // namespace fw::automation
