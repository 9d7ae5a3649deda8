// Excel's names with Excel's manners: blanks are skipped or count as "". Only in the studio dialect.
#include "builtins.h"
#include "operators.h"

namespace fw::feel
{

namespace
{

void collect(const Value& value, Value::Items& out)
{
    if (value.kind() == Value::Kind::List)
        for (const Value& item : value.items())
            collect(item, out);
    else if (!value.isNull())
        out.push_back(value);
}

Value::Items present(const Invocation& call)
{
    Value::Items out;
    for (const Value& argument : call.arguments)
        collect(argument, out);
    return out;
}

std::vector<Decimal> numbers(const Invocation& call)
{
    std::vector<Decimal> out;
    for (const Value& value : present(call))
        if (value.kind() == Value::Kind::Number)
            out.push_back(value.number());
    return out;
}

Value sum(const Invocation& call)
{
    Decimal total;
    for (const Decimal& n : numbers(call))
        total = total.plus(n).value_or(total);
    return Value(total);
}

Value average(const Invocation& call)
{
    const auto count = static_cast<qint64>(numbers(call).size());
    if (count == 0)
        return call.null("feel.division_by_zero", Message(FW_MSG("There is no number to take the average of.")));
    return applyOperator(Operator::Divide, sum(call), Value(count), call.span);
}

template <bool maximum> Value extreme(const Invocation& call)
{
    Value best;
    for (const Value& value : present(call)) {
        const auto o = best.isNull() ? std::optional(std::weak_ordering::equivalent) : order(value, best);
        if (!o)
            return call.null("feel.wrong_argument",
                             Message(FW_MSG("%1 and %2 have no order."), {kindName(value), kindName(best)}));
        if (best.isNull() || (maximum ? *o > 0 : *o < 0))
            best = value;
    }
    return best;
}

Value concat(const Invocation& call)
{
    QString out;
    for (const Value& value : present(call))
        out += value.toText();
    return Value(out);
}

Value round(const Invocation& call)
{
    const auto digits = call.has(1) ? call[1].number().toInt64() : std::optional<qint64>(0);
    const auto result = digits && std::abs(*digits) < 6000
                            ? call[0].number().rounded(static_cast<int>(*digits), Rounding::HalfUp)
                            : std::nullopt;
    return result ? Value(*result)
                  : call.null("feel.wrong_argument", Message(FW_MSG("The number of digits must be a whole number.")));
}

QString part(const QString& text, qsizetype from, qsizetype count)
{
    const auto points = text.toUcs4().mid(from, count);
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(points.constData()), points.size());
}

qint64 countAt(const Invocation& call, size_t i, qint64 fallback)
{
    return call.has(i) ? std::max<qint64>(0, call[i].number().rounded(0, Rounding::Down)->toInt64().value_or(0))
                       : fallback;
}

Value left(const Invocation& call)
{
    return Value(part(call[0].string(), 0, countAt(call, 1, 1)));
}

Value right(const Invocation& call)
{
    const qsizetype size = call[0].string().toUcs4().size();
    const qint64 count = std::min<qint64>(size, countAt(call, 1, 1));
    return Value(part(call[0].string(), size - count, count));
}

Value mid(const Invocation& call)
{
    const qint64 start = countAt(call, 1, 1);
    return start < 1 ? call.null("feel.wrong_argument", Message(FW_MSG("Positions begin with 1.")))
                     : Value(part(call[0].string(), start - 1, countAt(call, 2, 0)));
}

Value find(const Invocation& call)
{
    const qint64 start = std::max<qint64>(1, countAt(call, 2, 1));
    const QString head = part(call[1].string(), 0, start - 1);
    const qsizetype at = call[1].string().indexOf(call[0].string(), head.size());
    if (at < 0)
        return call.null("feel.not_found", Message(FW_MSG("\"%1\" does not occur in the text."), {call[0].string()}));
    return Value(static_cast<qint64>(call[1].string().left(at).toUcs4().size()) + 1);
}

Value substitute(const Invocation& call)
{
    QString text = call[0].string();
    if (call[1].string().isEmpty())
        return Value(text);
    if (!call.has(3))
        return Value(text.replace(call[1].string(), call[2].string()));
    qint64 instance = countAt(call, 3, 1);
    for (qsizetype at = text.indexOf(call[1].string()); at >= 0;
         at = text.indexOf(call[1].string(), at + call[1].string().size()))
        if (--instance == 0)
            return Value(text.replace(at, call[1].string().size(), call[2].string()));
    return Value(text);
}

QString grouped(QString digits)
{
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u',');
    return digits;
}

