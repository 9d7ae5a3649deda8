// Decisions and scoring tables of an app as DMN and back: the same files, and the same results on the way.
#include "model/check/check.h"
#include "model/dmn/compiledmodel.h"
#include "model/dmn/xmlreader.h"
#include "model/dmn/xmlwriter.h"
#include "model/interchange/interchange.h"
#include "model/schema/decisions.h"
#include "tests/rounds.h"

#include <QtTest>

using namespace fw;

namespace
{

const QByteArray s_app = "kind: app\nformat: 1\nid: shop\nlanguages: [en]\ntimezone: Asia/Shanghai\n";
const QByteArray s_customer = "kind: table\nid: customer\nfields:\n"
                              "  - {id: size, type: number}\n"
                              "  - {id: industry, type: choice, options: [it, retail]}\n"
                              "  - {id: listed, type: yes_no}\n";

std::shared_ptr<const Definition> app(QMap<QString, QByteArray> files)
{
    files.insert(QStringLiteral("app.yaml"), s_app);
    files.insert(QStringLiteral("tables/customer.yaml"), s_customer);
    return Definition::fromFiles(files);
}

QStringList errors(const Definition& definition)
{
    QStringList found;
    for (const Problem& problem : check::check(definition))
        if (problem.severity == Severity::Error)
            found << problem.place.toString() + u' ' + problem.what.english();
    if (!found.isEmpty())
        qWarning().noquote() << found.join(u'\n');
    return found;
}

/// Two files, shown whole where they differ.
bool same(const QByteArray& got, const QByteArray& wanted)
{
    if (got != wanted)
        qWarning().noquote() << "got:\n" + QString::fromUtf8(got) + "\nwanted:\n" + QString::fromUtf8(wanted);
    return got == wanted;
}

dmn::Model throughXml(const dmn::Model& model)
{
    QList<Problem> problems;
    auto read = dmn::readXml(dmn::writeXml(model), QStringLiteral("test.dmn"), &problems);
    if (!read || !problems.isEmpty())
        qFatal("not readable");
    return *read;
}

feel::Value decide(const dmn::Model& model, const QString& decision, const dmn::CompiledModel::Inputs& inputs)
{
    QList<Problem> problems;
    dmn::Options options;
    options.dialect = feel::Dialect::Studio;
    const auto compiled = dmn::CompiledModel::compile(model, {}, options, &problems);
    for (const Problem& problem : problems)
        qWarning().noquote() << problem.what.english();
    return compiled.evaluate(decision, inputs).value;
}

} // namespace

class TestInterchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisionsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("types and policies")
            << QByteArray("kind: decision\n"
                          "id: discount\n"
                          "hit_policy: first\n"
                          "inputs:\n"
                          "  - {id: level, type: choice, options: [gold, silver]}\n"
                          "  - {id: amount, type: number, allowed: \"=>= 0\"}\n"
                          "  - {id: since, type: date}\n"
                          "  - {id: vip, type: yes_no}\n"
                          "  - {id: name, type: text}\n"
                          "outputs:\n"
                          "  - {id: percent, type: number, default: 0}\n"
                          "  - {id: grade, type: choice, options: [high, low]}\n"
                          "rules:\n"
                          "  - {id: top, when: {level: gold, amount: \"=>= 1000\"}, "
                          "then: {percent: \"=amount / 100\", grade: high}}\n"
                          "  - {id: two, when: {level: [gold, silver], since: \"=< "
                          "@\\\"2020-01-01\\\"\", vip: true}, then: {percent: 5, grade: low}}\n"
                          "  - {id: rest, when: {name: \"=not(\\\"x\\\", \\\"y\\\")\"}, "
                          "then: {percent: 1, grade: low}}\n");
        QTest::newRow("collected, a column of its own")
            << QByteArray("kind: decision\nid: points\nhit_policy: collect\naggregate: sum\ninputs:\n"
                          "  - {id: a, type: number}\n  - {id: double, type: number, value: \"=a * 2\"}\noutputs:\n"
                          "  - {id: p, type: number}\nrules:\n"
                          "  - {id: one, when: {double: \"=> 4\"}, then: {p: 3}}\n"
                          "  - {id: two, when: {a: \"=[1..5)\"}, then: {p: \"=a + 1\"}}\n");
        QTest::newRow("priority") << QByteArray(
            "kind: decision\nid: best\nhit_policy: priority\ninputs:\n  - {id: a, type: any}\noutputs:\n"
            "  - {id: word, type: text, values: [b, a]}\nrules:\n  - {id: one, then: {word: a}}\n"
            "  - {id: two, then: {word: b}}\n");
    }
    void decisionsComeBackAsTheyWere()
    {
        QFETCH(QByteArray, text);
        const QString id = QString::fromUtf8(text.split('\n').at(1).mid(4));
        const QString path = QStringLiteral("decisions/%1.yaml").arg(id);
        const auto definition = app({{path, text}});
        QCOMPARE(errors(*definition), QStringList());
        QList<Problem> problems;
        const auto files =
            interchange::fromModel(throughXml(interchange::toModel(*definition, {}, &problems)), {}, &problems);
        QCOMPARE(files.keys(), QStringList{path});
        QVERIFY(same(files[path], text));
        QVERIFY(problems.isEmpty());
    }

    void aDecisionGivesTheSameInDmn()
    {
        const auto definition = app(
            {{"decisions/base.yaml", "kind: decision\nid: base\ninputs: [{id: n, type: number}]\noutputs: [{id: m, "
                                     "type: number}]\nrules:\n  - {id: low, when: {n: \"=< 5\"}, then: {m: 1}}\n"
                                     "  - {id: high, when: {n: \"=>= 5\"}, then: {m: \"=n * 10\"}}\n"},
             {"decisions/top.yaml", "kind: decision\nid: top\ninputs: [{id: n, type: number}, {id: w, type: text}]\n"
                                    "outputs: [{id: r, type: number}]\nrules:\n"
                                    "  - {id: a, when: {w: a}, then: {r: \"=base(n) + 1\"}}\n"
                                    "  - {id: b, when: {w: \"=not(\\\"a\\\")\"}, then: {r: \"=base(n + 1)\"}}\n"}});
        QCOMPARE(errors(*definition), QStringList());
        QList<Problem> problems;
        const dmn::Model model = throughXml(interchange::toModel(*definition, {}, &problems));
        const schema::Types types(*definition);
        feel::Scope scope;
        scope.types = &types;
        scope.add(QStringLiteral("n"), feel::Type::Kind::Number);
        scope.add(QStringLiteral("w"), feel::Type::Kind::String);
        const feel::Program call = feel::compile(QStringLiteral("top(n, w)"), scope).program;
        for (int n = 0; n < 12; ++n)
            for (const QString& w : {QStringLiteral("a"), QStringLiteral("z")}) {
                const std::vector<feel::Value> slots{feel::Value(n), feel::Value(w)};
                QCOMPARE(decide(model, QStringLiteral("top"), {{"n", slots[0]}, {"w", slots[1]}}).toFeel(),
                         call.evaluate({slots, nullptr, nullptr}).toFeel());
            }
        // … and comes back as two decisions that mean the same.
        const auto files = interchange::fromModel(model, {}, &problems);
        QCOMPARE(files.keys(), (QStringList{"decisions/base.yaml", "decisions/top.yaml"}));
        QCOMPARE(errors(*app(files)), QStringList());
    }

    void requirementsBecomeCalls()
    {
        dmn::Model model;
        model.name = QStringLiteral("loan");
        dmn::InputData age;
        age.id = QStringLiteral("i1");
        age.name = QStringLiteral("Applicant Age");
        age.typeRef = QStringLiteral("number");
        model.inputs.push_back(age);
        const auto table = [](const QString& input, const QString& cell, const QString& result, const QString& type) {
            auto out = std::make_shared<dmn::Table>();
            out->rules.inputs = {{input, {}}};
            out->rules.outputs = {{{}, {}, {}}};
            out->outputTypes = QStringList{type};
            out->rules.rules = {{{cell}, {result}}};
            dmn::Expression logic;
            logic.kind = dmn::Expression::Kind::Table;
            logic.table = out;
            return logic;
        };
        dmn::Decision risk, next, offer;
        risk.id = QStringLiteral("d1");
        risk.name = QStringLiteral("Risk Class");
        risk.requiredInputs = QStringList{QStringLiteral("#i1")};
        risk.logic =
            table(age.name, QStringLiteral("< 30"), QStringLiteral("Applicant Age * 2"), QStringLiteral("number"));
        next.id = QStringLiteral("d2");
        next.name = QStringLiteral("Next");
        next.requiredDecisions = QStringList{QStringLiteral("#d1")};
        next.logic = dmn::Expression();
        next.logic->text = QStringLiteral("Risk Class + 1");
        offer.id = QStringLiteral("d3");
        offer.name = QStringLiteral("Offer");
        offer.requiredDecisions = QStringList{QStringLiteral("#d1"), QStringLiteral("#d2")};
        offer.logic = table(QStringLiteral("Risk Class"), QStringLiteral("> 10"), QStringLiteral("Next"),
                            QStringLiteral("number"));
        model.decisions = {risk, next, offer};
        QList<Problem> problems;
        const auto files = interchange::fromModel(throughXml(model), {QStringLiteral("offer")}, &problems);
        QCOMPARE(files.keys(), (QStringList{"decisions/offer_2.yaml", "decisions/risk_class.yaml"}));
        const auto definition = app(files);
        QCOMPARE(errors(*definition), QStringList());
        const schema::Types types(*definition);
        feel::Scope scope;
        scope.types = &types;
        const auto call = [&](const char* text) {
            return feel::compile(QString::fromLatin1(text), scope).program.evaluate({}).toFeel();
        };
        QCOMPARE(call("offer_2(20)"), "41");
        QCOMPARE(call("offer_2(2)"), "null");
        QCOMPARE(call("risk_class(applicant_age: 7)"), "14");
    }

    void scoringTablesComeBackAsTheyWere()
    {
        const QByteArray text =
            "kind: scoring\nid: fit\ntable: customer\nstart: 5\nfloor: 0\ncap: 100\ncriteria:\n"
            "  - {id: listed, when: \"=listed\", points: 10}\n"
            "  - {id: per_head, when: \"=size > 10\", points: \"=size / 10\"}\n"
            "  - id: size\n    inputs:\n      - {id: size, value: \"=size\"}\n      - {id: industry, value: "
            "\"=industry\"}\n"
            "    rows:\n      - {id: none, blank: true, points: -5}\n"
            "      - {id: big_it, when: {size: \"=>= 100\", industry: it}, points: 40}\n"
            "      - {id: big, when: {size: \"=>= 100\"}, points: 20}\n      - {id: other, else: true, points: 1}\n"
            "  - id: parts\n    inputs:\n      - {id: size, value: \"=size\"}\n    match: all\n    rows:\n"
            "      - {id: odd, when: {size: \"=odd(?)\"}, points: 1}\n"
            "      - {id: several, when: {size: \"=> 3\"}, points: \"=size\"}\n"
            "      - {id: other, else: true, points: 7}\n"
            "bands:\n  - {id: cold}\n  - {id: warm, from: 20}\n  - {id: hot, above: 80}\n";
        const auto definition = app({{"scoring/fit.yaml", text}});
        QCOMPARE(errors(*definition), QStringList());
        QList<Problem> problems;
        const dmn::Model model = throughXml(interchange::scoringToModel(*definition, QStringLiteral("fit"), &problems));
        QVERIFY(same(interchange::scoringFromModel(model, QStringLiteral("fit"), QStringLiteral("customer"), &problems),
                     text));
        QVERIFY(problems.isEmpty());
        const auto total = [&](const feel::Value& size, const feel::Value& industry, bool listed, const char* of) {
            return decide(model, QString::fromLatin1(of),
                          {{"size", size}, {"industry", industry}, {"listed", feel::Value(listed)}})
                .toFeel();
        };
        // 5 + 10 + 12 + 40 + 120 (not odd, above 3), at most 100
        QCOMPARE(total(feel::Value(120), feel::Value(QStringLiteral("it")), true, "fit"), "100");
        QCOMPARE(total(feel::Value(120), feel::Value(QStringLiteral("it")), true, "fit_band"), "\"hot\"");
        // 5 + 0 + 0 + 1 + 7
        QCOMPARE(total(feel::Value(2), feel::Value(QStringLiteral("it")), false, "fit"), "13");
        // 5 + 0 - 5 + 7
        QCOMPARE(total(feel::Value(), feel::Value(QStringLiteral("it")), false, "fit"), "7");
        QCOMPARE(total(feel::Value(), feel::Value(QStringLiteral("it")), false, "fit_band"), "\"cold\"");
    }
};

QTEST_GUILESS_MAIN(TestInterchange)
#include "tst_interchange.moc"
