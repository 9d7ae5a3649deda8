#include "node.h"

#include <QVarLengthArray>

#include <chrono>

namespace fw::feel
{

namespace
{
/// How much of the thread's stack one evaluation may use; the smallest usual thread stack is 512 KiB.
constexpr ptrdiff_t stackBudget = 384 * 1024;
constexpr size_t maximumTracedParts = 200;
constexpr int maximumTraced = 20'000;
constexpr qint64 stepsBetweenChecks = 256;
const Environment noEnvironment;

/// The number of steps at which the limits are looked at next: the clock has to be read now and then, steps need not.
qint64 nextCheck(const Limits& limits, qint64 steps)
{
    return limits.millis == 0 ? limits.steps : std::min(limits.steps, steps + stepsBetweenChecks);
}
} // namespace

Evaluation::Evaluation(const Frame& frame, const Limits& limitsOfRun)
    : slots(frame.slots), environment(frame.environment), limits(limitsOfRun), m_checkAt(nextCheck(limitsOfRun, 0)),
      m_stackTop(reinterpret_cast<const char*>(__builtin_frame_address(0)))
{
    if (!environment)
        environment = &noEnvironment;
}

bool Evaluation::check(Span span)
{
    if (m_stopped)
        return false;
    if (m_steps > limits.steps) {
        stop(span, FW_MSG("The expression takes too many steps."));
        return false;
    }
    if (isLate()) {
        stop(span, FW_MSG("The expression takes too long."), "feel.too_long");
        return false;
    }
    m_checkAt = nextCheck(limits, m_steps);
    return true;
}

bool Evaluation::isLate()
{
    if (limits.millis == 0)
        return false;
    const qint64 now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
            .count();
    if (m_deadline == 0)
        m_deadline = now + limits.millis;
    return now >= m_deadline;
}

bool Evaluation::enter(Span span)
{
    ++m_depth;
    const ptrdiff_t used = std::abs(m_stackTop - reinterpret_cast<const char*>(__builtin_frame_address(0)));
    if (m_depth > limits.depth || used > stackBudget)
        stop(span, FW_MSG("Function calls are nested too deeply."));
    return step(span);
}

bool Evaluation::allowsLength(qint64 length, Span span)
{
    if (length <= limits.listLength)
        return !m_stopped;
    stop(span, FW_MSG("The list gets too long."));
    return false;
}

bool Evaluation::allowsText(qint64 length, Span span)
{
    if (length > limits.textLength)
        stop(span, FW_MSG("The text gets too long."));
    return !m_stopped;
}

void Evaluation::stop(Span span, const char* reason, const char* code)
{
    if (m_stopped)
        return;
    m_stopped = true;
    m_checkAt = -1;
    m_reason = reason;
    m_code = code;
    m_place = span;
}

NullCause Evaluation::cause() const
{
    return NullCause{QString::fromLatin1(m_code), Message(m_reason), m_place};
}

Truth Node::test(Evaluation& e) const
{
    Value scratch;
    return truthOf(reference(e, scratch));
}

Value Node::runTraced(Evaluation& e) const
{
    Explained* outer = e.trace;
    if (++e.traced > maximumTraced) { // enough to read: the rest runs unseen
        e.trace = nullptr;
        Value result = evaluate(e);
        e.trace = outer;
        return result;
    }
    Explained mine{span, Value(), {}};
    e.trace = &mine;
    mine.value = evaluate(e);
    e.trace = outer;
    Value result = mine.value;
    if (outer->parts.size() < maximumTracedParts)
        outer->parts.push_back(std::move(mine));
    return result;
}

const Value& ConstantNode::reference(Evaluation& e, Value& scratch) const
{
    return e.trace ? Node::reference(e, scratch) : value;
}

const Value& SlotNode::reference(Evaluation& e, Value& scratch) const
{
    if (e.trace || static_cast<size_t>(slot) >= e.slots.size())
        return Node::reference(e, scratch);
    return e.slots[static_cast<size_t>(slot)];
}

Value SlotNode::evaluate(Evaluation& e) const
{
    return static_cast<size_t>(slot) < e.slots.size() ? e.slots[static_cast<size_t>(slot)] : Value();
}

const Value& LocalNode::reference(Evaluation& e, Value& scratch) const
{
    return e.trace ? Node::reference(e, scratch) : e.locals[index].get();
}

MemberNode::MemberNode(NodePtr t, QString n)
    : target(std::move(t)), name(std::move(n)), filter(dynamic_cast<const FilterNode*>(target.get()))
{
    const Type& type = target->type;
    const std::vector<Type::Member>& declared = (type.kind() == Type::Kind::List ? type.item() : type).members();
    for (size_t i = 0; i < declared.size(); ++i)
        if (declared[i].name == name)
            m_place = i;
}

Value MemberNode::evaluate(Evaluation& e) const
{
    if (filter && !e.trace)
        return filteredMembers(e);
    Value scratch;
    return member(target->reference(e, scratch), name, span);
}

/// orders[amount > 100].name without the list in between.
Value MemberNode::filteredMembers(Evaluation& e) const
{
    Value::Items out;
    out.reserve(16);
    bool isList = true;
    Value other = filter->eachMatch(
        e,
        [&](const Value& item) {
            const Value* found = entryOf(item);
            out.push_back(found ? *found : member(item, name, span));
        },
        &isList);
    return isList ? Value::list(std::move(out)) : member(other, name, span);
}

const Value* MemberNode::entryOf(const Value& context) const
{
    if (context.kind() != Value::Kind::Context)
        return nullptr;
    const Value::Entries& entries = context.entries();
    if (m_place < entries.size() && sameText(entries[m_place].name, name))
        return &entries[m_place].value;
    return context.entry(name);
}

const Value& MemberNode::reference(Evaluation& e, Value& scratch) const
{
    if (e.trace || filter)
        return Node::reference(e, scratch);
    Value mine;
    const Value& from = target->reference(e, mine);
    const Value* found = entryOf(from);
    if (found && &from != &mine)
        return *found;
    scratch = found ? *found : member(from, name, span);
    return scratch;
}

Value ItemNameNode::evaluate(Evaluation& e) const
{
    for (const int item : items) {
        const Value& value = e.locals[item].get();
        if (value.kind() == Value::Kind::Context) {
            if (const Value* found = value.entry(name))
                return *found;
        } else if (value.kind() == Value::Kind::Record) {
            Value found = value.record()->field(name);
            if (!found.isNull() || !fallback)
                return found;
        }
    }
    if (fallback)
        return fallback->run(e);
    return nullOf("feel.unknown_name", Message(FW_MSG("The name \"%1\" is not known."), {name}), span);
}

Value UnknownNameNode::evaluate(Evaluation&) const
{
    return nullOf("feel.unknown_name", Message(FW_MSG("The name \"%1\" is not known."), {name}), span);
}

Value ListNode::evaluate(Evaluation& e) const
{
    Value::Items out;
    out.reserve(items.size());
    for (const NodePtr& item : items)
        out.push_back(item->run(e));
    return Value::list(std::move(out));
}

Value ContextNode::evaluate(Evaluation& e) const
{
    Value::Entries out;
    out.reserve(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        Value value = values[i]->run(e);
        e.locals[indexes[i]].set(value);
        out.push_back({names[static_cast<qsizetype>(i)], std::move(value)});
    }
    return Value::context(std::move(out));
}

Value RangeNode::evaluate(Evaluation& e) const
{
    RangeValue range;
    auto problem = read(e, range);
    return problem ? std::move(*problem) : Value::range(std::move(range));
}

std::optional<Value> RangeNode::read(Evaluation& e, RangeValue& range) const
{
    range.start = start ? start->run(e) : Value();
    range.end = end ? end->run(e) : point || excluded ? range.start : Value();
    range.startIncluded = startIncluded;
    range.endIncluded = endIncluded;
    range.excluded = excluded;
    if (start && end && !bounds) {
        if (range.start.isNull() && range.end.isNull())
            return nullOf("feel.range", Message(FW_MSG("A range needs at least one end.")), span);
        // See rangeContains: a null end of this form is not "no limit".
        range.startIncluded = startIncluded || range.start.isNull();
        range.endIncluded = endIncluded || range.end.isNull();
        const bool both = !range.start.isNull() && !range.end.isNull();
        if (both && (range.start.kind() != range.end.kind() || !order(range.start, range.end)))
            return nullOf(
                "feel.wrong_type",
                Message(FW_MSG("A range cannot go from %1 to %2."), {kindName(range.start), kindName(range.end)}),
                span);
        // An upside-down range is an error, not an empty range; only a loop may count down.
        if (both && *order(range.start, range.end) > 0)
            return nullOf("feel.range", Message(FW_MSG("The range ends before it begins.")), span);
    }
    return std::nullopt;
}

Value NegateNode::evaluate(Evaluation& e) const
{
    Value scratch;
    return negate(operand->reference(e, scratch), span);
}

/// The two cases nearly every condition consists of; unknown when it is another.
Q_ALWAYS_INLINE Truth BinaryNode::quickly(const Value& l, const Value& r) const
{
    const auto truth = [](bool b) { return b ? Truth::True : Truth::False; };
    if (l.kind() == Value::Kind::Number && r.kind() == Value::Kind::Number) {
        const Decimal &a = l.number(), &b = r.number();
        switch (op) {
        case Operator::Less: return truth(a < b);
        case Operator::LessOrEqual: return truth(a <= b);
        case Operator::Greater: return truth(a > b);
        case Operator::GreaterOrEqual: return truth(a >= b);
        case Operator::Equal: return truth(a == b);
        case Operator::NotEqual: return truth(!(a == b));
        default: break;
        }
    } else if (l.kind() == Value::Kind::String && r.kind() == Value::Kind::String) {
        if (op == Operator::Equal)
            return truth(sameText(l.string(), r.string()));
        if (op == Operator::NotEqual)
            return truth(!sameText(l.string(), r.string()));
    }
    return Truth::Unknown;
}

Truth BinaryNode::test(Evaluation& e) const
{
    if (e.trace || op < Operator::Equal)
        return Node::test(e);
    const Value *l = m_left.peek(e), *r = m_right.peek(e);
    Value leftScratch, rightScratch;
    if (!l)
        l = &left->reference(e, leftScratch);
    if (!r)
        r = &right->reference(e, rightScratch);
    const Truth quick = quickly(*l, *r);
    return quick != Truth::Unknown ? quick : truthOf(applyOperator(op, *l, *r, span));
}

Operand::Operand(const Node& node)
{
    if (const auto* constant = dynamic_cast<const ConstantNode*>(&node)) {
        m_where = Where::Constant;
        m_constant = &constant->value;
        return;
    }
    const auto* member = dynamic_cast<const MemberNode*>(&node);
    const Node& base = member ? *member->target : node;
    m_member = member;
    if (const auto* slot = dynamic_cast<const SlotNode*>(&base)) {
        m_where = member ? Where::SlotEntry : Where::Slot;
        m_index = slot->slot;
    } else if (const auto* local = dynamic_cast<const LocalNode*>(&base)) {
        m_where = member ? Where::LocalEntry : Where::Local;
        m_index = local->index;
    }
}

Value BinaryNode::evaluate(Evaluation& e) const
{
    Value leftScratch, rightScratch;
    const Value& l = left->reference(e, leftScratch);
    const Value& r = right->reference(e, rightScratch);
    const Truth quick = quickly(l, r);
    if (quick != Truth::Unknown)
        return Value(quick == Truth::True);
    Value result = applyOperator(op, l, r, span);
    if (result.kind() == Value::Kind::String &&
        !(e.allowsText(result.string().size(), span) && e.spend(result.string().size() / 64, span)))
        return Value();
    return result;
}

Truth LogicNode::test(Evaluation& e) const
{
    if (e.trace)
        return Node::test(e);
    const Truth decisive = isAnd ? Truth::False : Truth::True;
    bool unknown = false;
    for (const NodePtr& operand : operands) {
        const Truth t = operand->test(e);
        if (t == decisive)
            return t;
        unknown = unknown || t == Truth::Unknown;
    }
    return unknown ? Truth::Unknown : isAnd ? Truth::True : Truth::False;
}

Value LogicNode::evaluate(Evaluation& e) const
{
    bool unknown = false;
    Value cause;
    for (const NodePtr& operand : operands) {
        Value scratch;
        const Value& value = operand->reference(e, scratch);
        if (value.kind() == Value::Kind::Boolean) {
            if (value.boolean() != isAnd)
                return Value(!isAnd);
        } else {
            unknown = true;
            if (cause.isNull() && !cause.nullCause())
                cause = value.isNull()
                            ? value
                            : nullOf("feel.wrong_type",
                                     Message(FW_MSG("\"%1\" needs yes or no, not %2."),
                                             {isAnd ? QStringLiteral("and") : QStringLiteral("or"), kindName(value)}),
                                     operand->span);
        }
    }
    return unknown ? cause : Value(isAnd);
}

Value BetweenNode::evaluate(Evaluation& e) const
{
    Value v, l, h;
    const Value& x = value->reference(e, v);
    const Value& from = low->reference(e, l);
    const Value& to = high->reference(e, h);
    const Value above = applyOperator(Operator::GreaterOrEqual, x, from, span);
    const Value below = applyOperator(Operator::LessOrEqual, x, to, span);
    if (above.isNull() && (above.nullCause() || !below.nullCause()))
        return above;
    if (below.isNull())
        return below;
    return Value(above.boolean() && below.boolean());
}

Value IfNode::evaluate(Evaluation& e) const
{
    return condition->test(e) == Truth::True ? yes->run(e) : no->run(e);
}

namespace
{

/// A function literal with what it saw where it stood.
class Closure : public FunctionValue
{
public:
    Closure(std::shared_ptr<const FunctionBody> body, std::vector<Value> captured, std::vector<Value> slotValues)
        : m_body(std::move(body)), m_captured(std::move(captured)), m_slots(std::move(slotValues))
    {
    }

