#pragma once
#include "store.h"

namespace fw::store
{

struct MovedTable {
    QString name;
    qint64 rows = 0;
    QByteArray sha256;
};

struct MoveReport {
    QList<MovedTable> tables; ///< the store's own first, then records
    qint64 rows() const;
    QJsonObject toJson() const;
};

/// Copies all that a store holds (records with their history, people, events, scores, runs, timers, messages, published
/// versions) into an empty one of either database, wholly or not at all: one transaction of the target, which is read back
/// and compared table by table, by count and hash, before it is committed. Nothing is started by it, the source stays as it
/// is, and nobody else writes to it meanwhile. `progress` is told each table before it is copied.
/// Errors: move.not_empty, move.nothing, move.differs, those of both stores.
Result<MoveReport> moveStore(Store& from, Store& to, const std::function<void(const QString& table)>& progress = {});

} // namespace fw::store
