#pragma once
#include "model/document/definition.h"
#include "plan.h"

namespace fw::plan
{

/// Checks a definition (model/check) and compiles it. An error carries every problem; warnings go to `warnings`.
Result<std::shared_ptr<const Plan>> compilePlan(const Definition& definition, QList<Problem>* warnings = nullptr);

} // namespace fw::plan
