#include "xmlwriter.h"

#include <QSet>
#include <QXmlStreamWriter>

namespace fw::dmn
{

using Kind = Expression::Kind;

QString hitPolicyName(feel::DecisionTable::HitPolicy policy)
{
    using Policy = feel::DecisionTable::HitPolicy;
    switch (policy) {
    case Policy::Unique: return QStringLiteral("UNIQUE");
    case Policy::Any: return QStringLiteral("ANY");
    case Policy::Priority: return QStringLiteral("PRIORITY");
    case Policy::First: return QStringLiteral("FIRST");
    case Policy::RuleOrder: return QStringLiteral("RULE ORDER");
    case Policy::OutputOrder: return QStringLiteral("OUTPUT ORDER");
    case Policy::Collect: return QStringLiteral("COLLECT");
    }
    return {};
}

QString aggregationName(feel::DecisionTable::Aggregation aggregation)
{
    using Aggregation = feel::DecisionTable::Aggregation;
    switch (aggregation) {
    case Aggregation::None: break;
    case Aggregation::Sum: return QStringLiteral("SUM");
    case Aggregation::Count: return QStringLiteral("COUNT");
    case Aggregation::Min: return QStringLiteral("MIN");
    case Aggregation::Max: return QStringLiteral("MAX");
    }
    return {};
}

namespace
{

const char* const nameSpace = "https://www.omg.org/spec/DMN/20230324/MODEL/";

/// An XML id (NCName) that says what it stands for.
QString idFor(const QString& name, const QSet<QString>& taken)
{
    QString id = QStringLiteral("_");
    for (const QChar c : name)
        id += c.isLetterOrNumber() || c == u'_' || c == u'-' ? c : u'_';
    QString out = id;
    for (int n = 2; taken.contains(out); ++n)
        out = id + u'_' + QString::number(n);
    return out;
}

class XmlWriter
{
public:
    explicit XmlWriter(const Model& model);
    QByteArray write();

private:
    /// An element that ends with the block it is opened in.
    class Open
    {
    public:
        Open(XmlWriter& writer, const char* name) : m_writer(writer)
        {
            writer.m_xml.writeStartElement(QLatin1String(name));
        }
        ~Open() { m_writer.m_xml.writeEndElement(); }
        Open(const Open&) = delete;
        Open& operator=(const Open&) = delete;

    private:
        XmlWriter& m_writer;
    };

    void attribute(const char* name, const QString& value, bool always = false);
    void item(const char* element, const Item& item);
    void texts(const char* element, const QString& text);
    void element(const Element& e);
    void variable(const Element& e);
    void reference(const char* element, const QString& reference);
    void type(const char* element, const ItemDefinition& definition);
    void decision(const Decision& d);
    void knowledge(const KnowledgeModel& k);
    void service(const DecisionService& s);
    void expression(const Expression& e);
    void child(const char* element, const Expression& e);
    void function(const char* element, const Expression& e);
    void parts(const Expression& e);
    void table(const Expression& e);