    int parameterCount() const override { return static_cast<int>(m_body->names.size()); }
    QStringList parameterNames() const override { return m_body->names; }
    Type type() const override { return m_body->functionType; }

    Value call(Evaluation& e, std::vector<Value> arguments, Span span) const override
    {
        if (static_cast<int>(arguments.size()) != parameterCount())
            return nullOf("feel.argument_count",
                          Message(FW_MSG("The function takes %1 arguments, not %2."),
                                  {QString::number(parameterCount()), QString::number(arguments.size())}),
                          span);
        for (size_t i = 0; i < arguments.size(); ++i) {
            Value converted = coerceTo(arguments[i], m_body->types[i], span);
            if (converted.isNull() && !arguments[i].isNull())
                return converted;
            arguments[i] = std::move(converted);
        }
        Value result;
        if (e.enter(span)) {
            LocalFrame locals(e, m_body->localCount);
            const auto outer = std::exchange(e.slots, std::span<const Value>(m_slots));
            for (size_t i = 0; i < m_captured.size(); ++i)
                e.locals[i].refer(m_captured[i]);
            for (size_t i = 0; i < arguments.size(); ++i)
                e.locals[m_captured.size() + i].set(std::move(arguments[i]));
            result = m_body->body->run(e);
            e.slots = outer;
        }
        e.leave();
        return result;
    }

private:
    std::shared_ptr<const FunctionBody> m_body;
    std::vector<Value> m_captured;
    std::vector<Value> m_slots;
};

/// A built-in as a value: sort(list, function…) also takes the name of a built-in.
class BuiltinValue : public FunctionValue
{
public:
    explicit BuiltinValue(const Builtin* builtin) : m_builtin(builtin) {}
    int parameterCount() const override { return -1; }
    QStringList parameterNames() const override
    {
        QStringList names;
        for (const Parameter& p : m_builtin->signatures.front().parameters)
            names << p.name;
        return names;
    }
    Type type() const override
    {
        const Signature& form = m_builtin->signatures.front();
        std::vector<Type> parameters;
        for (const Parameter& p : form.parameters)
            parameters.push_back(p.types.size() == 1 ? p.types.front() : Type());
        return Type::function(std::move(parameters), form.result);
    }

