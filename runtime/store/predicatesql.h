#pragma once
#include "connection.h"
#include "model/feel/predicate.h"
#include "runtime/plan/plan.h"

namespace fw::store
{

/// A piece of SQL with its parameters in order of appearance ("?").
struct SqlPiece {
    using Parameter = std::variant<qint64, QString, Scaled>;
    QByteArray sql;
    std::vector<Parameter> parameters;
    SqlPiece& add(const QByteArray& text)
    {
        sql += text;
        return *this;
    }
    SqlPiece& add(const SqlPiece& other);
    /// Binds the parameters beginning at `index`; returns the next free index.
    int bind(Statement& statement, int index) const;
};

/// A path from a record as an SQL expression: a stored field, a system column, or one reached over relations and users
/// ({"customer", "owner", "name"}: sub-selects, records in the bin count as absent). `field`: how its value lies.
/// Nothing for what has no column (fields that depend on time, lists of related records).
struct PathSql {
    SqlPiece part;
    plan::Field field;
};
std::optional<PathSql> pathSql(Dialect dialect, const plan::Plan& plan, const plan::Table& table,
                               const QStringList& path, const QByteArray& alias);

/// A predicate over the rows of `table` (named `alias` in the query) as SQL that gives the same truth as FEEL, nulls and
/// decimals included. Nothing when a part cannot be said exactly in SQL; the caller then tests the rows itself.
std::optional<SqlPiece> predicateSql(const feel::Predicate& predicate, Dialect dialect, const plan::Plan& plan,
                                     const plan::Table& table, const QByteArray& alias);

/// How a path reads in SQL, for rows that are no records (events, tasks …).
using PathResolver = std::function<std::optional<PathSql>(const QStringList& path)>;
std::optional<SqlPiece> predicateSql(const feel::Predicate& predicate, Dialect dialect, const QTimeZone& zone,
                                     const PathResolver& paths);

} // namespace fw::store
