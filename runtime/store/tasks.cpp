#include "tasks.h"
#include "rows.h"

namespace fw::store
{

QByteArray selectTasks(const QByteArray& rest)
{
    return "SELECT id, run, workflow, step, table_id, record, to_user, title, detail, priority, due, state, "
           "created_at, "
           "done_at, done_by FROM fw_task " +
           rest;
}

Task readTask(const Statement& row)
{
    return {row.text(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(4),
            row.text(5),
            row.text(6),
            row.text(7),
            row.text(8),
            row.text(9),
            instantOrNothing(row, 10),
            row.text(11),
            row.integer(12),
            instantOrNothing(row, 13),
            row.text(14)};
}

void insertTask(Connection& connection, const Task& task)
{
    Statement& insert = connection.prepare("INSERT INTO fw_task (id, run, workflow, step, table_id, record, to_user, "
                                           "title, detail, priority, due, state, created_at)"
                                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
    insert.bind(0, task.id)
        .bind(1, orNull(task.run))
        .bind(2, orNull(task.workflow))
        .bind(3, orNull(task.step))
        .bind(4, orNull(task.table));
    insert.bind(5, orNull(task.record))
        .bind(6, orNull(task.toUser))
        .bind(7, notNull(task.title))
        .bind(8, notNull(task.detail))
        .bind(9, task.priority);
    bindInstant(insert, 10, task.due);
    insert.bind(11, task.state).bind(12, task.createdAt);
    finish(connection, insert);
}

std::optional<Task> findTask(Connection& connection, const QString& id)
{
    static const QByteArray sql = selectTasks("WHERE id = ?1");
    Statement& read = connection.prepare(sql);
    return firstRow(connection, read.bind(0, id), readTask);
}

void closeTask(Connection& connection, const QString& id, const QString& state, Instant at, const QString& by)
{
    Statement& update = connection.prepare("UPDATE fw_task SET state = ?2, done_at = ?3, done_by = ?4 WHERE id = ?1");
    update.bind(0, id).bind(1, state).bind(2, at).bind(3, orNull(by));
    finish(connection, update);
}

qint64 cancelTasksOf(Connection& connection, const QString& run, Instant at)
{
    Statement& update =
        connection.prepare("UPDATE fw_task SET state = 'cancelled', done_at = ?2 WHERE run = ?1 AND state = 'open'");
    update.bind(0, run).bind(1, at);
    finish(connection, update);
    return connection.changes();
}

} // namespace fw::store
