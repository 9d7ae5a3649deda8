#include "modeljson.h"

#include <QJsonArray>

namespace fw::dmn
{

namespace
{

constexpr int maximumDepth = 100;

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

QJsonArray list(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toArray();
}

QStringList texts(const QJsonValue& array)
{
    QStringList out;
    for (const QJsonValue item : array.toArray())
        out << item.toString();
    return out;
}

QList<Item> itemsOf(const QJsonArray& array)
{
    QList<Item> out;
    for (const QJsonValue item : array)
        out.append({text(item.toObject(), "name"), text(item.toObject(), "typeRef")});
    return out;
}

/// Reads boxed expressions, counting how deep it is.
class Reader
{
public:
    explicit Reader(QStringList* warnings) : m_warnings(warnings) {}

    Expression read(const QJsonValue& value)
    {
        using Kind = Expression::Kind;
        static const QHash<QString, Kind> kinds{{QStringLiteral("literalExpression"), Kind::Literal},
                                                {QStringLiteral("context"), Kind::Context},
                                                {QStringLiteral("list"), Kind::List},
                                                {QStringLiteral("relation"), Kind::Relation},
                                                {QStringLiteral("conditional"), Kind::Conditional},
                                                {QStringLiteral("filter"), Kind::Filter},
                                                {QStringLiteral("for"), Kind::For},
                                                {QStringLiteral("some"), Kind::Some},
                                                {QStringLiteral("every"), Kind::Every},
                                                {QStringLiteral("invocation"), Kind::Invocation},
                                                {QStringLiteral("functionDefinition"), Kind::Function},
                                                {QStringLiteral("decisionTable"), Kind::Table}};
        Expression out;
        if (value.isString() || value.isNull() || value.isUndefined()) { // a bare text is a literal expression
            out.text = value.toString();
            return out;
        }
        const QJsonObject object = value.toObject();
        out.typeRef = text(object, "typeRef");
        const auto kind = kinds.find(text(object, "kind"));
        if (kind == kinds.end() || m_depth >= maximumDepth) {
            *m_warnings
                << (kind == kinds.end()
                        ? QStringLiteral("There is no boxed expression of the kind \"%1\".").arg(text(object, "kind"))
                        : QStringLiteral("The expressions are nested too deeply."));
            return out;
        }
        out.kind = *kind;
        ++m_depth;
        readParts(object, &out);
        --m_depth;
        return out;
    }

private:
    void part(const QJsonObject& object, const char* key, Expression* out)
    {
        out->parts.push_back(read(object.value(QLatin1String(key))));
    }

    void named(const QJsonArray& array, Expression* out)
    {
        out->items = itemsOf(array);
        for (const QJsonValue entry : array)
            out->parts.push_back(read(entry.toObject().value(QStringLiteral("logic"))));
    }

    void readParts(const QJsonObject& object, Expression* out)
    {
        using Kind = Expression::Kind;
        switch (out->kind) {
        case Kind::Literal: out->text = text(object, "text"); break;
        case Kind::Context: named(list(object, "entries"), out); break;
        case Kind::List:
            for (const QJsonValue item : list(object, "items"))
                out->parts.push_back(read(item));
            break;
        case Kind::Relation: readRelation(object, out); break;
        case Kind::Conditional:
            for (const char* key : {"if", "then", "else"})
                part(object, key, out);
            break;
        case Kind::Filter:
            part(object, "in", out);
            part(object, "match", out);
            break;
        case Kind::For:
        case Kind::Some:
        case Kind::Every:
            out->text = text(object, "variable");
            part(object, "in", out);
            part(object, out->kind == Kind::For ? "return" : "satisfies", out);
            break;
        case Kind::Invocation:
            part(object, "function", out);
            named(list(object, "bindings"), out);
            break;
        case Kind::Function:
            out->text = text(object, "language");
            out->items = itemsOf(list(object, "parameters"));
            part(object, "body", out);
            break;
        case Kind::Table: readTable(object, out); break;
        }
    }

    void readRelation(const QJsonObject& object, Expression* out)
    {
        out->items = itemsOf(list(object, "columns"));
        for (const QJsonValue cells : list(object, "rows")) {
            Expression row;
            row.kind = Expression::Kind::List;
            for (const QJsonValue cell : cells.isArray() ? cells.toArray() : list(cells.toObject(), "items"))
                row.parts.push_back(read(cell));
            out->parts.push_back(std::move(row));
        }
    }

