#pragma once
#include "command.h"

#include "model/document/definition.h"
#include "runtime/audit/sealer.h"
#include "runtime/engine/engine.h"

namespace fw::cli
{

/// Adds --store and says how the store is named.
void addStoreOption(QCommandLineParser& parser);
/// An app folder that is free of errors.
struct App {
    std::shared_ptr<const Definition> definition;
    std::shared_ptr<const plan::Plan> plan;
};
/// The app in the folder that is the command's only argument. Reports and returns nothing when it is missing or wrong;
/// `code` is then the exit code.
std::optional<App> openApp(const QCommandLineParser& parser, Console& console, int* code);

/// A store whose audit chain is sealed up to the end when the command ends.
struct OwnedStore {
    OwnedStore(std::unique_ptr<store::Store> owned, std::unique_ptr<audit::Sealer> keeper)
        : store(std::move(owned)), sealer(std::move(keeper))
    {
    }
    ~OwnedStore();
    std::unique_ptr<store::Store> store;
    std::unique_ptr<audit::Sealer> sealer; ///< nullptr when its key is missing (reported)
    store::Store& operator*() const { return *store; }
    store::Store* operator->() const { return store.get(); }
};
/// The store of --store, opened as its owner. Reports and returns nothing when it is missing or not available; `code` is
/// then the exit code.
std::unique_ptr<OwnedStore> openStore(const QCommandLineParser& parser, Console& console, int* code);
/// As openStore, but makes the store where there is none: for `apply` alone, so that a mistyped name makes none.
std::unique_ptr<OwnedStore> openOrMakeStore(const QCommandLineParser& parser, Console& console, int* code);
/// The value of --store; reports and returns nothing when it is missing.
std::optional<QString> storePath(const QCommandLineParser& parser, Console& console, int* code);
/// The same, when there is a store; reports and returns nothing when there is none.
std::optional<QString> existingStore(const QCommandLineParser& parser, Console& console, int* code);
/// The exit code of a failure: whether it is the store or the disk that cannot be had, rather than the input that is wrong.
int codeOf(const Error& error);
/// A read-only connection to the store of --store, which another process may own.
std::unique_ptr<store::Connection> openReader(const QCommandLineParser& parser, Console& console, int* code);

/// An opened store with the engine of its published definition.
struct Opened {
    std::unique_ptr<OwnedStore> owned;
    store::Store* store = nullptr;
    SystemClock clock;
    RandomIds ids;
    std::unique_ptr<engine::Engine> engine;
};
std::unique_ptr<Opened> openEngine(const QCommandLineParser& parser, Console& console, int* code);

} // namespace fw::cli
