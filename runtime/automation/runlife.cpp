#include "runlife.h"
#include "runtime/store/outbox.h"
#include "runtime/store/tasks.h"
#include "runtime/store/timers.h"

namespace fw::automation
{

namespace
{

using plan::Workflow;

/// Whether `reenter` and the cool-down let the subject in. `restart` ends the run that is under way.
bool mayEnter(engine::Unit& unit, const Workflow& workflow, const QString& key)
{
    store::Connection& connection = unit.store.writer();
    const std::optional<Instant> last = store::lastEnrolment(connection, workflow.id, key);
    if (!last)
        return true;
    if (workflow.reenter == Workflow::Reenter::Once)
        return false;
    if (workflow.coolDown && workflow.coolDown->after(*last, unit.plan.zone) > unit.now)
        return false;
    std::vector<store::Run> live = store::liveRunsOf(connection, workflow.id, key);
    switch (workflow.reenter) {
    case Workflow::Reenter::Parallel: return static_cast<int>(live.size()) < workflow.parallelLimit;
    case Workflow::Reenter::Restart:
        for (store::Run& run : live)
            stopRun(unit, run, QStringLiteral("restarted"));
        return true;
    case Workflow::Reenter::AfterExit:
    case Workflow::Reenter::Once: break;
    }
    return live.empty();
}

/// A workflow that goes round in circles is paused, with one incident; what it did stays.
void pauseWorkflow(engine::Unit& unit, const Workflow& workflow, const QString& record, const QString& code,
                   const Message& what)
{
    store::Connection& connection = unit.store.writer();
    const Message remedy(FW_MSG("Look at what the workflow changes and what starts it, then switch it on again."));
    const qint64 incident = store::raiseIncident(
        connection, {0, unit.now, code, what.text(), remedy.text(), workflow.id, {}, {}, record, true});
    store::pause(connection, workflow.id, unit.now, incident);
}

/// Whether the guards against loops let the entry pass.
bool passesGuards(engine::Unit& unit, const Workflow& workflow, const QString& key, qint64 root)
{
    store::Connection& connection = unit.store.writer();
    if (unit.cause.depth + 1 > mostDepth) {
        pauseWorkflow(unit, workflow, key, QStringLiteral("workflow.too_deep"),
                      Message(FW_MSG("Workflow \"%1\" was paused: workflows started each other %2 times in a row."),
                              {workflow.label.in({}), QString::number(mostDepth)}));
        return false;
    }
    if (store::enrolmentsSince(connection, workflow.id, key, unit.now - 60'000) >= mostEntries) {
        pauseWorkflow(
            unit, workflow, key, QStringLiteral("workflow.too_often"),
            Message(
                FW_MSG(
                    "Workflow \"%1\" was paused: it started more than %2 times within a minute for the same record."),
                {workflow.label.in({}), QString::number(mostEntries)}));
        return false;
    }
    if (unit.cause.depth > 0 && store::runsFromRoot(connection, root, mostRunsFromRoot) >= mostRunsFromRoot) {
        pauseWorkflow(unit, workflow, key, QStringLiteral("workflow.too_many"),
                      Message(FW_MSG("Workflow \"%1\" was paused: one change led to more than %2 runs."),
                              {workflow.label.in({}), QString::number(mostRunsFromRoot)}));
        return false;
    }
    return true;
}

} // namespace

Pinned pinnedWorkflow(const engine::Unit& unit, const store::Run& run)
{
    if (run.number == unit.plan.number)
        return {nullptr, &unit.plan, unit.plan.findWorkflow(run.workflow)};
    std::shared_ptr<const plan::Plan> owner = unit.pinned ? unit.pinned(run.number) : nullptr;
    if (!owner)
        return {};
    return {owner, owner.get(), owner->findWorkflow(run.workflow)};
}

void enrol(engine::Unit& unit, const Enrolment& enrolment)
{
    store::Connection& connection = unit.store.writer();
    const Workflow& workflow = *enrolment.workflow;
    const QString key = enrolment.record;
    if (!workflow.enabled || store::isPaused(connection, workflow.id) || !mayEnter(unit, workflow, key))
        return;
    const qint64 root = unit.cause.root ? unit.cause.root : unit.seq;
    if (!passesGuards(unit, workflow, key, root))
        return;
    store::Run run;
    run.id = unit.newId();
    run.workflow = workflow.id;
    run.number = unit.plan.number;
    run.key = key;
    run.table = workflow.table;
    run.record = enrolment.record;
    run.trigger = enrolment.trigger;
    run.event = enrolment.event;
    run.eventAt = enrolment.eventAt;
    run.cause = unit.seq;
    run.root = root;
    run.depth = unit.cause.depth + 1;
    run.enrolledAt = unit.now;
    store::insertRun(connection, run);
    QJsonObject data{{"trigger", enrolment.trigger}};
    if (!enrolment.condition.isEmpty())
        data["if"] = enrolment.condition;
    if (enrolment.late > onTimeMillis)
        data["late"] = enrolment.late;
    store::trace(connection, run.id, unit.now, unit.seq, {}, QStringLiteral("enrolled"), data);
    unit.activations << run.id;
}

void stopRun(engine::Unit& unit, store::Run& run, const QString& reason, const QJsonObject& data)
{
    store::Connection& connection = unit.store.writer();
    store::clearTimersOf(connection, QStringLiteral("run"), run.id);
    QJsonObject what = data;
    what["reason"] = reason;
    what["messages"] = store::cancelMessagesOf(connection, run.id);
    what["tasks"] = store::cancelTasksOf(connection, run.id, unit.now);
    run.state = store::Run::State::Stopped;
    run.endedAt = unit.now;
    run.due.reset();
    run.reason = reason;
    store::updateRun(connection, run);
    store::trace(connection, run.id, unit.now, unit.seq, run.step, QStringLiteral("stopped"), what);
}

void resumeRun(engine::Unit& unit, store::Run& run, const QString& outcome, const QJsonObject& data)
{
    store::Connection& connection = unit.store.writer();
    store::clearTimersOf(connection, QStringLiteral("run"), run.id);
    run.state = store::Run::State::Ready;
    run.outcome = outcome;
    run.due.reset();
    store::updateRun(connection, run);
    QJsonObject what = data;
    what["outcome"] = outcome;
    store::trace(connection, run.id, unit.now, unit.seq, run.step, QStringLiteral("resumed"), what);
    unit.activations << run.id;
}

void raise(engine::Unit& unit, const store::Run& run, const QString& code, const Message& what, const Message& remedy)
{
    store::raiseIncident(unit.store.writer(), {0, unit.now, code, what.text(), remedy.text(), run.workflow, run.id,
                                               run.step, run.record, true});
}

} // namespace fw::automation
