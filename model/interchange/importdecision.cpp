#include "interchange.h"

#include "dmntypes.h"
#include "model/dmn/xmlwriter.h"
#include "model/schema/fresh.h"
#include "model/yaml/emitter.h"
#include "rewriting.h"

#include <set>

namespace fw::interchange
{

using yaml::Entry;
using yaml::Node;

namespace
{

/// A decision or knowledge model that stands in the app: how expressions call it.
struct Known {
    QString id;
    QStringList parameters; ///< names in the model, in the order of the inputs
};

/// An input as a table of the model asks for it.
struct Parameter {
    QString name;
    QString typeRef;
};

QString typeOf(const std::vector<Entry>& keys)
{
    return keys.front().value.scalar;
}

class Importer
{
public:
    Importer(const dmn::Model& model, QStringList taken, QList<Problem>* problems)
        : m_model(model), m_taken(std::move(taken)), m_problems(problems)
    {
    }

    QMap<QString, QByteArray> files()
    {
        for (const dmn::KnowledgeModel& knowledge : m_model.knowledge)
            (void)functionOf(knowledge);
        for (const dmn::Decision& decision : m_model.decisions)
            if (decision.logic && decision.logic->kind == dmn::Expression::Kind::Table)
                (void)knownOf(decision);
            else if (!decision.logic || decision.logic->kind != dmn::Expression::Kind::Literal)
                leftOut(decision.name, decision.line);
            else if (!isRequired(decision))
                leftOut(decision.name, decision.line);
        return std::move(m_files);
    }

private:
    void leftOut(const QString& name, int line)
    {
        m_problems->append(Problem{Severity::Warning,
                                   QStringLiteral("dmn.no_table"),
                                   Message(FW_MSG("\"%1\" is no decision table and is left out."), {name}),
                                   Message(FW_MSG("Write it as an expression where it is needed.")),
                                   Place{{}, line, 0, name},
                                   {}});
    }

    template <class List> static auto* findIn(const List& list, const QString& reference)
    {
        const QString id = reference.section(u'#', 1);
        const auto it = std::find_if(list.begin(), list.end(), [&id](const auto& element) {
            return element.id == id || (element.id.isEmpty() && element.name == id);
        });
        return it == list.end() ? nullptr : &*it;
    }

    bool isRequired(const dmn::Decision& decision) const
    {
        return std::any_of(m_model.decisions.begin(), m_model.decisions.end(), [&](const dmn::Decision& other) {
            return std::any_of(
                other.requiredDecisions.begin(), other.requiredDecisions.end(),
                [&](const QString& reference) { return findIn(m_model.decisions, reference) == &decision; });
        });
    }

    /// What the names of a decision's requirements become, and the inputs it has through them.
    void require(const dmn::Decision& decision, QMap<QString, QString>& names, QList<Parameter>& parameters)
    {
        const auto give = [&](const QString& name, const QString& typeRef) {
            const bool there = std::any_of(parameters.begin(), parameters.end(),
                                           [&name](const Parameter& known) { return known.name == name; });
            if (!there)
                parameters.append({name, typeRef});
        };
        for (const QString& reference : decision.requiredInputs)
            if (const dmn::InputData* input = findIn(m_model.inputs, reference))
                give(input->name, input->typeRef);
        for (const QString& reference : decision.requiredKnowledge)
            if (const dmn::KnowledgeModel* knowledge = findIn(m_model.knowledge, reference))
                if (const Known* known = functionOf(*knowledge))
                    names.insert(knowledge->name, known->id);
        for (const QString& reference : decision.requiredDecisions) {
            const dmn::Decision* required = findIn(m_model.decisions, reference);
            if (!required || !required->logic || !m_open.insert(required).second)
                continue;
            if (required->logic->kind == dmn::Expression::Kind::Table) {
                if (const Known* known = knownOf(*required)) {
                    QStringList arguments;
                    for (const QString& name : known->parameters) {
                        arguments << inputId(name);
                        give(name, typeOfInput(name));
                    }
                    names.insert(required->name, known->id + u'(' + arguments.join(QStringLiteral(", ")) + u')');
                }
            } else if (required->logic->kind == dmn::Expression::Kind::Literal) {
                QMap<QString, QString> inner;
                require(*required, inner, parameters);
                for (const Parameter& parameter : parameters)
                    inner.insert(parameter.name, inputId(parameter.name));
                names.insert(required->name, u'(' + rewritten(required->logic->text, inner, false) + u')');
            }
            m_open.erase(required);
        }
    }

    QString typeOfInput(const QString& name) const
    {
        for (const dmn::InputData& input : m_model.inputs)
            if (input.name == name)
                return input.typeRef;
        return {};
    }

    /// One input data element has one id wherever it is asked for.
    QString inputId(const QString& name)
    {
        if (!m_inputIds.contains(name))
            m_inputIds.insert(name, idFor(name, &m_inputTaken, QStringLiteral("input")));
        return m_inputIds[name];
    }

