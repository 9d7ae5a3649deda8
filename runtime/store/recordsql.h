#pragma once
#include "connection.h"
#include "runtime/engine/unit.h"

/// Reading and writing rows of record tables. Instants reach FEEL in the app's zone; how values lie in columns is said in
/// README.md. Failures of reading stay in the connection.
namespace fw::store
{

/// Whether a field has a column; one that depends on time is computed when it is read.
inline bool hasColumn(const plan::Field& field)
{
    return field.stored;
}
/// Whether its integers are milliseconds of a duration.
inline bool holdsDuration(const plan::Field& field)
{
    return field.storage == plan::Storage::Integer &&
           (field.type == plan::FieldType::Duration || field.feelType.kind() == feel::Type::Kind::TimeDuration);
}
/// Whether its column holds text.
inline bool isText(plan::Storage storage)
{
    using plan::Storage;
    return storage == Storage::Text || storage == Storage::Date || storage == Storage::Time ||
           storage == Storage::TextList || storage == Storage::DateRange || storage == Storage::Location ||
           storage == Storage::Json;
}
/// How a date range and a place are written in their columns and in files: "2026-01-05/2026-01-09", "31.230416,121.473701".
QString rangeText(const feel::Value& range);
QString placeText(const feel::Value& place);
/// A table or column name as SQL writes it: ids may be SQL keywords ("order").
QByteArray quoted(QStringView id);
/// "id, version, created_at, …, the fields with columns": what readRecord expects, `prefix` before each ("t.").
QByteArray recordColumns(const plan::Table& table, const QByteArray& prefix = {});
std::shared_ptr<engine::Record> readRecord(const Statement& statement, const plan::Plan& plan, const plan::Table& table,
                                           int firstColumn = 0);

void bindField(Statement& statement, int index, const plan::Field& field, const feel::Value& value,
               const QTimeZone& zone);
feel::Value readField(const Statement& statement, int column, const plan::Field& field, const QTimeZone& zone);

/// The row of an id, in the bin or not; nullptr when there is none.
std::shared_ptr<engine::Record> selectRecord(Connection& connection, const plan::Plan& plan, const plan::Table& table,
                                             const QString& id);
/// Live rows whose fields have these values, in id order (that is: oldest first); `limit` 0 = all.
std::vector<std::shared_ptr<const engine::Record>> selectRecords(Connection& connection, const plan::Plan& plan,
                                                                 const plan::Table& table,
                                                                 const std::vector<std::pair<int, feel::Value>>& fields,
                                                                 int limit = 0);
/// Ids of at most two live rows whose field has the value.
QStringList selectIds(Connection& connection, const plan::Plan& plan, const plan::Table& table, int field,
                      const feel::Value& value);

Result<void> insertRecord(Connection& connection, const plan::Plan& plan, const engine::Record& record);
/// Writes version, updated_…, deleted_at and the fields named.
Result<void> updateRecord(Connection& connection, const plan::Plan& plan, const engine::Record& record,
                          const std::vector<int>& fields);

/// Ids of the live records of a table, oldest first.
QStringList liveIds(Connection& connection, const plan::Table& table);
/// Columns that apply left to be computed, by table (fw_column.filled = 0).
QMap<QString, QStringList> unfilledColumns(Connection& connection);
Result<void> markFilled(Connection& connection, const QString& table);

/// One row of the change feed. `record` "" with version 0: many records of the table (an import's batch).
struct Change {
    qint64 cause = 0;
    const char* kind = "updated"; ///< created | updated | deleted | restored | computed | imported
    QString table, record;
    qint64 version = 0;
    QStringList fields;
    Instant at = 0;
};
Result<void> appendChange(Connection& connection, const Change& change);

} // namespace fw::store
