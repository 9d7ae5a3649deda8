// The steps that decide when and where a run goes on.
#include "activation.h"
#include "enrolment.h"
#include "runtime/plan/localtime.h"
#include "workcalendar.h"

namespace fw::automation
{

namespace
{

using plan::Step;

Error neverOpen(const QString& calendar)
{
    return Error(QStringLiteral("workflow.calendar_closed"),
                 Message(FW_MSG("The calendar \"%1\" has no open time within two years."), {calendar}),
                 FW_MSG("Give it open times, publish, and carry the run on."));
}

Error noCalendar(const QString& calendar)
{
    return Error(QStringLiteral("workflow.no_calendar"),
                 Message(FW_MSG("The calendar \"%1\" no longer exists."), {calendar}),
                 FW_MSG("Change the step, publish, and carry the run on."));
}

qint64 elapsed(const plan::Duration& duration)
{
    return (qint64(duration.months) * 30 + duration.days) * 86'400'000 + duration.millis;
}

} // namespace

Result<Instant> waitDue(const Step& step, const store::Run& run, Instant entered, const plan::Plan& today,
                        const QTimeZone& zone)
{
    if (step.wait)
        return step.wait->after(entered, zone);
    if (step.waitDay) {
        // "Day n" is n calendar days after enrolment at its local time, enrolment being day 0.
        const QDate day = plan::localDate(run.enrolledAt, zone).addDays(*step.waitDay);
        const qint64 time =
            step.waitAtMinute ? qint64(*step.waitAtMinute) * 60'000 : plan::localMillisOfDay(run.enrolledAt, zone);
        return plan::localInstant(day, time, zone);
    }
    const plan::Calendar* calendar = today.findCalendar(step.calendar);
    if (!calendar)
        return noCalendar(step.calendar);
    const auto due = step.waitWorkdays ? workdayAfter(*calendar, entered, *step.waitWorkdays, step.waitAtMinute, zone)
                                       : afterWorkingTime(*calendar, entered,
                                                          elapsed(step.waitWorking.value_or(plan::Duration())), zone);
    if (!due)
        return neverOpen(step.calendar);
    return *due;
}

Result<Instant> Activation::limitOf(const Step& step, const plan::Duration& duration) const
{
    if (step.calendar.isEmpty())
        return duration.after(m_unit.now, m_pinned.plan->zone);
    // Calendars are those of today: a holiday that is announced counts for what runs already.
    const plan::Calendar* calendar = m_unit.plan.findCalendar(step.calendar);
    if (!calendar)
        return noCalendar(step.calendar);
    const auto due = afterWorkingTime(*calendar, m_unit.now, elapsed(duration), m_unit.plan.zone);
    if (!due)
        return neverOpen(step.calendar);
    return *due;
}

Result<Activation::Next> Activation::wait(const Step& step)
{
    const auto due = waitDue(step, m_run, m_unit.now, m_unit.plan, m_pinned.plan->zone);
    if (!due)
        return due.error();
    if (*due > m_unit.now) {
        pauseAt(step, *due);
        return Next::Over;
    }
    trace(QStringLiteral("waited"), {{"due", formatInstant(*due)}, {"passed", true}});
    return Next::Advance;
}

Result<Activation::Next> Activation::waitUntil(const Step& step, Cursor& cursor)
{
    // A condition is tested once on entry; an event must come after it.
    const bool isCondition = step.untilEvent.isEmpty() && !step.untilInteraction;
    if (isCondition && step.untilCondition && subject().holds(step.untilCondition)) {
        trace(QStringLiteral("waited"), {{"outcome", "happened"}, {"if", subject().explain(step.untilCondition)}});
        cursor.enter(step.then);
        return Next::Entered;
    }
    std::optional<Instant> due;
    if (step.limit) {
        const auto limit = limitOf(step, *step.limit);
        if (!limit)
            return limit.error();
        due = *limit;
    }
    pauseAt(step, due);
    return Next::Over;
}

Activation::Next Activation::branch(const Step& step, Cursor& cursor)
{
    std::vector<const plan::Branch*> chosen;
    QJsonArray tested;
    for (const plan::Branch& branch : step.branches) {
        const bool isElse = !branch.condition;
        if (isElse ? !chosen.empty() : !subject().holds(branch.condition)) {
            if (!isElse)
                tested.append(subject().explain(branch.condition));
            continue;
        }
        chosen.push_back(&branch);
        if (!step.allBranches)
            break;
    }
    if (chosen.size() > 1)
        return walkSideBySide(step, chosen);
    if (chosen.empty()) {
        trace(QStringLiteral("branch"), {{"branch", ""}, {"tested", tested}});
        return Next::Advance;
    }
    QJsonObject data{{"branch", chosen.front()->id}};
    if (chosen.front()->condition)
        data["if"] = subject().explain(chosen.front()->condition);
    else
        data["tested"] = tested;
    trace(QStringLiteral("branch"), data);
    cursor.enter(chosen.front()->steps);
    return Next::Entered;
}

/// Each branch is walked by a run of its own, so that a wait in one does not hold up the others; this run goes on when all
/// have come to their end.
Activation::Next Activation::walkSideBySide(const Step& step, const std::vector<const plan::Branch*>& branches)
{
    QJsonArray ids;
    for (const plan::Branch* branch : branches) {
        store::Run walker = m_run;
        walker.id = m_unit.newId();
        walker.parent = m_run.id;
        walker.path = step.id + u'/' + branch->id;
        walker.key = m_run.id + u'/' + branch->id;
        walker.cause = m_unit.seq;
        walker.step.clear();
        walker.activations = 0;
        store::insertRun(m_unit.store.writer(), walker);
        QJsonObject data{{"branch", branch->id}, {"parent", m_run.id}};
        if (branch->condition)
            data["if"] = subject().explain(branch->condition);
        store::trace(m_unit.store.writer(), walker.id, m_unit.now, m_unit.seq, {}, QStringLiteral("enrolled"), data);
        m_unit.activations << walker.id;
        ids.append(branch->id);
    }
    trace(QStringLiteral("branch"), {{"branches", ids}});
    pauseAt(step, {});
    return Next::Over;
}

Result<Activation::Next> Activation::forEach(const Step& step, Cursor& cursor)
{
    const auto found = query(step.query);
    if (!found)
        return found.error();
    trace(QStringLiteral("for_each"), {{"table", step.query.table}, {"found", qint64(found->size())}});
    if (found->empty() || step.then.empty())
        return Next::Advance;
    Memory::Loop loop{step.id, step.query.table, {}, 0};
    for (const auto& record : *found)
        loop.ids << record->id;
    Memory memory(m_run.memory);
    memory.enterLoop(loop);
    m_run.memory = memory.json();
    ++m_run.iteration;
    cursor.enter(step.then, true);
    return Next::Entered;
}

Result<Activation::Next> Activation::start(const Step& step)
{
    const plan::Workflow* workflow = m_unit.plan.findWorkflow(step.workflow);
    if (!workflow)
        return Error(QStringLiteral("workflow.no_workflow"),
                     Message(FW_MSG("The workflow \"%1\" no longer exists."), {step.workflow}),
                     FW_MSG("Change the step, publish, and carry the run on."));
    QString record = m_run.record;
    if (step.record) {
        const Subject about = subject();
        const feel::Value value = about.value(step.record);
        const bool fits = value.kind() == feel::Value::Kind::Record && value.record()->type() == workflow->table;
        record = fits ? value.record()->id() : QString();
    }
    Enrolment enrolment{workflow, QStringLiteral("start"), record};
    enrolment.parent = step.waitForEnd ? m_run.id : QString();
    const Entry entry = record.isEmpty() ? Entry{{}, QStringLiteral("no_record")} : enrol(m_unit, enrolment);
    trace(QStringLiteral("start"), {{"workflow", workflow->id}, {"run", entry.run}, {"refused", entry.refused}});
    if (entry.run.isEmpty() || !step.waitForEnd) {
        keep(step, entry.run.isEmpty() ? QStringLiteral("refused:") + entry.refused : QStringLiteral("started"));
        return Next::Advance;
    }
    std::optional<Instant> due;
    if (step.limit)
        due = step.limit->after(m_unit.now, m_pinned.plan->zone);
    pauseAt(step, due);
    return Next::Over;
}

} // namespace fw::automation
