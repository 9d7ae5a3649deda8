#pragma once
#include "runtime/connectors/connector.h"
#include "runtime/store/outbox.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace fw::automation
{

/// Sends messages on threads of its own, so that a slow server never delays the engine: one message of a connector at a
/// time, several connectors at once. Knows no store: what came of a message is fetched with take() and recorded by the
/// store's thread. All functions are called on one thread, the owner's.
class SenderPool
{
public:
    using Send = std::function<connectors::Receipt(std::stop_token)>;
    struct Sent {
        store::OutboxRow row;
        connectors::Receipt receipt;
    };

    /// At most `most` threads, begun when they are first needed. `returned` is called on one of them whenever a message has
    /// come back; it must not block.
    SenderPool(int most, std::function<void()> returned);
    /// Gives up what is on its way and waits for it; what came of it is lost unless stop() and take() came first.
    ~SenderPool();
    SenderPool(const SenderPool&) = delete;
    SenderPool& operator=(const SenderPool&) = delete;

    /// How many messages can be handed over now.
    int room() const;
    /// Connectors with a message on its way or come back and not taken yet.
    QStringList busy() const;
    /// Hands a message over. There must be room(), and its connector must not be busy().
    void submit(store::OutboxRow row, Send send);
    /// What has come back since; their connectors are free again.
    std::vector<Sent> take();
    /// Waits until everything has come back: `grace` for what ends by itself, then it is asked to give up. Nothing can be
    /// handed over afterwards.
    void stop(std::chrono::milliseconds grace);

private:
    struct Job {
        store::OutboxRow row;
        Send send;
    };
    void work();
    void endThreads();

    const int m_most;
    const std::function<void()> m_returned;
    mutable std::mutex m_mutex;
    std::condition_variable m_handedOver, m_cameBack;
    std::deque<Job> m_jobs;
    std::vector<Sent> m_back;
    QStringList m_busy;
    int m_onTheWay = 0; ///< handed over and not come back
    bool m_ending = false;
    std::stop_source m_stop;
    std::vector<std::thread> m_threads;
};

} // namespace fw::automation
