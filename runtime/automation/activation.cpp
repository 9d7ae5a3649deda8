#include "activation.h"
#include "automation.h"
#include "calendar.h"
#include "runtime/records/records.h"
#include "runtime/records/values.h"
#include "runtime/store/timers.h"

#include <QJsonArray>

namespace fw::automation
{

namespace
{

using plan::Step;

/// A definition's assignments as typed values of the table's fields.
Result<records::Values> valuesOf(engine::Unit& unit, const plan::Table& table,
                                 const std::vector<plan::Assignment>& assignments, const Subject& subject)
{
    records::Values values;
    QList<Problem> problems;
    for (const plan::Assignment& assignment : assignments) {
        const plan::Field* field = table.findField(assignment.field);
        if (!field)
            return Error(QStringLiteral("workflow.no_field"),
                         Message(FW_MSG("The field \"%1\" no longer exists."), {assignment.field}),
                         FW_MSG("Change the step, publish, and carry the run on."), Place{{}, 0, 0, assignment.field});
        auto value = records::conform({unit.store.writer(), unit.plan}, *field, subject.value(assignment.value));
        if (value)
            values.insert(assignment.field, *value);
        else
            problems << value.error().problems();
    }
    if (!problems.isEmpty())
        return Error(problems);
    return values;
}

Instant waitDue(const Step& step, const store::Run& run, Instant now, const QTimeZone& zone)
{
    if (step.wait)
        return step.wait->after(now, zone);
    // "Day n" is n calendar days after enrolment at its local time, enrolment being day 0.
    const QDate day = localDate(run.enrolledAt, zone).addDays(step.waitDay.value_or(0));
    return localInstant(
        day, step.waitAtMinute ? qint64(*step.waitAtMinute) * 60'000 : localMillisOfDay(run.enrolledAt, zone), zone);
}

} // namespace

Activation::Activation(engine::Unit& unit, store::Run run, Pinned pinned)
    : m_unit(unit), m_run(std::move(run)), m_pinned(std::move(pinned))
{
}

Subject Activation::subject() const
{
    Subject subject(m_unit, *m_pinned.plan, m_record);
    subject.setEvent(m_event);
    return subject;
}

void Activation::trace(const QString& kind, const QJsonObject& data)
{
    store::trace(m_unit.store.writer(), m_run.id, m_unit.now, m_unit.seq, m_run.step, kind, data);
}

Result<void> Activation::loadRecord()
{
    store::Connection& connection = m_unit.store.writer();
    const plan::Table* table = m_unit.plan.findTable(m_run.table);
    m_record = table ? records::load(connection, m_unit.plan, *table, m_run.record) : nullptr;
    if (!m_record)
        return Error(QStringLiteral("workflow.no_record"), FW_MSG("The record of this run is gone."),
                     FW_MSG("Restore it from the bin and carry the run on, or cancel the run."));
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
    Cursor cursor(*m_pinned.workflow, m_run.step);
    if (!cursor.isValid())
        return Error(QStringLiteral("workflow.no_step"),
                     Message(FW_MSG("The step \"%1\" no longer exists."), {m_run.step}),
                     FW_MSG("Choose where the run goes on, or cancel it."));
    if (auto loaded = loadRecord(); !loaded)
        return loaded;
    ++m_run.activations;
    leaveWait(cursor);
    for (const Step* step = cursor.current(); step; step = cursor.current()) {
        if (stopped())
            return {};
        m_run.step = step->id;
        auto over = doStep(*step, cursor);
        if (!over)
            return over.error();
        if (*over)
            return {};
    }
    finish(QStringLiteral("finished"));
    return {};
}

void Activation::leaveWait(Cursor& cursor)
{
    const QString outcome = std::exchange(m_run.outcome, QStringLiteral(""));
    const Step* step = cursor.current();
    if (outcome.isEmpty() || !step)
        return;
    if (step->kind == Step::Kind::WaitUntil)
        cursor.enter(outcome == QLatin1String("timeout") ? step->timeout : step->then);
    else
        cursor.advance();
}

/// Stop conditions are tested before every step; events stop a run when they are committed.
bool Activation::stopped()
{
    for (const plan::StopRule& rule : m_pinned.workflow->stops) {
        if (rule.event.isEmpty() && rule.condition && subject().holds(rule.condition)) {
            stopRun(m_unit, m_run, QStringLiteral("stop:") + rule.id, {{"if", subject().explain(rule.condition)}});
            return true;
        }
    }
    return false;
}

Result<bool> Activation::doStep(const Step& step, Cursor& cursor)
{
    Result<void> done;
    switch (step.kind) {
    case Step::Kind::Set: done = setFields(step); break;
    case Step::Kind::Create: done = createRecord(step); break;
    case Step::Kind::Task: done = makeTask(step); break;
    case Step::Kind::Message: done = sendMessage(step); break;
    case Step::Kind::Wait:
        if (wait(step))
            return true;
        break;
    case Step::Kind::WaitUntil: return waitUntil(step, cursor);
    case Step::Kind::Branch: branch(step, cursor); return false;
    case Step::Kind::Stop: finish(QStringLiteral("step:") + step.id); return true;
    }
    if (!done)
        return done.error();
    cursor.advance();
    return false;
}

Result<void> Activation::setFields(const Step& step)
{
    const plan::Table* table = m_unit.plan.findTable(m_run.table);
    auto values = valuesOf(m_unit, *table, step.values, subject());
    if (!values)
        return values.error();
    auto written = records::update(m_unit, *table, m_run.record, *values);
    if (!written)
        return written.error();
    m_unit.settle();
    trace(QStringLiteral("set"),
          {{"fields", QJsonArray::fromStringList(written->fields)}, {"version", written->version}});
    return loadRecord();
}

Result<void> Activation::createRecord(const Step& step)
{
    const plan::Table* table = m_unit.plan.findTable(step.table);
    if (!table)
        return Error(QStringLiteral("workflow.no_table"),
                     Message(FW_MSG("The table \"%1\" no longer exists."), {step.table}),
                     FW_MSG("Change the step, publish, and carry the run on."));
    auto values = valuesOf(m_unit, *table, step.values, subject());
    if (!values)
        return values.error();
    auto written = records::create(m_unit, *table, *values);
    if (!written)
        return written.error();
    m_unit.settle();
    trace(QStringLiteral("created"), {{"table", step.table}, {"record", written->id}, {"outcome", written->outcome}});
    return loadRecord();
}

bool Activation::wait(const Step& step)
{
    const Instant due = waitDue(step, m_run, m_unit.now, m_pinned.plan->zone);
    if (due > m_unit.now) {
        pauseAt(step, due);
        return true;
    }
    trace(QStringLiteral("waited"), {{"due", formatInstant(due)}, {"passed", true}});
    return false;
}

bool Activation::waitUntil(const Step& step, Cursor& cursor)
{
    // A condition is tested once on entry; an event must come after it.
    const bool isCondition = step.untilEvent.isEmpty() && !step.untilInteraction;
    if (isCondition && step.untilCondition && subject().holds(step.untilCondition)) {
        trace(QStringLiteral("waited"), {{"outcome", "happened"}, {"if", subject().explain(step.untilCondition)}});
        cursor.enter(step.then);
        return false;
    }
    pauseAt(step, step.limit ? std::optional(step.limit->after(m_unit.now, m_pinned.plan->zone)) : std::nullopt);
    return true;
}

void Activation::branch(const Step& step, Cursor& cursor)
{
    for (const plan::Branch& branch : step.branches) {
        if (!subject().holds(branch.condition))
            continue;
        QJsonObject data{{"branch", branch.id}};
        if (branch.condition)
            data["if"] = subject().explain(branch.condition);
        trace(QStringLiteral("branch"), data);
        cursor.enter(branch.steps);
        return;
    }
    QJsonArray tested;
    for (const plan::Branch& branch : step.branches)
        tested.append(subject().explain(branch.condition));
    trace(QStringLiteral("branch"), {{"branch", ""}, {"tested", tested}});
    cursor.advance();
}

void Activation::pauseAt(const Step& step, std::optional<Instant> due)
{
    m_run.state = store::Run::State::Waiting;
    m_run.step = step.id;
    m_run.due = due;
    store::updateRun(m_unit.store.writer(), m_run);
    if (due)
        store::setTimer(m_unit.store.writer(), {0, *due, QStringLiteral("run"), m_run.id, m_run.record});
    trace(QStringLiteral("waiting"), due ? QJsonObject{{"due", formatInstant(*due)}} : QJsonObject());
}

void Activation::finish(const QString& reason)
{
    m_run.state = store::Run::State::Done;
    m_run.endedAt = m_unit.now;
    m_run.due.reset();
    m_run.reason = reason;
    store::updateRun(m_unit.store.writer(), m_run);
    trace(QStringLiteral("ended"), {{"reason", reason}});
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
