#pragma once
#include "model/base/result.h"
#include "runtime/plan/plan.h"
#include "runtime/store/store.h"

namespace fw::engine
{

/// The plans of published definitions by number, compiled from the store when they are first needed. Runs pin the number
/// they began on.
class PlanBook
{
public:
    explicit PlanBook(store::Store& store) : m_store(store) {}
    void keep(std::shared_ptr<const plan::Plan> plan) { m_plans.insert(plan->number, std::move(plan)); }
    /// Errors: store.no_definition and those of the definition.
    Result<std::shared_ptr<const plan::Plan>> plan(int number);

private:
    store::Store& m_store;
    QHash<int, std::shared_ptr<const plan::Plan>> m_plans;
};

} // namespace fw::engine
