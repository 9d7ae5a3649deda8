#include "query.h"

#include "accumulator.h"
#include "rowvalue.h"
#include "runtime/engine/environment.h"

namespace fw::analytics
{

namespace
{

using Function = feel::Aggregate::Function;
using plan::Storage;

constexpr qint64 s_mostRowsHere = 5'000'000; // beyond this a figure needs a condition the database understands

Error badPath(const QString& path, const QString& from)
{
    return Error(QStringLiteral("analytics.bad_path"),
                 Message(FW_MSG("\"%1\" leads to no stored value of \"%2\"."), {path, from}),
                 FW_MSG("Choose a field that is stored, or a field of a related record."), Place{{}, 0, 0, path});
}

bool isNumber(const store::ColumnType& type)
{
    return type.storage == Storage::Scaled ||
           (type.storage == Storage::Integer && type.type != plan::FieldType::Duration);
}

bool isDated(const store::ColumnType& type)
{
    return type.storage == Storage::Instant || type.storage == Storage::Date;
}

} // namespace

Result<std::unique_ptr<RowQuery>> RowQuery::make(store::Connection& connection, const plan::Plan& plan,
                                                 const Request& request)
{
    std::unique_ptr<RowQuery> query(new RowQuery(connection, plan, request));
    query->m_source = store::AnalyticsSource::find(connection.dialect(), plan, request.tile->from);
    if (!query->m_source)
        return Error(QStringLiteral("analytics.unknown_source"),
                     Message(FW_MSG("There is no table or event \"%1\"."), {request.tile->from}),
                     FW_MSG("Name a table, event.<id>, task, message or score_change."),
                     Place{{}, 0, 0, QStringLiteral("from")});
    query->m_sql.source = query->m_source.get();
    query->m_sql.zone = plan.zone;
    if (auto added = query->addConditions(); !added)
        return added.error();
    if (auto added = query->addFilters(); !added)
        return added.error();
    return query;
}

Result<void> RowQuery::addConditions()
{
    if (auto scoped = addScope(); !scoped)
        return scoped;
    const plan::Expression& where = m_request.tile->where;
    if (!where)
        return {};
    if (auto translated = translate(where))
        m_sql.where.push_back(std::move(*translated));
    else
        m_conditions.push_back(where);
    return {};
}

/// The rows the viewer may see: of a table its own, of everything else those about a person whose record is seen.
Result<void> RowQuery::addScope()
{
    auto scope = scopeSql(*m_source, m_plan, m_request);
    if (!scope)
        return scope.error();
    if (!scope->sql.isEmpty())
        m_sql.where.push_back(std::move(*scope));
    return {};
}

Result<store::SqlPiece> scopeSql(store::AnalyticsSource& source, const plan::Plan& plan, const Request& request)
{
    const plan::Table* table = source.table() ? source.table() : plan.personTable();
    const auto scope = table ? request.rowScope.constFind(table->id) : request.rowScope.constEnd();
    if (scope == request.rowScope.constEnd())
        return store::SqlPiece();
    if (auto sql = store::scopeSql(source, plan, *table, *scope))
        return *sql;
    return Error(QStringLiteral("analytics.bad_scope"),
                 Message(FW_MSG("The rows of \"%1\" that you may see cannot be told by the database."), {table->id}),
                 FW_MSG("The role's row condition must use stored fields only."));
}

Result<void> RowQuery::addFilters()
{
    for (const Filter& filter : m_request.filters) {
        const auto column = m_source->resolve(filter.path);
        if (!column || (!filter.every.isEmpty() && !isDated(column->type)))
            return badPath(filter.path, m_request.tile->from);
        m_sql.where.push_back(store::groupIs({*column, filter.every}, filter.value, m_plan.zone));
    }
    return {};
}

std::optional<store::SqlPiece> RowQuery::translate(const plan::Expression& condition)
{
    const engine::SubjectEnvironment environment(m_connection, m_plan, m_request.now, QString());
    const records::Evaluation evaluation(m_connection, m_plan, environment, m_request.me);
    const auto predicate = feel::toPredicate(condition.program, evaluation.frame(), rowType(m_request.tile->from));
    return predicate ? store::conditionSql(*m_source, *predicate, m_plan.zone) : std::nullopt;
}

QString RowQuery::datePath() const
{
    return m_request.tile->at.isEmpty() ? m_source->defaultAt() : m_request.tile->at;
}

Result<void> RowQuery::setPeriod(const Period& period)
{
    if (!period.from && !period.to)
        return {};
    const auto column = m_source->resolve(datePath());
    if (!column || !isDated(column->type))
        return badPath(datePath(), m_request.tile->from);
    m_sql.where.push_back(store::dateBetween(*column, period.from, period.to, m_plan.zone));
    return {};
}

Result<void> RowQuery::groupBy(const QString& path, const QString& every)
{
    const auto column = m_source->resolve(path);
    if (!column || (!every.isEmpty() && !isDated(column->type)))
        return badPath(path, m_request.tile->from);
    m_sql.groups.push_back({*column, every});
    return {};
}

std::optional<store::MeasureSql> RowQuery::measure(const Call& call)
{
    static const QHash<int, store::MeasureSql::Function> functions{
        {int(Function::Count), store::MeasureSql::Function::Count},
        {int(Function::CountDistinct), store::MeasureSql::Function::CountDistinct},
        {int(Function::Sum), store::MeasureSql::Function::Sum},
        {int(Function::Average), store::MeasureSql::Function::Average},
        {int(Function::Min), store::MeasureSql::Function::Min},
        {int(Function::Max), store::MeasureSql::Function::Max}};
    const auto function = functions.constFind(int(call.function));
    if (function == functions.constEnd())
        return std::nullopt;
    store::MeasureSql measure{*function, std::nullopt, std::nullopt};
    if (call.filter) {
        measure.filter = translate(call.filter);
        if (!measure.filter)
            return std::nullopt;
    }
    if (call.function == Function::Count)
        return measure;
    measure.column = call.path.isEmpty() ? std::nullopt : m_source->resolve(call.path);
    if (!measure.column || measure.column->type.storage == Storage::TextList)
        return std::nullopt;
    if ((call.function == Function::Sum || call.function == Function::Average) && !isNumber(measure.column->type))
        return std::nullopt;
    return measure;
}

Result<void> RowQuery::failure()
{
    if (auto error = m_connection.takeError())
        return *error;
    return {};
}

Result<std::vector<store::FigureRow>> RowQuery::run(const std::vector<Figure>& figures)
{
    std::vector<Call> calls;
    for (const Figure& figure : figures)
        calls.insert(calls.end(), figure.calls().begin(), figure.calls().end());
    store::FigureQuery query = m_sql;
    for (const Call& call : calls) {
        auto measured = m_conditions.empty() ? measure(call) : std::nullopt;
        if (!measured)
            return countHere(calls);
        query.measures.push_back(std::move(*measured));
    }
    if (!m_conditions.empty())
        return countHere(calls);
    std::vector<store::FigureRow> rows = store::runFigures(m_connection, query);
    if (auto failed = failure(); !failed)
        return failed.error();
    return rows;
}

void RowQuery::visitRows(const Visitor& visit)
{
    RowValues values(m_connection, m_plan, *m_source, m_request.now, m_request.me);
    const store::RawQuery query{m_sql, m_source->rowColumns(), {}};
    store::forEachRow(
        m_connection, query,
        [&](const QString& id, const std::vector<feel::Value>& keys, const store::Statement& row, int firstColumn) {
            values.take(id, row, firstColumn);
            for (const plan::Expression& condition : m_conditions) {
                if (!values(condition).isTrue())
                    return true;
            }
            return visit(id, keys, values);
        });
}

Result<std::vector<store::FigureRow>> RowQuery::countHere(const std::vector<Call>& calls)
{
    struct Counted {
        store::FigureRow row;
        std::vector<Accumulator> accumulators;
    };
    QMap<QStringList, Counted> groups; // by the keys' texts
    const auto fresh = [&](const std::vector<feel::Value>& keys) {
        Counted counted{{keys, {}, 0}, {}};
        for (const Call& call : calls)
            counted.accumulators.emplace_back(call.function);
        return counted;
    };
    if (m_sql.groups.empty())
        groups.insert({}, fresh({}));
    qint64 visited = 0;
    visitRows([&](const QString&, const std::vector<feel::Value>& keys, const RowValues& value) {
        QStringList name;
        for (const feel::Value& key : keys)
            name.append(key.toFeel());
        auto group = groups.find(name);
        if (group == groups.end())
            group = groups.insert(name, fresh(keys));
        ++group->row.rows;
        for (size_t i = 0; i < calls.size(); ++i) {
            if (!calls[i].filter || value(calls[i].filter).isTrue())
                group->accumulators[i].add(calls[i].argument ? value(calls[i].argument) : feel::Value());
        }
        return ++visited < s_mostRowsHere;
    });
    if (auto failed = failure(); !failed)
        return failed.error();
    if (visited >= s_mostRowsHere)
        return Error(QStringLiteral("analytics.too_large"),
                     FW_MSG("This figure would have to look at more than 5 million rows one by one."),
                     FW_MSG("Add a period, or a condition on stored fields."));
    std::vector<store::FigureRow> rows;
    for (Counted& counted : groups) {
        for (const Accumulator& accumulator : counted.accumulators)
            counted.row.values.push_back(accumulator.value());
        rows.push_back(std::move(counted.row));
    }
    return rows;
}

Result<QStringList> RowQuery::ids(int limit)
{
    QStringList ids;
    if (m_conditions.empty()) {
        ids = store::rowIds(m_connection, m_sql, limit);
    } else {
        visitRows([&](const QString& id, const std::vector<feel::Value>&, const RowValues&) {
            ids.append(id);
            return ids.size() < limit;
        });
    }
    if (auto failed = failure(); !failed)
        return failed.error();
    return ids;
}

} // namespace fw::analytics
