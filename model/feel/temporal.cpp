#include "temporal.h"

#include <limits>

namespace fw::feel
{

namespace
{

constexpr int maxYear = 999'999'999;
constexpr qint64 secondsPerDay = 86'400;

bool isLeap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month)
{
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[static_cast<size_t>(month - 1)];
}

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

/// A zone and, from the last time it was asked, an offset with the time between two transitions in which it holds.
struct KnownZone {
    QTimeZone zone;
    int offset = 0;
    qint64 from = 0, until = 0; ///< seconds since 1970, `until` not included
};

/// QTimeZone goes through the tables of the IANA database and makes objects per call; most instants of one thread lie between
/// the same two transitions.
int regionOffset(const QByteArray& region, qint64 seconds)
{
    thread_local QHash<QByteArray, KnownZone> zones;
    auto it = zones.find(region);
    if (it == zones.end())
        it = zones.insert(region, KnownZone{QTimeZone(region)});
    KnownZone& known = *it;
    if (seconds >= known.from && seconds < known.until)
        return known.offset;
    const QDateTime at = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    const auto before = known.zone.previousTransition(at.addSecs(1)), after = known.zone.nextTransition(at);
    known.offset = known.zone.offsetFromUtc(at);
    using Seconds = std::numeric_limits<qint64>;
    known.from = before.atUtc.isValid() ? before.atUtc.toSecsSinceEpoch() : Seconds::min();
    known.until = after.atUtc.isValid() ? after.atUtc.toSecsSinceEpoch() : Seconds::max();
    return known.offset;
}

/// Rules repeat every 400 years; years QDateTime cannot hold are mapped to an equal one.
int representativeYear(int year)
{
    if (year >= 1 && year <= 9999)
        return year;
    const int shifted = year % 400;
    return 2000 + (shifted < 0 ? shifted + 400 : shifted);
}

int offsetAtInstant(const Zone& zone, qint64 epochSeconds)
{
    if (zone.kind == Zone::Kind::Offset)
        return zone.offsetSeconds;
    if (zone.kind == Zone::Kind::None)
        return 0;
    const Date date = Date::fromEpochDay(floorDiv(epochSeconds, secondsPerDay));
    Date safe = date;
    safe.year = representativeYear(date.year);
    const qint64 seconds = safe.toEpochDay() * secondsPerDay + (epochSeconds - date.toEpochDay() * secondsPerDay);
    return regionOffset(zone.region, seconds);
}

} // namespace

bool Date::isValid() const
{
    return year >= -maxYear && year <= maxYear && month >= 1 && month <= 12 && day >= 1 &&
           day <= daysInMonth(year, month);
}

qint64 Date::toEpochDay() const
{
    // Days from civil: years begin in March, so that the leap day is the last of the year.
    const qint64 y = month <= 2 ? qint64(year) - 1 : year;
    const qint64 era = floorDiv(y, 400);
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + dayOfEra - 719'468;
}

Date Date::fromEpochDay(qint64 days)
{
    days += 719'468;
    const qint64 era = floorDiv(days, 146'097);
    const qint64 dayOfEra = days - era * 146'097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 shifted = (5 * dayOfYear + 2) / 153;
    const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    return {static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month,
            static_cast<int>(dayOfYear - (153 * shifted + 2) / 5 + 1)};
}

int Date::weekday() const
{
    const qint64 d = (toEpochDay() + 3) % 7; // 1970-01-01 was a Thursday
    return static_cast<int>(d < 0 ? d + 7 : d) + 1;
}

Date Date::plusMonths(qint64 months) const
{
    constexpr qint64 farthest = 30'000'000'000; // further than the calendar reaches
    const qint64 total = qint64(year) * 12 + (month - 1) + std::clamp(months, -farthest, farthest);
    const qint64 y = std::clamp<qint64>(floorDiv(total, 12), -qint64(maxYear) - 1, qint64(maxYear) + 1);
    Date out{static_cast<int>(y), static_cast<int>(total - floorDiv(total, 12) * 12) + 1, 1};
    out.day = std::min(day, daysInMonth(out.year, out.month));
    return out;
}

bool isKnownZone(const QByteArray& region)
{
    // The name becomes part of a path in the zone database; names nobody knows must not fill the table of known ones.
    const bool plain =
        !region.isEmpty() && region.size() <= 64 && !region.contains("..") &&
        std::all_of(region.begin(), region.end(), [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '_' || c == '-' || c == '+';
        });
    // Qt takes any other word for a rule of its own making; a region of the database has a slash or is in its list.
    return plain && (QTimeZone::isTimeZoneIdAvailable(region) || (region.contains('/') && QTimeZone(region).isValid()));
}

int offsetSecondsAt(const Zone& zone, const Date& date, qint64 secondOfDay)
{
    if (zone.kind != Zone::Kind::Region)
        return zone.kind == Zone::Kind::Offset ? zone.offsetSeconds : 0;
    const qint64 local = date.toEpochDay() * secondsPerDay + secondOfDay;
    if (zone.offsetKnown && offsetAtInstant(zone, local - zone.offsetSeconds) == zone.offsetSeconds)
        return zone.offsetSeconds;
    // Try the offset that holds a day earlier first: it is right in an overlap (first occurrence) and outside transitions,
    // and in a gap it is the one before.
    const int before = offsetAtInstant(zone, local - secondsPerDay);
    if (offsetAtInstant(zone, local - before) == before)
        return before;
    const int after = offsetAtInstant(zone, local + secondsPerDay);
    return offsetAtInstant(zone, local - after) == after ? after : before;
}

qint64 DateTime::toEpochSeconds() const
{
    const qint64 second = time.nanos / 1'000'000'000;
    return date.toEpochDay() * secondsPerDay + second - offsetSecondsAt(time.zone, date, second);
}

qint64 DateTime::toEpochMillis(const QTimeZone& fallback) const
{
    DateTime zoned = *this;
    if (time.zone.kind == Zone::Kind::None)
        zoned.time.zone = Zone{Zone::Kind::Region, 0, fallback.id(), false};
    constexpr qint64 farthest = 4'000'000'000'000'000;
    return std::clamp(zoned.toEpochSeconds(), -farthest, farthest) * 1000 + (time.nanos % 1'000'000'000) / 1'000'000;
}

DateTime DateTime::inZone(const Zone& zone) const
{
    DateTime out = *this;
    out.time.zone = zone;
    if (time.zone.kind == Zone::Kind::None || time.zone == zone)
        return out;
    const qint64 utc = toEpochSeconds();
    const int offset = offsetAtInstant(zone, utc);
    const qint64 local = utc + offset;
    if (zone.kind == Zone::Kind::Region) {
        out.time.zone.offsetSeconds = offset;
        out.time.zone.offsetKnown = true;
    }
    out.date = Date::fromEpochDay(floorDiv(local, secondsPerDay));
    out.time.nanos = (local - out.date.toEpochDay() * secondsPerDay) * 1'000'000'000 + time.nanos % 1'000'000'000;
    return out;
}

DateTime DateTime::fromEpochMillis(qint64 millis, const QTimeZone& zone)
{
    const qint64 seconds = floorDiv(millis, 1000);
    DateTime utc;
    utc.date = Date::fromEpochDay(floorDiv(seconds, secondsPerDay));
    utc.time.nanos =
        (seconds - utc.date.toEpochDay() * secondsPerDay) * 1'000'000'000 + (millis - seconds * 1000) * 1'000'000;
    utc.time.zone = Zone{Zone::Kind::Offset, 0, {}, false};
    return utc.inZone(Zone{Zone::Kind::Region, 0, zone.id(), false});
}

} // namespace fw::feel
