#include "outbox.h"
#include "rows.h"

namespace fw::store
{

namespace
{

constexpr const char* s_outboxColumns =
    "SELECT id, key, run, workflow, step, table_id, record, connector, message, to_user, address, language, subject,"
    " body, state, attempts, repeats, due, created_at, sent_at, words, reference, kind, in_doubt, branch_on_failure,"
    " answer, urgent, not_after, tried_at, manner, asking FROM fw_outbox";

std::vector<OutboxRow> readRows(Connection& connection, Statement& read)
{
    std::vector<OutboxRow> rows;
    while (connection.step(read)) {
        rows.push_back({read.integer(0),
                        read.text(1),
                        read.text(2),
                        read.text(3),
                        read.text(4),
                        read.text(5),
                        read.text(6),
                        read.text(7),
                        read.text(8),
                        read.text(9),
                        read.text(10),
                        read.text(11),
                        read.text(12),
                        read.text(13),
                        read.text(14),
                        static_cast<int>(read.integer(15)),
                        static_cast<int>(read.integer(16)),
                        instantOrNothing(read, 17),
                        read.integer(18),
                        instantOrNothing(read, 19),
                        read.text(20),
                        read.text(21),
                        read.text(22),
                        read.text(23),
                        read.integer(24) != 0,
                        read.text(25),
                        read.integer(26) != 0,
                        instantOrNothing(read, 27),
                        instantOrNothing(read, 28),
                        read.text(29),
                        read.integer(30) != 0});
    }
    return rows;
}

/// Connectors that have something pending: a hop from one to the next along the index.
QStringList waitingConnectors(Connection& connection, const QStringList& busy)
{
    QStringList waiting;
    for (QString after = QStringLiteral("");;) {
        Statement& read =
            connection.prepare("SELECT min(connector) FROM fw_outbox WHERE state = 'pending' AND connector > ?1");
        read.bind(0, after);
        QString next;
        while (connection.step(read))
            next = read.text(0);
        if (next.isEmpty())
            return waiting;
        if (!busy.contains(next))
            waiting << next;
        after = next;
    }
}

} // namespace

void enqueue(Connection& connection, const OutboxRow& row)
{
    Statement& insert = connection.prepare(
        "INSERT INTO fw_outbox (key, run, workflow, step, table_id, record, "
        "connector, message, to_user, address, language, subject, body,"
        " state, due, created_at, words, kind, in_doubt, branch_on_failure, urgent, not_after, manner)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
        " ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23) ON CONFLICT (key) DO NOTHING");
    insert.bind(0, row.key)
        .bind(1, orNull(row.run))
        .bind(2, orNull(row.workflow))
        .bind(3, orNull(row.step))
        .bind(4, orNull(row.table))
        .bind(5, orNull(row.record));
    insert.bind(6, row.connector)
        .bind(7, notNull(row.message))
        .bind(8, orNull(row.toUser))
        .bind(9, notNull(row.address))
        .bind(10, notNull(row.language));
    insert.bind(11, notNull(row.subject)).bind(12, notNull(row.body)).bind(13, row.state);
    bindInstant(insert, 14, row.due);
    insert.bind(15, row.createdAt).bind(16, notNull(row.words));
    insert.bind(17, row.kind).bind(18, notNull(row.inDoubt)).bind(19, row.branchOnFailure);
    insert.bind(20, row.urgent);
    bindInstant(insert, 21, row.notAfter);
    insert.bind(22, notNull(row.manner));
    finish(connection, insert);
}

std::vector<OutboxRow> firstDueMessages(Connection& connection, Instant now, const QStringList& busy)
{
    const QByteArray sql = QByteArray(s_outboxColumns) +
                           " WHERE state = 'pending' AND connector = ?1 AND due <= ?2 ORDER BY due, id LIMIT 1" +
                           connection.dialect().skipLocked();
    std::vector<OutboxRow> first;
    for (const QString& connector : waitingConnectors(connection, busy)) {
        Statement& read = connection.prepare(sql);
        read.bind(0, connector).bind(1, now);
        for (OutboxRow& row : readRows(connection, read))
            first.push_back(std::move(row));
    }
    std::sort(first.begin(), first.end(),
              [](const OutboxRow& a, const OutboxRow& b) { return std::pair(a.due, a.id) < std::pair(b.due, b.id); });
    return first;
}

void holdMessage(Connection& connection, qint64 id)
{
    if (const QByteArray hold = connection.dialect().holdMessage(); !hold.isEmpty())
        finish(connection, connection.prepare(hold).bind(0, id));
}

void letGoOfMessage(Connection& connection, qint64 id)
{
    if (const QByteArray letGo = connection.dialect().letGoOfMessage(); !letGo.isEmpty())
        finish(connection, connection.prepare(letGo).bind(0, id));
}

std::vector<OutboxRow> abandonedMessages(Connection& connection)
{
    Statement& read = connection.prepare(QByteArray(s_outboxColumns) + " WHERE state = 'sending'" +
                                         connection.dialect().andNobodyHolds() + " ORDER BY id");
    return readRows(connection, read);
}

std::vector<OutboxRow> messages(Connection& connection, const QString& record, int limit)
{
    static const QByteArray all = QByteArray(s_outboxColumns) + " ORDER BY id LIMIT ?1";
    static const QByteArray ofRecord = QByteArray(s_outboxColumns) + " WHERE record = ?2 ORDER BY id LIMIT ?1";
    Statement& read = connection.prepare(record.isEmpty() ? all : ofRecord);
    read.bind(0, limit);
    if (!record.isEmpty())
        read.bind(1, record);
    return readRows(connection, read);
}

std::optional<OutboxRow> findMessage(Connection& connection, const QString& key)
{
    static const QByteArray sql = QByteArray(s_outboxColumns) + " WHERE key = ?1";
    Statement& read = connection.prepare(sql);
    read.bind(0, key);
    std::vector<OutboxRow> rows = readRows(connection, read);
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

std::vector<OutboxRow> troubledMessages(Connection& connection, const QString& run, const QString& step)
{
    static const QByteArray sql =
        QByteArray(s_outboxColumns) + " WHERE run = ?1 AND step = ?2 AND state IN ('failed', 'in_doubt') ORDER BY id";
    Statement& read = connection.prepare(sql);
    read.bind(0, run).bind(1, step);
    return readRows(connection, read);
}

std::optional<Instant> nextMessageDue(Connection& connection, const QStringList& busy)
{
    std::optional<Instant> next;
    for (const QString& connector : waitingConnectors(connection, busy)) {
        Statement& read =
            connection.prepare("SELECT min(due) FROM fw_outbox WHERE state = 'pending' AND connector = ?1");
        read.bind(0, connector);
        while (connection.step(read)) {
            const std::optional<Instant> due = instantOrNothing(read, 0);
            if (due && (!next || *due < *next))
                next = due;
        }
    }
    return next;
}

void updateMessage(Connection& connection, const OutboxRow& row)
{
    Statement& update = connection.prepare(
        "UPDATE fw_outbox SET state = ?2, attempts = ?3, repeats = ?4, due = ?5, "
        "sent_at = ?6, words = ?7, reference = ?8, answer = ?9, tried_at = ?10, address = ?11, subject = ?12, "
        "body = ?13, asking = ?14 WHERE id = ?1");
    update.bind(0, row.id).bind(1, row.state).bind(2, row.attempts).bind(3, row.repeats);
    bindInstant(update, 4, row.due);
    bindInstant(update, 5, row.sentAt);
    update.bind(6, notNull(row.words)).bind(7, notNull(row.reference)).bind(8, notNull(row.answer));
    bindInstant(update, 9, row.triedAt);
    update.bind(10, notNull(row.address)).bind(11, notNull(row.subject)).bind(12, notNull(row.body));
    update.bind(13, row.asking);
    finish(connection, update);
}

std::optional<Instant> sentBefore(Connection& connection, const QString& connector, const QString& address, int count)
{
    Statement& read = connection.prepare("SELECT sent_at FROM fw_outbox WHERE connector = ?1 AND address = ?2 AND"
                                         " sent_at IS NOT NULL ORDER BY sent_at DESC LIMIT 1 OFFSET ?3");
    read.bind(0, connector).bind(1, notNull(address)).bind(2, count - 1);
    return firstRow(connection, read, [](const Statement& row) { return row.integer(0); });
}

std::optional<Instant> bucketFullAt(Connection& connection, const QString& connector)
{
    Statement& read = connection.prepare("SELECT full_at FROM fw_bucket WHERE connector = ?1");
    return firstRow(connection, read.bind(0, connector), [](const Statement& row) { return row.integer(0); });
}

void setBucketFullAt(Connection& connection, const QString& connector, Instant at)
{
    Statement& upsert = connection.prepare("INSERT INTO fw_bucket (connector, full_at) VALUES (?1, ?2)"
                                           " ON CONFLICT (connector) DO UPDATE SET full_at = excluded.full_at");
    finish(connection, upsert.bind(0, connector).bind(1, at));
}

bool messagesLate(Connection& connection, Instant until)
{
    Statement& read = connection.prepare("SELECT id FROM fw_outbox WHERE state = 'pending' AND due <= ?1 LIMIT 1");
    return firstRow(connection, read.bind(0, until), [](const Statement& row) { return row.integer(0); }).has_value();
}

qint64 cancelMessagesOf(Connection& connection, const QString& run)
{
    Statement& update =
        connection.prepare("UPDATE fw_outbox SET state = 'cancelled', due = NULL WHERE run = ?1 AND state = 'pending'");
    update.bind(0, run);
    finish(connection, update);
    return connection.changes();
}

} // namespace fw::store
