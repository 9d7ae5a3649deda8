#include "../world.h"

#include "runtime/events/history.h"

#include "tests/rounds.h"

#include <QRandomGenerator>

using namespace fw;
using namespace fw::testing;

namespace
{

const QString s_phone = QStringLiteral("13800000001");
const QJsonObject s_person{{QStringLiteral("phone"), s_phone}};

QJsonObject page(const char* name)
{
    return {{QStringLiteral("page"), QLatin1String(name)}};
}

feel::Decimal sum(const std::vector<scoring::Reason>& reasons)
{
    feel::Decimal total;
    for (const scoring::Reason& reason : reasons)
        total = *total.plus(reason.points);
    return total;
}

QString told(const scoring::Score& score)
{
    QStringList lines{score.total.normalizedString(), score.stage, score.band};
    for (const scoring::Reason& reason : score.reasons)
        lines.append(QStringLiteral("%1@%2#%3=%4")
                         .arg(reason.criterion)
                         .arg(reason.at)
                         .arg(reason.event)
                         .arg(reason.points.normalizedString()));
    return lines.join(QLatin1Char(' '));
}

} // namespace

class TestScoring : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowOfTheDefaultTable_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QJsonObject>("properties");
        QTest::addColumn<int>("times");
        QTest::addColumn<QString>("points");
        QTest::addColumn<QString>("stage");
        const QString view = QStringLiteral("viewed_page");
        QTest::newRow("subscribes") << "subscribed" << QJsonObject() << 1 << "5"
                                    << "awareness";
        QTest::newRow("white paper") << "downloaded" << QJsonObject{{"file_type", "white_paper"}} << 1 << "10"
                                     << "interest";
        QTest::newRow("case collection") << "downloaded" << QJsonObject{{"file_type", "case_collection"}} << 1 << "10"
                                         << "interest";
        QTest::newRow("price list is no white paper")
            << "downloaded" << QJsonObject{{"file_type", "price_list"}} << 1 << "0"
            << "null";
        QTest::newRow("seminar") << "seminar_registered" << QJsonObject() << 1 << "15"
                                 << "interest";
        QTest::newRow("features three times") << view << page("features") << 3 << "0"
                                              << "null";
        QTest::newRow("features more than three times") << view << page("features") << 4 << "20"
                                                        << "clear_intent";
        QTest::newRow("features nine times, awarded once") << view << page("features") << 9 << "20"
                                                           << "clear_intent";
        QTest::newRow("cases") << view << page("cases") << 1 << "25"
                               << "clear_intent";
        QTest::newRow("pricing") << view << page("pricing") << 1 << "40"
                                 << "decision";
        QTest::newRow("pricing twice, awarded once") << view << page("pricing") << 2 << "40"
                                                     << "decision";
        QTest::newRow("trial") << "trial_submitted" << QJsonObject() << 1 << "60"
                               << "decision";
        QTest::newRow("something else") << "logged_in" << QJsonObject() << 1 << "0"
                                        << "null";
    }
    void everyRowOfTheDefaultTable()
    {
        QFETCH(QString, event);
        QFETCH(QJsonObject, properties);
        QFETCH(int, times);
        QFETCH(QString, points);
        QFETCH(QString, stage);
        World world;
        const QString id = world.customer(s_phone);
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        QCOMPARE(world.band(id), QStringLiteral("cold"));
        for (int i = 0; i < times; ++i) {
            world.pass(minute);
            QVERIFY2(world.event(event, s_person, properties).ok, qPrintable(world.lastProblem));
        }
        QCOMPARE(world.intent(id), points);
        QCOMPARE(world.stage(id), stage);
    }

    void theBandIsHotAboveEightyNotAtEighty()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.event(QStringLiteral("trial_submitted"), s_person);
        world.event(QStringLiteral("subscribed"), s_person);
        world.event(QStringLiteral("seminar_registered"), s_person);
        QCOMPARE(world.intent(id), QStringLiteral("80"));
        QCOMPARE(world.band(id), QStringLiteral("cold"));
        world.event(QStringLiteral("downloaded"), s_person, {{"file_type", "white_paper"}});
        QCOMPARE(world.intent(id), QStringLiteral("90"));
        QCOMPARE(world.band(id), QStringLiteral("hot"));
    }

    void silenceCountsOneMillisecondAfterThirtyDays()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.pass(hour);
        world.event(QStringLiteral("viewed_page"), s_person, page("pricing"));
        world.pass(30 * day);
        QCOMPARE(world.intent(id), QStringLiteral("40"));
        QCOMPARE(world.stage(id), QStringLiteral("decision"));
        world.pass(1);
        QCOMPARE(world.intent(id), QStringLiteral("30"));
        QCOMPARE(world.stage(id), QStringLiteral("fading"));
    }

    void silenceFiresOncePerSilenceAndItsPointsStay()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.event(QStringLiteral("viewed_page"), s_person, page("pricing"));
        world.pass(100 * day);
        QCOMPARE(world.intent(id), QStringLiteral("30"));
        world.event(QStringLiteral("logged_in"), s_person);
        QCOMPARE(world.intent(id), QStringLiteral("30"));
        QCOMPARE(world.stage(id), QStringLiteral("decision"));
        world.pass(31 * day);
        QCOMPARE(world.intent(id), QStringLiteral("20"));
        QCOMPARE(world.stage(id), QStringLiteral("fading"));
    }

    void silenceStartsWithTheCreationOfTheRecord()
    {
        World world;
        const QString id = world.create(QStringLiteral("customer"), {{"name", "韩梅梅"}});
        world.pass(30 * day);
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        world.pass(1);
        QCOMPARE(world.intent(id), QStringLiteral("-10"));
        QCOMPARE(world.stage(id), QStringLiteral("fading"));
    }

    void anInteractionAtTheDueInstantComesFirst()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.pass(30 * day + 1 - hour);
        const Instant due = world.clock.now() + hour;
        world.clock.set(due); // the timer has not fired yet: the program was off
        world.event(QStringLiteral("logged_in"), s_person, {}, due);
        world.pass(0);
        QCOMPARE(world.intent(id), QStringLiteral("0"));
    }

    void whatIsNoInteractionDoesNotEndASilence()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.pass(20 * day);
        world.event(QStringLiteral("unsubscribed"), s_person);
        world.pass(10 * day + 1);
        QCOMPARE(world.intent(id), QStringLiteral("-10"));
    }

    void aRelatedRecordIsAnInteraction()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.pass(20 * day);
        world.create(QStringLiteral("order"), {{"number", "SO-1"}, {"customer", id}, {"amount", "12.50"}});
        world.pass(11 * day);
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        world.pass(20 * day);
        QCOMPARE(world.intent(id), QStringLiteral("-10"));
    }

    void aLateEventTakesBackTheSilenceItDisproves()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.pass(31 * day);
        QCOMPARE(world.intent(id), QStringLiteral("-10"));
        QVERIFY(world.event(QStringLiteral("logged_in"), s_person, {}, world.clock.now() - 5 * day).ok);
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        QCOMPARE(world.stage(id), QStringLiteral("null"));
    }

    void anEventLaterThanTheLimitCountsInFiguresOnly()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.pass(20 * day);
        world.event(QStringLiteral("logged_in"), s_person);
        const engine::Outcome outcome =
            world.event(QStringLiteral("viewed_page"), s_person, page("pricing"), world.clock.now() - 8 * day);
        QVERIFY(outcome.ok);
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        const QString person = events::personOfRecord(world.connection(), id);
        QCOMPARE(events::history(world.connection(), *world.plan, person).size(), size_t(1));
        QCOMPARE(events::history(world.connection(), *world.plan, person, {}, 0, true).size(), size_t(2));
    }

    void aHistoryThatArrivesInOrderIsScoredHoweverOld()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.pass(20 * day);
        QVERIFY(world.event(QStringLiteral("viewed_page"), s_person, page("pricing"), world.clock.now() - 15 * day).ok);
        QCOMPARE(world.intent(id), QStringLiteral("40"));
    }

    void whatWasDoneBeforeTheRecordCountsToo()
    {
        World world;
        world.consent({{"anonymous", "c-1"}});
        world.event(QStringLiteral("viewed_page"), {{"anonymous", "c-1"}}, page("pricing"));
        const QString id = world.create(QStringLiteral("customer"), {{"name", "韩梅梅"}, {"phone", s_phone}});
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        world.event(QStringLiteral("trial_submitted"), {{"anonymous", "c-1"}, {"phone", s_phone}});
        QCOMPARE(world.intent(id), QStringLiteral("100"));
        QCOMPARE(world.band(id), QStringLiteral("hot"));
    }

    void everyPointHasItsReason()
    {
        World world;
        const QString id = world.customer(s_phone);
        world.event(QStringLiteral("subscribed"), s_person);
        world.pass(minute);
        const Instant looked = world.clock.now();
        world.event(QStringLiteral("viewed_page"), s_person, page("pricing"));
        world.pass(40 * day);
        const scoring::Score score = *scoring::current(world.connection(), world.plan->scorings[0], id);
        QCOMPARE(score.total, feel::Decimal(35));
        QCOMPARE(score.reasons.size(), size_t(3));
        QCOMPARE(score.reasons[1].criterion, QStringLiteral("pricing"));
        QCOMPARE(score.reasons[1].at, looked);
        QVERIFY(score.reasons[1].event > 0);
        QCOMPARE(score.reasons[2].criterion, QStringLiteral("silent"));
        QCOMPARE(score.reasons[2].at, looked + 30 * day + 1);
        QCOMPARE(sum(score.reasons), score.total);
    }

    void capsAndFloorsAreLinesOfTheirOwn()
    {
        auto plan = behaviourPlan();
        plan::Scoring& intent = plan->scorings[0];
        intent.start = feel::Decimal(10);
        intent.cap = feel::Decimal(60);
        intent.floor = feel::Decimal(0);
        intent.criteria[0].award = plan::Criterion::Award::Each;
        intent.criteria[0].cap = feel::Decimal(12);
        World world(plan);
        const QString id = world.customer(s_phone);
        QCOMPARE(world.intent(id), QStringLiteral("10"));
        for (int i = 0; i < 4; ++i)
            world.event(QStringLiteral("subscribed"), s_person);
        QCOMPARE(world.intent(id), QStringLiteral("22")); // 10 + 4 × 5 capped at 12
        world.event(QStringLiteral("trial_submitted"), s_person);
        QCOMPARE(world.intent(id), QStringLiteral("60"));
        const scoring::Score score = *scoring::current(world.connection(), intent, id);
        QCOMPARE(sum(score.reasons), score.total);
        QCOMPARE(score.reasons.back().kind, scoring::Reason::Kind::Cap);
        QCOMPARE(score.reasons.back().points, feel::Decimal(-22));
    }

    void aThresholdWithinAWindowForgetsWhatIsOlder()
    {
        auto plan = behaviourPlan();
        plan->scorings[0].criteria[3].within = plan::Duration{0, 0, 24 * hour};
        World world(plan);
        const QString id = world.customer(s_phone);
        for (int i = 0; i < 6; ++i) {
            world.event(QStringLiteral("viewed_page"), s_person, page("features"));
            world.pass(9 * hour); // never four within a day
        }
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        for (int i = 0; i < 2; ++i) {
            world.event(QStringLiteral("viewed_page"), s_person, page("features"));
            world.pass(hour);
        }
        QCOMPARE(world.intent(id), QStringLiteral("20"));
    }

    void attributesCountWhileTheyHold()
    {
        auto plan = behaviourPlan();
        plan::Criterion big;
        big.id = QStringLiteral("big");
        big.kind = plan::Criterion::Kind::Attribute;
        big.points = feel::Decimal(30);
        big.when = expression(*plan, QStringLiteral("size >= 500"), QStringLiteral("customer"));
        plan->scorings[0].criteria.push_back(big);
        World world(plan);
        const QString id = world.customer(s_phone);
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        QVERIFY(world.update(QStringLiteral("customer"), id, {{"size", 500}}).ok);
        QCOMPARE(world.intent(id), QStringLiteral("30"));
        world.update(QStringLiteral("customer"), id, {{"size", 499}});
        QCOMPARE(world.intent(id), QStringLiteral("0"));
        world.update(QStringLiteral("customer"), id, {{"size", QJsonValue::Null}});
        QCOMPARE(world.intent(id), QStringLiteral("0"));
    }

    void aRefusedEventLeavesNoTrace()
    {
        World world;
        const QString id = world.create(QStringLiteral("customer"), {{"name", "韩梅梅"}, {"phone", s_phone}});
        const engine::Outcome outcome = world.event(QStringLiteral("viewed_page"), s_person, page("pricing"));
        QCOMPARE(outcome.outcome, QStringLiteral("refused"));
        QCOMPARE(world.intent(id), QStringLiteral("0"));
    }

    /// The incremental score equals the recomputed one, whatever the order in which events arrive, also when persons are
    /// linked in between and time passes.
    void theKeptScoreIsTheRecomputedOne()
    {
        const int rounds = tests::rounds(25, 300);
        const quint32 base = tests::seed();
        for (int round = 0; round < rounds; ++round)
            compareOnce(base + quint32(round));
    }

