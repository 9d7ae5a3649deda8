#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <vector>

namespace fw::store
{

/// A trigger that works by time, as it was armed for the records there are.
struct Armed {
    QString workflow;
    QString trigger;
    QString spec; ///< what the trigger said then; another text means that it must be armed anew
    QString last; ///< of a schedule: the last local date it fired on, "2026-01-05"; "" = never
};

// Errors stay in the connection (takeError).
std::vector<Armed> armedTriggers(Connection& connection);
std::optional<Armed> findArmed(Connection& connection, const QString& workflow, const QString& trigger);
void saveArmed(Connection& connection, const Armed& armed);
void removeArmed(Connection& connection, const QString& workflow, const QString& trigger);

/// Work over the records of a table, done in batches: a timer of kind "job" (owner: its id) brings up the next one.
struct Job {
    QString id;
    QString kind; ///< "arm": timers of a trigger for the records there are; "enrol": runs for those it matches
    QString workflow;
    QString trigger;
    Instant due = 0;  ///< of "enrol": the time the trigger was due
    QString position; ///< cursor of the records not looked at yet; "" = from the start
    qint64 done = 0;  ///< records it did something for
    Instant startedAt = 0;
    qint64 cause = 0; ///< seq of the cause that asked for it
};
void saveJob(Connection& connection, const Job& job);
std::optional<Job> findJob(Connection& connection, const QString& id);
void removeJob(Connection& connection, const QString& id);
/// Ids of the jobs a trigger has.
QStringList jobsOf(Connection& connection, const QString& workflow, const QString& trigger);

} // namespace fw::store
