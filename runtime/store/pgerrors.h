#pragma once
#include "model/base/result.h"

#include <libpq-fe.h>

/// Failures of PostgreSQL in words that say what to do.
namespace fw::store::pg
{

/// What the engine has to know of a failure besides its words.
enum class Failure {
    Refused,     ///< a rule, a right or the disk says no; repeating changes nothing
    Conflict,    ///< another transaction came first, or the tables were changed meanwhile: the unit may be repeated
    Gone,        ///< the connection or the server is gone
    Starting,    ///< the server is not ready yet
    Programming, ///< the statement is wrong
};
Failure failureOf(const QByteArray& sqlState);

/// The failure `sqlState` ("" = the connection itself) of the database at `place` (shown form): "store.gone",
/// "store.not_trusted", "store.sign_in", "store.cannot_open", "store.conflict", "store.constraint", "store.full", "store.busy",
/// "store.readonly", "store.corrupt", "store.memory", "store.failed". `detail`: the server's own words.
Error errorOf(const QByteArray& sqlState, const QString& detail, const QString& place);
QByteArray stateOf(const PGresult* result);
/// The first line of what the server said.
QString detailOf(const PGresult* result, const PGconn* connection);
/// The connection broke while a COMMIT was under way and the server cannot be asked what became of it.
Error inDoubt(const QString& place);

} // namespace fw::store::pg
