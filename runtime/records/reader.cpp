#include "reader.h"
#include "problems.h"
#include "runtime/store/recordsql.h"
#include "runtime/store/store.h"
#include "runtime/store/users.h"
#include "values.h"

namespace fw::records
{

namespace
{

using engine::Record;
using feel::Value;

/// What all views made from one another share.
struct World {
    store::Connection& connection;
    const plan::Plan& plan;
    const feel::Environment* environment;
};

Value textOrNull(const QString& text)
{
    return text.isEmpty() ? Value() : Value(text);
}

class UserRecord : public feel::RecordView
{
public:
    UserRecord(World world, store::User user) : m_world(world), m_user(std::move(user)) {}
    QString type() const override { return QStringLiteral("user"); }
    QString id() const override { return m_user.id; }
    Value field(QStringView name) const override
    {
        if (name == QLatin1String("roles"))
            return roles();
        if (name == QLatin1String("superior"))
            return userView(m_world.connection, m_world.plan, m_user.superior);
        if (name == QLatin1String("active"))
            return m_user.active;
        const std::pair<QLatin1String, const QString&> texts[] = {
            {QLatin1String("id"), m_user.id},       {QLatin1String("login"), m_user.login},
            {QLatin1String("name"), m_user.name},   {QLatin1String("email"), m_user.email},
            {QLatin1String("phone"), m_user.phone}, {QLatin1String("language"), m_user.language},
            {QLatin1String("zone"), m_user.zone}};
        for (const auto& [known, text] : texts) {
            if (name == known)
                return textOrNull(text);
        }
        return {};
    }

private:
    Value roles() const
    {
        Value::Items items;
        for (const QString& role : m_user.roles)
            items.emplace_back(role);
        return Value::list(std::move(items));
    }
    World m_world;
    store::User m_user;
};

Value makeUser(const World& world, const QString& id)
{
    if (id.isEmpty())
        return {};
    auto user = store::findUser(world.connection, id);
    return user ? Value(std::shared_ptr<const feel::RecordView>(std::make_shared<UserRecord>(world, std::move(*user))))
                : Value();
}

/// `settings`: each value is read when it is asked for.
class SettingsRecord : public feel::RecordView
{
public:
    explicit SettingsRecord(World world) : m_world(world) {}
    QString type() const override { return QStringLiteral("settings"); }
    QString id() const override { return QStringLiteral("settings"); }
    Value field(QStringView name) const override;

private:
    World m_world;
};

/// A setting is converted like a field of the type of the same name.
plan::Field fieldOf(const plan::Setting& setting)
{
    using plan::FieldType;
    using plan::Storage;
    static const QHash<QString, std::pair<FieldType, Storage>> types{
        {QStringLiteral("number"), {FieldType::Number, Storage::Scaled}},
        {QStringLiteral("money"), {FieldType::Money, Storage::Scaled}},
        {QStringLiteral("percent"), {FieldType::Percent, Storage::Scaled}},
        {QStringLiteral("yes_no"), {FieldType::YesNo, Storage::Boolean}},
        {QStringLiteral("date"), {FieldType::Date, Storage::Date}},
        {QStringLiteral("time"), {FieldType::Time, Storage::Time}},
        {QStringLiteral("datetime"), {FieldType::DateTime, Storage::Instant}},
        {QStringLiteral("duration"), {FieldType::Duration, Storage::Text}},
        {QStringLiteral("user"), {FieldType::User, Storage::Text}}};
    plan::Field field;
    field.id = setting.id;
    field.label = setting.label;
    std::tie(field.type, field.storage) = types.value(setting.type, {FieldType::Text, Storage::Text});
    field.decimals = 8; // a setting has no column to fit into
    return field;
}

Value SettingsRecord::field(QStringView name) const
{
    for (const plan::Setting& setting : m_world.plan.settings) {
        if (setting.id != name)
            continue;
        const QString text = store::readSetting(m_world.connection, setting.id);
        if (text.isNull())
            return setting.defaultValue;
        const auto value = convertSetting(m_world.connection, m_world.plan, setting, text);
        if (!value)
            return {};
        return setting.type == QLatin1String("user") ? makeUser(m_world, value->string()) : *value;
    }
    return {};
}

class StoredRecord : public feel::RecordView
{
public:
    StoredRecord(World world, std::shared_ptr<const Record> record) : m_world(world), m_record(std::move(record)) {}
    QString type() const override { return m_record->table->id; }
    QString id() const override { return m_record->id; }

