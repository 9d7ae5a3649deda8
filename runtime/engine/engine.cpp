#include "engine.h"
#include "commands.h"
#include "outcome.h"
#include "planbook.h"
#include "runtime/automation/automation.h"
#include "runtime/records/backfill.h"
#include "runtime/scoring/scoring.h"
#include "runtime/segments/segments.h"
#include "runtime/store/causes.h"
#include "runtime/store/runs.h"
#include "runtime/store/timers.h"
#include "settle.h"

#include <QJsonDocument>

namespace fw::engine
{

namespace
{

constexpr qint64 s_keysKept = 90LL * 86'400'000; // semantics.md: keys are kept 90 days
constexpr qint64 s_sweepEvery = 86'400'000;

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
    case Cause::Kind::Activation: return QStringLiteral("activation");
    case Cause::Kind::Import: return QStringLiteral("import");
    case Cause::Kind::System: return QStringLiteral("system");
    }
    return {};
}

} // namespace

struct Engine::Private {
    store::Store& store;
    std::shared_ptr<const plan::Plan> plan;
    const Clock& clock;
    Ids& ids;
    PlanBook book;
    Instant sweptAt = 0;
    bool resumed = false;                       ///< runs left ready by a crash were carried on
    std::optional<Error> broken = std::nullopt; ///< why SQLite gave up the whole transaction of this commit

    store::Connection& writer() { return store.writer(); }
    Result<void> follow();
    Unit begin(const Cause& cause, Instant now, const QByteArray& hash = {});
    Result<void> end(Unit& unit, store::Savepoint& savepoint, const std::function<void()>& before = {});
    Outcome performOne(const Command& command, Instant now);
    std::optional<Outcome> firstAnswer(const Command& command, const QByteArray& hash, Instant now);
    void activateAll(QStringList runs, Instant now);
    QStringList activate(const QString& run, Instant now);
    void fire(const store::Timer& timer, Instant now);
    void dropTimer(const store::Timer& timer, const Error& error, Instant now);
    void sweep(Instant now);
    Error noted(const Error& error);
};

/// A failure inside a unit; when it took the whole transaction with it, it is the reason that everybody is told.
Error Engine::Private::noted(const Error& error)
{
    if (!writer().inTransaction() && !broken)
        broken = error;
    return error;
}

/// Every writing transaction checks the number and reloads the plan if another publish has moved it. A draft (number 0)
/// follows nothing.
Result<void> Engine::Private::follow()
{
    if (plan->number == 0)
        return {};
    const int number = store.publishedNumber();
    if (number == plan->number)
        return {};
    auto newer = book.plan(number);
    if (!newer)
        return newer.error();
    plan = *newer;
    return {};
}

Unit Engine::Private::begin(const Cause& cause, Instant now, const QByteArray& hash)
{
    Unit unit{store, *plan, ids, now, cause, 0, {}, {}, {}, {}, {}};
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
    if (before)
        before();
    return savepoint.release();
}

std::optional<Outcome> Engine::Private::firstAnswer(const Command& command, const QByteArray& hash, Instant now)
{
    const std::optional<store::KeptReply> kept = store::keptReply(writer(), command.key, now - s_keysKept);
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
            done = savepoint.release();
        }
        if (done)
            return unit.activations;
        error = noted(done.error());
    }
    writer().takeError();
    if (!writer().inTransaction())
        return {}; // the whole commit is lost; it will say so
    store::Savepoint savepoint(writer());
    Unit unit = begin({Cause::Kind::System, {}, {}, run->cause, run->root, run->depth, false}, now);
    automation::failActivation(unit, id, step, error);
    (void)savepoint.release(); // a failure here fails the commit
    return {};
}

void Engine::Private::fire(const store::Timer& timer, Instant now)
{
    qint64 root = 0;
    qint64 parent = 0;
    if (timer.kind == QLatin1String("run")) {
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

void Engine::Private::sweep(Instant now)
{
    if (now - sweptAt < s_sweepEvery)
        return;
    store::forgetReplies(writer(), now - s_keysKept);
    sweptAt = now;
}

Engine::Engine(store::Store& store, std::shared_ptr<const plan::Plan> plan, const Clock& clock, Ids& ids)
    : d(new Private{store, std::move(plan), clock, ids, PlanBook(store)})
{
    d->book.keep(d->plan);
}

Engine::~Engine() = default;

const plan::Plan& Engine::plan() const
{
    return *d->plan;
}

store::Store& Engine::store()
{
    return d->store;
}

Instant Engine::now() const
{
    return d->clock.now();
}

QList<Outcome> Engine::perform(const QList<Command>& commands)
{
    const Instant now = d->clock.now();
    QList<Outcome> outcomes;
    bool refused = false;
    d->broken.reset();
    const Result<void> committed = d->store.commit([&] {
        if (const Result<void> followed = d->follow(); !followed) {
            refused = true;
            d->broken = followed.error();
            return;
        }
        d->sweep(now);
        for (const Command& command : commands) {
            outcomes << d->performOne(command, now);
            if (d->writer().inTransaction())
                continue;
            d->noted(Error(outcomes.last().problems));
            return;
        }
    });
    if (!refused && committed)
        return outcomes;
    const Outcome none = failed(d->broken ? *d->broken : committed.error());
    return QList<Outcome>(commands.size(), none);
}

Outcome Engine::perform(const Command& command)
{
    return perform(QList<Command>{command}).first();
}

Result<qint64> Engine::perform(const Cause& cause, const std::function<Result<void>(Unit&)>& work)
{
    const Instant now = d->clock.now();
    Result<qint64> seq = qint64(0);
    const Result<void> committed = d->store.commit([&] {
        QStringList activations;
        Result<void> done = d->follow();
        if (done) {
            store::Savepoint savepoint(d->writer());
            Unit unit = d->begin(cause, now);
            seq = unit.seq;
            done = work(unit);
            if (done)
                done = d->end(unit, savepoint);
            activations = unit.activations;
        }
        if (done)
            d->activateAll(std::move(activations), now);
        else
            seq = done.error();
    });
    return committed || !seq ? seq : Result<qint64>(committed.error());
}

Result<qint64> Engine::backfill()
{
    if (!records::needsBackfill(d->writer()))
        return qint64(0);
    Cause cause;
    cause.quiet = true;
    Result<qint64> filled = qint64(0);
    const auto done = perform(cause, [&](Unit& unit) -> Result<void> {
        filled = records::backfill(unit);
        return filled ? Result<void>() : Result<void>(filled.error());
    });
    return done ? filled : done;
}

std::optional<Instant> Engine::nextDue() const
{
    return store::nextDue(d->writer());
}

int Engine::runDue(int limit)
{
    const Instant now = d->clock.now();
    int fired = 0;
    const Result<void> committed = d->store.commit([&] {
        if (!d->follow())
            return;
        if (!d->resumed)
            d->activateAll(store::readyRuns(d->writer(), limit), now);
        d->resumed = true;
        while (fired < limit && d->writer().inTransaction()) {
            const std::optional<store::Timer> timer = store::firstDue(d->writer(), now);
            if (!timer)
                break;
            d->fire(*timer, now);
            ++fired;
        }
    });
    return committed ? fired : -1;
}

Result<void> Engine::reloadPlan()
{
    return d->follow();
}

} // namespace fw::engine
