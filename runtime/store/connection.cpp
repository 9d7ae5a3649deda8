#include "connection.h"
#include "pgconnection.h"
#include "place.h"
#include "rowsink.h"
#include "sqliteconnection.h"

namespace fw::store
{

namespace
{

/// One prepared INSERT a row: what SQLite takes fastest.
class InsertingSink final : public RowSink
{
public:
    InsertingSink(Connection& connection, QByteArray sql) : m_connection(connection), m_sql(std::move(sql)) {}
    void add(const Row& row) override
    {
        if (m_connection.failed())
            return;
        Statement& insert = m_connection.prepare(m_sql);
        for (size_t i = 0; i < row.size(); ++i)
            bindCell(insert, static_cast<int>(i), row[i]);
        while (m_connection.step(insert)) {
        }
    }
    Result<void> finish() override
    {
        auto error = m_connection.takeError();
        return error ? Result<void>(*error) : Result<void>();
    }

private:
    Connection& m_connection;
    QByteArray m_sql;
};

} // namespace

void bindCell(Statement& statement, int index, const Cell& cell)
{
    std::visit(
        [&](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, std::monostate>)
                statement.bindNull(index);
            else if constexpr (std::is_same_v<T, Millis>)
                statement.bind(index, value.value);
            else
                statement.bind(index, value);
        },
        cell);
}

Result<std::unique_ptr<RowSink>> Connection::addRows(const QByteArray& table, const QByteArray& columns, size_t count)
{
    const QByteArray values = "?" + QByteArray(", ?").repeated(static_cast<qsizetype>(count) - 1);
    return std::unique_ptr<RowSink>(
        std::make_unique<InsertingSink>(*this, "INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ')'));
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& place, Mode mode)
{
    return isPostgresPlace(place) ? openPostgres(place, mode) : openSqlite(place, mode);
}

Result<void> Connection::run(Statement& statement)
{
    while (step(statement)) {
    }
    if (auto error = takeError())
        return *error;
    return {};
}

Savepoint::Savepoint(Connection& connection) : m_connection(connection), m_outermost(!connection.inTransaction())
{
    if (!m_outermost)
        m_connection.step(m_connection.prepare("SAVEPOINT unit"));
    else if (auto begun = m_connection.begin(); !begun)
        m_connection.keepError(begun.error());
}

Savepoint::~Savepoint()
{
    // The database may have ended the transaction itself (disk full); then there is nothing left to undo.
    if (!m_open || !m_connection.inTransaction())
        return;
    if (m_outermost) {
        m_connection.rollback();
        return;
    }
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
    if (m_outermost) {
        if (auto done = m_connection.commit(); !done)
            return done;
    } else {
        m_connection.step(m_connection.prepare("RELEASE unit"));
        m_connection.settle();
        if (auto error = m_connection.takeError())
            return *error;
    }
    m_open = false;
    return {};
}

} // namespace fw::store
