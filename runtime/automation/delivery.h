#pragma once
#include "runtime/plan/plan.h"
#include "runtime/store/outbox.h"

/// When a message may go out (semantics.md, "Calendars" and "Order and limits"): quiet hours, the most a recipient gets, the
/// most a channel carries. What it depends on stands in the store, so restarts forget nothing.
namespace fw::automation
{

/// The first instant at or after `from` at which the channel is not to be quiet.
Instant afterQuiet(const plan::Connector& connector, const plan::Plan& plan, Instant from);

struct Verdict {
    enum class Kind { Go, Later, Drop } kind = Kind::Go;
    Instant at = 0; ///< of Later
    Message words;  ///< of Later and Drop: why
};
/// Whether a due message may go out at `now`. Going counts: a token of the channel's rate is taken.
Verdict mayGoOut(const plan::Plan& plan, store::Connection& connection, const store::OutboxRow& row, Instant now);

} // namespace fw::automation
