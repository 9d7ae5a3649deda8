#include "recordsql.h"
#include "jsonvalue.h"
#include "model/formats/codes.h"
#include "sqltext.h"

namespace fw::store
{

namespace
{

constexpr int s_systemColumns = 7;

feel::Value readList(const QString& json)
{
    feel::Value::Items items;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue& item : array)
        items.emplace_back(item.toString());
    return feel::Value::list(std::move(items));
}

QJsonValue jsonIn(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QString listText(const feel::Value& list)
{
    QJsonArray array;
    for (const feel::Value& item : list.items())
        array.append(item.string());
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

feel::Value readText(const plan::Field& field, const QString& text)
{
    if (field.feelType.kind() != feel::Type::Kind::MonthDuration)
        return text;
    const auto months = feel::parseMonthDuration(text);
    return months ? feel::Value(*months) : feel::Value();
}

QString storedText(const feel::Value& value)
{
    return value.kind() == feel::Value::Kind::String ? value.string() : value.toText();
}

feel::Value readRange(const QString& text)
{
    const auto range = formats::readDateRange(text);
    return range ? feel::Value::range({feel::Value(range->first), feel::Value(range->last), true, true})
                 : feel::Value();
}

feel::Value readPlace(const QString& text)
{
    const auto place = formats::readLocation(text);
    return place ? feel::Value::context({{QStringLiteral("lat"), place->lat}, {QStringLiteral("lon"), place->lon}})
                 : feel::Value();
}

feel::Value orNull(const auto& parsed)
{
    return parsed ? feel::Value(*parsed) : feel::Value();
}

} // namespace

QString rangeText(const feel::Value& range)
{
    const feel::RangeValue& ends = range.rangeValue();
    return formats::dateRangeText({ends.start.date(), ends.end.date()});
}

QString placeText(const feel::Value& place)
{
    return formats::locationText({place.entry(u"lat")->number(), place.entry(u"lon")->number()});
}

QByteArray quoted(QStringView id)
{
    return '"' + id.toUtf8() + '"';
}

QByteArray recordColumns(const plan::Table& table, const QByteArray& prefix)
{
    QByteArray sql;
    sql.reserve(256);
    for (const char* column : {"id", "version", "created_at", "created_by", "updated_at", "updated_by", "deleted_at"})
        sql += (sql.isEmpty() ? "" : ", ") + prefix + column;
    for (const plan::Field& field : table.fields) {
        if (hasColumn(field))
            sql += ", " + prefix + quoted(field.id);
    }
    return sql;
}

std::shared_ptr<engine::Record> readRecord(const Statement& statement, const plan::Plan& plan, const plan::Table& table,
                                           int firstColumn)
{
    auto record = std::make_shared<engine::Record>();
    record->table = &table;
    record->id = statement.text(firstColumn);
    record->version = statement.integer(firstColumn + 1);
    record->createdAt = statement.integer(firstColumn + 2);
    record->createdBy = statement.text(firstColumn + 3);
    record->updatedAt = statement.integer(firstColumn + 4);
    record->updatedBy = statement.text(firstColumn + 5);
    record->deletedAt = statement.integer(firstColumn + 6);
    record->values.resize(table.fields.size());
    int column = firstColumn + s_systemColumns;
    for (size_t i = 0; i < table.fields.size(); ++i) {
        if (hasColumn(table.fields[i]))
            record->values[i] = readField(statement, column++, table.fields[i], plan.zone);
    }
    return record;
}

void bindField(Statement& statement, int index, const plan::Field& field, const feel::Value& value,
               const QTimeZone& zone)
{
    using plan::Storage;
    if (value.isNull()) {
        statement.bindNull(index);
        return;
    }
    switch (field.storage) {
    case Storage::Text:
    case Storage::Date:
    case Storage::Time: statement.bind(index, storedText(value)); break;
    case Storage::Integer:
        if (value.kind() == feel::Value::Kind::TimeDuration)
            statement.bind(index, value.timeDuration().toMillis());
        else
            statement.bind(index, value.number().toInt64().value_or(0));
        break;
    case Storage::Scaled:
        statement.bind(index, Scaled{value.number().toScaled(field.decimals).value_or(0), field.decimals});
        break;
    case Storage::Boolean: statement.bind(index, value.boolean()); break;
    case Storage::Instant: statement.bind(index, value.dateTime().toEpochMillis(zone)); break;
    case Storage::TextList: statement.bind(index, listText(value)); break;
    case Storage::DateRange: statement.bind(index, rangeText(value)); break;
    case Storage::Location: statement.bind(index, placeText(value)); break;
    case Storage::Json: statement.bind(index, QString::fromUtf8(plainJsonText(value))); break;
    }
}

feel::Value readField(const Statement& statement, int column, const plan::Field& field, const QTimeZone& zone)
{
    using plan::Storage;
    if (statement.isNull(column))
        return {};
    switch (field.storage) {
    case Storage::Text: return readText(field, statement.text(column));
    case Storage::Date: return orNull(feel::Date::fromString(statement.text(column)));
    case Storage::Time: return orNull(feel::Time::fromString(statement.text(column)));
    case Storage::Integer:
        if (holdsDuration(field))
            return feel::TimeDuration::fromMillis(statement.integer(column));
        return statement.integer(column);
    case Storage::Scaled: return feel::Decimal::fromScaled(statement.scaled(column, field.decimals), field.decimals);
    case Storage::Boolean: return statement.integer(column) != 0;
    case Storage::Instant: return feel::DateTime::fromEpochMillis(statement.integer(column), zone);
    case Storage::TextList: return readList(statement.text(column));
    case Storage::DateRange: return readRange(statement.text(column));
    case Storage::Location: return readPlace(statement.text(column));
    case Storage::Json: return valueOfJson(jsonIn(statement.text(column)));
    }
    return {};
}

std::shared_ptr<engine::Record> selectRecord(Connection& connection, const plan::Plan& plan, const plan::Table& table,
                                             const QString& id)
{
    Statement& select =
        connection.prepare("SELECT " + recordColumns(table) + " FROM " + quoted(table.id) + " WHERE id = ?1");
    select.bind(0, id);
    if (!connection.step(select))
        return nullptr;
    auto record = readRecord(select, plan, table);
    connection.step(select);
    return record;
}

std::vector<std::shared_ptr<const engine::Record>> selectRecords(Connection& connection, const plan::Plan& plan,
                                                                 const plan::Table& table,
                                                                 const std::vector<std::pair<int, feel::Value>>& fields,
                                                                 int limit)
{
    QByteArray sql = "SELECT " + recordColumns(table) + " FROM " + quoted(table.id) + " WHERE deleted_at IS NULL";
    for (const auto& [field, value] : fields)
        sql += " AND " + quoted(table.fields[static_cast<size_t>(field)].id) + (value.isNull() ? " IS NULL" : " = ?");
    sql += " ORDER BY id";
    if (limit > 0)
        sql += " LIMIT " + QByteArray::number(limit);
    Statement& select = connection.prepare(sql);
    int index = 0;
    for (const auto& [field, value] : fields) {
        if (!value.isNull())
            bindField(select, index++, table.fields[static_cast<size_t>(field)], value, plan.zone);
    }
    std::vector<std::shared_ptr<const engine::Record>> records;
    while (connection.step(select))
        records.push_back(readRecord(select, plan, table));
    return records;
}

QStringList selectIds(Connection& connection, const plan::Plan& plan, const plan::Table& table, int field,
                      const feel::Value& value)
{
    const plan::Field& column = table.fields[static_cast<size_t>(field)];
    Statement& select = connection.prepare("SELECT id FROM " + quoted(table.id) + " WHERE " + quoted(column.id) +
                                           " = ?1 AND deleted_at IS NULL LIMIT 2");
    bindField(select, 0, column, value, plan.zone);
    QStringList ids;
    while (connection.step(select))
        ids << select.text(0);
    return ids;
}

Result<void> insertRecord(Connection& connection, const plan::Plan& plan, const engine::Record& record)
{
    const plan::Table& table = *record.table;
    const QByteArray columns = recordColumns(table);
    QByteArray sql = "INSERT INTO " + quoted(table.id) + " (" + columns + ") VALUES (?" +
                     QByteArray(", ?").repeated(columns.count(',')) + ")";
    Statement& insert = connection.prepare(sql);
    insert.bind(0, record.id).bind(1, record.version).bind(2, record.createdAt).bind(4, record.updatedAt);
    if (!record.createdBy.isEmpty())
        insert.bind(3, record.createdBy);
    if (!record.updatedBy.isEmpty())
        insert.bind(5, record.updatedBy);
    int index = s_systemColumns;
    for (size_t i = 0; i < table.fields.size(); ++i) {
        if (hasColumn(table.fields[i]))
            bindField(insert, index++, table.fields[i], record.values[i], plan.zone);
    }
    return connection.run(insert);
}

Result<void> updateRecord(Connection& connection, const plan::Plan& plan, const engine::Record& record,
                          const std::vector<int>& fields)
{
    const plan::Table& table = *record.table;
    QByteArray sql = "UPDATE " + quoted(table.id) + " SET version = ?, updated_at = ?, updated_by = ?, deleted_at = ?";
    for (int field : fields)
        sql += ", " + quoted(table.fields[static_cast<size_t>(field)].id) + " = ?";
    Statement& update = connection.prepare(sql + " WHERE id = ?");
    update.bind(0, record.version).bind(1, record.updatedAt);
    if (!record.updatedBy.isEmpty())
        update.bind(2, record.updatedBy);
    if (record.deletedAt != 0)
        update.bind(3, record.deletedAt);
    int index = 4;
    for (int field : fields)
        bindField(update, index++, table.fields[static_cast<size_t>(field)], record.values[static_cast<size_t>(field)],
                  plan.zone);
    return connection.run(update.bind(index, record.id));
}

QStringList liveIds(Connection& connection, const plan::Table& table)
{
    QStringList ids;
    Statement& select =
        connection.prepare("SELECT id FROM " + quoted(table.id) + " WHERE deleted_at IS NULL ORDER BY id");
    while (connection.step(select))
        ids << select.text(0);
    return ids;
}

QMap<QString, QStringList> unfilledColumns(Connection& connection)
{
    QMap<QString, QStringList> columns;
    Statement& select =
        connection.prepare("SELECT table_id, column_id FROM fw_column WHERE filled = 0 AND retired = 0");
    while (connection.step(select))
        columns[select.text(0)] << select.text(1);
    return columns;
}

Result<void> markFilled(Connection& connection, const QString& table)
{
    return connection.run(connection.prepare("UPDATE fw_column SET filled = 1 WHERE table_id = ?1").bind(0, table));
}

Result<void> appendChange(Connection& connection, const Change& change)
{
    Statement& insert = connection.prepare("INSERT INTO fw_change (cause, table_id, record, version, kind, fields, at) "
                                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(0, change.cause).bind(1, change.table).bind(4, QString::fromLatin1(change.kind)).bind(6, change.at);
    if (!change.record.isEmpty())
        insert.bind(2, change.record).bind(3, change.version);
    if (!change.fields.isEmpty())
        insert.bind(5, change.fields.join(u','));
    return connection.run(insert);
}

} // namespace fw::store
