#pragma once
#include "runtime/engine/unit.h"

/// What becomes of live runs when another definition is published (semantics.md, "Versions").
namespace fw::automation
{

struct RunPolicy {
    enum class Kind { Keep, Move, Stop } kind = Kind::Keep;
    QMap<QString, QString> targets; ///< of Move: "workflow/step" → step of the new definition, or "end"
};

/// Whether every live run has its place in `plan`. Error publish.no_target: steps that vanished, with how many runs stand
/// there and no target given.
Result<void> checkRunPolicy(store::Connection& connection, const plan::Plan& plan, const RunPolicy& policy);
/// Moves or stops a batch of live runs that began on another definition than the unit's plan; `after` is the run it went up
/// to. Whether there are more.
bool applyRunPolicy(engine::Unit& unit, const RunPolicy& policy, QString& after, int limit);

/// Working time follows the calendars: the waits of a batch of runs are counted anew. As above.
bool recountWaits(engine::Unit& unit, QString& after, int limit);

} // namespace fw::automation
