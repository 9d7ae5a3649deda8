#include "xmlreader_p.h"

namespace fw::dmn
{

namespace
{

constexpr qsizetype maximumSize = 32 * 1024 * 1024;
constexpr int maximumDepth = 120;
constexpr int maximumElements = 1'000'000;

const char* const modelNamespaces[]{"http://www.omg.org/spec/DMN/20151101/dmn.xsd",  // 1.1
                                    "http://www.omg.org/spec/DMN/20180521/MODEL/",   // 1.2
                                    "https://www.omg.org/spec/DMN/20191111/MODEL/",  // 1.3
                                    "https://www.omg.org/spec/DMN/20211108/MODEL/",  // 1.4
                                    "https://www.omg.org/spec/DMN/20230324/MODEL/"}; // 1.5

} // namespace

bool XmlReader::isFeel(QStringView nameSpace)
{
    return nameSpace.startsWith(QLatin1String("http://www.omg.org/spec/FEEL/")) ||
           (nameSpace.contains(QLatin1String("omg.org/spec/DMN/")) && nameSpace.endsWith(QLatin1String("/FEEL/")));
}

bool XmlReader::next()
{
    while (!m_xml.atEnd() && !m_tooLarge) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::DTD:
            m_xml.raiseError(QStringLiteral("DTD"));
            m_tooLarge = true;
            return false;
        case QXmlStreamReader::EndElement:
            m_prefixes.removeLast();
            m_path.removeLast();
            return false;
        case QXmlStreamReader::StartElement: {
            QHash<QString, QString> prefixes = m_prefixes.last();
            for (const QXmlStreamNamespaceDeclaration& declared : m_xml.namespaceDeclarations())
                prefixes.insert(declared.prefix().toString(), declared.namespaceUri().toString());
            m_prefixes.append(prefixes);
            const QString name = attribute("name");
            m_path.append(name.isEmpty() ? m_xml.name().toString()
                                         : m_xml.name().toString() + u'[' + name.simplified() + u']');
            if (++m_elements > maximumElements || m_path.size() > maximumDepth) {
                m_tooLarge = true;
                return false;
            }
            // Elements of other namespaces are diagrams and extensions.
            if (!m_modelNamespace.isEmpty() && m_xml.namespaceUri() != m_modelNamespace) {
                skip();
                continue;
            }
            return true;
        }
        default: break;
        }
    }
    return false;
}

void XmlReader::skip()
{
    int open = 1;
    while (open > 0 && !m_xml.atEnd() && !m_tooLarge) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            m_tooLarge = ++m_elements > maximumElements || m_path.size() + ++open > maximumDepth;
            break;
        case QXmlStreamReader::EndElement: --open; break;
        default: break;
        }
    }
    m_prefixes.removeLast();
    m_path.removeLast();
}

QString XmlReader::text()
{
    QString out;
    while (!m_xml.atEnd() && !m_tooLarge) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::Characters: out += m_xml.text(); break;
        case QXmlStreamReader::StartElement:
            m_prefixes.append(m_prefixes.last());
            m_path.append(m_xml.name().toString());
            skip();
            break;
        case QXmlStreamReader::EndElement:
            m_prefixes.removeLast();
            m_path.removeLast();
            return out;
        default: break;
        }
    }
    return out;
}

QString XmlReader::textChild()
{
    QString out;
    while (next())
        if (is("text"))
            out = text();
        else
            skip();
    return out;
}

Place XmlReader::place() const
{
    return Place{m_file, line(), static_cast<int>(m_xml.columnNumber()) + 1, m_path.mid(1).join(u'/')};
}

void XmlReader::report(const char* code, Message what, Message remedy)
{
    m_problems->append(
        Problem{Severity::Error, QString::fromLatin1(code), std::move(what), std::move(remedy), place(), {}});
}

Error XmlReader::failure() const
{
    if (m_xml.errorString() == QLatin1String("DTD"))
        return Error(QStringLiteral("dmn.document_type"), FW_MSG("The file declares a document type."),
                     FW_MSG("Remove it: files of DMN have none, and what it refers to is not read."), place());
    if (m_tooLarge)
        return Error(QStringLiteral("dmn.too_large"), FW_MSG("The file is too large or nested too deeply."),
                     FW_MSG("Divide the model into several."), place());
    return Error(QStringLiteral("dmn.xml"),
                 Message(FW_MSG("The file is not well-formed XML: %1"), {m_xml.errorString()}),
                 FW_MSG("Mend it with an XML editor, or export it again."), place());
}

/// A name of a type as FEEL knows it. Files of DMN 1.1 write prefixes of namespaces where later ones write the import's name.
QString XmlReader::typeRef(const QString& written) const
{
    QString name = written.simplified();
    if (const qsizetype colon = name.indexOf(u':'); colon > 0) {
        const auto nameSpace = m_prefixes.last().constFind(name.left(colon));
        if (nameSpace == m_prefixes.last().constEnd())
            return name;
        const QString local = name.mid(colon + 1);
        if (isFeel(*nameSpace) || *nameSpace == m_targetNamespace || *nameSpace == m_modelNamespace)
            name = local;
        else
            name = m_importPrefixes.value(*nameSpace, name.left(colon)) + u'.' + local;
    }
    return name;
}

template <class T> T XmlReader::element() const
{
    T out;
    out.id = attribute("id");
    out.name = attribute("name").simplified();
    out.line = line();
    return out;
}

void XmlReader::readVariable(Element* out)
{
    out->typeRef = typeRef(attribute("typeRef"));
    skip();
}

QString XmlReader::readReference(const char* name)
{
    QString out;
    while (next()) {
        if (is(name))
            out = attribute("href");
        skip();
    }
    return out;
}

