// "amount - 5 > 20" as "amount > 25", "today() - signed_on > @"P30D"" as "signed_on < …": for stores, which keep columns
// and not expressions.
#include "solving.h"

namespace fw::feel
{

namespace
{

bool isNumber(const Value& value)
{
    return value.kind() == Value::Kind::Number;
}

/// Numbers whose sums with any column value need no rounding: a column has at most 19 digits, 8 of them behind the point.
bool isModest(const Value& value)
{
    if (!isNumber(value))
        return false;
    const auto cut = value.number().rounded(8, Rounding::Down);
    return cut && *cut == value.number() && value.number().abs() < *Decimal::fromString(u"1e15");
}

bool isMoment(Type::Kind kind)
{
    return kind == Type::Kind::Date || kind == Type::Kind::DateTime;
}

bool isMoment(const Value& value)
{
    return value.kind() == Value::Kind::Date ||
           (value.kind() == Value::Kind::DateTime && value.dateTime().time.zone.kind != Zone::Kind::None);
}

bool isWholeDays(const Value& duration)
{
    return duration.timeDuration().nanos == 0 && duration.timeDuration().seconds % 86'400 == 0;
}

/// Dates stand for the first moment of their day in UTC where two moments are subtracted.
Value asInstant(const Value& moment)
{
    return moment.kind() == Value::Kind::Date ? Value(startOfDay(moment.date())) : moment;
}

class Solver
{
public:
    explicit Solver(const FieldSource& source) : m_source(source) {}

    std::optional<Solved> solve(Operator op, const Node& side, const Value& value) const
    {
        if (const auto path = m_source.pathOf(side))
            return Solved{*path, &side, {}, false, op, value, false, false};
        if (const auto* builtin = dynamic_cast<const BuiltinNode*>(&side))
            return dayOf(op, *builtin, value);
        const auto* binary = dynamic_cast<const BinaryNode*>(&side);
        if (!binary || (binary->op != Operator::Add && binary->op != Operator::Subtract) || value.isNull())
            return std::nullopt;
        const bool plus = binary->op == Operator::Add;
        if (const auto right = m_source.constant(*binary->right))
            return withoutRight(op, *binary->left, *right, plus, value);
        if (const auto left = m_source.constant(*binary->left))
            return withoutLeft(op, *left, *binary->right, plus, value);
        return twoFields(op, *binary, value);
    }

private:
    /// side ± c op value
    std::optional<Solved> withoutRight(Operator op, const Node& side, const Value& c, bool plus,
                                       const Value& value) const
    {
        const Operator inverse = plus ? Operator::Subtract : Operator::Add;
        if (isNumber(c) && isModest(c) && isModest(value))
            return further(op, side, applyOperator(inverse, value, c, {}));
        if (c.kind() == Value::Kind::TimeDuration && isMoment(side.type.kind())) {
            // A date plus part of a day is a date again: whole days only.
            const bool exact = side.type.kind() == Type::Kind::DateTime
                                   ? value.kind() == Value::Kind::DateTime
                                   : isWholeDays(c) && value.kind() == Value::Kind::Date;
            return exact && isMoment(value) ? further(op, side, applyOperator(inverse, value, c, {})) : std::nullopt;
        }
        if (!plus && isMoment(c) && isMoment(side.type.kind()) && value.kind() == Value::Kind::TimeDuration)
            return instant(op, side, applyOperator(Operator::Add, asInstant(c), value, {}));
        return std::nullopt;
    }

    /// c ± side op value
    std::optional<Solved> withoutLeft(Operator op, const Value& c, const Node& side, bool plus,
                                      const Value& value) const
    {
        if (plus)
            return isNumber(c) || c.kind() == Value::Kind::TimeDuration ? withoutRight(op, side, c, true, value)
                                                                        : std::nullopt;
        if (isModest(c) && isModest(value))
            return further(mirrored(op), side, applyOperator(Operator::Subtract, c, value, {}));
        if (isMoment(c) && isMoment(side.type.kind()) && value.kind() == Value::Kind::TimeDuration)
            return instant(mirrored(op), side, applyOperator(Operator::Subtract, asInstant(c), value, {}));
        return std::nullopt;
    }

