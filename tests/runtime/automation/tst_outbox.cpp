#include "../testapp.h"

#include <QTest>

using namespace fw;
using namespace fw::testing;
using connectors::Receipt;
using connectors::RecordingConnector;
using connectors::RepeatClass;

namespace
{

/// Sends one mail to the customer, one notice to wang, one to the robot's group.
Files threeMessages()
{
    Files files = smallApp();
    addWorkflow(
        files, "w",
        "when: [{id: v, event: viewed}]\nthen:\n  - {id: m, message: {through: mail, text: hello, to: \"=email\"}}\n"
        "  - {id: own, message: {through: mail, text: hello, to: \"=owner\"}}\n  - {id: group, message: {through: "
        "robot, text: hello}}\n");
    return files;
}

Files oneMessage()
{
    Files files = smallApp();
    addWorkflow(
        files, "w",
        "when: [{id: v, event: viewed}]\nthen: [{id: m, message: {through: mail, text: hello, to: \"=email\"}}]\n");
    return files;
}

Receipt temporary(const QString& words = QStringLiteral("451 later"))
{
    return {Receipt::Class::Temporary, words, {}, {}};
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsOwedIsSentOnce()
    {
        App app(threeMessages());
        app.event(QStringLiteral("viewed"), app.customer());
        QCOMPARE(*app.worker->work(app.clock.now()), 3);
        QCOMPARE(*app.worker->work(app.clock.now()), 0);
        QCOMPARE(app.connector.messages.size(), size_t(3));
        QCOMPARE(app.connector.messages[0].to, QStringLiteral("li@example.com"));
        QCOMPARE(app.connector.messages[2].to, QString());
        for (const store::OutboxRow& row : app.messages()) {
            QCOMPARE(row.state, QStringLiteral("sent"));
            QCOMPARE(row.sentAt, std::optional<Instant>(monday));
        }
        QCOMPARE(app.messages().at(0).key.section(u':', 1), QStringLiteral("m:0:li@example.com"));
    }
    void aTemporaryFailureIsTriedAgainLongerAndLonger()
    {
        App app(oneMessage());
        app.event(QStringLiteral("viewed"), app.customer());
        for (int i = 0; i < 5; ++i)
            app.connector.answers.push_back(temporary());
        QSet<QString> keys;
        for (int attempt = 1; attempt <= 5; ++attempt) {
            QCOMPARE(*app.worker->work(app.clock.now()), 1);
            const store::OutboxRow row = app.messages().at(0);
            QCOMPARE(row.attempts, attempt);
            QCOMPARE(row.words, QStringLiteral("451 later"));
            QVERIFY(*row.due > app.clock.now());
            QVERIFY(*row.due - app.clock.now() <= 10'000LL << (attempt - 1));
            app.clock.set(*app.worker->nextDue());
        }
        QCOMPARE(*app.worker->work(app.clock.now()), 1);
        QCOMPARE(app.messages().at(0).state, QStringLiteral("sent"));
        for (const connectors::Outgoing& sent : app.connector.messages)
            keys << sent.key;
        QCOMPARE(keys.size(), 1); // constant over retries
    }
    void theReceiversOwnWishIsObeyed()
    {
        App app(oneMessage());
        app.event(QStringLiteral("viewed"), app.customer());
        app.connector.answers.push_back({Receipt::Class::Temporary, QStringLiteral("429"), {}, 120'000});
        QCOMPARE(*app.worker->work(app.clock.now()), 1);
        QCOMPARE(app.worker->nextDue(), std::optional<Instant>(monday + 120'000));
    }
    void afterADayItIsGivenUpWithAnIncident()
    {
        App app(oneMessage());
        app.event(QStringLiteral("viewed"), app.customer());
        for (int i = 0; i < 100; ++i)
            app.connector.answers.push_back(temporary());
        while (const auto due = app.worker->nextDue()) {
            app.clock.set(std::max(app.clock.now(), *due));
            QVERIFY(app.worker->work(app.clock.now()).ok());
        }
        QVERIFY(app.clock.now() <= monday + day);
        QVERIFY(app.clock.now() > monday + 20 * hour);
        QCOMPARE(app.messages().at(0).state, QStringLiteral("failed"));
        QCOMPARE(app.incidents().at(0).code, QStringLiteral("message.undelivered"));
    }
    void whatCannotPassIsAnIncidentAtOnce()
    {
        App app(oneMessage());
        app.event(QStringLiteral("viewed"), app.customer());
        app.connector.answers.push_back({Receipt::Class::Permanent, QStringLiteral("550 no such user"), {}, {}});
        QCOMPARE(*app.worker->work(app.clock.now()), 1);
        QCOMPARE(app.messages().at(0).state, QStringLiteral("failed"));
        QCOMPARE(app.incidents().at(0).code, QStringLiteral("message.refused"));
        QVERIFY(app.incidents().at(0).words.contains(QStringLiteral("550 no such user")));
    }
    void aLostAnswerIsNeverRepeatedToACustomerUnasked()
    {
        App app(threeMessages());
        app.event(QStringLiteral("viewed"), app.customer());
        for (int i = 0; i < 3; ++i)
            app.connector.answers.push_back({Receipt::Class::InDoubt, QStringLiteral("connection lost"), {}, {}});
        QCOMPARE(*app.worker->work(app.clock.now()), 3);
        QCOMPARE(app.messages().at(0).state, QStringLiteral("in_doubt"));
        QCOMPARE(app.messages().at(1).state, QStringLiteral("pending")); // an own user: sent again, shown as such
        QCOMPARE(app.messages().at(1).repeats, 1);
        QCOMPARE(app.messages().at(2).state, QStringLiteral("pending"));
        QCOMPARE(app.incidents().size(), size_t(1));
        QCOMPARE(app.incidents().at(0).code, QStringLiteral("message.in_doubt"));
    }
    void aCrashWhileSendingLeavesItInDoubt()
    {
        App app(threeMessages());
        app.event(QStringLiteral("viewed"), app.customer());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(app.worker->claim(app.clock.now())->size(), size_t(1)); // marked, then the power went
        QVERIFY(app.worker->claim(app.clock.now())->empty());
        app.restart();
        QCOMPARE(*app.worker->recover(app.clock.now()), 3);
        QCOMPARE(app.messages().at(0).state, QStringLiteral("in_doubt"));
        QCOMPARE(app.messages().at(1).state, QStringLiteral("pending"));
        QCOMPARE(*app.worker->recover(app.clock.now()), 0);
    }
    void aReceiverThatHonoursTheKeyGetsItAgain()
    {
        App app(oneMessage());
        app.event(QStringLiteral("viewed"), app.customer());
        QCOMPARE(app.worker->claim(app.clock.now())->size(), size_t(1));
        RecordingConnector honest(RepeatClass::A);
        automation::OutboxWorker worker(*app.store, [&](const QString&) { return connectors::borrowed(honest); });
        QCOMPARE(*worker.recover(app.clock.now()), 1);
        app.clock.set(*worker.nextDue());
        QCOMPARE(*worker.work(app.clock.now()), 1);
        QCOMPARE(app.messages().at(0).state, QStringLiteral("sent"));
        QCOMPARE(app.messages().at(0).repeats, 0);
        QVERIFY(app.incidents().empty());
    }
    void aReceiverThatCanBeAskedIsAskedFirst()
    {
        App app(oneMessage());
        app.event(QStringLiteral("viewed"), app.customer());
        RecordingConnector provider(RepeatClass::B);
        automation::OutboxWorker worker(*app.store, [&](const QString&) { return connectors::borrowed(provider); });
        provider.answers = {{Receipt::Class::InDoubt, QStringLiteral("connection lost"), {}, {}},
                            {Receipt::Class::Temporary, QStringLiteral("500"), {}, {}},
                            {Receipt::Class::NeverArrived, {}, {}, {}}};
        QCOMPARE(*worker.work(app.clock.now()), 1);
        QVERIFY(app.messages().at(0).asking);
        QVERIFY(*worker.nextDue() >= monday + 5 * minute); // it needs a while to know
        app.clock.set(*worker.nextDue());
        QCOMPARE(*worker.work(app.clock.now()), 1); // it cannot be asked now
        app.clock.set(*worker.nextDue());
        QCOMPARE(*worker.work(app.clock.now()), 2); // nobody has it, so it goes out at once
        QCOMPARE(app.messages().at(0).state, QStringLiteral("sent"));
        QCOMPARE(app.messages().at(0).repeats, 0);
        QCOMPARE(provider.asked.size(), size_t(2));
        QCOMPARE(provider.messages.size(), size_t(2));
    }
    void whoCannotBeAskedForADayLeavesItToAPerson()
    {
        App app(oneMessage());
        app.event(QStringLiteral("viewed"), app.customer());
        RecordingConnector provider(RepeatClass::B);
        automation::OutboxWorker worker(*app.store, [&](const QString&) { return connectors::borrowed(provider); });
        provider.answers.assign(200, {Receipt::Class::Temporary, QStringLiteral("500"), {}, {}});
        provider.answers.front().result = Receipt::Class::InDoubt;
        while (const auto due = worker.nextDue()) {
            app.clock.set(std::max(*due, app.clock.now()));
            QVERIFY(worker.work(app.clock.now()).ok());
        }
        QCOMPARE(app.messages().at(0).state, QStringLiteral("in_doubt"));
        QCOMPARE(app.incidents().at(0).code, QStringLiteral("message.in_doubt"));
        QCOMPARE(provider.messages.size(), size_t(1));
    }
    void whatMayHaveGoneOutOfAStoppedRunIsStillAskedFor()
    {
        Files files = smallApp();
        addWorkflow(files, "w",
                    "when: [{id: v, event: viewed}]\nstop: [{id: paid, event: paid}]\nthen: [{id: m, message: "
                    "{through: mail, text: hello, to: \"=email\"}}, {id: w, wait: PT1H}]\n");
        App app(files);
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        RecordingConnector provider(RepeatClass::B);
        automation::OutboxWorker worker(*app.store, [&](const QString&) { return connectors::borrowed(provider); });
        const auto claimed = worker.claim(app.clock.now());
        QVERIFY(claimed.ok() && claimed->size() == 1);
        app.event(QStringLiteral("paid"), li);
        QCOMPARE(*worker.recover(app.clock.now()), 1);
        provider.answers = {{Receipt::Class::Temporary, {}, {}, {}}, {Receipt::Class::NeverArrived, {}, {}, {}}};
        while (const auto due = worker.nextDue()) {
            app.clock.set(std::max(*due, app.clock.now()));
            QVERIFY(worker.work(app.clock.now()).ok());
        }
        QCOMPARE(provider.asked.size(), size_t(2));
        QCOMPARE(provider.messages.size(), size_t(0)); // nobody has it, and nobody is to get it any more
        QCOMPARE(app.messages().at(0).state, QStringLiteral("cancelled"));
    }
    void aMessageOfAStoppedRunFinishesButIsNotRetried()
    {
        Files files = smallApp();
        addWorkflow(files, "w",
                    "when: [{id: v, event: viewed}]\nstop: [{id: paid, event: paid}]\nthen: [{id: m, message: "
                    "{through: mail, text: hello, to: \"=email\"}}, {id: w, wait: PT1H}]\n");
        App app(files);
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        const auto claimed = app.worker->claim(app.clock.now());
        QVERIFY(claimed.ok() && claimed->size() == 1);
        app.event(QStringLiteral("paid"), li);
        QCOMPARE(app.messages().at(0).state, QStringLiteral("sending"));
        QVERIFY(app.worker->settle({{claimed->front(), temporary()}}, app.clock.now()).ok());
        QCOMPARE(app.messages().at(0).state, QStringLiteral("cancelled"));
        QVERIFY(!app.worker->nextDue());
    }
    void aConnectorThatIsGoneIsAnIncident()
    {
        App app(oneMessage());
        app.event(QStringLiteral("viewed"), app.customer());
        automation::OutboxWorker worker(*app.store, [](const QString&) { return nullptr; });
        QCOMPARE(*worker.work(app.clock.now()), 1);
        QCOMPARE(app.incidents().size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
