#pragma once
#include "model/base/result.h"

#include <memory>

namespace fw::platform
{

/// Who holds a lock: written into the lock file by the holder.
struct LockOwner {
    qint64 pid = 0;
    QString host;
    QString program;
    QString toString() const; ///< "formwright run (process 4711 on pc-1)"
};

/// An advisory lock that one process holds on a file; the operating system drops it when the process ends, however it
/// ends. The lock file itself stays: only the lock on it counts.
class OwnerLock
{
public:
    /// Takes the lock of `path` for `program`. Held by another: error "lock.held" that names the holder. No rights or no
    /// such folder: "lock.unavailable".
    static Result<std::unique_ptr<OwnerLock>> acquire(const QString& path, const QString& program);
    /// Who wrote the lock file last; nothing when there is none. Says nothing about whether the lock is still held.
    static std::optional<LockOwner> ownerOf(const QString& path);
    /// Who holds the lock just now; nothing when nobody does.
    static std::optional<LockOwner> holderOf(const QString& path);
    ~OwnerLock();
    OwnerLock(const OwnerLock&) = delete;
    OwnerLock& operator=(const OwnerLock&) = delete;

private:
    explicit OwnerLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace fw::platform
