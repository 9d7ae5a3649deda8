#pragma once
#include "reader.h"

#include <QMap>

/// Creating, changing and deleting records (semantics.md, "Records"), inside a unit of work. The order of a write:
/// defaults → computed fields in dependency order → validation → duplicate rules → store → rollups and computed fields of
/// other records that depend on it → facts → audit → change feed. On failure the error carries every problem with its
/// code; place.element names the field. The caller owns the savepoint: after an error the unit must be rolled back.
namespace fw::records
{

/// Field id → typed value (see values.h); null clears.
using Values = QMap<QString, feel::Value>;

/// What a write did.
struct Written {
    QString outcome; ///< "created" | "merged" | "updated" | "unchanged" | "deleted" | "restored"
    QString id;
    qint64 version = 0;
    QStringList fields; ///< that changed
    QStringList kept;   ///< of "merged": fields whose stored value stood against the one given, and stayed
    std::shared_ptr<const engine::Record> before, after;
};

/// Values as the client sends them to typed ones: unknown fields, fields that cannot be written and values that cannot be
/// converted are reported together.
Result<Values> valuesFromJson(engine::Unit& unit, const plan::Table& table, const QJsonObject& values);

/// A new record, or the merge into the one that the table's `identity` finds (empty fields are filled; with
/// `duplicates: refuse` the error record.duplicate).
/// Errors: record.required, record.rule, record.not_unique, record.duplicate, record.duplicate_conflict, and those of values.h.
Result<Written> create(engine::Unit& unit, const plan::Table& table, const Values& values);
Result<Written> create(engine::Unit& unit, const plan::Table& table, const QJsonObject& values);

/// A new record, or the change of the one that the table's identity finds to the values given (an import's "update").
Result<Written> createOrUpdate(engine::Unit& unit, const plan::Table& table, const Values& values);

/// Changes the fields named. `version`: what the writer has seen; when the record moved on since, error record.stale
/// gives both values of each field that differs. Values equal to the stored ones are no change.
/// Errors: those of create, record.unknown_record, record.stale.
Result<Written> update(engine::Unit& unit, const plan::Table& table, const QString& id, const Values& values,
                       std::optional<qint64> version = {});
Result<Written> update(engine::Unit& unit, const plan::Table& table, const QString& id, const QJsonObject& values,
                       std::optional<qint64> version = {});

/// Moves the record to the bin. Errors: record.unknown_record, record.stale.
Result<Written> remove(engine::Unit& unit, const plan::Table& table, const QString& id,
                       std::optional<qint64> version = {});
/// Takes it out of the bin; unique fields are tested again.
Result<Written> restore(engine::Unit& unit, const plan::Table& table, const QString& id);

/// Sets fields that the system keeps (scores, stages, bands): no validation, no new version, no audit; computed fields and
/// rollups that depend on them follow, and a RecordChanged fact is added for what really changed.
Result<void> writeSystemFields(engine::Unit& unit, const plan::Table& table, const QString& id, const Values& values);

} // namespace fw::records
