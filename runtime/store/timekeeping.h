#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <vector>

namespace fw::store
{

/// When something last happened in this store: what a start after a pause is measured from. Nothing in a new store.
std::optional<Instant> aliveAt(Connection& connection);
void setAliveAt(Connection& connection, Instant at);

/// Timers held after the clock jumped forward: those due in (after, to] wait until `until` or until a person lets them go.
struct Hold {
    Instant after = 0;
    Instant to = 0;
    Instant until = 0;
    qint64 incident = 0;
};
std::optional<Hold> hold(Connection& connection);
void setHold(Connection& connection, const Hold& hold);
void clearHold(Connection& connection);

/// What was made up for after nothing had run for a while. One that is not finished is under way.
struct CatchUp {
    qint64 id = 0;
    Instant from = 0; ///< nothing ran since
    Instant to = 0;   ///< it ran again
    qint64 timers = 0;
    qint64 expired = 0; ///< messages that were too late
    std::optional<Instant> finishedAt;
};
std::optional<CatchUp> openCatchUp(Connection& connection);
void saveCatchUp(Connection& connection, const CatchUp& catchUp);      ///< id 0: a new one
std::vector<CatchUp> catchUps(Connection& connection, int limit = 20); ///< newest first
/// Messages dropped because they were too late, made in the time of a catch-up.
qint64 expiredSince(Connection& connection, Instant from);

} // namespace fw::store
