#include "inbox.h"
#include "sqltext.h"

namespace fw::store
{

std::vector<Task> tasks(Connection& connection, const TaskFilter& filter)
{
    Statement& read = connection.prepare(
        "SELECT id, run, workflow, step, table_id, record, to_user, title, detail, priority, due, state, created_at, "
        "done_at, done_by FROM fw_task"
        " WHERE (?1 IS NULL OR to_user = ?1) AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR record = ?3)"
        " ORDER BY state <> 'open', CASE WHEN state = 'open' THEN coalesce(due, 9223372036854775807) ELSE "
        "-coalesce(done_at, 0) END, created_at, id LIMIT ?4");
    read.bind(0, orNull(filter.toUser))
        .bind(1, orNull(filter.state))
        .bind(2, orNull(filter.record))
        .bind(3, filter.limit);
    std::vector<Task> found;
    while (connection.step(read)) {
        found.push_back({read.text(0), read.text(1), read.text(2), read.text(3), read.text(4), read.text(5),
                         read.text(6), read.text(7), read.text(8), read.text(9), instantOrNothing(read, 10),
                         read.text(11), read.integer(12), instantOrNothing(read, 13), read.text(14)});
    }
    return found;
}

qint64 openTasks(Connection& connection, const QString& user)
{
    Statement& read = connection.prepare("SELECT count(*) FROM fw_task WHERE to_user = ?1 AND state = 'open'");
    read.bind(0, user);
    qint64 count = 0;
    while (connection.step(read))
        count = read.integer(0);
    return count;
}

} // namespace fw::store
