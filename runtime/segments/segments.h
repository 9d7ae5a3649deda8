#pragma once
#include "runtime/engine/unit.h"

namespace fw::segments
{

/// Part of the fact loop, after scoring: re-tests the segments of the fact's subject and adds SegmentEntered / SegmentLeft.
void onFact(engine::Unit& unit, const engine::Fact& fact);

/// The time at which a condition can change by itself has come (timers of kind "segment").
void onTimer(engine::Unit& unit, const QString& segment, const QString& record);

/// Ids of the records in a segment, in id order.
QStringList members(store::Connection& connection, const QString& segment);
bool contains(store::Connection& connection, const QString& segment, const QString& record);

} // namespace fw::segments
