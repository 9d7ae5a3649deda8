#pragma once
#include "connection.h"
#include "model/base/timing.h"

namespace fw::store
{

/// Before which instants rows are old (semantics.md: change feed 7 days, keys and replies 90 days, traces 90 days or as set).
struct Ages {
    Instant changes = 0;
    Instant replies = 0;
    Instant traces = 0;
};
/// Removes what is old, at most `limit` rows of each kind; whether there may be more. Errors stay in the connection.
bool prune(Connection& connection, const Ages& before, int limit);

} // namespace fw::store
