#include "sqliteconnection.h"
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

class SqliteStatement final : public Statement
{
public:
    explicit SqliteStatement(sqlite3_stmt* statement = nullptr) : m_statement(statement) {}
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }

    using Statement::bind;
    Statement& bind(int index, qint64 value) override
    {
        sqlite3_bind_int64(m_statement, index + 1, value);
        return *this;
    }
    Statement& bind(int index, const QString& value) override
    {
        if (value.isNull())
            return bindNull(index);
        const QByteArray utf8 = value.toUtf8();
        sqlite3_bind_text64(m_statement, index + 1, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                            SQLITE_TRANSIENT, SQLITE_UTF8);
        return *this;
    }
    Statement& bind(int index, const QByteArray& blob) override
    {
        if (blob.isNull())
            return bindNull(index);
        sqlite3_bind_blob64(m_statement, index + 1, blob.constData(), static_cast<sqlite3_uint64>(blob.size()),
                            SQLITE_TRANSIENT);
        return *this;
    }
    Statement& bind(int index, const Scaled& value) override { return bind(index, value.units); }
    Statement& bindNull(int index) override
    {
        sqlite3_bind_null(m_statement, index + 1);
        return *this;
    }
    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    qint64 scaled(int column, int) const override { return integer(column); }
    QString text(int column) const override
    {
        const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column)) : QString();
    }
    QByteArray blob(int column) const override
    {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        if (!data)
            return isNull(column) ? QByteArray() : QByteArray("");
        return QByteArray(data, sqlite3_column_bytes(m_statement, column));
    }

    sqlite3_stmt* m_statement;
    quint64 m_lastUse = 0;
};

class SqliteConnection final : public Connection
{
public:
    ~SqliteConnection() override
    {
        m_statements.clear();
        sqlite3_close_v2(m_handle);
    }
    Result<void> open(const QString& path, Mode mode);

    Dialect dialect() const override { return Dialect::Sqlite; }
    using Connection::prepare;
    Statement& prepare(const QByteArray& sql) override;
    bool step(Statement& statement) override;
    Result<void> execute(const QByteArray& sql) override;
    Result<void> begin() override { return run(prepare(m_mode == Mode::Reader ? "BEGIN" : "BEGIN IMMEDIATE")); }
    Result<void> commit() override { return run(prepare("COMMIT")); }
    void rollback() override { step(prepare("ROLLBACK")); }
    bool inTransaction() const override { return !sqlite3_get_autocommit(m_handle); }
    qint64 changes() override { return sqlite3_changes64(m_handle); }
    SqliteFile file() const { return {m_handle, m_path}; }

private:
    void keepCode(int code) { keepError(sqliteError(m_handle, code, m_path)); }
    void dropOldStatements();

    sqlite3* m_handle = nullptr;
    QString m_path;
    Mode m_mode = Mode::Owner;
    QHash<QByteArray, std::shared_ptr<SqliteStatement>> m_statements;
    SqliteStatement m_broken; ///< stands for what the file's state did not allow to prepare; stepping it fails
    quint64 m_uses = 0;
};

Result<void> SqliteConnection::open(const QString& path, Mode mode)
{
    m_path = path;
    m_mode = mode;
    const int flags =
        (mode == Mode::Owner ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &m_handle, flags, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle, code, path);
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, 5000);
    // A double-quoted word is a name and nothing else: a column that is missing must not become a text.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (mode == Mode::Reader) {
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        sqlite3_wal_autocheckpoint(m_handle, 0);
    }
    if (auto done = execute(s_common); !done)
        return done;
    if (mode == Mode::Owner)
        return {};
    // The first read shows whether this is a database at all; opening alone does not look.
    return execute("PRAGMA query_only=ON; SELECT count(*) FROM sqlite_schema;");
}

Statement& SqliteConnection::prepare(const QByteArray& sql)
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
            keepCode(code); // busy, damaged, full: the world's fault, not the caller's
            return m_broken;
        }
        found =
            m_statements.insert(QByteArray(sql.constData(), sql.size()), std::make_shared<SqliteStatement>(compiled));
    }
    SqliteStatement& statement = **found;
    statement.m_lastUse = ++m_uses;
    sqlite3_reset(statement.m_statement);
    sqlite3_clear_bindings(statement.m_statement);
    return statement;
}

void SqliteConnection::dropOldStatements()
{
    const quint64 recent = m_uses > s_mostStatements / 4 ? m_uses - s_mostStatements / 4 : 0;
    m_statements.removeIf(
        [recent](auto entry) { return (*entry)->m_lastUse < recent && !sqlite3_stmt_busy((*entry)->m_statement); });
}

bool SqliteConnection::step(Statement& statement)
{
    sqlite3_stmt* running = static_cast<SqliteStatement&>(statement).m_statement;
    if (!running)
        return false;
    const int code = sqlite3_step(running);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        keepCode(code);
    sqlite3_reset(running);
    return false;
}

Result<void> SqliteConnection::execute(const QByteArray& sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle, code, m_path);
    return {};
}

} // namespace

Result<std::unique_ptr<Connection>> openSqlite(const QString& path, Connection::Mode mode)
{
    auto connection = std::make_unique<SqliteConnection>();
    if (auto opened = connection->open(path, mode); !opened)
        return opened.error();
    return std::unique_ptr<Connection>(std::move(connection));
}

SqliteFile sqliteFile(Connection& connection)
{
    Q_ASSERT(!connection.dialect().isPostgres());
    return static_cast<const SqliteConnection&>(connection).file();
}

} // namespace fw::store
