#pragma once
#include <QString>

#include <optional>

namespace fw::platform
{

/// Where a file lies.
struct FileSystem {
    QString type;        ///< as the system names it: "ext4", "nfs4", "fuse.sshfs"
    bool shared = false; ///< other computers may change it too, or its locks and shared memory cannot be relied on
    bool readOnly = false;
    qint64 free = 0; ///< bytes that this user may still write
};

/// The file system of a path; of the nearest folder that exists when the path does not. Nothing when it cannot be asked.
std::optional<FileSystem> fileSystemOf(const QString& path);

/// Whether SQLite's write-ahead log must not lie on such a file system. It needs shared memory and locks between all who
/// open the file (https://sqlite.org/wal.html): network file systems and what passes files through from another machine
/// (9p, virtiofs, folders of a virtual machine's host) do not give them. FUSE file systems count as shared, but for those
/// known to be local.
bool isShared(const QString& type);

} // namespace fw::platform
