// Excel's names with Excel's manners: blanks are skipped or count as "". Only in the studio dialect.
#include "builtins.h"
#include "operators.h"
#include "textformat.h"

#include <QRegularExpression>

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

/// What Excel holds as a number: dates, times and durations are among them.
bool isCounted(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Number:
    case Value::Kind::Date:
    case Value::Kind::Time:
    case Value::Kind::DateTime:
    case Value::Kind::MonthDuration:
    case Value::Kind::TimeDuration: return true;
    default: return false;
    }
}

std::vector<Decimal> numbers(const Invocation& call)
{
    std::vector<Decimal> out;
    for (const Value& value : present(call))
        if (value.kind() == Value::Kind::Number)
            out.push_back(value.number());
    return out;
}

Value outOfRange(const Invocation& call)
{
    return call.null("feel.out_of_range", Message(FW_MSG("The result is too large or not defined.")));
}

Value sum(const Invocation& call)
{
    std::optional<Decimal> total = Decimal();
    for (const Decimal& n : numbers(call))
        total = total ? total->plus(n) : total;
    return total ? Value(*total) : outOfRange(call);
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
    // Excel cuts off what is behind the point of the number of digits.
    const auto digits = call.has(1) ? call[1].number().rounded(0, Rounding::Down)->toInt64() : std::optional<qint64>(0);
    const auto result = digits && *digits < 6000 && *digits > -6000
                            ? call[0].number().rounded(static_cast<int>(*digits), Rounding::HalfUp)
                            : std::nullopt;
    return result ? Value(*result) : outOfRange(call);
}

QString part(const QString& text, qsizetype from, qsizetype count)
{
    const auto points = text.toUcs4().mid(from, count);
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(points.constData()), points.size());
}

/// A count of characters or a position: whole, as Excel cuts it.
qint64 countAt(const Invocation& call, size_t i, qint64 fallback)
{
    return call.has(i) ? call[i].number().rounded(0, Rounding::Down)->toInt64().value_or(-1) : fallback;
}

Value badCount(const Invocation& call)
{
    return call.null("feel.wrong_argument",
                     Message(FW_MSG("Positions begin with 1, and a number of characters is not negative.")));
}

Value left(const Invocation& call)
{
    const qint64 count = countAt(call, 1, 1);
    return count < 0 ? badCount(call) : Value(part(call[0].string(), 0, count));
}

Value right(const Invocation& call)
{
    const qsizetype size = call[0].string().toUcs4().size();
    const qint64 count = std::min<qint64>(size, countAt(call, 1, 1));
    return count < 0 ? badCount(call) : Value(part(call[0].string(), size - count, count));
}

Value mid(const Invocation& call)
{
    const qint64 start = countAt(call, 1, 1), count = countAt(call, 2, 0);
    return start < 1 || count < 0 ? badCount(call) : Value(part(call[0].string(), start - 1, count));
}

Value find(const Invocation& call)
{
    const qint64 start = countAt(call, 2, 1);
    if (start < 1)
        return badCount(call);
    const QString head = part(call[1].string(), 0, start - 1);
    const qsizetype at = call[1].string().indexOf(call[0].string(), head.size());
    if (at < 0)
        return call.null("feel.not_found", Message(FW_MSG("\"%1\" does not occur in the text."), {call[0].string()}));
    return Value(static_cast<qint64>(QStringView(call[1].string()).left(at).toUcs4().size()) + 1);
}

/// How often `part` occurs in `text`, one behind the other.
qint64 occurrences(const QString& text, const QString& part)
{
    return part.isEmpty() ? 0 : text.count(part);
}

Value substitute(const Invocation& call)
{
    QString text = call[0].string();
    const QString &old = call[1].string(), &put = call[2].string();
    if (old.isEmpty())
        return Value(text);
    if (!call.has(3)) {
        const qint64 grown = text.size() + occurrences(text, old) * (put.size() - old.size());
        return call.allowsText(grown) ? Value(text.replace(old, put)) : Value();
    }
    qint64 instance = countAt(call, 3, 1);
    if (instance < 1)
        return badCount(call);
    for (qsizetype at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.size()))
        if (--instance == 0)
            return call.allowsText(text.size() + put.size()) ? Value(text.replace(at, old.size(), put)) : Value();
    return Value(text);
}

Value text(const Invocation& call)
{
    if (call[0].isNull())
        return Value(QStringLiteral(""));
    const auto out = formatText(call[0], call[1].string());
    return out ? Value(*out)
               : call.null("feel.bad_format",
                           Message(FW_MSG("\"%1\" is no format for %2; write for example #,##0.00, 0% or yyyy-mm-dd."),
                                   {call[1].string(), kindName(call[0])}));
}

/// Text as people write amounts: signs of currency, thousands, percent, brackets for minus, full-width digits.
Value value(const Invocation& call)
{
    QString source = call[0].string().normalized(QString::NormalizationForm_KC).trimmed();
    const bool bracketed = source.size() > 2 && source.startsWith(u'(') && source.endsWith(u')');
    if (bracketed)
        source = source.mid(1, source.size() - 2).trimmed();
    const bool minus = source.startsWith(u'-');
    if (minus)
        source = source.mid(1).trimmed();
    static const QRegularExpression currency(QStringLiteral("^(?:[¥$€£]|CNY|RMB|USD|EUR)\\s*"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    source.remove(currency);
    const bool percent = source.endsWith(u'%');
    if (percent)
        source = source.chopped(1).trimmed();
    static const QRegularExpression grouped(QStringLiteral("^\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?$"));
    if (grouped.match(source).hasMatch())
        source.remove(u',');
    const auto number = source.startsWith(u'-') && minus ? std::nullopt : Decimal::fromString(source);
    if (!number)
        return call.null("feel.no_number", Message(FW_MSG("\"%1\" is no number."), {call[0].string()}));
    const Value signedNumber(minus != bracketed ? number->negated() : *number);
    return percent ? applyOperator(Operator::Divide, signedNumber, Value(100), call.span) : signedNumber;
}

/// An amount in the capital numerals of Chinese cheques: 壹仟零伍元贰角整.
Value rmbUpper(const Invocation& call)
{
    static const QString digits = QStringLiteral("零壹贰叁肆伍陆柒捌玖"), places = QStringLiteral("仟佰拾");
    static const std::array<QString, 4> groups{QString(), QStringLiteral("万"), QStringLiteral("亿"),
                                               QStringLiteral("万")};
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
        const auto group = static_cast<size_t>(padded.size() / 4 - 1 - g);
        // 壹万零壹亿, but 壹万亿: what counts ten thousands of 亿 still needs it when no 亿 of its own follow.
        if (any || (group == 2 && padded.size() > 12))
            out += groups[group];
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
         [](const Invocation& call) {
             const Value::Items all = present(call);
             return Value(static_cast<qint64>(std::count_if(all.begin(), all.end(), isCounted)));
         },
         "How many numbers, dates and times there are.",
         "数字、日期与时间的个数。",
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
         "A number, date, time or duration in a format of Excel's.",
         "按 Excel 的格式转换为文本。",
         "TEXT(1234.5, \"#,##0.00\")",
         "\"1,234.50\""},
        {{"VALUE(text: string): number"},
         value,
         "The number a text stands for.",
         "把文本转换为数字。",
         "VALUE(\"1,234.5\")",
         "1234.5"},
        {{"RMBUPPER(amount: number): string"},
         rmbUpper,
         "An amount in Chinese capital numerals.",
         "人民币大写金额。",
         "RMBUPPER(1005.2)",
         "\"壹仟零伍元贰角整\""},
    };
}

} // namespace fw::feel
