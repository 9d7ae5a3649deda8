#include "predicate.h"
#include "programimpl.h"
#include "solving.h"

namespace fw::feel
{

namespace
{

using Op = Predicate::Op;

Predicate leaf(Op op, const QStringList& path, std::vector<Value> values = {}, const QStringList& rightPath = {})
{
    Predicate out;
    out.op = op;
    out.path = path;
    out.values = std::move(values);
    out.rightPath = rightPath;
    return out;
}

Predicate group(Op op, std::vector<Predicate> operands)
{
    Predicate out;
    out.op = op;
    out.operands = std::move(operands);
    return out;
}

Predicate negation(Predicate inner)
{
    return group(Op::Not, {std::move(inner)});
}
Predicate isTrue(Predicate inner)
{
    return group(Op::IsTrue, {std::move(inner)});
}
Predicate isNull(const QStringList& path)
{
    return leaf(Op::IsNull, path);
}
Predicate notNull(const QStringList& path)
{
    return negation(isNull(path));
}

Op comparisonOp(Operator op)
{
    switch (op) {
    case Operator::Equal: return Op::Equal;
    case Operator::NotEqual: return Op::NotEqual;
    case Operator::Less: return Op::Less;
    case Operator::LessOrEqual: return Op::LessOrEqual;
    case Operator::Greater: return Op::Greater;
    default: return Op::GreaterOrEqual;
    }
}

/// Whether a column of that type can hold the value.
bool storable(const Type& field, const Value& value)
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

/// What a column can equal: equality does not look behind the millisecond (operators.cpp), columns hold no more.
Value equalable(const Value& value)
{
    if (value.kind() != Value::Kind::DateTime)
        return value;
    DateTime cut = value.dateTime();
    cut.time.nanos -= cut.time.nanos % 1'000'000;
    return Value(cut);
}

/// Turns nodes into predicates. A node either is a path from the record, does not depend on the record at all (then it is
/// a constant of this frame), or is one of the operators a store has; anything else ends the attempt.
///
/// Every predicate made is exact in three-valued logic when `exact` is asked for; else it may say false for unknown, which
/// is the same to the reader of rows.
class Translator : public FieldSource
{
public:
    /// The record stands in a slot of the frame, or (`local` ≥ 0) in a local variable: one of a list of related records.
    Translator(const Frame& frame, int recordSlot, int local, int localCount)
        : m_frame(frame), m_recordSlot(recordSlot), m_local(local), m_localCount(localCount)
    {
    }

    std::optional<Predicate> condition(const Node& node, bool exact) const
    {
        if (const auto* logic = dynamic_cast<const LogicNode*>(&node))
            return combination(logic->operands, logic->isAnd ? Op::And : Op::Or, exact);
        if (const auto* binary = dynamic_cast<const BinaryNode*>(&node))
            return comparison(binary->op, *binary->left, *binary->right, exact);
        if (const auto* between = dynamic_cast<const BetweenNode*>(&node))
            return inBetween(*between, exact);
        if (const auto* tests = dynamic_cast<const TestsNode*>(&node))
            return membership(*tests, exact);
        if (const auto* builtin = dynamic_cast<const BuiltinNode*>(&node))
            return function(*builtin, exact);
        if (const auto* special = dynamic_cast<const SpecialNode*>(&node))
            return excelFunction(*special, exact);
        if (const auto* choice = dynamic_cast<const IfNode*>(&node))
            return either(*choice->condition, *choice->yes, *choice->no, exact);
        if (const auto* quantified = dynamic_cast<const QuantifiedNode*>(&node))
            return quantifier(*quantified);
        if (const auto path = pathOf(node); path && node.type.kind() == Type::Kind::Boolean)
            return leaf(Op::Equal, *path, {Value(true)});
        return constantCondition(node, exact);
    }

    std::optional<QStringList> pathOf(const Node& node) const override
    {
        QStringList path;
        const Node* at = &node;
        while (const auto* member = dynamic_cast<const MemberNode*>(at)) {
            const Type::Kind target = member->target->type.kind(); // of a range: its ends
            if (target != Type::Kind::Record && target != Type::Kind::Range)
                return std::nullopt;
            path.prepend(member->name);
            at = member->target.get();
        }
        return isRecord(*at) && !path.isEmpty() ? std::optional(path) : std::nullopt;
    }

