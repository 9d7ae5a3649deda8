// Attributes with rows, computed points and decisions, from a definition to the score of a record and its reasons.
#include "../world.h"

#include "runtime/plan/compileplan.h"

using namespace fw;
using namespace fw::testing;

namespace
{

std::shared_ptr<plan::Plan> shop()
{
    const auto definition = Definition::fromFiles(
        {{"app.yaml", "kind: app\nformat: 1\nid: shop\nlanguages: [en]\ntimezone: Asia/Shanghai\n"},
         {"tables/company.yaml",
          "kind: table\nid: company\nfields:\n  - {id: size, type: number}\n"
          "  - {id: industry, type: choice, options: [it, retail, media]}\n"
          "  - {id: budget, type: money}\n  - {id: fit, type: score, scoring: fit}\n"
          "  - {id: offer, type: computed, result: number, value: \"=discount(industry, budget)\"}\n"},
         {"decisions/discount.yaml",
          "kind: decision\nid: discount\ninputs:\n  - {id: branch, type: choice, options: [it, retail, media]}\n"
          "  - {id: amount, type: number}\noutputs:\n  - {id: percent, type: number, default: 0}\nrules:\n"
          "  - {id: it, when: {branch: it, amount: \"=>= 1000\"}, then: {percent: 10}}\n"
          "  - {id: others, when: {branch: [retail, media]}, then: {percent: \"=amount / 1000\"}}\n"},
         {"scoring/fit.yaml",
          "kind: scoring\nid: fit\ntable: company\nstages: [low, high]\ncriteria:\n"
          "  - id: size\n    stage: high\n    inputs:\n      - {id: size, value: \"=size\"}\n"
          "      - {id: industry, value: \"=industry\"}\n    rows:\n"
          "      - {id: unknown, label: Size unknown, blank: true, points: -5}\n"
          "      - {id: big_it, when: {size: \"=>= 100\", industry: it}, points: 40}\n"
          "      - {id: big, when: {size: \"=>= 100\"}, points: 20}\n      - {id: other, else: true, points: 1}\n"
          "  - id: parts\n    inputs: [{id: budget, value: \"=budget\"}]\n    match: all\n    rows:\n"
          "      - {id: some, when: {budget: \"=> 100\"}, points: 2}\n"
          "      - {id: much, when: {budget: \"=> 1000\"}, points: \"=budget / 1000\"}\n"
          "      - {id: little, else: true, points: -1}\n"
          "  - {id: discount, when: \"=budget > 500\", points: \"=discount(industry, budget)\"}\n"}});
    auto compiled = plan::compilePlan(*definition);
    if (!compiled)
        qFatal("%s", qPrintable(compiled.error().text()));
    return std::make_shared<plan::Plan>(**compiled);
}

QString told(const scoring::Score& score)
{
    QStringList lines;
    for (const scoring::Reason& reason : score.reasons)
        lines << reason.criterion + (reason.row.isEmpty() ? QString() : u'/' + reason.row) + u'=' +
                     reason.points.normalizedString();
    return lines.join(u' ');
}

} // namespace

class TestRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsGivePoints_data()
    {
        QTest::addColumn<QJsonObject>("values");
        QTest::addColumn<QString>("reasons");
        QTest::addColumn<QString>("total");
        QTest::addColumn<QString>("offer");
        QTest::newRow("first row that holds, several that hold")
            << QJsonObject{{"size", 120}, {"industry", "it"}, {"budget", 2000}}
            << "size/big_it=40 parts/some=2 parts/much=2 discount=10"
            << "54"
            << "10";
        QTest::newRow("the next row") << QJsonObject{{"size", 120}, {"industry", "retail"}, {"budget", 600}}
                                      << "size/big=20 parts/some=2 discount=0.6"
                                      << "22.6"
                                      << "0.6";
        QTest::newRow("else") << QJsonObject{{"size", 5}, {"industry", "it"}, {"budget", 5}}
                              << "size/other=1 parts/little=-1"
                              << "0"
                              << "0";
        QTest::newRow("blank") << QJsonObject{{"industry", "media"}, {"budget", 200}} << "size/unknown=-5 parts/some=2"
                               << "-3"
                               << "0.2";
        QTest::newRow("blank where no row asks for it")
            << QJsonObject{{"size", 1}, {"industry", "it"}} << "size/other=1 parts/little=-1"
            << "0"
            << "0";
    }
    void rowsGivePoints()
    {
        QFETCH(QJsonObject, values);
        World world(shop());
        const QString id = world.create(QStringLiteral("company"), values);
        const plan::Scoring& fit = world.plan->scorings[0];
        const auto now = scoring::current(world.connection(), fit, id);
        QVERIFY(now.has_value());
        QTEST(told(*now), "reasons");
        QTEST(now->total.normalizedString(), "total");
        QCOMPARE(*now, scoring::recompute(world.connection(), *world.plan, fit, id, world.clock.now()));
        const feel::Value offer = world.field(QStringLiteral("company"), id, QStringLiteral("offer"));
        QTEST(offer.number().normalizedString(), "offer");
    }

    void changesAreFollowedAndReasonsKeepTheirWords()
    {
        World world(shop());
        const QString id = world.create(QStringLiteral("company"), {{"industry", "it"}, {"budget", 50}});
        const plan::Scoring& fit = world.plan->scorings[0];
        const auto score = [&] { return *scoring::current(world.connection(), fit, id); };
        QCOMPARE(told(score()), "size/unknown=-5 parts/little=-1");
        QCOMPARE(score().reasons[0].label.in(QStringLiteral("en")), "Size unknown");
        world.update(QStringLiteral("company"), id, {{"size", 100}});
        QCOMPARE(told(score()), "size/big_it=40 parts/little=-1");
        QCOMPARE(score().stage, "high");
        world.update(QStringLiteral("company"), id, {{"industry", "retail"}, {"budget", 3000}});
        QCOMPARE(told(score()), "size/big=20 parts/some=2 parts/much=3 discount=3");
        QCOMPARE(world.field(QStringLiteral("company"), id, QStringLiteral("fit")).toText(), "28");
        QCOMPARE(score(), scoring::recompute(world.connection(), *world.plan, fit, id, world.clock.now()));
    }
};

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
