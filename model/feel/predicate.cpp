#include "predicate.h"
#include "programimpl.h"

namespace fw::feel
{

namespace
{

/// Turns nodes into predicates. A node either is a path from the record, does not depend on the record at all (then it is
/// a constant of this frame), or is one of the operators a store has; anything else ends the attempt.
class Translator
{
public:
    Translator(const Frame& frame, int recordSlot, int localCount)
        : m_frame(frame), m_recordSlot(recordSlot), m_localCount(localCount)
    {
    }

    /// `negated`: under a not(…), where "unknown" and "false" are no longer the same to the reader of rows.
    std::optional<Predicate> condition(const Node& node, bool negated = false) const
    {
        if (const auto* logic = dynamic_cast<const LogicNode*>(&node))
            return combination(logic->operands, logic->isAnd ? Predicate::Op::And : Predicate::Op::Or, negated);
        if (const auto* binary = dynamic_cast<const BinaryNode*>(&node))
            return comparison(binary->op, *binary->left, *binary->right, negated);
        if (const auto* between = dynamic_cast<const BetweenNode*>(&node))
            return both(comparison(Operator::GreaterOrEqual, *between->value, *between->low, negated),
                        comparison(Operator::LessOrEqual, *between->value, *between->high, negated));
        if (const auto* tests = dynamic_cast<const TestsNode*>(&node))
            return membership(*tests, negated);
        if (const auto* builtin = dynamic_cast<const BuiltinNode*>(&node))
            return function(*builtin);
        if (const auto path = pathOf(node); path && node.type.kind() == Type::Kind::Boolean)
            return Predicate{Predicate::Op::Equal, {}, *path, {Value(true)}, {}};
        if (const auto value = constant(node);
            value && ((value->isNull() && !negated) || value->kind() == Value::Kind::Boolean))
            return Predicate{value->isTrue() ? Predicate::Op::True : Predicate::Op::False, {}, {}, {}, {}};
        return std::nullopt;
    }

private:
    /// {"owner", "name"} for record.owner.name; nothing when the node is no chain of members of the record.
    std::optional<QStringList> pathOf(const Node& node) const
    {
        QStringList path;
        const Node* at = &node;
        while (const auto* member = dynamic_cast<const MemberNode*>(at)) {
            if (member->target->type.kind() != Type::Kind::Record)
                return std::nullopt;
            path.prepend(member->name);
            at = member->target.get();
        }
        const auto* slot = dynamic_cast<const SlotNode*>(at);
        return slot && slot->slot == m_recordSlot && !path.isEmpty() ? std::optional(path) : std::nullopt;
    }

    std::optional<Value> constant(const Node& node) const
    {
        if (dependsOnRecord(node))
            return std::nullopt;
        static const Limits limits;
        Evaluation evaluation(m_frame, limits);
        LocalFrame locals(evaluation, m_localCount);
        Value value = node.run(evaluation);
        return evaluation.stopped() ? std::nullopt : std::optional(std::move(value));
    }

    /// Anything with local variables counts as depending, and so do the functions that read a person's history.
    bool dependsOnRecord(const Node& node) const
    {
        if (const auto* slot = dynamic_cast<const SlotNode*>(&node))
            return slot->slot == m_recordSlot;
        const auto* special = dynamic_cast<const SpecialNode*>(&node);
        const bool history =
            special && special->form >= SpecialForm::CountEvents && special->form <= SpecialForm::InSegment;
        if (history || dynamic_cast<const LocalNode*>(&node) || dynamic_cast<const ItemNameNode*>(&node) ||
            dynamic_cast<const FunctionNode*>(&node))
            return true;
        bool depends = false;
        node.eachPart([&](const Node& part) { depends = depends || dependsOnRecord(part); });
        return depends;
    }

    std::optional<Predicate> combination(const Nodes& operands, Predicate::Op op, bool negated) const
    {
        Predicate out{op, {}, {}, {}, {}};
        for (const NodePtr& operand : operands) {
            auto inner = condition(*operand, negated);
            if (!inner)
                return std::nullopt;
            out.operands.push_back(std::move(*inner));
        }
        return out;
    }

    static std::optional<Predicate> both(std::optional<Predicate> a, std::optional<Predicate> b)
    {
        if (!a || !b)
            return std::nullopt;
        return Predicate{Predicate::Op::And, {std::move(*a), std::move(*b)}, {}, {}, {}};
    }

