#pragma once
#include "enrolment.h"

/// What publishing a workflow means for the records there are: their timers are armed, nobody is enrolled. Whoever wants
/// those enrolled that match already asks for it (semantics.md, "Triggers": edge, not level). Work over a table goes in
/// batches, each a unit of its own, so that people are not kept waiting.
namespace fw::automation
{

/// The next batch of a job.
void onJob(engine::Unit& unit, const QString& job);

/// Arms the timer of a date trigger for the first time at or after `from`; disarms it when there is none.
void armDate(engine::Unit& unit, const plan::Workflow& workflow, const plan::Trigger& trigger, const QString& record,
             const feel::Value& value, Instant from);
/// Enrols, in batches, the records a trigger matches as they stand: those of a schedule that is due, or those a person
/// wants in after the workflow was switched on. Gives the job's id.
QString enrolMatching(engine::Unit& unit, const plan::Workflow& workflow, const plan::Trigger& trigger, Instant due);
/// Whether a trigger can be said to match a record as it stands (an event cannot).
bool canMatch(const plan::Trigger& trigger);
/// How many records a trigger matches now.
Result<qint64> countMatching(engine::Unit& unit, const plan::Workflow& workflow, const plan::Trigger& trigger);

} // namespace fw::automation
