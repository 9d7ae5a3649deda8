#include "outboxdispatch.h"

namespace fw::automation
{

namespace
{

/// More connectors than this at once are rare; they wait for each other.
constexpr int s_threads = 8;

} // namespace

OutboxDispatch::OutboxDispatch(store::Store& store, OutboxWorker::Connectors connectors, OutboxWorker::PlanSource plan,
                               std::function<void()> returned)
    : m_worker(store, std::move(connectors), std::move(plan)), m_pool(s_threads, std::move(returned))
{
}

Result<int> OutboxDispatch::record(Instant now)
{
    for (SenderPool::Sent& sent : m_pool.take())
        m_unrecorded.push_back(std::move(sent));
    if (m_unrecorded.empty())
        return 0;
    if (auto settled = m_worker.settle(m_unrecorded, now); !settled)
        return settled.error();
    return static_cast<int>(std::exchange(m_unrecorded, {}).size());
}

Result<int> OutboxDispatch::turn(Instant now)
{
    const auto recorded = record(now);
    if (!recorded)
        return recorded;
    const auto claimed = m_worker.claim(now, m_pool.busy(), m_pool.room());
    if (!claimed)
        return claimed.error();
    for (const store::OutboxRow& row : *claimed)
        m_pool.submit(row, m_worker.sender(row));
    return recorded;
}

std::optional<Instant> OutboxDispatch::nextDue() const
{
    return m_pool.room() > 0 ? m_worker.nextDue(m_pool.busy()) : std::nullopt;
}

Result<int> OutboxDispatch::stop(Instant now, std::chrono::milliseconds grace)
{
    m_pool.stop(grace);
    return record(now);
}

} // namespace fw::automation
