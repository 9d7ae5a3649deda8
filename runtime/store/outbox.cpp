#include "outbox.h"
#include "sqltext.h"

namespace fw::store
{

namespace
{

constexpr const char* s_columns =
    "SELECT id, key, run, workflow, step, table_id, record, connector, message, to_user, address, language, subject,"
    " body, state, attempts, repeats, due, created_at, sent_at, words, reference FROM fw_outbox";

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
                        read.text(21)});
    }
    return rows;
}

} // namespace

void enqueue(Connection& connection, const OutboxRow& row)
{
    Statement& insert = connection.prepare("INSERT INTO fw_outbox (key, run, workflow, step, table_id, record, "
                                           "connector, message, to_user, address, language, subject, body,"
                                           " state, due, created_at, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
                                           "?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17) ON CONFLICT (key) DO NOTHING");
    insert.bind(0, row.key)
        .bind(1, orNull(row.run))
        .bind(2, orNull(row.workflow))
        .bind(3, orNull(row.step))
        .bind(4, orNull(row.table))
        .bind(5, orNull(row.record));
    insert.bind(6, row.connector)
        .bind(7, row.message)
        .bind(8, orNull(row.toUser))
        .bind(9, notNull(row.address))
        .bind(10, notNull(row.language));
    insert.bind(11, notNull(row.subject)).bind(12, notNull(row.body)).bind(13, row.state);
    bindInstant(insert, 14, row.due);
    insert.bind(15, row.createdAt).bind(16, notNull(row.words));
    finish(connection, insert);
}

std::vector<OutboxRow> dueMessages(Connection& connection, Instant now, int limit)
{
    static const QByteArray sql =
        QByteArray(s_columns) + " WHERE state = 'pending' AND due <= ?1 ORDER BY due, id LIMIT ?2";
    Statement& read = connection.prepare(sql);
    read.bind(0, now).bind(1, limit);
    return readRows(connection, read);
}

std::vector<OutboxRow> messagesInState(Connection& connection, const QString& state)
{
    static const QByteArray sql = QByteArray(s_columns) + " WHERE state = ?1 ORDER BY id";
    Statement& read = connection.prepare(sql);
    read.bind(0, state);
    return readRows(connection, read);
}

std::vector<OutboxRow> messages(Connection& connection, const QString& record, int limit)
{
    static const QByteArray all = QByteArray(s_columns) + " ORDER BY id LIMIT ?1";
    static const QByteArray ofRecord = QByteArray(s_columns) + " WHERE record = ?2 ORDER BY id LIMIT ?1";
    Statement& read = connection.prepare(record.isEmpty() ? all : ofRecord);
    read.bind(0, limit);
    if (!record.isEmpty())
        read.bind(1, record);
    return readRows(connection, read);
}

std::optional<Instant> nextMessageDue(Connection& connection)
{
    Statement& read = connection.prepare("SELECT min(due) FROM fw_outbox WHERE state = 'pending'");
    std::optional<Instant> due;
    while (connection.step(read))
        due = instantOrNothing(read, 0);
    return due;
}

void updateMessage(Connection& connection, const OutboxRow& row)
{
    Statement& update = connection.prepare("UPDATE fw_outbox SET state = ?2, attempts = ?3, repeats = ?4, due = ?5, "
                                           "sent_at = ?6, words = ?7, reference = ?8 WHERE id = ?1");
    update.bind(0, row.id).bind(1, row.state).bind(2, row.attempts).bind(3, row.repeats);
    bindInstant(update, 4, row.due);
    bindInstant(update, 5, row.sentAt);
    update.bind(6, notNull(row.words)).bind(7, notNull(row.reference));
    finish(connection, update);
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
