#include "ownerlock.h"

#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace fw::platform
{

namespace
{

Error unavailable(const QString& path, int code)
{
    const QString reason = QString::fromLocal8Bit(strerror(code));
    return Error(QStringLiteral("lock.unavailable"),
                 Message(FW_MSG("The lock file \"%1\" cannot be opened: %2."), {path, reason}),
                 FW_MSG("Choose a folder that exists and that you may write to."), Place{path, 0, 0, {}});
}

} // namespace

QString LockOwner::toString() const
{
    return QStringLiteral("%1 (process %2 on %3)").arg(program).arg(pid).arg(host);
}

std::optional<LockOwner> OwnerLock::ownerOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QStringList lines = QString::fromUtf8(file.read(4096)).split(u'\n');
    if (lines.size() < 3)
        return std::nullopt;
    return LockOwner{lines[0].toLongLong(), lines[1], lines[2]};
}

std::optional<LockOwner> OwnerLock::holderOf(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    // A shared lock for an instant: it is refused while an owner holds the exclusive one.
    const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return held ? ownerOf(path).value_or(LockOwner()) : std::optional<LockOwner>();
}

Result<std::unique_ptr<OwnerLock>> OwnerLock::acquire(const QString& path, const QString& program)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return unavailable(path, errno);
    std::unique_ptr<OwnerLock> lock(new OwnerLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return unavailable(path, errno);
        const auto owner = ownerOf(path);
        return Error(QStringLiteral("lock.held"),
                     Message(FW_MSG("\"%1\" is in use by %2."),
                             {QFileInfo(path).completeBaseName(), owner ? owner->toString() : QStringLiteral("?")}),
                     FW_MSG("Close that program, or wait until it has finished."), Place{path, 0, 0, {}});
    }
    const QByteArray text = QByteArray::number(static_cast<qint64>(::getpid())) + '\n' +
                            QSysInfo::machineHostName().toUtf8() + '\n' + program.toUtf8() + '\n';
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, text.constData(), static_cast<size_t>(text.size()), 0) != text.size())
        return unavailable(path, errno);
    return lock;
}

OwnerLock::~OwnerLock()
{
    ::close(m_descriptor); // closing drops the lock
}

} // namespace fw::platform
