#pragma once
#include "model/base/result.h"

#include <QByteArray>

namespace fw
{

/// The few things saving asks of a disk, behind one seam so that tests can let any of them fail. Every call has reached
/// the disk when it returns. Errors name the path and what to do: folder.disk_full, folder.no_right, folder.write.
class FileSystem
{
public:
    virtual ~FileSystem() = default;
    virtual Result<void> write(const QString& path, const QByteArray& bytes); ///< makes or overwrites, and flushes
    virtual Result<void> rename(const QString& from, const QString& to);      ///< replaces `to` in one step
    virtual Result<void> remove(const QString& path);                         ///< a missing file is fine
    virtual Result<void> makeFolder(const QString& path);                     ///< with its parents
    virtual Result<void> syncFolder(const QString& path); ///< names made or gone in it are on the disk
    static FileSystem& machine();
};

} // namespace fw
