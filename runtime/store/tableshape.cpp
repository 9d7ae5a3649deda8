#include "tableshape.h"
#include "recordsql.h"

namespace fw::store
{

namespace
{

using plan::Field;
using plan::FieldType;
using plan::Storage;

QByteArray storageName(Storage storage)
{
    switch (storage) {
    case Storage::Text: return "text";
    case Storage::Integer: return "integer";
    case Storage::Scaled: return "scaled";
    case Storage::Boolean: return "boolean";
    case Storage::Date: return "date";
    case Storage::Time: return "time";
    case Storage::Instant: return "instant";
    case Storage::TextList: return "list";
    case Storage::DateRange: return "date_range";
    case Storage::Location: return "location";
    case Storage::Json: return "json";
    }
    return "text";
}

/// One text for all that a figure is made of.
QString figureText(const feel::Aggregate& figure)
{
    QString text = QStringLiteral("%1,%2,%3,%4,%5(")
                       .arg(static_cast<int>(figure.op))
                       .arg(figure.constant.toString())
                       .arg(static_cast<int>(figure.function))
                       .arg(figure.argument, figure.filter);
    for (const feel::Aggregate& part : figure.parts)
        text += figureText(part);
    return text + u')';
}

QString formulaOf(const Field& field)
{
    if (field.type == FieldType::Rollup)
        return field.rollupTable + u'.' + field.rollupRelation + u' ' +
               (field.rollup ? figureText(*field.rollup) : QString()) + u' ' +
               (field.rollupWhere ? field.rollupWhere.program.source() : QString());
    return field.computed ? field.computed.program.source() : QString();
}

/// Comparison works on these texts as they stand, so their form is guarded by the database itself.
QByteArray check(const Field& field)
{
    const QByteArray name = quoted(field.id);
    switch (field.storage) {
    case Storage::Boolean: return " CHECK (" + name + " IN (0, 1))";
    case Storage::Date: return " CHECK (" + name + " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')";
    case Storage::Time: return " CHECK (" + name + " GLOB '[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*')";
    case Storage::TextList: return " CHECK (" + name + " GLOB '[[]*]')";
    case Storage::DateRange:
        return " CHECK (" + name +
               " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')";
    case Storage::Location:
        return " CHECK (" + name + " GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9],*.[0-9][0-9][0-9][0-9][0-9][0-9]')";
    case Storage::Json: return " CHECK (" + name + " GLOB '[[{]*[]}]')"; // json_valid() is not trusted in a schema
    default: return {};
    }
}

QByteArray localTime(const QByteArray& column)
{
    return "strftime('%Y-%m-%d %H:%M:%f', " + column +
           " / 1000.0 + (SELECT seconds FROM fw_zone WHERE since <= " + column +
           " ORDER BY since DESC LIMIT 1), 'unixepoch')";
}

QByteArray shown(const Field& field)
{
    const QByteArray column = quoted(field.id);
    if (field.storage == Storage::Scaled && field.decimals > 0)
        return column + " / 1" + QByteArray(field.decimals, '0') + ".0 AS " + column;
    if (field.storage == Storage::Instant)
        return localTime(column) + " AS " + column;
    return column;
}

bool wantsIndex(const plan::Table& table, const Field& field)
{
    return field.type == FieldType::Relation || field.type == FieldType::User || field.type == FieldType::Score ||
           std::find(table.identity.begin(), table.identity.end(), field.id) != table.identity.end();
}

} // namespace

QByteArray literal(const QString& text)
{
    return '\'' + text.toUtf8().replace('\'', "''") + '\'';
}

QMap<QString, StoredColumns> storedTables(Connection& connection)
{
    QMap<QString, StoredColumns> tables;
    Statement& read = connection.prepare(
        "SELECT table_id, column_id, storage, decimals, relation_to, formula, filled, retired FROM fw_column");
    while (connection.step(read)) {
        ColumnShape shape{read.text(1),
                          read.text(2).toLatin1(),
                          static_cast<int>(read.integer(3)),
                          read.text(4),
                          read.text(5),
                          read.integer(6) != 0,
                          read.integer(7) != 0};
        tables[read.text(0)].insert(shape.id, shape);
    }
    return tables;
}

ColumnShape columnShape(const Field& field)
{
    const QString formula = formulaOf(field);
    return {field.id,
            storageName(field.storage),
            field.storage == Storage::Scaled ? field.decimals : 0,
            field.relationTo,
            formula,
            formula.isEmpty(),
            false};
}

QByteArray columnDefinition(const Field& field)
{
    QByteArray sql = quoted(field.id) + (isText(field.storage) ? " TEXT" : " INTEGER") + check(field);
    if (!field.relationTo.isEmpty())
        sql += " REFERENCES " + quoted(field.relationTo) + "(id)";
    return sql;
}

QByteArray createTable(const plan::Table& table)
{
    // STRICT: a value of the wrong kind is refused by SQLite itself, whoever writes it.
    QByteArray sql =
        "CREATE TABLE " + quoted(table.id) +
        " (id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,"
        " updated_at INTEGER NOT NULL, updated_by TEXT, deleted_at INTEGER";
    for (const Field& field : table.fields) {
        if (hasColumn(field))
            sql += ", " + columnDefinition(field);
    }
    return sql + ") STRICT";
}

QByteArray noteColumn(const QString& table, const ColumnShape& shape)
{
    const QByteArray values = QByteArrayList{literal(table),
                                             literal(shape.id),
                                             literal(QString::fromLatin1(shape.storage)),
                                             QByteArray::number(shape.decimals),
                                             literal(shape.relationTo),
                                             literal(shape.formula),
                                             shape.filled ? "1" : "0",
                                             shape.retired ? "1" : "0"}
                                  .join(", ");
    return "INSERT OR REPLACE INTO fw_column (table_id, column_id, storage, decimals, relation_to, formula, filled, "
           "retired) VALUES (" +
           values + ")";
}

QMap<QString, QByteArray> tableIndexes(const plan::Plan& plan, const plan::Table& table)
{
    QMap<QString, QByteArray> indexes;
    const auto add = [&](const QString& field, bool unique) {
        const QString name =
            QStringLiteral("fw_%1_%2__%3").arg(unique ? QStringLiteral("ux") : QStringLiteral("ix"), table.id, field);
        // Only live records: a value in the bin does not block, and rows in the bin are not looked for.
        indexes.insert(name, (unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + quoted(name) + " ON " +
                                 quoted(table.id) + " (" + quoted(field) + (unique ? ")" : ", id)") +
                                 " WHERE deleted_at IS NULL");
    };
    for (const Field& field : table.fields) {
        if (hasColumn(field) && (field.unique || wantsIndex(table, field)))
            add(field.id, field.unique);
    }
    for (const plan::View& view : plan.views) {
        const Field* field =
            view.table == table.id && !view.sort.empty() ? table.findField(view.sort.front().field) : nullptr;
        if (field && hasColumn(*field) && !field->unique)
            add(field->id, false);
    }
    return indexes;
}

QByteArray tableView(const plan::Table& table)
{
    QByteArray sql = "CREATE VIEW " + quoted(QStringLiteral("v_") + table.id) + " AS SELECT id";
    for (const Field& field : table.fields) {
        if (hasColumn(field))
            sql += ", " + shown(field);
    }
    sql +=
        ", " + localTime("created_at") + " AS created_at, " + localTime("updated_at") + " AS updated_at, version FROM ";
    return sql + quoted(table.id) + " WHERE deleted_at IS NULL";
}

QMap<Instant, int> zoneOffsets(const QTimeZone& zone)
{
    const QTimeZone used = zone.isValid() ? zone : QTimeZone::utc();
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    QMap<Instant, int> offsets{{std::numeric_limits<Instant>::min(), used.offsetFromUtc(begin)}};
    for (const auto& transition : used.transitions(begin, begin.addYears(130))) {
        if (offsets.last() != transition.offsetFromUtc)
            offsets.insert(transition.atUtc.toMSecsSinceEpoch(), transition.offsetFromUtc);
    }
    return offsets;
}

} // namespace fw::store
