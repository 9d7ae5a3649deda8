#include "builtins.h"
#include "operators.h"

namespace fw::feel
{

namespace
{

Value outOfRange(const Invocation& call)
{
    return call.null("feel.out_of_range", Message(FW_MSG("The result is too large or not defined.")));
}
Value result(const Invocation& call, const std::optional<Decimal>& number)
{
    return number ? Value(*number) : outOfRange(call);
}

template <Rounding rounding> Value roundTo(const Invocation& call)
{
    const auto scale = call.has(1) ? call[1].number().rounded(0, Rounding::Down)->toInt64() : std::optional<qint64>(0);
    if (!scale || *scale < -6111 || *scale > 6176)
        return call.null("feel.wrong_argument", Message(FW_MSG("The scale must lie between -6111 and 6176.")));
    return result(call, call[0].number().rounded(static_cast<int>(*scale), rounding));
}

Value absolute(const Invocation& call)
{
    if (call[0].kind() == Value::Kind::Number)
        return Value(call[0].number().abs());
    const bool negative = call[0].kind() == Value::Kind::MonthDuration
                              ? call[0].monthDuration().months < 0
                              : call[0].timeDuration().seconds < 0 || call[0].timeDuration().nanos < 0;
    return negative ? negate(call[0], call.span) : call[0];
}

Value modulo(const Invocation& call)
{
    if (call[1].number().isZero())
        return call.null("feel.division_by_zero", Message(FW_MSG("Division by zero.")));
    return result(call, call[0].number().modulo(call[1].number()));
}

Value parity(const Invocation& call, bool odd)
{
    if (!call[0].number().isInteger())
        return call.null("feel.wrong_argument", Message(FW_MSG("Only a whole number is even or odd.")));
    const auto rest = call[0].number().modulo(Decimal(2));
    return rest ? Value(rest->isZero() != odd) : outOfRange(call);
}

Value numberFromText(const Invocation& call)
{
    QString text = call[0].string();
    const QString grouping = call.has(1) ? call[1].string() : QString();
    const QString decimal = call.has(2) ? call[2].string() : QString();
    const auto valid = [](const QString& s, std::initializer_list<const char*> allowed) {
        return std::any_of(allowed.begin(), allowed.end(), [&](const char* a) { return s == QLatin1String(a); });
    };
    if ((call.has(1) && !valid(grouping, {" ", ",", "."})) || (call.has(2) && !valid(decimal, {",", "."})) ||
        (call.has(1) && grouping == decimal))
        return call.null("feel.wrong_argument",
                         Message(FW_MSG("The separators must be \" \", \",\" or \".\", and not the same.")));
    if (!grouping.isEmpty())
        text.remove(grouping);
    if (!decimal.isEmpty())
        text.replace(decimal, QStringLiteral("."));
    const auto number = Decimal::fromString(text);
    return number ? Value(*number)
                  : call.null("feel.no_number", Message(FW_MSG("\"%1\" is no number."), {call[0].string()}));
}

} // namespace

std::vector<BuiltinSpec> numberBuiltins()
{
    return {
        {{"number(from: string, grouping separator?: string?, decimal separator?: string?): number"},
         numberFromText,
         "The number a text stands for.",
         "把文本转换成数字。",
         "number(\"1,000.50\", \",\", \".\")",
         "1000.50"},
        {{"decimal(n: number, scale: number): number"},
         roundTo<Rounding::HalfEven>,
         "Rounds to a number of decimals, half to even.",
         "四舍六入五成双到指定小数位。",
         "decimal(2.5, 0)",
         "2"},
        {{"floor(n: number, scale?: number): number"},
         roundTo<Rounding::Floor>,
         "Rounds down, towards minus infinity.",
         "向下取整。",
         "floor(-1.5)",
         "-2"},
        {{"ceiling(n: number, scale?: number): number"},
         roundTo<Rounding::Ceiling>,
         "Rounds up, towards plus infinity.",
         "向上取整。",
         "ceiling(1.2)",
         "2"},
        {{"round up(n: number, scale: number): number"},
         roundTo<Rounding::Up>,
         "Rounds away from zero.",
         "远离零方向舍入。",
         "round up(1.121, 2)",
         "1.13"},
        {{"round down(n: number, scale: number): number"},
         roundTo<Rounding::Down>,
         "Rounds towards zero.",
         "向零方向舍入。",
         "round down(1.129, 2)",
         "1.12"},
        {{"round half up(n: number, scale: number): number"},
         roundTo<Rounding::HalfUp>,
         "Rounds to nearest, half away from zero.",
         "四舍五入。",
         "round half up(1.125, 2)",
         "1.13"},
        {{"round half down(n: number, scale: number): number"},
         roundTo<Rounding::HalfDown>,
         "Rounds to nearest, half towards zero.",
         "五舍六入。",
         "round half down(1.125, 2)",
         "1.12"},
        {{"abs(n: number|years and months duration|days and time duration): T"},
         absolute,
         "The value without its sign.",
         "绝对值。",
         "abs(-3)",
         "3"},
        {{"modulo(dividend: number, divisor: number): number"},
         modulo,
         "The rest of a division; it has the sign of the divisor.",
         "取余数，符号与除数相同。",
         "modulo(-12, 5)",
         "3"},
        {{"sqrt(number: number): number"},
         [](const Invocation& call) { return result(call, call[0].number().sqrt()); },
         "The square root.",
         "平方根。",
         "sqrt(16)",
         "4"},
        {{"log(number: number): number"},
         [](const Invocation& call) { return result(call, call[0].number().log()); },
         "The natural logarithm.",
         "自然对数。",
         "log(1)",
         "0"},
        {{"exp(number: number): number"},
         [](const Invocation& call) { return result(call, call[0].number().exp()); },
         "e raised to the number.",
         "自然指数。",
         "exp(0)",
         "1"},
        {{"odd(number: number): boolean"},
         [](const Invocation& call) { return parity(call, true); },
         "Whether a whole number is odd.",
         "是否为奇数。",
         "odd(3)",
         "true"},
        {{"even(number: number): boolean"},
         [](const Invocation& call) { return parity(call, false); },
         "Whether a whole number is even.",
         "是否为偶数。",
         "even(3)",
         "false"},
        {{"not(negand: boolean): boolean"},
         [](const Invocation& call) { return Value(!call[0].boolean()); },
         "The opposite of a condition.",
         "条件取反。",
         "not(true)",
         "false"},
    };
}

} // namespace fw::feel
