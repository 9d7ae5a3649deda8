#include "../testapp.h"

#include <QTest>

using namespace fw;
using namespace fw::testing;

namespace
{

/// The app with one workflow named `w`.
Files with(const QByteArray& workflow)
{
    Files files = smallApp();
    addWorkflow(files, "w", workflow);
    return files;
}

const QByteArray task = "then: [{id: t, task: {to: \"=owner\", title: \"Call {name}\"}}]\n";

} // namespace

class TestWorkflows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- triggers: edge, not level ---
    void anEventWithACondition()
    {
        App app(with("when: [{id: v, event: viewed, if: \"=event.page = \\\"pricing\\\" and event.seconds > "
                     "30\"}]\nreenter: parallel\nparallel_limit: 9\n" +
                     task));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li, {{"page", "pricing"}, {"seconds", 30}});
        app.event(QStringLiteral("viewed"), li, {{"page", "home"}, {"seconds", 300}});
        app.event(QStringLiteral("viewed"), li, {{"page", "pricing"}});
        QCOMPARE(app.tasks().size(), size_t(0));
        app.event(QStringLiteral("viewed"), li, {{"page", "pricing"}, {"seconds", 31}});
        QCOMPARE(app.tasks().size(), size_t(1));
    }
    void becomesFiresOnTheEdgeOnly()
    {
        App app(with("when: [{id: b, becomes: \"=visits > 3\"}]\nreenter: parallel\nparallel_limit: 9\n" + task));
        const QString li = app.customer({{"visits", 3}});
        QCOMPARE(app.tasks().size(), size_t(0));
        app.update(li, {{"visits", 4}});
        QCOMPARE(app.tasks().size(), size_t(1));
        app.update(li, {{"visits", 5}});
        app.update(li, {{"name", "李雷雷"}});
        QCOMPARE(app.tasks().size(), size_t(1)); // it was true before
        app.update(li, {{"visits", QJsonValue()}});
        app.update(li, {{"visits", 9}});
        QCOMPARE(app.tasks().size(), size_t(2)); // null is not true
        app.customer({{"visits", 10}});
        QCOMPARE(app.tasks().size(), size_t(3)); // a new record was not true before
    }
    void becomesSeesWhatAnEventChanged()
    {
        App app(with(
            "when: [{id: b, becomes: \"=count_events(\\\"viewed\\\") >= 2\"}]\nreenter: parallel\nparallel_limit: 9\n" +
            task));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        QCOMPARE(app.tasks().size(), size_t(0));
        app.event(QStringLiteral("viewed"), li);
        QCOMPARE(app.tasks().size(), size_t(1));
        app.event(QStringLiteral("viewed"), li);
        QCOMPARE(app.tasks().size(), size_t(1));
    }
    void aChangeOfNamedFields()
    {
        App app(with("when: [{id: c, record: changed, fields: [status], if: \"=old.status = \\\"new\\\"\"}]\nreenter: "
                     "parallel\nparallel_limit: 9\n" +
                     task));
        const QString li = app.customer();
        app.update(li, {{"visits", 1}});
        app.update(li, {{"status", "new"}}); // the same value is no change
        QCOMPARE(app.tasks().size(), size_t(0));
        app.update(li, {{"status", "hot"}});
        app.update(li, {{"status", "won"}});
        QCOMPARE(app.tasks().size(), size_t(1));
    }
    void createdInTheWorkflowsTableOrInAnother()
    {
        Files files = with("when: [{id: n, record: created}, {id: o, record: created, of: order, if: \"=amount > "
                           "100\"}]\nreenter: parallel\nparallel_limit: 9\n" +
                           task);
        App app(files);
        const QString li = app.customer();
        QCOMPARE(app.tasks().size(), size_t(1));
        app.create(QStringLiteral("order"), {{"number", "1"}, {"customer", li}, {"amount", "99.99"}});
        QCOMPARE(app.tasks().size(), size_t(1));
        app.create(QStringLiteral("order"), {{"number", "2"}, {"customer", li}, {"amount", "100.01"}});
        QCOMPARE(app.tasks().size(), size_t(2));
        QCOMPARE(app.tasks().back().record, li);
    }
    void aScoreCrossesOnce()
    {
        App app(with("when: [{id: over, crosses: intent, above: 80}]\nreenter: parallel\nparallel_limit: 9\n" + task));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li, {{"page", "pricing"}});
        QCOMPARE(app.text(li, QStringLiteral("intent")), QStringLiteral("90"));
        QCOMPARE(app.tasks().size(), size_t(1));
        app.event(QStringLiteral("viewed"), li, {{"page", "pricing"}});
        QCOMPARE(app.tasks().size(), size_t(1));
    }
    void aQuietCommandStartsNothing()
    {
        App app(with("when: [{id: v, event: viewed}]\n" + task));
        const QString li = app.customer();
        engine::Command quiet = App::eventCommand(QStringLiteral("viewed"), li);
        quiet.quiet = true;
        QVERIFY(app.engine->perform(quiet).ok);
        QCOMPARE(app.tasks().size(), size_t(0));
    }

    // --- absence ---
    void silenceFiresOncePerSilence()
    {
        App app(with("when: [{id: q, inactive: {for: P30D}}]\n" + task));
        const QString li = app.customer();
        app.pass(10 * day);
        app.event(QStringLiteral("viewed"), li);
        app.pass(30 * day - 1);
        QCOMPARE(app.tasks().size(), size_t(0));
        app.pass(1);
        QCOMPARE(app.tasks().size(), size_t(1));
        app.pass(100 * day);
        QCOMPARE(app.tasks().size(), size_t(1));
        app.event(QStringLiteral("viewed"), li);
        app.pass(30 * day);
        QCOMPARE(app.tasks().size(), size_t(2));
    }
    void silenceBeginsWithTheRecord()
    {
        App app(with("when: [{id: q, inactive: {more_than: P30D}, if: \"=status = \\\"won\\\"\"}]\n" + task));
        const QString li = app.customer({{"status", "won"}});
        app.customer();
        app.pass(30 * day);
        QCOMPARE(app.tasks().size(), size_t(0));
        app.pass(1); // "more than" is one millisecond later
        QCOMPARE(app.tasks().size(), size_t(1));
        QCOMPARE(app.tasks().at(0).record, li);
    }
    void aLateEventFromInsideASilenceDoesNotFireItAgain()
    {
        App app(with("when: [{id: q, inactive: {for: P1D}}]\n" + task));
        const QString li = app.customer();
        app.pass(3 * day);
        QCOMPARE(app.tasks().size(), size_t(1));
        app.event(QStringLiteral("viewed"), li, {}, app.clock.now() - 2 * day);
        app.pass(10 * day);
        QCOMPARE(app.tasks().size(), size_t(1));
    }

    // --- who may enter ---
    void reenter_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<int>("live");     // after two events an hour apart
        QTest::addColumn<int>("finished"); // tasks after a third event a day later, when all is done
        QTest::newRow("once") << QByteArray("reenter: once\n") << 1 << 1;
        QTest::newRow("after exit") << QByteArray() << 1 << 2;
        QTest::newRow("restart") << QByteArray("reenter: restart\n") << 1 << 2;
        QTest::newRow("parallel") << QByteArray("reenter: parallel\nparallel_limit: 2\n") << 2 << 3;
        QTest::newRow("cool down") << QByteArray("cool_down: P7D\n") << 1 << 1;
    }
    void reenter()
    {
        QFETCH(QByteArray, policy);
        App app(with(policy + "when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT3H}, {id: t, task: {to: "
                              "\"=owner\", title: x}}]\n"));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        app.pass(hour);
        app.event(QStringLiteral("viewed"), li);
        QTEST(int(app.liveRuns(li).size()), "live");
        app.pass(day);
        app.event(QStringLiteral("viewed"), li);
        app.pass(day);
        QTEST(int(app.tasks().size()), "finished");
    }

    // --- waits ---
    void dayThreeAndSevenCountFromEnrolment()
    {
        App app(
            with("when: [{id: v, event: viewed}]\nthen:\n  - {id: a, wait: P2D}\n  - {id: b, wait: {day: 3}}\n  - {id: "
                 "t3, task: {to: \"=owner\", title: three}}\n"
                 "  - {id: c, wait: {day: 7, at: \"09:30\"}}\n  - {id: t7, task: {to: \"=owner\", title: seven}}\n"));
        app.pass(2 * hour); // 11:00
        app.event(QStringLiteral("viewed"), app.customer());
        app.pass(3 * day - 1);
        QCOMPARE(app.tasks().size(), size_t(0));
        app.pass(1);
        QCOMPARE(app.tasks().size(), size_t(1));
        app.passTo(monday + 7 * day + 30 * minute - 1);
        QCOMPARE(app.tasks().size(), size_t(1));
        app.pass(1);
        QCOMPARE(app.tasks().size(), size_t(2));
    }
    void waitUntilAnEventOrItsLimit()
    {
        const QByteArray waiting =
            "when: [{id: v, event: viewed}]\nthen:\n  - id: r\n    wait_until: {event: replied, limit: P3D}\n    then: "
            "[{id: yes, set: {status: won}}]\n"
            "    timeout: [{id: no, set: {status: lost}}]\n  - {id: t, task: {to: \"=owner\", title: after}}\n";
        App app(with(waiting));
        const QString li = app.customer();
        const QString han = app.customer();
        app.event(QStringLiteral("viewed"), li);
        app.event(QStringLiteral("viewed"), han);
        app.pass(3 * day - 1);
        app.event(QStringLiteral("replied"), li);
        app.pass(1);
        QCOMPARE(app.text(li, QStringLiteral("status")), QStringLiteral("won"));
        QCOMPARE(app.text(han, QStringLiteral("status")), QStringLiteral("lost"));
        QCOMPARE(app.tasks().size(), size_t(2));
        QVERIFY(app.liveRuns(li).empty() && app.liveRuns(han).empty());
    }
    void afterDowntimeAnEventDatedBeforeTheLimitWinsALaterOneDoesNot()
    {
        App app(
            with("when: [{id: v, event: viewed}]\nthen:\n  - id: r\n    wait_until: {event: replied, limit: PT1H}\n    "
                 "then: [{id: yes, set: {status: won}}]\n    timeout: [{id: no, set: {status: lost}}]\n"));
        const QString li = app.customer();
        const QString han = app.customer();
        app.event(QStringLiteral("viewed"), li);
        app.event(QStringLiteral("viewed"), han);
        app.clock.advance(5 * hour); // nothing ran meanwhile
        app.event(QStringLiteral("replied"), li, {}, monday + hour);
        app.event(QStringLiteral("replied"), han, {}, monday + hour + 1);
        app.engine->runDue();
        QCOMPARE(app.text(li, QStringLiteral("status")), QStringLiteral("won"));
        QCOMPARE(app.text(han, QStringLiteral("status")), QStringLiteral("lost"));
    }
    void waitUntilAConditionIsTestedOnceOnEntry()
    {
        App app(with("when: [{id: v, event: viewed}]\nthen:\n  - id: c\n    wait_until: {if: \"=visits > 2\"}\n  - "
                     "{id: t, task: {to: \"=owner\", title: x}}\n"));
        const QString already = app.customer({{"visits", 3}});
        const QString later = app.customer();
        app.event(QStringLiteral("viewed"), already);
        QCOMPARE(app.tasks().size(), size_t(1));
        app.event(QStringLiteral("viewed"), later);
        QCOMPARE(app.tasks().size(), size_t(1));
        app.update(later, {{"visits", 3}});
        QCOMPARE(app.tasks().size(), size_t(2));
    }

    // --- stop rules ---
    void aStopEndsTheRunWithAllItOwes()
    {
        App app(with("when: [{id: v, event: viewed}]\nstop: [{id: paid, event: paid}]\nthen:\n  - {id: t, task: {to: "
                     "\"=owner\", title: x}}\n"
                     "  - {id: m, message: {through: mail, text: hello, to: \"=email\"}}\n  - {id: w, wait: PT1H}\n  - "
                     "{id: late, set: {status: lost}}\n"));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        const QString run = app.liveRuns(li).at(0).id;
        app.event(QStringLiteral("paid"), li);
        const auto ended = store::findRun(app.store->writer(), run);
        QCOMPARE(ended->state, store::Run::State::Stopped);
        QCOMPARE(ended->reason, QStringLiteral("stop:paid"));
        QCOMPARE(app.tasks().at(0).state, QStringLiteral("cancelled"));
        QCOMPARE(app.messages().at(0).state, QStringLiteral("cancelled"));
        app.pass(day);
        QCOMPARE(app.text(li, QStringLiteral("status")), QStringLiteral("new"));
        QCOMPARE(*app.worker->work(app.clock.now()), 0);
    }
    void atTheSameInstantTheStopWinsOverTheTimer()
    {
        App app(with("when: [{id: v, event: viewed}]\nstop: [{id: paid, event: paid}, {id: won, if: \"=status = "
                     "\\\"won\\\"\"}]\nthen: [{id: w, wait: PT1H}, {id: s, set: {visits: 1}}]\n"));
        const QString li = app.customer();
        const QString han = app.customer();
        app.event(QStringLiteral("viewed"), li);
        app.event(QStringLiteral("viewed"), han);
        app.clock.advance(hour);
        app.event(QStringLiteral("paid"), li);
        app.update(han, {{"status", "won"}});
        app.engine->runDue();
        QCOMPARE(app.text(li, QStringLiteral("visits")), QString());
        QCOMPARE(app.text(han, QStringLiteral("visits")), QString());
    }
    void aConditionStopsBetweenTwoSteps()
    {
        App app(with("when: [{id: v, event: viewed}]\nstop: [{id: won, if: \"=status = \\\"won\\\"\"}]\nthen: [{id: a, "
                     "set: {status: won}}, {id: b, set: {visits: 1}}]\n"));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        QCOMPARE(app.text(li, QStringLiteral("status")), QStringLiteral("won"));
        QCOMPARE(app.text(li, QStringLiteral("visits")), QString());
    }
    void deletingTheRecordEndsItsRuns()
    {
        App app(with("when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT1H}, {id: s, set: {visits: 1}}]\n"));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        engine::Command remove;
        remove.kind = engine::Command::Kind::Delete;
        remove.table = QStringLiteral("customer");
        remove.id = li;
        QVERIFY(app.engine->perform(remove).ok);
        QVERIFY(app.liveRuns(li).empty());
        app.pass(day);
        QVERIFY(app.incidents().empty());
    }

    // --- people ---
    void tasksAndMessagesSpeakTheRecipientsLanguage()
    {
        App app(with("when: [{id: v, event: viewed}]\nthen:\n  - {id: t, task: {to: \"=owner\", priority: high, due: "
                     "PT2H, title: {en: \"Call {name}\", zh: \"致电{name}\"}}}\n"
                     "  - {id: own, message: {through: mail, text: hello, to: \"=owner\"}}\n  - {id: theirs, message: "
                     "{through: mail, text: hello, to: \"=email\"}}\n"));
        app.event(QStringLiteral("viewed"), app.customer());
        app.event(QStringLiteral("viewed"), app.customer({{"owner", "bob"}}));
        QStringList titles;
        for (const store::Task& made : app.tasks())
            titles << made.title;
        titles.sort();
        QCOMPARE(titles, (QStringList{QStringLiteral("Call 李雷"), QStringLiteral("致电李雷")}));
        QCOMPARE(app.tasks().at(0).due, std::optional<Instant>(monday + 2 * hour));
        QCOMPARE(app.tasks().at(0).priority, QStringLiteral("high"));
        const auto messages = app.messages();
        QCOMPARE(messages.at(0).address, QStringLiteral("wang@firm.cn"));
        QCOMPARE(messages.at(0).subject, QStringLiteral("李雷，您好"));
        QCOMPARE(messages.at(1).address, QStringLiteral("li@example.com"));
        QCOMPARE(messages.at(1).body, QStringLiteral("Dear 李雷, status new")); // unknown language: the app's first
        QCOMPARE(messages.at(2).subject, QStringLiteral("Hello 李雷"));
    }
    void aTaskIsDoneOnce()
    {
        App app(with("when: [{id: v, event: viewed}]\n" + task));
        app.event(QStringLiteral("viewed"), app.customer());
        engine::Command done;
        done.kind = engine::Command::Kind::CompleteTask;
        done.id = app.tasks().at(0).id;
        done.user = QStringLiteral("u-wang");
        app.clock.advance(minute);
        QVERIFY(app.engine->perform(done).ok);
        QCOMPARE(app.tasks().at(0).state, QStringLiteral("done"));
        QCOMPARE(app.tasks().at(0).doneAt, std::optional<Instant>(monday + minute));
        done.user = QStringLiteral("u-bob");
        const engine::Outcome second = app.engine->perform(done);
        QCOMPARE(second.problems.value(0).code, QStringLiteral("task.closed"));
        QVERIFY(second.problems.value(0).what.english().contains(QStringLiteral("王芳")));
        done.id = QStringLiteral("nope");
        QCOMPARE(app.engine->perform(done).problems.value(0).code, QStringLiteral("task.unknown"));
    }
    void nobodyToWriteToIsNoIncident()
    {
        App app(with("when: [{id: v, event: viewed}]\nthen: [{id: m, message: {through: mail, text: hello, to: "
                     "\"=email\"}}, {id: s, set: {visits: 1}}]\n"));
        const QString li = app.customer({{"email", QJsonValue()}});
        app.event(QStringLiteral("viewed"), li);
        QCOMPARE(app.messages().at(0).state, QStringLiteral("failed"));
        QVERIFY(!app.messages().at(0).words.isEmpty());
        QCOMPARE(app.text(li, QStringLiteral("visits")), QStringLiteral("1"));
        QVERIFY(app.incidents().empty());
    }

    // --- loops ---
    void itsOwnWriteDoesNotTriggerItAgain()
    {
        App app(with(
            "when: [{id: c, record: changed, fields: [visits]}]\nthen: [{id: s, set: {visits: \"=visits + 1\"}}]\n"));
        const QString li = app.customer({{"visits", 1}});
        app.update(li, {{"visits", 2}});
        QCOMPARE(app.text(li, QStringLiteral("visits")), QStringLiteral("3"));
        QVERIFY(app.incidents().empty());
    }
    void twoWorkflowsThatChaseEachOtherArePausedWithOneIncident()
    {
        Files files = smallApp();
        addWorkflow(files, "ping",
                    "when: [{id: c, record: changed, fields: [visits]}]\nthen: [{id: s, set: {status: \"=if status = "
                    "\\\"hot\\\" then \\\"won\\\" else \\\"hot\\\"\"}}]\n");
        addWorkflow(
            files, "pong",
            "when: [{id: c, record: changed, fields: [status]}]\nthen: [{id: s, set: {visits: \"=visits + 1\"}}]\n");
        App app(files);
        const QString li = app.customer({{"visits", 1}});
        QVERIFY(app.update(li, {{"visits", 2}}).ok);
        QCOMPARE(app.incidents().size(), size_t(1));
        QVERIFY(app.incidents()[0].code.startsWith(QLatin1String("workflow.too_")));
        app.update(li, {{"visits", 50}});
        QCOMPARE(app.incidents().size(), size_t(1));
    }

    // --- what the run remembers ---
    void theTraceSaysWhy()
    {
        App app(with("when: [{id: v, event: viewed, if: \"=event.seconds > 30\"}]\nthen:\n  - id: b\n    branch:\n     "
                     " - {id: many, if: \"=visits > 3\", then: [{id: s, stop: true}]}\n      - {id: few, then: [{id: "
                     "w, wait: PT1H}]}\n"));
        const QString li = app.customer({{"visits", 1}});
        app.event(QStringLiteral("viewed"), li, {{"seconds", 45}});
        const auto rows = store::traceOf(app.store->writer(), app.liveRuns(li).at(0).id);
        QCOMPARE(rows.at(0).kind, QStringLiteral("enrolled"));
        const QString why = QString::fromUtf8(QJsonDocument(rows.at(0).data).toJson(QJsonDocument::Compact));
        QVERIFY2(why.contains(QStringLiteral("\"event.seconds\":\"45\"")), qPrintable(why));
        QCOMPARE(rows.at(1).kind, QStringLiteral("branch"));
        QCOMPARE(rows.at(1).data[QStringLiteral("branch")].toString(), QStringLiteral("few"));
        QCOMPARE(rows.at(2).kind, QStringLiteral("waiting"));
        QCOMPARE(rows.at(2).data[QStringLiteral("due")].toString(), formatInstant(monday + hour));
    }
};

QTEST_GUILESS_MAIN(TestWorkflows)
#include "tst_workflows.moc"
