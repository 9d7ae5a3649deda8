#pragma once
#include <QtGlobal>

namespace fw::platform
{

/// Milliseconds since the machine was switched on, sleep included. Nobody can set it: what the wall clock does beyond it is a
/// jump.
qint64 millisSinceBoot();

} // namespace fw::platform