    static Predicate::Op comparisonOp(Operator op)
    {
        switch (op) {
        case Operator::Equal: return Predicate::Op::Equal;
        case Operator::NotEqual: return Predicate::Op::NotEqual;
        case Operator::Less: return Predicate::Op::Less;
        case Operator::LessOrEqual: return Predicate::Op::LessOrEqual;
        case Operator::Greater: return Predicate::Op::Greater;
        default: return Predicate::Op::GreaterOrEqual;
        }
    }

    static Operator mirrored(Operator op)
    {
        switch (op) {
        case Operator::Less: return Operator::Greater;
        case Operator::LessOrEqual: return Operator::GreaterOrEqual;
        case Operator::Greater: return Operator::Less;
        case Operator::GreaterOrEqual: return Operator::LessOrEqual;
        default: return op;
        }
    }

    static Predicate leaf(Predicate::Op op, const QStringList& path, std::vector<Value> values = {},
                          const QStringList& rightPath = {})
    {
        return Predicate{op, {}, path, std::move(values), rightPath};
    }
    static Predicate isNull(const QStringList& path) { return leaf(Predicate::Op::IsNull, path); }
    static Predicate notNull(const QStringList& path)
    {
        return Predicate{Predicate::Op::Not, {isNull(path)}, {}, {}, {}};
    }
    static Predicate group(Predicate::Op op, std::vector<Predicate> operands)
    {
        return Predicate{op, std::move(operands), {}, {}, {}};
    }

    /// A comparison of stored values with a value a column can hold; records compare by their id.
    std::optional<Predicate> comparison(Operator op, const Node& left, const Node& right, bool negated) const
    {
        if (op < Operator::Equal)
            return std::nullopt;
        const auto path = pathOf(left), other = pathOf(right);
        if (path && other)
            return betweenFields(op, *path, *other);
        if (path)
            return compareWith(op, *path, left, right, negated);
        return other ? compareWith(mirrored(op), *other, right, left, negated) : std::nullopt;
    }

    /// null = null is true in FEEL, null = 5 is false.
    static Predicate betweenFields(Operator op, const QStringList& a, const QStringList& b)
    {
        using Op = Predicate::Op;
        if (op != Operator::Equal && op != Operator::NotEqual)
            return leaf(comparisonOp(op), a, {}, b);
        const Predicate valued = group(Op::And, {notNull(a), notNull(b), leaf(comparisonOp(op), a, {}, b)});
        if (op == Operator::Equal)
            return group(Op::Or, {valued, group(Op::And, {isNull(a), isNull(b)})});
        return group(Op::Or,
                     {valued, group(Op::And, {isNull(a), notNull(b)}), group(Op::And, {notNull(a), isNull(b)})});
    }

    std::optional<Predicate> compareWith(Operator op, const QStringList& path, const Node& field, const Node& other,
                                         bool negated) const
    {
        const auto value = constant(other);
        if (!value)
            return std::nullopt;
        if (value->isNull()) {
            if (op == Operator::Equal)
                return isNull(path);
            if (op == Operator::NotEqual)
                return notNull(path);
            return negated ? std::nullopt : std::optional(leaf(Predicate::Op::False, {}));
        }
        if (!storable(field.type, *value))
            return std::nullopt;
        Predicate plain = leaf(comparisonOp(op), path, {*value});
        if (op == Operator::NotEqual)
            return group(Predicate::Op::Or, {std::move(plain), isNull(path)});
        return op == Operator::Equal && negated ? group(Predicate::Op::And, {notNull(path), std::move(plain)}) : plain;
    }

    static bool storable(const Type& field, const Value& value)
    {
        switch (value.kind()) {
        case Value::Kind::Boolean: return field.kind() == Type::Kind::Boolean;
        case Value::Kind::Number: return field.kind() == Type::Kind::Number;
        case Value::Kind::String: return field.kind() == Type::Kind::String;
        case Value::Kind::Date: return field.kind() == Type::Kind::Date;
        case Value::Kind::Time: return field.kind() == Type::Kind::Time;
        case Value::Kind::DateTime: return field.kind() == Type::Kind::DateTime;
        case Value::Kind::MonthDuration: return field.kind() == Type::Kind::MonthDuration;
        case Value::Kind::TimeDuration: return field.kind() == Type::Kind::TimeDuration;
        case Value::Kind::Record: return field.kind() == Type::Kind::Record;
        default: return false;
        }
    }

