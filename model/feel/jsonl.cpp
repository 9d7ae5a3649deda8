#include "jsonl.h"
#include "node.h"
#include "syntax.h"

#include <QJsonArray>

namespace fw::feel
{

namespace
{

QJsonObject tagged(const char* type, QJsonValue value)
{
    return QJsonObject{{QStringLiteral("t"), QString::fromLatin1(type)}, {QStringLiteral("v"), std::move(value)}};
}

QJsonArray itemsToJson(const Value::Items& items)
{
    QJsonArray out;
    for (const Value& item : items)
        out.append(toJson(item));
    return out;
}

QJsonArray entriesToJson(const Value::Entries& entries)
{
    QJsonArray out;
    for (const ContextEntry& entry : entries)
        out.append(QJsonArray{entry.name, toJson(entry.value)});
    return out;
}

Value contextFromJson(const QJsonArray& pairs)
{
    Value::Entries entries;
    for (const QJsonValue pair : pairs)
        entries.push_back({pair.toArray().at(0).toString(), fromJson(pair.toArray().at(1).toObject())});
    return Value::context(std::move(entries));
}

template <class T> Value orNull(const std::optional<T>& value)
{
    return value ? Value(*value) : Value();
}

} // namespace

Type typeFromJson(const QJsonObject& object)
{
    const QString name = object.value(QStringLiteral("t")).toString();
    if (name == QLatin1String("list"))
        return Type::list(typeFromJson(object.value(QStringLiteral("of")).toObject()));
    if (name == QLatin1String("context")) {
        std::vector<Type::Member> members;
        for (const QJsonValue field : object.value(QStringLiteral("fields")).toArray())
            members.push_back({field.toArray().at(0).toString(), typeFromJson(field.toArray().at(1).toObject())});
        return Type::context(std::move(members));
    }
    return parseTypeName(name).value_or(Type());
}

QJsonObject toJson(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null: return tagged("null", QJsonValue::Null);
    case Value::Kind::Boolean: return tagged("boolean", value.boolean());
    case Value::Kind::Number: return tagged("number", value.number().toString());
    case Value::Kind::String: return tagged("string", value.string());
    case Value::Kind::Date: return tagged("date", value.toText());
    case Value::Kind::Time: return tagged("time", value.toText());
    case Value::Kind::DateTime: return tagged("dateTime", value.toText());
    case Value::Kind::MonthDuration: return tagged("ymDuration", value.toText());
    case Value::Kind::TimeDuration: return tagged("dtDuration", value.toText());
    case Value::Kind::List: return tagged("list", itemsToJson(value.items()));
    case Value::Kind::Context: return tagged("context", entriesToJson(value.entries()));
    case Value::Kind::Range: return tagged("range", value.toText());
    case Value::Kind::Function: return tagged("function", QJsonValue::Null);
    case Value::Kind::Record: return tagged("record", value.toText());
    }
    return {};
}

Value fromJson(const QJsonObject& object)
{
    const QString type = object.value(QStringLiteral("t")).toString();
    const QJsonValue v = object.value(QStringLiteral("v"));
    const QString text = v.toString();
    if (type == QLatin1String("boolean"))
        return v.isBool() ? Value(v.toBool()) : Value();
    if (type == QLatin1String("number"))
        return v.isString() ? orNull(Decimal::fromString(text)) : orNull(Decimal::fromDouble(v.toDouble()));
    if (type == QLatin1String("string"))
        return v.isString() ? Value(text) : Value();
    if (type == QLatin1String("date"))
        return orNull(Date::fromString(text));
    if (type == QLatin1String("time"))
        return orNull(Time::fromString(text));
    if (type == QLatin1String("dateTime"))
        return orNull(DateTime::fromString(text));
    if (type == QLatin1String("ymDuration"))
        return orNull(parseMonthDuration(text));
    if (type == QLatin1String("dtDuration"))
        return orNull(parseTimeDuration(text));
    if (type == QLatin1String("context"))
        return contextFromJson(v.toArray());
    if (type == QLatin1String("list")) {
        Value::Items items;
        for (const QJsonValue item : v.toArray())
            items.push_back(fromJson(item.toObject()));
        return Value::list(std::move(items));
    }
    return Value();
}

Type typeOf(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::List: {
        // Members of all items together: names with blanks must be known whichever item has them.
        std::vector<Type::Member> members;
        for (const Value& item : value.items()) {
            const Type type = typeOf(item);
            for (const Type::Member& m : type.members())
                members.push_back(m);
        }
        return members.empty() ? Type::list(Type()) : Type::list(Type::context(std::move(members)));
    }
    case Value::Kind::Context: {
        std::vector<Type::Member> members;
        for (const ContextEntry& entry : value.entries())
            members.push_back({entry.name, typeOf(entry.value)});
        return Type::context(std::move(members));
    }
    default: return Type();
    }
}

LineInputs inputsOf(const QJsonObject& line)
{
    LineInputs out;
    out.scope.strictNames = false;
    for (const QJsonValue item : line.value(QStringLiteral("inputs")).toArray()) {
        const QJsonObject input = item.toObject();
        const Type declared = typeFromJson(input.value(QStringLiteral("type")).toObject());
        Value value = coerceTo(fromJson(input.value(QStringLiteral("value")).toObject()), declared, {});
        out.scope.add(input.value(QStringLiteral("name")).toString(), typeOf(value));
        out.values.push_back(std::move(value));
    }
    for (const QJsonValue name : line.value(QStringLiteral("scope")).toArray())
        if (!out.scope.find(name.toString()))
            out.scope.add(name.toString(), Type());
    out.values.resize(out.scope.names().size());
    return out;
}

CompileOptions optionsOf(const QJsonObject& line)
{
    CompileOptions options;
    options.dialect =
        line.value(QStringLiteral("dialect")).toString() == QLatin1String("studio") ? Dialect::Studio : Dialect::Strict;
    options.limits = Limits::ofRequest();
    return options;
}

QJsonObject answerOf(const QJsonObject& line, const Value& value, QStringList warnings)
{
    constexpr quint64 largest = 1'000'000; // values in one line; as JSON they take a few hundred bytes each
    Value result = coerceTo(value, typeFromJson(line.value(QStringLiteral("resultType")).toObject()), {});
    if (result.weight() > largest)
        result = nullOf("feel.limit", Message(FW_MSG("The result is too large to be written down.")), {});
    if (const NullCause* cause = result.nullCause())
        warnings << cause->what.english();
    return QJsonObject{{QStringLiteral("id"), line.value(QStringLiteral("id"))},
                       {QStringLiteral("result"), toJson(result)},
                       {QStringLiteral("warnings"), QJsonArray::fromStringList(warnings)}};
}

QJsonObject answerLine(const QJsonObject& line)
{
    const LineInputs inputs = inputsOf(line);
    QStringList warnings;
    if (!line.value(QStringLiteral("expression")).isString()) {
        warnings << QStringLiteral("The line has no \"expression\".");
        return answerOf(line, Value(), warnings);
    }
    const Compiled compiled =
        compile(line.value(QStringLiteral("expression")).toString(), inputs.scope, optionsOf(line));
    for (const Diagnostic& d : compiled.diagnostics)
        warnings << d.what.english();
    return answerOf(line, compiled.program.evaluate(Frame{inputs.values, nullptr, nullptr}), warnings);
}

} // namespace fw::feel
