#pragma once
#include "model/document/address.h"
#include "model/yaml/node.h"

namespace fw::schema
{

/// A list of steps inside a step of a workflow, with its address.
struct StepList {
    const yaml::Node* steps;
    Address address;
};
/// The lists below a step that are written: what follows a wait, its branches, the body of a for-each, what happens on
/// failure or when a limit passed. The one place that knows where steps contain steps.
std::vector<StepList> stepLists(const yaml::Node& step, const Address& address);

} // namespace fw::schema
