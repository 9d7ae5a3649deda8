#pragma once
#include "model/base/result.h"

namespace fw::platform
{

/// "file.read" and "file.write": what went wrong with a file, in the words of the system, and what to do.
Error cannotRead(const QString& path, const QString& reason);
Error cannotWrite(const QString& path, const QString& reason);

} // namespace fw::platform
