#pragma once
#include "sqltext.h"

#include <vector>

namespace fw::store
{

/// The first row as `read` makes it, the statement run to its end so that it holds no read open.
template <class Read>
auto firstRow(Connection& connection, Statement& statement, Read read) -> std::optional<decltype(read(statement))>
{
    if (!connection.step(statement))
        return std::nullopt;
    auto row = read(statement);
    finish(connection, statement);
    return row;
}

/// Every row as `read` makes it.
template <class Read>
auto allRows(Connection& connection, Statement& statement, Read read) -> std::vector<decltype(read(statement))>
{
    std::vector<decltype(read(statement))> rows;
    while (connection.step(statement))
        rows.push_back(read(statement));
    return rows;
}

} // namespace fw::store
