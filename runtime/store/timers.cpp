#include "timers.h"
#include "rows.h"

namespace fw::store
{

namespace
{

void bindTimer(Statement& statement, const Timer& timer)
{
    statement.bind(0, timer.due).bind(1, timer.kind).bind(2, timer.owner).bind(3, timer.subject).bind(4, timer.people);
}

constexpr const char* s_columns =
    "SELECT id, due, kind, owner, subject, people FROM fw_timer WHERE due <= ?1 AND NOT (due > ?2"
    " AND due <= ?3)";

std::optional<Timer> first(Connection& connection, Statement& read, const TimerWindow& window)
{
    read.bind(0, window.now).bind(1, window.after).bind(2, window.to);
    return firstRow(connection, read, [](const Statement& row) {
        return Timer{row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.integer(5) != 0};
    });
}

} // namespace

void setTimer(Connection& connection, const Timer& timer)
{
    Statement& upsert =
        connection.prepare("INSERT INTO fw_timer (due, kind, owner, subject, people) VALUES (?1, ?2, ?3, ?4, ?5)"
                           " ON CONFLICT (subject, kind, owner) DO UPDATE SET due = excluded.due,"
                           " people = excluded.people");
    bindTimer(upsert, timer);
    finish(connection, upsert);
}

void postponeTimer(Connection& connection, const Timer& timer)
{
    Statement& upsert = connection.prepare(
        "INSERT INTO fw_timer (due, kind, owner, subject, people) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (subject, kind, owner) DO UPDATE SET due = excluded.due WHERE excluded.due > fw_timer.due");
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

std::optional<Instant> nextDueOutside(Connection& connection, Instant after, Instant to)
{
    Statement& read =
        connection.prepare("SELECT due FROM fw_timer WHERE NOT (due > ?1 AND due <= ?2) ORDER BY due LIMIT 1");
    return firstRow(connection, read.bind(0, after).bind(1, to), [](const Statement& row) { return row.integer(0); });
}

std::optional<Timer> firstDue(Connection& connection, const TimerWindow& window)
{
    static const QByteArray sql = QByteArray(s_columns) + " ORDER BY due, id LIMIT 1";
    return first(connection, connection.prepare(sql), window);
}

std::optional<Timer> firstForPeople(Connection& connection, const TimerWindow& window)
{
    static const QByteArray sql = QByteArray(s_columns) + " AND people = 1 ORDER BY due, id LIMIT 1";
    return first(connection, connection.prepare(sql), window);
}

std::optional<Timer> firstOfSubject(Connection& connection, const TimerWindow& window, const QString& subject)
{
    static const QByteArray sql = QByteArray(s_columns) + " AND subject = ?4 ORDER BY due, id LIMIT 1";
    Statement& read = connection.prepare(sql);
    read.bind(3, subject);
    return first(connection, read, window);
}

bool takeTimer(Connection& connection, const Timer& timer)
{
    Statement& remove = connection.prepare("DELETE FROM fw_timer WHERE id = ?1 AND due = ?2");
    remove.bind(0, timer.id).bind(1, timer.due);
    finish(connection, remove);
    return connection.changes() == 1;
}

} // namespace fw::store
