#include "tablecheck.h"
#include "programimpl.h"

#include <map>
#include <set>

namespace fw::feel
{

namespace
{

constexpr int mostSteps = 200'000;
constexpr size_t mostFindings = 8; ///< of one kind: more are not read

using Rules = std::vector<quint64>;

bool has(const Rules& rules, size_t rule)
{
    return rules[rule / 64] >> (rule % 64) & 1;
}

/// The constants of a cell; nothing when what it says depends on more than its input.
bool gather(const Value& constant, Value::Items& out)
{
    switch (constant.kind()) {
    case Value::Kind::Null: return true;
    case Value::Kind::Boolean:
    case Value::Kind::Number:
    case Value::Kind::String:
    case Value::Kind::Date: out.push_back(constant); return true;
    case Value::Kind::List:
        return std::all_of(constant.items().begin(), constant.items().end(),
                           [&out](const Value& item) { return gather(item, out); });
    case Value::Kind::Range: return gather(constant.rangeValue().start, out) && gather(constant.rangeValue().end, out);
    default: return false;
    }
}

bool gather(const Program& cell, Value::Items& out)
{
    const auto* tests = cell.isValid() ? dynamic_cast<const TestsNode*>(cell.impl()->root.get()) : nullptr;
    if (!tests)
        return !cell.isValid();
    return std::all_of(tests->tests.begin(), tests->tests.end(), [&out](const TestNode& test) {
        if (test.kind == TestNode::Kind::Anything)
            return true;
        const auto* constant = dynamic_cast<const ConstantNode*>(test.operand.get());
        return constant && !test.usesInput && gather(constant->value, out);
    });
}

/// The values of one input, in classes no cell tells apart; each has a sample.
class Axis
{
public:
    Axis(const CompiledTable& table, size_t input)
    {
        Value::Items constants;
        for (size_t rule = 0; rule < table.ruleCount(); ++rule)
            m_known = gather(table.cell(rule, input), constants) && m_known;
        const Type type = table.input(input).type();
        if (constants.empty()) { // nothing is told apart
            m_samples = {Value()};
            m_allowed = {true};
            return;
        }
        if (type.kind() == Type::Kind::Boolean)
            m_samples = {Value(true), Value(false)};
        else if (!type.options().isEmpty())
            for (const QString& option : type.options())
                m_samples.emplace_back(option);
        else
            spread(std::move(constants));
        for (const Value& sample : m_samples)
            m_allowed.push_back(table.allows(input, {}, sample));
    }

    bool isKnown() const { return m_known; }
    size_t size() const { return m_samples.size(); }
    const Value& sample(size_t i) const { return m_samples[i]; }
    bool isAllowed(size_t i) const { return m_allowed[i]; }

    /// A unary test for some of the classes.
    QString test(const std::vector<size_t>& classes) const
    {
        if (static_cast<qsizetype>(classes.size()) == std::count(m_allowed.begin(), m_allowed.end(), true))
            return QStringLiteral("-");
        if (m_ordered)
            return runs(classes);
        const bool others = m_open && classes.back() + 1 == m_samples.size();
        QStringList values;
        for (size_t i = 0; i + (m_open ? 1 : 0) < m_samples.size(); ++i)
            if ((std::find(classes.begin(), classes.end(), i) != classes.end()) != others)
                values << m_samples[i].toFeel();
        const QString list = values.join(QStringLiteral(", "));
        return others ? QStringLiteral("not(%1)").arg(list) : list;
    }

private:
    /// Numbers and dates lie on a line, texts beside each other.
    void spread(Value::Items constants)
    {
        const Value::Kind kind = constants.front().kind();
        m_known = m_known && std::all_of(constants.begin(), constants.end(),
                                         [kind](const Value& constant) { return constant.kind() == kind; });
        if (!m_known || kind == Value::Kind::Boolean) {
            m_samples = {Value(true), Value(false)};
            return;
        }
        const auto less = [](const Value& a, const Value& b) { return order(a, b) == std::weak_ordering::less; };
        std::sort(constants.begin(), constants.end(), less);
        constants.erase(std::unique(constants.begin(), constants.end()), constants.end());
        m_ordered = kind == Value::Kind::Number || kind == Value::Kind::Date;
        if (!m_ordered) {
            m_samples = std::move(constants);
            m_open = true;
            m_samples.emplace_back(m_samples.back().string() + QStringLiteral("?"));
            return;
        }
        m_points = constants;
        for (size_t i = 0; i < constants.size(); ++i) {
            m_samples.push_back(i == 0 ? beside(constants[0], -1) : between(constants[i - 1], constants[i]));
            m_samples.push_back(constants[i]);
        }
        m_samples.push_back(beside(constants.back(), 1));
    }

