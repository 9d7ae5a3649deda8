#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <QJsonObject>

namespace fw::store
{

/// One run of a workflow for one subject.
struct Run {
    enum class State { Queued, Ready, Waiting, Incident, Done, Stopped };
    QString id;
    QString workflow;
    int number = 0; ///< the published definition it began on
    QString key;    ///< enrolment key: the subject's id, or what the workflow's key expression gave
    QString table;
    QString record;
    QString trigger;
    qint64 event = 0;    ///< seq of the event that enrolled it, 0 = none
    Instant eventAt = 0; ///< and its time
    qint64 cause = 0;    ///< seq of the causing row
    qint64 root = 0;
    int depth = 1; ///< of its activations' causes
    State state = State::Ready;
    QString step;    ///< the next step, or the one it waits at; "" = before the first
    QString outcome; ///< how the wait it is to leave ended: "happened" | "timeout"; "" = not left
    int iteration = 0;
    int activations = 0;
    std::optional<Instant> due; ///< of the wait
    Instant enrolledAt = 0;
    std::optional<Instant> endedAt;
    QString reason;        ///< why it ended or was parked
    QString parent;        ///< the run that started it and may wait for its end; "" = none
    QString path;          ///< the branch of the parent that it walks, "step/branch"; "" = the whole workflow
    QJsonObject memory;    ///< results of steps, position in for-each loops (automation/memory.h)
    Instant enteredAt = 0; ///< when it came to the step it waits at
    bool live() const { return !endedAt; }
};

// Errors stay in the connection (takeError).
void insertRun(Connection& connection, const Run& run);
/// State, step, outcome, iteration, activations, due, enrolment, end, reason, memory and entry.
void updateRun(Connection& connection, const Run& run);
std::optional<Run> findRun(Connection& connection, const QString& id);
std::vector<Run> liveRunsOf(Connection& connection, const QString& record); ///< in order of enrolment
std::vector<Run> liveRunsOf(Connection& connection, const QString& workflow, const QString& key);
/// All runs of a workflow, ended ones included, in order of enrolment; `record` "" = of any record.
std::vector<Run> runsOf(Connection& connection, const QString& workflow, const QString& record, int limit = 10000);
std::vector<Run> childrenOf(Connection& connection, const QString& parent); ///< live ones
void detachChildren(Connection& connection, const QString& parent);         ///< nobody waits for their end any longer
QMap<QString, int> liveRunCounts(Connection& connection);                   ///< by workflow; only those that have some
std::optional<Instant> lastEnrolment(Connection& connection, const QString& workflow, const QString& key);
int enrolmentsSince(Connection& connection, const QString& workflow, const QString& key, Instant since);
/// Runs that came from other runs' doings and go back to one cause from outside; counted up to `most`.
int runsFromRoot(Connection& connection, qint64 root, int most);
/// Runs enrolled or resumed whose activation was not committed (limit of one batch, crash), in cause order.
QStringList readyRuns(Connection& connection, int limit);

/// How many live runs stand at which step, by workflow and definition number; "" = before the first step.
struct StepCount {
    QString workflow;
    int number = 0;
    QString step;
    qint64 runs = 0;
};
std::vector<StepCount> liveRunsPerStep(Connection& connection);
/// Live runs by id, those after `id`: for work in batches.
std::vector<Run> liveRunsAfter(Connection& connection, const QString& id, int limit);
/// A run goes on by another published definition.
void pinRun(Connection& connection, const QString& id, int number);

void trace(Connection& connection, const QString& run, Instant at, qint64 cause, const QString& step,
           const QString& kind, const QJsonObject& data = {});
struct TraceRow {
    Instant at = 0;
    qint64 cause = 0;
    QString step;
    QString kind;
    QJsonObject data;
};
std::vector<TraceRow> traceOf(Connection& connection, const QString& run);

// A score trigger that has fired stays disarmed until the score falls below its threshold less the hysteresis.
bool isDisarmed(Connection& connection, const QString& workflow, const QString& trigger, const QString& record);
void setDisarmed(Connection& connection, const QString& workflow, const QString& trigger, const QString& record,
                 bool disarmed);

/// A run is about to be tried again after the program ended in the middle of it; how often that has happened at this step.
int countCrash(Connection& connection, const QString& run);
/// The step is behind the run.
void forgetCrashes(Connection& connection, const QString& run);
void pause(Connection& connection, const QString& workflow, Instant at, qint64 incident);

} // namespace fw::store
