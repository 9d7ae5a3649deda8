#include "housekeeping.h"
#include "sqltext.h"

namespace fw::store
{

namespace
{

/// The oldest rows stand first: only the head of a table is looked at, whatever its size.
qint64 pruneHead(Connection& connection, const char* sql, Instant before, int limit)
{
    Statement& remove = connection.prepare(sql);
    finish(connection, remove.bind(0, before).bind(1, limit));
    return connection.changes();
}

} // namespace

bool prune(Connection& connection, const Ages& before, int limit)
{
    qint64 most = 0;
    most = std::max(most, pruneHead(connection,
                                    "DELETE FROM fw_change WHERE seq IN (SELECT seq FROM (SELECT seq, at FROM fw_change"
                                    " ORDER BY seq LIMIT ?2) AS oldest WHERE at < ?1)",
                                    before.changes, limit));
    most = std::max(most, pruneHead(connection,
                                    "DELETE FROM fw_trace WHERE id IN (SELECT id FROM (SELECT id, at FROM fw_trace"
                                    " ORDER BY id LIMIT ?2) AS oldest WHERE at < ?1)",
                                    before.traces, limit));
    most = std::max(most,
                    pruneHead(connection,
                              "UPDATE fw_cause SET key = NULL, body_hash = NULL, reply = NULL WHERE seq IN (SELECT seq"
                              " FROM (SELECT seq, at FROM fw_cause WHERE key IS NOT NULL ORDER BY seq LIMIT ?2)"
                              " AS oldest WHERE at < ?1)",
                              before.replies, limit));
    return most >= limit;
}

} // namespace fw::store
