#include "activation.h"
#include "automation.h"
#include "runtime/store/timers.h"
#include "runview.h"

namespace fw::automation
{

namespace
{

using plan::Step;

/// More steps than this in one activation is a run that has gone astray (1,000 records × a few steps pass).
constexpr int s_mostSteps = 20'000;

} // namespace

Activation::Activation(engine::Unit& unit, store::Run run, Pinned pinned)
    : m_unit(unit), m_run(std::move(run)), m_pinned(std::move(pinned))
{
}

Subject Activation::subject() const
{
    Subject subject(m_unit, *m_pinned.plan, m_record);
    subject.setEvent(m_event).setRun(m_run);
    return subject;
}

void Activation::trace(const QString& kind, const QJsonObject& data)
{
    store::trace(m_unit.store.writer(), m_run.id, m_unit.now, m_unit.seq, m_run.step, kind, data);
}

void Activation::keep(const Step& step, const QJsonValue& result)
{
    Memory memory(m_run.memory);
    memory.keep(step.id, result);
    m_run.memory = memory.json();
}

Result<void> Activation::loadRecord()
{
    store::Connection& connection = m_unit.store.writer();
    const plan::Table* table = m_unit.plan.findTable(m_run.table);
    // Who was enrolled by its own deletion lies in the bin.
    const plan::Trigger* trigger = m_pinned.workflow->findTrigger(m_run.trigger);
    const bool bin = trigger && trigger->kind == plan::Trigger::Kind::RecordDeleted && trigger->table == m_run.table;
    m_record = table ? records::load(connection, m_unit.plan, *table, m_run.record, bin) : nullptr;
    if (!m_record)
        return Error(QStringLiteral("workflow.no_record"), FW_MSG("The record of this run is gone."),
                     FW_MSG("Restore it from the bin and carry the run on, or cancel the run."));
    if (const QJsonValue body = m_run.memory[QLatin1String("event")]; body.isObject())
        m_event = jsonValue(body);
    if (!m_run.event || !m_event.isNull())
        return {};
    for (const engine::EventRow& row : events::history(
             connection, *m_pinned.plan, events::personOfRecord(connection, m_run.record), {}, m_run.eventAt)) {
        if (row.seq == m_run.event)
            m_event = events::eventValue(row, m_pinned.plan->zone);
    }
    return {};
}

Result<void> Activation::perform()
{
    Cursor cursor(*m_pinned.workflow, m_run.path, m_run.step);
    if (!cursor.isValid())
        return Error(QStringLiteral("workflow.no_step"),
                     Message(FW_MSG("The step \"%1\" no longer exists."), {m_run.step}),
                     FW_MSG("Choose where the run goes on, or cancel it."));
    if (auto loaded = loadRecord(); !loaded)
        return loaded;
    ++m_run.activations;
    leaveWait(cursor);
    for (int steps = 0; steps < s_mostSteps; ++steps) {
        if (cursor.atLoopEnd()) {
            turnLoop(cursor);
            continue;
        }
        const Step* step = cursor.current();
        if (!step) {
            finishRun(m_unit, m_run, QStringLiteral("finished"));
            return {};
        }
        if (stopped())
            return {};
        m_run.step = step->id;
        const auto next = doStep(*step, cursor);
        if (!next)
            return next.error();
        if (*next == Next::Over)
            return {};
        if (*next == Next::Advance)
            cursor.advance();
    }
    return Error(QStringLiteral("workflow.too_many_steps"),
                 Message(FW_MSG("The run did more than %1 steps without a wait."), {QString::number(s_mostSteps)}),
                 FW_MSG("Let its loops go over fewer records, then carry the run on."));
}

/// The body of a loop has come to its end: once more for the next record, or on behind the loop.
void Activation::turnLoop(Cursor& cursor)
{
    Memory memory(m_run.memory);
    memory.nextItem();
    ++m_run.iteration;
    const bool over = memory.loop().over();
    if (over)
        memory.leaveLoop();
    m_run.memory = memory.json();
    if (over)
        cursor.leaveLoop();
    else
        cursor.repeatLoop();
}

void Activation::leaveWait(Cursor& cursor)
{
    const QString outcome = std::exchange(m_run.outcome, QStringLiteral(""));
    const Step* step = cursor.current();
    if (outcome.isEmpty() || !step)
        return; // it begins, or does the step again
    const bool timeout = outcome == QLatin1String("timeout");
    if (step->kind == Step::Kind::Start && timeout)
        store::detachChildren(m_unit.store.writer(), m_run.id); // they go on by themselves
    if (timeout)
        cursor.enter(step->timeout);
    else if (step->kind == Step::Kind::WaitUntil && outcome != QLatin1String("skipped"))
        cursor.enter(step->then);
    else
        cursor.advance();
}

/// Stop conditions and goals are tested before every step; events end a run when they are committed.
bool Activation::stopped()
{
    const auto met = [this](const plan::EndRule& rule) {
        return rule.event.isEmpty() && rule.condition && subject().holds(rule.condition);
    };
    for (const plan::EndRule& rule : m_pinned.workflow->stops) {
        if (met(rule)) {
            stopRun(m_unit, m_run, QStringLiteral("stop:") + rule.id, {{"if", subject().explain(rule.condition)}});
            return true;
        }
    }
    for (const plan::EndRule& rule : m_pinned.workflow->goals) {
        if (met(rule)) {
            stopRun(m_unit, m_run, QStringLiteral("goal:") + rule.id, {{"if", subject().explain(rule.condition)}},
                    true);
            return true;
        }
    }
    return false;
}

Result<Activation::Next> Activation::doStep(const Step& step, Cursor& cursor)
{
    Result<void> done;
    switch (step.kind) {
    case Step::Kind::Set: done = setFields(step); break;
    case Step::Kind::Create: done = createRecord(step); break;
    case Step::Kind::Update: done = updateRecords(step); break;
    case Step::Kind::Find: done = findRecords(step); break;
    case Step::Kind::Assign: done = assign(step); break;
    case Step::Kind::Tag: done = tag(step); break;
    case Step::Kind::Task: done = makeTask(step); break;
    case Step::Kind::Message: done = sendMessage(step); break;
    case Step::Kind::Http:
        done = callHttp(step);
        if (done)
            pauseAt(step, {});
        return done ? Result<Next>(Next::Over) : Result<Next>(done.error());
    case Step::Kind::Wait: return wait(step);
    case Step::Kind::WaitUntil: return waitUntil(step, cursor);
    case Step::Kind::Branch: return branch(step, cursor);
    case Step::Kind::ForEach: return forEach(step, cursor);
    case Step::Kind::Start: return start(step);
    case Step::Kind::Stop:
        finishRun(m_unit, m_run, step.reason.isEmpty() ? QStringLiteral("step:") + step.id : step.reason, true);
        return Next::Over;
    }
    return done ? Result<Next>(Next::Advance) : Result<Next>(done.error());
}

void Activation::pauseAt(const Step& step, std::optional<Instant> due)
{
    m_run.state = store::Run::State::Waiting;
    m_run.step = step.id;
    m_run.due = due;
    m_run.enteredAt = m_unit.now;
    store::updateRun(m_unit.store.writer(), m_run);
    if (due)
        store::setTimer(m_unit.store.writer(),
                        {0, *due, QStringLiteral("run"), m_run.id, m_run.record, meetsPeople(step)});
    trace(QStringLiteral("waiting"), due ? QJsonObject{{"due", formatInstant(*due)}} : QJsonObject());
}

/// Whether what follows the wait, when its time has come, is a task for somebody.
bool Activation::meetsPeople(const Step& step) const
{
    Cursor cursor(*m_pinned.workflow, m_run.path, step.id);
    if (step.kind == Step::Kind::Wait)
        cursor.advance();
    else
        cursor.enter(step.timeout);
    return leadsToPeople(cursor);
}

Result<void> activate(engine::Unit& unit, const QString& id, QString& step)
{
    store::Connection& connection = unit.store.writer();
    std::optional<store::Run> run = store::findRun(connection, id);
    if (!run || run->state != store::Run::State::Ready)
        return {}; // stopped between enrolment and its turn
    step = run->step;
    Pinned pinned = pinnedWorkflow(unit, *run);
    if (!pinned.workflow)
        return Error(
            QStringLiteral("workflow.no_definition"),
            Message(FW_MSG("The definition with number %1, on which this run of \"%2\" began, cannot be loaded."),
                    {QString::number(run->number), run->workflow}),
            FW_MSG("Cancel the run, or publish a definition that holds the workflow and move it there."));
    Activation activation(unit, *run, std::move(pinned));
    Result<void> done = activation.perform();
    step = activation.step();
    return done;
}

} // namespace fw::automation
