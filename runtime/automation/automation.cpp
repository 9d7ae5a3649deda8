#include "automation.h"
#include "arming.h"
#include "memory.h"
#include "runtime/store/outbox.h"
#include "runtime/store/tasks.h"
#include "runtime/store/users.h"
#include "subject.h"
#include "timetriggers.h"

#include <QJsonDocument>

namespace fw::automation
{

namespace
{

using engine::Fact;

/// One event of the change (of that name) with which the condition holds.
const Fact* metEvent(engine::Unit& unit, const plan::Plan& plan, const Change& change,
                     const std::shared_ptr<const engine::Record>& record, const QString& event,
                     const plan::Expression& condition, const store::Run* run = nullptr)
{
    for (const Fact* fact : change.events) {
        if (fact->event->event != event)
            continue;
        if (!condition)
            return fact;
        Subject subject(unit, plan, record);
        subject.setEvent(events::eventValue(*fact->event, plan.zone));
        if (run)
            subject.setRun(*run);
        if (subject.holds(condition))
            return fact;
    }
    return nullptr;
}

/// Tests one live run against a change of its subject: stop rules first, then what it waits for.
class RunWatch
{
public:
    RunWatch(engine::Unit& unit, const Change& change, std::shared_ptr<const engine::Record> record)
        : m_unit(unit), m_change(change), m_record(std::move(record))
    {
    }

    void test(store::Run& run)
    {
        if (m_change.deleted()) {
            stopRun(m_unit, run, QStringLiteral("record_deleted"));
            return;
        }
        const Pinned pinned = pinnedWorkflow(m_unit, run);
        if (!pinned.workflow || ended(pinned, run))
            return;
        if (run.state == store::Run::State::Waiting) {
            const plan::Step* step = pinned.workflow->findStep(run.step);
            if (step && step->kind == plan::Step::Kind::WaitUntil && happened(*step, *pinned.plan, run))
                resumeRun(m_unit, run, QStringLiteral("happened"));
        }
    }

private:
    /// Stop conditions, then goals: they win over whatever else happens to the run.
    bool ended(const Pinned& pinned, store::Run& run)
    {
        for (const plan::EndRule& rule : pinned.workflow->stops) {
            if (holds(rule, *pinned.plan)) {
                stopRun(m_unit, run, QStringLiteral("stop:") + rule.id);
                return true;
            }
        }
        for (const plan::EndRule& rule : pinned.workflow->goals) {
            if (holds(rule, *pinned.plan)) {
                stopRun(m_unit, run, QStringLiteral("goal:") + rule.id, {}, true);
                return true;
            }
        }
        return false;
    }

    bool holds(const plan::EndRule& rule, const plan::Plan& plan)
    {
        if (!rule.event.isEmpty())
            return metEvent(m_unit, plan, m_change, m_record, rule.event, rule.condition);
        return rule.condition && Subject(m_unit, plan, m_record).holds(rule.condition);
    }

    bool happened(const plan::Step& step, const plan::Plan& plan, const store::Run& run)
    {
        // Only what is dated at or before the limit counts; the timer is about to take what comes later.
        const auto inTime = [&](const Fact* fact) { return !run.due || !fact->event || fact->event->at <= *run.due; };
        if (step.untilInteraction)
            return std::any_of(m_change.interactions.begin(), m_change.interactions.end(), inTime);
        if (!step.untilEvent.isEmpty()) {
            const Fact* fact = metEvent(m_unit, plan, m_change, m_record, step.untilEvent, step.untilCondition, &run);
            return fact && inTime(fact);
        }
        return step.untilCondition && Subject(m_unit, plan, m_record).setRun(run).holds(step.untilCondition);
    }

