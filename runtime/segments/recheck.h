#pragma once
#include "runtime/engine/unit.h"

namespace fw::segments
{

/// The next instant after `now` at which the condition of a segment can change by time alone; nothing when it cannot.
/// Instants named are enough to be exact for what a condition may ask of time (semantics.md, "Classes"): windows of
/// history functions, now() against a date and time ± a constant, today() against a date ± a constant. Asking once too
/// often does no harm.
std::optional<Instant> nextCheck(store::Connection& connection, const plan::Plan& plan, const plan::Segment& segment,
                                 const engine::Record& record, Instant now);

} // namespace fw::segments
