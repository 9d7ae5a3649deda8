#include "analyticssource.h"
#include "recordsql.h"
#include "scorestore.h"
#include "tableshape.h"

namespace fw::store
{

namespace
{

using plan::FieldType;
using plan::Storage;

ColumnSql instant(const QByteArray& sql)
{
    return {sql, {FieldType::DateTime, Storage::Instant, 0, nullptr, {}}};
}
ColumnSql text(const QByteArray& sql, const QString& refers = {})
{
    return {sql, {FieldType::Text, Storage::Text, 0, nullptr, refers}};
}
ColumnSql user(const QByteArray& sql)
{
    return {sql, {FieldType::User, Storage::Text, 0, nullptr, QStringLiteral("user")}};
}
ColumnSql scaled(const QByteArray& sql, int decimals)
{
    return {sql, {FieldType::Number, Storage::Scaled, decimals, nullptr, {}}};
}

class TableSource : public AnalyticsSource
{
public:
    TableSource(Dialect dialect, const plan::Plan& plan, const plan::Table& table) : AnalyticsSource(dialect, plan)
    {
        m_table = &table;
        m_from = quoted(table.id) + " t";
        m_always = "t.deleted_at IS NULL";
    }
    std::optional<ColumnSql> own(const QString& name) override { return columnOf(*m_table, "t", name); }
    QByteArray rowColumns() override { return ", " + recordColumns(*m_table, "t."); }
};

/// A person's record is reached by the id of the person table, its fields also by their bare names.
class EventSource : public AnalyticsSource
{
public:
    EventSource(Dialect dialect, const plan::Plan& plan, const QStringList& events) : AnalyticsSource(dialect, plan)
    {
        QByteArrayList names;
        for (const QString& event : events)
            names.append(literal(event));
        m_event = events.size() == 1 ? plan.findEvent(events.first()) : nullptr;
        m_from = "fw_event t JOIN fw_identity i ON i.id = t.identity";
        m_always = "t.event IN (" + names.join(", ") + ')';
        m_id = "t.seq";
        m_record = "(SELECT record FROM fw_person WHERE id = i.person)";
        m_defaultAt = QStringLiteral("at");
        m_counts = QStringLiteral("events");
    }
    std::optional<ColumnSql> own(const QString& name) override
    {
        if (name == u"at")
            return instant("t.at");
        if (name == u"received")
            return instant("t.received");
        if (name == u"channel")
            return text("t.channel");
        if (name == u"person")
            return text("i.person");
        if (m_event) {
            for (const plan::Field& property : m_event->properties) {
                if (property.id == name)
                    return propertyColumn(m_dialect, property);
            }
        }
        return ofPerson(name);
    }
    QByteArray rowColumns() override { return ", i.person, t.event, t.at, t.received, t.channel, t.props"; }

private:
    /// Decimals are kept as text in the log; they are rounded to the property's own decimals, exactly up to 15 digits.
    static std::optional<ColumnSql> propertyColumn(Dialect dialect, const plan::Field& property)
    {
        const QByteArray json = dialect.isPostgres() ? "(CAST(t.props AS jsonb) ->> '" + property.id.toUtf8() + "')"
                                                     : "json_extract(t.props, '$." + property.id.toUtf8() + "')";
        ColumnType type{property.type, property.storage, property.decimals, &property, property.relationTo};
        if (property.type == FieldType::User)
            type.refers = QStringLiteral("user");
        if (dialect.isPostgres())
            return typed(json, property, type);
        switch (property.storage) {
        case Storage::Scaled: {
            const QByteArray factor = '1' + QByteArray("0").repeated(property.decimals);
            return ColumnSql{"CAST(round(CAST(" + json + " AS REAL) * " + factor + ") AS INTEGER)", type};
        }
        case Storage::Integer:
            if (property.type == FieldType::Duration)
                return std::nullopt;
            return ColumnSql{"CAST(" + json + " AS INTEGER)", type};
        case Storage::Instant:
            return ColumnSql{"CAST(round((julianday(" + json + ") - 2440587.5) * 86400000.0) AS INTEGER)", type};
        case Storage::TextList:
        case Storage::DateRange:
        case Storage::Location:
        case Storage::Json: return std::nullopt;
        default: return ColumnSql{json, type};
        }
    }
    /// A property's text in the type its field has in PostgreSQL.
    static std::optional<ColumnSql> typed(const QByteArray& json, const plan::Field& property, const ColumnType& type)
    {
        switch (property.storage) {
        case Storage::Scaled:
            return ColumnSql{"round(CAST(" + json + " AS numeric), " + QByteArray::number(property.decimals) + ')',
                             type};
        case Storage::Integer:
            if (property.type == FieldType::Duration)
                return std::nullopt;
            return ColumnSql{"CAST(trunc(CAST(" + json + " AS numeric)) AS bigint)", type};
        case Storage::Instant: return ColumnSql{"CAST(" + json + " AS timestamptz(3))", type, false};
        case Storage::Date: return ColumnSql{"CAST(" + json + " AS date)", type};
        case Storage::Time: return ColumnSql{"CAST(" + json + " AS time)", type};
        case Storage::Boolean: return ColumnSql{"CAST(" + json + " AS boolean)", type};
        case Storage::TextList:
        case Storage::DateRange:
        case Storage::Location:
        case Storage::Json: return std::nullopt;
        default: return ColumnSql{'(' + json + " COLLATE \"C\")", type};
        }
    }
    std::optional<ColumnSql> ofPerson(const QString& name)
    {
        const plan::Table* persons = m_plan.personTable();
        if (!persons)
            return std::nullopt;
        const QByteArray person = join("person", "fw_person", "$.id = i.person");
        if (name == persons->id || name == u"record")
            return text(person + ".record", persons->id);
        const QByteArray record =
            join("person.record", quoted(persons->id), "$.id = " + person + ".record AND $.deleted_at IS NULL");
        return columnOf(*persons, record, name);
    }
};

/// The columns of one of the system's own sources.
class SystemSource : public AnalyticsSource
{
public:
    SystemSource(Dialect dialect, const plan::Plan& plan, const QByteArray& from, const QByteArray& id,
                 const QString& at, const QString& counts, QMap<QString, ColumnSql> columns)
        : AnalyticsSource(dialect, plan), m_columns(std::move(columns))
    {
        m_from = from;
        m_always = "TRUE";
        m_id = id;
        m_defaultAt = at;
        m_counts = counts;
    }
    std::optional<ColumnSql> own(const QString& name) override
    {
        const auto found = m_columns.constFind(name);
        return found == m_columns.constEnd() ? std::nullopt : std::optional<ColumnSql>(*found);
    }
    QByteArray rowColumns() override
    {
        QByteArray columns;
        for (const ColumnSql& column : m_columns)
            columns += ", " + column.sql;
        return columns;
    }
    QStringList ownNames() const override { return m_columns.keys(); }

private:
    QMap<QString, ColumnSql> m_columns;
};

std::unique_ptr<AnalyticsSource> tasks(Dialect dialect, const plan::Plan& plan, const QString& persons)
{
    return std::make_unique<SystemSource>(
        dialect, plan, "fw_task t", "t.id", QStringLiteral("created_at"), QStringLiteral("tasks"),
        QMap<QString, ColumnSql>{{QStringLiteral("id"), text("t.id")},
                                 {QStringLiteral("title"), text("t.title")},
                                 {QStringLiteral("to"), user("t.to_user")},
                                 {QStringLiteral("priority"), text("t.priority")},
                                 {QStringLiteral("state"), text("t.state")},
                                 {QStringLiteral("created_at"), instant("t.created_at")},
                                 {QStringLiteral("due"), instant("t.due")},
                                 {QStringLiteral("done_at"), instant("t.done_at")},
                                 {QStringLiteral("done_by"), user("t.done_by")},
                                 {QStringLiteral("workflow"), text("t.workflow")},
                                 {QStringLiteral("subject"), text("t.record", persons)}});
}

std::unique_ptr<AnalyticsSource> messages(Dialect dialect, const plan::Plan& plan, const QString& persons)
{
    return std::make_unique<SystemSource>(
        dialect, plan, "fw_outbox t", "t.id", QStringLiteral("at"), QStringLiteral("messages"),
        QMap<QString, ColumnSql>{{QStringLiteral("connector"), text("t.connector")},
                                 {QStringLiteral("to"), text("t.address")},
                                 {QStringLiteral("state"), text("t.state")},
                                 {QStringLiteral("at"), instant("t.created_at")},
                                 {QStringLiteral("sent_at"), instant("t.sent_at")},
                                 {QStringLiteral("message"), text("t.message")},
                                 {QStringLiteral("workflow"), text("t.workflow")},
                                 {QStringLiteral("subject"), text("t.record", persons)}});
}

std::unique_ptr<AnalyticsSource> scoreChanges(Dialect dialect, const plan::Plan& plan, const QString& persons)
{
    return std::make_unique<SystemSource>(
        dialect, plan, "fw_score_change t", "t.seq", QStringLiteral("at"), QStringLiteral("changes"),
        QMap<QString, ColumnSql>{
            {QStringLiteral("scoring"), text("t.scoring")},
            {QStringLiteral("record"), text("t.record", persons)},
            {QStringLiteral("at"), instant("t.at")},
            {QStringLiteral("old_total"), scaled(dialect.decimal("t.old_total", scoreDecimals), scoreDecimals)},
            {QStringLiteral("new_total"), scaled(dialect.decimal("t.new_total", scoreDecimals), scoreDecimals)},
            {QStringLiteral("old_band"), text("t.old_band")},
            {QStringLiteral("band"), text("t.band")},
            {QStringLiteral("old_stage"), text("t.old_stage")},
            {QStringLiteral("stage"), text("t.stage")}});
}

const QMap<QString, ColumnSql>& systemColumns()
{
    static const QMap<QString, ColumnSql> columns{
        {QStringLiteral("id"), text("id")},
        {QStringLiteral("version"), {"version", {FieldType::Number, Storage::Integer, 0, nullptr, {}}}},
        {QStringLiteral("created_at"), instant("created_at")},
        {QStringLiteral("created_by"), user("created_by")},
        {QStringLiteral("updated_at"), instant("updated_at")},
        {QStringLiteral("updated_by"), user("updated_by")}};
    return columns;
}

} // namespace

std::unique_ptr<AnalyticsSource> AnalyticsSource::find(Dialect dialect, const plan::Plan& plan, const QString& from)
{
    if (const plan::Table* table = plan.findTable(from))
        return std::make_unique<TableSource>(dialect, plan, *table);
    if (from.startsWith(QLatin1String("event."))) {
        const QString event = from.mid(6);
        return plan.findEvent(event) ? ofEvents(dialect, plan, {event}) : nullptr;
    }
    const QString persons = plan.personTable() ? plan.personTable()->id : QString();
    if (from == u"task")
        return tasks(dialect, plan, persons);
    if (from == u"message")
        return messages(dialect, plan, persons);
    if (from == u"score_change")
        return scoreChanges(dialect, plan, persons);
    return nullptr;
}

std::unique_ptr<AnalyticsSource> AnalyticsSource::ofEvents(Dialect dialect, const plan::Plan& plan,
                                                           const QStringList& events)
{
    return std::make_unique<EventSource>(dialect, plan, events);
}

std::optional<ColumnSql> AnalyticsSource::columnOf(const plan::Table& table, const QByteArray& alias,
                                                   const QString& name) const
{
    if (const plan::Field* field = table.findField(name)) {
        if (!hasColumn(*field))
            return std::nullopt;
        const QString refers = field->type == FieldType::User ? QStringLiteral("user") : field->relationTo;
        return ColumnSql{alias + '.' + quoted(field->id),
                         {field->type, field->storage, field->decimals, field, refers},
                         !m_dialect.isPostgres()};
    }
    const auto found = systemColumns().constFind(name);
    if (found == systemColumns().constEnd())
        return std::nullopt;
    return ColumnSql{alias + '.' + found->sql, found->type, !m_dialect.isPostgres()};
}

QByteArray AnalyticsSource::join(const QByteArray& key, const QByteArray& table, const QByteArray& on)
{
    auto found = m_joins.find(key);
    if (found == m_joins.end()) {
        found = m_joins.insert(key, "j" + QByteArray::number(m_joins.size()));
        m_joinSql += " LEFT JOIN " + table + ' ' + *found + " ON " + QByteArray(on).replace("$.", *found + '.');
    }
    return *found;
}

std::optional<ColumnSql> AnalyticsSource::step(const ColumnSql& from, const QString& name)
{
    if (from.type.refers.isEmpty())
        return std::nullopt;
    if (from.type.refers == u"user") {
        const QByteArray alias = join(from.sql, "fw_user", "$.id = " + from.sql);
        if (name == u"superior")
            return user(alias + ".superior");
        for (const char* column : {"id", "login", "name", "email", "phone", "language"}) {
            if (name == QLatin1String(column))
                return text(alias + '.' + column);
        }
        return std::nullopt;
    }
    const plan::Table* table = m_plan.findTable(from.type.refers);
    if (!table)
        return std::nullopt;
    // A record in the bin is no longer anyone's customer.
    return columnOf(*table, join(from.sql, quoted(table->id), "$.id = " + from.sql + " AND $.deleted_at IS NULL"),
                    name);
}

std::optional<ColumnSql> AnalyticsSource::resolve(const QString& path)
{
    const QStringList names = path.split(QLatin1Char('.'));
    std::optional<ColumnSql> column = own(names.first());
    for (qsizetype i = 1; column && i < names.size(); ++i)
        column = step(*column, names[i]);
    if (column)
        column->dialect = m_dialect;
    return column;
}

QByteArray AnalyticsSource::fromWhere() const
{
    return " FROM " + m_from + m_joinSql + " WHERE " + m_always;
}

} // namespace fw::store
