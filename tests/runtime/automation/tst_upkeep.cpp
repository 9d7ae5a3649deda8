#include "../testapp.h"
#include "runtime/automation/versions.h"
#include "runtime/store/causes.h"
#include "runtime/store/changes.h"
#include "runtime/store/timekeeping.h"

#include <QTest>

using namespace fw;
using namespace fw::testing;
using automation::RunPolicy;
using engine::TimeReading;

namespace
{

Files with(const QByteArray& workflow)
{
    Files files = smallApp();
    addWorkflow(files, "w", workflow);
    return files;
}

const QByteArray waiting = "when: [{id: v, event: viewed}]\nthen: [{id: p, wait: PT1H}, {id: s, set: {visits: 1}}]\n";

engine::Outcome operate(App& app, const QString& target, const QString& id, const QString& action,
                        const QJsonObject& values = {})
{
    engine::Command command;
    command.kind = engine::Command::Kind::Operate;
    command.user = QStringLiteral("u-wang");
    command.table = target;
    command.id = id;
    command.action = action;
    command.values = values;
    return app.engine->perform(command);
}

QString onlyRun(App& app, const QString& record)
{
    return app.liveRuns(record).at(0).id;
}

} // namespace

/// What goes on beside the workflows themselves: jumps of the clock, publishing over live runs, crashes, incidents, old rows.
class TestUpkeep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- the clock ---
    void aJumpForwardHoldsWhatItMadeDue()
    {
        App app(with(waiting));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        app.engine->runDue(100, TimeReading{app.clock.now(), 1000});
        app.clock.advance(3 * day);
        QCOMPARE(app.engine->runDue(100, TimeReading{app.clock.now(), 61'000}), 0);
        QCOMPARE(app.incidents().at(0).code, QStringLiteral("clock.jumped"));
        QCOMPARE(app.engine->nextDue(), std::optional<Instant>(app.clock.now() + hour));
        // A person confirms.
        QVERIFY(operate(app, QStringLiteral("clock"), {}, QStringLiteral("release")).ok);
        QVERIFY(app.incidents().empty());
        QCOMPARE(app.engine->runDue(100, TimeReading{app.clock.now(), 62'000}), 1);
        QCOMPARE(app.text(li, QStringLiteral("visits")), QStringLiteral("1"));
    }
    void whatIsHeldGoesOnAfterAnHour()
    {
        App app(with(waiting));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        app.engine->runDue(100, TimeReading{app.clock.now(), 0});
        app.clock.advance(3 * day);
        app.engine->runDue(100, TimeReading{app.clock.now(), minute});
        // What is armed after the jump is not held.
        app.event(QStringLiteral("viewed"), app.customer());
        app.clock.advance(hour - 1);
        QCOMPARE(app.engine->runDue(100, TimeReading{app.clock.now(), minute + hour - 1}), 0);
        app.clock.advance(1);
        QCOMPARE(app.engine->runDue(100, TimeReading{app.clock.now(), minute + hour}), 2);
        QVERIFY(app.incidents().empty());
    }
    void settingTheClockBackLetsGoAndFiresNothingTwice()
    {
        App app(with(waiting));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        app.engine->runDue(100, TimeReading{app.clock.now(), 0});
        app.clock.advance(3 * day);
        app.engine->runDue(100, TimeReading{app.clock.now(), minute});
        app.clock.set(monday + 2 * minute);
        QCOMPARE(app.engine->runDue(100, TimeReading{app.clock.now(), 2 * minute}), 0);
        QVERIFY(app.incidents().empty());
        app.clock.set(monday + hour);
        QCOMPARE(app.engine->runDue(100, TimeReading{app.clock.now(), hour}), 1);
        app.clock.set(monday);
        QCOMPARE(app.engine->runDue(100, TimeReading{app.clock.now(), hour + minute}), 0);
    }
    void sleepIsNoJump()
    {
        App app(with(waiting));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        app.engine->runDue(100, TimeReading{app.clock.now(), 0});
        app.clock.advance(3 * day);
        QCOMPARE(app.engine->runDue(100, TimeReading{app.clock.now(), 3 * day}), 1);
        QVERIFY(app.incidents().empty());
    }

    // --- publishing over live runs ---
    void runsKeepTheirDefinitionUnlessMovedOrStopped_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<QString>("visits");
        QTest::newRow("keep") << int(RunPolicy::Kind::Keep) << QStringLiteral("1");
        QTest::newRow("move") << int(RunPolicy::Kind::Move) << QStringLiteral("2");
        QTest::newRow("stop") << int(RunPolicy::Kind::Stop) << QString();
    }
    void runsKeepTheirDefinitionUnlessMovedOrStopped()
    {
        QFETCH(int, policy);
        App app(with(waiting));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        QByteArray changed = waiting;
        publish(*app.store, with(changed.replace("visits: 1", "visits: 2")), app.clock.now());
        QVERIFY(app.engine->reloadPlan().ok());
        const auto settled = app.engine->settleRuns({RunPolicy::Kind(policy), {}});
        QVERIFY2(settled.ok(), settled ? "" : qPrintable(settled.error().text()));
        app.pass(hour);
        QTEST(app.text(li, QStringLiteral("visits")), "visits");
    }
    void aVanishedStepNeedsATarget()
    {
        App app(with(waiting));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        publish(*app.store,
                with("when: [{id: v, event: viewed}]\nthen: [{id: other, wait: PT5H}, {id: end, set: {visits: 9}}]\n"),
                app.clock.now());
        QVERIFY(app.engine->reloadPlan().ok());
        const auto refused = app.engine->settleRuns({RunPolicy::Kind::Move, {}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QStringLiteral("publish.no_target"));
        QVERIFY(app.engine->settleRuns({RunPolicy::Kind::Move, {{QStringLiteral("w/p"), QStringLiteral("end")}}}).ok());
        QCOMPARE(app.text(li, QStringLiteral("visits")), QStringLiteral("9")); // "end" is a step here
    }
    void aRemovedFieldIsAnIncident()
    {
        App app(with(waiting));
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        Files files = smallApp();
        QByteArray& table = files["tables/customer.yaml"];
        for (const char* line : {"  - {id: visits, type: number, decimals: 0, label: Visits}\n",
                                 "  - {id: double_visits, type: computed, result: number, decimals: 0, value: "
                                 "\"=visits * 2\", label: Double}\n",
                                 "validate:\n  - {id: few, check: \"=visits < 1000\", text: \"Too many visits.\"}\n"})
            table.replace(line, "");
        publish(*app.store, files, app.clock.now());
        app.pass(hour);
        QCOMPARE(app.incidents().at(0).code, QStringLiteral("workflow.no_field"));
        QCOMPARE(app.liveRuns(li).at(0).state, store::Run::State::Incident);
    }
    void waitsInWorkingTimeFollowTheCalendar()
    {
        Files files = with("when: [{id: v, event: viewed}]\nthen: [{id: p, wait: {workdays: 1, calendar: office}}]\n");
        const QByteArray calendar = "kind: calendar\nid: office\nlabel: Office\nhours:\n  monday: [\"09:00-18:00\"]\n  "
                                    "tuesday: [\"09:00-18:00\"]\n  wednesday: [\"10:00-18:00\"]\n";
        files["calendars/office.yaml"] = calendar;
        App app(files);
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        QCOMPARE(app.liveRuns(li).at(0).due, std::optional<Instant>(monday + day));
        files["calendars/office.yaml"] = calendar + "holidays: [{from: 2026-01-06}]\n";
        publish(*app.store, files, app.clock.now());
        app.engine->runDue();
        QCOMPARE(app.liveRuns(li).at(0).due, std::optional<Instant>(monday + 2 * day + hour));
        app.pass(2 * day + hour);
        QVERIFY(app.liveRuns(li).empty());
    }

    // --- crashes ---
    void aRunThatCrashesTwiceAtOneStepIsParkedAndTheRestGoesOn()
    {
        App app(with(waiting));
        const QString bad = app.customer(), good = app.customer();
        app.event(QStringLiteral("viewed"), bad);
        app.event(QStringLiteral("viewed"), good);
        // As a crash in the middle of their steps leaves them; for one it is the second time.
        QVERIFY(app.store
                    ->commit([&] {
                        for (const QString& id : {bad, good}) {
                            store::Run run = app.liveRuns(id).at(0);
                            run.state = store::Run::State::Ready;
                            run.outcome = QStringLiteral("happened");
                            store::updateRun(app.store->writer(), run);
                        }
                        store::countCrash(app.store->writer(), onlyRun(app, bad));
                    })
                    .ok());
        app.restart();
        app.engine->runDue();
        QCOMPARE(app.text(good, QStringLiteral("visits")), QStringLiteral("1"));
        QCOMPARE(app.text(bad, QStringLiteral("visits")), QString());
        QCOMPARE(app.incidents().size(), size_t(1));
        QCOMPARE(app.incidents()[0].code, QStringLiteral("workflow.crashed"));
        QVERIFY(operate(app, QStringLiteral("run"), onlyRun(app, bad), QStringLiteral("retry")).ok);
        QVERIFY(app.incidents().empty());
    }

    // --- incidents ---
    void anIncidentIsRetriedSkippedJumpedOverOrCancelled()
    {
        App app(
            with("when: [{id: v, event: viewed}]\nthen: [{id: a, set: {visits: 5000}}, {id: b, set: {status: won}}, "
                 "{id: c, task: {to: \"=owner\", title: x}}]\n"));
        QStringList ids;
        for (int i = 0; i < 4; ++i) {
            ids << app.customer();
            app.event(QStringLiteral("viewed"), ids.last());
        }
        QCOMPARE(app.incidents().size(), size_t(4)); // more than 1000 visits are refused
        const auto act = [&](int which, const char* action, const QJsonObject& values = {}) {
            return operate(app, QStringLiteral("run"), onlyRun(app, ids[which]), QString::fromLatin1(action), values);
        };
        QVERIFY(act(0, "retry").ok); // nothing has changed: it fails again
        QCOMPARE(app.incidents().size(), size_t(4));
        QVERIFY(act(1, "skip").ok);
        QCOMPARE(app.text(ids[1], QStringLiteral("status")), QStringLiteral("won"));
        QVERIFY(act(2, "jump", {{"step", "c"}}).ok);
        QCOMPARE(app.text(ids[2], QStringLiteral("status")), QStringLiteral("new"));
        QCOMPARE(app.tasks().size(), size_t(2));
        QCOMPARE(act(3, "jump", {{"step", "nowhere"}}).problems.value(0).code, QStringLiteral("operate.no_step"));
        QVERIFY(act(3, "cancel").ok);
        QCOMPARE(app.incidents().size(), size_t(1));
        QVERIFY(app.liveRuns(ids[3]).empty());
        QCOMPARE(
            operate(app, QStringLiteral("run"), QStringLiteral("none"), QStringLiteral("retry")).problems.value(0).code,
            QStringLiteral("operate.unknown"));
    }
    void aMessageInDoubtIsDecidedByAPerson()
    {
        App app(with("when: [{id: v, event: viewed}]\nthen: [{id: m, message: {through: mail, text: hello, to: "
                     "\"=email\"}}]\nreenter: parallel\nparallel_limit: 9\n"));
        const QString li = app.customer();
        using connectors::Receipt;
        for (int i = 0; i < 3; ++i) {
            app.event(QStringLiteral("viewed"), li);
            app.connector.answers.push_back({Receipt::Class::InDoubt, QStringLiteral("lost"), {}, {}});
            QVERIFY(app.worker->work(app.clock.now()).ok());
        }
        const auto rows = app.messages();
        QCOMPARE(app.incidents().size(), size_t(3));
        QVERIFY(operate(app, QStringLiteral("message"), rows[0].key, QStringLiteral("sent")).ok);
        QVERIFY(operate(app, QStringLiteral("message"), rows[1].key, QStringLiteral("retry"),
                        {{"address", "new@example.com"}})
                    .ok);
        QVERIFY(operate(app, QStringLiteral("message"), rows[2].key, QStringLiteral("skip")).ok);
        QVERIFY(app.incidents().empty());
        QCOMPARE(*app.worker->work(app.clock.now()), 1);
        QCOMPARE(app.connector.messages.back().to, QStringLiteral("new@example.com"));
        QCOMPARE(app.messages().at(1).repeats, 1); // shown as a repeat
    }
    void aPausedWorkflowIsLetGoOn()
    {
        Files files = smallApp();
        addWorkflow(files, "w",
                    "when: [{id: v, event: viewed}]\nreenter: parallel\nparallel_limit: 99\nthen: [{id: s, "
                    "start: {workflow: w, wait: false}}]\n");
        App app(files);
        app.event(QStringLiteral("viewed"), app.customer());
        QCOMPARE(store::pausedWorkflows(app.store->writer()), QStringList{QStringLiteral("w")});
        QVERIFY(operate(app, QStringLiteral("workflow"), QStringLiteral("w"), QStringLiteral("resume")).ok);
        QVERIFY(store::pausedWorkflows(app.store->writer()).isEmpty());
        QVERIFY(app.incidents().empty());
    }

    // --- old rows ---
    void whatIsOldGoesAPieceAtATime()
    {
        App app(with(waiting));
        const QString li = app.customer();
        engine::Command keyed = App::eventCommand(QStringLiteral("viewed"), li, {}, QStringLiteral("k1"));
        QVERIFY(app.engine->perform(keyed).ok);
        const QString run = onlyRun(app, li);
        app.pass(2 * hour);
        QVERIFY(!store::changesAfter(app.store->writer(), 0).isEmpty());
        QVERIFY(store::keptReply(app.store->writer(), QStringLiteral("k1"), 0));
        app.clock.advance(8 * day);
        app.engine->runDue();
        QVERIFY(store::changesAfter(app.store->writer(), 0).isEmpty());
        QVERIFY(!store::traceOf(app.store->writer(), run).empty());
        QVERIFY(store::keptReply(app.store->writer(), QStringLiteral("k1"), 0));
        app.clock.advance(83 * day);
        app.engine->runDue();
        QVERIFY(store::traceOf(app.store->writer(), run).empty());
        QVERIFY(!store::keptReply(app.store->writer(), QStringLiteral("k1"), 0));
    }
};

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
