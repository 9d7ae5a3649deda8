#include "whynot.h"
#include "rows.h"

#include <QJsonDocument>

namespace fw::store
{

void addWhyNot(Connection& connection, const std::vector<WhyNot>& rows)
{
    for (const WhyNot& row : rows) {
        Statement& insert =
            connection.prepare("INSERT INTO fw_why_not (at, cause, workflow, trigger_id, record, reason, leaf)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        insert.bind(0, row.at)
            .bind(1, row.cause)
            .bind(2, row.workflow)
            .bind(3, row.trigger)
            .bind(4, notNull(row.record));
        insert.bind(5, row.reason).bind(6, QString::fromUtf8(QJsonDocument(row.leaf).toJson(QJsonDocument::Compact)));
        finish(connection, insert);
    }
}

void trimWhyNot(Connection& connection, const QString& workflow, int keep)
{
    Statement& remove =
        connection.prepare("DELETE FROM fw_why_not WHERE workflow = ?1 AND id <= (SELECT id FROM fw_why_not"
                           " WHERE workflow = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)");
    finish(connection, remove.bind(0, workflow).bind(1, keep));
}

std::vector<WhyNot> whyNot(Connection& connection, const QString& workflow, const QString& record, int limit)
{
    Statement& read = connection.prepare("SELECT at, cause, workflow, trigger_id, record, reason, leaf FROM fw_why_not"
                                         " WHERE workflow = ?1 AND (?2 = '' OR record = ?2) ORDER BY id DESC LIMIT ?3");
    read.bind(0, workflow).bind(1, notNull(record)).bind(2, limit);
    return allRows(connection, read, [](const Statement& row) {
        return WhyNot{row.integer(0),
                      row.integer(1),
                      row.text(2),
                      row.text(3),
                      row.text(4),
                      row.text(5),
                      QJsonDocument::fromJson(row.text(6).toUtf8()).object()};
    });
}

} // namespace fw::store
