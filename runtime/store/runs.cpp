#include "runs.h"
#include "rows.h"

#include <QJsonDocument>

namespace fw::store
{

namespace
{

constexpr std::pair<Run::State, const char*> s_states[] = {
    {Run::State::Queued, "queued"},     {Run::State::Ready, "ready"}, {Run::State::Waiting, "waiting"},
    {Run::State::Incident, "incident"}, {Run::State::Done, "done"},   {Run::State::Stopped, "stopped"}};

QString stateName(Run::State state)
{
    for (const auto& [value, name] : s_states) {
        if (value == state)
            return QLatin1String(name);
    }
    return {};
}

Run::State stateOf(const QString& text)
{
    for (const auto& [value, name] : s_states) {
        if (text == QLatin1String(name))
            return value;
    }
    return Run::State::Incident;
}

constexpr const char* s_runColumns =
    "SELECT id, workflow, number, key, table_id, record, trigger_id, event, cause, root, depth, state, step,"
    " outcome, iteration, activations, due, enrolled_at, ended_at, reason, event_at, parent, path, memory, entered_at"
    " FROM fw_run";

Run readRun(const Statement& row)
{
    Run run;
    run.id = row.text(0);
    run.workflow = row.text(1);
    run.number = static_cast<int>(row.integer(2));
    run.key = row.text(3);
    run.table = row.text(4);
    run.record = row.text(5);
    run.trigger = row.text(6);
    run.event = row.integer(7);
    run.cause = row.integer(8);
    run.root = row.integer(9);
    run.depth = static_cast<int>(row.integer(10));
    run.state = stateOf(row.text(11));
    run.step = row.text(12);
    run.outcome = row.text(13);
    run.iteration = static_cast<int>(row.integer(14));
    run.activations = static_cast<int>(row.integer(15));
    run.due = instantOrNothing(row, 16);
    run.enrolledAt = row.integer(17);
    run.endedAt = instantOrNothing(row, 18);
    run.reason = row.text(19);
    run.eventAt = row.integer(20);
    run.parent = row.text(21);
    run.path = row.text(22);
    if (const QString memory = row.text(23); !memory.isEmpty())
        run.memory = QJsonDocument::fromJson(memory.toUtf8()).object();
    run.enteredAt = row.integer(24);
    return run;
}

QString memoryText(const Run& run)
{
    return run.memory.isEmpty() ? QStringLiteral("")
                                : QString::fromUtf8(QJsonDocument(run.memory).toJson(QJsonDocument::Compact));
}

std::vector<Run> readRuns(Connection& connection, Statement& read)
{
    std::vector<Run> runs;
    while (connection.step(read))
        runs.push_back(readRun(read));
    return runs;
}

} // namespace

void insertRun(Connection& connection, const Run& run)
{
    Statement& insert = connection.prepare(
        "INSERT INTO fw_run (id, workflow, number, key, table_id, record, trigger_id, event, cause, root, depth, "
        "state, step, outcome,"
        " iteration, activations, due, enrolled_at, ended_at, reason, event_at, parent, path, memory, entered_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,"
        " ?23, ?24, ?25)");
    insert.bind(0, run.id)
        .bind(1, run.workflow)
        .bind(2, run.number)
        .bind(3, run.key)
        .bind(4, run.table)
        .bind(5, run.record);
    insert.bind(6, notNull(run.trigger)).bind(7, run.event).bind(8, run.cause).bind(9, run.root).bind(10, run.depth);
    insert.bind(11, stateName(run.state))
        .bind(12, notNull(run.step))
        .bind(13, notNull(run.outcome))
        .bind(14, run.iteration)
        .bind(15, run.activations);
    bindInstant(insert, 16, run.due);
    insert.bind(17, run.enrolledAt);
    bindInstant(insert, 18, run.endedAt);
    insert.bind(19, orNull(run.reason)).bind(20, run.eventAt);
    insert.bind(21, orNull(run.parent)).bind(22, notNull(run.path)).bind(23, memoryText(run)).bind(24, run.enteredAt);
    finish(connection, insert);
}

void updateRun(Connection& connection, const Run& run)
{
    Statement& update = connection.prepare(
        "UPDATE fw_run SET state = ?2, step = ?3, outcome = ?4, iteration = ?5, activations = ?6, due = ?7,"
        " ended_at = ?8, reason = ?9, enrolled_at = ?10, memory = ?11, entered_at = ?12 WHERE id = ?1");
    update.bind(0, run.id)
        .bind(1, stateName(run.state))
        .bind(2, notNull(run.step))
        .bind(3, notNull(run.outcome))
        .bind(4, run.iteration)
        .bind(5, run.activations);
    bindInstant(update, 6, run.due);
    bindInstant(update, 7, run.endedAt);
    update.bind(8, orNull(run.reason)).bind(9, run.enrolledAt).bind(10, memoryText(run)).bind(11, run.enteredAt);
    finish(connection, update);
}

std::optional<Run> findRun(Connection& connection, const QString& id)
{
    static const QByteArray sql = QByteArray(s_runColumns) + " WHERE id = ?1";
    Statement& read = connection.prepare(sql);
    read.bind(0, id);
    std::vector<Run> runs = readRuns(connection, read);
    return runs.empty() ? std::nullopt : std::optional(runs.front());
}

std::vector<Run> liveRunsOf(Connection& connection, const QString& record)
{
    static const QByteArray sql =
        QByteArray(s_runColumns) + " WHERE record = ?1 AND ended_at IS NULL ORDER BY cause, id";
    Statement& read = connection.prepare(sql);
    read.bind(0, record);
    return readRuns(connection, read);
}

std::vector<Run> liveRunsOf(Connection& connection, const QString& workflow, const QString& key)
{
    static const QByteArray sql =
        QByteArray(s_runColumns) + " WHERE workflow = ?1 AND key = ?2 AND ended_at IS NULL ORDER BY cause, id";
    Statement& read = connection.prepare(sql);
    read.bind(0, workflow).bind(1, key);
    return readRuns(connection, read);
}

std::vector<Run> runsOf(Connection& connection, const QString& workflow, const QString& record, int limit)
{
    static const QByteArray sql =
        QByteArray(s_runColumns) +
        " WHERE workflow = ?1 AND (?2 = '' OR record = ?2) ORDER BY enrolled_at, cause, id LIMIT ?3";
    Statement& read = connection.prepare(sql);
    read.bind(0, workflow).bind(1, notNull(record)).bind(2, limit);
    return readRuns(connection, read);
}

std::vector<Run> childrenOf(Connection& connection, const QString& parent)
{
    static const QByteArray sql =
        QByteArray(s_runColumns) + " WHERE parent = ?1 AND ended_at IS NULL ORDER BY cause, id";
    Statement& read = connection.prepare(sql);
    read.bind(0, parent);
    return readRuns(connection, read);
}

void detachChildren(Connection& connection, const QString& parent)
{
    Statement& update = connection.prepare("UPDATE fw_run SET parent = NULL WHERE parent = ?1 AND ended_at IS NULL");
    update.bind(0, parent);
    finish(connection, update);
}

QMap<QString, int> liveRunCounts(Connection& connection)
{
    QMap<QString, int> counts;
    Statement& read =
        connection.prepare("SELECT workflow, count(*) FROM fw_run WHERE ended_at IS NULL GROUP BY workflow");
    while (connection.step(read))
        counts.insert(read.text(0), static_cast<int>(read.integer(1)));
    return counts;
}

std::optional<Instant> lastEnrolment(Connection& connection, const QString& workflow, const QString& key)
{
    Statement& read = connection.prepare("SELECT max(enrolled_at) FROM fw_run WHERE workflow = ?1 AND key = ?2");
    read.bind(0, workflow).bind(1, key);
    std::optional<Instant> last;
    while (connection.step(read))
        last = instantOrNothing(read, 0);
    return last;
}

int enrolmentsSince(Connection& connection, const QString& workflow, const QString& key, Instant since)
{
    Statement& read =
        connection.prepare("SELECT count(*) FROM fw_run WHERE workflow = ?1 AND key = ?2 AND enrolled_at > ?3");
    read.bind(0, workflow).bind(1, key).bind(2, since);
    return static_cast<int>(numberFrom(connection, read));
}

int runsFromRoot(Connection& connection, qint64 root, int most)
{
    Statement& read = connection.prepare(
        "SELECT count(*) FROM (SELECT 1 FROM fw_run WHERE root = ?1 AND depth > 1 LIMIT ?2) AS runs");
    read.bind(0, root).bind(1, most);
    return static_cast<int>(numberFrom(connection, read));
}

QStringList readyRuns(Connection& connection, int limit)
{
    Statement& read = connection.prepare("SELECT id FROM fw_run WHERE state = 'ready' ORDER BY cause, id LIMIT ?1");
    read.bind(0, limit);
    QStringList runs;
    while (connection.step(read))
        runs << read.text(0);
    return runs;
}

std::vector<StepCount> liveRunsPerStep(Connection& connection)
{
    Statement& read = connection.prepare("SELECT workflow, number, step, count(*) FROM fw_run WHERE ended_at IS NULL"
                                         " GROUP BY workflow, number, step ORDER BY workflow, number, step");
    return allRows(connection, read, [](const Statement& row) {
        return StepCount{row.text(0), static_cast<int>(row.integer(1)), row.text(2), row.integer(3)};
    });
}

std::vector<Run> liveRunsAfter(Connection& connection, const QString& id, int limit)
{
    static const QByteArray sql = QByteArray(s_runColumns) + " WHERE id > ?1 AND ended_at IS NULL ORDER BY id LIMIT ?2";
    Statement& read = connection.prepare(sql);
    read.bind(0, notNull(id)).bind(1, limit);
    return readRuns(connection, read);
}

void pinRun(Connection& connection, const QString& id, int number)
{
    Statement& update = connection.prepare("UPDATE fw_run SET number = ?2 WHERE id = ?1");
    finish(connection, update.bind(0, id).bind(1, number));
}

void trace(Connection& connection, const QString& run, Instant at, qint64 cause, const QString& step,
           const QString& kind, const QJsonObject& data)
{
    Statement& insert =
        connection.prepare("INSERT INTO fw_trace (run, at, cause, step, kind, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    insert.bind(0, run).bind(1, at).bind(2, cause).bind(3, notNull(step)).bind(4, kind);
    insert.bind(5, QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact)));
    finish(connection, insert);
}

