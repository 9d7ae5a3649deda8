#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <QStringList>

namespace fw::store
{

/// One row of the change feed (kept 7 days): what a commit changed. `record` is empty for system things.
struct ChangeRow {
    qint64 seq = 0;
    qint64 cause = 0;
    QString table;
    QString record;
    qint64 version = 0;
    QString kind; ///< created | updated | deleted …
    QStringList fields;
    Instant at = 0;
};

qint64 lastChange(Connection& connection); ///< 0 when there is none
/// Changes behind a cursor, in order, at most `limit`.
QList<ChangeRow> changesAfter(Connection& connection, qint64 seq, int limit = 1000);

} // namespace fw::store
