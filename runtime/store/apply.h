#pragma once
#include "store.h"

namespace fw::store {

/// One change of the database that applying a definition makes, in words.
struct ApplyChange {
    enum class Kind { CreateTable, AddColumn, RenameColumn, RetireColumn, RetireTable, CreateIndex, DropIndex, Rebuild } kind = Kind::CreateTable;
    QString table;
    QString column;
    Message words;
    qint64 rows = 0;      ///< rows it touches
    qint64 lost = 0;      ///< values that would be lost or not be convertible
    bool needsConsent = false;
    QList<QByteArray> sql;
};

struct ApplyPlan {
    int basedOn = 0;           ///< published number it was made against; a stale plan is refused
    QByteArray sha256;
    QList<ApplyChange> changes;
    QStringList missing;       ///< settings, connector addresses, users the store still lacks
    QStringList text() const;  ///< one sentence a change
    QJsonObject toJson() const;
};

/// Compares the store's tables with the plan's; changes nothing.
Result<ApplyPlan> planApply(Store& store, const plan::Plan& target);
/// One transaction: the changes, then the published definition. Refuses a stale plan and, without `consent`, one that loses data.
Result<int> apply(Store& store, const ApplyPlan& plan, const QByteArray& package, const QString& author, const QString& note, bool consent, Instant at);

} // namespace fw::store
