#pragma once
#include "model/feel/aggregate.h"
#include "predicatesql.h"

namespace fw::store
{

/// An aggregate of one column over the live rows of a table ("t") that `where` leaves. `field` −1: of the rows themselves
/// (count). Nothing when the database cannot do it exactly (median, a sum beyond int64): the caller adds up here.
/// A sum, average, least or greatest of no values is null. Failures of the store stay in the connection.
std::optional<feel::Value> aggregateSql(Connection& connection, const plan::Plan& plan, const plan::Table& table,
                                        feel::Aggregate::Function function, int field, const SqlPiece& where);

} // namespace fw::store
