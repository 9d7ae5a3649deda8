#include "scorestore.h"
#include "rows.h"

namespace fw::store
{

std::optional<ScoreRow> findScore(Connection& connection, const QString& scoring, const QString& record)
{
    Statement& found = connection.prepare(
        "SELECT definition, total, stage, band, attributes, state FROM fw_score WHERE scoring = ? AND record = ?");
    found.bind(0, scoring).bind(1, record);
    return firstRow(connection, found, [](const Statement& row) {
        return ScoreRow{static_cast<int>(row.integer(0)),
                        row.integer(1),
                        row.text(2),
                        row.text(3),
                        row.text(4).split(QLatin1Char(' '), Qt::SkipEmptyParts),
                        row.blob(5)};
    });
}

void putScore(Connection& connection, const QString& scoring, const QString& record, const ScoreRow& row)
{
    Statement& put =
        connection.prepare("INSERT INTO fw_score(scoring, record, definition, total, stage, band, attributes, "
                           "state) VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scoring, record) DO UPDATE "
                           "SET definition = excluded.definition, total = excluded.total, stage = "
                           "excluded.stage, band = excluded.band, attributes = excluded.attributes, "
                           "state = excluded.state");
    put.bind(0, scoring)
        .bind(1, record)
        .bind(2, row.definition)
        .bind(3, row.total)
        .bind(4, orNull(row.stage))
        .bind(5, orNull(row.band))
        .bind(6, row.attributes.isEmpty() ? QStringLiteral("") : row.attributes.join(QLatin1Char(' ')))
        .bind(7, QString::fromUtf8(row.state));
    finish(connection, put);
}

std::vector<AwardRow> awardsOf(Connection& connection, const QString& scoring, const QString& record)
{
    Statement& found = connection.prepare(
        "SELECT criterion, event, at, points FROM fw_score_award WHERE scoring = ? AND record = ? ORDER BY ordinal");
    found.bind(0, scoring).bind(1, record);
    return allRows(connection, found, [](const Statement& row) {
        return AwardRow{row.text(0), row.integer(1), row.integer(2), row.integer(3)};
    });
}

void putAwards(Connection& connection, const QString& scoring, const QString& record,
               const std::vector<AwardRow>& awards, size_t kept)
{
    Statement& clear =
        connection.prepare("DELETE FROM fw_score_award WHERE scoring = ? AND record = ? AND ordinal >= ?");
    finish(connection, clear.bind(0, scoring).bind(1, record).bind(2, static_cast<qint64>(kept)));
    for (size_t i = kept; i < awards.size(); ++i) {
        Statement& insert = connection.prepare("INSERT INTO fw_score_award(scoring, record, ordinal, criterion, event, "
                                               "at, points) VALUES(?, ?, ?, ?, nullif(?, 0), ?, ?)");
        insert.bind(0, scoring)
            .bind(1, record)
            .bind(2, static_cast<qint64>(i))
            .bind(3, awards[i].criterion)
            .bind(4, awards[i].event)
            .bind(5, awards[i].at)
            .bind(6, awards[i].points);
        finish(connection, insert);
    }
}

void addScoreChange(Connection& connection, const QString& scoring, const QString& record, const ScoreChangeRow& row,
                    qint64 cause)
{
    Statement& insert = connection.prepare("INSERT INTO fw_score_change(scoring, record, at, old_total, new_total, "
                                           "old_stage, stage, old_band, band, late, cause) "
                                           "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(0, scoring)
        .bind(1, record)
        .bind(2, row.at)
        .bind(3, row.oldTotal)
        .bind(4, row.newTotal)
        .bind(5, orNull(row.oldStage))
        .bind(6, orNull(row.stage))
        .bind(7, orNull(row.oldBand))
        .bind(8, orNull(row.band))
        .bind(9, row.late)
        .bind(10, cause);
    finish(connection, insert);
}

bool isMember(Connection& connection, const QString& segment, const QString& record)
{
    Statement& found = connection.prepare("SELECT 1 FROM fw_segment_member WHERE segment = ? AND record = ?")
                           .bind(0, segment)
                           .bind(1, record);
    return firstRow(connection, found, [](const Statement&) { return true; }).has_value();
}

void addMember(Connection& connection, const QString& segment, const QString& record, Instant since)
{
    Statement& insert = connection.prepare(
        "INSERT INTO fw_segment_member(segment, record, since) VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
    finish(connection, insert.bind(0, segment).bind(1, record).bind(2, since));
}

void removeMember(Connection& connection, const QString& segment, const QString& record)
{
    Statement& remove = connection.prepare("DELETE FROM fw_segment_member WHERE segment = ? AND record = ?");
    finish(connection, remove.bind(0, segment).bind(1, record));
}

QStringList membersOf(Connection& connection, const QString& segment)
{
    Statement& found =
        connection.prepare("SELECT record FROM fw_segment_member WHERE segment = ? ORDER BY record").bind(0, segment);
    QStringList records;
    for (const QString& record : allRows(connection, found, [](const Statement& row) { return row.text(0); }))
        records.append(record);
    return records;
}

} // namespace fw::store
