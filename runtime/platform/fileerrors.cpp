#include "fileerrors.h"

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

} // namespace fw::platform
