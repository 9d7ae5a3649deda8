// Units of work: one cause, one savepoint; activations of runs follow as units of their own.
#include "commands.h"
#include "enginecore.h"
#include "outcome.h"
#include "runtime/automation/automation.h"
#include "runtime/scoring/scoring.h"
#include "runtime/segments/segments.h"
#include "runtime/store/causes.h"
#include "runtime/store/incidents.h"
#include "runtime/store/runs.h"
#include "settle.h"

#include <QJsonDocument>

namespace fw::engine
{

namespace
{

QString name(Cause::Kind kind)
{
    switch (kind) {
    case Cause::Kind::Create: return QStringLiteral("create");
    case Cause::Kind::Update: return QStringLiteral("update");
    case Cause::Kind::Delete: return QStringLiteral("delete");
    case Cause::Kind::Event: return QStringLiteral("event");
    case Cause::Kind::Consent: return QStringLiteral("consent");
    case Cause::Kind::Timer: return QStringLiteral("timer");
    case Cause::Kind::Decision: return QStringLiteral("decision");
    case Cause::Kind::Button: return QStringLiteral("button");
    case Cause::Kind::Webhook: return QStringLiteral("webhook");
    case Cause::Kind::Activation: return QStringLiteral("activation");
    case Cause::Kind::Import: return QStringLiteral("import");
    case Cause::Kind::Publish: return QStringLiteral("publish");
    case Cause::Kind::Operator: return QStringLiteral("operator");
    case Cause::Kind::System: return QStringLiteral("system");
    }
    return {};
}

} // namespace

/// A failure inside a unit; when it took the whole transaction with it, it is the reason that everybody is told.
Error Engine::Private::noted(const Error& error)
{
    if (!writer().inTransaction() && !broken)
        broken = error;
    return error;
}

Unit Engine::Private::begin(const Cause& cause, Instant now, const QByteArray& hash)
{
    Unit unit{store, *plan, ids, now, cause, 0, {}, {}, {}, {}, {}, {}};
    unit.seq = store::appendCause(writer(), {name(cause.kind), cause.key, hash, cause.user, cause.parent, cause.root,
                                             cause.depth, cause.quiet, now});
    unit.pinned = [this](int number) -> std::shared_ptr<const plan::Plan> {
        auto pinned = book.plan(number);
        return pinned ? *pinned : nullptr;
    };
    return unit;
}

/// Scores, segments, then workflows follow the facts; then the unit stands (in its commit).
Result<void> Engine::Private::end(Unit& unit, store::Savepoint& savepoint, const std::function<void()>& before)
{
    std::vector<Fact> facts;
    settle(unit, facts);
    automation::onFacts(unit, facts);
    keepMisses(unit);
    if (before)
        before();
    return savepoint.release();
}

std::optional<Outcome> Engine::Private::firstAnswer(const Command& command, const QByteArray& hash, Instant now)
{
    const std::optional<store::KeptReply> kept = store::keptReply(writer(), command.key, now - keysKept);
    if (!kept)
        return {};
    if (kept->hash == hash)
        return outcomeFromJson(kept->reply);
    return failed(Error(QStringLiteral("key_reused"),
                        Message(FW_MSG("The key \"%1\" was used before for something else."), {command.key}),
                        FW_MSG("Give every request a key of its own."), Place{{}, 0, 0, QStringLiteral("key")}));
}

Outcome Engine::Private::performOne(const Command& command, Instant now)
{
    const QByteArray hash = command.key.isEmpty() ? QByteArray() : bodyHash(command);
    if (!command.key.isEmpty()) {
        if (const std::optional<Outcome> first = firstAnswer(command, hash, now))
            return *first;
    }
    QStringList activations;
    Outcome outcome;
    {
        store::Savepoint savepoint(writer());
        Unit unit = begin({causeOf(command.kind), command.key, command.user, 0, 0, 0, command.quiet}, now, hash);
        outcome = execute(unit, command);
        if (outcome.ok && !writer().failed()) {
            const auto keep = [&] {
                if (!command.key.isEmpty())
                    store::keepReply(writer(), unit.seq,
                                     QJsonDocument(outcome.toJson()).toJson(QJsonDocument::Compact));
            };
            if (const Result<void> stands = end(unit, savepoint, keep); !stands)
                return failed(noted(stands.error()));
            activations = unit.activations;
        } else if (const auto error = writer().takeError()) {
            return failed(noted(*error));
        }
    }
    activateAll(std::move(activations), now);
    return outcome;
}

void Engine::Private::activateAll(QStringList runs, Instant now)
{
    while (!runs.isEmpty() && writer().inTransaction())
        runs << activate(runs.takeFirst(), now);
}

/// One run on to its next wait, in a unit of its own. Returns the runs that this made ready.
QStringList Engine::Private::activate(const QString& id, Instant now)
{
    const std::optional<store::Run> run = store::findRun(writer(), id);
    if (!run || run->state != store::Run::State::Ready)
        return {};
    const Cause cause{Cause::Kind::Activation,
                      QStringLiteral("%1:%2").arg(id).arg(run->activations),
                      {},
                      run->cause,
                      run->root,
                      run->depth,
                      false};
    Error error;
    QString step;
    {
        store::Savepoint savepoint(writer());
        Unit unit = begin(cause, now);
        unit.workflowRun = id;
        std::vector<Fact> facts;
        unit.settle = [&] { settle(unit, facts); };
        Result<void> done = automation::activate(unit, id, step);
        if (done) {
            settle(unit, facts);
            automation::onFacts(unit, facts);
            keepMisses(unit);
            done = savepoint.release();
        }
        if (done)
            return unit.activations;
        error = noted(done.error());
    }
    park(id, step, error, now);
    return {};
}

/// A run that cannot be carried on stands still with an incident; the rest of the commit goes on.
void Engine::Private::park(const QString& id, const QString& step, const Error& error, Instant now)
{
    writer().takeError();
    const std::optional<store::Run> run = store::findRun(writer(), id);
    if (!run || !writer().inTransaction())
        return; // the whole commit is lost; it will say so
    store::Savepoint savepoint(writer());
    Unit unit = begin({Cause::Kind::System, {}, {}, run->cause, run->root, run->depth, false}, now);
    automation::failActivation(unit, id, step, error);
    (void)savepoint.release(); // a failure here fails the commit
}

void Engine::Private::fire(const store::Timer& timer, Instant now)
{
    qint64 root = 0;
    qint64 parent = 0;
    if (timer.kind == QLatin1String("run") || timer.kind == QLatin1String("answer")) {
        if (const std::optional<store::Run> run = store::findRun(writer(), timer.owner)) {
            root = run->root;
            parent = run->cause;
        }
    }
    QStringList activations;
    Error error;
    {
        store::Savepoint savepoint(writer());
        const QString key =
            QStringLiteral("timer:%1:%2:%3:%4").arg(timer.kind, timer.owner, timer.subject).arg(timer.due);
        Unit unit = begin({Cause::Kind::Timer, key, {}, parent, root, 0, false}, now);
        store::takeTimer(writer(), timer);
        time.fired(timer, now);
        if (timer.kind == QLatin1String("score"))
            scoring::onTimer(unit, timer.owner, timer.subject);
        else if (timer.kind == QLatin1String("segment"))
            segments::onTimer(unit, timer.owner, timer.subject);
        else
            automation::onTimer(unit, timer.kind, timer.owner, timer.subject, timer.due);
        const Result<void> stands = end(unit, savepoint);
        if (stands)
            activations = unit.activations;
        else
            error = noted(stands.error());
    }
    if (!error.problems().isEmpty())
        dropTimer(timer, error, now);
    activateAll(std::move(activations), now);
}

/// A timer whose unit cannot be committed must not come up for ever: it becomes an incident.
void Engine::Private::dropTimer(const store::Timer& timer, const Error& error, Instant now)
{
    if (!writer().inTransaction())
        return;
    store::Savepoint savepoint(writer());
    store::takeTimer(writer(), timer);
    const Problem problem = error.problems().value(0);
    store::raiseIncident(writer(), {0,
                                    now,
                                    problem.code,
                                    problem.what.text(),
                                    problem.remedy.text(),
                                    {},
                                    timer.kind == QLatin1String("run") ? timer.owner : QString(),
                                    {},
                                    timer.subject,
                                    true});
    (void)savepoint.release();
}

} // namespace fw::engine
