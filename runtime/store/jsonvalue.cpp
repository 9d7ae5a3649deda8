#include "jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw::store
{

using feel::Value;

static Value numberOf(const QJsonValue& json)
{
    const QVariant variant = json.toVariant();
    if (variant.userType() == QMetaType::LongLong)
        return Value(variant.toLongLong());
    const auto number = feel::Decimal::fromDouble(json.toDouble());
    return number ? Value(*number) : Value();
}

Value valueOfJson(const QJsonValue& json)
{
    switch (json.type()) {
    case QJsonValue::Bool: return json.toBool();
    case QJsonValue::Double: return numberOf(json);
    case QJsonValue::String: return json.toString();
    case QJsonValue::Array: {
        Value::Items items;
        for (const QJsonValue& item : json.toArray())
            items.push_back(valueOfJson(item));
        return Value::list(std::move(items));
    }
    case QJsonValue::Object: {
        Value::Entries entries;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.push_back({it.key(), valueOfJson(it.value())});
        return Value::context(std::move(entries));
    }
    default: return {};
    }
}

QJsonValue plainJson(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null: return QJsonValue::Null;
    case Value::Kind::Boolean: return value.boolean();
    case Value::Kind::Number: {
        const auto whole = value.number().toInt64();
        return whole ? QJsonValue(*whole) : QJsonValue(value.number().toDouble());
    }
    case Value::Kind::List: {
        QJsonArray array;
        for (const Value& item : value.items())
            array.append(plainJson(item));
        return array;
    }
    case Value::Kind::Context: {
        QJsonObject object;
        for (const feel::ContextEntry& entry : value.entries())
            object.insert(entry.name, plainJson(entry.value));
        return object;
    }
    default: return value.toText();
    }
}

QByteArray plainJsonText(const Value& value)
{
    const QJsonValue json = plainJson(value);
    return (json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject()))
        .toJson(QJsonDocument::Compact);
}

} // namespace fw::store
