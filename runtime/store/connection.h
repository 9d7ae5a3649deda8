#pragma once
#include "model/base/result.h"
#include "model/base/timing.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace fw::store
{

/// A prepared statement. Parameters and columns count from 0. Owned by the connection's cache; reset on reuse.
class Statement
{
public:
    explicit Statement(sqlite3_stmt* statement = nullptr) : m_statement(statement) {}
    Statement& bind(int index, qint64 value);
    Statement& bind(int index, int value) { return bind(index, static_cast<qint64>(value)); }
    Statement& bind(int index, bool value) { return bind(index, static_cast<qint64>(value)); }
    Statement& bind(int index, const QString& value);   ///< a null QString binds NULL
    Statement& bind(int index, const QByteArray& blob); ///< a null QByteArray binds NULL
    Statement& bindNull(int index);
    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;

private:
    friend class Connection;
    sqlite3_stmt* m_statement;
    quint64 m_lastUse = 0;
};

/// One database connection. Not thread-safe: one thread uses it at a time. SQL stands only in runtime/store.
class Connection
{
public:
    enum class Mode { Owner, Reader };
    static Result<std::unique_ptr<Connection>> open(const QString& path, Mode mode);
    ~Connection();

    /// A cached prepared statement, reset and cleared. A statement that does not compile is a programming error (fatal).
    /// The same text gives the same statement: read its rows to the end before something inside may prepare it again.
    Statement& prepare(const char* sql) { return prepare(QByteArray::fromRawData(sql, qstrlen(sql))); }
    Statement& prepare(const QByteArray& sql);
    /// Steps to the next row: true with a row, false at the end. A failure is kept until takeError().
    bool step(Statement& statement);
    /// Runs to the end.
    Result<void> run(Statement& statement);
    Result<void> execute(const QByteArray& sql); ///< one or more statements without parameters
    /// The failure since the last call (busy, full, corrupt, constraint, read-only …) in words; nothing when all went well.
    std::optional<Error> takeError();
    bool failed() const { return m_error.has_value(); }
    /// Whether a transaction or savepoint is open. SQLite ends one by itself when the disk is full or broken.
    bool inTransaction() const;
    qint64 changes() const;
    qint64 lastInsertRowId() const;
    sqlite3* handle() const { return m_handle; }
    QString path() const { return m_path; }

private:
    Connection() = default;
    void keepError(int code);
    void dropOldStatements();

    sqlite3* m_handle = nullptr;
    QString m_path;
    QHash<QByteArray, std::shared_ptr<Statement>> m_statements;
    Statement m_broken; ///< stands for what the file's state did not allow to prepare; stepping it fails
    quint64 m_uses = 0;
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
    bool m_open = true;
};

} // namespace fw::store