ItemDefinition XmlReader::readType()
{
    ItemDefinition out;
    out.name = attribute("name").simplified();
    out.isCollection =
        attribute("isCollection") == QLatin1String("true") || attribute("isCollection") == QLatin1String("1");
    out.line = line();
    while (next()) {
        if (is("typeRef")) {
            const QHash<QString, QString> prefixes = m_prefixes.last();
            const QString written = text();
            m_prefixes.append(prefixes);
            out.typeRef = typeRef(written);
            m_prefixes.removeLast();
        } else if (is("allowedValues")) {
            out.allowedValues = textChild();
        } else if (is("typeConstraint")) {
            out.typeConstraint = textChild();
        } else if (is("itemComponent")) {
            out.components.push_back(readType());
        } else if (is("functionItem")) {
            out.isFunction = true;
            out.resultType = typeRef(attribute("outputTypeRef"));
            while (next()) {
                if (is("parameters"))
                    out.parameters.append({attribute("name").simplified(), typeRef(attribute("typeRef"))});
                skip();
            }
        } else {
            skip();
        }
    }
    return out;
}

void XmlReader::readDecision(Model* out)
{
    auto decision = element<Decision>();
    while (next()) {
        if (is("variable")) {
            readVariable(&decision);
        } else if (is("question")) {
            decision.question = text();
        } else if (is("allowedAnswers")) {
            decision.allowedAnswers = text();
        } else if (is("description")) {
            decision.description = text();
        } else if (is("informationRequirement")) {
            while (next()) {
                const QString reference = attribute("href");
                if (is("requiredDecision"))
                    decision.requiredDecisions << reference;
                else if (is("requiredInput"))
                    decision.requiredInputs << reference;
                skip();
            }
        } else if (is("knowledgeRequirement")) {
            decision.requiredKnowledge << readReference("requiredKnowledge");
        } else if (isExpression()) {
            decision.logic = readExpression();
        } else {
            skip();
        }
    }
    out->decisions.push_back(std::move(decision));
}

void XmlReader::readKnowledge(Model* out)
{
    auto knowledge = element<KnowledgeModel>();
    while (next()) {
        if (is("variable"))
            readVariable(&knowledge);
        else if (is("encapsulatedLogic"))
            knowledge.logic = readFunction();
        else if (is("knowledgeRequirement"))
            knowledge.requiredKnowledge << readReference("requiredKnowledge");
        else
            skip();
    }
    out->knowledge.push_back(std::move(knowledge));
}

void XmlReader::readService(Model* out)
{
    auto service = element<DecisionService>();
    while (next()) {
        const QString reference = attribute("href");
        if (is("variable"))
            service.typeRef = typeRef(attribute("typeRef"));
        else if (is("outputDecision"))
            service.outputDecisions << reference;
        else if (is("encapsulatedDecision"))
            service.encapsulatedDecisions << reference;
        else if (is("inputDecision"))
            service.inputDecisions << reference;
        else if (is("inputData"))
            service.inputData << reference;
        skip();
    }
    out->services.push_back(std::move(service));
}

void XmlReader::readDefinitions(Model* out)
{
    out->id = m_file;
    out->name = attribute("name");
    out->nameSpace = attribute("namespace");
    m_targetNamespace = out->nameSpace;
    while (next()) {
        if (is("import")) {
            Import import{attribute("name").simplified(), attribute("namespace"), attribute("locationURI")};
            // Before DMN 1.2 an import had no name; its elements were used by the prefix of its namespace.
            if (import.name.isEmpty() && !m_xml.attributes().hasAttribute(QStringLiteral("name")))
                import.name = m_prefixes.last().key(import.nameSpace);
            const QString type = attribute("importType");
            const bool isModel = type.isEmpty() || type.contains(QLatin1String("/DMN/"));
            if (isModel) {
                m_importPrefixes.insert(import.nameSpace, import.name);
                out->imports.append(import);
            }
            skip();
        } else if (is("itemDefinition")) {
            out->types.push_back(readType());
        } else if (is("inputData")) {
            auto input = element<InputData>();
            while (next())
                if (is("variable"))
                    readVariable(&input);
                else
                    skip();
            out->inputs.push_back(std::move(input));
        } else if (is("decision")) {
            readDecision(out);
        } else if (is("businessKnowledgeModel")) {
            readKnowledge(out);
        } else if (is("decisionService")) {
            readService(out);
        } else {
            skip();
        }
    }
}

Result<Model> XmlReader::read()
{
    Model out;
    if (!next())
        return failure();
    const QString nameSpace = m_xml.namespaceUri().toString();
    const bool known = std::any_of(std::begin(modelNamespaces), std::end(modelNamespaces),
                                   [&](const char* n) { return nameSpace == QLatin1String(n); });
    if (!known || !is("definitions"))
        return Error(QStringLiteral("dmn.no_model"), FW_MSG("This is no decision model of DMN 1.1 to 1.5."),
                     FW_MSG("Export it from your tool as DMN 1.5."), place());
    m_modelNamespace = nameSpace;
    readDefinitions(&out);
    if (m_xml.hasError() || m_tooLarge)
        return failure();
    return out;
}

Result<Model> readXml(const QByteArray& xml, const QString& file, QList<Problem>* problems)
{
    if (xml.size() > maximumSize)
        return Error(QStringLiteral("dmn.too_large"), FW_MSG("The file is too large or nested too deeply."),
                     FW_MSG("Divide the model into several."), Place{file, 0, 0, {}});
    return XmlReader(xml, file, problems).read();
}

} // namespace fw::dmn
