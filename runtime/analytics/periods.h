#pragma once
#include "model/base/timing.h"
#include "model/feel/temporal.h"

#include <optional>

/// Calendar periods of figures, cut in the app's zone (semantics.md, "Metrics"). Weeks begin on Monday.
namespace fw::analytics
{

/// Whole local days; the end is exclusive. An absent end means unbounded.
struct Period {
    std::optional<feel::Date> from, to;
    bool operator==(const Period&) const = default;
};

/// The first instant of a local day (after a daylight gap: the first there is).
Instant startOfDay(const feel::Date& date, const QTimeZone& zone);
feel::Date localDate(Instant instant, const QTimeZone& zone);

/// "today", "this_week", "this_month", "this_quarter", "this_year", "last_<n>_days" (n whole days, today included);
/// "" and "all" are unbounded. Running periods reach to their own end.
Period periodNamed(const QString& name, const feel::Date& today);
/// The period to compare with: `previous_period` is the one of the same kind before, `previous_month` and `previous_year`
/// shift by a calendar month or year. For "all" it is everything before the current month (or year).
Period periodBefore(const QString& name, const QString& compare, const feel::Date& today);

/// The first day of the day, week or month that holds `date`.
feel::Date bucketOf(const feel::Date& date, const QString& every);
feel::Date nextBucket(const feel::Date& bucket, const QString& every);
/// "2026-01-05"; of months "2026-01".
QString bucketLabel(const feel::Date& bucket, const QString& every);

} // namespace fw::analytics
