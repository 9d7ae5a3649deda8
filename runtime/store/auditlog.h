#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <functional>

/// The rows of the audit chain (semantics.md, "Audit"). What a seal is made of is said in runtime/audit.
namespace fw::store
{

/// One audit row; its values (compact JSON) stand apart under a salt so that they can be erased. `kept`: what a merge did
/// not overwrite.
struct Audit {
    qint64 cause = 0;
    QString user;
    const char* kind = "updated"; ///< created | updated | merged | deleted | restored | imported | erased …
    QString table, record;
    qint64 version = 0;
    Instant at = 0;
    QString salt;
    QByteArray before, after, kept;
};
/// Inserts the row in the causing transaction, not sealed yet.
Result<void> appendAudit(Connection& connection, const Audit& audit);

/// An audit row as it lies in the store.
struct AuditRow {
    qint64 seq = 0;
    std::optional<qint64> position; ///< in the chain, from 1; nothing: not sealed yet
    Instant at = 0;
    qint64 cause = 0;
    QString user, kind, table, record;
    qint64 version = 0;
    QByteArray digest; ///< SHA-256 of salt and values
    QByteArray seal, link;
};

/// The values of a row, when they have not been erased.
struct AuditValues {
    QString salt;
    QByteArray before, after, kept;
};
/// The digest that an audit row with these values holds.
QByteArray auditDigest(const AuditValues& values);

/// The last sealed row of a chain.
struct AuditHead {
    qint64 position = 0; ///< 0: nothing is sealed yet
    qint64 seq = 0;
    QByteArray link;
};
AuditHead auditHead(Connection& connection);
/// Rows behind the head that are not sealed yet, in order, at most `limit`.
std::vector<AuditRow> unsealedAudit(Connection& connection, const AuditHead& head, int limit);
/// Writes position, seal and link of a row. Errors stay in the connection.
void sealAudit(Connection& connection, const AuditRow& row);

/// Every row with its values, the sealed ones first in the order of the chain, then the others in the order of insertion.
/// Ends early when `visit` returns false. Errors stay in the connection.
void visitAudit(Connection& connection,
                const std::function<bool(const AuditRow&, const std::optional<AuditValues>&)>& visit);

/// Erases salts and values of all audit rows about a record, after an audit row that says so ("erased"). The chain stays
/// valid. Gives the number of rows whose values went.
Result<qint64> eraseAuditValues(Connection& connection, const Audit& erased);

} // namespace fw::store