    const Known* knownOf(const dmn::Decision& decision)
    {
        if (const auto it = m_known.find(&decision); it != m_known.end())
            return it->second.id.isEmpty() ? nullptr : &it->second;
        m_known[&decision]; // a ring of requirements ends here
        QMap<QString, QString> names;
        QList<Parameter> parameters;
        require(decision, names, parameters);
        const QString label = decision.question.isEmpty() ? decision.name : decision.question;
        m_known[&decision] =
            write(decision.name, label, decision.description, *decision.logic->table, parameters, names);
        return &m_known[&decision];
    }

    const Known* functionOf(const dmn::KnowledgeModel& knowledge)
    {
        if (const auto it = m_functions.find(&knowledge); it != m_functions.end())
            return it->second.id.isEmpty() ? nullptr : &it->second;
        m_functions[&knowledge];
        const bool table = knowledge.logic && knowledge.logic->kind == dmn::Expression::Kind::Function &&
                           !knowledge.logic->parts.empty() &&
                           knowledge.logic->parts.front().kind == dmn::Expression::Kind::Table;
        if (!table) {
            leftOut(knowledge.name, knowledge.line);
            return nullptr;
        }
        QMap<QString, QString> names;
        for (const QString& reference : knowledge.requiredKnowledge)
            if (const dmn::KnowledgeModel* other = findIn(m_model.knowledge, reference))
                if (const Known* known = functionOf(*other))
                    names.insert(other->name, known->id);
        QList<Parameter> parameters;
        for (const dmn::Item& item : knowledge.logic->items)
            parameters.append({item.name, item.typeRef});
        m_functions[&knowledge] =
            write(knowledge.name, knowledge.name, {}, *knowledge.logic->parts.front().table, parameters, names);
        return &m_functions[&knowledge];
    }

    /// The inputs: a column for each of the table, in its order, then what is given but not tested.
    struct Columns {
        std::vector<Node> inputs;
        QStringList ids, types; ///< per column of the table
        QStringList parameters; ///< names, in the order of the inputs
    };

    Columns columnsOf(const dmn::Table& table, const QList<Parameter>& given, const QMap<QString, QString>& names)
    {
        Columns out;
        QStringList taken;
        for (const Parameter& parameter : given)
            taken << inputId(parameter.name);
        const auto node = [&](const QString& id, const std::vector<Entry>& type) {
            Node input = Node::map({entry("id", Node::plain(id))});
            input.entries.insert(input.entries.end(), type.begin(), type.end());
            input.style = yaml::Style::Flow;
            return input;
        };
        for (qsizetype i = 0; i < table.rules.inputs.size(); ++i) {
            const QString expression = table.rules.inputs[i].expression.simplified();
            const auto parameter =
                std::find_if(given.begin(), given.end(), [&](const Parameter& p) { return p.name == expression; });
            const bool isGiven = parameter != given.end() && !out.parameters.contains(expression);
            const QString label = table.inputLabels.value(i);
            const QString ref =
                isGiven && !parameter->typeRef.isEmpty() ? parameter->typeRef : table.inputTypes.value(i);
            const std::vector<Entry> type = typeKeys(ref, m_model);
            const QString id = isGiven ? inputId(expression)
                                       : idFor(label.isEmpty() ? expression : label, &taken, QStringLiteral("column"));
            Node input = node(id, type);
            if (isGiven)
                out.parameters << expression;
            else
                input.entries.push_back(entry("value", Node::text(u'=' + rewritten(expression, names, false))));
            if (!table.rules.inputs[i].allowed.isEmpty() && typeOf(type) != u"choice")
                input.entries.push_back(
                    entry("allowed", Node::text(u'=' + rewritten(table.rules.inputs[i].allowed, names, true))));
            out.inputs.push_back(std::move(input));
            out.ids << id;
            out.types << typeOf(type);
        }
        for (const Parameter& parameter : given)
            if (!out.parameters.contains(parameter.name)) {
                out.inputs.push_back(node(inputId(parameter.name), typeKeys(parameter.typeRef, m_model)));
                out.parameters << parameter.name;
            }
        return out;
    }