private:
    static QJsonObject randomPerson(QRandomGenerator& random)
    {
        switch (random.bounded(5)) {
        case 0: return {{"anonymous", "c-1"}};
        case 1: return {{"anonymous", "c-2"}};
        case 2: return {{"anonymous", "c-1"}, {"phone", s_phone}};
        case 3: return {{"email", "li@example.com"}};
        default: return s_person;
        }
    }

    void compareOnce(quint32 seed)
    {
        QRandomGenerator random(seed);
        auto plan = behaviourPlan();
        plan::Scoring& intent = plan->scorings[0];
        intent.criteria[0].award = plan::Criterion::Award::Each;
        intent.criteria[0].cap = feel::Decimal(20);
        intent.criteria[3].within = plan::Duration{0, 3, 0};
        intent.criteria[7].silence = plan::Duration{0, 4, 0};
        World world(plan);
        QString id;
        for (const QJsonObject& person : {QJsonObject{{"anonymous", "c-1"}}, QJsonObject{{"anonymous", "c-2"}},
                                          s_person, QJsonObject{{"email", "li@example.com"}}})
            world.consent(person);
        static const QStringList names{QStringLiteral("subscribed"), QStringLiteral("seminar_registered"),
                                       QStringLiteral("trial_submitted"), QStringLiteral("logged_in"),
                                       QStringLiteral("unsubscribed")};
        for (int step = 0; step < 40; ++step) {
            world.pass(random.bounded(36) * hour);
            if (step == 8)
                id = world.create(QStringLiteral("customer"), {{"name", "李雷"}, {"phone", s_phone}});
            if (step == 20)
                world.update(QStringLiteral("customer"), id, {{"email", "li@example.com"}});
            const bool view = random.bounded(2);
            const QString name = view ? QStringLiteral("viewed_page") : names[random.bounded(int(names.size()))];
            const QJsonObject properties = view ? page(random.bounded(3) ? "features" : "pricing") : QJsonObject();
            const Instant at = world.clock.now() - (random.bounded(3) ? 0 : random.bounded(200) * hour);
            const engine::Outcome outcome = world.event(name, randomPerson(random), properties, at);
            QVERIFY2(outcome.ok, qPrintable(world.lastProblem));
            if (id.isEmpty())
                continue;
            world.pass(0);
            const scoring::Score kept = *scoring::current(world.connection(), intent, id);
            const scoring::Score again = scoring::recompute(world.connection(), *plan, intent, id, world.clock.now());
            QVERIFY2(kept == again, qPrintable(QStringLiteral("seed %1 step %2\nkept  %3\nagain %4")
                                                   .arg(seed)
                                                   .arg(step)
                                                   .arg(told(kept), told(again))));
            QCOMPARE(world.intent(id), kept.total.normalizedString());
            QCOMPARE(sum(kept.reasons), kept.total);
        }
    }
};

QTEST_GUILESS_MAIN(TestScoring)
#include "tst_scoring.moc"
