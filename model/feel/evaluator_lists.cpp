// Filters, membership tests, iteration.
#include "node.h"

#include <limits>

namespace fw::feel
{

Value itemAt(const Value::Items& items, const Decimal& index, Span span)
{
    const auto at = index.toInt64();
    const auto size = static_cast<qint64>(items.size());
    if (!at || *at == 0 || *at > size || *at < -size)
        return nullOf(
            "feel.no_such_item",
            Message(FW_MSG("The list has %1 items; there is no item %2."), {QString::number(size), index.toString()}),
            span);
    return items[static_cast<size_t>(*at > 0 ? *at - 1 : size + *at)];
}

Value FilterNode::evaluate(Evaluation& e) const
{
    Value::Items out;
    bool isList = true;
    Value other = eachMatch(
        e, [&](const Value& one) { out.push_back(one); }, &isList);
    return isList ? Value::list(std::move(out)) : other;
}

namespace
{

Truth valueTest(const Value& input, const Value& operand);

/// A list as a test: the input is one of its items, or in one of its ranges.
Truth listTest(const Value& input, const Value::Items& items)
{
    for (const Value& item : items) {
        const bool within = item.kind() == Value::Kind::Range && input.kind() != Value::Kind::Range;
        if (within ? rangeContains(item.rangeValue(), input) == Truth::True : equals(input, item) == Truth::True)
            return Truth::True;
        // A list of lists: the input may be a list itself.
        if (item.kind() == Value::Kind::List && input.kind() != Value::Kind::List &&
            valueTest(input, item) == Truth::True)
            return Truth::True;
    }
    return Truth::False;
}

Truth valueTest(const Value& input, const Value& operand)
{
    if (operand.kind() == Value::Kind::Range && input.kind() != Value::Kind::Range)
        return rangeContains(operand.rangeValue(), input);
    if (operand.kind() == Value::Kind::List) {
        if (input.kind() == Value::Kind::List && equals(input, operand) == Truth::True)
            return Truth::True;
        return listTest(input, operand.items());
    }
    return equals(input, operand);
}

Truth runTest(const TestNode& test, const Value& input, bool unary, Evaluation& e, Span span, Value* cause)
{
    if (test.kind == TestNode::Kind::Anything)
        return Truth::True;
    Value scratch;
    if (test.range && !e.trace && input.kind() != Value::Kind::Range) {
        RangeValue range;
        auto problem = test.range->read(e, range);
        return problem ? valueTest(input, *problem) : rangeContains(range, input);
    }
    const Value& operand = test.operand->reference(e, scratch);
    if (test.kind == TestNode::Kind::Comparison) {
        const Value result = applyOperator(test.op, input, operand, span);
        if (result.isNull() && cause->isNull())
            *cause = result;
        return truthOf(result);
    }
    if (test.usesInput)
        return operand.isTrue() ? Truth::True : Truth::False;
    // A cell may also hold a condition on other names.
    const bool condition = unary && operand.isTrue() && !input.isNull() && input.kind() != Value::Kind::Boolean &&
                           input.kind() != Value::Kind::List;
    return condition ? Truth::True : valueTest(input, operand);
}

} // namespace

Value TestsNode::evaluate(Evaluation& e) const
{
    Value scratch;
    const Value& value = input->reference(e, scratch);
    bool unknown = false;
    Value cause;
    for (const TestNode& test : tests) {
        const Truth t = runTest(test, value, unary, e, span, &cause);
        if (t == Truth::True)
            return Value(!negated);
        unknown = unknown || t == Truth::Unknown;
    }
    if (unknown && !unary)
        return cause;
    return Value(negated);
}

namespace
{

/// The values of a loop's source, one after another, without building a list for a range.
class Source
{
public:
    explicit Source(Value value, Span span) : m_value(std::move(value))
    {
        if (m_value.kind() == Value::Kind::List) {
            m_valid = true;
        } else if (m_value.kind() == Value::Kind::Range) {
            prepareRange();
        } else if (!m_value.isNull()) {
            m_value = Value::single(m_value);
            m_valid = true;
        }
        if (!m_valid)
            m_problem =
                m_value.isNull() && m_value.nullCause()
                    ? m_value
                    : nullOf("feel.not_iterable",
                             Message(FW_MSG("A loop needs a list or a range of whole numbers or dates, not %1."),
                                     {kindName(m_value)}),
                             span);
    }

