#include "auditlog.h"
#include "rows.h"

#include <QCryptographicHash>

namespace fw::store
{

namespace
{

AuditRow readAudit(const Statement& row)
{
    AuditRow audit;
    audit.seq = row.integer(0);
    if (!row.isNull(1))
        audit.position = row.integer(1);
    audit.at = row.integer(2);
    audit.cause = row.integer(3);
    audit.user = row.text(4);
    audit.kind = row.text(5);
    audit.table = row.text(6);
    audit.record = row.text(7);
    audit.version = row.integer(8);
    audit.digest = row.blob(9);
    audit.seal = row.blob(10);
    audit.link = row.blob(11);
    return audit;
}

} // namespace

QByteArray auditDigest(const AuditValues& values)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& part : {values.salt.toUtf8(), values.before, values.after, values.kept}) {
        hash.addData(part);
        hash.addData(QByteArrayView("\0", 1)); // so that no two lists of parts give the same bytes
    }
    return hash.result();
}

Result<void> appendAudit(Connection& connection, const Audit& audit)
{
    Statement& row = connection.prepare("INSERT INTO fw_audit (at, cause, \"user\", kind, table_id, record, version, "
                                        "digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING seq");
    row.bind(0, audit.at)
        .bind(1, audit.cause)
        .bind(3, QString::fromLatin1(audit.kind))
        .bind(4, audit.table)
        .bind(7, auditDigest({audit.salt, audit.before, audit.after, audit.kept}));
    if (!audit.user.isEmpty())
        row.bind(2, audit.user);
    if (!audit.record.isEmpty())
        row.bind(5, audit.record).bind(6, audit.version);
    const qint64 seq = numberFrom(connection, row);
    if (auto error = connection.takeError())
        return *error;
    Statement& values =
        connection.prepare("INSERT INTO fw_audit_value (audit, salt, before, after, kept) VALUES (?1, ?2, ?3, ?4, ?5)");
    values.bind(0, seq).bind(1, audit.salt);
    values.bind(2, QString::fromUtf8(audit.before))
        .bind(3, QString::fromUtf8(audit.after))
        .bind(4, QString::fromUtf8(audit.kept));
    return connection.run(values);
}

AuditHead auditHead(Connection& connection)
{
    Statement& read = connection.prepare(
        "SELECT position, seq, link FROM fw_audit WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1");
    return firstRow(connection, read,
                    [](const Statement& row) {
                        return AuditHead{row.integer(0), row.integer(1), row.blob(2)};
                    })
        .value_or(AuditHead());
}

std::vector<AuditRow> unsealedAudit(Connection& connection, const AuditHead& head, int limit)
{
    Statement& read = connection.prepare(
        "SELECT seq, position, at, cause, \"user\", kind, table_id, record, version, digest, seal, link "
        "FROM fw_audit WHERE position IS NULL AND seq > ?1 ORDER BY seq LIMIT ?2");
    read.bind(0, head.seq).bind(1, limit);
    return allRows(connection, read, readAudit);
}

void sealAudit(Connection& connection, const AuditRow& row)
{
    Statement& update = connection.prepare("UPDATE fw_audit SET position = ?2, seal = ?3, link = ?4 WHERE seq = ?1");
    update.bind(0, row.seq).bind(1, *row.position).bind(2, row.seal).bind(3, row.link);
    finish(connection, update);
}

void visitAudit(Connection& connection,
                const std::function<bool(const AuditRow&, const std::optional<AuditValues>&)>& visit)
{
    for (const char* part :
         {"WHERE a.position IS NOT NULL ORDER BY a.position, a.seq", "WHERE a.position IS NULL ORDER BY a.seq"}) {
        Statement& read = connection.prepare(
            QByteArray("SELECT a.seq, a.position, a.at, a.cause, a.\"user\", a.kind, a.table_id, a.record, a.version, "
                       "a.digest, a.seal, a.link, v.audit, v.salt, v.before, v.after, v.kept FROM fw_audit a LEFT JOIN "
                       "fw_audit_value v ON v.audit = a.seq ") +
            part);
        bool go = true;
        while (connection.step(read)) {
            std::optional<AuditValues> values;
            if (!read.isNull(12))
                values =
                    AuditValues{read.text(13), read.text(14).toUtf8(), read.text(15).toUtf8(), read.text(16).toUtf8()};
            go = go && visit(readAudit(read), values);
        }
        if (!go)
            return;
    }
}

Result<qint64> eraseAuditValues(Connection& connection, const Audit& erased)
{
    Statement& erase =
        connection.prepare("DELETE FROM fw_audit_value WHERE audit IN (SELECT seq FROM fw_audit WHERE record = ?1)");
    if (auto done = connection.run(erase.bind(0, erased.record)); !done)
        return done.error();
    const qint64 rows = connection.changes();
    if (auto done = appendAudit(connection, erased); !done)
        return done.error();
    return rows;
}

} // namespace fw::store
