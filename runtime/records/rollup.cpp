#include "rollup.h"
#include "model/feel/operators.h"
#include "reader.h"
#include "runtime/engine/environment.h"
#include "runtime/store/aggregatesql.h"
#include "runtime/store/recordsql.h"

namespace fw::records
{

namespace
{

using engine::Unit;
using feel::Aggregate;
using feel::Value;
using Function = Aggregate::Function;

/// One aggregate of a rollup, over the records of `table` whose relation leads to `id`.
class RollupOf
{
public:
    RollupOf(Unit& unit, const plan::Field& rollup, const plan::Table& table, QString id)
        : m_unit(unit), m_rollup(rollup), m_table(table), m_id(std::move(id)),
          m_environment(unit.store.writer(), unit.plan, unit.now, QString()),
          m_evaluation(unit.store.writer(), unit.plan, m_environment)
    {
    }

    Value value(const Aggregate& figure)
    {
        const feel::Program filter =
            figure.filter.isEmpty() ? feel::Program() : rowProgram(m_unit.plan, m_table, figure.filter);
        const auto where = conditions(filter);
        const int column = m_table.field(figure.argument);
        const bool plain =
            figure.argument.isEmpty() || (column >= 0 && store::hasColumn(m_table.fields[static_cast<size_t>(column)]));
        if (where && plain) {
            if (auto value =
                    store::aggregateSql(m_unit.store.writer(), m_unit.plan, m_table, figure.function, column, *where))
                return *value;
        }
        return here(figure, filter);
    }

private:
    std::optional<store::SqlPiece> condition(const feel::Program& program)
    {
        if (!program.isValid())
            return store::SqlPiece{"TRUE", {}};
        const auto predicate = feel::toPredicate(program, m_evaluation.frame(), m_table.id);
        return predicate ? store::predicateSql(*predicate, m_unit.store.writer().dialect(), m_unit.plan, m_table, "t")
                         : std::nullopt;
    }

    std::optional<store::SqlPiece> conditions(const feel::Program& filter)
    {
        auto all = condition(m_rollup.rollupWhere.program);
        const auto more = condition(filter);
        if (!all || !more)
            return std::nullopt;
        store::SqlPiece own{"t." + store::quoted(m_rollup.rollupRelation) + " = ?", {}};
        own.parameters.emplace_back(m_id);
        return own.add(" AND ").add(*all).add(" AND ").add(*more);
    }

    /// The same, record by record: for what the database cannot say.
    Value here(const Aggregate& figure, const feel::Program& filter)
    {
        const feel::Program argument =
            figure.argument.isEmpty() ? feel::Program() : rowProgram(m_unit.plan, m_table, figure.argument);
        Value::Items values;
        for (const auto& record : related(m_unit.store.writer(), m_unit.plan, m_table, m_rollup.rollupRelation, m_id)) {
            m_evaluation.setRecord(record);
            if (m_rollup.rollupWhere && !m_rollup.rollupWhere.program.evaluate(m_evaluation.frame()).isTrue())
                continue;
            if (filter.isValid() && !filter.evaluate(m_evaluation.frame()).isTrue())
                continue;
            Value value = argument.isValid() ? argument.evaluate(m_evaluation.frame()) : Value(true);
            if (!value.isNull())
                values.push_back(std::move(value));
        }
        return fold(figure.function, std::move(values));
    }

    static Value fold(Function function, Value::Items values);
    static Value middle(Value::Items values);