    Value field(QStringView name) const override
    {
        const int index = m_record->table->field(name);
        if (index >= 0)
            return ownField(m_record->table->fields[static_cast<size_t>(index)],
                            m_record->values[static_cast<size_t>(index)]);
        for (const plan::Inverse& inverse : m_record->table->inverses) {
            if (inverse.name == name)
                return relatedRecords(inverse);
        }
        return systemField(name);
    }

private:
    Value ownField(const plan::Field& field, const Value& value) const
    {
        if (!field.stored)
            return computed(field);
        if (value.isNull() || (field.type != plan::FieldType::Relation && field.type != plan::FieldType::User))
            return value;
        Value& kept = m_followed[field.id];
        if (kept.isNull())
            kept = field.type == plan::FieldType::User ? makeUser(m_world, value.string())
                                                       : record(field.relationTo, value.string());
        return kept;
    }

    /// Of a field that depends on time: as of the environment's now.
    Value computed(const plan::Field& field) const
    {
        if (!m_world.environment || !field.computed)
            return {};
        Evaluation evaluation(m_world.connection, m_world.plan, *m_world.environment);
        evaluation.setRecord(m_record);
        const auto value = conform(Conversion{m_world.connection, m_world.plan}, field, evaluation(field.computed));
        return value ? *value : Value();
    }

    Value record(const QString& tableId, const QString& id) const
    {
        const plan::Table* table = m_world.plan.findTable(tableId);
        auto found = table ? store::selectRecord(m_world.connection, m_world.plan, *table, id) : nullptr;
        if (!found || found->deletedAt != 0)
            return {};
        return std::shared_ptr<const feel::RecordView>(std::make_shared<StoredRecord>(m_world, std::move(found)));
    }

    Value relatedRecords(const plan::Inverse& inverse) const
    {
        Value::Items items;
        if (const plan::Table* table = m_world.plan.findTable(inverse.table)) {
            for (auto& each : related(m_world.connection, m_world.plan, *table, inverse.relation, m_record->id))
                items.emplace_back(
                    std::shared_ptr<const feel::RecordView>(std::make_shared<StoredRecord>(m_world, std::move(each))));
        }
        return Value::list(std::move(items));
    }

    Value systemField(QStringView name) const
    {
        if (name == QLatin1String("id"))
            return m_record->id;
        if (name == QLatin1String("version"))
            return m_record->version;
        if (name == QLatin1String("created_at"))
            return feel::DateTime::fromEpochMillis(m_record->createdAt, m_world.plan.zone);
        if (name == QLatin1String("updated_at"))
            return feel::DateTime::fromEpochMillis(m_record->updatedAt, m_world.plan.zone);
        if (name == QLatin1String("created_by"))
            return makeUser(m_world, m_record->createdBy);
        if (name == QLatin1String("updated_by"))
            return makeUser(m_world, m_record->updatedBy);
        return {};
    }