/// Number formats of the form "#,##0.00", "0%", "0.0": the rest of Excel's little language is refused.
std::optional<QString> formattedNumber(const Decimal& number, const QString& format)
{
    const bool percent = format.endsWith(u'%');
    const QString body = percent ? format.chopped(1) : format;
    for (const QChar c : body)
        if (!QStringLiteral("#0,.").contains(c))
            return std::nullopt;
    const qsizetype point = body.indexOf(u'.');
    const int decimals = point < 0 ? 0 : static_cast<int>(body.size() - point - 1);
    const auto scaled = percent ? number.times(Decimal(100)) : number;
    const auto fixed = scaled ? scaled->rounded(decimals, Rounding::HalfUp) : std::nullopt;
    if (!fixed)
        return std::nullopt;
    QString text = fixed->abs().toString();
    QString whole = text.section(u'.', 0, 0);
    const QString rest = text.section(u'.', 1);
    if (body.contains(u','))
        whole = grouped(whole);
    text = rest.isEmpty() ? whole : whole + u'.' + rest;
    return (fixed->isNegative() ? QStringLiteral("-") : QString()) + text + (percent ? QStringLiteral("%") : QString());
}

/// yyyy, mm, dd, hh, nn as in "yyyy-mm-dd hh:mm"; "mm" behind "hh" are minutes.
QString formattedDate(const DateTime& value, const QString& format)
{
    QString out;
    bool afterHour = false;
    for (qsizetype i = 0; i < format.size();) {
        const QChar c = format[i].toLower();
        qsizetype n = 1;
        while (i + n < format.size() && format[i + n].toLower() == c)
            ++n;
        const auto padded = [&](qint64 number) { return QString::number(number).rightJustified(n > 1 ? 2 : 1, u'0'); };
        const qint64 second = value.time.nanos / 1'000'000'000;
        if (c == u'y')
            out += n > 2 ? QString::number(value.date.year).rightJustified(4, u'0') : padded(value.date.year % 100);
        else if (c == u'm' && !afterHour)
            out += padded(value.date.month);
        else if (c == u'm')
            out += padded(second / 60 % 60);
        else if (c == u'd')
            out += padded(value.date.day);
        else if (c == u'h')
            out += padded(second / 3600);
        else if (c == u's')
            out += padded(second % 60);
        else
            out += format.mid(i, n);
        if (c.isLetter())
            afterHour = c == u'h';
        i += n;
    }
    return out;
}

Value text(const Invocation& call)
{
    const QString format = call[1].string();
    if (call[0].isNull())
        return Value(QStringLiteral(""));
    if (call[0].kind() == Value::Kind::Number) {
        const auto out = formattedNumber(call[0].number(), format);
        return out ? Value(*out)
                   : call.null(
                         "feel.bad_format",
                         Message(FW_MSG("\"%1\" is no number format; write for example #,##0.00 or 0%."), {format}));
    }
    if (call[0].kind() == Value::Kind::Date)
        return Value(formattedDate(startOfDay(call[0].date()), format));
    if (call[0].kind() == Value::Kind::DateTime)
        return Value(formattedDate(call[0].dateTime(), format));
    return Value(call[0].toText());
}

Value value(const Invocation& call)
{
    QString source = call[0].string().trimmed().remove(u',');
    const bool percent = source.endsWith(u'%');
    if (percent)
        source.chop(1);
    const auto number = Decimal::fromString(source);
    if (!number)
        return call.null("feel.no_number", Message(FW_MSG("\"%1\" is no number."), {call[0].string()}));
    return percent ? applyOperator(Operator::Divide, Value(*number), Value(100), call.span) : Value(*number);
}

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

