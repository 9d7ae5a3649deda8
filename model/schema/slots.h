#pragma once

namespace fw::schema
{

/// Slots of every scope, in the frame a program is evaluated with. The names are `record` (its members are also bare
/// names), `event`, `old`, `me`, `settings` and `run`; which of them a given expression may use is said by its key.
enum ScopeSlots { SlotRecord, SlotEvent, SlotOld, SlotMe, SlotSettings, SlotRun, SlotCount };

} // namespace fw::schema