    std::optional<Solved> further(Operator op, const Node& side, const Value& value) const
    {
        return value.isNull() ? std::nullopt : solve(op, side, value);
    }

    /// A field that is compared as an instant.
    std::optional<Solved> instant(Operator op, const Node& side, const Value& value) const
    {
        const auto path = value.isNull() ? std::nullopt : m_source.pathOf(side);
        if (!path)
            return std::nullopt;
        return Solved{*path, &side, {}, false, op, value, side.type.kind() == Type::Kind::Date, false};
    }

    std::optional<Solved> twoFields(Operator op, const BinaryNode& binary, const Value& value) const
    {
        const auto left = m_source.pathOf(*binary.left), right = m_source.pathOf(*binary.right);
        const bool numbers =
            binary.left->type.kind() == Type::Kind::Number && binary.right->type.kind() == Type::Kind::Number;
        if (!left || !right || !numbers || !isModest(value))
            return std::nullopt;
        return Solved{*left, binary.left.get(), *right, binary.op == Operator::Subtract, op, value, false, false};
    }

    std::optional<Solved> dayOf(Operator op, const BuiltinNode& call, const Value& value) const
    {
        if (call.builtin->name != QLatin1String("date") || call.arguments.size() != 1 || !call.arguments[0] ||
            call.arguments[0]->type.kind() != Type::Kind::DateTime || value.kind() != Value::Kind::Date)
            return std::nullopt;
        const auto path = m_source.pathOf(*call.arguments[0]);
        return path ? std::optional(Solved{*path, call.arguments[0].get(), {}, false, op, value, false, true})
                    : std::nullopt;
    }

    const FieldSource& m_source;
};

/// A field alone, or with a constant added or taken away: the field and the constant.
struct Shifted {
    const Node* field;
    Value by; ///< null: nothing
    bool plus = true;
};

std::optional<Shifted> shifted(const Node& node, const FieldSource& source)
{
    if (source.pathOf(node))
        return Shifted{&node, Value(), true};
    const auto* binary = dynamic_cast<const BinaryNode*>(&node);
    if (!binary || (binary->op != Operator::Add && binary->op != Operator::Subtract) || !source.pathOf(*binary->left))
        return std::nullopt;
    const auto by = source.constant(*binary->right);
    return by && isModest(*by) ? std::optional(Shifted{binary->left.get(), *by, binary->op == Operator::Add})
                               : std::nullopt;
}

} // namespace

Operator mirrored(Operator op)
{
    switch (op) {
    case Operator::Less: return Operator::Greater;
    case Operator::LessOrEqual: return Operator::GreaterOrEqual;
    case Operator::Greater: return Operator::Less;
    case Operator::GreaterOrEqual: return Operator::LessOrEqual;
    default: return op;
    }
}

std::optional<Solved> solve(Operator op, const Node& side, const Value& value, const FieldSource& source)
{
    return Solver(source).solve(op, side, value);
}

std::optional<Solved> solveFields(Operator op, const Node& left, const Node& right, const FieldSource& source)
{
    const auto l = shifted(left, source), r = shifted(right, source);
    const bool numbers =
        l && r && l->field->type.kind() == Type::Kind::Number && r->field->type.kind() == Type::Kind::Number;
    if (!numbers || (l->by.isNull() && r->by.isNull()))
        return std::nullopt;
    // left − right op (what is added on the right) − (what is added on the left)
    const auto amount = [](const Shifted& s) { return s.by.isNull() ? Value(0) : s.plus ? s.by : negate(s.by, {}); };
    const Value value = applyOperator(Operator::Subtract, amount(*r), amount(*l), {});
    return Solved{*source.pathOf(*l->field), l->field, *source.pathOf(*r->field), true, op, value, false, false};
}

} // namespace fw::feel
