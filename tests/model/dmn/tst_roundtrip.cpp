// What is written as DMN is read with the same meaning: random decision tables give the same results before and after.
#include "model/dmn/compiledmodel.h"
#include "model/dmn/xmlreader.h"
#include "model/dmn/xmlwriter.h"
#include "tests/rounds.h"

#include <QtTest>

using namespace fw;
using namespace fw::dmn;

namespace
{

class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) {}
    int number(int below) { return static_cast<int>(m_random.bounded(static_cast<quint32>(below))); }
    template <class T> T oneOf(std::initializer_list<T> items)
    {
        return items.begin()[number(static_cast<int>(items.size()))];
    }
    QString text() { return oneOf<QString>({"\"a\"", "\"b & c\"", "\"<d>\"", "\"中文\"", "\"it's\""}); }
    QString numberCell()
    {
        const QString a = QString::number(number(10)), b = QString::number(number(10) + 10);
        return oneOf<QString>({"-", "< " + b, ">= " + a, "[" + a + ".." + b + "]", "(" + a + ".." + b + ")", a,
                               a + ", " + b, "not(" + a + ")", "? + 1 > " + a, "null"});
    }
    QString textCell() { return oneOf<QString>({"-", text(), text() + ", " + text(), "not(" + text() + ")"}); }

    Model model()
    {
        using Policy = feel::DecisionTable::HitPolicy;
        using Aggregation = feel::DecisionTable::Aggregation;
        Model out;
        out.name = "random <&> \"model\"";
        out.nameSpace = "urn:random";
        for (const auto& [name, type] : {std::pair{"x y", "number"}, std::pair{"word", "string"}}) {
            InputData input;
            input.name = name;
            input.typeRef = type;
            out.inputs.push_back(input);
        }
        auto table = std::make_shared<Table>();
        table->rules.hitPolicy = oneOf({Policy::Unique, Policy::Any, Policy::Priority, Policy::First, Policy::RuleOrder,
                                        Policy::OutputOrder, Policy::Collect});
        const bool two = number(2) == 1;
        if (table->rules.hitPolicy == Policy::Collect && !two)
            table->rules.aggregation =
                oneOf({Aggregation::None, Aggregation::Sum, Aggregation::Count, Aggregation::Min, Aggregation::Max});
        table->rules.inputs = {{"x y", oneOf<QString>({"", "[0..15]"})}, {"word", ""}};
        table->inputTypes = QStringList{"number", "string"};
        table->inputLabels = QStringList{"How many?", ""};
        table->rules.outputs = {{two ? "first" : "", "3, 2, 1, 0", oneOf<QString>({"", "7"})}};
        table->outputTypes = QStringList{oneOf<QString>({"", "number"})};
        if (two) {
            table->rules.outputs.append({"second", "", oneOf<QString>({"", "\"none\""})});
            table->outputTypes << "string";
        }
        table->annotations = QStringList{"why"};
        for (int r = number(6); r >= 0; --r) {
            feel::DecisionTable::Rule rule{{numberCell(), textCell()}, {oneOf<QString>({"1", "2", "3", "x y * 2"})}};
            if (two)
                rule.then << oneOf<QString>({text(), "word + \"!\""});
            table->rules.rules.append(rule);
            table->remarks.append(QStringList{oneOf<QString>({"", "because < it > is"})});
        }
        Decision decision;
        decision.name = "the decision";
        decision.requiredInputs = QStringList{"#x y", "#word"};
        decision.logic = Expression();
        decision.logic->kind = Expression::Kind::Table;
        decision.logic->table = table;
        out.decisions.push_back(decision);
        return out;
    }

private:
    QRandomGenerator m_random;
};

QString meaning(const Model& model)
{
    QList<Problem> problems;
    const CompiledModel compiled = CompiledModel::compile(model, {}, Options(), &problems);
    QStringList out;
    for (const Problem& problem : problems)
        out << problem.code;
    for (int x = -1; x < 21; x += 3)
        for (const char* word : {"a", "b & c", "z", "中文"}) {
            const feel::Value value =
                compiled
                    .evaluate("the decision", {{"x y", feel::Value(x)}, {"word", feel::Value(QString::fromUtf8(word))}})
                    .value;
            out << (value.nullCause() ? value.nullCause()->code : value.toFeel());
        }
    return out.join(u'\n');
}

} // namespace

class TestRoundtrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomTablesKeepTheirMeaning()
    {
        Maker maker(fw::tests::seed());
        const int rounds = fw::tests::rounds(300, 5000);
        for (int i = 0; i < rounds; ++i) {
            const Model model = maker.model();
            const QByteArray xml = writeXml(model);
            QList<Problem> problems;
            const auto again = readXml(xml, "random.dmn", &problems);
            QVERIFY2(again.ok(), xml.constData());
            QVERIFY(problems.isEmpty());
            QVERIFY2(meaning(*again) == meaning(model), xml.constData());
            QCOMPARE(writeXml(*again), xml); // writing what was read changes nothing any more
            const Table &a = *model.decisions[0].logic->table, &b = *again->decisions[0].logic->table;
            QCOMPARE(b.annotations, a.annotations);
            QCOMPARE(b.remarks, a.remarks);
            QCOMPARE(b.inputLabels, a.inputLabels);
        }
    }
};

QTEST_GUILESS_MAIN(TestRoundtrip)
#include "tst_roundtrip.moc"
