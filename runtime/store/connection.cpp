#include "connection.h"
#include "errors.h"

#include <sqlite3.h>

namespace fw::store
{

namespace
{

constexpr qsizetype s_mostStatements = 512;

/// What every connection sets. Memory mapping stays off and only the owner checkpoints: SQLite before 3.51.3 can lose
/// a checkpoint that runs beside another one.
constexpr const char* s_common = "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0; PRAGMA "
                                 "cache_size=-16384; PRAGMA temp_store=MEMORY;";

} // namespace

Statement& Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index + 1, value);
    return *this;
}

Statement& Statement::bind(int index, const QString& value)
{
    if (value.isNull())
        return bindNull(index);
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_statement, index + 1, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int index, const QByteArray& blob)
{
    if (blob.isNull())
        return bindNull(index);
    sqlite3_bind_blob64(m_statement, index + 1, blob.constData(), static_cast<sqlite3_uint64>(blob.size()),
                        SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index + 1);
    return *this;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArray Statement::blob(int column) const
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    if (!data)
        return isNull(column) ? QByteArray() : QByteArray("");
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, Mode mode)
{
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_path = path;
    const int flags =
        (mode == Mode::Owner ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &connection->m_handle, flags, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(connection->m_handle, code, path);
    sqlite3* handle = connection->m_handle;
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    // A double-quoted word is a name and nothing else: a column that is missing must not become a text.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (mode == Mode::Reader) {
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        sqlite3_wal_autocheckpoint(handle, 0);
    }
    if (auto done = connection->execute(s_common); !done)
        return done.error();
    if (mode == Mode::Reader) {
        // The first read shows whether this is a database at all; opening alone does not look.
        if (auto done = connection->execute("PRAGMA query_only=ON; SELECT count(*) FROM sqlite_schema;"); !done)
            return done.error();
    }
    return connection;
}

Connection::~Connection()
{
    m_statements.clear();
    sqlite3_close_v2(m_handle);
}

Statement& Connection::prepare(const QByteArray& sql)
{
    auto found = m_statements.constFind(sql);
    if (found == m_statements.constEnd()) {
        if (m_statements.size() >= s_mostStatements)
            dropOldStatements();
        sqlite3_stmt* compiled = nullptr;
        if (sqlite3_prepare_v3(m_handle, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                               &compiled, nullptr) != SQLITE_OK) {
            const int code = sqlite3_errcode(m_handle);
            if ((code & 0xff) == SQLITE_ERROR)
                qFatal("SQL does not compile: %s\n%s", sqlite3_errmsg(m_handle), sql.constData());
            keepError(code); // busy, damaged, full: the world's fault, not the caller's
            return m_broken;
        }
        std::shared_ptr<Statement> owned(new Statement(compiled), [](Statement* statement) {
            sqlite3_finalize(statement->m_statement);
            delete statement;
        });
        found = m_statements.insert(QByteArray(sql.constData(), sql.size()), owned);
    }
    Statement& statement = **found;
    statement.m_lastUse = ++m_uses;
    sqlite3_reset(statement.m_statement);
    sqlite3_clear_bindings(statement.m_statement);
    return statement;
}

void Connection::dropOldStatements()
{
    const quint64 recent = m_uses > s_mostStatements / 4 ? m_uses - s_mostStatements / 4 : 0;
    m_statements.removeIf(
        [recent](auto entry) { return (*entry)->m_lastUse < recent && !sqlite3_stmt_busy((*entry)->m_statement); });
}

bool Connection::step(Statement& statement)
{
    if (!statement.m_statement)
        return false;
    const int code = sqlite3_step(statement.m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        keepError(code);
    sqlite3_reset(statement.m_statement);
    return false;
}

Result<void> Connection::run(Statement& statement)
{
    while (step(statement)) {
    }
    if (auto error = takeError())
        return *error;
    return {};
}

Result<void> Connection::execute(const QByteArray& sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle, code, m_path);
    return {};
}

void Connection::keepError(int code)
{
    if (!m_error)
        m_error = sqliteError(m_handle, code, m_path);
}

std::optional<Error> Connection::takeError()
{
    return std::exchange(m_error, std::nullopt);
}

bool Connection::inTransaction() const
{
    return !sqlite3_get_autocommit(m_handle);
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

qint64 Connection::lastInsertRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

Savepoint::Savepoint(Connection& connection) : m_connection(connection)
{
    m_connection.step(m_connection.prepare("SAVEPOINT unit"));
}

Savepoint::~Savepoint()
{
    // SQLite may have ended the transaction itself (disk full); then there is nothing left to undo.
    if (!m_open || !m_connection.inTransaction())
        return;
    m_connection.step(m_connection.prepare("ROLLBACK TO unit"));
    m_connection.step(m_connection.prepare("RELEASE unit"));
}

Result<void> Savepoint::release()
{
    if (auto error = m_connection.takeError())
        return *error;
    if (!m_connection.inTransaction())
        return Error(QStringLiteral("store.rolled_back"),
                     FW_MSG("The store has undone this change because writing failed."), FW_MSG("Try again."));
    if (auto done = m_connection.run(m_connection.prepare("RELEASE unit")); !done)
        return done;
    m_open = false;
    return {};
}

} // namespace fw::store
