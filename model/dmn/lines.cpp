#include "lines.h"
#include "model/feel/jsonl.h"
#include "modeljson.h"

#include <QJsonArray>

namespace fw::dmn
{

using feel::Value;

namespace
{

constexpr size_t maximumKnown = 1000;
constexpr size_t maximumCompiled = 8;

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

bool isModel(const QJsonObject& object)
{
    return object.value(QStringLiteral("decisions")).isArray() || object.value(QStringLiteral("bkms")).isArray();
}

/// The name of what a line wants to know: as it says, or as its id ends.
QString targetOf(const QJsonObject& line, const CompiledModel& model)
{
    for (const char* key : {"service", "decision"})
        if (model.has(text(line, key)))
            return text(line, key);
    const QString id = text(line, "id");
    for (qsizetype slash = id.indexOf(u'/'); slash >= 0; slash = id.indexOf(u'/', slash + 1))
        if (model.has(id.mid(slash + 1)))
            return id.mid(slash + 1);
    return {};
}

bool sameOptions(const Options& a, const Options& b)
{
    return a.dialect == b.dialect && a.strict == b.strict && a.inputShapes == b.inputShapes;
}

/// The logic of a line without a decision's name: its expression or table.
std::optional<Expression> logicOf(const QJsonObject& line, QStringList* warnings)
{
    if (line.value(QStringLiteral("table")).isObject()) {
        QJsonObject table = line.value(QStringLiteral("table")).toObject();
        table.insert(QStringLiteral("kind"), QStringLiteral("decisionTable"));
        return expressionFromJson(table, warnings);
    }
    if (!line.value(QStringLiteral("expression")).isString())
        return std::nullopt;
    Expression out;
    out.text = text(line, "expression");
    return out;
}

/// A decision that sees everything there is in its model.
Decision adHoc(const Model& model, Expression logic)
{
    Decision out;
    out.name = QStringLiteral("?");
    out.logic = std::move(logic);
    const auto reference = [](const Element& element) {
        return u'#' + (element.id.isEmpty() ? element.name : element.id);
    };
    for (const InputData& input : model.inputs)
        out.requiredInputs << reference(input);
    for (const Decision& decision : model.decisions)
        out.requiredDecisions << reference(decision);
    for (const KnowledgeModel& knowledge : model.knowledge)
        out.requiredKnowledge << reference(knowledge);
    for (const DecisionService& service : model.services)
        out.requiredKnowledge << reference(service);
    return out;
}

/// The decision table of a line, over nothing but the inputs of the line.
QJsonObject answerTable(const QJsonObject& line)
{
    QStringList warnings;
    const feel::LineInputs given = feel::inputsOf(line);
    Model model;
    Options options;
    options.dialect = feel::optionsOf(line).dialect;
    options.limits = feel::Limits::ofRequest();
    CompiledModel::Inputs inputs;
    for (const feel::Scope::Name& name : given.scope.names()) {
        InputData input;
        input.name = name.name;
        model.inputs.push_back(input);
        options.inputShapes.insert(name.name, name.type);
        inputs.insert(name.name, given.values[static_cast<size_t>(name.slot)]);
    }
    model.decisions.push_back(adHoc(model, *logicOf(line, &warnings)));
    QList<Problem> problems;
    const CompiledModel compiled = CompiledModel::compile(model, {}, options, &problems);
    for (const Problem& problem : problems)
        warnings << problem.what.english();
    return feel::answerOf(line, compiled.evaluate(QStringLiteral("?"), inputs).value, warnings);
}

} // namespace

void LineSession::remember(const QJsonObject& model)
{
    const auto same = [&](const QJsonObject& known) {
        return text(known, "model") == text(model, "model") && text(known, "namespace") == text(model, "namespace");
    };
    std::erase_if(m_known, same);
    m_known.push_front(model);
    if (m_known.size() > maximumKnown)
        m_known.pop_back();
}

/// The model of a line, then all that its imports may name.
QList<QJsonObject> LineSession::modelsOf(const QJsonObject& line) const
{
    QList<QJsonObject> out;
    const QJsonValue value = line.value(QStringLiteral("model"));
    for (const QJsonValue model : value.isArray() ? value.toArray() : QJsonArray{value})
        if (model.isObject())
            out.append(model.toObject());
    if (value.isString())
        for (const QJsonObject& known : m_known)
            if (text(known, "model") == value.toString() || text(known, "name") == value.toString()) {
                out.append(known);
                break;
            }
    if (out.isEmpty())
        return out;
    for (const QJsonValue model : line.value(QStringLiteral("models")).toArray())
        if (model.isObject())
            out.append(model.toObject());
    // Of the models seen before only those that are imported, or every new one would make a new compilation.
    for (qsizetype i = 0; i < out.size() && out.size() < 100; ++i)
        for (const QJsonValue import : out[i].value(QStringLiteral("imports")).toArray()) {
            if (const QJsonValue own = import.toObject().value(QStringLiteral("model")); own.isObject()) {
                out.append(own.toObject());
                continue;
            }
            const QString wanted = text(import.toObject(), "namespace");
            const auto has = [&](const QJsonObject& model) { return text(model, "namespace") == wanted; };
            const auto known = std::find_if(m_known.begin(), m_known.end(), has);
            if (known != m_known.end() && std::none_of(out.begin(), out.end(), has))
                out.append(*known);
        }
    return out;
}

const LineSession::Compiled& LineSession::compiled(const QList<QJsonObject>& trees, const Options& options,
                                                   QStringList* warnings)
{
    const auto it = std::find_if(m_compiled.begin(), m_compiled.end(), [&](const Compiled& c) {
        return sameOptions(c.options, options) && c.trees == trees;
    });
    if (it != m_compiled.end())
        return *it;
    std::deque<Model> models;
    std::vector<const Model*> others;
    for (const QJsonObject& tree : trees) {
        models.push_back(modelFromJson(tree, warnings));
        if (models.size() > 1)
            others.push_back(&models.back());
    }
    Compiled out{trees, options, {}, {}};
    out.model = CompiledModel::compile(models.front(), others, options, &out.problems);
    m_compiled.push_front(std::move(out));
    if (m_compiled.size() > maximumCompiled)
        m_compiled.pop_back();
    return m_compiled.front();
}

QJsonObject LineSession::answerInModel(const QJsonObject& line, const QList<QJsonObject>& trees)
{
    QStringList warnings;
    Options options;
    options.dialect = feel::optionsOf(line).dialect;
    options.limits = feel::Limits::ofRequest();
    CompiledModel::Inputs inputs;
    const feel::LineInputs given = feel::inputsOf(line);
    QSet<QString> typed;
    for (const QJsonObject& tree : trees)
        for (const QJsonValue input : tree.value(QStringLiteral("inputData")).toArray())
            if (!text(input.toObject(), "typeRef").isEmpty())
                typed.insert(text(input.toObject(), "name"));
    const auto count = static_cast<size_t>(line.value(QStringLiteral("inputs")).toArray().size());
    for (const feel::Scope::Name& name : given.scope.names()) {
        if (static_cast<size_t>(name.slot) >= count)
            continue; // of "scope" only: not given
        inputs.insert(name.name, given.values[static_cast<size_t>(name.slot)]);
        if (!typed.contains(name.name) && name.type.kind() != feel::Type::Kind::Any)
            options.inputShapes.insert(name.name, name.type);
    }
    const Compiled& model = compiled(trees, options, &warnings);
    const QString target = targetOf(line, model.model);
    if (!target.isEmpty()) {
        for (const Problem& problem : model.problems)
            if (problem.place.element.startsWith(QStringLiteral("decision[%1]").arg(target)))
                warnings << problem.what.english();
        Value value = model.model.evaluate(target, inputs).value;
        // Of a service with several outputs a line may want one.
        if (target == text(line, "service") && value.kind() == Value::Kind::Context)
            if (const Value* output = value.entry(text(line, "decision")))
                value = Value(*output);
        return feel::answerOf(line, value, warnings);
    }
    const auto logic = logicOf(line, &warnings);
    if (!logic) {
        warnings << QStringLiteral("The line names no decision of its model and has no \"expression\" or \"table\".");
        return feel::answerOf(line, Value(), warnings);
    }
    std::deque<Model> models;
    std::vector<const Model*> others;
    for (const QJsonObject& tree : trees) {
        models.push_back(modelFromJson(tree, &warnings));
        if (models.size() > 1)
            others.push_back(&models.back());
    }
    models.front().decisions.push_back(adHoc(models.front(), *logic));
    QList<Problem> problems;
    const CompiledModel own = CompiledModel::compile(models.front(), others, options, &problems);
    for (const Problem& problem : problems)
        if (problem.place.element.startsWith(QStringLiteral("decision[?]")))
            warnings << problem.what.english();
    return feel::answerOf(line, own.evaluate(QStringLiteral("?"), inputs).value, warnings);
}

QJsonObject LineSession::answer(const QJsonObject& line)
{
    if (isModel(line) && !line.contains(QStringLiteral("expression")) && !line.contains(QStringLiteral("table"))) {
        remember(line);
        return feel::answerOf(line, Value(), {});
    }
    const QList<QJsonObject> models = modelsOf(line);
    if (!models.isEmpty())
        return answerInModel(line, models);
    return line.value(QStringLiteral("table")).isObject() ? answerTable(line) : feel::answerLine(line);
}

} // namespace fw::dmn
