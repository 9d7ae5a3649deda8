#include "filesystem.h"

#include <QFile>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace fw
{

static std::filesystem::path native(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

static Error writeError(const std::error_code& code, const QString& path)
{
    const Place place{path, 0, 0, {}};
    if (code == std::errc::no_space_on_device || code.value() == EDQUOT)
        return Error(QStringLiteral("folder.disk_full"),
                     Message(FW_MSG("The disk is full: \"%1\" cannot be written."), {path}),
                     FW_MSG("Free some space and save again; nothing was lost."), place);
    if (code == std::errc::permission_denied || code == std::errc::read_only_file_system ||
        code == std::errc::operation_not_permitted)
        return Error(QStringLiteral("folder.no_right"), Message(FW_MSG("There is no right to write \"%1\"."), {path}),
                     FW_MSG("Give yourself the right to write this folder, or work on a copy of it."), place);
    return Error(QStringLiteral("folder.write"),
                 Message(FW_MSG("\"%1\" cannot be written: %2."), {path, QString::fromStdString(code.message())}),
                 FW_MSG("Check the folder and the disk."), place);
}

static std::error_code lastError()
{
    return {errno ? errno : EIO, std::generic_category()};
}

Result<void> FileSystem::write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return writeError(lastError(), path);
    if (file.write(bytes) != bytes.size())
        return writeError(lastError(), path);
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return writeError(lastError(), path);
#endif
    return {};
}

Result<void> FileSystem::rename(const QString& from, const QString& to)
{
    std::error_code code;
    std::filesystem::rename(native(from), native(to), code);
    return code ? Result<void>(writeError(code, to)) : Result<void>();
}

Result<void> FileSystem::remove(const QString& path)
{
    std::error_code code;
    std::filesystem::remove(native(path), code);
    return code ? Result<void>(writeError(code, path)) : Result<void>();
}

Result<void> FileSystem::makeFolder(const QString& path)
{
    std::error_code code;
    std::filesystem::create_directories(native(path), code);
    return code ? Result<void>(writeError(code, path)) : Result<void>();
}

Result<void> FileSystem::syncFolder(const QString& path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return writeError(lastError(), path);
    // Some network file systems cannot sync a folder; the rename itself has happened all the same.
    ::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path)
#endif
    return {};
}

FileSystem& FileSystem::machine()
{
    static FileSystem system;
    return system;
}

} // namespace fw