/// 1 = Sunday … 7 = Saturday; with type 2, 1 = Monday … 7 = Sunday; with type 3, 0 = Monday.
Value weekday(const Invocation& call)
{
    const int monday = day(call[0]).weekday();
    switch (countAt(call, 1, 1)) {
    case 1: return Value(monday % 7 + 1);
    case 2: return Value(monday);
    case 3: return Value(monday - 1);
    default: return call.null("feel.wrong_argument", Message(FW_MSG("The type must be 1, 2 or 3.")));
    }
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
            if (item.kind() == Value::Kind::Date)
                holidays.push_back(item.date().toEpochDay());
    std::sort(holidays.begin(), holidays.end());
    holidays.erase(std::unique(holidays.begin(), holidays.end()), holidays.end());
    for (const qint64 d : holidays)
        count -= d >= from && d <= to && working(d) ? 1 : 0;
    return Value(backwards ? -count : count);
}

/// An amount in the capital numerals of Chinese cheques: 壹仟零伍元贰角整.
Value rmbUpper(const Invocation& call)
{
    static const QString digits = QStringLiteral("零壹贰叁肆伍陆柒捌玖"), places = QStringLiteral("仟佰拾");
    static const std::array<QString, 4> groups{QString(), QStringLiteral("万"), QStringLiteral("亿"),
                                               QStringLiteral("万亿")};
    const auto fen = call[0].number().abs().toScaled(2);
    if (!fen || *fen / 100 >= 10'000'000'000'000'000)
        return call.null("feel.out_of_range", Message(FW_MSG("The result is too large or not defined.")));
    QString out;
    const QString yuan = QString::number(*fen / 100);
    const QString padded = yuan.rightJustified((yuan.size() + 3) / 4 * 4, u'0');
    bool zero = false;
    for (qsizetype g = 0; g < padded.size() / 4; ++g) {
        bool any = false;
        for (qsizetype i = 0; i < 4; ++i) {
            const int d = padded[g * 4 + i].digitValue();
            if (d == 0) {
                zero = !out.isEmpty();
                continue;
            }
            out += (zero ? QStringLiteral("零") : QString()) + digits[d] + (i < 3 ? QString(places[i]) : QString());
            zero = false;
            any = true;
        }
        if (any)
            out += groups[static_cast<size_t>(padded.size() / 4 - 1 - g)];
    }
    if (!out.isEmpty())
        out += u'元';
    const int jiao = static_cast<int>(*fen / 10 % 10), cent = static_cast<int>(*fen % 10);
    if (jiao)
        out += QString(digits[jiao]) + u'角';
    else if (cent && !out.isEmpty())
        out += u'零';
    if (cent)
        out += QString(digits[cent]) + u'分';
    if (out.isEmpty())
        out = QStringLiteral("零元");
    if (!cent)
        out += u'整';
    return Value((call[0].number().isNegative() && *fen ? QStringLiteral("负") : QString()) + out);
}

} // namespace

