#pragma once
#include "connection.h"
#include "model/base/timing.h"

/// Small helpers of the store's own sources: how texts and instants that may be missing are bound and read.
namespace fw::store
{

inline QString orNull(const QString& text)
{
    return text.isEmpty() ? QString() : text;
} ///< "" is stored as NULL
inline QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
} ///< NULL is stored as ""

inline void bindInstant(Statement& statement, int index, const std::optional<Instant>& instant)
{
    if (instant)
        statement.bind(index, *instant);
    else
        statement.bindNull(index);
}

inline std::optional<Instant> instantOrNothing(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<Instant>(row.integer(column));
}

/// Runs a statement to its end; a failure stays in the connection.
inline void finish(Connection& connection, Statement& statement)
{
    while (connection.step(statement)) {
    }
}

/// Runs a statement of one row and one number ("INSERT … RETURNING seq", "SELECT count(*) …") to its end; 0 when there is
/// no row, it is null or the statement failed.
inline qint64 numberFrom(Connection& connection, Statement& statement)
{
    qint64 number = 0;
    while (connection.step(statement))
        number = statement.integer(0);
    return number;
}

} // namespace fw::store
