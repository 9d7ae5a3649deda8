#pragma once
#include "connection.h"
#include "model/base/timing.h"

/// What a SQLite store tells about its own state, for `formwright doctor`.
namespace fw::store
{

/// Which forms a store's system tables have and which this program knows.
struct SchemaState {
    bool isStore = false; ///< the file is a Formwright store at all
    bool newer = false;   ///< written by a newer program
    QStringList behind;   ///< subjects that the next opening brings up to date
};
Result<SchemaState> schemaState(Connection& connection);

/// Bytes of the write-ahead log beside the file; 0 without one.
qint64 logBytes(const QString& path);
/// The instant of the newest cause; nothing in a store where nothing has happened.
std::optional<Instant> newestCause(Connection& connection);
qint64 countOpenIncidents(Connection& connection);
/// Messages due before `before` and not sent; runs and timers likewise overdue.
qint64 countOverdue(Connection& connection, Instant before);

} // namespace fw::store
