#include "planbook.h"

#include "runtime/store/publishedplan.h"

namespace fw::engine
{

Result<std::shared_ptr<const plan::Plan>> PlanBook::plan(int number)
{
    if (const auto known = m_plans.constFind(number); known != m_plans.cend())
        return *known;
    auto compiled = store::publishedPlan(m_store.writer(), number);
    if (compiled)
        keep(*compiled);
    return compiled;
}

} // namespace fw::engine
