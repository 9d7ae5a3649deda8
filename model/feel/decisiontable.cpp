#include "decisiontable.h"
#include "operators.h"

#include <bit>

namespace fw::feel
{

std::optional<std::pair<DecisionTable::HitPolicy, DecisionTable::Aggregation>>
DecisionTable::policyNamed(const QString& text)
{
    using Pair = std::pair<HitPolicy, Aggregation>;
    static const QHash<QString, Pair> policies{
        {QStringLiteral("U"), {HitPolicy::Unique, Aggregation::None}},
        {QStringLiteral("UNIQUE"), {HitPolicy::Unique, Aggregation::None}},
        {QStringLiteral("A"), {HitPolicy::Any, Aggregation::None}},
        {QStringLiteral("ANY"), {HitPolicy::Any, Aggregation::None}},
        {QStringLiteral("P"), {HitPolicy::Priority, Aggregation::None}},
        {QStringLiteral("PRIORITY"), {HitPolicy::Priority, Aggregation::None}},
        {QStringLiteral("F"), {HitPolicy::First, Aggregation::None}},
        {QStringLiteral("FIRST"), {HitPolicy::First, Aggregation::None}},
        {QStringLiteral("R"), {HitPolicy::RuleOrder, Aggregation::None}},
        {QStringLiteral("RULE ORDER"), {HitPolicy::RuleOrder, Aggregation::None}},
        {QStringLiteral("O"), {HitPolicy::OutputOrder, Aggregation::None}},
        {QStringLiteral("OUTPUT ORDER"), {HitPolicy::OutputOrder, Aggregation::None}},
        {QStringLiteral("C"), {HitPolicy::Collect, Aggregation::None}},
        {QStringLiteral("COLLECT"), {HitPolicy::Collect, Aggregation::None}},
        {QStringLiteral("C+"), {HitPolicy::Collect, Aggregation::Sum}},
        {QStringLiteral("COLLECT/SUM"), {HitPolicy::Collect, Aggregation::Sum}},
        {QStringLiteral("C#"), {HitPolicy::Collect, Aggregation::Count}},
        {QStringLiteral("COLLECT/COUNT"), {HitPolicy::Collect, Aggregation::Count}},
        {QStringLiteral("C<"), {HitPolicy::Collect, Aggregation::Min}},
        {QStringLiteral("COLLECT/MIN"), {HitPolicy::Collect, Aggregation::Min}},
        {QStringLiteral("C>"), {HitPolicy::Collect, Aggregation::Max}},
        {QStringLiteral("COLLECT/MAX"), {HitPolicy::Collect, Aggregation::Max}}};
    const auto it = policies.find(text);
    return it == policies.end() ? std::nullopt : std::optional(*it);
}

CompiledTable CompiledTable::compile(const DecisionTable& table, const Scope& scope, const CompileOptions& options,
                                     QList<TableDiagnostic>* diagnostics)
{
    CompiledTable out;
    out.m_policy = table.hitPolicy;
    out.m_aggregation = table.aggregation;
    for (const Scope::Name& name : scope.names())
        out.m_scopeSize = std::max(out.m_scopeSize, static_cast<size_t>(name.slot) + 1);
    out.m_valid = true;
    const auto take = [&](Compiled compiled, TableDiagnostic::Part part, int row, int column) {
        out.m_valid = out.m_valid && compiled.ok();
        for (Diagnostic& d : compiled.diagnostics)
            if (diagnostics)
                diagnostics->append(TableDiagnostic{part, row, column, std::move(d)});
        return std::move(compiled.program);
    };

    // Each input's value gets a slot behind those of the scope; cells test that slot.
    Scope cells = scope;
    const auto inputSlot = [&](int i) { return static_cast<int>(out.m_scopeSize) + i; };
    for (int i = 0; i < table.inputs.size(); ++i) {
        out.m_inputs.push_back(
            take(feel::compile(table.inputs[i].expression, scope, options), TableDiagnostic::Part::Input, -1, i));
        cells.addAt(inputSlot(i), QStringLiteral("?%1").arg(i), out.m_inputs.back().type());
    }
    const auto cell = [&](const QString& text, TableDiagnostic::Part part, int row, int column) {
        if (text.trimmed().isEmpty() || text.trimmed() == QLatin1String("-"))
            return Program();
        return take(compileUnaryTests(text, cells, inputSlot(column), options), part, row, column);
    };
    for (int i = 0; i < table.inputs.size(); ++i)
        out.m_allowed.push_back(cell(table.inputs[i].allowed, TableDiagnostic::Part::Allowed, -1, i));
    for (int i = 0; i < table.outputs.size(); ++i) {
        const DecisionTable::Output& output = table.outputs[i];
        out.m_names << output.name;
        const Program values =
            take(feel::compile(u'[' + output.values + u']', Scope(), options), TableDiagnostic::Part::Values, -1, i);
        const Value list = values.evaluate({});
        out.m_values.push_back(list.kind() == Value::Kind::List ? list.items() : Value::Items());
        out.m_defaults.push_back(
            output.defaultValue.isEmpty()
                ? Program()
                : take(feel::compile(output.defaultValue, cells, options), TableDiagnostic::Part::Default, -1, i));
    }
    for (int r = 0; r < table.rules.size(); ++r) {
        Rule rule;
        for (int i = 0; i < table.inputs.size(); ++i)
            rule.when.push_back(cell(table.rules[r].when.value(i), TableDiagnostic::Part::Cell, r, i));
        for (int i = 0; i < table.outputs.size(); ++i)
            rule.then.push_back(
                take(feel::compile(table.rules[r].then.value(i), cells, options), TableDiagnostic::Part::Output, r, i));
        out.m_rules.push_back(std::move(rule));
    }
    out.indexColumns();
    return out;
}

void CompiledTable::indexColumns()
{
    for (size_t column = 0; column < m_inputs.size(); ++column) {
        std::vector<const Program*> cells;
        for (const Rule& rule : m_rules)
            cells.push_back(&rule.when[column]);
        m_columns.emplace_back(cells, static_cast<int>(m_scopeSize + column));
    }
}

CompiledTable::Slots CompiledTable::slotsFor(const Frame& frame) const
{
    Slots slots;
    slots.reserve(static_cast<qsizetype>(m_scopeSize + m_inputs.size()));
    for (size_t i = 0; i < m_scopeSize; ++i)
        slots.push_back(i < frame.slots.size() ? frame.slots[i] : Value());
    for (const Program& input : m_inputs)
        slots.push_back(input.evaluate(frame));
    return slots;
}

CompiledTable::Hits CompiledTable::hitsAmong(const Frame& frame) const
{
    Hits out;
    for (const Program& allowed : m_allowed)
        if (allowed.isValid() && !allowed.evaluate(frame).isTrue())
            return out;
    // Each column strikes out the rules it knows not to hold; what it does not know is asked of the cells that are left.
    QVarLengthArray<quint64, 32> left(static_cast<qsizetype>((m_rules.size() + 63) / 64), ~quint64(0));
    QVarLengthArray<const quint64*, 8> open;
    for (size_t column = 0; column < m_columns.size(); ++column) {
        const ColumnIndex& index = m_columns[column];
        const quint64* known = index.rulesFor(frame.slots[m_scopeSize + column]);
        open.push_back(known ? index.open().data() : index.tested().data());
        for (qsizetype i = 0; known && i < left.size(); ++i)
            left[i] &= known[i] | open.back()[i];
    }
    const auto holds = [&](size_t rule) {
        const auto asked = [&](size_t column) {
            return open[static_cast<qsizetype>(column)][rule / 64] >> (rule % 64) & 1;
        };
        for (size_t column = 0; column < m_columns.size(); ++column)
            if (asked(column) && !m_rules[rule].when[column].evaluate(frame).isTrue())
                return false;
        return true;
    };
    for (size_t word = 0; word < static_cast<size_t>(left.size()); ++word)
        for (quint64 bits = left[static_cast<qsizetype>(word)]; bits != 0; bits &= bits - 1) {
            const size_t rule = word * 64 + static_cast<size_t>(std::countr_zero(bits));
            if (rule >= m_rules.size() || !holds(rule))
                continue;
            out.push_back(static_cast<int>(rule));
            if (m_policy == DecisionTable::HitPolicy::First)
                return out;
        }
    return out;
}

std::vector<int> CompiledTable::hits(const Frame& frame) const
{
    const Slots slots = slotsFor(frame);
    const Hits hit = hitsAmong(Frame{slots, frame.environment, frame.outer});
    return {hit.begin(), hit.end()};
}

std::vector<std::pair<int, Value>> CompiledTable::results(const Frame& callerFrame) const
{
    const Slots slots = slotsFor(callerFrame);
    const Frame frame{slots, callerFrame.environment, callerFrame.outer};
    std::vector<std::pair<int, Value>> out;
    for (const int rule : hitsAmong(frame))
        out.emplace_back(rule, output(m_rules[static_cast<size_t>(rule)], frame));
    return out;
}

std::vector<Program> CompiledTable::programs() const
{
    std::vector<Program> out = m_inputs;
    const auto add = [&out](const std::vector<Program>& programs) {
        std::copy_if(programs.begin(), programs.end(), std::back_inserter(out),
                     [](const Program& program) { return program.isValid(); });
    };
    add(m_allowed);
    add(m_defaults);
    for (const Rule& rule : m_rules) {
        add(rule.when);
        add(rule.then);
    }
    return out;
}

bool CompiledTable::cellHolds(size_t rule, size_t input, const Frame& frame, const Value& value) const
{
    return testHolds(m_rules[rule].when[input], input, frame, value);
}

bool CompiledTable::allows(size_t input, const Frame& frame, const Value& value) const
{
    return testHolds(m_allowed[input], input, frame, value);
}

bool CompiledTable::testHolds(const Program& test, size_t input, const Frame& frame, const Value& value) const
{
    if (!test.isValid())
        return true;
    Slots slots(static_cast<qsizetype>(m_scopeSize + m_inputs.size()));
    std::copy_n(frame.slots.begin(), std::min(frame.slots.size(), m_scopeSize), slots.begin());
    slots[static_cast<qsizetype>(m_scopeSize + input)] = value;
    return test.evaluate(Frame{slots, frame.environment, frame.outer}).isTrue();
}

Value CompiledTable::output(const Rule& rule, const Frame& frame) const
{
    if (rule.then.size() == 1)
        return rule.then.front().evaluate(frame);
    Value::Entries entries;
    for (size_t i = 0; i < rule.then.size(); ++i)
        entries.push_back({m_names[static_cast<qsizetype>(i)], rule.then[i].evaluate(frame)});
    return Value::context(std::move(entries));
}

Value CompiledTable::defaults(const Frame& frame) const
{
    const bool any = std::any_of(m_defaults.begin(), m_defaults.end(), [](const Program& p) { return p.isValid(); });
    if (!any)
        return Value();
    Rule rule;
    rule.then = m_defaults;
    return output(rule, frame);
}

/// By the outputs in turn, each by its list of values; what is not listed comes last.
bool CompiledTable::isBetter(const Value& result, const Value& other) const
{
    for (size_t i = 0; i < m_values.size(); ++i) {
        const auto place = [&](const Value& of) {
            const Value& value = m_values.size() == 1 ? of : of.entries()[i].value;
            return std::find(m_values[i].begin(), m_values[i].end(), value) - m_values[i].begin();
        };
        const auto mine = place(result), others = place(other);
        if (mine != others)
            return mine < others;
    }
    return false;
}

Value CompiledTable::collected(std::vector<Value> results) const
{
    using Aggregation = DecisionTable::Aggregation;
    if (m_aggregation == Aggregation::None)
        return Value::list(std::move(results));
    if (m_aggregation == Aggregation::Count)
        return Value(static_cast<qint64>(results.size()));
    Value total = results.front();
    for (size_t i = 1; i < results.size(); ++i) {
        if (m_aggregation == Aggregation::Sum) {
            total = applyOperator(Operator::Add, total, results[i], {});
            continue;
        }
        const auto o = order(results[i], total);
        if (!o)
            return nullOf("feel.wrong_type",
                          Message(FW_MSG("%1 and %2 have no order."), {kindName(results[i]), kindName(total)}), {});
        if (m_aggregation == Aggregation::Min ? *o < 0 : *o > 0)
            total = results[i];
    }
    return total;
}

Value CompiledTable::evaluate(const Frame& callerFrame) const
{
    using HitPolicy = DecisionTable::HitPolicy;
    const Slots slots = slotsFor(callerFrame);
    const Frame frame{slots, callerFrame.environment, callerFrame.outer};
    const Hits hit = hitsAmong(frame);
    if (hit.empty())
        return defaults(frame);
    if (hit.size() == 1 && (m_policy == HitPolicy::Unique || m_policy == HitPolicy::First))
        return output(m_rules[static_cast<size_t>(hit.front())], frame);
    if (m_policy == HitPolicy::Unique && hit.size() > 1)
        return nullOf("feel.table_not_unique",
                      Message(FW_MSG("Rules %1 and %2 both hit, but only one may."),
                              {QString::number(hit[0] + 1), QString::number(hit[1] + 1)}),
                      {});
    std::vector<Value> results;
    for (const int r : hit)
        results.push_back(output(m_rules[static_cast<size_t>(r)], frame));
    const auto better = [this](const Value& a, const Value& b) { return isBetter(a, b); };
    switch (m_policy) {
    case HitPolicy::Unique:
    case HitPolicy::First: return results.front();
    case HitPolicy::Any:
        for (size_t i = 1; i < results.size(); ++i)
            if (!(results[i] == results.front()))
                return nullOf("feel.table_conflict",
                              Message(FW_MSG("Rules %1 and %2 hit with different results."),
                                      {QString::number(hit[0] + 1), QString::number(hit[i] + 1)}),
                              {});
        return results.front();
    case HitPolicy::Priority: return *std::min_element(results.begin(), results.end(), better);
    case HitPolicy::OutputOrder:
        std::stable_sort(results.begin(), results.end(), better);
        return Value::list(std::move(results));
    case HitPolicy::RuleOrder: return Value::list(std::move(results));
    case HitPolicy::Collect: break;
    }
    return collected(std::move(results));
}

} // namespace fw::feel
