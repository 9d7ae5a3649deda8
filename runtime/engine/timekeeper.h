#pragma once
#include "engine.h"
#include "runtime/store/timekeeping.h"
#include "runtime/store/timers.h"

namespace fw::engine
{

/// Missed time and jumps of the clock (semantics.md, "Missed time"): which timer is next, what is held, what was made up for.
/// Everything it must not forget stands in the store; the last reading is of this boot and may be lost.
class TimeKeeper
{
public:
    explicit TimeKeeper(store::Store& store) : m_store(store) {}

    /// Compares the clocks with the last reading, inside a commit. More than 24 h forward holds the timers this made due and
    /// raises an incident; back again lets them go. Downtime and sleep are no jumps.
    void note(const TimeReading& reading);
    /// A person has confirmed the clock: what is held goes on.
    void release(Instant now);

    /// The timer to fire next, at or before `now`; held ones excepted. While much is overdue: people's work first, each
    /// subject in its own order.
    std::optional<store::Timer> next(Instant now);
    /// When there is something to do; nothing when no timer waits.
    std::optional<Instant> nextDue();
    /// Notes that a timer fires; late ones belong to a catch-up.
    void fired(const store::Timer& timer, Instant now);
    /// At the end of a round: notes that something is alive, and whether the catch-up is over.
    void roundOver(Instant now);

private:
    void beginCatchUp(Instant now);
    store::Store& m_store;
    std::optional<TimeReading> m_last;
};

/// "Off 14 h 05 min: 37 timers ran late, 5 messages expired."
Message words(const store::CatchUp& catchUp);

} // namespace fw::engine
