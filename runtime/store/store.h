#pragma once
#include "connection.h"
#include "model/document/definition.h"
#include "runtime/plan/plan.h"
#include "runtime/platform/ownerlock.h"
#include "watch.h"

#include <QMap>

namespace fw::store
{

/// One row of the list of published definitions.
struct Published {
    int number = 0;
    QByteArray sha256;
    QString author;
    QString note;
    Instant at = 0;
};

/// A store: a file of SQLite or a database of PostgreSQL.
///
/// Exactly one process owns a file (an advisory lock beside it names pid, host and program; another owner is refused, naming
/// it); it holds the one connection that writes and checkpoints (WAL, synchronous=FULL). Readers open connections that never
/// checkpoint. A database may have several runtimes; they take turns to write and share timers, runs and messages.
class Store
{
public:
    /// Opens or makes the store at `place` (a file, or postgresql://…) and brings the system tables to the current form.
    /// ":memory:" is a private scratch store.
    static Result<std::unique_ptr<Store>> open(const QString& place, const QString& program);
    /// A private scratch store in memory for Try it, simulation, stories and tests.
    static std::unique_ptr<Store> scratch();
    ~Store();

    QString path() const;   ///< as it may be shown: without a password
    bool isPrivate() const; ///< a scratch store in memory
    bool isShared() const;  ///< other runtimes may write to it at the same time
    QString id() const;     ///< a UUID given at birth; copies and restored backups keep it. "" for a scratch store
    Connection& writer();
    /// A read-only connection of its own, for another thread or process. A scratch store in memory has none (error).
    Result<std::unique_ptr<Connection>> reader() const;

    /// Calls `changed`, on a thread of its own, when another runtime has committed something; nothing for a store that
    /// is not shared.
    std::unique_ptr<Watch> watch(std::function<void()> changed) const;

    /// One durable commit around `units`, each of which brings its own Savepoint. When it fails nothing of it stands.
    /// Commits do not nest. In a database `units` runs again, from the start, when another transaction came first or the
    /// connection broke and came back: it must not build on what an earlier run of it has left in memory.
    Result<void> commit(const std::function<void()>& units);

    // --- the published definition: the store holds the whole of it ---
    Result<int> publish(const QByteArray& package, const QByteArray& sha256, const QString& author, const QString& note,
                        Instant at);
    Result<QByteArray> package(int number) const; ///< number 0 = the newest
    int publishedNumber() const;                  ///< 0 = none yet
    QList<Published> published() const;

    // --- values of settings and addresses of connectors belong to the store, never to the definition ---
    QString setting(const QString& key, const QString& fallback = {}) const;
    Result<void> setSetting(const QString& key, const QString& value);

private:
    Store() = default;
    Result<void> nameIt();
    struct Private;
    std::unique_ptr<Private> d;
};

/// Whether a store may lie there. Error store.shared_disk: the write-ahead log needs memory and locks that a network drive
/// does not give, and without them data can be lost.
Result<void> checkPlace(const QString& path);
/// Takes the lock of a store without opening it: its file may then be replaced.
Result<std::unique_ptr<platform::OwnerLock>> lockStore(const QString& path, const QString& program);

/// The same through any connection, of a reader too.
QString readSetting(Connection& connection, const QString& key, const QString& fallback = {});
QString storeId(Connection& connection);

} // namespace fw::store
