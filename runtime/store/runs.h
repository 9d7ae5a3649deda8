#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <QJsonObject>

namespace fw::store
{

/// One run of a workflow for one subject.
struct Run {
    enum class State { Ready, Waiting, Incident, Done, Stopped };
    QString id;
    QString workflow;
    int number = 0; ///< the published definition it began on
    QString key;    ///< enrolment key: the subject's id
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
    QString reason; ///< why it ended or was parked
    bool live() const { return !endedAt; }
};

// Errors stay in the connection (takeError).
void insertRun(Connection& connection, const Run& run);
void updateRun(Connection& connection, const Run& run); ///< state, step, outcome, activations, due, end and reason
std::optional<Run> findRun(Connection& connection, const QString& id);
std::vector<Run> liveRunsOf(Connection& connection, const QString& record); ///< in order of enrolment
std::vector<Run> liveRunsOf(Connection& connection, const QString& workflow, const QString& key);
std::optional<Instant> lastEnrolment(Connection& connection, const QString& workflow, const QString& key);
int enrolmentsSince(Connection& connection, const QString& workflow, const QString& key, Instant since);
/// Runs that came from other runs' doings and go back to one cause from outside; counted up to `most`.
int runsFromRoot(Connection& connection, qint64 root, int most);
/// Runs enrolled or resumed whose activation was not committed (limit of one batch, crash), in cause order.
QStringList readyRuns(Connection& connection, int limit);

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

bool isPaused(Connection& connection, const QString& workflow);
void pause(Connection& connection, const QString& workflow, Instant at, qint64 incident);

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

} // namespace fw::store
