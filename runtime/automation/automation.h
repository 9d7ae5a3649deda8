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

/// A timer of kind "run", "absence", "date", "schedule" or "job" is due.
void onTimer(engine::Unit& unit, const QString& kind, const QString& owner, const QString& subject, Instant due);

/// Carries a run on to its next wait or its end: the whole activation, in the unit given. An error means that the unit
/// must be rolled back and failActivation() be called in a unit of its own.
/// `step` is told which step failed.
Result<void> activate(engine::Unit& unit, const QString& run, QString& step);
/// Parks a run whose activation failed at `step` with an incident.
void failActivation(engine::Unit& unit, const QString& run, const QString& step, const Error& error);

/// A person pressed the button of a record. Gives the run. Errors: button.unknown; button.not_started, with the reason.
Result<QString> pressButton(engine::Unit& unit, const QString& workflow, const QString& trigger, const QString& record);
/// Another system has called: the record its body speaks of is found, or made, and let in. Gives the run, "" when the workflow
/// did not let it in. Errors: webhook.unknown, webhook.no_record, webhook.too_big and those of making records.
Result<QString> receive(engine::Unit& unit, const QString& workflow, const QString& trigger, const QJsonObject& body);
/// Enrols, in batches, all that a trigger matches as it stands: after a workflow was switched on, when a person wants it.
/// Gives the job. Errors: enrol.unknown, enrol.not_possible (an event cannot be matched afterwards).
Result<QString> enrolExisting(engine::Unit& unit, const QString& workflow, const QString& trigger);
/// How many that would be.
Result<qint64> countExisting(engine::Unit& unit, const QString& workflow, const QString& trigger);

/// Whether publishing has changed what must be armed by time, and the arming itself (batches of big tables follow by timers
/// of kind "job").
bool needsArming(store::Connection& connection, const plan::Plan& plan);
void armTriggers(engine::Unit& unit);

/// Marks an open task as done. Errors: task.unknown, task.closed ("already handled by X").
Result<void> completeTask(engine::Unit& unit, const QString& task, const QString& user);

} // namespace fw::automation
