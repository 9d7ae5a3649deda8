#include "opening.h"

#include "runtime/plan/compileplan.h"
#include "runtime/store/publishedplan.h"

#include <QFileInfo>

namespace fw::cli
{

void addStoreOption(QCommandLineParser& parser)
{
    parser.addOption(
        {QStringLiteral("store"),
         Message(FW_MSG("where the app's data lie: a SQLite file, or postgresql://user@host/database")).text(),
         QStringLiteral("store")});
}

std::optional<QString> storePath(const QCommandLineParser& parser, Console& console, int* code)
{
    const QString path = parser.value(QStringLiteral("store"));
    if (!path.isEmpty())
        return path;
    *code =
        console.fail(Error(QStringLiteral("cli.no_store"), Message(FW_MSG("Which store? Give --store FILE."))), Usage);
    return {};
}

std::optional<QString> existingStore(const QCommandLineParser& parser, Console& console, int* code)
{
    const auto path = storePath(parser, console, code);
    // Whether there is something at an address, its server says.
    if (!path || path->contains(QLatin1String("://")) || QFileInfo::exists(*path))
        return path;
    *code = console.fail(Error(QStringLiteral("store.missing"), Message(FW_MSG("There is no store \"%1\"."), {*path}),
                               FW_MSG("Check the path; formwright apply FOLDER --store FILE makes a store."),
                               Place{*path, 0, 0, {}}),
                         Unavailable);
    return {};
}

int codeOf(const Error& error)
{
    static const QStringList disk{QStringLiteral("backup.space"), QStringLiteral("file.write")};
    const QString code = error.code();
    const bool store = code.startsWith(QLatin1String("store.")) && code != QLatin1String("store.not_published");
    return store || code.startsWith(QLatin1String("lock.")) || disk.contains(code) ? Unavailable : Failed;
}

std::optional<App> openApp(const QCommandLineParser& parser, Console& console, int* code)
{
    const auto folder = onlyArgument(parser, console, "FOLDER");
    if (!folder) {
        *code = Usage;
        return {};
    }
    auto definition = Definition::fromFolder(*folder);
    if (!definition) {
        *code = console.fail(definition.error());
        return {};
    }
    auto plan = plan::compilePlan(**definition);
    if (!plan) {
        *code = console.fail(plan.error());
        return {};
    }
    return App{*definition, *plan};
}

OwnedStore::~OwnedStore()
{
    if (sealer)
        (void)sealer->seal(SystemClock().now()); // what cannot be sealed now is sealed by the next owner
}

static std::unique_ptr<OwnedStore> openOwned(const QString& path, const QCommandLineParser& parser, Console& console,
                                             int* code)
{
    auto store = store::Store::open(path, QStringLiteral("formwright ") + parser.positionalArguments().value(0));
    if (!store) {
        *code = console.fail(store.error(), Unavailable);
        return nullptr;
    }
    auto sealer = audit::Sealer::forStore(**store);
    if (!sealer)
        console.fail(sealer.error()); // the chain grows a tail without seals; the command does its work
    return std::make_unique<OwnedStore>(std::move(*store), sealer ? std::move(*sealer) : nullptr);
}

std::unique_ptr<OwnedStore> openStore(const QCommandLineParser& parser, Console& console, int* code)
{
    const auto path = existingStore(parser, console, code);
    return path ? openOwned(*path, parser, console, code) : nullptr;
}

std::unique_ptr<OwnedStore> openOrMakeStore(const QCommandLineParser& parser, Console& console, int* code)
{
    const auto path = storePath(parser, console, code);
    return path ? openOwned(*path, parser, console, code) : nullptr;
}

std::unique_ptr<store::Connection> openReader(const QCommandLineParser& parser, Console& console, int* code)
{
    const auto path = existingStore(parser, console, code);
    if (!path)
        return nullptr;
    const auto safe = store::checkPlace(*path);
    auto connection = safe ? store::Connection::open(*path, store::Connection::Mode::Reader)
                           : Result<std::unique_ptr<store::Connection>>(safe.error());
    if (!connection) {
        *code = console.fail(connection.error(), Unavailable);
        return nullptr;
    }
    return std::move(*connection);
}

std::unique_ptr<Opened> openEngine(const QCommandLineParser& parser, Console& console, int* code)
{
    auto opened = std::make_unique<Opened>();
    opened->owned = openStore(parser, console, code);
    if (!opened->owned)
        return nullptr;
    opened->store = opened->owned->store.get();
    auto plan = store::publishedPlan(opened->store->writer());
    if (!plan) {
        *code = console.fail(plan.error());
        return nullptr;
    }
    opened->engine = std::make_unique<engine::Engine>(*opened->store, *plan, opened->clock, opened->ids);
    return opened;
}

} // namespace fw::cli
