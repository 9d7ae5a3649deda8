#include "funnelpath.h"

namespace fw::analytics
{

FunnelPath::FunnelPath(int steps, std::optional<plan::Duration> within, const QTimeZone& zone, Instant from, Instant to)
    : m_within(within), m_zone(zone), m_from(from), m_to(to), m_reach(static_cast<size_t>(steps)),
      m_times(static_cast<size_t>(steps))
{
}

void FunnelPath::clear()
{
    m_level = 0;
    std::fill(m_reach.begin(), m_reach.end(), std::nullopt);
    std::fill(m_times.begin(), m_times.end(), std::nullopt);
}

bool FunnelPath::inWindow(Instant start, Instant at) const
{
    return !m_within || at <= m_within->after(start, m_zone);
}

void FunnelPath::add(Instant at, const std::vector<bool>& matches)
{
    // From the last step down, so that one event never serves two steps.
    for (size_t step = m_reach.size(); step-- > 0;) {
        if (!matches[step])
            continue;
        if (step == 0) {
            if ((m_from && at < m_from) || (m_to && at >= m_to))
                continue;
            m_reach[0] = at;
        } else {
            const std::optional<Instant>& start = m_reach[step - 1];
            if (!start || !inWindow(*start, at))
                continue;
            m_reach[step] = start;
        }
        m_level = std::max(m_level, static_cast<int>(step) + 1);
        if (!m_times[step])
            m_times[step] = at - *m_reach[step];
    }
}

bool FunnelPath::isOpen(Instant now) const
{
    if (m_level == 0 || m_level == static_cast<int>(m_reach.size()))
        return false;
    for (const std::optional<Instant>& start : m_reach) {
        if (start && inWindow(*start, now))
            return true;
    }
    return false;
}

} // namespace fw::analytics
