#pragma once
#include "runtime/plan/plan.h"

#include <optional>

/// When triggers by time are due: calendar arithmetic only, no store.
namespace fw::automation
{

/// The first instant at or after `from` at which a date trigger is due for a field's value (date, date and time, or
/// null). With `repeat` the anniversaries of the value, 29 February on the 28th where there is none; without it the one
/// instant, nothing when it has passed.
std::optional<Instant> dateDue(const plan::Trigger& trigger, const feel::Value& value, const QTimeZone& zone,
                               Instant from);

/// The first instant after `from` at which a schedule is due, on a local date later than `last` ("" = any): once a date,
/// whatever daylight saving does. Nothing when its calendar has no working day within 400 days.
std::optional<Instant> scheduleDue(const plan::Trigger& trigger, const plan::Plan& plan, Instant from, QDate last = {});

} // namespace fw::automation
