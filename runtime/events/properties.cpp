#include "properties.h"

#include "runtime/records/values.h"
#include "runtime/store/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fw::events
{

namespace
{

const plan::Field* findProperty(const plan::Event& event, const QString& id)
{
    const auto found = std::find_if(event.properties.begin(), event.properties.end(),
                                    [&](const plan::Field& field) { return field.id == id; });
    return found == event.properties.end() ? nullptr : &*found;
}

Result<feel::Value> typed(const records::Conversion& conversion, const plan::Field& field, const QJsonValue& json)
{
    auto value = records::fromJson(conversion, field, json);
    if (!value && json.isString() && value.error().code() == QLatin1String("record.unknown_option"))
        return feel::Value(json.toString());
    return value;
}

} // namespace

Result<feel::Value> readProperties(store::Connection& connection, const plan::Plan& plan, const plan::Event& event,
                                   const QJsonObject& values)
{
    const records::Conversion conversion{connection, plan};
    feel::Value::Entries entries;
    QList<Problem> problems;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const plan::Field* field = findProperty(event, it.key());
        if (!field) {
            entries.push_back({it.key(), store::valueOfJson(it.value())});
            continue;
        }
        auto value = typed(conversion, *field, it.value());
        if (value)
            entries.push_back({it.key(), *value});
        else
            problems += value.error().problems();
    }
    if (!problems.isEmpty())
        return Error(problems);
    return feel::Value::context(std::move(entries));
}

QByteArray propertiesJson(const feel::Value& properties)
{
    QJsonObject json;
    for (const feel::ContextEntry& entry : properties.entries()) {
        if (!entry.value.isNull())
            json.insert(entry.name, records::toJson(entry.value));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

feel::Value propertiesFromLog(store::Connection& connection, const plan::Plan& plan, const plan::Event* event,
                              const QByteArray& json)
{
    const records::Conversion conversion{connection, plan};
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    feel::Value::Entries entries;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const plan::Field* field = event ? findProperty(*event, it.key()) : nullptr;
        // A definition may have changed since: what no longer fits its type is shown as it was kept.
        auto value =
            field ? typed(conversion, *field, it.value()) : Result<feel::Value>(store::valueOfJson(it.value()));
        entries.push_back({it.key(), value ? *value : store::valueOfJson(it.value())});
    }
    return feel::Value::context(std::move(entries));
}

} // namespace fw::events