std::vector<BuiltinSpec> excelBuiltins()
{
    return {
        {{"IF(condition: boolean, yes: any, no?: any): any"},
         nullptr,
         "One of two values, by a condition.",
         "按条件取值。",
         "IF(1 < 2, \"a\", \"b\")",
         "\"a\"",
         SpecialForm::If},
        {{"IFS(condition...: any): any"},
         nullptr,
         "The value behind the first condition that is met.",
         "取第一个满足条件的值。",
         "IFS(false, 1, true, 2)",
         "2",
         SpecialForm::Ifs},
        {{"SWITCH(value: any, cases...: any): any"},
         nullptr,
         "The result behind the case equal to the value, else the last.",
         "按值匹配结果。",
         "SWITCH(2, 1, \"a\", 2, \"b\", \"c\")",
         "\"b\"",
         SpecialForm::Switch},
        {{"AND(condition...: any): boolean"},
         nullptr,
         "Whether all conditions are met; blanks are skipped.",
         "是否全部满足。",
         "AND(true, 1 < 2)",
         "true",
         SpecialForm::And},
        {{"OR(condition...: any): boolean"},
         nullptr,
         "Whether one condition is met; blanks are skipped.",
         "是否有一个满足。",
         "OR(false, 1 < 2)",
         "true",
         SpecialForm::Or},
        {{"NOT(condition: boolean): boolean"},
         [](const Invocation& call) { return Value(!call[0].boolean()); },
         "The opposite of a condition.",
         "条件取反。",
         "NOT(false)",
         "true"},
        {{"ISBLANK(value: any): boolean"},
         nullptr,
         "Whether the value is empty.",
         "是否为空。",
         "ISBLANK(\"\")",
         "true",
         SpecialForm::IsBlank},
        {{"IFBLANK(value: any, otherwise: any): any"},
         nullptr,
         "The value, or the other one when it is empty.",
         "为空时取另一个值。",
         "IFBLANK(null, 7)",
         "7",
         SpecialForm::IfBlank},
        {{"SUM(number...: any): number"},
         sum,
         "The sum; blanks are skipped.",
         "求和，忽略空值。",
         "SUM(1, null, [2, 3])",
         "6"},
        {{"AVERAGE(number...: any): number"},
         average,
         "The average; blanks are skipped.",
         "平均值，忽略空值。",
         "AVERAGE(1, null, 3)",
         "2"},
        {{"MIN(value...: any): any"},
         extreme<false>,
         "The smallest; blanks are skipped.",
         "最小值，忽略空值。",
         "MIN(3, null, 1)",
         "1"},
        {{"MAX(value...: any): any"},
         extreme<true>,
         "The largest; blanks are skipped.",
         "最大值，忽略空值。",
         "MAX(3, null, 1)",
         "3"},
        {{"COUNT(value...: any): number"},
         [](const Invocation& call) { return Value(static_cast<qint64>(numbers(call).size())); },
         "How many numbers there are.",
         "数字的个数。",
         "COUNT(1, null, \"a\", 2)",
         "2"},
        {{"ROUND(number: number, digits?: number): number"},
         round,
         "Rounds to nearest, half away from zero.",
         "四舍五入。",
         "ROUND(2.345, 2)",
         "2.35"},
        {{"CONCAT(text...: any): string"},
         concat,
         "Joins texts; blanks are empty.",
         "连接文本，空值视为空文本。",
         "CONCAT(\"a\", null, 1)",
         "\"a1\""},
        {{"LEFT(text: string, count?: number): string"},
         left,
         "The first characters.",
         "左侧字符。",
         "LEFT(\"客户关系\", 2)",
         "\"客户\""},
        {{"RIGHT(text: string, count?: number): string"},
         right,
         "The last characters.",
         "右侧字符。",
         "RIGHT(\"abc\", 2)",
         "\"bc\""},
        {{"MID(text: string, start: number, count: number): string"},
         mid,
         "Characters from a position.",
         "从指定位置截取字符。",
         "MID(\"abcdef\", 2, 3)",
         "\"bcd\""},
        {{"LEN(text: string): number"},
         [](const Invocation& call) { return Value(static_cast<qint64>(call[0].string().toUcs4().size())); },
         "The number of characters.",
         "字符数。",
         "LEN(\"你好\")",
         "2"},
        {{"FIND(part: string, text: string, start?: number): number"},
         find,
         "The position of a part in a text.",
         "查找文本的位置。",
         "FIND(\"b\", \"abc\")",
         "2"},
        {{"SUBSTITUTE(text: string, old: string, new: string, instance?: number): string"},
         substitute,
         "Replaces a part of a text everywhere, or its n-th occurrence.",
         "替换文本。",
         "SUBSTITUTE(\"a-b-c\", \"-\", \"+\")",
         "\"a+b+c\""},
        {{"TEXT(value: any, format: string): string"},
         text,
         "A number or date in a format.",
         "按格式转换为文本。",
         "TEXT(1234.5, \"#,##0.00\")",
         "\"1,234.50\""},
        {{"VALUE(text: string): number"},
         value,
         "The number a text stands for.",
         "把文本转换为数字。",
         "VALUE(\"1,234.5\")",
         "1234.5"},
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
        {{"RMBUPPER(amount: number): string"},
         rmbUpper,
         "An amount in Chinese capital numerals.",
         "人民币大写金额。",
         "RMBUPPER(1005.2)",
         "\"壹仟零伍元贰角整\""},
    };
}

} // namespace fw::feel
