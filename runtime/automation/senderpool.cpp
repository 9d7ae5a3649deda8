#include "senderpool.h"

namespace fw::automation
{

SenderPool::SenderPool(int most, std::function<void()> returned) : m_most(most), m_returned(std::move(returned)) {}

SenderPool::~SenderPool()
{
    m_stop.request_stop();
    endThreads();
}

int SenderPool::room() const
{
    const std::lock_guard guard(m_mutex);
    return m_ending ? 0 : m_most - m_onTheWay;
}

QStringList SenderPool::busy() const
{
    const std::lock_guard guard(m_mutex);
    return m_busy;
}

void SenderPool::submit(store::OutboxRow row, Send send)
{
    const std::lock_guard guard(m_mutex);
    Q_ASSERT(!m_ending && m_onTheWay < m_most && !m_busy.contains(row.connector));
    m_busy << row.connector;
    m_jobs.push_back({std::move(row), std::move(send)});
    ++m_onTheWay;
    if (m_onTheWay > static_cast<int>(m_threads.size()))
        m_threads.emplace_back([this] { work(); });
    m_handedOver.notify_one();
}

std::vector<SenderPool::Sent> SenderPool::take()
{
    const std::lock_guard guard(m_mutex);
    for (const Sent& sent : m_back)
        m_busy.removeOne(sent.row.connector);
    return std::exchange(m_back, {});
}

void SenderPool::stop(std::chrono::milliseconds grace)
{
    {
        std::unique_lock lock(m_mutex);
        m_cameBack.wait_for(lock, grace, [this] { return m_onTheWay == 0; });
        if (m_onTheWay > 0)
            m_stop.request_stop();
    }
    endThreads();
}

void SenderPool::endThreads()
{
    {
        const std::lock_guard guard(m_mutex);
        m_ending = true;
        m_handedOver.notify_all();
    }
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
}

void SenderPool::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_handedOver.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        connectors::Receipt receipt = job.send(m_stop.get_token());
        job.send = nullptr; // what it holds on to goes before the owner hears of the end
        lock.lock();
        m_back.push_back({std::move(job.row), std::move(receipt)});
        --m_onTheWay;
        m_cameBack.notify_all();
        lock.unlock();
        m_returned();
        lock.lock();
    }
}

} // namespace fw::automation
