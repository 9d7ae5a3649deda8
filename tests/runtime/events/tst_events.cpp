#include "../world.h"

#include "runtime/events/events.h"
#include "runtime/events/history.h"
#include "runtime/store/personstore.h"

#include <QRandomGenerator>

using namespace fw;
using namespace fw::testing;

namespace
{

const QJsonObject s_li{{QStringLiteral("phone"), QStringLiteral("13800000001")}};
const QJsonObject s_device{{QStringLiteral("anonymous"), QStringLiteral("c-1")}};

struct Intake : World {
    using World::World;
    std::vector<engine::EventRow> historyOf(const QString& record)
    {
        return events::history(connection(), *plan, events::personOfRecord(connection(), record));
    }
    size_t count(const QString& record) { return historyOf(record).size(); }
    QString look(const QJsonObject& person, const QJsonObject& properties = {{"page", "home"}})
    {
        return event(QStringLiteral("viewed_page"), person, properties).outcome;
    }
};

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPersonIsFoundByAnySpellingOfAnIdentity()
    {
        Intake intake;
        const QString id = intake.customer(QStringLiteral("13800000001"));
        QCOMPARE(intake.look({{"phone", "+86 138-0000-0001"}}), QStringLiteral("stored"));
        QCOMPARE(intake.look({{"id", id}}), QStringLiteral("stored"));
        QCOMPARE(intake.count(id), size_t(2));
    }

    void withoutConsentNothingIsStoredNotEvenThePerson()
    {
        Intake intake;
        QCOMPARE(intake.look(s_device), QStringLiteral("refused"));
        store::Statement& identities = intake.connection().prepare("SELECT count(*) FROM fw_identity");
        QVERIFY(intake.connection().step(identities));
        QCOMPARE(identities.integer(0), qint64(0));
        intake.connection().step(identities);
        store::Statement& refused =
            intake.connection().prepare("SELECT count FROM fw_event_refused WHERE event = 'viewed_page'");
        QVERIFY(intake.connection().step(refused));
        QCOMPARE(refused.integer(0), qint64(1));
    }

    void withdrawalStopsCollection()
    {
        Intake intake;
        const QString id = intake.customer(QStringLiteral("13800000001"));
        QCOMPARE(intake.look(s_li), QStringLiteral("stored"));
        intake.pass(minute);
        QCOMPARE(intake.consent(s_li, false).outcome, QStringLiteral("withdrawn"));
        QCOMPARE(intake.look(s_li), QStringLiteral("refused"));
        QCOMPARE(intake.count(id), size_t(1));
    }

    void anEventWithoutAPurposeNeedsNoConsent()
    {
        auto plan = behaviourPlan();
        plan->events[0].purpose.clear();
        Intake intake(plan);
        QCOMPARE(intake.look(s_device), QStringLiteral("stored"));
    }

    void oneKeyIsOneEvent()
    {
        Intake intake;
        const QString id = intake.customer(QStringLiteral("13800000001"));
        intake.event(QStringLiteral("logged_in"), s_li, {}, {}, QStringLiteral("k1"));
        QVERIFY(intake.event(QStringLiteral("logged_in"), s_li, {}, {}, QStringLiteral("k1")).repeated);
        QCOMPARE(intake.count(id), size_t(1));
    }

