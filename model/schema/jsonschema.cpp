#include "jsonschema.h"

namespace fw::schema
{

static QJsonObject refTo(const QString& shape)
{
    return {{"$ref", QStringLiteral("#/$defs/") + shape}};
}

static QJsonObject localTextSchema()
{
    return {{"anyOf",
             QJsonArray{QJsonObject{{"type", "string"}},
                        QJsonObject{{"type", "object"}, {"additionalProperties", QJsonObject{{"type", "string"}}}}}}};
}

static QJsonArray enumIds(const Key& key)
{
    QJsonArray ids;
    for (const EnumValue& value : key.values)
        ids << value.id;
    return ids;
}

/// One value of a key; a list of it is made by keySchema.
static QJsonObject valueSchema(const Key& key)
{
    static const QString id = QStringLiteral("^[a-z][a-z0-9_-]{0,39}$"), duration = QStringLiteral("^P[0-9A-Z.]+$");
    QJsonObject number{{"type", key.type == ValueType::Integer ? "integer" : "number"}};
    if (key.least)
        number["minimum"] = *key.least;
    if (key.most)
        number["maximum"] = *key.most;
    switch (key.type) {
    case ValueType::Id: return {{"type", "string"}, {"pattern", id}};
    case ValueType::Bool: return {{"type", "boolean"}};
    case ValueType::Integer:
    case ValueType::Decimal: return number;
    case ValueType::Duration: {
        const QJsonObject text{{"type", "string"}, {"pattern", duration}};
        return key.shape.isEmpty() ? text : QJsonObject{{"anyOf", QJsonArray{text, refTo(key.shape)}}};
    }
    case ValueType::TimeOfDay: return {{"type", "string"}, {"pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$"}};
    case ValueType::Date: return {{"type", "string"}, {"format", "date"}};
    case ValueType::DateTime: return {{"type", "string"}, {"format", "date-time"}};
    case ValueType::Enum:
    case ValueType::Color:
    case ValueType::Language: return {{"enum", enumIds(key)}};
    case ValueType::LocalText:
    case ValueType::LocalTemplate: return localTextSchema();
    case ValueType::Expression: return {{"type", "string"}, {"pattern", "^="}};
    case ValueType::Value:
    case ValueType::Literal:
    case ValueType::Free: return {};
    case ValueType::FieldValues: return {{"type", "object"}};
    case ValueType::PointsMap: return {{"type", "object"}, {"additionalProperties", QJsonObject{{"type", "number"}}}};
    case ValueType::Shape:
        if (!key.shorthand.isEmpty())
            return {{"anyOf", QJsonArray{QJsonObject{{"type", "string"}}, refTo(key.shape)}}};
        return refTo(key.shape);
    default: return {{"type", "string"}};
    }
}

static QJsonValue defaultOf(const Key& key)
{
    switch (key.type) {
    case ValueType::Bool: return key.defaultText == u"true";
    case ValueType::Integer:
    case ValueType::Decimal: return key.defaultText.toDouble();
    default: return key.list ? QJsonValue(QJsonArray{key.defaultText}) : QJsonValue(key.defaultText);
    }
}

static QJsonObject keySchema(const Key& key, const QString& language)
{
    QJsonObject schema = key.list ? QJsonObject{{"type", "array"}, {"items", valueSchema(key)}} : valueSchema(key);
    schema["title"] = key.label.in(language);
    if (!key.help.en.isEmpty())
        schema["description"] = key.help.in(language);
    if (!key.defaultText.isEmpty())
        schema["default"] = defaultOf(key);
    return schema;
}

/// Keys required only with some value of another key become an if/then.
static QJsonObject conditional(const Key& key)
{
    QJsonObject other{{"required", QJsonArray{key.applies.key}}};
    if (!key.applies.values.isEmpty())
        other["properties"] =
            QJsonObject{{key.applies.key, QJsonObject{{"enum", QJsonArray::fromStringList(key.applies.values)}}}};
    return {{"if", other}, {"then", QJsonObject{{"required", QJsonArray{key.name}}}}};
}

static QJsonObject shapeSchema(const Shape& shape, const QString& language)
{
    QJsonObject properties;
    QJsonArray required, conditions, choices;
    for (const Key& key : shape.keys) {
        properties[key.name] = keySchema(key, language);
        if (key.required && key.applies.key.isEmpty())
            required << key.name;
        else if (key.required)
            conditions << conditional(key);
    }
    QJsonObject schema{{"type", "object"},
                       {"title", shape.label.in(language)},
                       {"properties", properties},
                       {"patternProperties", QJsonObject{{"^x-", QJsonObject()}}},
                       {"additionalProperties", false}};
    if (!required.isEmpty())
        schema["required"] = required;
    if (!conditions.isEmpty())
        schema["allOf"] = conditions;
    for (const QString& action : shape.oneOf)
        choices << QJsonObject{{"required", QJsonArray{action}}};
    if (!choices.isEmpty())
        schema["oneOf"] = choices;
    return schema;
}

static void collectShapes(const Shape& shape, QStringList& found)
{
    for (const Key& key : shape.keys) {
        const Shape* inner = Schema::instance().shape(key.shape);
        if (inner && !found.contains(inner->id)) {
            found << inner->id;
            collectShapes(*inner, found);
        }
    }
}

QJsonObject jsonSchema(const Kind& kind, const QString& language)
{
    const Shape& root = Schema::instance().root(kind);
    QJsonObject schema = shapeSchema(root, language);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    schema["title"] = kind.label.in(language);
    schema["description"] = kind.help.in(language);
    QJsonObject properties = schema["properties"].toObject();
    properties["kind"] = QJsonObject{{"const", kind.id}};
    schema["properties"] = properties;
    QStringList shapes;
    collectShapes(root, shapes);
    QJsonObject definitions;
    for (const QString& id : shapes)
        definitions[id] = shapeSchema(*Schema::instance().shape(id), language);
    if (!definitions.isEmpty())
        schema["$defs"] = definitions;
    return schema;
}

} // namespace fw::schema
