#pragma once
#include "triggers.h"

/// Triggers that fire because time passes: silence, date fields, schedules. Their timers are rows of the store, moved in
/// the unit that moves what they depend on.
namespace fw::automation
{

/// "workflow/trigger": the owner of a trigger's timers.
QString timerOwner(const plan::Workflow& workflow, const plan::Trigger& trigger);
/// The trigger an owner names, when the plan still has it and it is switched on.
struct Owned {
    const plan::Workflow* workflow = nullptr;
    const plan::Trigger* trigger = nullptr;
};
Owned findOwned(const plan::Plan& plan, const QString& owner);

/// "For d" is complete at the instant d is over, "more than d" one millisecond later.
Instant silenceDue(const plan::Trigger& trigger, Instant silentSince, const QTimeZone& zone);

/// A change arms, moves and disarms the timers of its record.
void moveTimers(engine::Unit& unit, const Change& change);

/// The silence of a record is complete.
void onAbsence(engine::Unit& unit, const QString& owner, const QString& record, Instant due);
/// A date of a record has come.
void onDate(engine::Unit& unit, const QString& owner, const QString& record, Instant due);
/// A schedule is due: a job enrols the records it is for; what was missed is made up for as the trigger says.
void onSchedule(engine::Unit& unit, const QString& owner, Instant due);

} // namespace fw::automation
