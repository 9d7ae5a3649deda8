#pragma once
#include "connection.h"

struct sqlite3;

namespace fw::store
{

/// Opens a file of SQLite over its C API. ":memory:" is a private database. Errors: those of sqliteError.
Result<std::unique_ptr<Connection>> openSqlite(const QString& path, Connection::Mode mode);

/// SQLite's own handle of a connection to a file, for what only SQLite has. Such a connection must not be one to a database
/// of PostgreSQL.
struct SqliteFile {
    sqlite3* handle = nullptr;
    QString path;
};
SqliteFile sqliteFile(Connection& connection);

} // namespace fw::store
