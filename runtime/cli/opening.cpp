#include "opening.h"

#include "runtime/store/publishedplan.h"

#include <QFileInfo>

namespace fw::cli
{

void addStoreOption(QCommandLineParser& parser)
{
    parser.addOption(
        {QStringLiteral("store"), Message(FW_MSG("the SQLite file of the app's data")).text(), QStringLiteral("file")});
}

static std::optional<QString> storePath(const QCommandLineParser& parser, Console& console, int* code)
{
    const QString path = parser.value(QStringLiteral("store"));
    if (!path.isEmpty())
        return path;
    *code =
        console.fail(Error(QStringLiteral("cli.no_store"), Message(FW_MSG("Which store? Give --store FILE."))), Usage);
    return {};
}

std::unique_ptr<store::Store> openStore(const QCommandLineParser& parser, Console& console, int* code)
{
    const auto path = storePath(parser, console, code);
    if (!path)
        return nullptr;
    auto store = store::Store::open(*path, QStringLiteral("formwright ") + parser.positionalArguments().value(0));
    if (!store) {
        *code = console.fail(store.error(), Unavailable);
        return nullptr;
    }
    return std::move(*store);
}

std::unique_ptr<store::Connection> openReader(const QCommandLineParser& parser, Console& console, int* code)
{
    const auto path = storePath(parser, console, code);
    if (!path)
        return nullptr;
    auto connection = store::Connection::open(*path, store::Connection::Mode::Reader);
    if (!connection) {
        *code = console.fail(connection.error(), Unavailable);
        return nullptr;
    }
    return std::move(*connection);
}

std::unique_ptr<Opened> openEngine(const QCommandLineParser& parser, Console& console, int* code)
{
    auto opened = std::make_unique<Opened>();
    opened->store = openStore(parser, console, code);
    if (!opened->store)
        return nullptr;
    auto plan = store::publishedPlan(opened->store->writer());
    if (!plan) {
        *code = console.fail(plan.error());
        return nullptr;
    }
    opened->engine = std::make_unique<engine::Engine>(*opened->store, *plan, opened->clock, opened->ids);
    return opened;
}

} // namespace fw::cli