    Known write(const QString& name, const QString& label, const QString& note, const dmn::Table& table,
                const QList<Parameter>& given, QMap<QString, QString> names)
    {
        for (const Parameter& parameter : given)
            names.insert(parameter.name, inputId(parameter.name));
        const QString id = idFor(name, &m_taken, QStringLiteral("decision"));
        const Columns columns = columnsOf(table, given, names);
        Node root = Node::map({entry("kind", Node::plain(QStringLiteral("decision"))), entry("id", Node::plain(id))});
        if (label != id)
            root.entries.push_back(entry("label", Node::text(label)));
        QString policy = dmn::hitPolicyName(table.rules.hitPolicy).toLower().replace(u' ', u'_');
        if (policy != u"unique")
            root.entries.push_back(entry("hit_policy", Node::plain(policy)));
        if (table.rules.aggregation != feel::DecisionTable::Aggregation::None)
            root.entries.push_back(
                entry("aggregate", Node::plain(dmn::aggregationName(table.rules.aggregation).toLower())));
        root.entries.push_back(entry("inputs", Node::sequence(columns.inputs)));
        QStringList outputIds, outputTypes;
        root.entries.push_back(entry("outputs", outputsOf(table, outputIds, outputTypes)));
        root.entries.push_back(entry("rules", rulesOf(table, columns, outputIds, outputTypes, names)));
        if (!note.isEmpty())
            root.entries.push_back(entry("note", Node::text(note)));
        m_files.insert(QStringLiteral("decisions/%1.yaml").arg(id), yaml::fileText(root));
        return {id, columns.parameters};
    }

    Node outputsOf(const dmn::Table& table, QStringList& ids, QStringList& types)
    {
        std::vector<Node> nodes;
        for (qsizetype i = 0; i < table.rules.outputs.size(); ++i) {
            const feel::DecisionTable::Output& output = table.rules.outputs[i];
            const std::vector<Entry> type = typeKeys(table.outputTypes.value(i), m_model);
            const QString id = idFor(output.name, &ids, QStringLiteral("result"));
            types << typeOf(type);
            Node node = Node::map({entry("id", Node::plain(id))});
            node.entries.insert(node.entries.end(), type.begin(), type.end());
            const feel::Value values = feel::compile(u'[' + output.values + u']', feel::Scope()).program.evaluate({});
            std::vector<Node> listed;
            if (values.kind() == feel::Value::Kind::List && types.last() != u"choice")
                for (const feel::Value& value : values.items())
                    listed.push_back(valueNode(value.toFeel(), types.last()));
            if (!listed.empty())
                node.entries.push_back(entry("values", Node::sequence(std::move(listed), yaml::Style::Flow)));
            if (!output.defaultValue.isEmpty())
                node.entries.push_back(entry("default", valueNode(output.defaultValue, types.last())));
            node.style = yaml::Style::Flow;
            nodes.push_back(std::move(node));
        }
        return Node::sequence(std::move(nodes));
    }

    Node rulesOf(const dmn::Table& table, const Columns& columns, const QStringList& outputIds,
                 const QStringList& outputTypes, const QMap<QString, QString>& names)
    {
        const qsizetype idColumn = table.annotations.indexOf(QStringLiteral("rule"));
        QStringList taken;
        std::vector<Node> nodes;
        for (qsizetype r = 0; r < table.rules.rules.size(); ++r) {
            const feel::DecisionTable::Rule& rule = table.rules.rules[r];
            const QStringList remarks = table.remarks.value(r);
            const QString written = idColumn < 0 ? QString() : remarks.value(idColumn);
            const QString id = idFor(schema::isValidId(written) ? written : QStringLiteral("rule_%1").arg(r + 1),
                                     &taken, QStringLiteral("rule"));
            Node when = Node::map({}, yaml::Style::Flow), then = Node::map({}, yaml::Style::Flow);
            for (qsizetype i = 0; i < columns.ids.size(); ++i) {
                const QString cell = rule.when.value(i).trimmed();
                if (!cell.isEmpty() && cell != u"-")
                    when.entries.push_back(
                        {columns.ids[i], cellNode(rewritten(cell, names, true), columns.types[i]), {}});
            }
            for (qsizetype i = 0; i < outputIds.size(); ++i)
                then.entries.push_back(
                    {outputIds[i], valueNode(rewritten(rule.then.value(i), names, false), outputTypes[i]), {}});
            Node node = Node::map({entry("id", Node::plain(id))}, yaml::Style::Flow);
            if (!when.entries.empty())
                node.entries.push_back(entry("when", std::move(when)));
            node.entries.push_back(entry("then", std::move(then)));
            QStringList notes;
            for (qsizetype i = 0; i < remarks.size(); ++i)
                if (i != idColumn && !remarks[i].isEmpty())
                    notes << remarks[i];
            if (!notes.isEmpty())
                node.entries.push_back(entry("note", Node::text(notes.join(QStringLiteral("; ")))));
            nodes.push_back(std::move(node));
        }
        return Node::sequence(std::move(nodes));
    }

    const dmn::Model& m_model;
    QStringList m_taken;
    QStringList m_inputTaken;
    QList<Problem>* m_problems;
    QMap<QString, QString> m_inputIds;
    std::map<const dmn::Decision*, Known> m_known;
    std::map<const dmn::KnowledgeModel*, Known> m_functions;
    std::set<const dmn::Decision*> m_open;
    QMap<QString, QByteArray> m_files;
};

} // namespace

QMap<QString, QByteArray> fromModel(const dmn::Model& model, const QStringList& taken, QList<Problem>* problems)
{
    return Importer(model, taken, problems).files();
}

} // namespace fw::interchange
