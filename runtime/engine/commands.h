#pragma once
#include "engine.h"

namespace fw::engine
{

/// Does what a command asks for inside its unit; the facts it makes stand in the unit. After a failed outcome the unit must
/// be rolled back.
Outcome execute(Unit& unit, const Command& command);
Cause::Kind causeOf(Command::Kind kind);

} // namespace fw::engine
