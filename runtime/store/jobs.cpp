#include "jobs.h"
#include "rows.h"

namespace fw::store
{

namespace
{

Armed readArmed(const Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

} // namespace

std::vector<Armed> armedTriggers(Connection& connection)
{
    return allRows(connection, connection.prepare("SELECT workflow, trigger_id, spec, last FROM fw_armed"), readArmed);
}

std::optional<Armed> findArmed(Connection& connection, const QString& workflow, const QString& trigger)
{
    Statement& read = connection.prepare(
        "SELECT workflow, trigger_id, spec, last FROM fw_armed WHERE workflow = ?1 AND trigger_id = ?2");
    return firstRow(connection, read.bind(0, notNull(workflow)).bind(1, trigger), readArmed);
}

void saveArmed(Connection& connection, const Armed& armed)
{
    Statement& upsert = connection.prepare(
        "INSERT INTO fw_armed (workflow, trigger_id, spec, last) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (workflow, trigger_id) DO UPDATE SET spec = excluded.spec, last = excluded.last");
    upsert.bind(0, notNull(armed.workflow))
        .bind(1, armed.trigger)
        .bind(2, notNull(armed.spec))
        .bind(3, notNull(armed.last));
    finish(connection, upsert);
}

void removeArmed(Connection& connection, const QString& workflow, const QString& trigger)
{
    Statement& remove = connection.prepare("DELETE FROM fw_armed WHERE workflow = ?1 AND trigger_id = ?2");
    finish(connection, remove.bind(0, workflow).bind(1, trigger));
}

void saveJob(Connection& connection, const Job& job)
{
    Statement& upsert =
        connection.prepare("INSERT INTO fw_job (id, kind, workflow, trigger_id, due, position, done, started_at, cause)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                           " ON CONFLICT (id) DO UPDATE SET position = excluded.position, done = excluded.done");
    upsert.bind(0, job.id).bind(1, job.kind).bind(2, notNull(job.workflow)).bind(3, job.trigger).bind(4, job.due);
    upsert.bind(5, notNull(job.position)).bind(6, job.done).bind(7, job.startedAt).bind(8, job.cause);
    finish(connection, upsert);
}

std::optional<Job> findJob(Connection& connection, const QString& id)
{
    Statement& read = connection.prepare("SELECT id, kind, workflow, trigger_id, due, position, done, started_at, cause"
                                         " FROM fw_job WHERE id = ?1");
    return firstRow(connection, read.bind(0, id), [](const Statement& row) {
        return Job{row.text(0), row.text(1),    row.text(2),    row.text(3),   row.integer(4),
                   row.text(5), row.integer(6), row.integer(7), row.integer(8)};
    });
}

void removeJob(Connection& connection, const QString& id)
{
    Statement& remove = connection.prepare("DELETE FROM fw_job WHERE id = ?1");
    finish(connection, remove.bind(0, id));
}

QStringList jobsOf(Connection& connection, const QString& workflow, const QString& trigger)
{
    Statement& read = connection.prepare("SELECT id FROM fw_job WHERE workflow = ?1 AND trigger_id = ?2 ORDER BY id");
    QStringList ids;
    for (const QString& id :
         allRows(connection, read.bind(0, workflow).bind(1, trigger), [](const Statement& row) { return row.text(0); }))
        ids << id;
    return ids;
}

} // namespace fw::store
