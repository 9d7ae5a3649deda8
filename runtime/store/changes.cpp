#include "changes.h"

namespace fw::store
{

qint64 lastChange(Connection& connection)
{
    Statement& read = connection.prepare("SELECT coalesce(max(seq), 0) FROM fw_change");
    qint64 last = 0;
    while (connection.step(read))
        last = read.integer(0);
    return last;
}

QList<ChangeRow> changesAfter(Connection& connection, qint64 seq, int limit)
{
    Statement& read = connection.prepare("SELECT seq, cause, table_id, record, version, kind, fields, at FROM "
                                         "fw_change WHERE seq > ?1 ORDER BY seq LIMIT ?2");
    read.bind(0, seq).bind(1, limit);
    QList<ChangeRow> found;
    while (connection.step(read))
        found << ChangeRow{read.integer(0),
                           read.integer(1),
                           read.text(2),
                           read.text(3),
                           read.integer(4),
                           read.text(5),
                           read.text(6).split(u',', Qt::SkipEmptyParts),
                           read.integer(7)};
    return found;
}

} // namespace fw::store
