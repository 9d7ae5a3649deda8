#include "operate.h"
#include "cursor.h"
#include "memory.h"
#include "runlife.h"
#include "runtime/store/incidents.h"
#include "runtime/store/outbox.h"
#include "runtime/store/timers.h"

namespace fw::automation
{

namespace
{

using store::Run;

Error unknown(const QString& id)
{
    return Error(QStringLiteral("operate.unknown"),
                 Message(FW_MSG("There is nothing called \"%1\" to be settled."), {id}),
                 FW_MSG("Refresh the list: it may be over."), Place{{}, 0, 0, id});
}

Error notNow(const QString& id)
{
    return Error(QStringLiteral("operate.not_now"),
                 Message(FW_MSG("That cannot be done with \"%1\" as it stands."), {id}),
                 FW_MSG("Refresh the list: somebody else may have acted."), Place{{}, 0, 0, id});
}

/// One action on one run.
class RunOperation
{
public:
    RunOperation(engine::Unit& unit, Run run, const QString& user) : m_unit(unit), m_run(std::move(run)), m_user(user)
    {
    }

    Result<QString> perform(const QString& action, const QJsonObject& values)
    {
        if (!m_run.live())
            return notNow(m_run.id);
        if (action == QLatin1String("cancel")) {
            close(QStringLiteral("cancelled"));
            stopRun(m_unit, m_run, QStringLiteral("cancelled"), {{"by", m_user}});
            return QStringLiteral("cancelled");
        }
        if (action == QLatin1String("edit"))
            return edit(values[QLatin1String("results")].toObject());
        if (action == QLatin1String("jump"))
            return jump(values[QLatin1String("step")].toString());
        const bool parked = m_run.state == Run::State::Incident;
        if (action == QLatin1String("retry") && parked)
            return goOn({}, QStringLiteral("retried"));
        if (action == QLatin1String("skip") && (parked || m_run.state == Run::State::Waiting))
            return goOn(QStringLiteral("skipped"), QStringLiteral("skipped"));
        return notNow(m_run.id);
    }

private:
    void close(const QString& how)
    {
        store::closeIncidentsOf(m_unit.store.writer(), m_run.id, m_unit.now, m_user, how);
    }

    Result<QString> goOn(const QString& outcome, const QString& how)
    {
        close(how);
        store::forgetCrashes(m_unit.store.writer(), m_run.id);
        m_run.reason.clear();
        resumeRun(m_unit, m_run, outcome, {{"by", m_user}, {"how", how}});
        return how;
    }

    Result<QString> edit(const QJsonObject& results)
    {
        Memory memory(m_run.memory);
        for (auto it = results.begin(); it != results.end(); ++it)
            memory.keep(it.key(), it.value());
        m_run.memory = memory.json();
        store::updateRun(m_unit.store.writer(), m_run);
        store::trace(m_unit.store.writer(), m_run.id, m_unit.now, m_unit.seq, m_run.step, QStringLiteral("edited"),
                     {{"by", m_user}, {"results", results}});
        return QStringLiteral("edited");
    }

    /// On with another step. Into a loop one does not jump: there would be no record at hand.
    Result<QString> jump(const QString& step)
    {
        const Pinned pinned = pinnedWorkflow(m_unit, m_run);
        const Cursor target = pinned.workflow ? Cursor(*pinned.workflow, m_run.path, step) : Cursor();
        if (!target.isValid() || step.isEmpty())
            return Error(QStringLiteral("operate.no_step"), Message(FW_MSG("The workflow has no step \"%1\"."), {step}),
                         FW_MSG("Name a step of the definition the run began on."), Place{{}, 0, 0, step});
        Memory memory(m_run.memory);
        const QStringList around = memory.loopSteps(), wanted = target.loops();
        if (around.mid(0, wanted.size()) != wanted)
            return Error(QStringLiteral("operate.inside_loop"),
                         Message(FW_MSG("The step \"%1\" is inside a loop that the run is not in."), {step}),
                         FW_MSG("Jump to the loop itself."), Place{{}, 0, 0, step});
        for (qsizetype left = around.size(); left > wanted.size(); --left)
            memory.leaveLoop();
        m_run.memory = memory.json();
        m_run.step = step;
        for (Run& child : store::childrenOf(m_unit.store.writer(), m_run.id))
            stopRun(m_unit, child, QStringLiteral("parent_jumped"));
        if (const auto again = store::findRun(m_unit.store.writer(), m_run.id); !again || !again->live())
            return notNow(m_run.id);
        return goOn({}, QStringLiteral("jumped"));
    }

    engine::Unit& m_unit;
    Run m_run;
    QString m_user;
};

Result<QString> operateMessage(engine::Unit& unit, const QString& id, const QString& action, const QJsonObject& values,
                               const QString& user)
{
    store::Connection& connection = unit.store.writer();
    std::optional<store::OutboxRow> row = store::findMessage(connection, id);
    if (!row)
        return unknown(id);
    if (row->state == QLatin1String("pending") || row->state == QLatin1String("sending") ||
        row->state == QLatin1String("sent"))
        return notNow(id);
    const auto text = [&values](const char* key, const QString& before) {
        return values[QLatin1String(key)].toString(before);
    };
    QString how;
    if (action == QLatin1String("retry")) {
        how = QStringLiteral("retried");
        row->address = text("address", row->address);
        row->subject = text("subject", row->subject);
        row->body = text("body", row->body);
        row->repeats += row->state == QLatin1String("in_doubt") ? 1 : 0;
        row->state = QStringLiteral("pending");
        row->attempts = 0;
        row->triedAt.reset();
        row->notAfter.reset();
        row->due = unit.now;
    } else if (action == QLatin1String("sent") || action == QLatin1String("skip")) {
        const bool sent = action == QLatin1String("sent");
        how = sent ? QStringLiteral("sent") : QStringLiteral("skipped");
        row->state = sent ? QStringLiteral("sent") : QStringLiteral("failed");
        row->sentAt = sent ? std::optional(unit.now) : std::nullopt;
        if (row->kind == QLatin1String("http"))
            store::setTimer(connection, {0, unit.now, QStringLiteral("answer"), row->run, row->record});
    } else {
        return notNow(id);
    }
    store::updateMessage(connection, *row);
    store::closeIncidentsAt(connection, row->run, row->step, unit.now, user, how);
    store::trace(connection, row->run, unit.now, unit.seq, row->step, QStringLiteral("message_") + how,
                 {{"key", row->key}, {"by", user}});
    return how;
}

} // namespace

Result<QString> operate(engine::Unit& unit, const QString& target, const QString& id, const QString& action,
                        const QJsonObject& values, const QString& user)
{
    store::Connection& connection = unit.store.writer();
    if (target == QLatin1String("run")) {
        const std::optional<Run> run = store::findRun(connection, id);
        return run ? RunOperation(unit, *run, user).perform(action, values) : Result<QString>(unknown(id));
    }
    if (target == QLatin1String("message"))
        return operateMessage(unit, id, action, values, user);
    if (target != QLatin1String("workflow") || action != QLatin1String("resume") || !store::unpause(connection, id))
        return unknown(id);
    store::closeIncidentsOfWorkflow(connection, id, unit.now, user, QStringLiteral("resumed"));
    return QStringLiteral("resumed");
}

} // namespace fw::automation
