// Excel's functions of dates. Only in the studio dialect.
#include "builtins.h"
#include "operators.h"

namespace fw::feel
{

namespace
{

Date day(const Value& value)
{
    return value.kind() == Value::Kind::Date ? value.date() : value.dateTime().date;
}

Value dateDif(const Invocation& call)
{
    const Date from = day(call[0]), to = day(call[1]);
    const QString unit = call[2].string().toUpper();
    if (to < from)
        return call.null("feel.wrong_argument", Message(FW_MSG("The end lies before the start.")));
    const qint64 months = (qint64(to.year) - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
    if (unit == QLatin1String("D"))
        return Value(to.toEpochDay() - from.toEpochDay());
    if (unit == QLatin1String("M"))
        return Value(months);
    if (unit == QLatin1String("Y"))
        return Value(months / 12);
    if (unit == QLatin1String("YM"))
        return Value(months % 12);
    if (unit == QLatin1String("MD"))
        return Value(to.toEpochDay() - from.plusMonths(months).toEpochDay());
    if (unit == QLatin1String("YD"))
        return Value(to.toEpochDay() - from.plusMonths(months / 12 * 12).toEpochDay());
    return call.null("feel.wrong_argument",
                     Message(FW_MSG("The unit must be \"Y\", \"M\", \"D\", \"YM\", \"MD\" or \"YD\".")));
}

Value eDate(const Invocation& call)
{
    const auto months = call[1].number().rounded(0, Rounding::Down)->toInt64();
    return months ? plusMonths(Value(day(call[0])), *months, call.span)
                  : call.null("feel.out_of_range", Message(FW_MSG("The result is too large or not defined.")));
}

/// 1 = Sunday … 7 = Saturday; with type 2, 1 = Monday … 7 = Sunday; with type 3, 0 = Monday … 6 = Sunday.
Value weekday(const Invocation& call)
{
    const int monday = day(call[0]).weekday();
    const qint64 type = call.has(1) ? call[1].number().rounded(0, Rounding::Down)->toInt64().value_or(0) : 1;
    if (type == 1)
        return Value(monday % 7 + 1);
    if (type == 2)
        return Value(monday);
    if (type == 3)
        return Value(monday - 1);
    if (type >= 11 && type <= 17) // the week begins with Monday (11) … Sunday (17)
        return Value((monday - static_cast<int>(type - 11) + 6) % 7 + 1);
    return call.null("feel.wrong_argument", Message(FW_MSG("The type must be 1, 2, 3 or 11 to 17.")));
}

Value networkDays(const Invocation& call)
{
    qint64 from = day(call[0]).toEpochDay(), to = day(call[1]).toEpochDay();
    const bool backwards = to < from;
    if (backwards)
        std::swap(from, to);
    const auto working = [](qint64 d) { return Date::fromEpochDay(d).weekday() <= 5; };
    // Whole weeks count five each; what is left is at most six days.
    qint64 count = (to - from + 1) / 7 * 5;
    for (qint64 d = from + (to - from + 1) / 7 * 7; d <= to; ++d)
        count += working(d) ? 1 : 0;
    std::vector<qint64> holidays;
    if (call.has(2))
        for (const Value& item : call[2].items())
            if (item.kind() == Value::Kind::Date || item.kind() == Value::Kind::DateTime)
                holidays.push_back(day(item).toEpochDay());
    std::sort(holidays.begin(), holidays.end());
    holidays.erase(std::unique(holidays.begin(), holidays.end()), holidays.end());
    for (const qint64 d : holidays)
        count -= d >= from && d <= to && working(d) ? 1 : 0;
    return Value(backwards ? -count : count);
}

} // namespace

std::vector<BuiltinSpec> excelDateBuiltins()
{
    return {
        {{"DATEDIF(start: date|date and time, end: date|date and time, unit: string): number"},
         dateDif,
         "Whole years, months or days between two days.",
         "两个日期之间的年、月或天数。",
         "DATEDIF(@\"2025-01-31\", @\"2026-03-01\", \"M\")",
         "13"},
        {{"EDATE(start: date|date and time, months: number): date"},
         eDate,
         "The day some months later; the day is clipped to the month's end.",
         "若干个月之后的日期。",
         "EDATE(@\"2026-01-31\", 1)",
         "@\"2026-02-28\""},
        {{"TODAY(): date"},
         nullptr,
         "The present day in the app's time zone.",
         "今天（应用时区）。",
         "TODAY() = today()",
         "true",
         SpecialForm::Today},
        {{"NOW(): date and time"},
         nullptr,
         "The present moment in the app's time zone.",
         "当前时刻（应用时区）。",
         "NOW() = now()",
         "true",
         SpecialForm::Now},
        {{"WEEKDAY(date: date|date and time, type?: number): number"},
         weekday,
         "The day of the week; 1 is Sunday, with type 2 Monday.",
         "星期几，1 为星期日，类型 2 时 1 为星期一。",
         "WEEKDAY(@\"2026-01-05\", 2)",
         "1"},
        {{"NETWORKDAYS(start: date|date and time, end: date|date and time, holidays?: list<date>): number"},
         networkDays,
         "The working days Monday to Friday from start to end, both included.",
         "两个日期之间的工作日数。",
         "NETWORKDAYS(@\"2026-01-05\", @\"2026-01-11\")",
         "5"},
    };
}

} // namespace fw::feel
