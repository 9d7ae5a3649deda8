#pragma once
#include "dialect.h"
#include "model/base/result.h"
#include "model/base/timing.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace fw::store
{

class RowSink;

/// A decimal of a record table: units × 10^-decimals. SQLite keeps the units, PostgreSQL the number itself.
struct Scaled {
    qint64 units = 0;
    int decimals = 0;
    bool operator==(const Scaled&) const = default;
};

/// A prepared statement. Parameters and columns count from 0. Owned by the connection's cache; reset on reuse.
/// Instants are milliseconds UTC and yes/no is 0 or 1 on both sides, however the database keeps them.
class Statement
{
public:
    virtual ~Statement() = default;
    virtual Statement& bind(int index, qint64 value) = 0;
    Statement& bind(int index, int value) { return bind(index, static_cast<qint64>(value)); }
    Statement& bind(int index, bool value) { return bind(index, static_cast<qint64>(value)); }
    virtual Statement& bind(int index, const QString& value) = 0;   ///< a null QString binds NULL
    virtual Statement& bind(int index, const QByteArray& blob) = 0; ///< a null QByteArray binds NULL
    virtual Statement& bind(int index, const Scaled& value) = 0;
    virtual Statement& bindNull(int index) = 0;
    virtual bool isNull(int column) const = 0;
    // A null reads as 0 or "".
    virtual qint64 integer(int column) const = 0;
    /// A decimal column of a record table in units of 10^-decimals.
    virtual qint64 scaled(int column, int decimals) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray blob(int column) const = 0;
};

/// One database connection. Not thread-safe: one thread uses it at a time. SQL stands only in runtime/store, in the form
/// that both databases read (README.md, "SQL for both").
class Connection
{
public:
    enum class Mode { Owner, Reader };
    /// `place`: a file of SQLite, or postgresql://….
    static Result<std::unique_ptr<Connection>> open(const QString& place, Mode mode);
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Where this database differs from the other.
    virtual Dialect dialect() const = 0;
    /// A cached prepared statement, reset and cleared. A statement that does not compile is a programming error (fatal).
    /// The same text gives the same statement: read its rows to the end before something inside may prepare it again.
    Statement& prepare(const char* sql) { return prepare(QByteArray::fromRawData(sql, qstrlen(sql))); }
    virtual Statement& prepare(const QByteArray& sql) = 0;
    /// Steps to the next row: true with a row, false at the end. A failure is kept until takeError().
    virtual bool step(Statement& statement) = 0;
    /// Runs to the end. Inside a transaction the failure of a write may be told later: by the next row that is read, by
    /// settle() or by the end of the Savepoint.
    Result<void> run(Statement& statement);
    /// Waits for the answers to what was sent; a failure is kept.
    virtual void settle() {}
    virtual Result<void> execute(const QByteArray& sql) = 0; ///< one or more statements without parameters
    /// The failure since the last call (busy, full, corrupt, constraint, read-only …) in words; nothing when all went well.
    std::optional<Error> takeError() { return std::exchange(m_error, std::nullopt); }
    bool failed() const { return m_error.has_value(); }

    /// Adds many rows to a table; `columns`: their names, `count` of them. Nothing else runs on the connection until it ends.
    virtual Result<std::unique_ptr<RowSink>> addRows(const QByteArray& table, const QByteArray& columns, size_t count);

    /// Begins a transaction that may write.
    virtual Result<void> begin() = 0;
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
    /// Whether a transaction or savepoint is open. The database ends one by itself when the disk is full or it is gone.
    virtual bool inTransaction() const = 0;
    /// Whether the transaction that has just failed came to nothing by chance (another one came first, the connection broke)
    /// and may be tried once more.
    virtual bool mayRepeat() const { return false; }
    virtual qint64 changes() = 0; ///< rows the last write touched
    /// What the other runtimes of the database know this connection's commits by; "" where there are none.
    virtual QByteArray self() const { return {}; }

protected:
    Connection() = default;
    void keepError(Error error)
    {
        if (!m_error)
            m_error = std::move(error);
    }

private:
    friend class Savepoint;
    std::optional<Error> m_error;
};

/// A nested transaction: rolled back when destroyed without release().
class Savepoint
{
public:
    explicit Savepoint(Connection& connection);
    ~Savepoint();
    Result<void> release();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

private:
    Connection& m_connection;
    bool m_outermost; ///< it is the transaction itself
    bool m_open = true;
};

} // namespace fw::store