    World m_world;
    std::shared_ptr<const Record> m_record;
    mutable QHash<QString, Value> m_followed; ///< relations already read
};

} // namespace

std::shared_ptr<const Record> load(store::Connection& connection, const plan::Plan& plan, const plan::Table& table,
                                   const QString& id, bool bin)
{
    auto record = store::selectRecord(connection, plan, table, id);
    return record && (bin || record->deletedAt == 0) ? record : nullptr;
}

std::vector<std::shared_ptr<const Record>> related(store::Connection& connection, const plan::Plan& plan,
                                                   const plan::Table& table, const QString& relation, const QString& id)
{
    const int field = table.field(relation);
    return field < 0 ? std::vector<std::shared_ptr<const Record>>()
                     : store::selectRecords(connection, plan, table, {{field, Value(id)}});
}

Result<QString> findOne(store::Connection& connection, const plan::Plan& plan, const plan::Table& table,
                        const QJsonObject& match)
{
    std::vector<std::pair<int, Value>> fields;
    QStringList words;
    for (auto it = match.begin(); it != match.end(); ++it) {
        const int index = table.field(it.key());
        if (index < 0 || !store::hasColumn(table.fields[static_cast<size_t>(index)]))
            return Error(
                problemAt("record.unknown_field", it.key(),
                          Message(FW_MSG("Table \"%1\" has no field \"%2\" to search by."), {table.id, it.key()}),
                          FW_MSG("Name a stored field of the table.")));
        auto value = fromJson(Conversion{connection, plan}, table.fields[static_cast<size_t>(index)], it.value());
        if (!value)
            return value.error();
        words << it.key() + QStringLiteral(" = ") + value->toText();
        fields.emplace_back(index, std::move(*value));
    }
    const auto found = fields.empty() ? std::vector<std::shared_ptr<const Record>>()
                                      : store::selectRecords(connection, plan, table, fields, 2);
    if (auto error = connection.takeError())
        return *error;
    if (found.empty())
        return Error(
            problemAt("record.unknown_record", {},
                      Message(FW_MSG("No record of \"%1\" has %2."), {table.id, words.join(QStringLiteral(", "))}),
                      FW_MSG("Correct the value, or create the record first.")));
    if (found.size() > 1)
        return Error(problemAt(
            "record.ambiguous_record", {},
            Message(FW_MSG("More than one record of \"%1\" has %2."), {table.id, words.join(QStringLiteral(", "))}),
            FW_MSG("Give more fields, or the id.")));
    return found.front()->id;
}

Value view(store::Connection& connection, const plan::Plan& plan, std::shared_ptr<const Record> record,
           const feel::Environment* environment)
{
    if (!record)
        return {};
    return std::shared_ptr<const feel::RecordView>(
        std::make_shared<StoredRecord>(World{connection, plan, environment}, std::move(record)));
}

Value userView(store::Connection& connection, const plan::Plan& plan, const QString& user)
{
    return makeUser(World{connection, plan, nullptr}, user);
}

Result<Value> convertSetting(store::Connection& connection, const plan::Plan& plan, const plan::Setting& setting,
                             const QString& text)
{
    return fromJson(Conversion{connection, plan}, fieldOf(setting), text);
}

Evaluation::Evaluation(store::Connection& connection, const plan::Plan& plan, const feel::Environment& environment,
                       const QString& me)
    : m_connection(connection), m_plan(plan), m_environment(environment)
{
    const World world{connection, plan, &environment};
    m_slots[plan::SlotMe] = makeUser(world, me);
    m_slots[plan::SlotSettings] = std::shared_ptr<const feel::RecordView>(std::make_shared<SettingsRecord>(world));
}

Evaluation& Evaluation::setRecord(std::shared_ptr<const Record> record)
{
    m_slots[plan::SlotRecord] = view(m_connection, m_plan, std::move(record), &m_environment);
    return *this;
}

Evaluation& Evaluation::setOld(std::shared_ptr<const Record> record)
{
    m_slots[plan::SlotOld] = view(m_connection, m_plan, std::move(record), &m_environment);
    return *this;
}

Evaluation& Evaluation::setEvent(Value event)
{
    m_slots[plan::SlotEvent] = std::move(event);
    return *this;
}

Evaluation& Evaluation::setRun(feel::Value run)
{
    m_slots[plan::SlotRun] = std::move(run);
    return *this;
}

} // namespace fw::records
