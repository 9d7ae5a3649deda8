#include "filesystem.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <linux/magic.h>
#include <sys/vfs.h>

namespace fw::platform
{

namespace
{

/// Magic numbers of network file systems that <linux/magic.h> does not name.
constexpr quint32 s_cifs = 0xff534d42, s_vboxsf = 0x786f4256, s_ceph = 0x00c36400, s_virtiofs = 0x65735546;

/// The nearest part of the path that exists.
QString existing(const QString& path)
{
    QFileInfo info(path);
    while (!info.exists() && info.absolutePath() != info.absoluteFilePath())
        info = QFileInfo(info.absolutePath());
    return info.canonicalFilePath();
}

/// The kernel's own word, where the list of mounts does not have one (a container without /proc).
QString typeByMagic(quint32 magic)
{
    switch (magic) {
    case NFS_SUPER_MAGIC: return QStringLiteral("nfs");
    case SMB_SUPER_MAGIC: return QStringLiteral("smb");
    case s_cifs: return QStringLiteral("cifs");
    case V9FS_MAGIC: return QStringLiteral("9p");
    case AFS_SUPER_MAGIC: return QStringLiteral("afs");
    case CODA_SUPER_MAGIC: return QStringLiteral("coda");
    case NCP_SUPER_MAGIC: return QStringLiteral("ncpfs");
    case s_vboxsf: return QStringLiteral("vboxsf");
    case s_ceph: return QStringLiteral("ceph");
    case s_virtiofs: return QStringLiteral("fuse");
    default: return QString::number(magic, 16);
    }
}

} // namespace

bool isShared(const QString& type)
{
    static const QStringList shared{"nfs",  "nfs4",  "cifs",   "smb",    "smb2",  "smb3",     "smbfs", "9p",
                                    "afs",  "coda",  "ncpfs",  "vboxsf", "ceph",  "virtiofs", "davfs", "lustre",
                                    "gfs2", "ocfs2", "vmhgfs", "prl_fs", "drvfs", "fuse"};
    static const QStringList localFuse{"fuse.fuse-overlayfs", "fuse.bindfs", "fuse.ntfs-3g", "fuse.exfat",
                                       "fuse.gocryptfs",      "fuse.encfs",  "fuse.cryfs",   "fuse.mergerfs"};
    return shared.contains(type) || (type.startsWith(QLatin1String("fuse.")) && !localFuse.contains(type));
}

std::optional<FileSystem> fileSystemOf(const QString& path)
{
    const QString place = existing(path);
    struct statfs numbers {
    };
    if (place.isEmpty() || ::statfs(QFile::encodeName(place).constData(), &numbers) != 0)
        return {};
    const QStorageInfo mount(place);
    FileSystem found;
    found.type = mount.isValid() && !mount.fileSystemType().isEmpty()
                     ? QString::fromLatin1(mount.fileSystemType())
                     : typeByMagic(static_cast<quint32>(numbers.f_type));
    // The kernel's number decides over the list of mounts, which may not show what lies below a bind mount.
    const QString byMagic = typeByMagic(static_cast<quint32>(numbers.f_type));
    found.shared = isShared(found.type) || (byMagic != QLatin1String("fuse") && isShared(byMagic));
    found.readOnly = mount.isValid() && mount.isReadOnly();
    found.free = static_cast<qint64>(numbers.f_bavail) *
                 static_cast<qint64>(numbers.f_frsize ? numbers.f_frsize : numbers.f_bsize);
    return found;
}

} // namespace fw::platform
