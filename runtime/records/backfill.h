#pragma once
#include "runtime/engine/unit.h"

namespace fw::records
{

/// Whether apply left columns without the values they are computed from (a new rollup, another formula).
bool needsBackfill(store::Connection& connection);
/// Fills them for every live record; facts and change feed as with any write. Returns how many records were looked at.
Result<qint64> backfill(engine::Unit& unit);

} // namespace fw::records
