#pragma once
#include "engine.h"
#include "planbook.h"
#include "runtime/store/whynot.h"
#include "timekeeper.h"

namespace fw::engine
{

/// The inside of the engine: units of work (units.cpp), and what follows publishes, crashes and time (upkeep.cpp). All but
/// recover() runs inside a commit that the public functions open.
struct Engine::Private {
    store::Store& store;
    std::shared_ptr<const plan::Plan> plan;
    const Clock& clock;
    Ids& ids;
    PlanBook book;
    TimeKeeper time;
    bool resumed = false;                       ///< runs left ready by a crash were carried on
    const plan::Plan* armed = nullptr;          ///< the plan whose triggers by time are armed
    std::vector<store::WhyNot> misses = {};     ///< not written yet; lost in a crash, which is allowed
    Instant nextCleaning = 0;                   ///< of what is too old
    std::optional<Error> broken = std::nullopt; ///< why SQLite gave up the whole transaction of this commit

    store::Connection& writer() { return store.writer(); }

    // units.cpp
    Unit begin(const Cause& cause, Instant now, const QByteArray& hash = {});
    Result<void> end(Unit& unit, store::Savepoint& savepoint, const std::function<void()>& before = {});
    Outcome performOne(const Command& command, Instant now);
    std::optional<Outcome> firstAnswer(const Command& command, const QByteArray& hash, Instant now);
    void activateAll(QStringList runs, Instant now);
    QStringList activate(const QString& run, Instant now);
    void park(const QString& run, const QString& step, const Error& error, Instant now);
    void fire(const store::Timer& timer, Instant now);
    void dropTimer(const store::Timer& timer, const Error& error, Instant now);
    Error noted(const Error& error);

    // upkeep.cpp
    Result<void> follow();
    /// What every commit sees to first: triggers by time of a new publish, "why not", what is too old.
    void keepUp(Instant now);
    void armTriggers(Instant now);
    void keepMisses(const Unit& unit);
    void flushMisses(Instant now);
    void clean(Instant now);
    /// Carries on, one by one, what a crash left; what crashed twice at the same step is parked. In commits of its own.
    bool recover(Instant now);
};

constexpr qint64 keysKept = 90LL * 86'400'000; ///< semantics.md: keys are kept 90 days

} // namespace fw::engine