    std::optional<Predicate> membership(const TestsNode& tests, bool negated) const
    {
        const auto path = pathOf(*tests.input);
        if (!path || tests.negated)
            return std::nullopt;
        Predicate out{Predicate::Op::Or, {}, {}, {}, {}};
        for (const TestNode& test : tests.tests) {
            auto inner = test.kind == TestNode::Kind::Comparison
                             ? compareWith(test.op, *path, *tests.input, *test.operand, negated)
                         : test.kind == TestNode::Kind::Value && !test.usesInput
                             ? among(*path, *tests.input, *test.operand, negated)
                             : std::nullopt;
            if (!inner)
                return std::nullopt;
            out.operands.push_back(std::move(*inner));
        }
        return out.operands.size() == 1 ? std::move(out.operands.front()) : out;
    }

    std::optional<Predicate> among(const QStringList& path, const Node& field, const Node& operand, bool negated) const
    {
        const auto value = constant(operand);
        if (!value)
            return std::nullopt;
        if (value->kind() == Value::Kind::Range)
            return within(path, field, value->rangeValue());
        if (value->kind() != Value::Kind::List)
            return compareWith(Operator::Equal, path, field, operand, negated);
        for (const Value& item : value->items())
            if (!storable(field.type, item))
                return std::nullopt;
        if (value->items().empty())
            return leaf(Predicate::Op::False, {});
        Predicate plain = leaf(Predicate::Op::In, path, value->items());
        return negated ? group(Predicate::Op::And, {notNull(path), std::move(plain)}) : plain;
    }

    static std::optional<Predicate> within(const QStringList& path, const Node& field, const RangeValue& range)
    {
        Predicate out{Predicate::Op::And, {}, {}, {}, {}};
        const auto bound = [&](const Value& value, Predicate::Op op) {
            if (!value.isNull())
                out.operands.push_back(Predicate{op, {}, path, {value}, {}});
            return value.isNull() || storable(field.type, value);
        };
        const bool fits =
            bound(range.start, range.startIncluded ? Predicate::Op::GreaterOrEqual : Predicate::Op::Greater) &&
            bound(range.end, range.endIncluded ? Predicate::Op::LessOrEqual : Predicate::Op::Less);
        return fits ? std::optional(out) : std::nullopt;
    }

    std::optional<Predicate> function(const BuiltinNode& call) const
    {
        const QString& name = call.builtin->name;
        if (name == QLatin1String("not") || name == QLatin1String("NOT")) {
            auto inner = condition(*call.arguments[0], true);
            if (!inner)
                return std::nullopt;
            return Predicate{Predicate::Op::Not, {std::move(*inner)}, {}, {}, {}};
        }
        const std::optional<Predicate::Op> op =
            name == QLatin1String("contains")      ? std::optional(Predicate::Op::Contains)
            : name == QLatin1String("starts with") ? std::optional(Predicate::Op::StartsWith)
            : name == QLatin1String("ends with")   ? std::optional(Predicate::Op::EndsWith)
                                                   : std::nullopt;
        const auto path = op ? pathOf(*call.arguments[0]) : std::nullopt;
        const auto value = path ? constant(*call.arguments[1]) : std::nullopt;
        if (!value || value->kind() != Value::Kind::String || call.arguments[0]->type.kind() != Type::Kind::String)
            return std::nullopt;
        return Predicate{*op, {}, *path, {*value}, {}};
    }

    const Frame& m_frame;
    int m_recordSlot;
    int m_localCount;
};

} // namespace

std::optional<Predicate> toPredicate(const Program& program, const Frame& frame, const QString& recordName)
{
    if (!program.isValid())
        return std::nullopt;
    const ProgramImpl& impl = *program.impl();
    const auto spread = std::find_if(impl.spreads.begin(), impl.spreads.end(),
                                     [&](const Scope::Spread& s) { return s.recordName == recordName; });
    return Translator(frame, spread == impl.spreads.end() ? -1 : spread->slot, impl.localCount).condition(*impl.root);
}

} // namespace fw::feel
