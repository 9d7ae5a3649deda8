// Lines of `formwright feel --jsonl` with tables and models.
#include "model/dmn/lines.h"

#include <QJsonArray>
#include <QtTest>

using namespace fw::dmn;

namespace
{

const char* const pricing =
    "{'model': 'pricing.dmn', 'name': 'Pricing', 'namespace': 'urn:pricing', 'imports': [],"
    "'itemDefinitions': [{'name': 'tCustomer', 'components': [{'name': 'years with us', 'typeRef': 'number'},"
    "{'name': 'level', 'typeRef': 'string', 'allowedValues': '~a~,~b~'}]}],"
    "'inputData': [{'id': 'c', 'name': 'Customer', 'typeRef': 'tCustomer'}],"
    "'decisions': ["
    "{'id': 'd1', 'name': 'Loyal', 'typeRef': 'boolean', 'requiredInputs': ['#c'],"
    "'logic': {'kind': 'literalExpression', 'text': 'Customer.years with us > 3'}},"
    "{'id': 'd2', 'name': 'Discount', 'typeRef': 'number', 'requiredDecisions': ['#d1'], 'requiredInputs': ['#c'],"
    "'requiredKnowledge': ['#k'],"
    "'logic': {'kind': 'decisionTable', 'hitPolicy': 'COLLECT', 'aggregation': 'SUM',"
    "'inputs': [{'expression': 'Loyal'}, {'expression': 'Customer.level'}], 'outputs': [{'name': null}],"
    "'rules': [{'when': ['true', '-'], 'then': ['twice(5)']"
    "}, {'when': ['-', '~a~'], 'then': ['3']}]"
    "}"
    "}],"
    "'bkms': [{'id': 'k', 'name': 'twice', 'logic': {'kind': 'functionDefinition', 'language': 'FEEL',"
    "'parameters': [{'name': 'n', 'typeRef': 'number'}], 'body': {'kind': 'literalExpression', 'text': 'n * 2'}}}],"
    "'services': []"
    "}";

/// JSON with ' for the quotation marks and ~ for those inside of texts.
QJsonObject json(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"').replace("~", "\\\"")).object();
}

QJsonObject customer(const char* years, const char* level)
{
    return json(
        QStringLiteral("{'name': 'Customer', 'value': {'t': 'context', 'v': ["
                       "['years with us', {'t': 'number', 'v': '%1'}], ['level', {'t': 'string', 'v': '%2'}]]}}")
            .arg(years, level)
            .toUtf8());
}

QString resultOf(const QJsonObject& answer)
{
    return answer["result"].toObject()["v"].toString();
}

} // namespace

class TestLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelStandsInTheLine()
    {
        LineSession session;
        QJsonObject line{{"id", "1"}, {"model", json(pricing)}, {"decision", "Discount"}};
        line.insert("inputs", QJsonArray{customer("5", "a")});
        QCOMPARE(resultOf(session.answer(line)), "13");
        line.insert("inputs", QJsonArray{customer("1", "a")});
        QCOMPARE(resultOf(session.answer(line)), "3");
    }

    void theIdMayNameTheDecision()
    {
        LineSession session;
        const QJsonObject line{
            {"id", "suite/case#001/Discount"}, {"model", json(pricing)}, {"inputs", QJsonArray{customer("5", "b")}}};
        QCOMPARE(resultOf(session.answer(line)), "10");
    }

    void aModelSeenBeforeIsFoundByItsName()
    {
        LineSession session;
        session.answer(json(pricing));
        QJsonObject line{{"id", 7}, {"model", "pricing.dmn"}, {"decision", "Discount"}};
        line.insert("inputs", QJsonArray{customer("5", "a")});
        QCOMPARE(resultOf(session.answer(line)), "13");
        line.insert("model", "another.dmn"); // unknown: only what the line itself says can be answered
        QCOMPARE(session.answer(line)["result"].toObject()["t"].toString(), "null");
    }

    void anExpressionSeesItsWholeModel()
    {
        LineSession session;
        const QJsonObject line{{"model", json(pricing)},
                               {"expression", "if Customer instance of tCustomer then twice(Discount) else 0"},
                               {"inputs", QJsonArray{customer("5", "a")}}};
        QCOMPARE(resultOf(session.answer(line)), "26");
    }

    void importsAreGivenBesideTheModel()
    {
        const QJsonObject user =
            json("{'name': 'Shop', 'namespace': 'urn:shop',"
                 "'imports': [{'name': 'p', 'namespace': 'urn:pricing'}],"
                 "'decisions': [{'id': 'x', 'name': 'Price', 'requiredDecisions': ['urn:pricing#d2'],"
                 "'logic': {'kind': 'literalExpression', 'text': '100 - p.Discount'}}]}");
        LineSession session;
        QJsonObject line{{"model", QJsonArray{user, json(pricing)}}, {"decision", "Price"}};
        line.insert("inputs", QJsonArray{customer("5", "a")});
        QCOMPARE(resultOf(session.answer(line)), "87");
        line.insert("model", user);
        line.insert("models", QJsonArray{json(pricing)});
        QCOMPARE(resultOf(session.answer(line)), "87");
        QJsonObject holding = user;
        QJsonObject import = user["imports"].toArray()[0].toObject();
        import.insert("model", json(pricing));
        holding.insert("imports", QJsonArray{import});
        line.remove("models");
        line.insert("model", holding);
        QCOMPARE(resultOf(LineSession().answer(line)), "87");
    }

    void aValueThatIsNotAllowedIsNullWithItsCause()
    {
        LineSession session;
        const QJsonObject line{
            {"model", json(pricing)}, {"decision", "Loyal"}, {"inputs", QJsonArray{customer("5", "z")}}};
        const QJsonObject answer = session.answer(line);
        QCOMPARE(answer["result"].toObject()["t"].toString(), "null");
    }

    void aTableStandsByItself()
    {
        LineSession session;
        const QJsonObject line =
            json("{'id': 1, 'inputs': [{'name': 'Age', 'value': {'t': 'number', 'v': '18'}}],"
                 "'table': {'hitPolicy': 'UNIQUE', 'inputs': [{'expression': 'Age'}], 'outputs': [{'name': null}],"
                 "'rules': [{'when': ['>= 18'], 'then': ['~adult~']}]}}");
        QCOMPARE(resultOf(session.answer(line)), "adult");
    }

    void aBadLineIsAnsweredAndTheNextOneToo()
    {
        LineSession session;
        for (const char* bad :
             {"{}", "{'model': 5}", "{'model': {}}", "{'model': [], 'decision': 'x'}", "{'table': {}}",
              "{'table': {'hitPolicy': 'Q', 'rules': 3}}", "{'model': {'decisions': 3}, 'decision': 3}",
              "{'model': {'decisions': [{'name': 'a', 'logic': {'kind': 'nothing'}}]}, 'decision': 'a'}",
              "{'model': {'decisions': [{'name': 'a', 'logic': {'kind': 'filter'}}]}, 'decision': 'a'}",
              "{'model': {'decisions': [{'name': 'a', 'requiredDecisions': ['#a'], 'logic': {'kind': 'context'}}]}, "
              "'decision': 'a'}",
              "{'model': {'decisions': [], 'itemDefinitions': [{'name': 't', 'typeRef': 't'}]}, 'expression': 'x'}"}) {
            const QJsonObject answer = session.answer(json(bad));
            QVERIFY2(answer["result"].isObject(), bad);
            QVERIFY2(answer["warnings"].isArray(), bad);
        }
        QCOMPARE(resultOf(session.answer(json("{'expression': '1 + 1'}"))), "2");
    }
};

QTEST_GUILESS_MAIN(TestLines)
#include "tst_lines.moc"
