#include "tableshape.h"
#include "recordsql.h"

#include <QCryptographicHash>

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

/// The type of a column in PostgreSQL. Texts compare by code point, as FEEL and SQLite do, whatever the database was made
/// with. Only a time field is sure to have no zone; a computed time may have one, which `time` would drop.
QByteArray postgresType(const Field& field)
{
    switch (field.storage) {
    case Storage::Integer: return "bigint";
    case Storage::Scaled: return "numeric(38, " + QByteArray::number(field.decimals) + ')';
    case Storage::Boolean: return "boolean";
    case Storage::Date: return "date";
    case Storage::Instant: return "timestamptz(3)";
    case Storage::TextList: return "jsonb";
    case Storage::Time: return field.type == FieldType::Time ? "time" : "text COLLATE \"C\"";
    case Storage::Text:
    case Storage::DateRange:
    case Storage::Location:
    case Storage::Json: break; // JSON stays as it was written; the view shows it as jsonb
    }
    return "text COLLATE \"C\"";
}

/// The greatest number of a column with so many decimals: int64 in units, in both databases.
QByteArray greatest(int decimals)
{
    return feel::Decimal::fromScaled(std::numeric_limits<qint64>::max(), decimals).toString().toLatin1();
}

QByteArray postgresCheck(const Field& field)
{
    const QByteArray name = quoted(field.id);
    if (field.storage == Storage::Scaled)
        return " CHECK (abs(" + name + ") <= " + greatest(field.decimals) + ')';
    switch (field.storage) {
    case Storage::TextList: return " CHECK (jsonb_typeof(" + name + ") = 'array')";
    case Storage::DateRange: return " CHECK (" + name + " ~ '^\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}$')";
    case Storage::Location: return " CHECK (" + name + " ~ '^-?\\d+[.]\\d{6},-?\\d+[.]\\d{6}$')";
    case Storage::Json: return " CHECK (json_typeof(CAST(" + name + " AS json)) IN ('object', 'array'))";
    default: return {};
    }
}

