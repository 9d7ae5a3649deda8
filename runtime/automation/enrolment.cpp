#include "enrolment.h"
#include "runtime/events/history.h"
#include "runtime/segments/segments.h"
#include "runtime/store/incidents.h"
#include "runview.h"
#include "subject.h"

namespace fw::automation
{

namespace
{

using plan::Trigger;
using plan::Workflow;
using store::Run;

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
bool passesGuards(engine::Unit& unit, const Workflow& workflow, const QString& record, const QString& key, qint64 root)
{
    store::Connection& connection = unit.store.writer();
    if (unit.cause.depth + 1 > mostDepth) {
        pauseWorkflow(unit, workflow, record, QStringLiteral("workflow.too_deep"),
                      Message(FW_MSG("Workflow \"%1\" was paused: workflows started each other %2 times in a row."),
                              {workflow.label.in({}), QString::number(mostDepth)}));
        return false;
    }
    if (store::enrolmentsSince(connection, workflow.id, key, unit.now - 60'000) >= mostEntries) {
        pauseWorkflow(
            unit, workflow, record, QStringLiteral("workflow.too_often"),
            Message(
                FW_MSG(
                    "Workflow \"%1\" was paused: it started more than %2 times within a minute for the same record."),
                {workflow.label.in({}), QString::number(mostEntries)}));
        return false;
    }
    if (unit.cause.depth > 0 && store::runsFromRoot(connection, root, mostRunsFromRoot) >= mostRunsFromRoot) {
        pauseWorkflow(unit, workflow, record, QStringLiteral("workflow.too_many"),
                      Message(FW_MSG("Workflow \"%1\" was paused: one change led to more than %2 runs."),
                              {workflow.label.in({}), QString::number(mostRunsFromRoot)}));
        return false;
    }
    return true;
}

/// One attempt to let a subject in.
class Admission
{
public:
    Admission(engine::Unit& unit, const Enrolment& enrolment)
        : m_unit(unit), m_connection(unit.store.writer()), m_enrolment(enrolment), m_workflow(*enrolment.workflow)
    {
    }

    Entry admit()
    {
        if (!m_workflow.enabled)
            return {{}, QStringLiteral("switched_off")};
        const QString refused = refusal();
        if (!refused.isEmpty()) {
            m_unit.misses.push_back({m_workflow.id, m_enrolment.trigger, m_enrolment.record, refused, {}});
            return {{}, refused};
        }
        return {insert(), {}};
    }

private:
    QString refusal()
    {
        if (store::isPaused(m_connection, m_workflow.id))
            return QStringLiteral("paused");
        m_key = key();
        if (m_key.isEmpty())
            return QStringLiteral("no_key");
        if (!m_workflow.suppress.isEmpty() && segments::contains(m_connection, m_workflow.suppress, m_enrolment.record))
            return QStringLiteral("suppressed");
        if (const QString kept = policy(); !kept.isEmpty())
            return kept;
        m_root = m_unit.cause.root ? m_unit.cause.root : m_unit.seq;
        return passesGuards(m_unit, m_workflow, m_enrolment.record, m_key, m_root) ? QString() : QStringLiteral("loop");
    }

    QString key()
    {
        if (!m_workflow.key)
            return m_enrolment.record;
        const plan::Table* table = m_unit.plan.findTable(m_workflow.table);
        const auto record =
            table ? records::load(m_connection, m_unit.plan, *table, m_enrolment.record, true) : nullptr;
        Subject subject(m_unit, m_unit.plan, record);
        if (m_enrolment.event)
            subject.setEvent(events::eventValue(*m_enrolment.event, m_unit.plan.zone));
        else if (!m_enrolment.body.isEmpty())
            subject.setEvent(jsonValue(m_enrolment.body));
        const feel::Value key = subject.value(m_workflow.key);
        if (key.isNull())
            return {};
        return key.kind() == feel::Value::Kind::Record ? key.record()->id() : key.toText();
    }

    /// What `reenter` and the cool-down say; `restart` ends the run that is under way.
    QString policy()
    {
        const std::optional<Instant> last = store::lastEnrolment(m_connection, m_workflow.id, m_key);
        if (!last)
            return {};
        if (m_workflow.reenter == Workflow::Reenter::Once)
            return QStringLiteral("once");
        if (m_workflow.coolDown && m_workflow.coolDown->after(*last, m_unit.plan.zone) > m_unit.now)
            return QStringLiteral("cool_down");
        std::vector<Run> live = store::liveRunsOf(m_connection, m_workflow.id, m_key);
        switch (m_workflow.reenter) {
        case Workflow::Reenter::Parallel:
            return static_cast<int>(live.size()) < m_workflow.parallelLimit ? QString() : QStringLiteral("full");
        case Workflow::Reenter::Queue:
            m_queued = !live.empty();
            return static_cast<int>(live.size()) <= m_workflow.queueLimit ? QString() : QStringLiteral("queue_full");
        case Workflow::Reenter::Restart:
            for (Run& run : live)
                stopRun(m_unit, run, QStringLiteral("restarted"));
            return {};
        case Workflow::Reenter::AfterExit:
        case Workflow::Reenter::Once: break;
        }
        return live.empty() ? QString() : QStringLiteral("running");
    }

    QString insert()
    {
        Run run;
        run.id = m_unit.newId();
        run.workflow = m_workflow.id;
        run.number = m_unit.plan.number;
        run.key = m_key;
        run.table = m_workflow.table;
        run.record = m_enrolment.record;
        run.trigger = m_enrolment.trigger;
        run.event = m_enrolment.event ? m_enrolment.event->seq : 0;
        run.eventAt = m_enrolment.event ? m_enrolment.event->at : 0;
        run.cause = m_unit.seq;
        run.root = m_root;
        run.depth = m_unit.cause.depth + 1;
        run.enrolledAt = m_unit.now;
        run.parent = m_enrolment.parent;
        if (!m_enrolment.body.isEmpty())
            run.memory = {{"event", m_enrolment.body}};
        run.state = m_queued ? Run::State::Queued : Run::State::Ready;
        store::insertRun(m_connection, run);
        QJsonObject data{{"trigger", m_enrolment.trigger}};
        if (!m_enrolment.condition.isEmpty())
            data["if"] = m_enrolment.condition;
        if (!m_enrolment.changed.isEmpty())
            data["changed"] = m_enrolment.changed;
        if (m_enrolment.late > onTimeMillis)
            data["late"] = m_enrolment.late;
        if (m_queued)
            data["queued"] = true;
        store::trace(m_connection, run.id, m_unit.now, m_unit.seq, {}, QStringLiteral("enrolled"), data);
        if (!m_queued)
            m_unit.activations << run.id;
        return run.id;
    }

    engine::Unit& m_unit;
    store::Connection& m_connection;
    const Enrolment& m_enrolment;
    const Workflow& m_workflow;
    QString m_key;
    qint64 m_root = 0;
    bool m_queued = false;
};

bool follows(const Trigger& trigger, const Run& ended)
{
    if (trigger.kind != Trigger::Kind::AfterWorkflow || trigger.workflow != ended.workflow)
        return false;
    const bool stopped = ended.state == Run::State::Stopped;
    return trigger.ended == Trigger::Ended::Any || stopped == (trigger.ended == Trigger::Ended::Stopped);
}

} // namespace

Entry enrol(engine::Unit& unit, const Enrolment& enrolment)
{
    return Admission(unit, enrolment).admit();
}

Message refusalText(const QString& refused)
{
    static const QMap<QString, Message> texts = {
        {"switched_off", FW_MSG("The workflow is switched off.")},
        {"paused", FW_MSG("The workflow is paused because of an incident.")},
        {"no_key", FW_MSG("The key that says what may have one run is empty.")},
        {"suppressed", FW_MSG("The record is in the segment that the workflow leaves out.")},
        {"once", FW_MSG("The record has been through this workflow, which it may enter only once.")},
        {"cool_down", FW_MSG("The record entered not long ago and is in its cool-down.")},
        {"running", FW_MSG("The workflow is already running for this record.")},
        {"full", FW_MSG("As many runs as are allowed are under way for this record.")},
        {"queue_full", FW_MSG("The queue of this record is full.")},
        {"loop", FW_MSG("The workflow was paused because it went round in circles.")},
        {"condition", FW_MSG("The condition is not met.")}};
    return texts.value(refused);
}

void startFollowers(engine::Unit& unit, const store::Run& ended)
{
    if (unit.cause.quiet || ended.record.isEmpty())
        return;
    for (const Workflow& workflow : unit.plan.workflows) {
        for (const Trigger& trigger : workflow.triggers) {
            if (!workflow.enabled || workflow.table != ended.table || !follows(trigger, ended))
                continue;
            const plan::Table* table = unit.plan.findTable(workflow.table);
            const auto record = table ? records::load(unit.store.writer(), unit.plan, *table, ended.record) : nullptr;
            if (!record)
                continue;
            const Subject subject(unit, unit.plan, record);
            if (!subject.holds(trigger.condition)) {
                unit.misses.push_back({workflow.id, trigger.id, ended.record, QStringLiteral("condition"),
                                       subject.firstFailing(trigger.condition)});
                continue;
            }
            Enrolment enrolment{&workflow, trigger.id, ended.record};
            if (trigger.condition)
                enrolment.condition = subject.explain(trigger.condition);
            enrol(unit, enrolment);
            break;
        }
    }
}

} // namespace fw::automation