    static Value beside(const Value& point, int step)
    {
        if (point.kind() == Value::Kind::Date)
            return Value(Date::fromEpochDay(point.date().toEpochDay() + step));
        return Value(point.number().plus(Decimal(step)).value_or(point.number()));
    }

    /// Of neighbouring days there is none between: the lower one stands for it and holds what it holds.
    static Value between(const Value& low, const Value& high)
    {
        if (low.kind() == Value::Kind::Date) {
            const qint64 from = low.date().toEpochDay();
            return Value(Date::fromEpochDay(from + (high.date().toEpochDay() - from) / 2));
        }
        const auto distance = high.number().minus(low.number());
        const auto half = distance ? distance->times(Decimal::fromScaled(5, 1)) : std::nullopt;
        return Value(half ? low.number().plus(*half).value_or(Decimal()) : Decimal());
    }

    /// Class 2k + 1 is point k; class 2k lies below it.
    QString runs(const std::vector<size_t>& classes) const
    {
        QStringList out;
        for (size_t i = 0; i < classes.size();) {
            size_t last = i;
            while (last + 1 < classes.size() && classes[last + 1] == classes[last] + 1)
                ++last;
            out << run(classes[i], classes[last]);
            i = last + 1;
        }
        return out.join(QStringLiteral(", "));
    }

    QString run(size_t from, size_t to) const
    {
        const bool fromPoint = from % 2 == 1, toPoint = to % 2 == 1;
        const bool low = from > 0, high = to + 1 < m_samples.size();
        const QString start = low ? m_points[fromPoint ? from / 2 : from / 2 - 1].toFeel() : QString();
        const QString end = high ? m_points[to / 2].toFeel() : QString();
        if (from == to && fromPoint)
            return start;
        if (!low)
            return (toPoint ? QStringLiteral("<= ") : QStringLiteral("< ")) + end;
        if (!high)
            return (fromPoint ? QStringLiteral(">= ") : QStringLiteral("> ")) + start;
        return (fromPoint ? u'[' : u'(') + start + QStringLiteral("..") + end + (toPoint ? u']' : u')');
    }

    Value::Items m_samples;
    std::vector<bool> m_allowed;
    Value::Items m_points; ///< of an ordered axis
    bool m_ordered = false;
    bool m_open = false; ///< the last sample stands for all texts that are not mentioned
    bool m_known = true;
};

/// Goes through the classes of one input after the other with the rules that still hold.
class Examiner
{
public:
    Examiner(const CompiledTable& table, DecisionTable::HitPolicy policy) : m_table(table), m_policy(policy) {}

    TableFindings run()
    {
        for (size_t input = 0; input < m_table.inputCount(); ++input) {
            m_axes.emplace_back(m_table, input);
            m_out.complete = m_out.complete && m_axes.back().isKnown();
        }
        if (!m_out.complete || m_table.ruleCount() == 0)
            return std::move(m_out);
        for (size_t input = 0; input < m_axes.size(); ++input)
            hold(input);
        Rules all((m_table.ruleCount() + 63) / 64);
        for (size_t rule = 0; rule < m_table.ruleCount(); ++rule)
            all[rule / 64] |= quint64(1) << (rule % 64);
        m_reached.assign(m_table.ruleCount(), false);
        m_before.assign(m_table.ruleCount(), -1);
        go(0, all);
        if (m_out.complete)
            unreached();
        return std::move(m_out);
    }

private:
    void hold(size_t input)
    {
        std::vector<Rules> sets;
        for (size_t i = 0; i < m_axes[input].size(); ++i) {
            Rules set((m_table.ruleCount() + 63) / 64);
            for (size_t rule = 0; rule < m_table.ruleCount(); ++rule)
                if (m_table.cellHolds(rule, input, {}, m_axes[input].sample(i)))
                    set[rule / 64] |= quint64(1) << (rule % 64);
            sets.push_back(std::move(set));
        }
        m_holding.push_back(std::move(sets));
    }

