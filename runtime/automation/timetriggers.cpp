#include "timetriggers.h"
#include "arming.h"
#include "cursor.h"
#include "occurrences.h"
#include "runtime/plan/localtime.h"
#include "runtime/store/jobs.h"
#include "runtime/store/timers.h"
#include "subject.h"

namespace fw::automation
{

namespace
{

using engine::Fact;
using plan::Trigger;

void moveAbsence(engine::Unit& unit, const plan::Workflow& workflow, const Trigger& trigger, const Change& change)
{
    std::optional<Instant> silentSince;
    if (change.created())
        silentSince = change.after->createdAt;
    for (const Fact* fact : change.interactions)
        silentSince = std::max(silentSince.value_or(0), fact->event ? fact->event->at : unit.now);
    if (!silentSince)
        return;
    const store::Timer timer{0,
                             silenceDue(trigger, *silentSince, unit.plan.zone),
                             QStringLiteral("absence"),
                             timerOwner(workflow, trigger),
                             change.record,
                             leadsToPeople(Cursor(workflow, {}, {}))};
    // A late interaction from inside a silence that has fired already does not make it fire again at once.
    if (timer.due > unit.now)
        store::postponeTimer(unit.store.writer(), timer);
}

void moveDate(engine::Unit& unit, const plan::Workflow& workflow, const Trigger& trigger, const Change& change)
{
    if (!change.touched || !change.after)
        return;
    const feel::Value& value = change.after->value(trigger.dateField);
    if (change.before && change.before->value(trigger.dateField) == value)
        return;
    armDate(unit, workflow, trigger, change.record, value, unit.now);
}

/// Enrols a record when the trigger's condition holds.
void fire(engine::Unit& unit, const Owned& owned, const std::shared_ptr<const engine::Record>& record, Instant due)
{
    if (unit.cause.quiet)
        return;
    const Subject subject(unit, unit.plan, record);
    const plan::Expression& condition = owned.trigger->condition;
    if (!subject.holds(condition)) {
        unit.misses.push_back({owned.workflow->id, owned.trigger->id, record->id, QStringLiteral("condition"),
                               subject.firstFailing(condition)});
        return;
    }
    Enrolment enrolment{owned.workflow, owned.trigger->id, record->id};
    if (condition)
        enrolment.condition = subject.explain(condition);
    enrolment.late = unit.now - due;
    enrol(unit, enrolment);
}

std::shared_ptr<const engine::Record> loadSubject(engine::Unit& unit, const Owned& owned, const QString& record)
{
    const plan::Table* table = unit.plan.findTable(owned.workflow->table);
    return table ? records::load(unit.store.writer(), unit.plan, *table, record) : nullptr;
}

/// How many times a schedule was due after `due`, up to `most`, until now.
int missedAfter(const engine::Unit& unit, const Trigger& trigger, Instant due, int most)
{
    int missed = 0;
    std::optional<Instant> next = scheduleDue(trigger, unit.plan, due);
    for (; next && *next <= unit.now && missed < most; next = scheduleDue(trigger, unit.plan, *next))
        ++missed;
    return missed;
}

} // namespace

QString timerOwner(const plan::Workflow& workflow, const Trigger& trigger)
{
    return workflow.id + u'/' + trigger.id;
}

Owned findOwned(const plan::Plan& plan, const QString& owner)
{
    const plan::Workflow* workflow = plan.findWorkflow(owner.section(u'/', 0, 0));
    const Trigger* trigger = workflow && workflow->enabled ? workflow->findTrigger(owner.section(u'/', 1)) : nullptr;
    return trigger ? Owned{workflow, trigger} : Owned{};
}

Instant silenceDue(const Trigger& trigger, Instant silentSince, const QTimeZone& zone)
{
    return trigger.silence.after(silentSince, zone) + (trigger.silenceMoreThan ? 1 : 0);
}

void moveTimers(engine::Unit& unit, const Change& change)
{
    if (change.deleted()) {
        for (const char* kind : {"absence", "date"})
            store::clearTimersOfSubject(unit.store.writer(), QString::fromLatin1(kind), change.record);
        return;
    }
    for (const plan::Workflow& workflow : unit.plan.workflows) {
        if (!workflow.enabled || workflow.table != change.table)
            continue;
        for (const Trigger& trigger : workflow.triggers) {
            if (trigger.kind == Trigger::Kind::Inactive)
                moveAbsence(unit, workflow, trigger, change);
            else if (trigger.kind == Trigger::Kind::DateField)
                moveDate(unit, workflow, trigger, change);
        }
    }
}

void onAbsence(engine::Unit& unit, const QString& owner, const QString& record, Instant due)
{
    const Owned owned = findOwned(unit.plan, owner);
    if (!owned.trigger || owned.trigger->kind != Trigger::Kind::Inactive)
        return; // the definition has moved on
    if (const auto subject = loadSubject(unit, owned, record))
        fire(unit, owned, subject, due);
}

void onDate(engine::Unit& unit, const QString& owner, const QString& record, Instant due)
{
    const Owned owned = findOwned(unit.plan, owner);
    if (!owned.trigger || owned.trigger->kind != Trigger::Kind::DateField)
        return;
    const auto subject = loadSubject(unit, owned, record);
    if (!subject)
        return;
    const feel::Value& value = subject->value(owned.trigger->dateField);
    if (dateDue(*owned.trigger, value, unit.plan.zone, due) == due)
        fire(unit, owned, subject, due);
    // What fell due while nothing ran has fired once; the next time lies ahead.
    armDate(unit, *owned.workflow, *owned.trigger, record, value, std::max(due, unit.now) + 1);
}

void onSchedule(engine::Unit& unit, const QString& owner, Instant due)
{
    const Owned owned = findOwned(unit.plan, owner);
    if (!owned.trigger || owned.trigger->kind != Trigger::Kind::Schedule)
        return;
    const Trigger& trigger = *owned.trigger;
    const bool late = unit.now - due > onTimeMillis;
    bool fires = true;
    Instant nextFrom = std::max(due, unit.now);
    if (late && trigger.missed == Trigger::Missed::Skip) {
        fires = false;
    } else if (late && trigger.missed == Trigger::Missed::All) {
        fires = missedAfter(unit, trigger, due, trigger.missedMost) < trigger.missedMost;
        nextFrom = due;
    }
    store::Connection& connection = unit.store.writer();
    store::Armed armed = store::findArmed(connection, owned.workflow->id, trigger.id).value_or(store::Armed());
    const QDate today = plan::localDate(due, unit.plan.zone);
    armed.last = today.toString(Qt::ISODate);
    store::saveArmed(connection, armed);
    if (const auto next = scheduleDue(trigger, unit.plan, nextFrom, today))
        store::setTimer(connection, {0, *next, QStringLiteral("schedule"), owner, QStringLiteral("")});
    if (fires && !unit.cause.quiet)
        enrolMatching(unit, *owned.workflow, trigger, due);
}

} // namespace fw::automation
