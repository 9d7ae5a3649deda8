#include "schedule.h"

#include <QFileInfo>

namespace fw::backup
{

namespace
{

constexpr qint64 s_hour = 3'600'000;

std::optional<Instant> lastMade(const QString& folder, const QString& storePath)
{
    for (const Entry& entry : list(folder)) { // newest first
        if (entry.reason == Reason::Scheduled && entry.store == QFileInfo(storePath).fileName())
            return entry.at;
    }
    return {};
}

} // namespace

Schedule::Schedule(Rhythm rhythm, QString storePath, Open open, std::function<void()> finished)
    : m_rhythm(std::move(rhythm)), m_storePath(std::move(storePath)), m_open(std::move(open)),
      m_finished(std::move(finished))
{
    if (m_rhythm.every <= 0)
        return;
    const auto last = lastMade(m_rhythm.folder.isEmpty() ? folderOf(m_storePath) : m_rhythm.folder, m_storePath);
    m_due = last ? *last + m_rhythm.every : 0;
}

Schedule::~Schedule()
{
    m_leaving = true;
    if (m_thread.joinable())
        m_thread.join();
}

std::optional<Instant> Schedule::nextDue() const
{
    return m_running ? std::nullopt : m_due;
}

void Schedule::begin(Instant now)
{
    if (m_running || !m_due || *m_due > now)
        return;
    if (m_thread.joinable())
        m_thread.join(); // it has ended
    m_due = now + m_rhythm.every;
    m_running = true;
    m_thread = std::thread([this, now] { run(now); });
}

void Schedule::run(Instant now)
{
    std::optional<Error> failure;
    if (const auto connection = m_open(); !connection) {
        failure = connection.error();
    } else {
        Options options;
        options.folder = m_rhythm.folder;
        options.reason = Reason::Scheduled;
        options.passphrase = m_rhythm.passphrase;
        options.keep = m_rhythm.keep;
        options.at = now;
        options.progress = [this](double) { return !m_leaving; };
        if (const auto made = make(**connection, m_storePath, options); !made && !m_leaving)
            failure = made.error();
    }
    {
        const std::lock_guard guard(m_mutex);
        m_failure = std::move(failure);
    }
    m_running = false;
    m_finished();
}

std::optional<Error> Schedule::takeFailure()
{
    if (m_running)
        return {};
    std::optional<Error> failure;
    {
        const std::lock_guard guard(m_mutex);
        failure = std::exchange(m_failure, std::nullopt);
    }
    if (failure && m_due)
        m_due = *m_due - m_rhythm.every + std::min(m_rhythm.every, s_hour);
    return failure;
}

} // namespace fw::backup
