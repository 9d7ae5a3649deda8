#pragma once
#include "store.h"

namespace fw::store
{

/// One change of the database that applying a definition makes, in words.
struct ApplyChange {
    enum class Kind {
        CreateTable,
        RenameTable,
        AddColumn,
        RenameColumn,
        RetireColumn,
        RetireTable,
        CreateIndex,
        DropIndex,
        Rebuild
    } kind = Kind::CreateTable;
    QString table;
    QString column;
    Message words;
    qint64 rows = 0; ///< rows it touches
    qint64 lost = 0; ///< values that would be lost or not be convertible
    bool needsConsent = false;
    QList<QByteArray> sql;
};

struct ApplyPlan {
    int basedOn = 0; ///< published number it was made against; a stale plan is refused
    QByteArray sha256;
    QList<ApplyChange> changes;
    QList<QByteArray> begin;  ///< views go before the changes …
    QList<QByteArray> finish; ///< … and come back after them, with the zone's offsets
    QStringList missing;      ///< settings, connector addresses, users the store still lacks
    QStringList text() const; ///< one sentence a change
    QJsonObject toJson() const;
};

/// Compares the store's tables with the plan's; changes nothing. Columns and tables that the definition no longer names
/// stay, retired, and come back when it names them again. Errors: apply.reserved_id, apply.not_unique (a field becomes
/// unique but holds equal values).
Result<ApplyPlan> planApply(Store& store, const plan::Plan& target);
/// Whether the plan may be applied now. Errors: apply.stale, apply.needs_consent.
Result<void> mayApply(const Store& store, const ApplyPlan& plan, bool consent);
/// Whether applying it changes anything.
bool changesNothing(const Store& store, const ApplyPlan& plan);
/// Only the changes of the tables, inside a transaction of the caller.
Result<void> changeTables(Connection& connection, const ApplyPlan& plan);
/// One transaction: the changes, then the published definition. Refuses a stale plan (apply.stale) and, without `consent`,
/// one that loses data (apply.needs_consent). Gives the published number; applying what is applied gives the one there is.
/// Columns that are computed from others are empty afterwards: records::backfill fills them.
Result<int> apply(Store& store, const ApplyPlan& plan, const QByteArray& package, const QString& author,
                  const QString& note, bool consent, Instant at);

} // namespace fw::store
