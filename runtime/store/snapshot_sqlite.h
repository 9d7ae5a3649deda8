#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <functional>

/// A whole SQLite store at one moment: copied, and told apart from another by what its tables hold.
namespace fw::store
{

/// What a table held: the number of its rows and a SHA-256 over them, in the order of their keys.
struct TableDigest {
    QString name;
    qint64 rows = 0;
    QByteArray sha256;
    bool operator==(const TableDigest&) const = default;
};

/// Every table of a database; virtual tables by the tables that hold their contents. `schema`: a SHA-256 over the
/// statements that made tables, indexes and views.
struct StoreDigest {
    QByteArray schema;
    QList<TableDigest> tables;
    bool operator==(const StoreDigest&) const = default;
};

/// The name of the first thing in which two digests differ; "" when they are equal.
QString firstDifference(const StoreDigest& a, const StoreDigest& b);

/// Called now and then with the share done (0 … 1); false ends the work ("store.interrupted").
using Progress = std::function<bool(double share)>;

/// Copies the database of `from` into a new file as it is at one moment, while its owner goes on writing, and gives the
/// digest of that moment. One read transaction; nothing is checkpointed. A failed copy leaves no file.
Result<StoreDigest> copyDatabase(Connection& from, const QString& to, const Progress& progress = {});
Result<StoreDigest> digestOf(Connection& connection);

/// What PRAGMA integrity_check and foreign_key_check say; empty when all is well. At most 100 lines.
Result<QStringList> integrityProblems(Connection& connection);
/// Bytes of the database with what lies in its write-ahead log.
qint64 databaseBytes(Connection& connection);

/// Brings what lies in a store's write-ahead log into its file and removes the log, so that the file may be replaced: a
/// log found beside another file would be played into it. The caller holds the store's lock. Error store.busy: somebody
/// reads just now.
Result<void> emptyLog(const QString& path);

/// A restored copy holds back the messages that wait in it: they may have gone out since it was made. They become in doubt
/// and one incident tells of them. Gives their number.
Result<qint64> holdBackMessages(Connection& connection, Instant copiedAt, Instant now);

} // namespace fw::store
