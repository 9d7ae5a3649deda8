#include "publishedplan.h"

#include "model/document/package.h"
#include "runtime/plan/compileplan.h"

namespace fw::store {

Result<std::shared_ptr<const Definition>> publishedDefinition(const Store& store, int number)
{
    if (store.publishedNumber() == 0)
        return Error(QStringLiteral("store.not_published"), Message(FW_MSG("The store \"%1\" holds no app yet."), {store.path()}),
                     Message(FW_MSG("Publish one first: formwright apply FOLDER --store FILE.")));
    const auto package = store.package(number);
    if (!package)
        return package.error();
    const auto files = unpack(*package);
    if (!files)
        return files.error();
    return Definition::fromFiles(*files);
}

Result<std::shared_ptr<const plan::Plan>> publishedPlan(const Store& store, int number)
{
    const auto definition = publishedDefinition(store, number);
    if (!definition)
        return definition.error();
    auto plan = plan::compilePlan(**definition);
    if (!plan)
        return plan.error();
    auto numbered = std::make_shared<plan::Plan>(**plan);
    numbered->number = number == 0 ? store.publishedNumber() : number;
    return std::shared_ptr<const plan::Plan>(std::move(numbered));
}

} // namespace fw::store