    Unit& m_unit;
    const plan::Field& m_rollup;
    const plan::Table& m_table;
    QString m_id;
    engine::SubjectEnvironment m_environment;
    Evaluation m_evaluation;
};

Value sumOf(const Value::Items& values)
{
    std::optional<feel::Decimal> sum = feel::Decimal();
    for (const Value& value : values)
        sum = sum && value.kind() == Value::Kind::Number ? sum->plus(value.number()) : std::nullopt;
    return sum && !values.empty() ? Value(*sum) : Value();
}

bool less(const Value& left, const Value& right)
{
    const auto order = feel::order(left, right);
    return order && *order < 0;
}

Value RollupOf::fold(Function function, Value::Items values)
{
    switch (function) {
    case Function::Count: return static_cast<qint64>(values.size());
    case Function::CountDistinct: {
        Value::Items distinct;
        for (const Value& value : values) {
            if (std::find(distinct.begin(), distinct.end(), value) == distinct.end())
                distinct.push_back(value);
        }
        return static_cast<qint64>(distinct.size());
    }
    case Function::Sum: return sumOf(values);
    case Function::Average: {
        const Value sum = sumOf(values);
        const auto mean =
            sum.isNull() ? std::nullopt : sum.number().dividedBy(feel::Decimal(static_cast<qint64>(values.size())));
        return mean ? Value(*mean) : Value();
    }
    case Function::Min: return values.empty() ? Value() : *std::min_element(values.begin(), values.end(), less);
    case Function::Max: return values.empty() ? Value() : *std::max_element(values.begin(), values.end(), less);
    case Function::Median: return middle(std::move(values));
    }
    return {};
}

Value RollupOf::middle(Value::Items values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end(), less);
    const size_t half = values.size() / 2;
    if (values.size() % 2 == 1)
        return values[half];
    const Value sum = sumOf({values[half - 1], values[half]});
    const auto mean = sum.isNull() ? std::nullopt : sum.number().dividedBy(feel::Decimal(2));
    return mean ? Value(*mean) : Value();
}

} // namespace

feel::Program rowProgram(const plan::Plan& plan, const plan::Table& table, const QString& source)
{
    struct Kept {
        std::weak_ptr<const feel::TypeSource> types;
        feel::Program program;
    };
    // The plan keeps these as text; a thread compiles each once. The type source stands for the plan it belongs to.
    static thread_local QHash<QString, Kept> s_kept;
    Kept& kept = s_kept[table.id + u'\n' + source];
    if (kept.program.isValid() && kept.types.lock() == plan.types)
        return kept.program;
    feel::Scope scope;
    scope.types = plan.types.get();
    scope.addAt(plan::SlotRecord, QStringLiteral("record"), feel::Type::record(table.id));
    scope.addAt(plan::SlotSettings, QStringLiteral("settings"), feel::Type::record(QStringLiteral("settings")));
    scope.spread(plan::SlotRecord, table.id);
    kept = {plan.types, feel::compile(source, scope).program};
    return kept.program;
}

bool rollupReads(const plan::Plan& plan, const plan::Field& rollup, const QString& field)
{
    const plan::Table* table = plan.findTable(rollup.rollupTable);
    if (!table || !rollup.rollup)
        return false;
    const auto reads = [&](const feel::Program& program) {
        return program.isValid() && std::any_of(program.references().begin(), program.references().end(),
                                                [&](const feel::Reference& reference) {
                                                    return reference.owner == table->id && reference.name == field;
                                                });
    };
    for (const Aggregate* figure : rollup.rollup->functions()) {
        if (figure->argument == field)
            return true;
        const bool plain = figure->argument.isEmpty() || table->findField(figure->argument);
        if ((!plain && reads(rowProgram(plan, *table, figure->argument))) ||
            (!figure->filter.isEmpty() && reads(rowProgram(plan, *table, figure->filter))))
            return true;
    }
    return reads(rollup.rollupWhere.program);
}

Value emptyRollup(const plan::Field& rollup)
{
    if (!rollup.rollup)
        return {};
    std::vector<Value> values;
    for (const Aggregate* figure : rollup.rollup->functions()) {
        const bool counts = figure->function == Function::Count || figure->function == Function::CountDistinct;
        values.push_back(counts ? Value(0) : Value());
    }
    return rollup.rollup->combine(values);
}

Result<Value> rollupValue(Unit& unit, const plan::Field& rollup, const QString& id)
{
    const plan::Table* table = unit.plan.findTable(rollup.rollupTable);
    if (!table || !rollup.rollup)
        return Value();
    RollupOf of(unit, rollup, *table, id);
    std::vector<Value> values;
    for (const Aggregate* figure : rollup.rollup->functions())
        values.push_back(of.value(*figure));
    if (auto error = unit.store.writer().takeError())
        return *error;
    return rollup.rollup->combine(values);
}

} // namespace fw::records