    bool valid() const { return m_valid; }
    const Value& problem() const { return m_problem; }

    qint64 size() const
    {
        return m_value.kind() == Value::Kind::List ? static_cast<qint64>(m_value.items().size()) : m_count;
    }
    Value at(qint64 i) const
    {
        if (m_value.kind() == Value::Kind::List)
            return m_value.items()[static_cast<size_t>(i)];
        const qint64 n = m_first + (m_down ? -i : i);
        return m_dates ? Value(Date::fromEpochDay(n)) : Value(n);
    }

private:
    void prepareRange()
    {
        const RangeValue& r = m_value.rangeValue();
        qint64 first = 0, last = 0;
        if (r.start.kind() == Value::Kind::Number && r.end.kind() == Value::Kind::Number) {
            const auto a = r.start.number().toInt64(), b = r.end.number().toInt64();
            if (!a || !b || std::max(*a, *b) > farthest || std::min(*a, *b) < -farthest)
                return;
            first = *a;
            last = *b;
        } else if (r.start.kind() == Value::Kind::Date && r.end.kind() == Value::Kind::Date) {
            m_dates = true;
            first = r.start.date().toEpochDay();
            last = r.end.date().toEpochDay();
        } else {
            return;
        }
        m_down = last < first;
        const qint64 step = m_down ? -1 : 1;
        if (!r.startIncluded)
            first += step;
        if (!r.endIncluded)
            last -= step;
        m_first = first;
        // More turns than any limit allows are as good as the true number, which need not fit.
        m_count = static_cast<qint64>(std::clamp<__int128_t>((static_cast<__int128_t>(last) - first) * step + 1, 0,
                                                             std::numeric_limits<int>::max()));
        m_valid = true;
    }

    static constexpr qint64 farthest = 4'000'000'000'000'000'000; ///< so that nothing overflows

    Value m_value;
    Value m_problem;
    qint64 m_first = 0;
    qint64 m_count = 0;
    bool m_dates = false;
    bool m_down = false;
    bool m_valid = false;
};

bool iterateFrom(const std::vector<Iterator>& iterators, size_t index, Evaluation& e, const std::function<bool()>& f,
                 Value* problem, Span span)
{
    if (index == iterators.size())
        return f();
    const Source source(iterators[index].source->run(e), iterators[index].source->span);
    if (!source.valid()) {
        *problem = source.problem();
        return false;
    }
    for (qint64 i = 0; i < source.size(); ++i) {
        if (!e.step(span))
            return false;
        e.locals[iterators[index].local].set(source.at(i));
        if (!iterateFrom(iterators, index + 1, e, f, problem, span))
            return false;
    }
    return true;
}

} // namespace

bool iterate(const std::vector<Iterator>& iterators, Evaluation& e, const std::function<bool()>& f, Value* problem,
             Span span)
{
    return iterateFrom(iterators, 0, e, f, problem, span);
}

Value ForNode::evaluate(Evaluation& e) const
{
    Value::Items out;
    Value problem;
    if (usesPartial)
        e.locals[partial].set(Value::list({}));
    bool failed = false;
    iterate(
        iterators, e,
        [&] {
            if (!e.allowsLength(static_cast<qint64>(out.size()) + 1, span))
                return false;
            out.push_back(body->run(e));
            if (usesPartial) {
                e.locals[partial].set(Value::list(out));
                return e.spend(static_cast<qint64>(out.size()), span);
            }
            return true;
        },
        &problem, span);
    failed = !problem.isNull() || problem.nullCause();
    return failed ? problem : Value::list(std::move(out));
}

Value QuantifiedNode::evaluate(Evaluation& e) const
{
    Value problem;
    Value unknown;
    bool sawUnknown = false, decided = false;
    iterate(
        iterators, e,
        [&] {
            Value scratch;
            const Value& result = body->reference(e, scratch);
            if (result.kind() != Value::Kind::Boolean) {
                sawUnknown = true;
                unknown = result.isNull()
                              ? result
                              : nullOf("feel.wrong_type",
                                       Message(FW_MSG("A condition must be yes or no, not %1."), {kindName(result)}),
                                       body->span);
                return true;
            }
            decided = result.boolean() != every;
            return !decided;
        },
        &problem, span);
    if (problem.nullCause())
        return problem;
    if (decided)
        return Value(!every);
    return sawUnknown ? unknown : Value(every);
}

} // namespace fw::feel
