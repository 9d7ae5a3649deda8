#include "versions.h"
#include "activation.h"
#include "runtime/store/timers.h"

namespace fw::automation
{

namespace
{

using plan::Step;
using store::Run;

/// Whether the run can stand at the same step of another definition: the step is there, of the same kind, in the same loops.
bool fits(const engine::Unit& unit, const Run& run, const plan::Workflow& workflow, const QString& step)
{
    const Cursor cursor(workflow, run.path, step);
    if (!cursor.isValid())
        return false;
    if (step.isEmpty())
        return true;
    const Pinned before = pinnedWorkflow(unit, run);
    const Step* was = before.workflow ? before.workflow->findStep(step) : nullptr;
    return was && was->kind == workflow.findStep(step)->kind && cursor.loops() == Memory(run.memory).loopSteps();
}

void move(engine::Unit& unit, Run& run, const RunPolicy& policy)
{
    store::Connection& connection = unit.store.writer();
    const plan::Workflow* workflow = unit.plan.findWorkflow(run.workflow);
    const QJsonObject data{{"from", run.number}, {"to", unit.plan.number}};
    if (workflow && fits(unit, run, *workflow, run.step)) {
        store::pinRun(connection, run.id, unit.plan.number);
        store::trace(connection, run.id, unit.now, unit.seq, run.step, QStringLiteral("moved"), data);
        return;
    }
    const QString target = policy.targets.value(run.workflow + u'/' + run.step);
    const Cursor cursor = workflow ? Cursor(*workflow, run.path, target) : Cursor();
    if (target.isEmpty() || !cursor.isValid()) {
        stopRun(unit, run, QStringLiteral("published"));
        return;
    }
    Memory memory(run.memory);
    while (!memory.loopSteps().isEmpty() && memory.loopSteps() != cursor.loops())
        memory.leaveLoop();
    run.memory = memory.json();
    run.step = target;
    store::pinRun(connection, run.id, unit.plan.number);
    resumeRun(unit, run, {}, data);
}

} // namespace

Result<void> checkRunPolicy(store::Connection& connection, const plan::Plan& plan, const RunPolicy& policy)
{
    if (policy.kind != RunPolicy::Kind::Move)
        return {};
    QList<Problem> problems;
    for (const store::StepCount& count : store::liveRunsPerStep(connection)) {
        const plan::Workflow* workflow = plan.findWorkflow(count.workflow);
        const QString place = count.workflow + u'/' + count.step;
        const QString target = policy.targets.value(place);
        const bool there = workflow && (count.step.isEmpty() || workflow->findStep(count.step));
        if (there || target == QLatin1String("end") || (workflow && !target.isEmpty() && workflow->findStep(target)))
            continue;
        problems << Problem{
            Severity::Error,
            QStringLiteral("publish.no_target"),
            Message(FW_MSG("%1 runs stand at \"%2\", which the new definition does not have."),
                    {QString::number(count.runs), place}),
            Message(FW_MSG("Say where they go on (%1=STEP or %1=end), keep them, or stop them."), {place}),
            Place{{}, 0, 0, place},
            {}};
    }
    return problems.isEmpty() ? Result<void>() : Result<void>(Error(problems));
}

bool applyRunPolicy(engine::Unit& unit, const RunPolicy& policy, QString& after, int limit)
{
    const std::vector<Run> runs = store::liveRunsAfter(unit.store.writer(), after, limit);
    for (const Run& known : runs) {
        after = known.id;
        // What became of one run may have ended the next.
        std::optional<Run> run = store::findRun(unit.store.writer(), known.id);
        if (!run || !run->live() || run->number == unit.plan.number)
            continue;
        if (policy.kind == RunPolicy::Kind::Stop)
            stopRun(unit, *run, QStringLiteral("published"));
        else
            move(unit, *run, policy);
    }
    return static_cast<int>(runs.size()) == limit;
}

bool recountWaits(engine::Unit& unit, QString& after, int limit)
{
    const std::vector<Run> runs = store::liveRunsAfter(unit.store.writer(), after, limit);
    for (Run run : runs) {
        after = run.id;
        const Pinned pinned = pinnedWorkflow(unit, run);
        const Step* step = pinned.workflow ? pinned.workflow->findStep(run.step) : nullptr;
        // A plain duration became an instant when the wait began; that one does not move.
        if (!step || run.state != Run::State::Waiting || step->kind != Step::Kind::Wait || step->calendar.isEmpty())
            continue;
        const auto due = waitDue(*step, run, run.enteredAt, unit.plan, pinned.plan->zone);
        if (!due || run.due == *due)
            continue;
        run.due = *due;
        store::updateRun(unit.store.writer(), run);
        store::setTimer(unit.store.writer(), {0, *due, QStringLiteral("run"), run.id, run.record});
        store::trace(unit.store.writer(), run.id, unit.now, unit.seq, run.step, QStringLiteral("recounted"),
                     {{"due", formatInstant(*due)}});
    }
    return static_cast<int>(runs.size()) == limit;
}

} // namespace fw::automation
