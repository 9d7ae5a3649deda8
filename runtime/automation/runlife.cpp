#include "runlife.h"
#include "enrolment.h"
#include "memory.h"
#include "runtime/store/incidents.h"
#include "runtime/store/outbox.h"
#include "runtime/store/tasks.h"
#include "runtime/store/timers.h"

namespace fw::automation
{

namespace
{

using store::Run;

/// Whoever waits for the end of this run goes on: the run that started it, or whose branch it walked.
void tellParent(engine::Unit& unit, const Run& run)
{
    store::Connection& connection = unit.store.writer();
    std::optional<Run> parent = run.parent.isEmpty() ? std::nullopt : store::findRun(connection, run.parent);
    if (!parent || parent->state != Run::State::Waiting)
        return;
    Memory memory(parent->memory);
    if (run.path.isEmpty())
        memory.keep(parent->step, run.reason);
    else
        memory.adopt(Memory(run.memory));
    parent->memory = memory.json();
    if (store::childrenOf(connection, parent->id).empty())
        resumeRun(unit, *parent, QStringLiteral("happened"), {{"ended", run.workflow}, {"reason", run.reason}});
    else
        store::updateRun(connection, *parent);
}

/// The next in the queue of the same key begins.
void callNext(engine::Unit& unit, const Run& ended)
{
    for (Run& run : store::liveRunsOf(unit.store.writer(), ended.workflow, ended.key)) {
        if (run.state != Run::State::Queued)
            continue;
        run.state = Run::State::Ready;
        run.enrolledAt = unit.now;
        store::updateRun(unit.store.writer(), run);
        store::trace(unit.store.writer(), run.id, unit.now, unit.seq, {}, QStringLiteral("called"),
                     {{"after", ended.id}});
        unit.activations << run.id;
        return;
    }
}

/// The run no longer stands in anybody's way: who waited for that is told.
void ended(engine::Unit& unit, const Run& run)
{
    tellParent(unit, run);
    if (!run.path.isEmpty())
        return;
    callNext(unit, run);
    startFollowers(unit, run);
}

void close(engine::Unit& unit, Run& run, Run::State state, const QString& reason)
{
    run.state = state;
    run.endedAt = unit.now;
    run.due.reset();
    run.reason = reason;
    store::updateRun(unit.store.writer(), run);
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

void stopRun(engine::Unit& unit, store::Run& run, const QString& reason, const QJsonObject& data, bool goal)
{
    store::Connection& connection = unit.store.writer();
    store::clearTimersOf(connection, QStringLiteral("run"), run.id);
    QJsonObject what = data;
    what["reason"] = reason;
    what["messages"] = store::cancelMessagesOf(connection, run.id);
    what["tasks"] = store::cancelTasksOf(connection, run.id, unit.now);
    close(unit, run, goal ? Run::State::Done : Run::State::Stopped, reason);
    store::trace(connection, run.id, unit.now, unit.seq, run.step,
                 goal ? QStringLiteral("goal") : QStringLiteral("stopped"), what);
    for (Run& child : store::childrenOf(connection, run.id))
        stopRun(unit, child, QStringLiteral("parent_ended"));
    ended(unit, run);
}

void finishRun(engine::Unit& unit, store::Run& run, const QString& reason, bool whole)
{
    store::Connection& connection = unit.store.writer();
    close(unit, run, Run::State::Done, reason);
    store::trace(connection, run.id, unit.now, unit.seq, run.step, QStringLiteral("ended"), {{"reason", reason}});
    std::optional<Run> parent = whole && !run.path.isEmpty() ? store::findRun(connection, run.parent) : std::nullopt;
    if (!parent || !parent->live()) {
        ended(unit, run);
        return;
    }
    for (Run& sibling : store::childrenOf(connection, parent->id)) {
        if (sibling.id != run.id)
            stopRun(unit, sibling, reason);
    }
    // The last sibling may have called the parent back; it ends here all the same.
    parent = store::findRun(connection, run.parent);
    if (!parent || !parent->live())
        return;
    store::clearTimersOf(connection, QStringLiteral("run"), parent->id);
    finishRun(unit, *parent, reason, true);
}

void resumeRun(engine::Unit& unit, store::Run& run, const QString& outcome, const QJsonObject& data)
{
    store::Connection& connection = unit.store.writer();
    store::clearTimersOf(connection, QStringLiteral("run"), run.id);
    run.state = Run::State::Ready;
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
