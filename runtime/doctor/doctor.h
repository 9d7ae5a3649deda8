#pragma once
#include "model/base/result.h"
#include "model/base/timing.h"

namespace fw::doctor
{

/// One thing looked at.
struct Check {
    enum class State { Good, Info, Warning, Bad } state = State::Good;
    QString
        id; ///< "file", "disk", "space", "owner", "schema", "log", "integrity", "app", "clock", "audit", "backup", "work"
    Message what;
    Message remedy; ///< what to do; empty when all is well
};

/// Examines a store without changing it, also while a program owns it. Stops where going on makes no sense (no file, not a
/// store).
QList<Check> examine(const QString& storePath, Instant now);

} // namespace fw::doctor
