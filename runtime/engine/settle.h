#pragma once
#include "unit.h"

namespace fw::engine
{

/// Lets persons, scores and segments follow the facts of a unit until none is left; the facts handled are moved to `done`.
/// Workflows look at `done` as a whole afterwards: they see the net change of the unit, never a state in between.
void settle(Unit& unit, std::vector<Fact>& done);

} // namespace fw::engine
