#pragma once
#include "rowsink.h"
#include "tableshape.h"

/// Whole tables read, compared and copied from one store to another, whichever database each is.
namespace fw::store
{

struct CopyColumn {
    enum class Kind { Integer, Text, Blob, Scaled, Instant, List };
    QString name;
    Kind kind = Kind::Text;
    int decimals = 0;
};

struct CopyTable {
    QString name;
    std::vector<CopyColumn> columns;
    std::vector<int> key; ///< columns of the primary key, in order
};

/// What two tables with the same rows have in common.
struct RowsDigest {
    qint64 rows = 0;
    QByteArray sha256; ///< hex, over all values in order of the key
    bool operator==(const RowsDigest&) const = default;
};

/// The store's own tables but fw_meta.
std::vector<CopyTable> systemTables(Connection& connection);
/// The record tables of the catalogue with their columns, retired ones too.
std::vector<CopyTable> recordTables(const QMap<QString, StoredColumns>& stored);
/// The same as tables of a plan, to be created elsewhere.
std::vector<plan::Table> shapesOf(const QMap<QString, StoredColumns>& stored);

/// Visits all rows in order of the key, some thousand at a time. Failures stay in the connection.
void forEachRowOf(Connection& connection, const CopyTable& table, const std::function<void(const Row&)>& visit);
RowsDigest rowsDigest(Connection& connection, const CopyTable& table);
/// Copies all rows; gives the digest of what was read. The target's table must be empty; references are not looked at until
/// the end of its transaction.
Result<RowsDigest> copyTable(Connection& from, Connection& to, const CopyTable& table);

} // namespace fw::store
