#include "timekeeping.h"
#include "rows.h"

namespace fw::store
{

namespace
{

CatchUp readCatchUp(const Statement& row)
{
    return {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), instantOrNothing(row, 5)};
}

} // namespace

std::optional<Instant> aliveAt(Connection& connection)
{
    Statement& read = connection.prepare("SELECT at FROM fw_alive WHERE id = 1");
    return firstRow(connection, read, [](const Statement& row) { return row.integer(0); });
}

void setAliveAt(Connection& connection, Instant at)
{
    Statement& upsert = connection.prepare(
        "INSERT INTO fw_alive (id, at) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET at = excluded.at");
    finish(connection, upsert.bind(0, at));
}

std::optional<Hold> hold(Connection& connection)
{
    Statement& read = connection.prepare("SELECT after_at, to_at, until_at, incident FROM fw_hold WHERE id = 1");
    return firstRow(connection, read, [](const Statement& row) {
        return Hold{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
    });
}

void setHold(Connection& connection, const Hold& hold)
{
    clearHold(connection);
    Statement& insert =
        connection.prepare("INSERT INTO fw_hold (id, after_at, to_at, until_at, incident) VALUES (1, ?1, ?2, ?3, ?4)");
    finish(connection, insert.bind(0, hold.after).bind(1, hold.to).bind(2, hold.until).bind(3, hold.incident));
}

void clearHold(Connection& connection)
{
    finish(connection, connection.prepare("DELETE FROM fw_hold"));
}

std::optional<CatchUp> openCatchUp(Connection& connection)
{
    Statement& read = connection.prepare("SELECT id, from_at, to_at, timers, expired, finished_at FROM fw_catch_up"
                                         " WHERE finished_at IS NULL ORDER BY id DESC LIMIT 1");
    return firstRow(connection, read, readCatchUp);
}

void saveCatchUp(Connection& connection, const CatchUp& catchUp)
{
    Statement& write = connection.prepare(
        catchUp.id == 0
            ? "INSERT INTO fw_catch_up (from_at, to_at, timers, expired, finished_at) VALUES (?1, ?2, ?3, ?4, ?5)"
            : "UPDATE fw_catch_up SET from_at = ?1, to_at = ?2, timers = ?3, expired = ?4, finished_at = ?5 WHERE id = "
              "?6");
    write.bind(0, catchUp.from).bind(1, catchUp.to).bind(2, catchUp.timers).bind(3, catchUp.expired);
    bindInstant(write, 4, catchUp.finishedAt);
    if (catchUp.id != 0)
        write.bind(5, catchUp.id);
    finish(connection, write);
}

std::vector<CatchUp> catchUps(Connection& connection, int limit)
{
    Statement& read = connection.prepare("SELECT id, from_at, to_at, timers, expired, finished_at FROM fw_catch_up"
                                         " ORDER BY id DESC LIMIT ?1");
    return allRows(connection, read.bind(0, limit), readCatchUp);
}

qint64 expiredSince(Connection& connection, Instant from)
{
    Statement& read = connection.prepare("SELECT count(*) FROM fw_outbox WHERE state = 'expired' AND not_after >= ?1");
    return firstRow(connection, read.bind(0, from), [](const Statement& row) { return row.integer(0); }).value_or(0);
}

} // namespace fw::store