    engine::Unit& m_unit;
    const Change& m_change;
    std::shared_ptr<const engine::Record> m_record;
};

void watchRuns(engine::Unit& unit, const Change& change)
{
    std::vector<store::Run> runs = store::liveRunsOf(unit.store.writer(), change.record);
    if (runs.empty())
        return;
    std::shared_ptr<const engine::Record> record = change.after;
    if (const plan::Table* table = unit.plan.findTable(change.table); table && !change.touched)
        record = records::load(unit.store.writer(), unit.plan, *table, change.record);
    if (!record && !change.deleted())
        return;
    RunWatch watch(unit, change, record);
    for (const store::Run& known : runs) {
        // What became of one run may have ended or carried on the next.
        if (std::optional<store::Run> run = store::findRun(unit.store.writer(), known.id); run && run->live())
            watch.test(*run);
    }
}

void onRunTimer(engine::Unit& unit, const QString& id, Instant due)
{
    std::optional<store::Run> run = store::findRun(unit.store.writer(), id);
    if (!run || run->state != store::Run::State::Waiting)
        return;
    const Pinned pinned = pinnedWorkflow(unit, *run);
    const plan::Step* step = pinned.workflow ? pinned.workflow->findStep(run->step) : nullptr;
    const bool isLimit = step && (step->kind == plan::Step::Kind::WaitUntil || step->kind == plan::Step::Kind::Start);
    QJsonObject data{{"due", formatInstant(due)}};
    if (unit.now - due > onTimeMillis)
        data["late"] = unit.now - due;
    resumeRun(unit, *run, isLimit ? QStringLiteral("timeout") : QStringLiteral("happened"), data);
}

/// The answer of a call has come: it is kept as the step's result, and the run goes on.
void onAnswer(engine::Unit& unit, const QString& id)
{
    std::optional<store::Run> run = store::findRun(unit.store.writer(), id);
    if (!run || run->state != store::Run::State::Waiting)
        return;
    const auto row =
        store::findMessage(unit.store.writer(), QStringLiteral("%1:%2:%3").arg(run->id, run->step).arg(run->iteration));
    if (!row || (row->state != QLatin1String("sent") && row->state != QLatin1String("failed")))
        return;
    QJsonObject answer = QJsonDocument::fromJson(row->answer.toUtf8()).object();
    const bool sent = row->state == QLatin1String("sent");
    if (!sent && !answer.contains(QLatin1String("error")))
        answer["error"] = row->words;
    Memory memory(run->memory);
    memory.keep(run->step, answer);
    run->memory = memory.json();
    resumeRun(unit, *run, sent ? QStringLiteral("happened") : QStringLiteral("timeout"),
              {{"status", answer[QLatin1String("status")]}, {"words", row->words}});
}

} // namespace

void onFacts(engine::Unit& unit, const std::vector<engine::Fact>& facts)
{
    const std::vector<Change> changes = netChanges(facts);
    for (const Change& change : changes) {
        moveTimers(unit, change);
        watchRuns(unit, change);
    }
    runTriggers(unit, changes);
}

void onTimer(engine::Unit& unit, const QString& kind, const QString& owner, const QString& subject, Instant due)
{
    if (kind == QLatin1String("absence"))
        onAbsence(unit, owner, subject, due);
    else if (kind == QLatin1String("date"))
        onDate(unit, owner, subject, due);
    else if (kind == QLatin1String("schedule"))
        onSchedule(unit, owner, due);
    else if (kind == QLatin1String("job"))
        onJob(unit, owner);
    else if (kind == QLatin1String("answer"))
        onAnswer(unit, owner);
    else
        onRunTimer(unit, owner, due);
}

void failActivation(engine::Unit& unit, const QString& id, const QString& step, const Error& error)
{
    store::Connection& connection = unit.store.writer();
    std::optional<store::Run> run = store::findRun(connection, id);
    if (!run || !run->live())
        return;
    run->state = store::Run::State::Incident;
    run->step = step;
    run->reason = error.code();
    store::updateRun(connection, *run);
    const Problem problem = error.problems().value(0);
    raise(unit, *run, problem.code, problem.what, problem.remedy);
    store::trace(connection, id, unit.now, unit.seq, step, QStringLiteral("failed"),
                 {{"code", problem.code}, {"text", error.text()}});
}

Result<void> completeTask(engine::Unit& unit, const QString& id, const QString& user)
{
    store::Connection& connection = unit.store.writer();
    const std::optional<store::Task> task = store::findTask(connection, id);
    if (!task)
        return Error(QStringLiteral("task.unknown"), Message(FW_MSG("There is no task \"%1\"."), {id}),
                     FW_MSG("Refresh the list: it may have been removed."), Place{{}, 0, 0, id});
    if (task->state == QLatin1String("cancelled"))
        return Error(QStringLiteral("task.closed"), Message(FW_MSG("The task \"%1\" was withdrawn."), {task->title}),
                     FW_MSG("Nothing needs to be done."), Place{{}, 0, 0, id});
    if (task->state != QLatin1String("open")) {
        const std::optional<store::User> by = store::findUser(connection, task->doneBy);
        return Error(
            QStringLiteral("task.closed"),
            Message(FW_MSG("The task \"%1\" was already handled by %2."), {task->title, by ? by->name : task->doneBy}),
            FW_MSG("Nothing needs to be done."), Place{{}, 0, 0, id});
    }
    store::closeTask(connection, id, QStringLiteral("done"), unit.now, user);
    if (!task->run.isEmpty())
        store::trace(connection, task->run, unit.now, unit.seq, task->step, QStringLiteral("task_done"),
                     {{"task", id}, {"by", user}});
    return {};
}

} // namespace fw::automation
