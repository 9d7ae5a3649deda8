#include "fileerrors.h"
#include "privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fw::platform
{

namespace
{

QString reasonOf(int code)
{
    return QString::fromLocal8Bit(strerror(code));
}

/// Only as long as it is needed.
class Descriptor
{
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

Result<void> writeAll(const QString& path, const QByteArray& bytes, int flags)
{
    if (auto made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600));
    if (file.get() < 0)
        return cannotWrite(path, reasonOf(errno));
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(file.get(), bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return cannotWrite(path, reasonOf(written < 0 ? errno : ENOSPC));
        done += written;
    }
    if (::fsync(file.get()) != 0)
        return cannotWrite(path, reasonOf(errno));
    return {};
}

} // namespace

Result<void> makePrivateFolder(const QString& path)
{
    const QFileInfo folder(path);
    if (folder.isDir())
        return {};
    const QString name = folder.absoluteFilePath();
    if (auto parent = makePrivateFolder(folder.absolutePath()); !parent)
        return parent;
    if (::mkdir(QFile::encodeName(name).constData(), 0700) != 0 && errno != EEXIST)
        return cannotWrite(name, reasonOf(errno));
    return {};
}

Result<void> createPrivate(const QString& path, const QByteArray& bytes)
{
    if (QFileInfo::exists(path))
        return Error(QStringLiteral("file.exists"), Message(FW_MSG("\"%1\" exists already."), {path}), {},
                     Place{path, 0, 0, {}});
    if (auto written = writeAll(path, bytes, O_EXCL); !written) {
        QFile::remove(path);
        return written;
    }
    return syncFile(path);
}

Result<void> appendPrivate(const QString& path, const QByteArray& bytes)
{
    return writeAll(path, bytes, O_APPEND);
}

Result<QByteArray> readPrivate(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(path, file.errorString());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return Error(QStringLiteral("file.open_to_others"), Message(FW_MSG("Other users can read \"%1\"."), {path}),
                     Message(FW_MSG("Close it: chmod 600 \"%1\"."), {path}), Place{path, 0, 0, {}});
    return file.readAll();
}

Result<void> replaceFile(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return cannotWrite(to, reasonOf(errno));
    return syncFile(to);
}

Result<void> syncFile(const QString& path)
{
    for (const QString& each : {path, QFileInfo(path).absolutePath()}) {
        const Descriptor file(::open(QFile::encodeName(each).constData(), O_RDONLY | O_CLOEXEC));
        if (file.get() < 0 || ::fsync(file.get()) != 0)
            return cannotWrite(each, reasonOf(errno));
    }
    return {};
}

} // namespace fw::platform
