#include "publishedplan.h"

#include "model/document/package.h"
#include "runtime/plan/compileplan.h"

namespace fw::store
{

int publishedNumber(Connection& connection)
{
    Statement& read = connection.prepare("SELECT coalesce(max(number), 0) FROM fw_definition");
    int number = 0;
    while (connection.step(read))
        number = static_cast<int>(read.integer(0));
    return number;
}

Result<std::shared_ptr<const Definition>> publishedDefinition(Connection& connection, int number)
{
    Statement& read = connection.prepare("SELECT package FROM fw_definition WHERE number = ?1");
    read.bind(0, number == 0 ? publishedNumber(connection) : number);
    QByteArray package;
    while (connection.step(read))
        package = read.blob(0);
    if (const auto error = connection.takeError())
        return *error;
    if (package.isEmpty())
        return Error(QStringLiteral("store.not_published"), Message(FW_MSG("The store holds no app yet.")),
                     Message(FW_MSG("Publish one first: formwright apply FOLDER --store FILE.")));
    const auto files = unpack(package);
    if (!files)
        return files.error();
    return Definition::fromFiles(*files);
}

Result<std::shared_ptr<const plan::Plan>> publishedPlan(Connection& connection, int number)
{
    const auto definition = publishedDefinition(connection, number);
    if (!definition)
        return definition.error();
    auto plan = plan::compilePlan(**definition);
    if (!plan)
        return plan.error();
    auto numbered = std::make_shared<plan::Plan>(**plan);
    numbered->number = number == 0 ? publishedNumber(connection) : number;
    return std::shared_ptr<const plan::Plan>(std::move(numbered));
}

} // namespace fw::store
