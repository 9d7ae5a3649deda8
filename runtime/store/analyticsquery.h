#pragma once
#include "analyticssource.h"

#include <variant>

/// Figures over the rows of a source, counted by the database. Failures stay in the connection (takeError).
namespace fw::store {

using SqlBind = std::variant<std::monostate, qint64, QString>;

/// A piece of SQL with the values of its parameters.
struct SqlPart {
    QByteArray sql;
    std::vector<SqlBind> binds;
};

/// What rows are grouped by: a column, or the day, week or month it falls in.
struct GroupSql {
    ColumnSql column;
    QString every; ///< "" | day | week | month
};

struct MeasureSql {
    enum class Function { Count, CountDistinct, Sum, Average, Min, Max };
    Function function = Function::Count;
    std::optional<ColumnSql> column; ///< of all but Count
    std::optional<SqlPart> filter;
};

struct FigureQuery {
    AnalyticsSource* source = nullptr;
    std::vector<SqlPart> where;
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
SqlPart dateBetween(const ColumnSql& column, const std::optional<feel::Date>& from, const std::optional<feel::Date>& to, const QTimeZone& zone);
/// The rows of one group: null stands for rows without a value.
SqlPart groupIs(const GroupSql& group, const feel::Value& key, const QTimeZone& zone);
/// Ids of the rows, at most `limit`.
QStringList rowIds(Connection& connection, const FigureQuery& query, int limit);

/// A row as it lies in the database: its id, the groups' keys, then what `columns` asked for.
struct RawQuery {
    FigureQuery base;         ///< source, where, groups, zone
    QByteArray columns;       ///< ", t.a, t.b" or ""
    QByteArray orderBy;
};
/// Visits rows until `visit` says false. Columns asked for begin at `firstColumn`.
void forEachRow(Connection& connection, const RawQuery& query,
                const std::function<bool(const QString& id, const std::vector<feel::Value>& keys, const Statement& row, int firstColumn)>& visit);

/// The value of a column of a running statement.
feel::Value readColumn(const Statement& row, int index, const ColumnType& type, const QTimeZone& zone);

} // namespace fw::store
