// What follows publishes, crashes and time.
#include "enginecore.h"
#include "runtime/automation/automation.h"
#include "runtime/store/housekeeping.h"
#include "runtime/store/runs.h"

#include <QSet>

namespace fw::engine
{

namespace
{

constexpr qint64 s_day = 86'400'000;
constexpr qint64 s_changesKept = 7 * s_day;
constexpr qint64 s_tracesKept = 90; ///< days, unless the setting "trace.days" says otherwise
constexpr qint64 s_cleanEvery = 3'600'000;
constexpr int s_cleanedTogether = 2000;
constexpr size_t s_missesTogether = 64;
constexpr qint64 s_missesWait = 5'000;
constexpr int s_missesKept = 1000; ///< per workflow (semantics.md, "Why not")
constexpr int s_mostCrashes = 2;
constexpr int s_mostResumed = 10'000;

} // namespace

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

void Engine::Private::keepUp(Instant now)
{
    armTriggers(now);
    flushMisses(now);
    clean(now);
}

/// Triggers by time follow each publish: once per plan, in the first commit that has it.
void Engine::Private::armTriggers(Instant now)
{
    if (armed == plan.get())
        return;
    armed = plan.get();
    if (!automation::needsArming(writer(), *plan))
        return;
    store::Savepoint savepoint(writer());
    Cause cause;
    cause.kind = Cause::Kind::Publish;
    Unit unit = begin(cause, now);
    automation::armTriggers(unit);
    if (const Result<void> stands = savepoint.release(); !stands)
        noted(stands.error());
}

void Engine::Private::keepMisses(const Unit& unit)
{
    for (const Miss& miss : unit.misses)
        misses.push_back({unit.now, unit.seq, miss.workflow, miss.trigger, miss.record, miss.reason, miss.leaf});
}

/// "Why not" is written in gulps: it must not cost every event a row.
void Engine::Private::flushMisses(Instant now)
{
    if (misses.empty() || (misses.size() < s_missesTogether && now - misses.front().at < s_missesWait))
        return;
    store::addWhyNot(writer(), misses);
    QSet<QString> workflows;
    for (const store::WhyNot& miss : misses)
        workflows << miss.workflow;
    for (const QString& workflow : std::as_const(workflows))
        store::trimWhyNot(writer(), workflow, s_missesKept);
    misses.clear();
}

/// A bounded piece at a time; what is left comes with the next commits.
void Engine::Private::clean(Instant now)
{
    if (now < nextCleaning)
        return;
    const qint64 days = store.setting(QStringLiteral("trace.days")).toLongLong();
    const store::Ages before{now - s_changesKept, now - keysKept, now - (days > 0 ? days : s_tracesKept) * s_day};
    if (!store::prune(writer(), before, s_cleanedTogether))
        nextCleaning = now + s_cleanEvery;
}

bool Engine::Private::recover(Instant now)
{
    for (const QString& id : store::readyRuns(writer(), s_mostResumed)) {
        // The attempt is counted before it is made: a run that takes the program down with it is found out.
        int crashes = 0;
        Result<void> stands = store.commit([&] {
            crashes = store::countCrash(writer(), id);
            if (crashes < s_mostCrashes)
                return;
            const std::optional<store::Run> run = store::findRun(writer(), id);
            park(id, run ? run->step : QString(),
                 Error(QStringLiteral("workflow.crashed"),
                       FW_MSG("The program ended twice in the middle of this step."),
                       FW_MSG("Look at the step; then let the run try again, skip it or cancel the run.")),
                 now);
        });
        if (stands && crashes < s_mostCrashes)
            stands = store.commit([&] {
                activateAll({id}, now);
                store::forgetCrashes(writer(), id);
            });
        if (!stands)
            return false;
    }
    return true;
}

} // namespace fw::engine
