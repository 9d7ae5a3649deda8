#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <QStringList>

#include <vector>

namespace fw::store
{

/// Something a person must look at.
struct Incident {
    qint64 id = 0;
    Instant at = 0;
    QString code;
    QString words;
    QString remedy;
    QString workflow, run, step, record;
    bool open = true;
};
qint64 raiseIncident(Connection& connection, const Incident& incident);
std::vector<Incident> openIncidents(Connection& connection);
std::optional<Incident> findIncident(Connection& connection, qint64 id);
/// Closes an open incident: by whom, and how ("retried", "skipped", "released" …).
void closeIncident(Connection& connection, qint64 id, Instant at, const QString& by, const QString& how);
/// Closes all open incidents of a run.
void closeIncidentsOf(Connection& connection, const QString& run, Instant at, const QString& by, const QString& how);
/// The same for those of one step of it.
void closeIncidentsAt(Connection& connection, const QString& run, const QString& step, Instant at, const QString& by,
                      const QString& how);
/// Closes what stands between a workflow and its going on: its incidents that are about no run.
void closeIncidentsOfWorkflow(Connection& connection, const QString& workflow, Instant at, const QString& by,
                              const QString& how);

// A workflow that went round in circles is paused until a person lets it go on.
bool isPaused(Connection& connection, const QString& workflow);
/// Lets a paused workflow start again; false when it was not paused.
bool unpause(Connection& connection, const QString& workflow);
QStringList pausedWorkflows(Connection& connection);

} // namespace fw::store
