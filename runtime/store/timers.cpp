#include "timers.h"
#include "sqltext.h"

namespace fw::store
{

namespace
{

void bindTimer(Statement& statement, const Timer& timer)
{
    statement.bind(0, timer.due).bind(1, timer.kind).bind(2, timer.owner).bind(3, timer.subject);
}

} // namespace

void setTimer(Connection& connection, const Timer& timer)
{
    Statement& upsert = connection.prepare("INSERT INTO fw_timer (due, kind, owner, subject) VALUES (?1, ?2, ?3, ?4)"
                                           " ON CONFLICT (subject, kind, owner) DO UPDATE SET due = excluded.due");
    bindTimer(upsert, timer);
    finish(connection, upsert);
}

void postponeTimer(Connection& connection, const Timer& timer)
{
    Statement& upsert = connection.prepare(
        "INSERT INTO fw_timer (due, kind, owner, subject) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (subject, kind, owner) DO UPDATE SET due = excluded.due WHERE excluded.due > due");
    bindTimer(upsert, timer);
    finish(connection, upsert);
}

void clearTimer(Connection& connection, const QString& kind, const QString& owner, const QString& subject)
{
    Statement& remove = connection.prepare("DELETE FROM fw_timer WHERE subject = ?1 AND kind = ?2 AND owner = ?3");
    remove.bind(0, subject).bind(1, kind).bind(2, owner);
    finish(connection, remove);
}

void clearTimersOf(Connection& connection, const QString& kind, const QString& owner)
{
    Statement& remove = connection.prepare("DELETE FROM fw_timer WHERE owner = ?1 AND kind = ?2");
    remove.bind(0, owner).bind(1, kind);
    finish(connection, remove);
}

void clearTimersOfSubject(Connection& connection, const QString& kind, const QString& subject)
{
    Statement& remove = connection.prepare("DELETE FROM fw_timer WHERE subject = ?1 AND kind = ?2");
    remove.bind(0, subject).bind(1, kind);
    finish(connection, remove);
}

std::optional<Instant> nextDue(Connection& connection)
{
    Statement& read = connection.prepare("SELECT min(due) FROM fw_timer");
    std::optional<Instant> due;
    while (connection.step(read)) {
        if (!read.isNull(0))
            due = read.integer(0);
    }
    return due;
}

std::optional<Timer> firstDue(Connection& connection, Instant now)
{
    Statement& read = connection.prepare(
        "SELECT id, due, kind, owner, subject FROM fw_timer WHERE due <= ?1 ORDER BY due, id LIMIT 1");
    read.bind(0, now);
    std::optional<Timer> timer;
    while (connection.step(read))
        timer = Timer{read.integer(0), read.integer(1), read.text(2), read.text(3), read.text(4)};
    return timer;
}

bool takeTimer(Connection& connection, const Timer& timer)
{
    Statement& remove = connection.prepare("DELETE FROM fw_timer WHERE id = ?1 AND due = ?2");
    remove.bind(0, timer.id).bind(1, timer.due);
    finish(connection, remove);
    return connection.changes() == 1;
}

} // namespace fw::store