std::vector<TraceRow> traceOf(Connection& connection, const QString& run)
{
    Statement& read = connection.prepare("SELECT at, cause, step, kind, data FROM fw_trace WHERE run = ?1 ORDER BY id");
    read.bind(0, run);
    std::vector<TraceRow> rows;
    while (connection.step(read))
        rows.push_back({read.integer(0), read.integer(1), read.text(2), read.text(3),
                        QJsonDocument::fromJson(read.text(4).toUtf8()).object()});
    return rows;
}

bool isDisarmed(Connection& connection, const QString& workflow, const QString& trigger, const QString& record)
{
    Statement& read =
        connection.prepare("SELECT count(*) FROM fw_disarmed WHERE record = ?1 AND workflow = ?2 AND trigger_id = ?3");
    read.bind(0, record).bind(1, workflow).bind(2, trigger);
    return numberFrom(connection, read) > 0;
}

void setDisarmed(Connection& connection, const QString& workflow, const QString& trigger, const QString& record,
                 bool disarmed)
{
    Statement& write = connection.prepare(
        disarmed ? "INSERT INTO fw_disarmed (record, workflow, trigger_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
                 : "DELETE FROM fw_disarmed WHERE record = ?1 AND workflow = ?2 AND trigger_id = ?3");
    write.bind(0, record).bind(1, workflow).bind(2, trigger);
    finish(connection, write);
}

int countCrash(Connection& connection, const QString& run)
{
    Statement& update = connection.prepare("UPDATE fw_run SET crashes = crashes + 1 WHERE id = ?1");
    finish(connection, update.bind(0, run));
    Statement& read = connection.prepare("SELECT crashes FROM fw_run WHERE id = ?1");
    read.bind(0, run);
    return static_cast<int>(numberFrom(connection, read));
}

void forgetCrashes(Connection& connection, const QString& run)
{
    Statement& update = connection.prepare("UPDATE fw_run SET crashes = 0 WHERE id = ?1 AND crashes > 0");
    finish(connection, update.bind(0, run));
}

} // namespace fw::store
