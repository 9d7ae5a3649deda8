#include "interchange.h"

#include "dmntypes.h"
#include "model/schema/decisions.h"
#include "model/schema/references.h"
#include "model/schema/titles.h"

#include <set>

namespace fw::interchange
{

namespace
{

QStringList idsIn(const yaml::Node& list)
{
    QStringList ids;
    for (const yaml::Node& element : list.items)
        ids << element.string(element[u"id"].string());
    return ids;
}

/// The decisions a decision calls itself.
QStringList calledBy(const DefinitionFile& file, const schema::Types& types)
{
    QStringList called;
    schema::walkFile(file, [&](const schema::Site& site) {
        schema::expressionsAt(site, types, [&](const schema::ExpressionSite& expression) {
            const feel::Scope scope = schema::makeScope(expression.names, types);
            const auto references = expression.form == schema::ExpressionSite::Form::Tests
                                        ? schema::compileTests(expression.source, scope, expression.tested).references
                                        : feel::compile(expression.source, scope).references;
            for (const feel::Reference& reference : references)
                if (reference.owner == u"decision" && !called.contains(reference.name))
                    called << reference.name;
        });
    });
    return called;
}

class Exporter
{
public:
    Exporter(const Definition& definition, QList<Problem>* problems)
        : m_definition(definition), m_types(definition), m_problems(problems)
    {
    }

    dmn::Model model(QStringList ids)
    {
        m_model.name = m_definition.app()[u"id"].string();
        m_model.nameSpace = QStringLiteral("urn:formwright:") + m_model.name;
        std::set<QString> called;
        for (const DefinitionFile* file : m_definition.all(QStringLiteral("decision")))
            for (const QString& id : calledBy(*file, m_types))
                called.insert(id);
        if (ids.isEmpty())
            for (const DefinitionFile* file : m_definition.all(QStringLiteral("decision")))
                if (!called.contains(file->id()))
                    ids << file->id();
        for (const QString& id : ids)
            if (const DefinitionFile* file = m_definition.find(QStringLiteral("decision"), id))
                decision(*file);
        return std::move(m_model);
    }

private:
    void decision(const DefinitionFile& file)
    {
        dmn::Decision out;
        out.id = out.name = file.id();
        out.question = schema::titleOf(m_definition, Address{file.path, {}}, QStringLiteral("en"));
        out.description = file.root[u"note"].string();
        for (const yaml::Node& input : file.root[u"inputs"].items) {
            if (input[u"value"].exists())
                continue;
            dmn::InputData data;
            data.name = input[u"id"].string();
            data.id = QStringLiteral("input_") + data.name;
            data.typeRef = typeOf(input, data.name);
            const auto same = std::find_if(m_model.inputs.begin(), m_model.inputs.end(),
                                           [&](const dmn::InputData& known) { return known.name == data.name; });
            if (same == m_model.inputs.end())
                m_model.inputs.push_back(data);
            else if (same->typeRef != data.typeRef)
                same->typeRef.clear(); // two decisions take different things by one name
            out.requiredInputs << u'#' + data.id;
        }
        out.requiredKnowledge = knowledge(file);
        out.logic = tableOf(file);
        m_model.decisions.push_back(std::move(out));
    }

    QStringList knowledge(const DefinitionFile& file)
    {
        QStringList references;
        for (const QString& id : calledBy(file, m_types)) {
            references << u'#' + QStringLiteral("function_") + id;
            const DefinitionFile* called = m_definition.find(QStringLiteral("decision"), id);
            if (!called || !m_known.insert(id).second)
                continue;
            dmn::KnowledgeModel out;
            out.id = QStringLiteral("function_") + id;
            out.name = id;
            out.requiredKnowledge = knowledge(*called);
            dmn::Expression function;
            function.kind = dmn::Expression::Kind::Function;
            function.text = QStringLiteral("FEEL");
            for (const yaml::Node& input : called->root[u"inputs"].items)
                if (!input[u"value"].exists())
                    function.items.append({input[u"id"].string(), typeOf(input, input[u"id"].string())});
            function.parts.push_back(tableOf(*called));
            out.logic = std::move(function);
            m_model.knowledge.push_back(std::move(out));
        }
        return references;
    }

    QString typeOf(const yaml::Node& column, const QString& name)
    {
        const QString type = column[u"type"].string();
        if (type == u"relation" || type == u"user")
            m_problems->append(Problem{Severity::Warning,
                                       QStringLiteral("dmn.record"),
                                       Message(FW_MSG("\"%1\" takes a record; in DMN it may be anything."), {name}),
                                       {},
                                       Place{},
                                       {}});
        return typeRefOf(type, idsIn(column[u"options"]), name, &m_model);
    }

    dmn::Expression tableOf(const DefinitionFile& file)
    {
        auto table = std::make_shared<dmn::Table>();
        table->rules = schema::decisionTable(file.root);
        for (const yaml::Node& input : file.root[u"inputs"].items) {
            table->inputTypes << typeOf(input, input[u"id"].string());
            table->inputLabels << (input[u"value"].exists() ? input[u"id"].string() : QString());
        }
        const auto& outputs = file.root[u"outputs"].items;
        for (size_t i = 0; i < outputs.size(); ++i) {
            auto& output = table->rules.outputs[static_cast<qsizetype>(i)];
            output.name = outputs[i][u"id"].string();
            table->outputTypes << typeOf(outputs[i], output.name);
        }
        table->annotations = QStringList{QStringLiteral("rule")};
        for (const yaml::Node& rule : file.root[u"rules"].items)
            table->remarks.append(QStringList{rule[u"id"].string()});
        dmn::Expression expression;
        expression.kind = dmn::Expression::Kind::Table;
        expression.table = std::move(table);
        return expression;
    }

    const Definition& m_definition;
    const schema::Types m_types;
    QList<Problem>* m_problems;
    std::set<QString> m_known;
    dmn::Model m_model;
};

} // namespace

dmn::Model toModel(const Definition& definition, const QStringList& decisions, QList<Problem>* problems)
{
    return Exporter(definition, problems).model(decisions);
}

} // namespace fw::interchange
