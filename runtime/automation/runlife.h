#pragma once
#include "runtime/engine/unit.h"
#include "runtime/store/runs.h"

/// How runs go on and end, shared by triggers, timers and steps.
namespace fw::automation
{

constexpr qint64 onTimeMillis = 60'000; ///< this late counts as on time

/// The workflow as the run began on it, with the plan that owns it.
struct Pinned {
    std::shared_ptr<const plan::Plan> owner; ///< null when it is the unit's own plan
    const plan::Plan* plan = nullptr;
    const plan::Workflow* workflow = nullptr; ///< null when the definition lacks it
};
Pinned pinnedWorkflow(const engine::Unit& unit, const store::Run& run);

/// Ends a run from outside: its timers, unsent messages and open tasks go in the same unit, and what it waits for with it;
/// the reason is kept. `goal`: it has reached what it is for.
void stopRun(engine::Unit& unit, store::Run& run, const QString& reason, const QJsonObject& data = {},
             bool goal = false);
/// A run has come to the end of its steps. A stop step in one of several branches ends the whole run (`whole`).
void finishRun(engine::Unit& unit, store::Run& run, const QString& reason, bool whole = false);
/// A wait is over: the run is carried on after this unit.
void resumeRun(engine::Unit& unit, store::Run& run, const QString& outcome, const QJsonObject& data = {});

/// Words for a person, kept in the store.
void raise(engine::Unit& unit, const store::Run& run, const QString& code, const Message& what, const Message& remedy);

} // namespace fw::automation
