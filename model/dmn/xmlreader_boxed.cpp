// Boxed expressions and decision tables.
#include "xmlreader_p.h"

namespace fw::dmn
{

using Kind = Expression::Kind;

namespace
{

const QHash<QString, Kind>& kinds()
{
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
    return kinds;
}

} // namespace

bool XmlReader::isExpression() const
{
    return kinds().contains(m_xml.name().toString());
}

/// The one expression inside an element such as <then>.
Expression XmlReader::readChild()
{
    Expression out;
    const QString type = typeRef(attribute("typeRef"));
    out.line = line();
    while (next())
        if (isExpression())
            out = readExpression();
        else
            skip();
    if (out.typeRef.isEmpty())
        out.typeRef = type;
    return out;
}

Expression XmlReader::readFunction()
{
    Expression out;
    out.kind = Kind::Function;
    out.line = line();
    out.typeRef = typeRef(attribute("typeRef"));
    out.text = attribute("kind");
    std::optional<Expression> body;
    while (next()) {
        if (is("formalParameter")) {
            out.items.append({attribute("name").simplified(), typeRef(attribute("typeRef"))});
            skip();
        } else if (isExpression()) {
            body = readExpression();
        } else {
            skip();
        }
    }
    out.parts.push_back(body.value_or(Expression()));
    return out;
}

void XmlReader::readInput(Table* table)
{
    feel::DecisionTable::Input input;
    QString type;
    table->inputLabels << attribute("label");
    while (next()) {
        if (is("inputExpression")) {
            type = typeRef(attribute("typeRef"));
            input.expression = textChild();
        } else if (is("inputValues")) {
            input.allowed = textChild();
        } else {
            skip();
        }
    }
    table->rules.inputs.append(input);
    table->inputTypes << type;
}

void XmlReader::readOutput(Table* table)
{
    feel::DecisionTable::Output output;
    output.name = attribute("name").simplified();
    table->outputTypes << typeRef(attribute("typeRef"));
    while (next()) {
        if (is("outputValues"))
            output.values = textChild();
        else if (is("defaultOutputEntry"))
            output.defaultValue = textChild();
        else
            skip();
    }
    table->rules.outputs.append(output);
}

void XmlReader::readRule(Table* table)
{
    feel::DecisionTable::Rule rule;
    QStringList remarks;
    while (next()) {
        if (is("inputEntry"))
            rule.when << textChild();
        else if (is("outputEntry"))
            rule.then << textChild();
        else if (is("annotationEntry"))
            remarks << textChild();
        else
            skip();
    }
    table->rules.rules.append(rule);
    table->remarks.append(remarks);
}

Expression XmlReader::readTable()
{
    Expression out;
    out.kind = Kind::Table;
    out.line = line();
    out.typeRef = typeRef(attribute("typeRef"));
    auto table = std::make_shared<Table>();
    const QString aggregation = attribute("aggregation");
    const QString policy = attribute("hitPolicy").isEmpty() ? QStringLiteral("UNIQUE") : attribute("hitPolicy");
    const QString whole = aggregation.isEmpty() ? policy : policy + u'/' + aggregation;
    if (const auto known = feel::DecisionTable::policyNamed(whole))
        std::tie(table->rules.hitPolicy, table->rules.aggregation) = *known;
    else
        report("dmn.hit_policy", Message(FW_MSG("The hit policy \"%1\" is not known."), {whole}),
               FW_MSG("Use one of those of DMN 1.5."));
    table->outputLabel = attribute("outputLabel");
    while (next()) {
        if (is("input"))
            readInput(table.get());
        else if (is("output"))
            readOutput(table.get());
        else if (is("rule"))
            readRule(table.get());
        else {
            if (is("annotation"))
                table->annotations << attribute("name");
            skip();
        }
    }
    out.table = std::move(table);
    return out;
}

/// A name with its expression: an entry of a context or a binding of an invocation.
void XmlReader::readEntry(const char* nameElement, Expression* out)
{
    Item item;
    Expression value;
    value.line = line();
    while (next()) {
        if (is(nameElement)) {
            item = {attribute("name").simplified(), typeRef(attribute("typeRef"))};
            skip();
        } else if (isExpression()) {
            value = readExpression();
        } else {
            skip();
        }
    }
    out->items.append(item);
    out->parts.push_back(std::move(value));
}

void XmlReader::readRow(Expression* out)
{
    Expression row;
    row.kind = Kind::List;
    row.line = line();
    while (next())
        if (isExpression())
            row.parts.push_back(readExpression());
        else
            skip();
    out->parts.push_back(std::move(row));
}

/// The children of every expression but tables and functions.
void XmlReader::readParts(Expression* out)
{
    std::optional<Expression> callee;
    const auto part = [out](size_t index, Expression e) {
        out->parts.resize(std::max(out->parts.size(), index + 1));
        out->parts[index] = std::move(e);
    };
    while (next()) {
        if (out->kind == Kind::Literal && is("text")) {
            out->text = text();
        } else if (out->kind == Kind::Literal && is("importedValues")) {
            report("dmn.imported_values", FW_MSG("Values imported from another file are not read."),
                   FW_MSG("Write the values here."));
            skip();
        } else if (out->kind == Kind::Context && is("contextEntry")) {
            readEntry("variable", out);
        } else if (out->kind == Kind::Relation && is("column")) {
            out->items.append({attribute("name").simplified(), typeRef(attribute("typeRef"))});
            skip();
        } else if (out->kind == Kind::Relation && is("row")) {
            readRow(out);
        } else if (out->kind == Kind::Invocation && is("binding")) {
            readEntry("parameter", out);
        } else if (is("if") || is("in")) {
            part(0, readChild());
        } else if (is("then") || is("match") || is("return") || is("satisfies")) {
            part(1, readChild());
        } else if (is("else")) {
            part(2, readChild());
        } else if (isExpression()) {
            Expression e = readExpression();
            if (out->kind == Kind::Invocation)
                callee = std::move(e);
            else if (out->kind == Kind::List)
                out->parts.push_back(std::move(e));
        } else {
            skip();
        }
    }
    if (out->kind == Kind::Invocation)
        out->parts.insert(out->parts.begin(), callee.value_or(Expression()));
    const size_t wanted =
        out->kind == Kind::Conditional ? 3
        : out->kind == Kind::Filter || out->kind == Kind::For || out->kind == Kind::Some || out->kind == Kind::Every
            ? 2
            : 0;
    if (wanted > 0)
        out->parts.resize(wanted);
}

Expression XmlReader::readExpression()
{
    const Kind kind = kinds().value(m_xml.name().toString());
    if (kind == Kind::Function)
        return readFunction();
    if (kind == Kind::Table)
        return readTable();
    Expression out;
    out.kind = kind;
    out.line = line();
    out.typeRef = typeRef(attribute("typeRef"));
    out.text = attribute("iteratorVariable").simplified();
    if (const QString language = attribute("expressionLanguage"); !language.isEmpty() && !isFeel(language))
        report("dmn.expression_language",
               Message(FW_MSG("The expression is written in \"%1\", not in FEEL."), {language}),
               FW_MSG("Write it in FEEL."));
    readParts(&out);
    return out;
}

} // namespace fw::dmn
