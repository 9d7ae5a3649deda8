#pragma once
#include "xmlreader.h"

#include <QXmlStreamReader>

namespace fw::dmn
{

/// One reading of a file: the stream, and what the elements mean.
class XmlReader
{
public:
    XmlReader(const QByteArray& xml, QString file, QList<Problem>* problems)
        : m_xml(xml), m_file(std::move(file)), m_problems(problems)
    {
        m_prefixes.append(QHash<QString, QString>());
    }

    Result<Model> read();

private:
    // what the stream is, element by element
    bool next(); ///< to the next child element of the one that is open; false at its end
    void skip();
    bool is(const char* name) const { return m_xml.name() == QLatin1String(name); }
    QString attribute(const char* name) const { return m_xml.attributes().value(QLatin1String(name)).toString(); }
    int line() const { return static_cast<int>(m_xml.lineNumber()); }
    QString text();      ///< the text of the open element
    QString textChild(); ///< the text of its <text> element
    Place place() const;
    Error failure() const;
    void report(const char* code, Message what, Message remedy);

    // what the elements mean
    static bool isFeel(QStringView nameSpace);
    QString typeRef(const QString& written) const;
    void readDefinitions(Model* out);
    ItemDefinition readType();
    template <class T> T element() const;
    void readVariable(Element* out);
    void readDecision(Model* out);
    void readKnowledge(Model* out);
    void readService(Model* out);
    QString readReference(const char* name);
    bool isExpression() const;
    Expression readExpression();
    Expression readChild();
    Expression readFunction();
    Expression readTable();
    void readInput(Table* table);
    void readOutput(Table* table);
    void readRule(Table* table);
    void readParts(Expression* out);
    void readEntry(const char* nameElement, Expression* out);
    void readRow(Expression* out);

    QXmlStreamReader m_xml;
    QString m_file;
    QList<Problem>* m_problems;
    QString m_modelNamespace;
    QString m_targetNamespace;
    QList<QHash<QString, QString>> m_prefixes; ///< per open element
    QHash<QString, QString> m_importPrefixes;  ///< namespace → name of its import
    QStringList m_path;
    int m_elements = 0;
    bool m_tooLarge = false;
};

} // namespace fw::dmn
