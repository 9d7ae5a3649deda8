#include "builtins.h"
#include "operators.h"

namespace fw::feel
{

namespace
{

std::optional<int> integer(const Value& value)
{
    const auto n = value.kind() == Value::Kind::Number ? value.number().toInt64() : std::nullopt;
    return n && *n >= -999'999'999 && *n <= 999'999'999 ? std::optional(static_cast<int>(*n)) : std::nullopt;
}

Value badFormat(const Invocation& call, const char* example)
{
    return call.null("feel.temporal_format", Message(FW_MSG("\"%1\" cannot be read here; the form is %2."),
                                                     {call[0].toText(), QString::fromLatin1(example)}));
}

Value noDate(const Invocation& call)
{
    return call.null("feel.no_date", Message(FW_MSG("There is no such day or time.")));
}

Date dayOf(const Value& value)
{
    return value.kind() == Value::Kind::Date ? value.date() : value.dateTime().date;
}

Value dateOf(const Invocation& call)
{
    if (call.signature == 1) {
        const auto y = integer(call[0]), m = integer(call[1]), d = integer(call[2]);
        const Date date{y.value_or(0), m.value_or(0), d.value_or(0)};
        return y && m && d && date.isValid() ? Value(date) : noDate(call);
    }
    if (call[0].kind() == Value::Kind::Date)
        return call[0];
    if (call[0].kind() == Value::Kind::DateTime)
        return Value(call[0].dateTime().date);
    const auto date = Date::fromString(call[0].string());
    return date ? Value(*date) : badFormat(call, "2026-01-05");
}

Value timeOf(const Invocation& call)
{
    if (call.signature == 1) {
        const auto h = integer(call[0]), m = integer(call[1]);
        const Decimal& seconds = call[2].number();
        const auto nanos = seconds.toScaled(9, Rounding::Down);
        if (!h || !m || *h < 0 || *h > 23 || *m < 0 || *m > 59 || seconds.isNegative() || seconds >= Decimal(60) ||
            !nanos)
            return noDate(call);
        Time time;
        time.nanos = (*h * 3600ll + *m * 60ll) * 1'000'000'000 + *nanos;
        if (call.has(3)) {
            const qint64 offset = call[3].timeDuration().seconds;
            if (std::abs(offset) > 18 * 3600)
                return noDate(call);
            time.zone = Zone{Zone::Kind::Offset, static_cast<int>(offset), {}, false};
        }
        return Value(time);
    }
    if (call[0].kind() == Value::Kind::Time)
        return call[0];
    if (call[0].kind() == Value::Kind::DateTime)
        return Value(call[0].dateTime().time);
    if (call[0].kind() == Value::Kind::Date)
        return Value(startOfDay(call[0].date()).time);
    const auto time = Time::fromString(call[0].string());
    return time ? Value(*time) : badFormat(call, "09:30:00");
}

Value dateTimeOf(const Invocation& call)
{
    const bool zoned = call.signature > 0 && call[1].kind() == Value::Kind::String;
    if (call.signature > 0 && !zoned)
        return Value(DateTime{dayOf(call[0]), call[1].time()});
    if (zoned) {
        const QByteArray id = call[1].string().toLatin1();
        if (!isKnownZone(id))
            return call.null("feel.no_zone", Message(FW_MSG("There is no time zone \"%1\"."), {call[1].string()}));
        const DateTime at = call[0].kind() == Value::Kind::Date ? DateTime{call[0].date(), Time{}} : call[0].dateTime();
        return Value(at.inZone(Zone{Zone::Kind::Region, 0, id, false}));
    }
    if (call[0].kind() == Value::Kind::DateTime)
        return call[0];
    if (call[0].kind() == Value::Kind::Date)
        return Value(startOfDay(call[0].date()));
    const auto value = DateTime::fromString(call[0].string());
    return value ? Value(*value) : badFormat(call, "2026-01-05T09:30:00");
}

Value duration(const Invocation& call)
{
    if (call[0].kind() != Value::Kind::String)
        return call[0];
    if (const auto months = parseMonthDuration(call[0].string()))
        return Value(*months);
    const auto time = parseTimeDuration(call[0].string());
    return time ? Value(*time) : badFormat(call, "P1Y2M, P3DT4H");
}

/// Whole months from one day to the other, towards zero; the time of day does not count (the kit: 1121, 034).
Value monthsBetween(const Invocation& call)
{
    const Date from = dayOf(call[0]), to = dayOf(call[1]);
    qint64 months = (qint64(to.year) - from.year) * 12 + to.month - from.month;
    if (months > 0 && to.day < from.day)
        --months;
    if (months < 0 && to.day > from.day)
        ++months;
    return Value(MonthDuration{months});
}

int dayOfYear(const Date& date)
{
    return static_cast<int>(date.toEpochDay() - Date{date.year, 1, 1}.toEpochDay()) + 1;
}

/// ISO 8601: the week of the year's first Thursday is week 1.
int weekOfYear(const Date& date)
{
    const Date thursday = Date::fromEpochDay(date.toEpochDay() + 4 - date.weekday());
    return (dayOfYear(thursday) - 1) / 7 + 1;
}

Value dayName(const Invocation& call)
{
    static const std::array<const char*, 7> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
    return Value(QString::fromLatin1(names[static_cast<size_t>(dayOf(call[0]).weekday() - 1)]));
}

Value monthName(const Invocation& call)
{
    static const std::array<const char*, 12> names{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
    return Value(QString::fromLatin1(names[static_cast<size_t>(dayOf(call[0]).month - 1)]));
}

/// Same kind, same value, same form: `is` distinguishes what `=` does not.
bool identical(const Value& a, const Value& b)
{
    if (a.kind() != b.kind())
        return false;
    switch (a.kind()) {
    case Value::Kind::Time:
    case Value::Kind::DateTime: return a.toText() == b.toText();
    case Value::Kind::List:
        return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(), identical);
    case Value::Kind::Context:
        return a.entries().size() == b.entries().size() &&
               std::all_of(a.entries().begin(), a.entries().end(), [&](const ContextEntry& entry) {
                   const Value* other = b.entry(entry.name);
                   return other && identical(entry.value, *other);
               });
    default: return a == b;
    }
}

Value is(const Invocation& call)
{
    return call.spend(comparisonCost(call[0], call[1])) ? Value(identical(call[0], call[1])) : Value();
}

} // namespace

std::vector<BuiltinSpec> temporalBuiltins()
{
    return {
        {{"date(from: string|date|date and time): date", "date(year: number, month: number, day: number): date"},
         dateOf,
         "A date from text, from its parts, or the day of a date and time.",
         "由文本或年月日得到日期。",
         "date(2026, 1, 5)",
         "@\"2026-01-05\""},
        {{"time(from: string|time|date and time|date): time",
          "time(hour: number, minute: number, second: number, offset?: days and time duration?): time"},
         timeOf,
         "A time of day.",
         "由文本或时分秒得到时间。",
         "time(9, 30, 0)",
         "@\"09:30:00\""},
        {{"date and time(from: string|date and time|date): date and time",
          "date and time(date: date|date and time, time: time|string): date and time",
          "date and time(date: date|date and time, timezone: string): date and time"},
         dateTimeOf,
         "A date and time from text, from its two halves, or shown in a time zone.",
         "由文本、日期与时间或时区得到日期时间。",
         "date and time(@\"2026-01-05\", @\"09:30:00\")",
         "@\"2026-01-05T09:30:00@UTC\""},
        {{"duration(from: string|years and months duration|days and time duration): any"},
         duration,
         "A duration from text.",
         "由文本得到时长。",
         "duration(\"P1Y2M\")",
         "@\"P1Y2M\""},
        {{"years and months duration(from: date|date and time, to: date|date and time): years and months duration"},
         monthsBetween,
         "The whole months between two days.",
         "两个日期之间的整月数。",
         "years and months duration(@\"2025-01-31\", @\"2026-03-01\")",
         "@\"P1Y1M\""},
        {{"day of year(date: date|date and time): number"},
         [](const Invocation& call) { return Value(dayOfYear(dayOf(call[0]))); },
         "The number of the day in its year.",
         "一年中的第几天。",
         "day of year(@\"2026-02-01\")",
         "32"},
        {{"day of week(date: date|date and time): string"},
         dayName,
         "The English name of the day.",
         "星期的英文名。",
         "day of week(@\"2026-01-05\")",
         "\"Monday\""},
        {{"month of year(date: date|date and time): string"},
         monthName,
         "The English name of the month.",
         "月份的英文名。",
         "month of year(@\"2026-01-05\")",
         "\"January\""},
        {{"week of year(date: date|date and time): number"},
         [](const Invocation& call) { return Value(weekOfYear(dayOf(call[0]))); },
         "The number of the week (ISO 8601).",
         "一年中的第几周。",
         "week of year(@\"2026-01-05\")",
         "2"},
        {{"is(value1: any, value2: any): boolean"},
         is,
         "Whether two values are the same, time zones included.",
         "两个值是否完全相同（含时区）。",
         "is(@\"09:00:00Z\", @\"09:00:00\")",
         "false"},
        {{"now(): date and time"},
         nullptr,
         "The present moment in the app's time zone.",
         "当前时刻（应用时区）。",
         "now() >= @\"1970-01-01T00:00:00Z\"",
         "true",
         SpecialForm::Now},
        {{"today(): date"},
         nullptr,
         "The present day in the app's time zone.",
         "今天（应用时区）。",
         "today() >= @\"1970-01-01\"",
         "true",
         SpecialForm::Today},
    };
}

} // namespace fw::feel
