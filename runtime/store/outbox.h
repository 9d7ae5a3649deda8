#pragma once
#include "connection.h"
#include "model/base/timing.h"

namespace fw::store
{

/// One debt to the outside: a message to one recipient.
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
    QString state = QStringLiteral("pending"); ///< pending | sending | sent | failed | in_doubt | cancelled
    int attempts = 0;
    int repeats = 0;            ///< sent again after doubt
    std::optional<Instant> due; ///< of the next attempt
    Instant createdAt = 0;
    std::optional<Instant> sentAt;
    QString words; ///< the last answer of the outside
    QString reference;
};

// Errors stay in the connection (takeError).
/// Adds a row; a key that is there already changes nothing (an activation repeated after a crash).
void enqueue(Connection& connection, const OutboxRow& row);
std::vector<OutboxRow> dueMessages(Connection& connection, Instant now, int limit);
std::vector<OutboxRow> messagesInState(Connection& connection, const QString& state);
/// Messages owed or sent, oldest first.
std::vector<OutboxRow> messages(Connection& connection, const QString& record = {}, int limit = 10000);
std::optional<Instant> nextMessageDue(Connection& connection);
void updateMessage(Connection& connection,
                   const OutboxRow& row); ///< state, attempts, repeats, due, sentAt, words, reference
/// Cancels what of a run was not handed to a connector yet; returns how many.
qint64 cancelMessagesOf(Connection& connection, const QString& run);

} // namespace fw::store
