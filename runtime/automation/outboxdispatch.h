#pragma once
#include "outboxworker.h"

namespace fw::automation
{

/// Keeps messages leaving: what is due is handed to a pool of threads, what comes back is recorded, each turn in two short
/// commits at most, whatever the number of messages. The messages of one connector leave one after the other. One thread,
/// the store's.
class OutboxDispatch
{
public:
    /// `returned`: called on another thread when turn() has something to record.
    OutboxDispatch(store::Store& store, OutboxWorker::Connectors connectors, OutboxWorker::PlanSource plan,
                   std::function<void()> returned);

    /// See OutboxWorker::recover. Before the first turn.
    Result<int> recover(Instant now) { return m_worker.recover(now); }
    /// Records what came back and hands out what is due. Gives the number of messages recorded. When the store fails, what
    /// came back is kept and recorded in a later turn.
    Result<int> turn(Instant now);
    /// When the next message is due that could be handed out.
    std::optional<Instant> nextDue() const;
    /// Nothing is on its way or waits to be recorded.
    bool idle() const { return m_unrecorded.empty() && m_pool.busy().isEmpty(); }
    /// Waits for what is on its way (`grace`, then it is asked to give up) and records it. Nothing leaves afterwards.
    Result<int> stop(Instant now, std::chrono::milliseconds grace);

private:
    Result<int> record(Instant now);

    OutboxWorker m_worker;
    std::vector<SenderPool::Sent> m_unrecorded;
    SenderPool m_pool;
};

} // namespace fw::automation
