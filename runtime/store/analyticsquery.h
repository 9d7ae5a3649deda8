#pragma once
#include "analyticssource.h"
#include "predicatesql.h"

/// Figures over the rows of a source, counted by the database. Failures stay in the connection (takeError).
namespace fw::store
{

/// What rows are grouped by: a column, or the day, week or month it falls in.
struct GroupSql {
    ColumnSql column;
    QString every; ///< "" | day | week | month
};

struct MeasureSql {
    enum class Function { Count, CountDistinct, Sum, Average, Min, Max };
    Function function = Function::Count;
    std::optional<ColumnSql> column; ///< of all but Count
    std::optional<SqlPiece> filter;
};

struct FigureQuery {
    AnalyticsSource* source = nullptr;
    std::vector<SqlPiece> where;
    std::vector<GroupSql> groups;
    std::vector<MeasureSql> measures;
    QTimeZone zone;
};

/// One group. Sums are exact; a sum, average … of nothing is null.
struct FigureRow {
    std::vector<feel::Value> keys;
    std::vector<feel::Value> values;
    qint64 rows = 0;
};

std::vector<FigureRow> runFigures(Connection& connection, const FigureQuery& query);

/// A bound on the date of a row: [from, to) in local days of `zone`; an absent end is open.
SqlPiece dateBetween(const ColumnSql& column, const std::optional<feel::Date>& from,
                     const std::optional<feel::Date>& to, const QTimeZone& zone);
/// The rows of one group: null stands for rows without a value.
SqlPiece groupIs(const GroupSql& group, const feel::Value& key, const QTimeZone& zone);
/// A condition over the rows of a source; nothing when a part of it cannot be said in SQL.
std::optional<SqlPiece> conditionSql(AnalyticsSource& source, const feel::Predicate& predicate, const QTimeZone& zone);
/// The rows a viewer with the row scope `scope` on `table` may see: rows of the table itself, or (events, tasks …) rows about
/// its records. Nothing when it cannot be said in SQL.
std::optional<SqlPiece> scopeSql(AnalyticsSource& source, const plan::Plan& plan, const plan::Table& table,
                                 const feel::Predicate& scope);
/// Ids of the rows, at most `limit`.
QStringList rowIds(Connection& connection, const FigureQuery& query, int limit);

/// A row as it lies in the database: its id, the groups' keys, then what `columns` asked for.
struct RawQuery {
    FigureQuery base;   ///< source, where, groups, zone
    QByteArray columns; ///< ", t.a, t.b" or ""
    QByteArray orderBy;
};
/// Visits rows until `visit` says false. Columns asked for begin at `firstColumn`.
void forEachRow(Connection& connection, const RawQuery& query,
                const std::function<bool(const QString& id, const std::vector<feel::Value>& keys, const Statement& row,
                                         int firstColumn)>& visit);

/// The value of a column of a running statement.
feel::Value readColumn(const Statement& row, int index, const ColumnType& type, const QTimeZone& zone);

} // namespace fw::store