    void go(size_t input, const Rules& left)
    {
        if (++m_steps > mostSteps) {
            m_out.complete = false;
            return;
        }
        const bool none = std::all_of(left.begin(), left.end(), [](quint64 word) { return word == 0; });
        if (none)
            return add(TableFinding::Kind::Gap, -1, -1);
        if (input == m_axes.size())
            return hit(left);
        // Classes for which the same rules are left are one step.
        std::map<Rules, std::vector<size_t>> groups;
        for (size_t i = 0; i < m_axes[input].size(); ++i) {
            if (!m_axes[input].isAllowed(i))
                continue;
            Rules rest = left;
            for (size_t word = 0; word < rest.size(); ++word)
                rest[word] &= m_holding[input][i][word];
            groups[std::move(rest)].push_back(i);
        }
        for (const auto& [rest, classes] : groups) {
            m_path << m_axes[input].test(classes);
            go(input + 1, rest);
            m_path.removeLast();
        }
    }

    void hit(const Rules& left)
    {
        std::vector<int> hits;
        for (size_t rule = 0; rule < m_table.ruleCount(); ++rule)
            if (has(left, rule))
                hits.push_back(static_cast<int>(rule));
        const bool firstOnly = m_policy == DecisionTable::HitPolicy::First;
        m_reached[static_cast<size_t>(hits.front())] = true;
        for (size_t i = 1; i < hits.size(); ++i) {
            const auto rule = static_cast<size_t>(hits[i]);
            m_reached[rule] = m_reached[rule] || !firstOnly;
            m_before[rule] = hits.front();
            if (m_policy == DecisionTable::HitPolicy::Unique)
                add(TableFinding::Kind::Overlap, hits[i], hits.front());
            if (m_policy == DecisionTable::HitPolicy::Any && differ(hits.front(), hits[i]))
                add(TableFinding::Kind::Conflict, hits[i], hits.front());
        }
    }

    /// Whether two rules certainly give different results.
    bool differ(int one, int other) const
    {
        const auto constant = [&](int rule, size_t output) -> const Value* {
            const Program& cell = m_table.outputCell(static_cast<size_t>(rule), output);
            const auto* node = cell.isValid() ? dynamic_cast<const ConstantNode*>(cell.impl()->root.get()) : nullptr;
            return node ? &node->value : nullptr;
        };
        for (size_t output = 0; output < m_table.outputCount(); ++output) {
            const Value *a = constant(one, output), *b = constant(other, output);
            if (a && b && !(*a == *b))
                return true;
        }
        return false;
    }

    void unreached()
    {
        for (size_t rule = 0; rule < m_table.ruleCount(); ++rule) {
            if (m_reached[rule])
                continue;
            m_path.clear();
            add(m_before[rule] < 0 ? TableFinding::Kind::Never : TableFinding::Kind::Hidden, static_cast<int>(rule),
                m_before[rule]);
        }
    }

    void add(TableFinding::Kind kind, int rule, int other)
    {
        if (rule >= 0 && !m_told.insert({rule, other}).second)
            return;
        if (++m_count[static_cast<size_t>(kind)] > mostFindings)
            return;
        QStringList when = m_path;
        while (when.size() < static_cast<qsizetype>(m_axes.size()))
            when << QStringLiteral("-");
        m_out.found.push_back({kind, rule, other, when});
    }

    const CompiledTable& m_table;
    DecisionTable::HitPolicy m_policy;
    std::vector<Axis> m_axes;
    std::vector<std::vector<Rules>> m_holding; ///< per input and class
    std::vector<bool> m_reached;
    std::vector<int> m_before; ///< per rule, one that comes first where it holds; -1 when it never held
    std::set<std::pair<int, int>> m_told;
    std::array<size_t, 5> m_count{};
    QStringList m_path;
    int m_steps = 0;
    TableFindings m_out;
};

} // namespace

TableFindings examine(const CompiledTable& table, DecisionTable::HitPolicy policy)
{
    return Examiner(table, policy).run();
}

} // namespace fw::feel
