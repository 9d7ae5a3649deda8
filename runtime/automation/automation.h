#pragma once
#include "runtime/engine/unit.h"

/// Workflows (semantics.md, "Workflows"): enrolment, steps, waits, stop rules. Pure: everything it knows is in the unit
/// and the store.
namespace fw::automation
{

/// After scores and segments of a unit are settled: stop rules and waits of live runs first, then triggers. A trigger is
/// tested on the net change of the unit (edge: false or null before it, true after it). Enrolled and resumed runs are
/// added to Unit::activations; nothing of their steps happens here.
void onFacts(engine::Unit& unit, const std::vector<engine::Fact>& facts);

/// A timer of kind "run" or "absence" is due. `late` ms after its time (0 when it is on time).
void onTimer(engine::Unit& unit, const QString& kind, const QString& owner, const QString& subject, Instant due);

/// Carries a run on to its next wait or its end: the whole activation, in the unit given. An error means that the unit
/// must be rolled back and failActivation() be called in a unit of its own.
/// `step` is told which step failed.
Result<void> activate(engine::Unit& unit, const QString& run, QString& step);
/// Parks a run whose activation failed at `step` with an incident.
void failActivation(engine::Unit& unit, const QString& run, const QString& step, const Error& error);

/// Marks an open task as done. Errors: task.unknown, task.closed ("already handled by X").
Result<void> completeTask(engine::Unit& unit, const QString& task, const QString& user);

} // namespace fw::automation
