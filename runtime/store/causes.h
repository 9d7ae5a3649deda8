#pragma once
#include "connection.h"
#include "model/base/timing.h"

namespace fw::store
{

/// One row of fw_cause: the log of everything that happened.
struct CauseRow {
    QString kind;
    QString key;     ///< "" = none
    QByteArray hash; ///< of the body, with a key
    QString user;
    qint64 parent = 0;
    qint64 root = 0;
    int depth = 0;
    bool quiet = false;
    Instant at = 0;
};

/// The first answer to a key.
struct KeptReply {
    QByteArray hash;
    QByteArray reply; ///< JSON
};

/// Appends a cause; returns its seq. Errors stay in the connection.
qint64 appendCause(Connection& connection, const CauseRow& cause);
void keepReply(Connection& connection, qint64 seq, const QByteArray& reply);
/// The reply kept for a key since `oldest`; nothing when the key is new or has expired.
std::optional<KeptReply> keptReply(Connection& connection, const QString& key, Instant oldest);

} // namespace fw::store
