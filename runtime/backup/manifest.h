#pragma once
#include "runtime/store/auditlog.h"
#include "runtime/store/snapshot_sqlite.h"

namespace fw::backup
{

/// Why a backup was made; part of its file's name.
enum class Reason { ByHand, Scheduled, BeforePublish, BeforeRestore };
QString nameOf(Reason reason); ///< "by-hand", "scheduled", "publish", "restore"
std::optional<Reason> reasonOf(const QString& name);

/// What a backup says about itself: enough to compare every table with it.
struct Manifest {
    QString storeId;
    QString app;       ///< id of the published app; "" when there is none
    int published = 0; ///< its number
    Instant at = 0;
    Reason reason = Reason::ByHand;
    qint64 bytes = 0; ///< of the database
    QByteArray sha256;
    store::StoreDigest digest;
    store::AuditHead audit; ///< the head of the audit chain: what it has to hold for ever after
    QByteArray toJson() const;
    /// Errors: backup.damaged, backup.newer.
    static Result<Manifest> fromJson(const QByteArray& json, const QString& file);
};

Error damaged(const QString& file, const Message& what);

} // namespace fw::backup
