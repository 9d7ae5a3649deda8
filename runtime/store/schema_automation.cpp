#include "systemtables.h"

namespace fw::store {

/// Runs, timers, tasks, outbox, incidents, trace.
SystemSchema automationSchema()
{
    return {"automation", {}};
}

} // namespace fw::store
