#pragma once
#include "connection.h"
#include "model/base/timing.h"

namespace fw::store
{

/// One debt to the outside: a message to one recipient, or an HTTP call whose answer a run waits for.
struct OutboxRow {
    qint64 id = 0;
    QString key; ///< run:step:iteration:recipient, constant over retries
    QString run, workflow, step;
    QString table, record;
    QString connector;
    QString message; ///< id of the message text
    QString toUser;  ///< set for internal notices
    QString address; ///< "" = the connector's own (a robot's group)
    QString language;
    QString subject, body;
    QString state = QStringLiteral("pending"); ///< pending | sending | sent | failed | in_doubt | cancelled | expired
    int attempts = 0;
    int repeats = 0;            ///< sent again after doubt
    std::optional<Instant> due; ///< of the next attempt
    Instant createdAt = 0;
    std::optional<Instant> sentAt;
    QString words; ///< the last answer of the outside
    QString reference;
    QString kind = QStringLiteral("message"); ///< message | http (then `subject` is method and path, `body` JSON)
    QString inDoubt;                 ///< "resend" | "ask" when it is not known whether it went out; "" = by what it is
    bool branchOnFailure = false;    ///< of http: the run goes on by its own branch when it failed
    QString answer;                  ///< of http: JSON {status, body, error}
    bool urgent = false;             ///< goes out in quiet hours too
    std::optional<Instant> notAfter; ///< held back longer than this it is dropped ("expired")
    std::optional<Instant> triedAt;  ///< the first attempt
    QString manner;                  ///< what the channel needs beside the text (connectors::Manner)
    bool asking = false;             ///< the receiver is asked what became of the last attempt before anything is sent
};

// Errors stay in the connection (takeError).
/// Adds a row; a key that is there already changes nothing (an activation repeated after a crash).
void enqueue(Connection& connection, const OutboxRow& row);
/// The first due message of every connector not in `busy`, the longest overdue first, none that another runtime is claiming;
/// inside a commit. However many wait for a connector, it costs one look at each.
std::vector<OutboxRow> firstDueMessages(Connection& connection, Instant now, const QStringList& busy = {});
/// Holds a message against abandonedMessages() until letGoOfMessage(), or until this connection ends, however it ends.
void holdMessage(Connection& connection, qint64 id);
void letGoOfMessage(Connection& connection, qint64 id);
/// Messages that were being sent when their runtime ended; inside a commit. Those that this connection itself holds count
/// among them: ask when it holds none.
std::vector<OutboxRow> abandonedMessages(Connection& connection);
/// Messages owed or sent, oldest first.
std::vector<OutboxRow> messages(Connection& connection, const QString& record = {}, int limit = 10000);
std::optional<OutboxRow> findMessage(Connection& connection, const QString& key);
/// Messages of a step that failed or are in doubt.
std::vector<OutboxRow> troubledMessages(Connection& connection, const QString& run, const QString& step);
/// When the next message is due of a connector not in `busy`.
std::optional<Instant> nextMessageDue(Connection& connection, const QStringList& busy = {});
void updateMessage(Connection& connection,
                   const OutboxRow& row); ///< what changes after it was enqueued
/// When the message to this address was sent that is the `count`-th from the newest; nothing when there are fewer.
std::optional<Instant> sentBefore(Connection& connection, const QString& connector, const QString& address, int count);
/// When the token bucket of a channel would be full again.
std::optional<Instant> bucketFullAt(Connection& connection, const QString& connector);
void setBucketFullAt(Connection& connection, const QString& connector, Instant at);
/// Whether a message that was due at or before `until` has not been tried yet.
bool messagesLate(Connection& connection, Instant until);
/// Cancels what of a run was not handed to a connector yet; returns how many.
qint64 cancelMessagesOf(Connection& connection, const QString& run);

} // namespace fw::store
