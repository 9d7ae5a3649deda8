#include "systemtables.h"
#include "sqltext.h"

namespace fw::store
{

namespace
{

constexpr qint64 s_applicationId = 0x46574D53; // "FWMS", in the file's header
constexpr qint64 s_format = 1; // user_version: raised when an older program could no longer read the file

qint64 number(Connection& connection, const char* sql)
{
    return numberFrom(connection, connection.prepare(sql));
}

Error newer(const QString& path)
{
    return Error(QStringLiteral("store.newer"),
                 Message(FW_MSG("\"%1\" was written by a newer version of Formwright."), {path}),
                 FW_MSG("Update Formwright, then open it again. Nothing was changed."), Place{path, 0, 0, {}});
}

/// Refuses what is not ours before the first byte is written. Gives whether it is empty.
Result<bool> checkHeader(Connection& connection, const QString& path)
{
    const auto header = readHeader(connection);
    if (!header)
        return header.error();
    if (!header->ours)
        return Error(QStringLiteral("store.not_a_store"), Message(FW_MSG("\"%1\" is no Formwright store."), {path}),
                     FW_MSG("Choose another file, or a new name to begin a new store."), Place{path, 0, 0, {}});
    if (header->newer)
        return newer(path);
    return header->empty;
}

Result<void> createHeader(Connection& connection)
{
    const QByteArray meta = connection.dialect().systemTables(
        "CREATE TABLE fw_meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;");
    if (connection.dialect().isPostgres())
        return connection.execute(meta + "INSERT INTO fw_meta VALUES ('format', " + QByteArray::number(s_format) + ")");
    return connection.execute("PRAGMA application_id=" + QByteArray::number(s_applicationId) +
                              "; PRAGMA user_version=" + QByteArray::number(s_format) + "; " + meta);
}

Result<void> migrate(Connection& connection, const SystemSchema& schema, const QString& path)
{
    const QString key = QStringLiteral("schema.") + QLatin1String(schema.subject);
    Statement& read = connection.prepare("SELECT value FROM fw_meta WHERE key = ?1");
    read.bind(0, key);
    const qint64 have = connection.step(read) ? read.integer(0) : 0;
    while (connection.step(read)) {
    }
    if (auto error = connection.takeError())
        return *error;
    const auto want = static_cast<qint64>(schema.steps.size());
    if (have > want)
        return newer(path);
    for (qint64 version = have; version < want; ++version) {
        if (auto done =
                connection.execute(connection.dialect().systemTables(schema.steps[static_cast<size_t>(version)]));
            !done)
            return done;
    }
    if (have == want)
        return {};
    Statement& write = connection.prepare(
        "INSERT INTO fw_meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    return connection.run(write.bind(0, key).bind(1, want));
}

} // namespace

std::vector<SystemSchema> systemSchemas()
{
    return {baseSchema(), automationSchema(), scoringSchema()};
}

/// A schema of PostgreSQL is ours when it has our fw_meta, and may be made ours when it is empty.
static Result<StoreHeader> readSchema(Connection& connection)
{
    const qint64 tables = number(connection, "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND "
                                             "relnamespace = CAST(current_schema() AS regnamespace)");
    const qint64 ours =
        number(connection, "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname = 'fw_meta' AND "
                           "relnamespace = CAST(current_schema() AS regnamespace)");
    const qint64 format =
        ours > 0 ? number(connection, "SELECT value FROM fw_meta WHERE key = 'format'") : qint64(s_format);
    if (auto error = connection.takeError())
        return *error;
    return StoreHeader{tables == 0 || ours > 0, format > s_format, tables == 0};
}

Result<StoreHeader> readHeader(Connection& connection)
{
    if (connection.dialect().isPostgres())
        return readSchema(connection);
    const qint64 application = number(connection, "PRAGMA application_id");
    const qint64 tables = number(connection, "SELECT count(*) FROM sqlite_schema");
    const qint64 format = number(connection, "PRAGMA user_version");
    if (auto error = connection.takeError())
        return *error;
    return StoreHeader{tables == 0 || application == s_applicationId, format > s_format, tables == 0};
}

Result<void> prepareSystemTables(Connection& connection, const QString& path)
{
    // A file is looked at before anything is begun that could write; a database may have another runtime at the same work.
    if (!connection.dialect().isPostgres()) {
        if (auto ours = checkHeader(connection, path); !ours)
            return ours.error();
    }
    Savepoint whole(connection);
    const auto empty = checkHeader(connection, path);
    if (!empty)
        return empty.error();
    if (*empty) {
        if (auto done = createHeader(connection); !done)
            return done;
    }
    for (const SystemSchema& schema : systemSchemas()) {
        if (auto done = migrate(connection, schema, path); !done)
            return done;
    }
    return whole.release();
}

} // namespace fw::store
