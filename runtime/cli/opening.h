#pragma once
#include "command.h"

#include "runtime/engine/engine.h"

namespace fw::cli
{

/// Adds --store and says how the store is named.
void addStoreOption(QCommandLineParser& parser);
/// The store of --store, opened as its owner. Reports and returns nothing when it is missing or not available; `code` is
/// then the exit code.
std::unique_ptr<store::Store> openStore(const QCommandLineParser& parser, Console& console, int* code);
/// A read-only connection to the store of --store, which another process may own.
std::unique_ptr<store::Connection> openReader(const QCommandLineParser& parser, Console& console, int* code);

/// An opened store with the engine of its published definition.
struct Opened {
    std::unique_ptr<store::Store> store;
    SystemClock clock;
    RandomIds ids;
    std::unique_ptr<engine::Engine> engine;
};
std::unique_ptr<Opened> openEngine(const QCommandLineParser& parser, Console& console, int* code);

} // namespace fw::cli
