#include "planbook.h"
#include "model/document/package.h"
#include "runtime/plan/compileplan.h"

namespace fw::engine {

Result<std::shared_ptr<const plan::Plan>> PlanBook::plan(int number)
{
    if (const auto known = m_plans.constFind(number); known != m_plans.cend())
        return *known;
    auto package = m_store.package(number);
    if (!package)
        return package.error();
    auto files = unpack(*package);
    if (!files)
        return files.error();
    auto compiled = plan::compilePlan(*Definition::fromFiles(*files));
    if (!compiled)
        return compiled.error();
    auto numbered = std::make_shared<plan::Plan>(**compiled);
    numbered->number = number;
    keep(numbered);
    return std::shared_ptr<const plan::Plan>(std::move(numbered));
}

} // namespace fw::engine
