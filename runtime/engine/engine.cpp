#include "engine.h"
#include "enginecore.h"
#include "outcome.h"
#include "runtime/automation/automation.h"
#include "runtime/automation/versions.h"
#include "runtime/records/backfill.h"

namespace fw::engine
{

/// Runs moved or stopped in one commit.
static constexpr int s_runsTogether = 500;

Engine::Engine(store::Store& store, std::shared_ptr<const plan::Plan> plan, const Clock& clock, Ids& ids)
    : d(new Private{store, std::move(plan), clock, ids, PlanBook(store), TimeKeeper(store)})
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
    const Result<void> committed = d->store.commit([&] {
        outcomes.clear();
        refused = false;
        d->broken.reset();
        if (const Result<void> followed = d->follow(); !followed) {
            refused = true;
            d->broken = followed.error();
            return;
        }
        d->keepUp(now);
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
    d->armed = nullptr;
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
        d->broken.reset();
        QStringList activations;
        Result<void> done = d->follow();
        if (done) {
            d->keepUp(now);
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
    if (!committed)
        d->armed = nullptr;
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
    return d->time.nextDue();
}

int Engine::runDue(int limit, std::optional<TimeReading> reading, Error* why)
{
    const Instant now = d->clock.now();
    int fired = 0;
    if (!d->resumed)
        d->resumed = d->follow().ok() && d->recover(now);
    d->broken.reset();
    const Result<void> committed = d->store.commit([&] {
        fired = 0;
        d->broken.reset();
        if (const Result<void> followed = d->follow(); !followed) {
            d->broken = followed.error();
            return;
        }
        if (reading)
            d->time.note(*reading);
        d->keepUp(now);
        while (fired < limit && d->writer().inTransaction()) {
            const std::optional<store::Timer> timer = d->time.next(now);
            if (!timer)
                break;
            d->fire(*timer, now);
            ++fired;
        }
        d->time.roundOver(now);
    });
    if (committed && !d->broken)
        return fired;
    d->armed = nullptr;
    if (why)
        *why = d->broken ? *d->broken : committed.error();
    return -1;
}

Result<qint64> Engine::countExisting(const QString& workflow, const QString& trigger)
{
    Unit unit{d->store, *d->plan, d->ids, d->clock.now(), {}, 0, {}, {}, {}, {}, {}, {}};
    return automation::countExisting(unit, workflow, trigger);
}

Result<int> Engine::settleRuns(const automation::RunPolicy& policy)
{
    if (auto fits = automation::checkRunPolicy(d->writer(), *d->plan, policy); !fits)
        return fits.error();
    if (policy.kind == automation::RunPolicy::Kind::Keep)
        return 0;
    Cause cause;
    cause.kind = Cause::Kind::Publish;
    QString after;
    int commits = 0;
    for (bool more = true; more; ++commits) {
        const auto done = perform(cause, [&](Unit& unit) -> Result<void> {
            more = automation::applyRunPolicy(unit, policy, after, s_runsTogether);
            return {};
        });
        if (!done)
            return done.error();
    }
    return commits;
}

Result<void> Engine::reloadPlan()
{
    return d->follow();
}

} // namespace fw::engine
