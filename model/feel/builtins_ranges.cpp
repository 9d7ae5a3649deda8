// The relations of points and ranges (DMN 1.5, table 79, after Allen) and range() from text.
#include "builtins.h"
#include "operators.h"
#include "syntax.h"

namespace fw::feel
{

namespace
{

/// A point is the range [point..point].
RangeValue asRange(const Value& value)
{
    return value.kind() == Value::Kind::Range ? value.rangeValue() : RangeValue{value, value, true, true};
}

bool isPoint(const Value& value)
{
    return value.kind() != Value::Kind::Range;
}

/// a's end against b's start: -1 before, 0 touching (both included), 1 behind; nothing when they have no order.
std::optional<int> endToStart(const RangeValue& a, const RangeValue& b)
{
    const auto o = order(a.end, b.start);
    if (!o)
        return std::nullopt;
    if (*o != 0)
        return *o < 0 ? -1 : 1;
    return a.endIncluded && b.startIncluded ? 0 : -1;
}

/// Order of two starts; at equal points an included one is the earlier.
std::optional<int> starts(const RangeValue& a, const RangeValue& b)
{
    const auto o = order(a.start, b.start);
    if (!o)
        return std::nullopt;
    if (*o != 0)
        return *o < 0 ? -1 : 1;
    return a.startIncluded == b.startIncluded ? 0 : a.startIncluded ? -1 : 1;
}

std::optional<int> ends(const RangeValue& a, const RangeValue& b)
{
    const auto o = order(a.end, b.end);
    if (!o)
        return std::nullopt;
    if (*o != 0)
        return *o < 0 ? -1 : 1;
    return a.endIncluded == b.endIncluded ? 0 : a.endIncluded ? 1 : -1;
}

Value noOrder(const Invocation& call)
{
    return call.null("feel.wrong_argument",
                     Message(FW_MSG("%1 and %2 cannot be compared."), {kindName(call[0]), kindName(call[1])}));
}

using Relation = std::optional<bool> (*)(const RangeValue&, const RangeValue&);

std::optional<bool> isBefore(const RangeValue& a, const RangeValue& b)
{
    const auto o = endToStart(a, b);
    return o ? std::optional(*o < 0) : std::nullopt;
}
std::optional<bool> isAfter(const RangeValue& a, const RangeValue& b)
{
    return isBefore(b, a);
}
std::optional<bool> isMeeting(const RangeValue& a, const RangeValue& b)
{
    const auto o = order(a.end, b.start);
    return o ? std::optional(*o == 0 && a.endIncluded && b.startIncluded) : std::nullopt;
}
std::optional<bool> isMet(const RangeValue& a, const RangeValue& b)
{
    return isMeeting(b, a);
}
std::optional<bool> isOverlapping(const RangeValue& a, const RangeValue& b)
{
    const auto x = endToStart(a, b), y = endToStart(b, a);
    return x && y ? std::optional(*x >= 0 && *y >= 0) : std::nullopt;
}
std::optional<bool> overlapsBefore(const RangeValue& a, const RangeValue& b)
{
    const auto s = starts(a, b), e = ends(a, b), touch = endToStart(a, b);
    return s && e && touch ? std::optional(*s < 0 && *touch >= 0 && *e <= 0) : std::nullopt;
}
std::optional<bool> overlapsAfter(const RangeValue& a, const RangeValue& b)
{
    return overlapsBefore(b, a);
}
std::optional<bool> isFinishing(const RangeValue& a, const RangeValue& b)
{
    const auto s = starts(a, b), e = ends(a, b);
    return s && e ? std::optional(*e == 0 && *s >= 0) : std::nullopt;
}
std::optional<bool> isFinished(const RangeValue& a, const RangeValue& b)
{
    return isFinishing(b, a);
}
std::optional<bool> isIncluding(const RangeValue& a, const RangeValue& b)
{
    const auto s = starts(a, b), e = ends(a, b);
    return s && e ? std::optional(*s <= 0 && *e >= 0) : std::nullopt;
}
std::optional<bool> isDuring(const RangeValue& a, const RangeValue& b)
{
    return isIncluding(b, a);
}
std::optional<bool> isStarting(const RangeValue& a, const RangeValue& b)
{
    const auto s = starts(a, b), e = ends(a, b);
    return s && e ? std::optional(*s == 0 && *e <= 0) : std::nullopt;
}
std::optional<bool> isStarted(const RangeValue& a, const RangeValue& b)
{
    return isStarting(b, a);
}

template <Relation relation> Value relate(const Invocation& call)
{
    const auto result = relation(asRange(call[0]), asRange(call[1]));
    return result ? Value(*result) : noOrder(call);
}

Value coincides(const Invocation& call)
{
    if (isPoint(call[0]) != isPoint(call[1]))
        return noOrder(call);
    const RangeValue a = asRange(call[0]), b = asRange(call[1]);
    const auto s = starts(a, b), e = ends(a, b);
    return s && e ? Value(*s == 0 && *e == 0) : noOrder(call);
}

bool isRangeEnd(const Value& value)
{
    return value.isNull() || value.kind() == Value::Kind::Number || value.kind() == Value::Kind::String ||
           value.kind() == Value::Kind::Date || value.kind() == Value::Kind::Time ||
           value.kind() == Value::Kind::DateTime || value.kind() == Value::Kind::MonthDuration ||
           value.kind() == Value::Kind::TimeDuration;
}

/// A literal, a negative number, or a date, time or duration made from a literal.
bool isLiteral(const Expression& e)
{
    if (e.kind == Expression::Kind::Literal)
        return true;
    if (e.kind == Expression::Kind::Negate)
        return isLiteral(*e.parts[0]);
    static const QStringList makers{QStringLiteral("date"), QStringLiteral("time"), QStringLiteral("date and time"),
                                    QStringLiteral("duration")};
    return e.kind == Expression::Kind::Call && makers.contains(e.parts[0]->name) &&
           std::all_of(e.parts.begin() + 1, e.parts.end(),
                       [](const ExpressionPtr& p) { return p->kind == Expression::Kind::Literal; });
}

/// range("[18..21)"): only literals may stand in the text.
Value rangeFromText(const Invocation& call)
{
    const QString text = call[0].string().trimmed();
    const auto bad = [&] {
        return call.null("feel.range", Message(FW_MSG("\"%1\" is no range; write it as [1..10]."), {call[0].string()}));
    };
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (text.size() < 4 || dots < 1)
        return bad();
    const QChar open = text.front(), close = text.back();
    if (!QStringLiteral("[](").contains(open) || !QStringLiteral("[])").contains(close))
        return bad();
    Scope scope;
    const auto endPoint = [&](const QString& part) -> std::optional<Value> {
        if (part.trimmed().isEmpty())
            return Value();
        const Parsed parsed = parseExpression(part, Dialect::Strict, namesOf(scope));
        const Compiled compiled = compile(part, scope, CompileOptions{Dialect::Strict, {}, {}});
        if (!compiled.ok() || !isLiteral(*parsed.expression))
            return std::nullopt;
        Value value = compiled.program.evaluate({});
        return value.isNull() || !isRangeEnd(value) ? std::nullopt : std::optional(value);
    };
    const auto start = endPoint(text.mid(1, dots - 1)), end = endPoint(text.mid(dots + 2, text.size() - dots - 3));
    if (!start || !end || (start->isNull() && end->isNull()) || (start->isNull() && open == u'[') ||
        (end->isNull() && close == u']'))
        return bad();
    if (!start->isNull() && !end->isNull()) {
        const auto o = order(*start, *end);
        if (start->kind() != end->kind() || !o || *o > 0)
            return bad();
    }
    return Value::range(RangeValue{*start, *end, open == u'[', close == u']'});
}

} // namespace

std::vector<BuiltinSpec> rangeBuiltins()
{
    return {
        {{"range(from: string): range"},
         rangeFromText,
         "A range from text.",
         "由文本得到区间。",
         "range(\"[1..5]\") = [1..5]",
         "true"},
        {{"before(point1: any, point2: any): boolean", "before(point: any, range: range): boolean",
          "before(range: range, point: any): boolean", "before(range1: range, range2: range): boolean"},
         relate<isBefore>,
         "Whether the first ends before the second begins.",
         "前者是否在后者之前。",
         "before(1, [5..10])",
         "true"},
        {{"after(point1: any, point2: any): boolean", "after(point: any, range: range): boolean",
          "after(range: range, point: any): boolean", "after(range1: range, range2: range): boolean"},
         relate<isAfter>,
         "Whether the first begins after the second ends.",
         "前者是否在后者之后。",
         "after(12, [5..10])",
         "true"},
        {{"meets(range1: range, range2: range): boolean"},
         relate<isMeeting>,
         "Whether the first ends where the second begins.",
         "前一区间的终点是否为后一区间的起点。",
         "meets([1..5], [5..10])",
         "true"},
        {{"met by(range1: range, range2: range): boolean"},
         relate<isMet>,
         "Whether the first begins where the second ends.",
         "前一区间的起点是否为后一区间的终点。",
         "met by([5..10], [1..5])",
         "true"},
        {{"overlaps(range1: range, range2: range): boolean"},
         relate<isOverlapping>,
         "Whether the ranges share a value.",
         "两个区间是否重叠。",
         "overlaps([1..5], [3..8])",
         "true"},
        {{"overlaps before(range1: range, range2: range): boolean"},
         relate<overlapsBefore>,
         "Whether the first begins before the second and ends within it.",
         "前者先开始并在后者内结束。",
         "overlaps before([1..5], [3..8])",
         "true"},
        {{"overlaps after(range1: range, range2: range): boolean"},
         relate<overlapsAfter>,
         "Whether the first begins within the second and ends after it.",
         "前者在后者内开始并后结束。",
         "overlaps after([3..8], [1..5])",
         "true"},
        {{"finishes(point: any, range: range): boolean", "finishes(range1: range, range2: range): boolean"},
         relate<isFinishing>,
         "Whether the point or range ends the range.",
         "该点或区间是否为区间的结尾。",
         "finishes(10, [1..10])",
         "true"},
        {{"finished by(range: range, point: any): boolean", "finished by(range1: range, range2: range): boolean"},
         relate<isFinished>,
         "Whether the range ends with the point or range.",
         "区间是否以该点或区间结尾。",
         "finished by([1..10], 10)",
         "true"},
        {{"includes(range: range, point: any): boolean", "includes(range1: range, range2: range): boolean"},
         relate<isIncluding>,
         "Whether the point or range lies within the range.",
         "区间是否包含该点或区间。",
         "includes([1..10], 5)",
         "true"},
        {{"during(point: any, range: range): boolean", "during(range1: range, range2: range): boolean"},
         relate<isDuring>,
         "Whether the point or range lies within the range.",
         "该点或区间是否在区间内。",
         "during(5, [1..10])",
         "true"},
        {{"starts(point: any, range: range): boolean", "starts(range1: range, range2: range): boolean"},
         relate<isStarting>,
         "Whether the point or range begins the range.",
         "该点或区间是否为区间的开头。",
         "starts(1, [1..10])",
         "true"},
        {{"started by(range: range, point: any): boolean", "started by(range1: range, range2: range): boolean"},
         relate<isStarted>,
         "Whether the range begins with the point or range.",
         "区间是否以该点或区间开头。",
         "started by([1..10], 1)",
         "true"},
        {{"coincides(point1: any, point2: any): boolean", "coincides(range1: range, range2: range): boolean"},
         coincides,
         "Whether two points or two ranges are the same.",
         "两个点或区间是否相同。",
         "coincides([1..5], [1..5])",
         "true"},
    };
}

} // namespace fw::feel
