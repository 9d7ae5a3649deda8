#pragma once
#include <QString>
#include <QTimeZone>

#include <algorithm>
#include <compare>
#include <optional>

namespace fw::feel
{

/// A day of the proleptic Gregorian calendar, years ±999,999,999.
struct Date {
    int year = 0;
    int month = 1;
    int day = 1;
    bool isValid() const;
    qint64 toEpochDay() const; ///< days since 1970-01-01
    static Date fromEpochDay(qint64 days);
    int weekday() const;                                     ///< 1 = Monday … 7 = Sunday
    Date plusMonths(qint64 months) const;                    ///< the day is clipped to the month's end
    static std::optional<Date> fromString(QStringView text); ///< "2026-01-05"
    QString toString() const;
    auto operator<=>(const Date&) const = default;
};

/// None: a local value. Offset: fixed seconds east of UTC. Region: an IANA zone.
struct Zone {
    enum class Kind : quint8 { None, Offset, Region };
    Kind kind = Kind::None;
    int offsetSeconds = 0; ///< of a Region with `offsetKnown`: which of the two passes of a repeated hour is meant
    QByteArray region;
    bool offsetKnown = false;
    bool operator==(const Zone& other) const
    {
        return kind == other.kind && region == other.region &&
               (kind == Kind::Region || offsetSeconds == other.offsetSeconds);
    }
};

/// Whether the machine's database of time zones has it.
bool isKnownZone(const QByteArray& region);

/// Seconds east of UTC that `zone` has at the local date and time (0 for a local value). In a daylight gap the offset
/// before it counts, in an overlap the first occurrence unless the zone knows better.
int offsetSecondsAt(const Zone& zone, const Date& date, qint64 secondOfDay);

struct Time {
    qint64 nanos = 0; ///< nanoseconds since midnight
    Zone zone;
    static std::optional<Time> fromString(QStringView text);
    QString toString() const;
};

struct DateTime {
    Date date;
    Time time; ///< its zone is the zone of the whole value
    static std::optional<DateTime> fromString(QStringView text);
    QString toString() const;
    /// Milliseconds since 1970-01-01T00:00Z. A value without zone takes `fallback`. Years beyond ±126,000,000, which no
    /// store keeps, stop at ±4·10^18.
    qint64 toEpochMillis(const QTimeZone& fallback) const;
    /// The instant in whole seconds since 1970-01-01T00:00Z (the nanoseconds stay as they are); a local value counts as UTC.
    qint64 toEpochSeconds() const;
    /// This instant shown in `zone`; a local value merely gets the zone.
    DateTime inZone(const Zone& zone) const;
    static DateTime fromEpochMillis(qint64 millis, const QTimeZone& zone);
};

/// A years-and-months duration ("P1Y2M").
struct MonthDuration {
    qint64 months = 0;
    QString toString() const;
    auto operator<=>(const MonthDuration&) const = default;
};

/// A days-and-time duration ("P1DT2H"), to the nanosecond.
struct TimeDuration {
    qint64 seconds = 0; ///< both parts carry the same sign
    int nanos = 0;
    /// Whole milliseconds; ±4·10^18, far beyond any calendar, stand for what is longer.
    qint64 toMillis() const
    {
        constexpr qint64 longest = 4'000'000'000'000'000;
        return std::clamp(seconds, -longest, longest) * 1000 + nanos / 1'000'000;
    }
    static TimeDuration fromMillis(qint64 millis)
    {
        return {millis / 1000, static_cast<int>(millis % 1000) * 1'000'000};
    }
    QString toString() const;
    auto operator<=>(const TimeDuration&) const = default;
};

/// ISO 8601 durations that are either months or time; nothing for a mixture such as "P1M2D".
std::optional<MonthDuration> parseMonthDuration(QStringView text);
std::optional<TimeDuration> parseTimeDuration(QStringView text);

} // namespace fw::feel
