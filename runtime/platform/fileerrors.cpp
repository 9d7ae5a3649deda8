#include "fileerrors.h"

#include <QDir>
#include <QTemporaryFile>

namespace fw::platform
{

Error cannotRead(const QString& path, const QString& reason)
{
    return Error(QStringLiteral("file.read"), Message(FW_MSG("\"%1\" cannot be read: %2."), {path, reason}),
                 FW_MSG("Check the name and the rights."), Place{path, 0, 0, {}});
}

Error cannotWrite(const QString& path, const QString& reason)
{
    return Error(QStringLiteral("file.write"), Message(FW_MSG("\"%1\" cannot be written: %2."), {path, reason}),
                 FW_MSG("Check the folder, its rights and the free space."), Place{path, 0, 0, {}});
}

Result<void> checkWritableFolder(const QString& path)
{
    if (!QDir().mkpath(path))
        return Error(QStringLiteral("file.write"), Message(FW_MSG("The folder \"%1\" cannot be made."), {path}),
                     FW_MSG("Check the folder, its rights and the free space."), Place{path, 0, 0, {}});
    QTemporaryFile probe(QDir(path).filePath(QStringLiteral(".formwright-XXXXXX")));
    return probe.open() ? Result<void>() : Result<void>(cannotWrite(path, probe.errorString()));
}

} // namespace fw::platform
