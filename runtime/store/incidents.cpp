#include "incidents.h"
#include "rows.h"

namespace fw::store
{

namespace
{

constexpr const char* s_incidentColumns =
    "SELECT id, at, code, words, remedy, workflow, run, step, record, state FROM fw_incident";

Incident readIncident(const Statement& row)
{
    return {row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4),
            row.text(5),    row.text(6),    row.text(7), row.text(8), row.text(9) == QLatin1String("open")};
}

} // namespace

std::vector<Incident> openIncidents(Connection& connection)
{
    static const QByteArray sql = QByteArray(s_incidentColumns) + " WHERE state = 'open' ORDER BY id";
    return allRows(connection, connection.prepare(sql), readIncident);
}

std::optional<Incident> findIncident(Connection& connection, qint64 id)
{
    static const QByteArray sql = QByteArray(s_incidentColumns) + " WHERE id = ?1";
    return firstRow(connection, connection.prepare(sql).bind(0, id), readIncident);
}

void closeIncident(Connection& connection, qint64 id, Instant at, const QString& by, const QString& how)
{
    Statement& update =
        connection.prepare("UPDATE fw_incident SET state = 'closed', closed_at = ?2, closed_by = ?3, how = ?4"
                           " WHERE id = ?1 AND state = 'open'");
    finish(connection, update.bind(0, id).bind(1, at).bind(2, orNull(by)).bind(3, how));
}

void closeIncidentsOf(Connection& connection, const QString& run, Instant at, const QString& by, const QString& how)
{
    Statement& update =
        connection.prepare("UPDATE fw_incident SET state = 'closed', closed_at = ?2, closed_by = ?3, how = ?4"
                           " WHERE run = ?1 AND state = 'open'");
    finish(connection, update.bind(0, run).bind(1, at).bind(2, orNull(by)).bind(3, how));
}

bool isPaused(Connection& connection, const QString& workflow)
{
    Statement& read = connection.prepare("SELECT count(*) FROM fw_paused WHERE workflow = ?1");
    read.bind(0, workflow);
    return firstRow(connection, read, [](const Statement& row) { return row.integer(0); }).value_or(0) > 0;
}

void pause(Connection& connection, const QString& workflow, Instant at, qint64 incident)
{
    Statement& insert =
        connection.prepare("INSERT INTO fw_paused (workflow, at, incident) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
    insert.bind(0, workflow).bind(1, at).bind(2, incident);
    finish(connection, insert);
}

qint64 raiseIncident(Connection& connection, const Incident& incident)
{
    Statement& insert = connection.prepare("INSERT INTO fw_incident (at, code, words, remedy, workflow, run, step, "
                                           "record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING id");
    insert.bind(0, incident.at)
        .bind(1, incident.code)
        .bind(2, notNull(incident.words))
        .bind(3, notNull(incident.remedy));
    insert.bind(4, orNull(incident.workflow))
        .bind(5, orNull(incident.run))
        .bind(6, orNull(incident.step))
        .bind(7, orNull(incident.record));
    return numberFrom(connection, insert);
}

void closeIncidentsAt(Connection& connection, const QString& run, const QString& step, Instant at, const QString& by,
                      const QString& how)
{
    Statement& update =
        connection.prepare("UPDATE fw_incident SET state = 'closed', closed_at = ?3, closed_by = ?4, how = ?5"
                           " WHERE run = ?1 AND step = ?2 AND state = 'open'");
    finish(connection, update.bind(0, run).bind(1, step).bind(2, at).bind(3, orNull(by)).bind(4, how));
}

void closeIncidentsOfWorkflow(Connection& connection, const QString& workflow, Instant at, const QString& by,
                              const QString& how)
{
    Statement& update =
        connection.prepare("UPDATE fw_incident SET state = 'closed', closed_at = ?2, closed_by = ?3, how = ?4"
                           " WHERE workflow = ?1 AND run IS NULL AND state = 'open'");
    finish(connection, update.bind(0, workflow).bind(1, at).bind(2, orNull(by)).bind(3, how));
}

bool unpause(Connection& connection, const QString& workflow)
{
    Statement& remove = connection.prepare("DELETE FROM fw_paused WHERE workflow = ?1");
    finish(connection, remove.bind(0, workflow));
    return connection.changes() > 0;
}

QStringList pausedWorkflows(Connection& connection)
{
    QStringList ids;
    for (const QString& id : allRows(connection, connection.prepare("SELECT workflow FROM fw_paused ORDER BY workflow"),
                                     [](const Statement& row) { return row.text(0); }))
        ids << id;
    return ids;
}

} // namespace fw::store
