#include "eventlog.h"
#include "rows.h"

namespace fw::store
{

namespace
{

constexpr const char* eventColumns = "SELECT e.seq, e.event, e.identity, i.person, e.at, e.received, e.channel, "
                                     "e.event_key, e.identities, e.props, e.late "
                                     "FROM fw_identity i JOIN fw_event e ON e.identity = i.id ";

EventLogRow readEvent(const Statement& row)
{
    return {row.integer(0), row.text(1), row.integer(2), row.text(3), row.integer(4),      row.integer(5),
            row.text(6),    row.text(7), row.blob(8),    row.blob(9), row.integer(10) != 0};
}

} // namespace

qint64 appendEvent(Connection& connection, const EventLogRow& row, qint64 cause)
{
    Statement& insert = connection.prepare(
        "INSERT INTO fw_event(event, identity, at, received, channel, event_key, identities, props, late, cause) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq");
    insert.bind(0, row.event)
        .bind(1, row.identity)
        .bind(2, row.at)
        .bind(3, row.received)
        .bind(4, orNull(row.channel))
        .bind(5, orNull(row.key))
        .bind(6, QString::fromUtf8(row.identities))
        .bind(7, QString::fromUtf8(row.props))
        .bind(8, row.late)
        .bind(9, cause);
    return numberFrom(connection, insert);
}

std::optional<EventLogRow> findEventByKey(Connection& connection, const QString& key)
{
    static const QByteArray sql = QByteArray(eventColumns) + "WHERE e.event_key = ?";
    Statement& found = connection.prepare(sql).bind(0, key);
    return firstRow(connection, found, readEvent);
}

void forEachEvent(Connection& connection, const QString& person, const QString& event, Instant since, bool withLate,
                  const std::function<void(const EventLogRow&)>& visit)
{
    static const QByteArray sql = QByteArray(eventColumns) +
                                  "WHERE i.person = ?1 AND (CAST(?2 AS TEXT) IS NULL OR e.event = ?2) AND "
                                  "e.at >= ?3 AND e.late <= ?4 ORDER BY e.at, e.seq";
    Statement& found = connection.prepare(sql).bind(0, person).bind(1, orNull(event)).bind(2, since).bind(3, withLate);
    // Read whole first: the visitor may use the same statement for another person.
    for (const EventLogRow& row : allRows(connection, found, readEvent))
        visit(row);
}

std::vector<EventLogRow> newestEvents(Connection& connection, const QString& person, Instant before, int limit)
{
    static const QByteArray sql =
        QByteArray(eventColumns) +
        "WHERE i.person = ?1 AND (e.at < ?2 OR ?2 = 0) ORDER BY e.at DESC, e.seq DESC LIMIT ?3";
    Statement& found = connection.prepare(sql).bind(0, person).bind(1, before).bind(2, limit);
    return allRows(connection, found, readEvent);
}

void addInteraction(Connection& connection, qint64 identity, Instant at, const QString& table, const QString& id,
                    qint64 cause)
{
    Statement& insert = connection.prepare(
        "INSERT INTO fw_interaction(identity, at, source_table, source_id, cause) VALUES(?, ?, ?, ?, ?)");
    insert.bind(0, identity).bind(1, at).bind(2, table).bind(3, id).bind(4, cause);
    finish(connection, insert);
}

std::vector<Instant> interactionsOf(Connection& connection, const QString& person)
{
    Statement& found = connection
                           .prepare("SELECT n.at FROM fw_identity i JOIN fw_interaction n ON n.identity = i.id WHERE "
                                    "i.person = ? ORDER BY n.at")
                           .bind(0, person);
    return allRows(connection, found, [](const Statement& row) { return row.integer(0); });
}

std::vector<TimelineRow> newestNotes(Connection& connection, const QString& person, const QString& record,
                                     Instant before, int limit)
{
    Statement& found = connection.prepare(R"sql(
SELECT 'consent', c.at, c.seq, c.purpose, CASE c.granted WHEN 1 THEN 'granted' ELSE 'withdrawn' END, CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT),
       CAST(NULL AS TEXT)
  FROM fw_identity i JOIN fw_consent c ON c.identity = i.id WHERE i.person = ?1 AND (c.at < ?3 OR ?3 = 0)
UNION ALL
SELECT 'merge', m.at, m.seq, i.kind, m.was, NULL, NULL, NULL, NULL, NULL
  FROM fw_person_merge m JOIN fw_identity i ON i.id = m.identity WHERE m.person = ?1 AND (m.at < ?3 OR ?3 = 0)
UNION ALL
SELECT 'score', s.at, s.seq, s.scoring, CAST(s.old_total AS TEXT), CAST(s.new_total AS TEXT), s.old_stage, s.stage, s.old_band, s.band
  FROM fw_score_change s WHERE s.record = ?2 AND (s.at < ?3 OR ?3 = 0)
ORDER BY 2 DESC, 3 DESC LIMIT ?4)sql");
    found.bind(0, person).bind(1, record).bind(2, before).bind(3, limit);
    return allRows(connection, found, [](const Statement& row) {
        TimelineRow note{row.text(0), row.integer(1), row.integer(2), row.text(3), {}};
        for (int column = 4; column < 10; ++column)
            note.details.append(row.text(column));
        return note;
    });
}

} // namespace fw::store
