#include "health_sqlite.h"
#include "rows.h"
#include "systemtables.h"

#include <QFileInfo>

namespace fw::store
{

namespace
{

qint64 number(Connection& connection, Statement& statement)
{
    return firstRow(connection, statement, [](const Statement& row) { return row.integer(0); }).value_or(0);
}

} // namespace

Result<SchemaState> schemaState(Connection& connection)
{
    SchemaState state;
    const auto header = readHeader(connection);
    if (!header)
        return header.error();
    state.isStore = header->ours;
    state.newer = header->newer;
    if (!state.isStore || state.newer)
        return state;
    for (const SystemSchema& schema : systemSchemas()) {
        Statement& read = connection.prepare("SELECT value FROM fw_meta WHERE key = ?1");
        read.bind(0, QStringLiteral("schema.") + QLatin1String(schema.subject));
        const qint64 have = number(connection, read);
        const auto want = static_cast<qint64>(schema.steps.size());
        state.newer = state.newer || have > want;
        if (have < want)
            state.behind << QLatin1String(schema.subject);
    }
    if (auto error = connection.takeError())
        return *error;
    return state;
}

qint64 logBytes(const QString& path)
{
    return QFileInfo(path + QStringLiteral("-wal")).size();
}

std::optional<Instant> newestCause(Connection& connection)
{
    Statement& read = connection.prepare("SELECT at FROM fw_cause ORDER BY seq DESC LIMIT 1");
    return firstRow(connection, read, [](const Statement& row) { return row.integer(0); });
}

qint64 countOpenIncidents(Connection& connection)
{
    return number(connection, connection.prepare("SELECT count(*) FROM fw_incident WHERE state = 'open'"));
}

qint64 countOverdue(Connection& connection, Instant before)
{
    Statement& messages = connection.prepare("SELECT count(*) FROM fw_outbox WHERE state = 'pending' AND due < ?1");
    const qint64 waiting = number(connection, messages.bind(0, before));
    Statement& timers = connection.prepare("SELECT count(*) FROM fw_timer WHERE due < ?1");
    return waiting + number(connection, timers.bind(0, before));
}

} // namespace fw::store