    const Model& m_model;
    QByteArray m_out;
    QXmlStreamWriter m_xml;
    QHash<const Element*, QString> m_ids;
    QHash<QString, QString> m_byName; ///< of elements without an id of their own
};

XmlWriter::XmlWriter(const Model& model) : m_model(model), m_xml(&m_out)
{
    QSet<QString> taken;
    const auto each = [&](const auto& f) {
        for (const auto& e : m_model.inputs)
            f(e);
        for (const auto& e : m_model.decisions)
            f(e);
        for (const auto& e : m_model.knowledge)
            f(e);
        for (const auto& e : m_model.services)
            f(e);
    };
    each([&](const Element& e) { taken.insert(e.id); });
    each([&](const Element& e) {
        QString id = e.id;
        if (id.isEmpty()) {
            id = idFor(e.name, taken);
            taken.insert(id);
            m_byName.insert(e.name, id);
        }
        m_ids.insert(&e, id);
    });
}

void XmlWriter::attribute(const char* name, const QString& value, bool always)
{
    if (always || !value.isEmpty())
        m_xml.writeAttribute(QLatin1String(name), value);
}

void XmlWriter::item(const char* name, const Item& item)
{
    const Open open(*this, name);
    attribute("name", item.name, true);
    attribute("typeRef", item.typeRef);
}

void XmlWriter::texts(const char* element, const QString& text)
{
    const Open open(*this, element);
    m_xml.writeTextElement(QStringLiteral("text"), text);
}

void XmlWriter::element(const Element& e)
{
    attribute("id", m_ids.value(&e));
    attribute("name", e.name, true);
}

void XmlWriter::variable(const Element& e)
{
    item("variable", {e.name, e.typeRef});
}

void XmlWriter::reference(const char* element, const QString& reference)
{
    const Open open(*this, element);
    QString href = reference;
    if (href.startsWith(u'#'))
        href = u'#' + m_byName.value(href.mid(1), href.mid(1));
    attribute("href", href, true);
}

void XmlWriter::type(const char* name, const ItemDefinition& definition)
{
    const Open open(*this, name);
    attribute("name", definition.name, true);
    if (definition.isCollection)
        attribute("isCollection", QStringLiteral("true"));
    if (definition.isFunction) {
        const Open function(*this, "functionItem");
        attribute("outputTypeRef", definition.resultType);
        for (const Item& parameter : definition.parameters)
            item("parameters", parameter);
        return;
    }
    for (const ItemDefinition& component : definition.components)
        type("itemComponent", component);
    if (!definition.components.empty() || definition.typeRef.isEmpty())
        return;
    m_xml.writeTextElement(QStringLiteral("typeRef"), definition.typeRef);
    if (!definition.allowedValues.isEmpty())
        texts("allowedValues", definition.allowedValues);
    if (!definition.typeConstraint.isEmpty())
        texts("typeConstraint", definition.typeConstraint);
}

void XmlWriter::decision(const Decision& d)
{
    const Open open(*this, "decision");
    element(d);
    for (const auto& [name, text] : {std::pair{"description", d.description}, std::pair{"question", d.question},
                                     std::pair{"allowedAnswers", d.allowedAnswers}})
        if (!text.isEmpty())
            m_xml.writeTextElement(QLatin1String(name), text);
    variable(d);
    for (const QString& required : d.requiredDecisions) {
        const Open requirement(*this, "informationRequirement");
        reference("requiredDecision", required);
    }
    for (const QString& required : d.requiredInputs) {
        const Open requirement(*this, "informationRequirement");
        reference("requiredInput", required);
    }
    for (const QString& required : d.requiredKnowledge) {
        const Open requirement(*this, "knowledgeRequirement");
        reference("requiredKnowledge", required);
    }
    if (d.logic)
        expression(*d.logic);
}

void XmlWriter::knowledge(const KnowledgeModel& k)
{
    const Open open(*this, "businessKnowledgeModel");
    element(k);
    variable(k);
    if (k.logic && k.logic->kind == Kind::Function) {
        function("encapsulatedLogic", *k.logic);
    } else if (k.logic) {
        Expression wrapped; // a table by itself: what it asks for are its parameters
        wrapped.kind = Kind::Function;
        if (k.logic->table)
            for (const feel::DecisionTable::Input& input : k.logic->table->rules.inputs)
                wrapped.items.append({input.expression.trimmed(), QString()});
        wrapped.parts.push_back(*k.logic);
        function("encapsulatedLogic", wrapped);
    }
    for (const QString& required : k.requiredKnowledge) {
        const Open requirement(*this, "knowledgeRequirement");
        reference("requiredKnowledge", required);
    }
}

void XmlWriter::service(const DecisionService& s)
{
    const Open open(*this, "decisionService");
    element(s);
    variable(s);
    const auto all = [this](const char* name, const QStringList& references) {
        for (const QString& r : references)
            reference(name, r);
    };
    all("outputDecision", s.outputDecisions);
    all("encapsulatedDecision", s.encapsulatedDecisions);
    all("inputDecision", s.inputDecisions);
    all("inputData", s.inputData);
}

void XmlWriter::child(const char* name, const Expression& e)
{
    const Open open(*this, name);
    expression(e);
}

void XmlWriter::function(const char* name, const Expression& e)
{
    const Open open(*this, name);
    attribute("typeRef", e.typeRef);
    if (!e.text.isEmpty() && e.text != QLatin1String("FEEL"))
        attribute("kind", e.text);
    for (const Item& parameter : e.items)
        item("formalParameter", parameter);
    expression(e.parts.front());
}

void XmlWriter::table(const Expression& e)
{
    const Open open(*this, "decisionTable");
    const Table& table = *e.table;
    attribute("typeRef", e.typeRef);
    attribute("hitPolicy", hitPolicyName(table.rules.hitPolicy));
    attribute("aggregation", aggregationName(table.rules.aggregation));
    attribute("outputLabel", table.outputLabel);
    for (qsizetype i = 0; i < table.rules.inputs.size(); ++i) {
        const Open input(*this, "input");
        attribute("label", table.inputLabels.value(i));
        {
            const Open expression(*this, "inputExpression");
            attribute("typeRef", table.inputTypes.value(i));
            m_xml.writeTextElement(QStringLiteral("text"), table.rules.inputs[i].expression);
        }
        if (!table.rules.inputs[i].allowed.isEmpty())
            texts("inputValues", table.rules.inputs[i].allowed);
    }
    for (qsizetype i = 0; i < table.rules.outputs.size(); ++i) {
        const Open output(*this, "output");
        attribute("name", table.rules.outputs[i].name);
        attribute("typeRef", table.outputTypes.value(i));
        if (!table.rules.outputs[i].values.isEmpty())
            texts("outputValues", table.rules.outputs[i].values);
        if (!table.rules.outputs[i].defaultValue.isEmpty())
            texts("defaultOutputEntry", table.rules.outputs[i].defaultValue);
    }
    for (const QString& name : table.annotations) {
        const Open annotation(*this, "annotation");
        attribute("name", name);
    }
    for (qsizetype r = 0; r < table.rules.rules.size(); ++r) {
        const Open rule(*this, "rule");
        for (qsizetype i = 0; i < table.rules.inputs.size(); ++i) {
            const QString cell = table.rules.rules[r].when.value(i);
            texts("inputEntry", cell.trimmed().isEmpty() ? QStringLiteral("-") : cell);
        }
        for (qsizetype i = 0; i < table.rules.outputs.size(); ++i)
            texts("outputEntry", table.rules.rules[r].then.value(i));
        for (const QString& remark : table.remarks.value(r))
            texts("annotationEntry", remark);
    }
}

/// What stands inside the element of an expression that is neither a function nor a table.
void XmlWriter::parts(const Expression& e)
{
    switch (e.kind) {
    case Kind::Literal: m_xml.writeTextElement(QStringLiteral("text"), e.text); break;
    case Kind::Context:
        for (qsizetype i = 0; i < e.items.size(); ++i) {
            const Open entry(*this, "contextEntry");
            if (!e.items[i].name.isEmpty())
                item("variable", e.items[i]);
            expression(e.parts[static_cast<size_t>(i)]);
        }
        break;
    case Kind::List:
        for (const Expression& part : e.parts)
            expression(part);
        break;
    case Kind::Relation:
        for (const Item& column : e.items)
            item("column", column);
        for (const Expression& row : e.parts) {
            const Open open(*this, "row");
            for (const Expression& cell : row.parts)
                expression(cell);
        }
        break;
    case Kind::Conditional:
        child("if", e.parts[0]);
        child("then", e.parts[1]);
        child("else", e.parts[2]);
        break;
    case Kind::Filter:
        child("in", e.parts[0]);
        child("match", e.parts[1]);
        break;
    case Kind::For:
    case Kind::Some:
    case Kind::Every:
        child("in", e.parts[0]);
        child(e.kind == Kind::For ? "return" : "satisfies", e.parts[1]);
        break;
    case Kind::Invocation:
        expression(e.parts.front());
        for (qsizetype i = 0; i < e.items.size(); ++i) {
            const Open binding(*this, "binding");
            item("parameter", e.items[i]);
            expression(e.parts[static_cast<size_t>(i) + 1]);
        }
        break;
    case Kind::Function:
    case Kind::Table: break;
    }
}

void XmlWriter::expression(const Expression& e)
{
    static const QHash<Kind, const char*> names{{Kind::Literal, "literalExpression"},
                                                {Kind::Context, "context"},
                                                {Kind::List, "list"},
                                                {Kind::Relation, "relation"},
                                                {Kind::Filter, "filter"},
                                                {Kind::Conditional, "conditional"},
                                                {Kind::For, "for"},
                                                {Kind::Some, "some"},
                                                {Kind::Every, "every"},
                                                {Kind::Invocation, "invocation"}};
    if (e.kind == Kind::Function) {
        function("functionDefinition", e);
    } else if (e.kind == Kind::Table) {
        if (e.table)
            table(e);
    } else {
        const Open open(*this, names.value(e.kind));
        attribute("typeRef", e.typeRef);
        if (e.kind == Kind::For || e.kind == Kind::Some || e.kind == Kind::Every)
            attribute("iteratorVariable", e.text);
        parts(e);
    }
}

QByteArray XmlWriter::write()
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(2);
    m_xml.writeStartDocument();
    m_xml.writeDefaultNamespace(QLatin1String(nameSpace));
    {
        const Open definitions(*this, "definitions");
        attribute("name", m_model.name, true);
        attribute("namespace", m_model.nameSpace.isEmpty() ? QStringLiteral("urn:decisions") : m_model.nameSpace);
        attribute("exporter", QStringLiteral("Formwright"));
        for (const Import& import : m_model.imports) {
            const Open open(*this, "import");
            attribute("name", import.name, true);
            attribute("namespace", import.nameSpace, true);
            attribute("locationURI", import.location);
            attribute("importType", QLatin1String(nameSpace));
        }
        for (const ItemDefinition& definition : m_model.types)
            type("itemDefinition", definition);
        for (const InputData& input : m_model.inputs) {
            const Open open(*this, "inputData");
            element(input);
            variable(input);
        }
        for (const Decision& d : m_model.decisions)
            decision(d);
        for (const KnowledgeModel& k : m_model.knowledge)
            knowledge(k);
        for (const DecisionService& s : m_model.services)
            service(s);
    }
    m_xml.writeEndDocument();
    return m_out;
}

} // namespace

QByteArray writeXml(const Model& model)
{
    return XmlWriter(model).write();
}

} // namespace fw::dmn
