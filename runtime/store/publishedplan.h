#pragma once
#include "store.h"

namespace fw::store
{

/// The number of the newest published definition; 0 = none yet.
int publishedNumber(Connection& connection);
/// The definition the store holds under a number (0 = the newest), unpacked. Error "store.not_published" when there is none.
Result<std::shared_ptr<const Definition>> publishedDefinition(Connection& connection, int number = 0);
/// The same, compiled. Runtimes load only from the store, never from a folder.
Result<std::shared_ptr<const plan::Plan>> publishedPlan(Connection& connection, int number = 0);

} // namespace fw::store
