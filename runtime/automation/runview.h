#pragma once
#include "runtime/engine/unit.h"
#include "runtime/store/runs.h"

namespace fw::automation
{

/// The run as FEEL's `run`: its record, the item of the innermost for-each, its key, when it began, and under `step` what
/// its steps gave. Unit, environment and run must outlive the value.
feel::Value runValue(engine::Unit& unit, const feel::Environment& environment, const store::Run& run,
                     std::shared_ptr<const engine::Record> subject);

/// JSON as FEEL sees it: objects as contexts, numbers exact to the digits JSON gives.
feel::Value jsonValue(const QJsonValue& json);
/// FEEL as JSON: records as their id, dates and times as text.
QJsonValue jsonOf(const feel::Value& value);

} // namespace fw::automation
