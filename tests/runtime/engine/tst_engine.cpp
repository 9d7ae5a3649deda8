#include "../testapp.h"

#include <QJsonDocument>
#include <QTest>

using namespace fw;
using namespace fw::testing;
using engine::Command;
using engine::Outcome;

class TestEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- commands and answers ---
    void aRecordIsCreatedChangedAndDeleted()
    {
        App app(smallApp());
        const Outcome created = app.create(QStringLiteral("customer"), {{"name", "李雷"}, {"visits", "2"}});
        QVERIFY2(created.ok, qPrintable(created.problems.value(0).toString()));
        QCOMPARE(created.outcome, QStringLiteral("created"));
        QCOMPARE(created.version, 1);
        QCOMPARE(app.text(created.id, QStringLiteral("double_visits")), QStringLiteral("4"));
        const Outcome updated = app.update(created.id, {{"visits", "5"}});
        QCOMPARE(updated.outcome, QStringLiteral("updated"));
        QCOMPARE(updated.version, 2);
        QVERIFY(updated.seq > created.seq);
        Command remove;
        remove.kind = Command::Kind::Delete;
        remove.table = QStringLiteral("customer");
        remove.match = {{"name", "李雷"}};
        QCOMPARE(app.engine->perform(remove).outcome, QStringLiteral("deleted"));
    }
    void whatIsWrongIsSaidWithTheField()
    {
        App app(smallApp());
        const Outcome outcome = app.create(QStringLiteral("customer"), {{"visits", "5000"}});
        QVERIFY(!outcome.ok);
        QVERIFY(outcome.problems.size() >= 1);
        const QJsonObject json = outcome.toJson();
        QCOMPARE(json["ok"].toBool(true), false);
        QVERIFY(json["error"].toObject()["code"].toString().startsWith(QLatin1String("record.")));
        QVERIFY(!json["error"].toObject()["text"].toString().isEmpty());
        QCOMPARE(app.create(QStringLiteral("no_such"), {}).problems.value(0).code,
                 QStringLiteral("record.unknown_table"));
    }
    void oneBadCommandLeavesTheOthersStanding()
    {
        App app(smallApp());
        Command good;
        good.table = QStringLiteral("customer");
        good.values = {{"name", "a"}};
        Command bad = good;
        bad.values = {};
        const QList<Outcome> outcomes = app.engine->perform({good, bad, good});
        QCOMPARE(outcomes.size(), 3);
        QVERIFY(outcomes[0].ok && !outcomes[1].ok && outcomes[2].ok);
        QCOMPARE(app.text(outcomes[2].id, QStringLiteral("name")), QStringLiteral("a"));
    }

    // --- keys ---
    void aKeyIsAnsweredOnce()
    {
        App app(smallApp());
        const Outcome first = app.create(QStringLiteral("customer"), {{"name", "a"}}, QStringLiteral("k1"));
        const Outcome again = app.create(QStringLiteral("customer"), {{"name", "a"}}, QStringLiteral("k1"));
        QVERIFY(first.ok && !first.repeated);
        QVERIFY(again.ok && again.repeated);
        QCOMPARE(again.toJson(), first.toJson());
        const Outcome other = app.create(QStringLiteral("customer"), {{"name", "b"}}, QStringLiteral("k1"));
        QCOMPARE(other.problems.value(0).code, QStringLiteral("key_reused"));
    }
    void aRefusedCommandDoesNotUseUpItsKey()
    {
        App app(smallApp());
        QVERIFY(!app.create(QStringLiteral("customer"), {{"visits", "1"}}, QStringLiteral("k1")).ok);
        QVERIFY(app.create(QStringLiteral("customer"), {{"name", "a"}, {"visits", "1"}}, QStringLiteral("k1")).ok);
    }
    void keysAreKeptForNinetyDays()
    {
        App app(smallApp());
        const Outcome first = app.create(QStringLiteral("customer"), {{"name", "a"}}, QStringLiteral("k1"));
        app.clock.advance(90 * day);
        QCOMPARE(app.create(QStringLiteral("customer"), {{"name", "a"}}, QStringLiteral("k1")).id, first.id);
        app.clock.advance(1);
        const Outcome later = app.create(QStringLiteral("customer"), {{"name", "a"}}, QStringLiteral("k1"));
        QVERIFY(later.ok && !later.repeated);
        QVERIFY(later.id != first.id);
    }
    void anEventOfOneKeyStartsOneRun()
    {
        Files files = smallApp();
        addWorkflow(files, "look",
                    "when: [{id: v, event: viewed}]\nthen: [{id: mark, set: {status: hot}}, {id: call, task: {to: "
                    "\"=owner\", title: Call}}]\n");
        App app(files);
        const QString li = app.customer();
        const Command viewed = App::eventCommand(QStringLiteral("viewed"), li, {}, QStringLiteral("e1"));
        QVERIFY(app.engine->perform(viewed).ok);
        QVERIFY(app.engine->perform(viewed).repeated);
        QCOMPARE(app.tasks().size(), size_t(1));
    }

    // --- one durable commit ---
    void whenTheCommitFailsNothingIsAcknowledged()
    {
        QTemporaryDir dir;
        App app(smallApp(), dir.filePath(QStringLiteral("s.fw")));
        // A full disk, as SQLite sees it.
        QVERIFY(app.store->writer().execute("PRAGMA max_page_count = 1").ok());
        Command big;
        big.table = QStringLiteral("customer");
        big.values = {{"name", QString(200'000, QChar(u'客'))}};
        Command small = big;
        small.values = {{"name", "b"}};
        const QList<Outcome> outcomes = app.engine->perform({small, big, small});
        QCOMPARE(outcomes.size(), 3);
        for (const Outcome& outcome : outcomes) {
            QVERIFY(!outcome.ok);
            QCOMPARE(outcome.problems.value(0).code, QStringLiteral("store.full"));
        }
        QVERIFY(app.store->writer().execute("PRAGMA max_page_count = 1073741823").ok());
        Command find;
        find.kind = Command::Kind::Delete;
        find.table = QStringLiteral("customer");
        find.match = {{"name", "b"}};
        QCOMPARE(app.engine->perform(find).problems.value(0).code, QStringLiteral("record.unknown_record"));
        QVERIFY(app.engine->perform(small).ok);
    }
    void theSizeOfAGroupDoesNotChangeTheResult()
    {
        Files files = smallApp();
        addWorkflow(files, "count",
                    "when: [{id: v, event: viewed}]\nreenter: parallel\nparallel_limit: 100\nthen: [{id: add, set: "
                    "{visits: \"=if visits = null then 1 else visits + 1\"}}]\n");
        const auto play = [&](qsizetype group) {
            App app(files);
            const QString li = app.customer();
            QList<Command> commands;
            for (int i = 0; i < 9; ++i) {
                commands << App::eventCommand(QStringLiteral("viewed"), li, {{"seconds", i}},
                                              QStringLiteral("e%1").arg(i));
                if (commands.size() == group) {
                    app.engine->perform(commands);
                    commands.clear();
                }
            }
            return app.text(li, QStringLiteral("visits"));
        };
        QCOMPARE(play(1), QStringLiteral("9"));
        QCOMPARE(play(3), QStringLiteral("9"));
        QCOMPARE(play(9), QStringLiteral("9"));
    }

    // --- units ---
    void aFailingActivationIsAnIncidentAndNeverUndoesItsCause()
    {
        Files files = smallApp();
        addWorkflow(files, "bad", "when: [{id: v, event: viewed}]\nthen: [{id: too_much, set: {visits: 5000}}]\n");
        App app(files);
        const QString li = app.customer();
        const Outcome viewed = app.event(QStringLiteral("viewed"), li, {{"page", "pricing"}});
        QVERIFY(viewed.ok);
        QCOMPARE(app.text(li, QStringLiteral("intent")), QStringLiteral("90"));
        QCOMPARE(app.incidents().size(), size_t(1));
        QCOMPARE(app.incidents()[0].step, QStringLiteral("too_much"));
        QVERIFY(app.incidents()[0].words.contains(QStringLiteral("Too many visits")));
        QCOMPARE(app.liveRuns(li).at(0).state, store::Run::State::Incident);
        QCOMPARE(app.text(li, QStringLiteral("visits")), QString());
    }
    void aStepSeesWhatTheStepBeforeDid()
    {
        Files files = smallApp();
        addWorkflow(files, "chain",
                    "when: [{id: v, event: viewed}]\nthen:\n  - {id: a, set: {visits: 3}}\n  - id: b\n    branch:\n    "
                    "  - {id: six, if: \"=double_visits = 6\", then: [{id: c, set: {status: won}}]}\n");
        App app(files);
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        QCOMPARE(app.text(li, QStringLiteral("status")), QStringLiteral("won"));
    }
    void aNewPublishIsFollowedAndRunsKeepTheirVersion()
    {
        Files files = smallApp();
        addWorkflow(files, "slow",
                    "when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT1H}, {id: s, set: {status: hot}}]\n");
        App app(files);
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        addWorkflow(files, "slow",
                    "when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT1H}, {id: s, set: {status: won}}]\n");
        publish(*app.store, files, app.clock.now());
        const QString han = app.customer();
        app.event(QStringLiteral("viewed"), han);
        QCOMPARE(app.engine->plan().number, 2);
        app.pass(hour);
        QCOMPARE(app.text(li, QStringLiteral("status")), QStringLiteral("hot"));
        QCOMPARE(app.text(han, QStringLiteral("status")), QStringLiteral("won"));
    }
    void aPinnedVersionSurvivesARestart()
    {
        Files files = smallApp();
        addWorkflow(files, "slow",
                    "when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT1H}, {id: s, set: {status: hot}}]\n");
        App app(files);
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        files.remove(QStringLiteral("workflows/slow.yaml"));
        publish(*app.store, files, app.clock.now());
        app.restart();
        app.pass(hour);
        QCOMPARE(app.text(li, QStringLiteral("status")), QStringLiteral("hot"));
    }

    // --- timers ---
    void timersFireInDueOrder()
    {
        Files files = smallApp();
        addWorkflow(files, "a",
                    "when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT2H}, {id: t, task: {to: \"=owner\", title: "
                    "second}}]\n");
        addWorkflow(files, "b",
                    "when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT1H}, {id: t, task: {to: \"=owner\", title: "
                    "first}}]\n");
        App app(files);
        app.event(QStringLiteral("viewed"), app.customer());
        QCOMPARE(app.engine->nextDue(), std::optional<Instant>(monday + hour));
        app.clock.advance(3 * hour); // the machine slept
        QCOMPARE(app.engine->runDue(1), 1);
        QCOMPARE(app.tasks().at(0).title, QStringLiteral("first"));
        QCOMPARE(app.engine->runDue(), 1);
        QCOMPARE(app.tasks().size(), size_t(2));
        QCOMPARE(app.engine->runDue(), 0);
    }
    void whatIsLateIsMarkedLate()
    {
        Files files = smallApp();
        addWorkflow(files, "a", "when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT1H}, {id: x, wait: PT1H}]\n");
        App app(files);
        const QString li = app.customer();
        app.event(QStringLiteral("viewed"), li);
        const QString run = app.liveRuns(li).at(0).id;
        app.clock.advance(hour + 61'000);
        app.engine->runDue();
        app.clock.advance(hour + 60'000); // up to 60 s counts as on time
        app.engine->runDue();
        QList<bool> late;
        for (const store::TraceRow& row : store::traceOf(app.store->writer(), run)) {
            if (row.kind == QLatin1String("resumed"))
                late << row.data.contains(QStringLiteral("late"));
        }
        QCOMPARE(late, (QList<bool>{true, false}));
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
