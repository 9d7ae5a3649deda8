#pragma once
#include "runtime/plan/plan.h"

namespace fw::analytics
{

/// Follows one person through an ordered funnel (semantics.md, "Funnel, ordered, window W"). Events are given in (time,
/// seq) order. reach[1] is the latest time of step 1; an event of step k takes over the start of reach[k−1] when that
/// lies at most W ago. Steps count from 0 here.
class FunnelPath
{
public:
    /// `from`/`to`: entries outside are ignored (to is exclusive; 0 = no bound).
    FunnelPath(int steps, std::optional<plan::Duration> within, const QTimeZone& zone, Instant from = 0,
               Instant to = 0);

    void clear();
    /// `matches[k]`: the event fits step k. One event moves a person by one step at most.
    void add(Instant at, const std::vector<bool>& matches);

    int level() const { return m_level; } ///< steps reached, 0 = not entered
    /// From entry to the earliest time step `step` was reached; nothing when it was not.
    std::optional<qint64> timeTo(int step) const { return m_times[static_cast<size_t>(step)]; }
    /// Not through, and the window of the furthest entry has not ended at `now`.
    bool isOpen(Instant now) const;

private:
    bool inWindow(Instant start, Instant at) const;

    std::optional<plan::Duration> m_within;
    const QTimeZone& m_zone;
    Instant m_from, m_to;
    int m_level = 0;
    std::vector<std::optional<Instant>> m_reach;
    std::vector<std::optional<qint64>> m_times;
};

} // namespace fw::analytics
