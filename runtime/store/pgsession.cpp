#include "pgsession.h"
#include "place.h"
#include "runtime/platform/socketwait.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QThread>

namespace fw::store::pg
{

namespace
{

using namespace std::chrono_literals;

/// An attempt to connect, and how long a server that restarts is waited for, unless the address says "connect_timeout".
constexpr auto s_patience = 10s;

/// Dates, zones and bytes travel in binary form; these settings decide how texts and literals inside SQL are read. Durable
/// commits are not to be switched off behind our back.
constexpr const char* s_settings =
    "SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET standard_conforming_strings = on; SET client_min_messages = "
    "warning; SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0; "
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';";

/// Lets the connection come about; false when it failed or took too long.
bool establish(PGconn* connection, std::chrono::seconds patience)
{
    const QDeadlineTimer deadline(patience);
    platform::SocketWait waiter;
    PostgresPollingStatusType want = PGRES_POLLING_WRITING;
    while (want != PGRES_POLLING_OK && want != PGRES_POLLING_FAILED) {
        const auto left = std::chrono::milliseconds(deadline.remainingTime());
        if (waiter.wait(PQsocket(connection), want == PGRES_POLLING_WRITING, left) !=
            platform::SocketWait::Result::Ready)
            return false;
        want = PQconnectPoll(connection);
    }
    return want == PGRES_POLLING_OK;
}

/// The "connect_timeout" of an address, in seconds; nothing when it does not say.
std::optional<std::chrono::seconds> timeoutOf(const QString& place)
{
    std::optional<std::chrono::seconds> seconds;
    PQconninfoOption* options = PQconninfoParse(place.toUtf8().constData(), nullptr);
    for (const PQconninfoOption* option = options; option && option->keyword; ++option) {
        if (qstrcmp(option->keyword, "connect_timeout") == 0 && option->val && atoi(option->val) > 0)
            seconds = std::chrono::seconds(atoi(option->val));
    }
    PQconninfoFree(options);
    return seconds;
}

/// "FATAL:  28P01: password …": while connecting libpq gives the state in the text only.
QByteArray stateIn(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("[A-Z]+:  ([0-9A-Z]{5}): "));
    QByteArray state;
    for (auto it = form.globalMatch(text); it.hasNext();)
        state = it.next().captured(1).toLatin1();
    return state;
}

} // namespace

Session::Session(QString place, bool readOnly)
    : m_place(std::move(place)), m_shown(shownPlace(m_place)), m_readOnly(readOnly),
      m_patience(timeoutOf(m_place).value_or(s_patience))
{
}

Error Session::error(const PGresult* result) const
{
    return errorOf(state(result), detailOf(result, m_connection), m_shown);
}

Result<void> Session::connectOnce(QByteArray* state)
{
    giveUp();
    if (m_shown == QStringLiteral("postgresql://…")) // what libpq would say of it may repeat the password
        return Error(QStringLiteral("store.bad_address"), FW_MSG("This is no address of a PostgreSQL database."),
                     FW_MSG("Write it as postgresql://user@host/database."));
    const QByteArray place = m_place.toUtf8();
    const char* keys[] = {"dbname", "fallback_application_name", "client_encoding", "tcp_user_timeout", nullptr};
    const char* values[] = {place.constData(), "formwright", "UTF8", "30000", nullptr};
    constexpr int expandName = 1; // "dbname" is the whole address
    m_connection = PQconnectStartParams(keys, values, expandName);
    PQsetErrorVerbosity(m_connection, PQERRORS_VERBOSE);
    PQsetNoticeProcessor(
        m_connection, [](void*, const char*) {}, nullptr);
    if (PQstatus(m_connection) == CONNECTION_BAD || !establish(m_connection, m_patience)) {
        const QString text = QString::fromUtf8(PQerrorMessage(m_connection));
        *state = stateIn(text);
        static const QRegularExpression code(QStringLiteral("\\b[0-9A-Z]{5}: "));
        QString line = text.section(u'\n', 0, 0).remove(code).trimmed();
        if (line.isEmpty())
            line = Message(FW_MSG("it does not answer")).text();
        giveUp();
        return errorOf(*state, line, m_shown);
    }
    PQsetErrorVerbosity(m_connection, PQERRORS_DEFAULT);
    ++m_number;
    QByteArray settings = s_settings;
    if (m_readOnly)
        settings += "SET default_transaction_read_only = on;";
    PGresult* done = PQexec(m_connection, settings.constData());
    const bool ok = PQresultStatus(done) == PGRES_COMMAND_OK || PQresultStatus(done) == PGRES_TUPLES_OK;
    Result<void> outcome = ok ? Result<void>() : Result<void>(error(done));
    *state = this->state(done);
    PQclear(done);
    return outcome;
}

Result<void> Session::tryFor(std::chrono::milliseconds patience, bool onlyWhileStarting)
{
    const QDeadlineTimer deadline(patience);
    auto pause = 20ms;
    for (;;) {
        QByteArray state;
        Result<void> connected = connectOnce(&state);
        const Failure failure = failureOf(state);
        const bool hope = failure == Failure::Starting || (failure == Failure::Gone && !onlyWhileStarting);
        if (connected || !hope || deadline.hasExpired() ||
            connected.error().code() == QLatin1String("store.bad_address"))
            return connected;
        QThread::msleep(static_cast<unsigned long>(pause.count()));
        pause = std::min(pause * 2, 500ms);
    }
}

Result<void> Session::open()
{
    return tryFor(m_patience, true);
}

Result<void> Session::reopen()
{
    return tryFor(m_patience, false);
}

} // namespace fw::store::pg