    void anEventMoreThanFiveMinutesAheadIsRefused()
    {
        Intake intake;
        intake.customer(QStringLiteral("13800000001"));
        QVERIFY(intake.event(QStringLiteral("logged_in"), s_li, {}, intake.clock.now() + 5 * minute).ok);
        QVERIFY(!intake.event(QStringLiteral("logged_in"), s_li, {}, intake.clock.now() + 5 * minute + 1).ok);
        QCOMPARE(intake.lastProblem, QStringLiteral("event.future"));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QJsonObject>("person");
        QTest::addColumn<QJsonObject>("properties");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown event") << "nothing" << s_li << QJsonObject() << "event.unknown";
        QTest::newRow("nobody") << "logged_in" << QJsonObject() << QJsonObject() << "event.no_person";
        QTest::newRow("unknown identity")
            << "logged_in" << QJsonObject{{"fax", "1"}} << QJsonObject() << "event.unknown_identity";
        QTest::newRow("no phone number") << "logged_in" << QJsonObject{{"phone", "阿"}} << QJsonObject()
                                         << "event.bad_identity";
        QTest::newRow("no such record") << "logged_in" << QJsonObject{{"id", "019"}} << QJsonObject()
                                        << "event.unknown_record";
        QTest::newRow("text for a number")
            << "viewed_page" << s_li << QJsonObject{{"seconds", "long"}} << "record.bad_number";
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QString, event);
        QFETCH(QJsonObject, person);
        QFETCH(QJsonObject, properties);
        QFETCH(QString, code);
        Intake intake;
        intake.customer(QStringLiteral("13800000001"));
        QVERIFY(!intake.event(event, person, properties).ok);
        QCOMPARE(intake.lastProblem, code);
    }

    void propertiesAreTypedAndUnknownOnesKept()
    {
        Intake intake;
        const QString id = intake.customer(QStringLiteral("13800000001"));
        intake.event(QStringLiteral("paid"), s_li,
                     {{"amount", "0.10"}, {"coupon", "新年"}, {"items", QJsonArray{1, "a"}}});
        intake.look(s_li, {{"page", "blog"}, {"seconds", 12}}); // a page the definition does not know yet
        const auto rows = intake.historyOf(id);
        QCOMPARE(rows[0].properties.entry(u"amount")->number(), *feel::Decimal::fromString(u"0.1"));
        QCOMPARE(rows[0].properties.entry(u"coupon")->string(), QStringLiteral("新年"));
        QCOMPARE(rows[0].properties.entry(u"items")->items().size(), size_t(2));
        QCOMPARE(rows[1].properties.entry(u"page")->string(), QStringLiteral("blog"));
        QCOMPARE(rows[1].properties.entry(u"seconds")->number(), feel::Decimal(12));
    }

    void anonymousBehaviourFindsItsRecordLater()
    {
        Intake intake;
        intake.consent(s_device);
        intake.look(s_device);
        intake.look({{"anonymous", "c-1"}, {"phone", "13800000001"}});
        const QString id = intake.create(QStringLiteral("customer"), {{"name", "李雷"}, {"phone", "138 0000 0001"}});
        QCOMPARE(intake.count(id), size_t(2));
    }

    void aRecordThatGetsAnIdentityGetsItsHistory()
    {
        Intake intake;
        const QJsonObject mail{{"email", "Li@Example.com"}};
        intake.consent(mail);
        intake.look(mail);
        const QString id = intake.customer(QStringLiteral("13800000001"));
        QCOMPARE(intake.count(id), size_t(0));
        QVERIFY(intake.update(QStringLiteral("customer"), id, {{"email", "li@example.com"}}).ok);
        QCOMPARE(intake.count(id), size_t(1));
        // What was done under the old number stays with the record that had it …
        intake.look(s_li);
        QVERIFY(intake.update(QStringLiteral("customer"), id, {{"phone", "13900000009"}}).ok);
        QCOMPARE(intake.count(id), size_t(2));
        // … until somebody else is given that number.
        const QString other = intake.create(QStringLiteral("customer"), {{"name", "韩梅梅"}, {"phone", "13800000001"}});
        QCOMPARE(intake.count(other), size_t(1));
        QCOMPARE(intake.count(id), size_t(1));
    }

    void aSharedDeviceNeverJoinsTwoRecords()
    {
        Intake intake;
        const QString li = intake.customer(QStringLiteral("13800000001")),
                      han = intake.customer(QStringLiteral("13800000002"), QStringLiteral("韩梅梅"));
        intake.look({{"anonymous", "kiosk"}, {"phone", "13800000001"}});
        intake.look({{"anonymous", "kiosk"}, {"phone", "13800000002"}});
        QCOMPARE(intake.count(li), size_t(1));
        QCOMPARE(intake.count(han), size_t(1));
    }

    void aRecordInTheBinIsNobodysAndComesBackWithItsHistory()
    {
        Intake intake;
        const QString id = intake.customer(QStringLiteral("13800000001"));
        intake.look(s_li);
        engine::Command remove;
        remove.kind = engine::Command::Kind::Delete;
        remove.table = QStringLiteral("customer");
        remove.id = id;
        QVERIFY(intake.perform(remove).ok);
        const QString person = events::personOfRecord(intake.connection(), id);
        QCOMPARE(events::recordOfPerson(intake.connection(), person), QString());
        QCOMPARE(intake.look(s_li), QStringLiteral("stored")); // consent was the person's
        QCOMPARE(events::history(intake.connection(), *intake.plan, person).size(), size_t(2));
    }

    void anEventCanMakeTheRecord()
    {
        auto plan = behaviourPlan();
        plan::Event& trial = plan->events[4];
        trial.creates = QStringLiteral("customer");
        trial.purpose.clear();
        Intake intake(plan);
        QVERIFY(intake
                    .event(QStringLiteral("trial_submitted"), {{"phone", "13800000001"}, {"anonymous", "c-1"}},
                           {{"name", "李雷"}})
                    .ok);
        const auto row = store::findIdentity(intake.connection(), QStringLiteral("anonymous"), QStringLiteral("c-1"));
        const QString id = events::recordOfPerson(intake.connection(), row->person);
        QCOMPARE(intake.field(QStringLiteral("customer"), id, QStringLiteral("name")).toText(), QStringLiteral("李雷"));
        QCOMPARE(intake.intent(id), QStringLiteral("60"));
        QVERIFY(intake.event(QStringLiteral("trial_submitted"), s_li).ok); // known now: nobody new
        QCOMPARE(intake.count(id), size_t(2));
    }

    void theTimelineTellsNewestFirst()
    {
        Intake intake;
        const QString id = intake.customer(QStringLiteral("13800000001"));
        intake.pass(minute);
        intake.look(s_li, {{"page", "pricing"}});
        intake.pass(minute);
        intake.event(QStringLiteral("logged_in"), s_li);
        const auto items = events::timeline(intake.connection(), *intake.plan, id);
        QCOMPARE(items.front().title, QStringLiteral("logged_in"));
        QVERIFY(std::is_sorted(items.begin(), items.end(), [](const auto& x, const auto& y) { return x.at > y.at; }));
        QVERIFY(std::any_of(items.begin(), items.end(), [](const auto& item) {
            return item.kind == events::TimelineItem::Kind::Score &&
                   item.details.entry(u"to")->number() == feel::Decimal(40);
        }));
        QCOMPARE(events::timeline(intake.connection(), *intake.plan, id, 0, 1).size(), size_t(1));
        QCOMPARE(events::timeline(intake.connection(), *intake.plan, id, items.front().at).front().at, items[1].at);
    }

    /// Persons, their events and scores are the same whatever order things arrive in.
    void nothingDependsOnTheOrderOfArrival()
    {
        const QList<QJsonObject> sightings{{{"anonymous", "c-1"}},
                                           {{"anonymous", "c-2"}, {"phone", "13800000001"}},
                                           {{"anonymous", "c-1"}, {"email", "li@example.com"}},
                                           {{"email", "li@example.com"}, {"phone", "13800000001"}},
                                           {{"phone", "13800000002"}},
                                           {{"anonymous", "c-3"}, {"phone", "13800000002"}},
                                           {{"anonymous", "c-3"}}};
        QStringList expected;
        for (quint32 seed = 0; seed < 20; ++seed) {
            auto plan = behaviourPlan();
            for (plan::Event& event : plan->events)
                event.purpose.clear();
            Intake intake(plan);
            const Instant start = intake.clock.now();
            intake.clock.advance(hour);
            QList<int> order{-2, -1};
            for (int i = 0; i < sightings.size(); ++i)
                order.append(i);
            if (seed > 0) {
                QRandomGenerator random(seed);
                std::shuffle(order.begin(), order.end(), random);
            }
            QStringList ids(2);
            for (int what : order) {
                if (what < 0)
                    ids[what + 2] =
                        intake.create(QStringLiteral("customer"),
                                      {{"name", "客户"}, {"phone", what == -2 ? "13800000001" : "13800000002"}});
                else
                    QVERIFY(intake
                                .event(what % 2 ? QStringLiteral("viewed_page") : QStringLiteral("subscribed"),
                                       sightings[what], {{"page", "pricing"}}, start + what * minute)
                                .ok);
            }
            QStringList told;
            for (const QString& id : ids)
                told.append(QStringLiteral("%1 events, score %2").arg(intake.count(id)).arg(intake.intent(id)));
            if (expected.isEmpty())
                expected = told;
            QVERIFY2(
                told == expected,
                qPrintable(
                    QStringLiteral("seed %1: %2 instead of %3").arg(seed).arg(told.join(u'/'), expected.join(u'/'))));
        }
        QCOMPARE(expected, QStringList({"4 events, score 45", "3 events, score 45"}));
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