    std::optional<Value> constant(const Node& node) const override
    {
        if (dependsOnRecord(node))
            return std::nullopt;
        static const Limits limits;
        Evaluation evaluation(m_frame, limits);
        LocalFrame locals(evaluation, m_localCount);
        Value value = node.run(evaluation);
        return evaluation.stopped() ? std::nullopt : std::optional(std::move(value));
    }

    QTimeZone zone() const override { return m_frame.environment ? m_frame.environment->zone() : QTimeZone::utc(); }

private:
    bool isRecord(const Node& node) const
    {
        if (m_local >= 0) {
            const auto* local = dynamic_cast<const LocalNode*>(&node);
            return local && local->index == m_local;
        }
        const auto* slot = dynamic_cast<const SlotNode*>(&node);
        return slot && slot->slot == m_recordSlot;
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

    std::optional<Predicate> constantCondition(const Node& node, bool exact) const
    {
        const auto value = constant(node);
        if (!value || (value->kind() != Value::Kind::Boolean && (exact || !value->isNull())))
            return std::nullopt;
        return leaf(value->isTrue() ? Op::True : Op::False, {});
    }

    std::optional<Predicate> combination(const Nodes& operands, Op op, bool exact) const
    {
        Predicate out = group(op, {});
        for (const NodePtr& operand : operands) {
            auto inner = condition(*operand, exact);
            if (!inner)
                return std::nullopt;
            out.operands.push_back(std::move(*inner));
        }
        return out;
    }

    std::optional<Predicate> inBetween(const BetweenNode& between, bool exact) const
    {
        // FEEL's between is unknown as soon as one comparison is, SQL's AND is not.
        if (exact && (!constant(*between.low) || !constant(*between.high)))
            return std::nullopt;
        auto low = comparison(Operator::GreaterOrEqual, *between.value, *between.low, exact);
        auto high = comparison(Operator::LessOrEqual, *between.value, *between.high, exact);
        if (!low || !high)
            return std::nullopt;
        return group(Op::And, {std::move(*low), std::move(*high)});
    }

    /// if condition then yes else no: an unknown condition is not met.
    std::optional<Predicate> either(const Node& test, const Node& yes, const Node& no, bool exact) const
    {
        auto met = condition(test, false), first = condition(yes, exact), second = condition(no, exact);
        if (!met || !first || !second)
            return std::nullopt;
        const Predicate holds = isTrue(std::move(*met));
        return group(Op::Or, {group(Op::And, {holds, std::move(*first)}),
                              group(Op::And, {negation(holds), std::move(*second)})});
    }

    /// A comparison of stored values with a value a column can hold; records compare by their id.
    std::optional<Predicate> comparison(Operator op, const Node& left, const Node& right, bool exact) const
    {
        if (op < Operator::Equal)
            return std::nullopt;
        const auto path = pathOf(left), other = pathOf(right);
        if (path && other)
            return betweenFields(op, *path, *other);
        if (const auto value = constant(right))
            return compareWith(op, left, *value, exact);
        if (const auto value = constant(left))
            return compareWith(mirrored(op), right, *value, exact);
        const auto solved = solveFields(op, left, right, *this);
        return solved ? compareSolved(*solved, exact) : std::nullopt;
    }

    /// null = null is true in FEEL, null = 5 is false.
    static Predicate betweenFields(Operator op, const QStringList& a, const QStringList& b)
    {
        if (op != Operator::Equal && op != Operator::NotEqual)
            return leaf(comparisonOp(op), a, {}, b);
        const Predicate valued = group(Op::And, {notNull(a), notNull(b), leaf(comparisonOp(op), a, {}, b)});
        if (op == Operator::Equal)
            return group(Op::Or, {valued, group(Op::And, {isNull(a), isNull(b)})});
        return group(Op::Or,
                     {valued, group(Op::And, {isNull(a), notNull(b)}), group(Op::And, {notNull(a), isNull(b)})});
    }

    std::optional<Predicate> compareWith(Operator op, const Node& side, const Value& value, bool exact) const
    {
        if (const auto counted = countOf(side))
            return compareCount(op, *counted, value);
        if (value.isNull()) {
            const auto path = pathOf(side);
            if (!path || (exact && op > Operator::NotEqual))
                return std::nullopt;
            return op == Operator::Equal      ? isNull(*path)
                   : op == Operator::NotEqual ? notNull(*path)
                                              : leaf(Op::False, {});
        }
        const auto solved = solve(op, side, value, *this);
        return solved ? compareSolved(*solved, exact) : std::nullopt;
    }

    std::optional<Predicate> compareSolved(const Solved& solved, bool exact) const
    {
        auto plain = comparisonOfColumn(solved);
        if (!plain)
            return std::nullopt;
        if (solved.op != Operator::Equal && solved.op != Operator::NotEqual)
            return plain;
        // What is computed from an empty field is empty, and an empty value equals no other.
        std::vector<Predicate> empty{isNull(solved.path)};
        if (!solved.addend.isEmpty())
            empty.push_back(isNull(solved.addend));
        if (solved.op == Operator::NotEqual) {
            empty.insert(empty.begin(), std::move(*plain));
            return group(Op::Or, std::move(empty));
        }
        if (!exact)
            return plain;
        for (Predicate& test : empty)
            test = negation(std::move(test));
        empty.push_back(std::move(*plain));
        return group(Op::And, std::move(empty));
    }

    /// The comparison itself: unknown where the field is empty.
    std::optional<Predicate> comparisonOfColumn(const Solved& solved) const
    {
        const Type& type = solved.field->type;
        if (solved.dayOf)
            return dayComparison(solved);
        if (type.kind() == Type::Kind::Date && solved.value.kind() == Value::Kind::DateTime)
            return dateAgainstInstant(solved);
        if (type.kind() == Type::Kind::DateTime && solved.value.kind() == Value::Kind::Date) {
            // A date against a date and time is the first moment of the day where that is shown.
            if (solved.op == Operator::Equal || solved.op == Operator::NotEqual)
                return std::nullopt;
            return leaf(comparisonOp(solved.op), solved.path, {Value(startIn(solved.value.date()))});
        }
        if (!storable(type, solved.value))
            return std::nullopt;
        const bool ordered = solved.op > Operator::NotEqual;
        Predicate out = leaf(comparisonOp(solved.op), solved.path, {ordered ? solved.value : equalable(solved.value)});
        out.addend = solved.addend;
        out.subtracted = solved.subtracted;
        return out;
    }

    DateTime startIn(const Date& date) const
    {
        return DateTime{date, Time{0, Zone{Zone::Kind::Region, 0, zone().id(), false}}};
    }

    /// date(field) op day: the day begins at one instant and the next day at another.
    std::optional<Predicate> dayComparison(const Solved& solved) const
    {
        const Date day = solved.value.date(), after = Date::fromEpochDay(day.toEpochDay() + 1);
        if (!after.isValid())
            return std::nullopt;
        const Value begin(startIn(day)), end(startIn(after));
        const auto test = [&](Op op, const Value& value) { return leaf(op, solved.path, {value}); };
        switch (solved.op) {
        case Operator::Less: return test(Op::Less, begin);
        case Operator::LessOrEqual: return test(Op::Less, end);
        case Operator::Greater: return test(Op::GreaterOrEqual, end);
        case Operator::GreaterOrEqual: return test(Op::GreaterOrEqual, begin);
        case Operator::Equal: return group(Op::And, {test(Op::GreaterOrEqual, begin), test(Op::Less, end)});
        default: return group(Op::Or, {test(Op::Less, begin), test(Op::GreaterOrEqual, end)});
        }
    }

    /// A date field stands for the first moment of its day: what lies inside a day is behind that.
    static std::optional<Predicate> dateAgainstInstant(const Solved& solved)
    {
        DateTime instant = solved.value.dateTime();
        if (solved.op == Operator::Equal || solved.op == Operator::NotEqual ||
            instant.time.zone.kind == Zone::Kind::None)
            return std::nullopt;
        if (solved.dayInUtc)
            instant = instant.inZone(Zone{Zone::Kind::Offset, 0, {}, false});
        const bool first = instant.time.nanos == 0;
        const Op op = solved.op == Operator::Less             ? (first ? Op::Less : Op::LessOrEqual)
                      : solved.op == Operator::LessOrEqual    ? Op::LessOrEqual
                      : solved.op == Operator::GreaterOrEqual ? (first ? Op::GreaterOrEqual : Op::Greater)
                                                              : Op::Greater;
        return leaf(op, solved.path, {Value(instant.date)});
    }

    std::optional<Predicate> membership(const TestsNode& tests, bool exact) const
    {
        if (tests.negated)
            return std::nullopt;
        Predicate out = group(Op::Or, {});
        for (const TestNode& test : tests.tests) {
            auto inner = memberOf(*tests.input, test, exact);
            if (!inner)
                return std::nullopt;
            out.operands.push_back(std::move(*inner));
        }
        return out.operands.size() == 1 ? std::optional(std::move(out.operands.front())) : out;
    }

    std::optional<Predicate> memberOf(const Node& input, const TestNode& test, bool exact) const
    {
        if (test.kind == TestNode::Kind::Anything || test.usesInput)
            return std::nullopt;
        const auto value = constant(*test.operand);
        if (test.kind == TestNode::Kind::Comparison)
            return value ? compareWith(test.op, input, *value, exact) : std::nullopt;
        // "vip" in tags
        if (!value && test.operand->type.kind() == Type::Kind::List)
            return listHolds(*test.operand, input, exact);
        if (!value)
            return std::nullopt;
        if (value->kind() == Value::Kind::Range)
            return within(input, value->rangeValue(), exact);
        return value->kind() == Value::Kind::List ? among(input, value->items(), exact)
                                                  : compareWith(Operator::Equal, input, *value, exact);
    }

    std::optional<Predicate> among(const Node& input, const Value::Items& items, bool exact) const
    {
        const auto path = pathOf(input);
        if (!path)
            return std::nullopt;
        std::vector<Value> values;
        Predicate out = group(Op::Or, {});
        for (const Value& item : items) {
            if (item.isNull())
                out.operands.push_back(isNull(*path));
            else if (storable(input.type, item))
                values.push_back(equalable(item));
            else
                return std::nullopt; // ranges among the values, values of another type
        }
        if (!values.empty()) {
            Predicate in = leaf(Op::In, *path, std::move(values));
            out.operands.push_back(exact ? group(Op::And, {notNull(*path), std::move(in)}) : std::move(in));
        }
        if (out.operands.empty())
            return leaf(Op::False, {});
        return out.operands.size() == 1 ? std::move(out.operands.front()) : out;
    }

    std::optional<Predicate> within(const Node& input, const RangeValue& range, bool exact) const
    {
        if (range.excluded || (range.start.isNull() && range.startIncluded) ||
            (range.end.isNull() && range.endIncluded))
            return std::nullopt;
        Predicate out = group(Op::And, {});
        const auto bound = [&](const Value& value, Operator op) {
            if (value.isNull())
                return true;
            auto test = compareWith(op, input, value, exact);
            if (test)
                out.operands.push_back(std::move(*test));
            return test.has_value();
        };
        const bool fits = bound(range.start, range.startIncluded ? Operator::GreaterOrEqual : Operator::Greater) &&
                          bound(range.end, range.endIncluded ? Operator::LessOrEqual : Operator::Less);
        return fits ? std::optional(out) : std::nullopt;
    }

    std::optional<Predicate> function(const BuiltinNode& call, bool exact) const
    {
        const QString& name = call.builtin->name;
        if (name == QLatin1String("not") || name == QLatin1String("NOT")) {
            auto inner = condition(*call.arguments[0], true);
            return inner ? std::optional(negation(std::move(*inner))) : std::nullopt;
        }
        if (name == QLatin1String("list contains"))
            return listHolds(*call.arguments[0], *call.arguments[1], exact);
        const std::optional<Op> op = name == QLatin1String("contains")      ? std::optional(Op::Contains)
                                     : name == QLatin1String("starts with") ? std::optional(Op::StartsWith)
                                     : name == QLatin1String("ends with")   ? std::optional(Op::EndsWith)
                                                                            : std::nullopt;
        const auto path = op ? pathOf(*call.arguments[0]) : std::nullopt;
        const auto value = path ? constant(*call.arguments[1]) : std::nullopt;
        if (!value)
            return op ? std::nullopt : constantCondition(call, exact);
        if (value->kind() != Value::Kind::String || call.arguments[0]->type.kind() != Type::Kind::String)
            return std::nullopt;
        return leaf(*op, *path, {*value});
    }

    /// A list of texts of the record holds a text.
    std::optional<Predicate> listHolds(const Node& list, const Node& item, bool exact) const
    {
        const auto path = list.type.kind() == Type::Kind::List && list.type.item().kind() == Type::Kind::String
                              ? pathOf(list)
                              : std::nullopt;
        const auto value = path ? constant(item) : std::nullopt;
        // Under a negation an empty field matters, and whether that is an empty list is the store's business.
        if (!value || exact || value->kind() != Value::Kind::String)
            return std::nullopt;
        return leaf(Op::Contains, *path, {*value});
    }

    std::optional<Predicate> excelFunction(const SpecialNode& call, bool exact) const
    {
        switch (call.form) {
        case SpecialForm::If: {
            if (call.arguments.size() != 3 || !call.arguments[2])
                return std::nullopt;
            return either(*call.arguments[0], *call.arguments[1], *call.arguments[2], exact);
        }
        case SpecialForm::IsBlank: {
            const auto path = pathOf(*call.arguments[0]);
            const Type::Kind kind = call.arguments[0]->type.kind();
            if (!path || kind == Type::Kind::List || kind == Type::Kind::Any)
                return constantCondition(call, exact);
            if (kind != Type::Kind::String)
                return isNull(*path);
            return group(
                Op::Or,
                {isNull(*path), group(Op::And, {notNull(*path), leaf(Op::Equal, *path, {Value(QStringLiteral(""))})})});
        }
        // Blanks are skipped: unknown is neither a no to AND nor a yes to OR.
        case SpecialForm::And:
        case SpecialForm::Or: {
            const bool isAnd = call.form == SpecialForm::And;
            Predicate out = group(Op::Or, {});
            for (const NodePtr& argument : call.arguments) {
                auto inner = argument->type.kind() == Type::Kind::Boolean ? condition(*argument, isAnd) : std::nullopt;
                if (!inner)
                    return std::nullopt;
                out.operands.push_back(isTrue(isAnd ? negation(std::move(*inner)) : std::move(*inner)));
            }
            return isAnd ? negation(std::move(out)) : std::move(out);
        }
        default: return constantCondition(call, exact);
        }
    }

    /// A list of related records, and the condition a filter puts on them.
    struct Related {
        QStringList path;
        const Node* filter = nullptr;
        int item = -1;
    };

    std::optional<Related> relatedOf(const Node& node) const
    {
        const auto* filter = dynamic_cast<const FilterNode*>(&node);
        const Node& list = filter ? *filter->list : node;
        const bool records = list.type.kind() == Type::Kind::List && list.type.item().kind() == Type::Kind::Record;
        const auto path = records ? pathOf(list) : std::nullopt;
        if (!path || (filter && filter->condition->type.kind() != Type::Kind::Boolean))
            return std::nullopt;
        return Related{*path, filter ? filter->condition.get() : nullptr, filter ? filter->item : -1};
    }

    Translator within(int local) const { return Translator(m_frame, m_recordSlot, local, m_localCount); }

    /// count(orders[amount > 100])
    std::optional<Related> countOf(const Node& node) const
    {
        const auto* call = dynamic_cast<const BuiltinNode*>(&node);
        if (!call || call->builtin->name != QLatin1String("count") || call->arguments.size() != 1)
            return std::nullopt;
        return relatedOf(*call->arguments[0]);
    }

    /// A number of records is never unknown.
    std::optional<Predicate> compareCount(Operator op, const Related& related, const Value& value) const
    {
        if (value.kind() != Value::Kind::Number)
            return std::nullopt;
        Predicate out = leaf(comparisonOp(op), related.path, {value});
        out.counted = true;
        if (related.filter) {
            auto met = within(related.item).condition(*related.filter, false);
            if (!met)
                return std::nullopt;
            out.operands.push_back(std::move(*met));
        }
        return out;
    }

    /// some and every over related records, with or without a filter.
    std::optional<Predicate> quantifier(const QuantifiedNode& node) const
    {
        const auto related = node.iterators.size() == 1 ? relatedOf(*node.iterators[0].source) : std::nullopt;
        auto met = related ? within(node.iterators[0].local).condition(*node.body, true) : std::nullopt;
        if (!met || node.body->type.kind() != Type::Kind::Boolean)
            return std::nullopt;
        Predicate test = node.every ? negation(std::move(*met)) : std::move(*met);
        if (related->filter) {
            auto kept = within(related->item).condition(*related->filter, false);
            if (!kept)
                return std::nullopt;
            test = group(Op::And, {isTrue(std::move(*kept)), std::move(test)});
        }
        Predicate out = leaf(Op::Some, related->path);
        out.operands.push_back(std::move(test));
        return node.every ? negation(std::move(out)) : std::move(out);
    }

    const Frame& m_frame;
    int m_recordSlot;
    int m_local;
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
    static const Environment nothing;
    const Frame complete{frame.slots, frame.environment ? frame.environment : &nothing};
    return Translator(complete, spread == impl.spreads.end() ? -1 : spread->slot, -1, impl.localCount)
        .condition(*impl.root, false);
}

} // namespace fw::feel
