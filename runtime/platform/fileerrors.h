#pragma once
#include "model/base/result.h"

namespace fw::platform
{

/// "file.read" and "file.write": what went wrong with a file, in the words of the system, and what to do.
Error cannotRead(const QString& path, const QString& reason);
Error cannotWrite(const QString& path, const QString& reason);
/// Makes the folder where there is none and tries whether a file can be written into it. Errors: file.write.
Result<void> checkWritableFolder(const QString& path);

} // namespace fw::platform
