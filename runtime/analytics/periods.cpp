#include "periods.h"

namespace fw::analytics
{

namespace
{

using feel::Date;

Date plusDays(const Date& date, qint64 days)
{
    return Date::fromEpochDay(date.toEpochDay() + days);
}
Date firstOfMonth(const Date& date)
{
    return {date.year, date.month, 1};
}

/// n of "last_<n>_days", 0 when it is no such name.
int lastDays(const QString& name)
{
    const QStringList parts = name.split(QLatin1Char('_'));
    if (parts.size() != 3 || parts[0] != u"last" || parts[2] != u"days")
        return 0;
    return parts[1].toInt();
}

/// The number of months of a calendar period, 0 when it is counted in days.
int monthsOf(const QString& name)
{
    if (name == u"this_month")
        return 1;
    if (name == u"this_quarter")
        return 3;
    return name == u"this_year" ? 12 : 0;
}

Period shiftMonths(const Period& period, int months)
{
    return {period.from->plusMonths(months), period.to->plusMonths(months)};
}

} // namespace

Instant startOfDay(const Date& date, const QTimeZone& zone)
{
    return feel::DateTime{date, feel::Time{}}.toEpochMillis(zone);
}

Date localDate(Instant instant, const QTimeZone& zone)
{
    return feel::DateTime::fromEpochMillis(instant, zone).date;
}

Period periodNamed(const QString& name, const Date& today)
{
    if (name == u"today")
        return {today, plusDays(today, 1)};
    if (name == u"this_week") {
        const Date monday = bucketOf(today, QStringLiteral("week"));
        return {monday, plusDays(monday, 7)};
    }
    if (const int months = monthsOf(name)) {
        Date from = firstOfMonth(today);
        from.month -= (from.month - 1) % months;
        return {from, from.plusMonths(months)};
    }
    if (const int days = lastDays(name))
        return {plusDays(today, 1 - days), plusDays(today, 1)};
    return {};
}

Period periodBefore(const QString& name, const QString& compare, const Date& today)
{
    const Period period = periodNamed(name, today);
    if (!period.from)
        return {std::nullopt, compare == u"previous_year" ? Date{today.year, 1, 1} : firstOfMonth(today)};
    if (compare == u"previous_year")
        return shiftMonths(period, -12);
    if (compare == u"previous_month")
        return shiftMonths(period, -1);
    if (const int months = monthsOf(name))
        return shiftMonths(period, -months);
    const qint64 days = period.to->toEpochDay() - period.from->toEpochDay();
    return {plusDays(*period.from, -days), *period.from};
}

Date bucketOf(const Date& date, const QString& every)
{
    if (every == u"month")
        return firstOfMonth(date);
    return every == u"week" ? plusDays(date, 1 - date.weekday()) : date;
}

Date nextBucket(const Date& bucket, const QString& every)
{
    if (every == u"month")
        return bucket.plusMonths(1);
    return plusDays(bucket, every == u"week" ? 7 : 1);
}

QString bucketLabel(const Date& bucket, const QString& every)
{
    return every == u"month" ? bucket.toString().chopped(3) : bucket.toString();
}

} // namespace fw::analytics
