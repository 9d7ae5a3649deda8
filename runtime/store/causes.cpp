#include "causes.h"
#include "sqltext.h"

namespace fw::store
{

qint64 appendCause(Connection& connection, const CauseRow& cause)
{
    if (!cause.key.isEmpty()) {
        // A key that has expired but was not swept yet must not stand in the way of its new use.
        Statement& expired =
            connection.prepare("UPDATE fw_cause SET key = NULL, body_hash = NULL, reply = NULL WHERE key = ?1");
        expired.bind(0, cause.key);
        finish(connection, expired);
    }
    Statement& insert = connection.prepare("INSERT INTO fw_cause (key, body_hash, kind, \"user\", parent, root, depth, "
                                           "quiet, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING seq");
    insert.bind(0, orNull(cause.key))
        .bind(1, cause.hash)
        .bind(2, cause.kind)
        .bind(3, orNull(cause.user))
        .bind(4, cause.parent);
    insert.bind(5, cause.root).bind(6, cause.depth).bind(7, cause.quiet).bind(8, cause.at);
    return numberFrom(connection, insert);
}

void keepReply(Connection& connection, qint64 seq, const QByteArray& reply)
{
    Statement& update = connection.prepare("UPDATE fw_cause SET reply = ?2 WHERE seq = ?1");
    update.bind(0, seq).bind(1, QString::fromUtf8(reply));
    finish(connection, update);
}

std::optional<KeptReply> keptReply(Connection& connection, const QString& key, Instant oldest)
{
    Statement& read = connection.prepare("SELECT body_hash, reply FROM fw_cause WHERE key = ?1 AND at >= ?2");
    read.bind(0, key).bind(1, oldest);
    std::optional<KeptReply> kept;
    while (connection.step(read))
        kept = KeptReply{read.blob(0), read.text(1).toUtf8()};
    return kept;
}

} // namespace fw::store
