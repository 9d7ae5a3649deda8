#pragma once
#include "connection.h"
#include "runtime/plan/plan.h"

#include <QMap>

/// The shape of record tables: what the plan asks for and what the store has.
namespace fw::store
{

/// One column of a record table as the catalogue (fw_column) keeps it.
struct ColumnShape {
    QString id;
    QByteArray
        storage; ///< "text", "integer", "scaled", "boolean", "date", "time", "instant", "list", "date_range", "location", "json"
    int decimals = 0;
    QString relationTo;
    QString formula; ///< what a computed column is made of; another formula means other values
    bool filled = true;
    bool retired = false;
    bool sameStorage(const ColumnShape& other) const { return storage == other.storage && decimals == other.decimals; }
};

/// Columns of a table that is in the store, by id.
using StoredColumns = QMap<QString, ColumnShape>;
/// All tables of the catalogue.
QMap<QString, StoredColumns> storedTables(Connection& connection);

ColumnShape columnShape(const plan::Field& field);
/// `"amount" INTEGER` with its checks and reference.
QByteArray columnDefinition(const plan::Field& field);
QByteArray createTable(const plan::Table& table);
/// The statement that notes the column in the catalogue.
QByteArray noteColumn(const QString& table, const ColumnShape& shape);
/// Names of the table's indexes and the statements that create them: unique fields (among live records), identity,
/// relations, users, score totals and what a view sorts by first.
QMap<QString, QByteArray> tableIndexes(const plan::Plan& plan, const plan::Table& table);
/// CREATE VIEW of v_<table>: live records with real decimals and local times.
QByteArray tableView(const plan::Table& table);
/// Offsets of a zone from 1970 to 2100: instant (milliseconds UTC) → seconds east.
QMap<Instant, int> zoneOffsets(const QTimeZone& zone);
/// A text literal of SQL.
QByteArray literal(const QString& text);

} // namespace fw::store