    void readTable(const QJsonObject& object, Expression* out)
    {
        auto table = std::make_shared<Table>();
        feel::DecisionTable& rules = table->rules;
        const QString aggregation = text(object, "aggregation");
        const QString policy = text(object, "hitPolicy") + (aggregation.isEmpty() ? QString() : u'/' + aggregation);
        if (policy.isEmpty())
            rules.hitPolicy = feel::DecisionTable::HitPolicy::Unique;
        else if (const auto known = feel::DecisionTable::policyNamed(policy))
            std::tie(rules.hitPolicy, rules.aggregation) = *known;
        else
            *m_warnings << QStringLiteral("The hit policy \"%1\" is not known.").arg(policy);
        for (const QJsonValue value : list(object, "inputs")) {
            const QJsonObject input = value.toObject();
            rules.inputs.append({text(input, "expression"), text(input, "allowed")});
            table->inputTypes << text(input, "typeRef");
            table->inputLabels << text(input, "label");
        }
        for (const QJsonValue value : list(object, "outputs")) {
            const QJsonObject output = value.toObject();
            rules.outputs.append({text(output, "name"), text(output, "values"), text(output, "default")});
            table->outputTypes << text(output, "typeRef");
        }
        for (const QJsonValue rule : list(object, "rules"))
            rules.rules.append({texts(rule.toObject().value(QStringLiteral("when"))),
                                texts(rule.toObject().value(QStringLiteral("then")))});
        table->outputLabel = text(object, "outputLabel");
        out->table = std::move(table);
    }

    QStringList* m_warnings;
    int m_depth = 0;
};

ItemDefinition typeFromJson(const QJsonObject& object, int depth)
{
    ItemDefinition out;
    out.name = text(object, "name");
    out.typeRef = text(object, "typeRef");
    out.allowedValues = text(object, "allowedValues");
    out.typeConstraint = text(object, "typeConstraint");
    out.isCollection = object.value(QStringLiteral("isCollection")).toBool();
    if (depth < maximumDepth)
        for (const QJsonValue component : list(object, "components"))
            out.components.push_back(typeFromJson(component.toObject(), depth + 1));
    const QJsonObject function = object.value(QStringLiteral("function")).toObject();
    out.isFunction = !function.isEmpty();
    out.parameters = itemsOf(list(function, "parameters"));
    out.resultType = text(function, "output");
    return out;
}

template <class T> T elementFromJson(const QJsonObject& object)
{
    T out;
    out.id = text(object, "id");
    out.name = text(object, "name");
    out.typeRef = text(object, "typeRef");
    return out;
}

std::optional<Expression> logicOf(const QJsonObject& object, QStringList* warnings)
{
    const QJsonValue logic = object.value(QStringLiteral("logic"));
    if (!logic.isObject() && !logic.isString())
        return std::nullopt;
    return Reader(warnings).read(logic);
}

} // namespace

Expression expressionFromJson(const QJsonObject& object, QStringList* warnings)
{
    return Reader(warnings).read(object);
}

Model modelFromJson(const QJsonObject& object, QStringList* warnings)
{
    Model out;
    out.id = text(object, "model");
    out.name = text(object, "name");
    out.nameSpace = text(object, "namespace");
    for (const QJsonValue value : list(object, "imports"))
        out.imports.append({text(value.toObject(), "name"), text(value.toObject(), "namespace"), QString()});
    for (const QJsonValue value : list(object, "itemDefinitions"))
        out.types.push_back(typeFromJson(value.toObject(), 0));
    for (const QJsonValue value : list(object, "inputData"))
        out.inputs.push_back(elementFromJson<InputData>(value.toObject()));
    for (const QJsonValue value : list(object, "decisions")) {
        auto decision = elementFromJson<Decision>(value.toObject());
        decision.requiredDecisions = texts(value.toObject().value(QStringLiteral("requiredDecisions")));
        decision.requiredInputs = texts(value.toObject().value(QStringLiteral("requiredInputs")));
        decision.requiredKnowledge = texts(value.toObject().value(QStringLiteral("requiredKnowledge")));
        decision.logic = logicOf(value.toObject(), warnings);
        out.decisions.push_back(std::move(decision));
    }
    for (const QJsonValue value : list(object, "bkms")) {
        auto knowledge = elementFromJson<KnowledgeModel>(value.toObject());
        knowledge.requiredKnowledge = texts(value.toObject().value(QStringLiteral("requiredKnowledge")));
        knowledge.logic = logicOf(value.toObject(), warnings);
        out.knowledge.push_back(std::move(knowledge));
    }
    for (const QJsonValue value : list(object, "services")) {
        auto service = elementFromJson<DecisionService>(value.toObject());
        service.outputDecisions = texts(value.toObject().value(QStringLiteral("outputDecision")));
        service.encapsulatedDecisions = texts(value.toObject().value(QStringLiteral("encapsulatedDecision")));
        service.inputDecisions = texts(value.toObject().value(QStringLiteral("inputDecision")));
        service.inputData = texts(value.toObject().value(QStringLiteral("inputData")));
        out.services.push_back(std::move(service));
    }
    return out;
}

} // namespace fw::dmn
