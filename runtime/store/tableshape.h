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
/// A field of the shape of a stored column, enough to create it elsewhere.
plan::Field fieldOf(const ColumnShape& shape);
/// `"amount" INTEGER` or `"amount" numeric(38,2)` with its checks; in SQLite with its reference too.
QByteArray columnDefinition(Dialect dialect, const plan::Field& field);
QByteArray createTable(Dialect dialect, const plan::Table& table);
/// The statement that makes a relation's reference in PostgreSQL, once every table is there; "" in SQLite, where it is part
/// of the column.
QByteArray reference(Dialect dialect, const plan::Table& table, const plan::Field& field);
/// Brings a column of numbers with `from` decimals to those of `field`: exact when they are more, rounded half away from
/// zero when they are fewer; what leaves the range becomes null.
QList<QByteArray> rescale(Dialect dialect, const plan::Table& table, const plan::Field& field, int from);
/// Counts what rescale() would round or lose: the condition on `column`.
QByteArray rescaleLoss(Dialect dialect, const QByteArray& column, int from, int to);
/// The statement that notes the column in the catalogue.
QByteArray noteColumn(const QString& table, const ColumnShape& shape);
struct TableIndex {
    QString column;
    bool unique = false;
    QByteArray sql; ///< creates it
};
QString indexName(bool unique, const QString& table, const QString& column);
/// The table's indexes by name: unique fields (among live records), identity, relations, users, score totals and what a
/// view sorts by first.
QMap<QString, TableIndex> tableIndexes(Dialect dialect, const plan::Plan& plan, const plan::Table& table);
/// CREATE VIEW of v_<table>: live records with real decimals and local times.
QByteArray tableView(Dialect dialect, const plan::Table& table);
/// Offsets of a zone from 1970 to 2100: instant (milliseconds UTC) → seconds east.
QMap<Instant, int> zoneOffsets(const QTimeZone& zone);
/// A text literal of SQL.
QByteArray literal(const QString& text);

} // namespace fw::store
