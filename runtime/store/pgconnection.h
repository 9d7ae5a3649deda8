#pragma once
#include "connection.h"

namespace fw::store
{

/// Connects to a PostgreSQL database over libpq; `place` is its URL. The password comes from the URL, PGPASSWORD or
/// ~/.pgpass and is never shown. Errors: those of pg::errorOf, "store.bad_address".
Result<std::unique_ptr<Connection>> openPostgres(const QString& place, Connection::Mode mode);

} // namespace fw::store
