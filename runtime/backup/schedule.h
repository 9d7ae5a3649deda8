#pragma once
#include "backup.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace fw::backup
{

/// When a running store backs itself up.
struct Rhythm {
    qint64 every = 0; ///< milliseconds from one to the next; 0 = never
    QString folder;   ///< "" = folderOf()
    int keep = 10;
    QString passphrase;
};

/// Makes backups of a running store on a thread of its own, through a connection that only reads. When the last one was
/// made stands in the folder, so that the rhythm outlives the program. All functions are called on the owner's thread.
class Schedule
{
public:
    using Open = std::function<Result<std::unique_ptr<store::Connection>>()>;
    /// `open` is called on the other thread; `finished` too, when a backup was made or failed: it must not block.
    Schedule(Rhythm rhythm, QString storePath, Open open, std::function<void()> finished);
    /// Breaks off a backup that is being made: its leftovers go with the next one.
    ~Schedule();
    Schedule(const Schedule&) = delete;
    Schedule& operator=(const Schedule&) = delete;

    bool running() const { return m_running; }
    /// When the next one is due; nothing while one is being made.
    std::optional<Instant> nextDue() const;
    /// Begins one when it is due.
    void begin(Instant now);
    /// The failure of the last one, once. It is tried again after an hour, or sooner when the rhythm is faster.
    std::optional<Error> takeFailure();

private:
    void run(Instant now);
    const Rhythm m_rhythm;
    const QString m_storePath;
    const Open m_open;
    const std::function<void()> m_finished;
    std::optional<Instant> m_due;
    std::atomic<bool> m_running = false, m_leaving = false;
    std::mutex m_mutex; ///< of m_failure
    std::optional<Error> m_failure;
    std::thread m_thread;
};

} // namespace fw::backup
