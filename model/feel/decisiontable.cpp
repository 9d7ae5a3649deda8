#include "decisiontable.h"
#include "operators.h"

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
    out.m_scopeSize = scope.names().size();
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
    for (int i = 0; i < table.inputs.size(); ++i) {
        out.m_inputs.push_back(
            take(feel::compile(table.inputs[i].expression, scope, options), TableDiagnostic::Part::Input, -1, i));
        cells.add(QStringLiteral("?%1").arg(i), out.m_inputs.back().type());
    }
    const auto inputSlot = [&](int i) { return static_cast<int>(out.m_scopeSize) + i; };
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
    return out;
}

std::vector<Value> CompiledTable::slotsFor(const Frame& frame) const
{
    std::vector<Value> slots(frame.slots.begin(), frame.slots.end());
    slots.resize(m_scopeSize);
    for (const Program& input : m_inputs)
        slots.push_back(input.evaluate(frame));
    return slots;
}

std::vector<int> CompiledTable::hitsAmong(const Frame& frame) const
{
    std::vector<int> out;
    for (const Program& allowed : m_allowed)
        if (allowed.isValid() && !allowed.evaluate(frame).isTrue())
            return out;
    for (size_t r = 0; r < m_rules.size(); ++r) {
        const auto& when = m_rules[r].when;
        if (std::all_of(when.begin(), when.end(),
                        [&](const Program& cell) { return !cell.isValid() || cell.evaluate(frame).isTrue(); }))
            out.push_back(static_cast<int>(r));
        if (!out.empty() && m_policy == DecisionTable::HitPolicy::First)
            break;
    }
    return out;
}

std::vector<int> CompiledTable::hits(const Frame& frame) const
{
    const std::vector<Value> slots = slotsFor(frame);
    return hitsAmong(Frame{slots, frame.environment, frame.outer});
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

/// Sorts by the outputs in turn, each by its list of values; what is not listed comes last.
size_t CompiledTable::priority(const Value& result) const
{
    size_t key = 0;
    for (size_t i = 0; i < m_values.size(); ++i) {
        const Value& value = m_values.size() == 1 ? result : result.entries()[i].value;
        const auto at = std::find(m_values[i].begin(), m_values[i].end(), value);
        key = key * 1000 + static_cast<size_t>(at - m_values[i].begin());
    }
    return key;
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
    const std::vector<Value> slots = slotsFor(callerFrame);
    const Frame frame{slots, callerFrame.environment, callerFrame.outer};
    const std::vector<int> hit = hitsAmong(frame);
    if (hit.empty())
        return defaults(frame);
    if (m_policy == HitPolicy::Unique && hit.size() > 1)
        return nullOf("feel.table_not_unique",
                      Message(FW_MSG("Rules %1 and %2 both hit, but only one may."),
                              {QString::number(hit[0] + 1), QString::number(hit[1] + 1)}),
                      {});
    std::vector<Value> results;
    for (const int r : hit)
        results.push_back(output(m_rules[static_cast<size_t>(r)], frame));
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
    case HitPolicy::Priority:
        return *std::min_element(results.begin(), results.end(),
                                 [this](const Value& a, const Value& b) { return priority(a) < priority(b); });
    case HitPolicy::OutputOrder:
        std::stable_sort(results.begin(), results.end(),
                         [this](const Value& a, const Value& b) { return priority(a) < priority(b); });
        return Value::list(std::move(results));
    case HitPolicy::RuleOrder: return Value::list(std::move(results));
    case HitPolicy::Collect: break;
    }
    return collected(std::move(results));
}

} // namespace fw::feel
