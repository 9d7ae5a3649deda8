#pragma once
#include "runtime/plan/plan.h"

#include <optional>

/// Arithmetic in working time (semantics.md, "Calendars"): holidays and make-up workdays count, daylight saving does not
/// stretch or shorten a working day's local hours. Nothing where a calendar is closed for two years on end.
namespace fw::automation
{

bool isOpen(const plan::Calendar& calendar, Instant at, const QTimeZone& zone);
/// `from` when it is open then, else the next opening.
std::optional<Instant> nextOpening(const plan::Calendar& calendar, Instant from, const QTimeZone& zone);
/// The instant at which so much open time has passed since `from`; with none the next opening.
std::optional<Instant> afterWorkingTime(const plan::Calendar& calendar, Instant from, qint64 millis,
                                        const QTimeZone& zone);
/// The n-th working day after the local date of `from`, at a minute of the day or at its opening. Day 0 is today when it is
/// a working day and the time lies ahead, else the next working day.
std::optional<Instant> workdayAfter(const plan::Calendar& calendar, Instant from, int days, std::optional<int> minute,
                                    const QTimeZone& zone);

} // namespace fw::automation
