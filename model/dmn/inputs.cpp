#include "inputs.h"

#include <QJsonArray>

namespace fw::dmn
{

using feel::Type;
using feel::Value;

namespace
{

template <class T> Value orText(const std::optional<T>& value, const QString& text)
{
    return value ? Value(*value) : Value(text);
}

Value fromText(const QString& text, const Type& type)
{
    switch (type.kind()) {
    case Type::Kind::Number: return orText(feel::Decimal::fromString(text), text);
    case Type::Kind::Date: return orText(feel::Date::fromString(text), text);
    case Type::Kind::Time: return orText(feel::Time::fromString(text), text);
    case Type::Kind::DateTime: return orText(feel::DateTime::fromString(text), text);
    case Type::Kind::MonthDuration: return orText(feel::parseMonthDuration(text), text);
    case Type::Kind::TimeDuration: return orText(feel::parseTimeDuration(text), text);
    default: return Value(text);
    }
}

Type memberType(const Type& type, const QString& name)
{
    const auto it = std::find_if(type.members().begin(), type.members().end(),
                                 [&](const Type::Member& member) { return member.name == name; });
    return it == type.members().end() ? Type() : it->type;
}

} // namespace

Value valueFromJson(const QJsonValue& json, const Type& type)
{
    switch (json.type()) {
    case QJsonValue::Bool: return Value(json.toBool());
    case QJsonValue::Double: {
        // As it is written: 0.1 is 0.1 (the shortest text that reads back as the same double).
        const auto number = feel::Decimal::fromDouble(json.toDouble());
        return number ? Value(*number) : Value();
    }
    case QJsonValue::String: return fromText(json.toString(), type.kind() == Type::Kind::List ? type.item() : type);
    case QJsonValue::Array: {
        Value::Items items;
        for (const QJsonValue item : json.toArray())
            items.push_back(valueFromJson(item, type.kind() == Type::Kind::List ? type.item() : type));
        return Value::list(std::move(items));
    }
    case QJsonValue::Object: {
        const Type& own = type.kind() == Type::Kind::List ? type.item() : type;
        Value::Entries entries;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entries.push_back({it.key(), valueFromJson(it.value(), memberType(own, it.key()))});
        return Value::context(std::move(entries));
    }
    default: return Value();
    }
}

CompiledModel::Inputs inputsFromJson(const QJsonObject& object, const CompiledModel& model, const QString& decision)
{
    QHash<QString, Type> types;
    for (const auto& [name, type] : model.inputsOf(decision))
        types.insert(name, type);
    CompiledModel::Inputs out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), valueFromJson(it.value(), types.value(it.key(), model.typeOf(it.key()))));
    return out;
}

} // namespace fw::dmn
