#include "inbox.h"
#include "rows.h"

namespace fw::store
{

std::vector<Task> tasks(Connection& connection, const TaskFilter& filter)
{
    static const QByteArray sql =
        selectTasks("WHERE (CAST(?1 AS TEXT) IS NULL OR to_user = ?1) AND (CAST(?2 AS TEXT) IS NULL OR state = ?2)"
                    " AND (CAST(?3 AS TEXT) IS NULL OR record = ?3)"
                    " ORDER BY state <> 'open', CASE WHEN state = 'open' THEN coalesce(due, 9223372036854775807) ELSE "
                    "-coalesce(done_at, 0) END, created_at, id LIMIT ?4");
    Statement& read = connection.prepare(sql);
    read.bind(0, orNull(filter.toUser))
        .bind(1, orNull(filter.state))
        .bind(2, orNull(filter.record))
        .bind(3, filter.limit);
    return allRows(connection, read, readTask);
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
