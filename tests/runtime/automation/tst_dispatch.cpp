#include "../testapp.h"
#include "runtime/automation/outboxdispatch.h"

#include <QSemaphore>
#include <QTest>

using namespace fw;
using namespace fw::testing;
using connectors::Receipt;

namespace
{

/// A server that keeps its callers waiting until the test lets them go.
class SlowConnector : public connectors::Connector
{
public:
    Receipt send(const connectors::Outgoing& message, std::stop_token stop = {}) override
    {
        mostAtOnce = std::max<int>(mostAtOnce, ++inside);
        arrived.release();
        bool givenUp = false;
        while (!letGo.tryAcquire(1, 10)) {
            if (stop.stop_requested()) {
                givenUp = true;
                break;
            }
        }
        --inside;
        keys << message.key;
        return {givenUp ? Receipt::Class::Temporary : Receipt::Class::Sent, {}, {}, {}};
    }
    QSemaphore arrived, letGo;
    std::atomic<int> inside = 0, mostAtOnce = 0;
    QStringList keys;
};

/// Every interaction sends two mails and a notice to the robot's group.
Files mailsAndNotices()
{
    Files files = smallApp();
    addWorkflow(
        files, "w",
        "when: [{id: v, event: viewed}]\nthen:\n  - {id: first, message: {through: mail, text: hello, to: "
        "\"=email\"}}\n"
        "  - {id: group, message: {through: robot, text: hello}}\n  - {id: second, message: {through: mail, text: "
        "hello, to: \"=owner\"}}\n");
    return files;
}

struct Office {
    App app{mailsAndNotices()};
    SlowConnector mail;
    connectors::RecordingConnector robot;
    QSemaphore returned;
    automation::OutboxDispatch dispatch{*app.store,
                                        [this](const QString& id) {
                                            return connectors::borrowed(id == QLatin1String("mail")
                                                                            ? static_cast<connectors::Connector&>(mail)
                                                                            : robot);
                                        },
                                        {},
                                        [this] { returned.release(); }};

    void interact() { app.event(QStringLiteral("viewed"), app.customer()); }
    /// Takes a turn after each message that comes back, until `count` were recorded.
    void record(int count)
    {
        for (int recorded = 0; recorded < count;) {
            returned.acquire();
            const auto turn = dispatch.turn(app.clock.now());
            QVERIFY(turn.ok());
            recorded += *turn;
        }
    }
    QStringList states()
    {
        QStringList states;
        for (const store::OutboxRow& row : app.messages())
            states << row.state;
        return states;
    }
};

} // namespace

class TestDispatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSlowServerDelaysNeitherTheEngineNorTheOthers()
    {
        Office office;
        office.interact();
        QCOMPARE(*office.dispatch.turn(monday), 0);
        office.mail.arrived.acquire(); // it hangs there now
        office.record(1);              // the robot's message does not wait for it
        QCOMPARE(office.states(), QStringList({"sending", "sent", "pending"}));
        office.interact(); // nor does the engine
        QCOMPARE(*office.dispatch.turn(monday), 0);
        office.record(1);
        QCOMPARE(office.robot.messages.size(), size_t(2));
        QVERIFY(!office.dispatch.idle());
        QVERIFY(!office.dispatch.nextDue()); // nothing that could be handed out: the host may sleep
        office.mail.letGo.release(4);
        office.record(4);
        QVERIFY(office.dispatch.idle());
        QCOMPARE(office.states().count(QStringLiteral("sent")), 6);
    }
    void messagesOfOneConnectorLeaveOneAfterTheOtherInOrder()
    {
        Office office;
        for (int i = 0; i < 5; ++i)
            office.interact();
        office.mail.letGo.release(10);
        QCOMPARE(*office.dispatch.turn(monday), 0);
        office.record(15);
        QCOMPARE(office.mail.mostAtOnce.load(), 1);
        QStringList expected;
        for (const store::OutboxRow& row : office.app.messages()) {
            if (row.connector == QLatin1String("mail"))
                expected << row.key;
        }
        QCOMPARE(office.mail.keys, expected);
    }
    void whatHangsWhenTheProgramEndsIsGivenUpAndRecorded()
    {
        Office office;
        office.interact();
        QCOMPARE(*office.dispatch.turn(monday), 0);
        office.mail.arrived.acquire();
        QVERIFY(office.dispatch.stop(monday, std::chrono::milliseconds(0)).ok());
        QCOMPARE(office.states(), QStringList({"pending", "sent", "pending"}));
        QCOMPARE(office.app.messages().at(0).attempts, 1);
        QCOMPARE(*office.dispatch.turn(monday + day), 0); // nothing leaves any more
        QVERIFY(office.dispatch.idle());
    }
    void whatCameBackWhileTheStoreFailedIsRecordedLater()
    {
        Office office;
        office.interact();
        office.mail.letGo.release(2);
        QCOMPARE(*office.dispatch.turn(monday), 0);
        office.returned.acquire(2); // first mail and notice are out
        QVERIFY(office.app.store
                    ->commit([&] { QVERIFY(!office.dispatch.turn(monday).ok()); }) // a store that takes nothing now
                    .ok());
        QVERIFY(!office.dispatch.idle());
        QCOMPARE(office.states(), QStringList({"sending", "sending", "pending"}));
        QCOMPARE(*office.dispatch.turn(monday), 2);
        office.record(1);
        QCOMPARE(office.states(), QStringList({"sent", "sent", "sent"}));
        QCOMPARE(office.mail.keys.size(), 2); // none of them twice
    }
    void manyWaitingForOneConnectorHideNoOther()
    {
        App app(mailsAndNotices());
        for (int i = 0; i < 50; ++i)
            app.event(QStringLiteral("viewed"), app.customer());
        const auto rows = store::firstDueMessages(app.store->writer(), monday, {QStringLiteral("mail")});
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().connector, QStringLiteral("robot"));
        QCOMPARE(store::firstDueMessages(app.store->writer(), monday).size(), size_t(2));
        QVERIFY(store::firstDueMessages(app.store->writer(), monday - 1).empty());
        QCOMPARE(store::nextMessageDue(app.store->writer(), {QStringLiteral("mail"), QStringLiteral("robot")}),
                 std::optional<Instant>());
    }
};

QTEST_GUILESS_MAIN(TestDispatch)
#include "tst_dispatch.moc"
