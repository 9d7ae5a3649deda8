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

} // namespace fw::store