    Value call(Evaluation& e, std::vector<Value> arguments, Span span) const override
    {
        if (!e.step(span))
            return Value();
        for (size_t s = 0; s < m_builtin->signatures.size(); ++s) {
            const auto& parameters = m_builtin->signatures[s].parameters;
            const bool variadic = !parameters.empty() && parameters.back().variadic;
            if (arguments.size() > parameters.size() && !variadic)
                continue;
            if (arguments.size() < parameters.size() && !parameters[arguments.size()].optional && !variadic)
                continue;
            const int given = static_cast<int>(arguments.size());
            if (!variadic)
                arguments.resize(parameters.size());
            Value problem;
            for (size_t i = 0; i < static_cast<size_t>(given); ++i)
                if (!coerceArgument(parameters[std::min(i, parameters.size() - 1)], arguments[i], m_builtin->name, span,
                                    &problem))
                    return problem;
            return m_builtin->call(Invocation{e, arguments, span, static_cast<int>(s), given});
        }
        return nullOf(
            "feel.argument_count",
            Message(FW_MSG("%1 does not take %2 arguments."), {m_builtin->name, QString::number(arguments.size())}),
            span);
    }

private:
    const Builtin* m_builtin;
};

} // namespace

Value builtinValue(const Builtin* builtin)
{
    // One object per built-in: a function equals itself.
    static const QHash<const Builtin*, Value> values = [] {
        QHash<const Builtin*, Value> out;
        for (const Builtin& b : builtins())
            if (b.call)
                out.insert(&b, Value(std::shared_ptr<const FunctionValue>(std::make_shared<BuiltinValue>(&b))));
        return out;
    }();
    return values.value(builtin);
}

Value FunctionNode::evaluate(Evaluation& e) const
{
    std::vector<Value> captured;
    captured.reserve(static_cast<size_t>(function->captured));
    for (int i = 0; i < function->captured; ++i)
        captured.push_back(e.locals[i].get());
    std::vector<Value> slotValues(e.slots.begin(), e.slots.end());
    return Value::function(std::make_shared<Closure>(function, captured, std::move(slotValues)), captured);
}

Value CallNode::evaluate(Evaluation& e) const
{
    const Value target = callee->run(e);
    if (target.kind() != Value::Kind::Function)
        return target.isNull() && target.nullCause()
                   ? target
                   : nullOf("feel.no_function", Message(FW_MSG("This is %1, not a function."), {kindName(target)}),
                            callee->span);
    std::vector<Value> values;
    for (const NodePtr& argument : arguments)
        values.push_back(argument->run(e));
    if (names.isEmpty())
        return target.function()->call(e, std::move(values), span);
    // Parameters that are not named in the call are null (DMN 1.5, 10.3.2.13.5).
    const QStringList parameters = target.function()->parameterNames();
    std::vector<Value> ordered(static_cast<size_t>(parameters.size()));
    for (int i = 0; i < names.size(); ++i) {
        const qsizetype at = parameters.indexOf(names[i]);
        if (at < 0)
            return nullOf("feel.unknown_parameter",
                          Message(FW_MSG("The function has no parameter \"%1\"."), {names[i]}), span);
        ordered[static_cast<size_t>(at)] = std::move(values[static_cast<size_t>(i)]);
    }
    return target.function()->call(e, std::move(ordered), span);
}

Value BuiltinNode::evaluate(Evaluation& e) const
{
    const auto& parameters = builtin->signatures[static_cast<size_t>(signature)].parameters;
    QVarLengthArray<Value, 4> values(static_cast<qsizetype>(arguments.size()));
    for (size_t i = 0; i < arguments.size(); ++i) {
        Value& value = values[static_cast<qsizetype>(i)];
        if (!arguments[i])
            continue;
        value = arguments[i]->run(e);
        Value problem;
        if (!coerceArgument(parameters[std::min(i, parameters.size() - 1)], value, builtin->name, arguments[i]->span,
                            &problem))
            return problem;
        // Nearly every function walks over a list or text it is given: long ones are more than one step.
        const qint64 length = value.kind() == Value::Kind::List     ? static_cast<qint64>(value.items().size())
                              : value.kind() == Value::Kind::String ? value.string().size() / 8
                                                                    : 0;
        if (length > 64)
            e.spend(length / 16, span);
    }
    if (e.stopped())
        return Value();
    return builtin->call(Invocation{e, std::span<const Value>(values.data(), static_cast<size_t>(values.size())), span,
                                    signature, given});
}

} // namespace fw::feel
