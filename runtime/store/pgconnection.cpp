#include "pgconnection.h"
#include "pgcopy.h"
#include "pgsession.h"
#include "pgstatement.h"
#include "watch.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QThread>
#include <QUuid>

namespace fw::store
{

namespace
{

using pg::Failure;
using pg::PgStatement;

constexpr qsizetype s_mostPrepared = 512;

/// One runtime writes at a time, as in SQLite: what a unit read still holds when it commits. The lock is the schema's, so
/// that several stores in one database do not meet. The transaction's id tells later what became of a COMMIT whose answer
/// was lost.
constexpr const char* s_begin = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; "
                                "SELECT pg_advisory_xact_lock(1179077971, hashtext(current_schema())); "
                                "SELECT pg_current_xact_id()::text";

bool succeeded(const PGresult* result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

/// A result that is freed at the end of its scope.
using Owned = std::unique_ptr<PGresult, decltype([](PGresult* result) { PQclear(result); })>;

class PgConnection final : public Connection
{
public:
    PgConnection(const QString& place, Mode mode)
        : m_session(place, mode == Mode::Reader), m_mode(mode), m_self(QUuid::createUuid().toByteArray(QUuid::Id128)),
          m_commitAndTell("SELECT pg_notify(" + Watch::channel() + ", '" + m_self + "'); COMMIT")
    {
    }
    Result<void> open() { return m_session.open(); }

    Dialect dialect() const override { return Dialect::Postgres; }
    using Connection::prepare;
    Statement& prepare(const QByteArray& sql) override;
    bool step(Statement& statement) override;
    Result<void> execute(const QByteArray& sql) override;
    Result<std::unique_ptr<RowSink>> addRows(const QByteArray& table, const QByteArray& columns, size_t count) override;
    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    bool inTransaction() const override { return m_open && !m_lost; }
    bool mayRepeat() const override { return m_mayRepeat; }
    qint64 changes() override { return m_changes; }
    QByteArray self() const override { return m_self; }

private:
    bool prepareOnServer(PgStatement& statement);
    bool send(PgStatement& statement);
    void fail(const PGresult* result);
    QByteArray stateAfter(const PGresult* result);
    bool revive();
    void forgetPrepared();
    /// What is prepared on another connection, or was forgotten on this one, is not there any more.
    quint64 generation() const { return (quint64(m_session.number()) << 32) + m_forgotten; }
    void dropOldStatements();
    Result<void> whatBecameOf(const QByteArray& transaction, const Error& error);

    pg::Session m_session;
    const Mode m_mode;
    const QByteArray m_self;          ///< what this runtime is called in notices
    const QByteArray m_commitAndTell; ///< wakes the other runtimes
    QHash<QByteArray, std::shared_ptr<PgStatement>> m_statements;
    PgStatement m_broken;
    quint64 m_uses = 0;
    qint64 m_changes = 0;
    quint32 m_forgotten = 0; ///< how often the prepared statements were dropped
    bool m_open = false;     ///< begin() was called and the transaction not ended by us
    QByteArray m_transaction;
    std::optional<Error> m_lost; ///< why the transaction that is open can only be given up
    bool m_wrote = false;        ///< in this transaction
    bool m_mayRepeat = false;
};

Statement& PgConnection::prepare(const QByteArray& sql)
{
    if (m_lost) {
        keepError(*m_lost);
        return m_broken;
    }
    auto found = m_statements.constFind(sql);
    if (found == m_statements.constEnd()) {
        if (m_statements.size() >= s_mostPrepared)
            dropOldStatements();
        found = m_statements.insert(
            QByteArray(sql.constData(), sql.size()),
            std::make_shared<PgStatement>(pg::numberedParameters(sql), "fw" + QByteArray::number(m_uses)));
    }
    PgStatement& statement = **found;
    statement.lastUse = ++m_uses;
    const bool ready = statement.preparedOn == generation() || prepareOnServer(statement);
    statement.reset();
    return ready ? static_cast<Statement&>(statement) : m_broken;
}

bool PgConnection::prepareOnServer(PgStatement& statement)
{
    if (!m_open && m_session.isBroken() && !revive())
        return false;
    for (bool again = !m_open;; again = false) {
        Owned prepared(
            PQprepare(m_session.handle(), statement.name().constData(), statement.sql().constData(), 0, nullptr));
        if (succeeded(prepared.get()))
            prepared.reset(PQdescribePrepared(m_session.handle(), statement.name().constData()));
        if (succeeded(prepared.get())) {
            statement.describe(prepared.get());
            statement.preparedOn = generation();
            return true;
        }
        const QByteArray state = stateAfter(prepared.get());
        if (pg::failureOf(state) == Failure::Programming)
            qFatal("SQL does not compile: %s\n%s", PQerrorMessage(m_session.handle()), statement.sql().constData());
        if (!again || pg::failureOf(state) != Failure::Gone) {
            fail(prepared.get());
            return false;
        }
        if (!revive())
            return false;
    }
}

/// A new connection between transactions; the failure is kept when there is none to be had.
bool PgConnection::revive()
{
    if (auto opened = m_session.reopen(); !opened) {
        keepError(opened.error());
        return false;
    }
    return true;
}

/// The state of a failure. A server that goes down says so first and then closes; the connection is given up at once.
QByteArray PgConnection::stateAfter(const PGresult* result)
{
    QByteArray state = m_session.state(result);
    if (pg::failureOf(state) == Failure::Gone)
        m_session.giveUp();
    return state;
}

/// Keeps the failure; one that ends the transaction for good makes everything until its end fail.
void PgConnection::fail(const PGresult* result)
{
    const Error error = m_session.error(result);
    const QByteArray state = stateAfter(result);
    if (state == "25P02") // the consequence of an earlier failure that was kept
        return keepError(error);
    const Failure failure = pg::failureOf(state);
    if (failure == Failure::Conflict && !state.startsWith("40"))
        forgetPrepared();
    if (m_open && !m_lost && (failure == Failure::Conflict || failure == Failure::Gone)) {
        m_lost = error;
        if (!m_session.isBroken())
            Owned(PQexec(m_session.handle(), "ROLLBACK"));
    }
    keepError(error);
}

/// After a change of tables the server's plans may no longer fit: every statement is prepared anew when it is next used.
void PgConnection::forgetPrepared()
{
    ++m_forgotten;
    if (!m_session.isBroken() && PQtransactionStatus(m_session.handle()) != PQTRANS_INERROR)
        Owned(PQexec(m_session.handle(), "DEALLOCATE ALL"));
}

void PgConnection::dropOldStatements()
{
    const quint64 recent = m_uses > s_mostPrepared / 4 ? m_uses - s_mostPrepared / 4 : 0;
    m_statements.removeIf([&](auto entry) {
        const PgStatement& statement = **entry;
        if (statement.lastUse >= recent || statement.isRunning())
            return false;
        if (inTransaction() || !m_open)
            Owned(PQexec(m_session.handle(), "DEALLOCATE " + statement.name()));
        return true;
    });
}

bool PgConnection::send(PgStatement& statement)
{
    // Reading outside of a transaction may simply be done again.
    for (bool again = !m_open && statement.isRead();; again = false) {
        Owned result(statement.execute(m_session.handle()));
        if (succeeded(result.get())) {
            if (!statement.isRead()) {
                m_changes = QByteArray(PQcmdTuples(result.get())).toLongLong();
                m_wrote = m_wrote || m_changes > 0;
            }
            statement.take(result.release());
            return true;
        }
        const Failure failure = pg::failureOf(stateAfter(result.get()));
        const bool hope = failure == Failure::Gone || failure == Failure::Conflict;
        if (!again || !hope) {
            fail(result.get());
            return false;
        }
        if (failure == Failure::Conflict)
            forgetPrepared();
        if ((m_session.isBroken() && !revive()) || !prepareOnServer(statement))
            return false;
    }
}

bool PgConnection::step(Statement& stepped)
{
    auto& statement = static_cast<PgStatement&>(stepped);
    if (statement.isBroken())
        return false;
    if (m_lost) {
        keepError(*m_lost);
        return false;
    }
    if (!statement.isRunning() && !send(statement))
        return false;
    return statement.next();
}

Result<void> PgConnection::execute(const QByteArray& sql)
{
    if (m_lost)
        return *m_lost;
    if (!m_open && m_session.isBroken()) {
        if (auto opened = m_session.reopen(); !opened)
            return opened;
    }
    const Owned result(PQexec(m_session.handle(), sql.constData()));
    if (!succeeded(result.get())) {
        fail(result.get());
        return *takeError();
    }
    if (sql.startsWith("ALTER") || sql.startsWith("CREATE") || sql.startsWith("DROP"))
        forgetPrepared();
    return {};
}

Result<std::unique_ptr<RowSink>> PgConnection::addRows(const QByteArray& table, const QByteArray& columns, size_t)
{
    if (m_lost)
        return *m_lost;
    const QByteArray sql = "COPY " + table + " (" + columns + ") FROM STDIN";
    const Owned begun(PQexec(m_session.handle(), sql.constData()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN) {
        fail(begun.get());
        return *takeError();
    }
    m_wrote = true;
    return std::unique_ptr<RowSink>(
        std::make_unique<pg::CopySink>(m_session.handle(), [this](const PGresult* result) -> Result<void> {
            if (succeeded(result))
                return {};
            fail(result);
            return *takeError();
        }));
}

Result<void> PgConnection::begin()
{
    if (m_lost) // the transaction that was given up must be ended first
        return *m_lost;
    m_mayRepeat = false;
    for (bool again = true;; again = false) {
        if (m_session.isBroken()) {
            if (auto opened = m_session.reopen(); !opened)
                return opened;
        }
        const Owned begun(PQexec(m_session.handle(), m_mode == Mode::Reader ? "BEGIN READ ONLY" : s_begin));
        if (succeeded(begun.get())) {
            m_open = true;
            m_wrote = false;
            m_transaction = m_mode == Mode::Reader ? QByteArray() : QByteArray(PQgetvalue(begun.get(), 0, 0));
            return {};
        }
        const Error error = m_session.error(begun.get());
        stateAfter(begun.get());
        if (!m_session.isBroken())
            Owned(PQexec(m_session.handle(), "ROLLBACK"));
        else if (again)
            continue;                       // it broke since it was last used; nothing was under way
        m_mayRepeat = m_session.isBroken(); // a server that goes down took the connection and dropped it
        return error;
    }
}

Result<void> PgConnection::commit()
{
    if (m_lost) {
        const Error error = *m_lost;
        rollback();
        return error;
    }
    const Owned done(PQexec(m_session.handle(), (m_wrote ? m_commitAndTell : QByteArray("COMMIT")).constData()));
    const QByteArray transaction = std::exchange(m_transaction, {});
    m_open = false;
    // A transaction with a failure in it is rolled back by COMMIT, without a failure.
    if (succeeded(done.get()) && qstrcmp(PQcmdStatus(done.get()), "COMMIT") == 0)
        return {};
    if (succeeded(done.get()))
        return Error(QStringLiteral("store.rolled_back"),
                     FW_MSG("The store has undone this change because writing failed."), FW_MSG("Try again."));
    const Error error = m_session.error(done.get());
    stateAfter(done.get());
    if (m_session.isBroken())
        return whatBecameOf(transaction, error);
    m_mayRepeat = pg::failureOf(pg::stateOf(done.get())) == Failure::Conflict;
    const Owned undone(PQexec(m_session.handle(), "ROLLBACK")); // nothing, when COMMIT itself failed
    return error;
}

/// The answer to COMMIT was lost; the server knows whether it happened.
Result<void> PgConnection::whatBecameOf(const QByteArray& transaction, const Error& error)
{
    using namespace std::chrono_literals;
    if (transaction.isEmpty() || !m_session.reopen())
        return pg::inDoubt(m_session.place());
    const QByteArray question = "SELECT pg_xact_status('" + transaction + "')";
    for (const QDeadlineTimer deadline(10s); !deadline.hasExpired(); QThread::msleep(20)) {
        const Owned answer(PQexec(m_session.handle(), question.constData()));
        const QByteArray state = PQntuples(answer.get()) == 1 ? PQgetvalue(answer.get(), 0, 0) : "";
        if (state == "committed")
            return {};
        // A server that crashed knows nothing of a transaction whose COMMIT it had not written yet: its id is still to come.
        const bool unknown = pg::stateOf(answer.get()) == "22023";
        if (state == "aborted" || unknown) {
            m_mayRepeat = true;
            return error;
        }
        if (state != "in progress") // its backend may still be at it
            break;
    }
    return pg::inDoubt(m_session.place());
}

void PgConnection::rollback()
{
    m_open = false;
    m_transaction.clear();
    if (m_lost) {
        m_mayRepeat = true;
        m_lost.reset();
    } else if (!m_session.isBroken()) {
        Owned(PQexec(m_session.handle(), "ROLLBACK"));
    }
}

} // namespace

Result<std::unique_ptr<Connection>> openPostgres(const QString& place, Connection::Mode mode)
{
    auto connection = std::make_unique<PgConnection>(place, mode);
    if (auto opened = connection->open(); !opened)
        return opened.error();
    return std::unique_ptr<Connection>(std::move(connection));
}

} // namespace fw::store
