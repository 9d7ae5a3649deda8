#pragma once
#include "model/base/result.h"

namespace fw::store
{

/// Whether a store's place is a PostgreSQL database ("postgresql://…", "postgres://…") rather than a file.
bool isPostgresPlace(const QString& place);
/// The place as it may be shown and logged: of a database user, host and name, never the password. A file stays as it is.
QString shownPlace(const QString& place);
/// Error store.not_a_file for a database: its backups are its server's.
Result<void> mustBeFile(const QString& place);

} // namespace fw::store
