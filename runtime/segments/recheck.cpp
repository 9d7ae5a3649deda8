#include "recheck.h"

#include "runtime/events/history.h"

#include <QRegularExpression>

namespace fw::segments
{

namespace
{

constexpr const char* s_durationForm = "\"(-?P[0-9YMWDTHS.]+)\"";

/// The durations written in the condition, forwards and backwards, and none at all.
std::vector<std::pair<plan::Duration, bool>> shifts(const QString& source)
{
    static const QRegularExpression form{QLatin1String(s_durationForm)};
    std::vector<std::pair<plan::Duration, bool>> found{{plan::Duration{}, false}};
    for (auto it = form.globalMatch(source); it.hasNext();) {
        const QString text = it.next().captured(1);
        const auto duration =
            plan::parseDuration(text.startsWith(QLatin1Char('-')) ? QStringView(text).mid(1) : QStringView(text));
        if (!duration)
            continue;
        found.push_back({*duration, false});
        found.push_back({*duration, true});
    }
    return found;
}

plan::Duration negated(const plan::Duration& duration)
{
    return {-duration.months, -duration.days, -duration.millis};
}

/// Instants at which something the condition compares with time lies.
std::vector<Instant> anchors(store::Connection& connection, const plan::Plan& plan, const engine::Record& record)
{
    std::vector<Instant> instants{record.createdAt, record.updatedAt};
    for (const feel::Value& value : record.values) {
        if (value.kind() == feel::Value::Kind::DateTime)
            instants.push_back(value.dateTime().toEpochMillis(plan.zone));
    }
    const QString person = events::personOfRecord(connection, record.id);
    if (!person.isEmpty()) {
        for (const engine::EventRow& event : events::history(connection, plan, person))
            instants.push_back(event.at);
    }
    return instants;
}

Instant nextMidnight(Instant now, const QTimeZone& zone)
{
    const feel::Date today = feel::DateTime::fromEpochMillis(now, zone).date;
    return feel::DateTime{feel::Date::fromEpochDay(today.toEpochDay() + 1), feel::Time{}}.toEpochMillis(zone);
}

} // namespace

std::optional<Instant> nextCheck(store::Connection& connection, const plan::Plan& plan, const plan::Segment& segment,
                                 const engine::Record& record, Instant now)
{
    if (!segment.condition.timeDependent())
        return std::nullopt;
    const QString& source = segment.condition.program.source();
    std::optional<Instant> next;
    const auto consider = [&](Instant instant) {
        if (instant > now && (!next || instant < *next))
            next = instant;
    };
    if (source.contains(QLatin1String("today(")) || source.contains(QLatin1String("days_in_a_row")) ||
        source.contains(QLatin1String("TODAY(")))
        consider(nextMidnight(now, plan.zone));
    const auto moved = shifts(source);
    for (Instant anchor : anchors(connection, plan, record)) {
        for (const auto& [duration, backwards] : moved) {
            const Instant at = (backwards ? negated(duration) : duration).after(anchor, plan.zone);
            consider(at);     // "≥" turns here,
            consider(at + 1); // ">" and the end of a window one millisecond later
        }
    }
    return next;
}

} // namespace fw::segments
