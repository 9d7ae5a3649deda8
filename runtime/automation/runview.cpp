#include "runview.h"

#include "memory.h"
#include "runtime/records/reader.h"
#include "runtime/records/values.h"

#include <QLocale>

namespace fw::automation
{

namespace
{

using feel::Value;

/// What both views need of the world.
struct World {
    engine::Unit& unit;
    const feel::Environment& environment;
    const store::Run& run;

    Value record(const QString& table, const QString& id) const
    {
        const plan::Table* known = unit.plan.findTable(table);
        const auto found = known ? records::load(unit.store.writer(), unit.plan, *known, id) : nullptr;
        return found ? records::view(unit.store.writer(), unit.plan, found, &environment) : Value();
    }
};

class StepsView : public feel::RecordView
{
public:
    explicit StepsView(const World& world) : m_world(world) {}
    QString type() const override { return QStringLiteral("steps:") + m_world.run.workflow; }
    QString id() const override { return m_world.run.id; }
    Value field(QStringView name) const override
    {
        const QJsonValue result = Memory(m_world.run.memory).result(name.toString());
        const QJsonObject object = result.toObject();
        if (!object.contains(QLatin1String("table")))
            return jsonValue(result);
        const QString table = object[QLatin1String("table")].toString();
        if (object.contains(QLatin1String("id")))
            return m_world.record(table, object[QLatin1String("id")].toString());
        Value::Items items;
        for (const QJsonValue& id : object[QLatin1String("ids")].toArray()) {
            if (Value item = m_world.record(table, id.toString()); !item.isNull())
                items.push_back(std::move(item));
        }
        return Value::list(std::move(items));
    }

private:
    World m_world;
};

class RunView : public feel::RecordView
{
public:
    RunView(const World& world, std::shared_ptr<const engine::Record> subject)
        : m_world(world), m_subject(std::move(subject))
    {
    }
    QString type() const override { return QStringLiteral("run:") + m_world.run.workflow; }
    QString id() const override { return m_world.run.id; }
    Value field(QStringView name) const override
    {
        if (name == u"record")
            return m_subject
                       ? records::view(m_world.unit.store.writer(), m_world.unit.plan, m_subject, &m_world.environment)
                       : Value();
        if (name == u"item") {
            const Memory::Loop loop = Memory(m_world.run.memory).loop();
            return m_world.record(loop.table, loop.item());
        }
        if (name == u"key")
            return m_world.run.key;
        if (name == u"started_at")
            return feel::DateTime::fromEpochMillis(m_world.run.enrolledAt, m_world.environment.zone());
        if (name == u"step")
            return std::shared_ptr<const feel::RecordView>(std::make_shared<StepsView>(m_world));
        return {};
    }

private:
    World m_world;
    std::shared_ptr<const engine::Record> m_subject;
};

} // namespace

Value runValue(engine::Unit& unit, const feel::Environment& environment, const store::Run& run,
               std::shared_ptr<const engine::Record> subject)
{
    return std::shared_ptr<const feel::RecordView>(
        std::make_shared<RunView>(World{unit, environment, run}, std::move(subject)));
}

Value jsonValue(const QJsonValue& json)
{
    switch (json.type()) {
    case QJsonValue::Bool: return json.toBool();
    case QJsonValue::Double: {
        const auto number =
            feel::Decimal::fromString(QString::number(json.toDouble(), 'g', QLocale::FloatingPointShortest));
        return number ? Value(*number) : Value();
    }
    case QJsonValue::String: return json.toString();
    case QJsonValue::Array: {
        Value::Items items;
        for (const QJsonValue& item : json.toArray())
            items.push_back(jsonValue(item));
        return Value::list(std::move(items));
    }
    case QJsonValue::Object: {
        Value::Entries entries;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.push_back({it.key(), jsonValue(it.value())});
        return Value::context(std::move(entries));
    }
    default: return {};
    }
}

QJsonValue jsonOf(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Record: return value.record()->id();
    case Value::Kind::Number: return value.number().toDouble();
    case Value::Kind::List: {
        QJsonArray list;
        for (const Value& item : value.items())
            list.append(jsonOf(item));
        return list;
    }
    case Value::Kind::Context: {
        QJsonObject object;
        for (const feel::ContextEntry& entry : value.entries())
            object.insert(entry.name, jsonOf(entry.value));
        return object;
    }
    default: return records::toJson(value);
    }
}

} // namespace fw::automation
