#include "analyticsquery.h"
#include "recordsql.h"
#include "tableshape.h"

namespace fw::store
{

namespace
{

using feel::Decimal;
using Function = MeasureSql::Function;
using plan::Storage;

constexpr qint64 s_chunk = 1'000'000'000; // where a sum runs in two parts

/// Seconds east of UTC at the instant in `sql`, as SQL: one WHEN per change of the zone.
QByteArray offsetSql(const QByteArray& sql, const QTimeZone& zone)
{
    const QMap<Instant, int> offsets = zoneOffsets(zone);
    if (offsets.isEmpty())
        return "0";
    if (offsets.size() == 1)
        return QByteArray::number(offsets.first());
    QByteArray text = "CASE";
    for (auto it = offsets.begin(), next = std::next(it); next != offsets.end(); ++it, ++next)
        text += " WHEN " + sql + " < " + QByteArray::number(next.key()) + " THEN " + QByteArray::number(it.value());
    return text + " ELSE " + QByteArray::number(offsets.last()) + " END";
}

/// Local days since 1970-01-01.
QByteArray daySql(const ColumnSql& column, const QTimeZone& zone)
{
    if (column.type.storage == Storage::Date)
        return column.dialect.dayOf(column.sql);
    const QByteArray millis = column.millis ? column.sql : column.dialect.millis(column.sql);
    const QByteArray local = '(' + millis + " + (" + offsetSql(millis, zone) + ") * 1000)";
    return "((" + local + " - ((" + local + " % 86400000) + 86400000) % 86400000) / 86400000)";
}

QByteArray keySql(const GroupSql& group, const QTimeZone& zone)
{
    if (group.every.isEmpty())
        return group.column.sql;
    const QByteArray day = daySql(group.column, zone);
    if (group.every == u"week") // day 0 was a Thursday
        return '(' + day + " - ((" + day + " + 3) % 7 + 7) % 7)";
    if (group.every == u"month")
        return group.column.dialect.monthOf(day);
    return day;
}

feel::Value readKey(const Statement& row, int index, const GroupSql& group, const QTimeZone& zone)
{
    if (row.isNull(index))
        return {};
    if (!group.every.isEmpty())
        return feel::Date::fromEpochDay(row.integer(index));
    return readColumn(row, index, group.column.type, zone);
}

QByteArray keyList(const FigureQuery& query)
{
    QByteArray keys;
    for (const GroupSql& group : query.groups)
        keys += ", " + keySql(group, query.zone);
    return keys;
}

QByteArray whereSql(const FigureQuery& query)
{
    QByteArray sql = query.source->fromWhere();
    for (const SqlPiece& part : query.where)
        sql += " AND (" + part.sql + ')';
    return sql;
}

void bindWhere(Statement& statement, int& index, const FigureQuery& query)
{
    for (const SqlPiece& part : query.where)
        index = part.bind(statement, index);
}

/// The value a measure counts: the column where the filter holds.
SqlPiece measured(const MeasureSql& measure)
{
    const QByteArray value = measure.column ? measure.column->sql : QByteArray("1");
    if (!measure.filter)
        return {value, {}};
    return {"CASE WHEN " + measure.filter->sql + " THEN " + value + " END", measure.filter->parameters};
}

/// The columns a measure needs, in order; each names the measured value once. `wide`: sums in two parts.
QByteArrayList measureColumns(const MeasureSql& measure, bool wide)
{
    const QByteArray value = measured(measure).sql;
    const QByteArray chunk = QByteArray::number(s_chunk);
    switch (measure.function) {
    case Function::Count: return {"count(" + value + ')'};
    case Function::CountDistinct: return {"count(DISTINCT " + value + ')'};
    case Function::Min: return {"min(" + value + ')'};
    case Function::Max: return {"max(" + value + ')'};
    case Function::Sum:
    case Function::Average:
        // PostgreSQL adds up exactly and without bound by itself.
        if (!wide)
            return {"sum(" + value + ')', "count(" + value + ')'};
        return {"sum((" + value + ") / " + chunk + ')', "sum((" + value + ") % " + chunk + ')', "count(" + value + ')'};
    }
    return {};
}

feel::Value readMeasure(const Statement& row, int index, const MeasureSql& measure, const QTimeZone& zone, bool wide)
{
    switch (measure.function) {
    case Function::Count:
    case Function::CountDistinct: return row.integer(index);
    case Function::Min:
    case Function::Max: return row.isNull(index) ? feel::Value() : readColumn(row, index, measure.column->type, zone);
    default: break;
    }
    const qint64 count = row.integer(index + (wide ? 2 : 1));
    if (count == 0)
        return {};
    if (measure.column->dialect.isPostgres()) {
        const auto sum = Decimal::fromString(row.text(index));
        const auto result = sum && measure.function == Function::Average ? sum->dividedBy(Decimal(count)) : sum;
        return result ? feel::Value(*result) : feel::Value();
    }
    std::optional<Decimal> units(row.integer(index));
    if (wide) {
        const auto high = units->times(Decimal(s_chunk));
        units = high ? high->plus(Decimal(row.integer(index + 1))) : std::nullopt;
    }
    const int decimals = measure.column->type.storage == Storage::Scaled ? measure.column->type.decimals : 0;
    const auto sum = units ? units->times(Decimal::fromScaled(1, decimals)) : std::nullopt;
    if (!sum)
        return {};
    if (measure.function == Function::Sum)
        return *sum;
    const auto mean = sum->dividedBy(Decimal(count));
    return mean ? feel::Value(*mean) : feel::Value();
}

std::vector<FigureRow> count(Connection& connection, const FigureQuery& query, bool wide)
{
    QByteArray sql = "SELECT count(*)" + keyList(query);
    SqlPiece parameters;
    for (const MeasureSql& measure : query.measures) {
        for (const QByteArray& column : measureColumns(measure, wide)) {
            sql += ", " + column;
            parameters.add(measured(measure));
        }
    }
    sql += whereSql(query);
    for (size_t i = 0; i < query.groups.size(); ++i)
        sql += (i == 0 ? " GROUP BY " : ", ") + QByteArray::number(static_cast<int>(i) + 2);
    Statement& statement = connection.prepare(sql);
    int index = parameters.bind(statement, 0);
    bindWhere(statement, index, query);

    std::vector<FigureRow> rows;
    while (connection.step(statement)) {
        FigureRow row;
        row.rows = statement.integer(0);
        int column = 1;
        for (const GroupSql& group : query.groups)
            row.keys.push_back(readKey(statement, column++, group, query.zone));
        for (const MeasureSql& measure : query.measures) {
            row.values.push_back(readMeasure(statement, column, measure, query.zone, wide));
            column += static_cast<int>(measureColumns(measure, wide).size());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

feel::Value readColumn(const Statement& row, int index, const ColumnType& type, const QTimeZone& zone)
{
    plan::Field field;
    field.type = type.type;
    field.storage = type.storage;
    field.decimals = type.decimals;
    return readField(row, index, field, zone);
}

std::vector<FigureRow> runFigures(Connection& connection, const FigureQuery& query)
{
    std::vector<FigureRow> rows = count(connection, query, false);
    // The database refuses a sum that leaves int64; in two parts none does. Any other failure comes again.
    if (connection.takeError())
        rows = count(connection, query, true);
    return rows;
}

SqlPiece dateBetween(const ColumnSql& column, const std::optional<feel::Date>& from,
                     const std::optional<feel::Date>& to, const QTimeZone& zone)
{
    const auto bound = [&](const feel::Date& date) -> SqlPiece::Parameter {
        if (column.type.storage == Storage::Date)
            return date.toString();
        return feel::DateTime{date, feel::Time{}}.toEpochMillis(zone);
    };
    SqlPiece part{column.sql + " IS NOT NULL", {}};
    if (from) {
        part.sql += " AND " + column.sql + " >= ?";
        part.parameters.push_back(bound(*from));
    }
    if (to) {
        part.sql += " AND " + column.sql + " < ?";
        part.parameters.push_back(bound(*to));
    }
    return part;
}

SqlPiece groupIs(const GroupSql& group, const feel::Value& key, const QTimeZone& zone)
{
    SqlPiece part{keySql(group, zone) + (key.isNull() ? " IS NULL" : " = ?"), {}};
    if (key.isNull())
        return part;
    if (!group.every.isEmpty() && key.kind() == feel::Value::Kind::Date)
        part.parameters.emplace_back(key.date().toEpochDay());
    else if (key.kind() == feel::Value::Kind::Number && group.column.type.storage == Storage::Scaled)
        part.parameters.emplace_back(
            Scaled{key.number().toScaled(group.column.type.decimals).value_or(0), group.column.type.decimals});
    else if (key.kind() == feel::Value::Kind::Number)
        part.parameters.emplace_back(key.number().toInt64().value_or(0));
    else if (key.kind() == feel::Value::Kind::Boolean)
        part.parameters.emplace_back(qint64(key.boolean()));
    else if (key.kind() == feel::Value::Kind::DateTime)
        part.parameters.emplace_back(key.dateTime().toEpochMillis(zone));
    else
        part.parameters.emplace_back(key.toText());
    return part;
}

std::optional<SqlPiece> conditionSql(AnalyticsSource& source, const feel::Predicate& predicate, const QTimeZone& zone)
{
    return predicateSql(predicate, source.dialect(), zone, [&](const QStringList& path) -> std::optional<PathSql> {
        const auto column = source.resolve(path.join(QLatin1Char('.')));
        if (!column)
            return std::nullopt;
        PathSql found;
        found.part.sql = column->sql;
        found.field.type = column->type.type;
        found.field.storage = column->type.storage;
        found.field.decimals = column->type.decimals;
        return found;
    });
}

std::optional<SqlPiece> scopeSql(AnalyticsSource& source, const plan::Plan& plan, const plan::Table& table,
                                 const feel::Predicate& scope)
{
    if (source.table())
        return predicateSql(scope, source.dialect(), plan, table, "t");
    auto seen = predicateSql(scope, source.dialect(), plan, table, "s");
    if (!seen)
        return std::nullopt;
    SqlPiece part{
        source.recordSql() + " IN (SELECT s.id FROM " + quoted(table.id) + " s WHERE s.deleted_at IS NULL AND ", {}};
    return part.add(*seen).add(")");
}

QStringList rowIds(Connection& connection, const FigureQuery& query, int limit)
{
    Statement& statement =
        connection.prepare("SELECT " + query.source->idSql() + whereSql(query) + " ORDER BY 1 LIMIT ?");
    int index = 0;
    bindWhere(statement, index, query);
    statement.bind(index, limit);
    QStringList ids;
    while (connection.step(statement))
        ids.append(statement.text(0));
    return ids;
}

void forEachRow(
    Connection& connection, const RawQuery& query,
    const std::function<bool(const QString&, const std::vector<feel::Value>&, const Statement&, int)>& visit)
{
    const FigureQuery& base = query.base;
    QByteArray sql = "SELECT " + base.source->idSql() + keyList(base) + query.columns + whereSql(base);
    if (!query.orderBy.isEmpty())
        sql += " ORDER BY " + query.orderBy;
    Statement& statement = connection.prepare(sql);
    int index = 0;
    bindWhere(statement, index, base);
    while (connection.step(statement)) {
        std::vector<feel::Value> keys;
        int column = 1;
        for (const GroupSql& group : base.groups)
            keys.push_back(readKey(statement, column++, group, base.zone));
        if (!visit(statement.text(0), keys, statement, column)) {
            // The statement stays in the cache; run to its end it would read the rest for nothing.
            connection.prepare(sql);
            return;
        }
    }
}

} // namespace fw::store
