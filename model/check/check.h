#pragma once
#include "model/document/definition.h"

namespace fw::check
{

/// Everything that is wrong with a definition or worth knowing about it: reading, keys, values, ids, references, expressions,
/// translations, and what makes no sense together. Sorted by file and position. Problems that stop an app from being
/// published are errors; the rest are warnings.
QList<Problem> check(const Definition& definition);

} // namespace fw::check
