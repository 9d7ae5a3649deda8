#pragma once
#include "pgerrors.h"

#include <chrono>

namespace fw::store::pg
{

/// A connection of libpq: made with a deadline, set up so that no setting of the server or database changes what values mean.
class Session
{
public:
    Session(QString place, bool readOnly);
    ~Session() { PQfinish(m_connection); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Connects; a server that is only starting is waited for.
    Result<void> open();
    /// Connects anew when the connection is broken, trying for some seconds.
    Result<void> reopen();
    bool isBroken() const { return PQstatus(m_connection) != CONNECTION_OK; }
    /// Closes it: the server has said farewell, which libpq notices only later.
    void giveUp() { PQfinish(std::exchange(m_connection, nullptr)); }
    /// Counts the connections made: what was prepared on an earlier one is gone.
    int number() const { return m_number; }
    PGconn* handle() const { return m_connection; }
    const QString& place() const { return m_shown; } ///< without the password
    /// The failure of a result (nullptr = of the connection) in words.
    Error error(const PGresult* result) const;
    QByteArray state(const PGresult* result) const { return isBroken() ? QByteArray() : stateOf(result); }

private:
    Result<void> connectOnce(QByteArray* state);
    Result<void> tryFor(std::chrono::milliseconds patience, bool onlyWhileStarting);

    QString m_place, m_shown;
    bool m_readOnly;
    std::chrono::seconds m_patience; ///< of connecting
    PGconn* m_connection = nullptr;
    int m_number = 0;
};

} // namespace fw::store::pg