/// Drops the checks of one column in PostgreSQL, whatever it and its table were called when they were made.
QByteArray dropChecks(const QString& table, const QString& column)
{
    const QByteArray regclass = literal(QString::fromUtf8(quoted(table))) + "::regclass";
    return "DO $drop$ DECLARE name text; BEGIN FOR name IN SELECT conname FROM pg_constraint WHERE conrelid = " +
           regclass +
           " AND contype = 'c' AND conkey = (SELECT ARRAY[attnum] FROM pg_attribute WHERE attrelid = " + regclass +
           " AND attname = " + literal(column) + ") LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', " +
           regclass + ", name); END LOOP; END $drop$";
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

QByteArray localTime(Dialect dialect, const QByteArray& column)
{
    if (dialect.isPostgres())
        return "(" + column +
               " AT TIME ZONE 'UTC' + make_interval(secs => (SELECT seconds FROM fw_zone WHERE since <= " +
               dialect.millis(column) + " ORDER BY since DESC LIMIT 1)))";
    return "strftime('%Y-%m-%d %H:%M:%f', " + column +
           " / 1000.0 + (SELECT seconds FROM fw_zone WHERE since <= " + column +
           " ORDER BY since DESC LIMIT 1), 'unixepoch')";
}

QByteArray shown(Dialect dialect, const Field& field)
{
    const QByteArray column = quoted(field.id);
    if (field.storage == Storage::Scaled && field.decimals > 0 && !dialect.isPostgres())
        return column + " / 1" + QByteArray(field.decimals, '0') + ".0 AS " + column;
    if (field.storage == Storage::Instant)
        return localTime(dialect, column) + " AS " + column;
    if (field.storage == Storage::Json && dialect.isPostgres())
        return "CAST(" + column + " AS jsonb) AS " + column;
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

Field fieldOf(const ColumnShape& shape)
{
    Field field;
    field.id = shape.id;
    for (const Storage storage :
         {Storage::Text, Storage::Integer, Storage::Scaled, Storage::Boolean, Storage::Date, Storage::Time,
          Storage::Instant, Storage::TextList, Storage::DateRange, Storage::Location, Storage::Json}) {
        if (storageName(storage) == shape.storage)
            field.storage = storage;
    }
    if (field.storage == Storage::Time && shape.formula.isEmpty())
        field.type = FieldType::Time;
    field.decimals = shape.decimals;
    field.relationTo = shape.relationTo;
    field.stored = true;
    return field;
}

QByteArray columnDefinition(Dialect dialect, const Field& field)
{
    if (dialect.isPostgres())
        return quoted(field.id) + ' ' + postgresType(field) + postgresCheck(field);
    QByteArray sql = quoted(field.id) + (isText(field.storage) ? " TEXT" : " INTEGER") + check(field);
    if (!field.relationTo.isEmpty())
        sql += " REFERENCES " + quoted(field.relationTo) + "(id)";
    return sql;
}

QByteArray reference(Dialect dialect, const plan::Table& table, const Field& field)
{
    if (!dialect.isPostgres() || field.relationTo.isEmpty())
        return {};
    return "ALTER TABLE " + quoted(table.id) + " ADD FOREIGN KEY (" + quoted(field.id) + ") REFERENCES " +
           quoted(field.relationTo) + "(id)";
}

QByteArray createTable(Dialect dialect, const plan::Table& table)
{
    QByteArray sql = "CREATE TABLE " + quoted(table.id) + " (";
    sql += dialect.isPostgres()
               ? "id text COLLATE \"C\" PRIMARY KEY, version bigint NOT NULL, created_at timestamptz(3) NOT NULL,"
                 " created_by text COLLATE \"C\", updated_at timestamptz(3) NOT NULL, updated_by text COLLATE \"C\","
                 " deleted_at timestamptz(3)"
               : "id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, created_at INTEGER NOT NULL, created_by TEXT,"
                 " updated_at INTEGER NOT NULL, updated_by TEXT, deleted_at INTEGER";
    for (const Field& field : table.fields) {
        if (hasColumn(field))
            sql += ", " + columnDefinition(dialect, field);
    }
    // STRICT: a value of the wrong kind is refused by SQLite itself, whoever writes it.
    return sql + (dialect.isPostgres() ? ")" : ") STRICT");
}

QByteArray rescaleLoss(Dialect dialect, const QByteArray& column, int from, int to)
{
    const QByteArray factor = '1' + QByteArray(std::abs(to - from), '0');
    if (dialect.isPostgres())
        return to > from ? "abs(" + column + ") > " + greatest(to)
                         : "round(" + column + ", " + QByteArray::number(to) + ") <> " + column;
    return to > from ? "abs(" + column + ") > 9223372036854775807 / " + factor : column + " % " + factor + " <> 0";
}

QList<QByteArray> rescale(Dialect dialect, const plan::Table& table, const Field& field, int from)
{
    const QByteArray column = quoted(field.id), name = quoted(table.id);
    const int to = field.storage == Storage::Scaled ? field.decimals : 0;
    if (dialect.isPostgres()) {
        const QByteArray alter = "ALTER TABLE " + name;
        return {dropChecks(table.id, field.id),
                alter + " ALTER COLUMN " + column + " TYPE " + postgresType(field) + " USING CASE WHEN abs(" + column +
                    ") <= " + greatest(to) + " THEN round(" + column + "::numeric, " + QByteArray::number(to) + ") END",
                postgresCheck(field).isEmpty() ? QByteArray() : alter + " ADD" + postgresCheck(field)};
    }
    const QByteArray factor = '1' + QByteArray(std::abs(to - from), '0');
    if (to == from)
        return {};
    const QByteArray expression = to > from ? "CASE WHEN abs(" + column + ") > 9223372036854775807 / " + factor +
                                                  " THEN NULL ELSE " + column + " * " + factor + " END"
                                            : "(" + column + " + CASE WHEN " + column + " < 0 THEN -1 ELSE 1 END * (" +
                                                  factor + " / 2)) / " + factor;
    return {"UPDATE " + name + " SET " + column + " = " + expression + " WHERE " + column + " IS NOT NULL"};
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
    return "INSERT INTO fw_column (table_id, column_id, storage, decimals, relation_to, formula, filled, retired) "
           "VALUES "
           "(" +
           values +
           ") ON CONFLICT (table_id, column_id) DO UPDATE SET storage = excluded.storage, decimals = "
           "excluded.decimals, "
           "relation_to = excluded.relation_to, formula = excluded.formula, filled = excluded.filled, "
           "retired = excluded.retired";
}

QString indexName(bool unique, const QString& table, const QString& column)
{
    const QString name =
        QStringLiteral("fw_%1_%2__%3").arg(unique ? QStringLiteral("ux") : QStringLiteral("ix"), table, column);
    if (name.size() <= 63) // PostgreSQL cuts longer names off
        return name;
    return name.left(50) + u'_' +
           QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(12));
}

QMap<QString, TableIndex> tableIndexes(Dialect dialect, const plan::Plan& plan, const plan::Table& table)
{
    QMap<QString, TableIndex> indexes;
    const auto add = [&](const QString& field, bool unique) {
        const QString name = indexName(unique, table.id, field);
        // Nulls come first, as lists are ordered; SQLite's indexes are so by themselves.
        const QByteArray columns = quoted(field) + (unique ? "" : dialect.isPostgres() ? " NULLS FIRST, id" : ", id");
        // Only live records: a value in the bin does not block, and rows in the bin are not looked for.
        indexes.insert(name, {field, unique,
                              (unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + quoted(name) + " ON " +
                                  quoted(table.id) + " (" + columns + ") WHERE deleted_at IS NULL"});
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

QByteArray tableView(Dialect dialect, const plan::Table& table)
{
    QByteArray sql = "CREATE VIEW " + quoted(QStringLiteral("v_") + table.id) + " AS SELECT id";
    for (const Field& field : table.fields) {
        if (hasColumn(field))
            sql += ", " + shown(dialect, field);
    }
    sql += ", " + localTime(dialect, "created_at") + " AS created_at, " + localTime(dialect, "updated_at") +
           " AS updated_at, version FROM ";
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
