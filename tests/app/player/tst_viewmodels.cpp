// The player's view models over a client: what a person sees and what is asked of the runtime.
#include "fakeclient.h"

#include "app/player/dashboardmodel.h"
#include "app/player/formmodel.h"
#include "app/player/inboxmodel.h"
#include "app/player/listmodel.h"
#include "app/player/recordmodel.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace fw::player;

namespace
{

/// An app that is described and ready.
struct Bench {
    explicit Bench(int customers = 12) : client(customers), app(client)
    {
        [[maybe_unused]] const bool ready = QTest::qWaitFor([&] { return app.isReady(); });
    }
    FakeClient client;
    PlayerApp app;
};

QString cell(const ListModel& list, int row, int column, int role = Qt::DisplayRole)
{
    return list.data(list.index(row, column), role).toString();
}

} // namespace

class TestViewModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void navigationTakesTheLabelsOfItsTargets();
    void theLanguageSwitchesAtRunTime();
    void aStoreThatIsGoneIsSaidInWords();
    void aListShowsTheViewSorted();
    void aListReadsPagesAsOneScrolls();
    void searchAndChipsNarrowTheList();
    void onlyTheLatestSearchCounts();
    void aChangeElsewhereKeepsThePlace();
    void rowsCanBeDeleted();
    void aNewRecordStartsWithItsDefaults();
    void rulesSpeakWhileTyping();
    void aFieldAppearsWhenItsConditionHolds();
    void savingSendsOnlyWhatChanged();
    void refusedFieldsAreNamed();
    void aStaleRecordIsSaidSo();
    void withoutTheRightNothingCanBeEdited();
    void aRelationIsSearchedByTheServer();
    void theInboxPutsOverdueFirst();
    void completingATaskTakesItAway();
    void aRecordTellsWhyItsScore();
    void aDashboardFillsItsTiles();
    void aFigureDrillsToItsRecords();
    void aFigureOfNothingShowsNoRecords();
};

void TestViewModels::navigationTakesTheLabelsOfItsTargets()
{
    Bench bench;
    const QVariantList items = bench.app.navigation();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0].toMap()["kind"].toString(), QString("inbox"));
    QCOMPARE(items[1].toMap()["text"].toString(), QString("Customers"));
    QCOMPARE(items[2].toMap()["target"].toString(), QString("sales"));
    QTRY_COMPARE(bench.app.openTasks(), 3);
    QCOMPARE(bench.app.overdueTasks(), 1);
}

void TestViewModels::theLanguageSwitchesAtRunTime()
{
    Bench bench;
    ListModel list;
    list.setApp(&bench.app);
    list.setView("customers");
    QTRY_COMPARE(list.rowCount(), 12);
    bench.app.setLanguage("zh");
    QTRY_COMPARE(bench.app.label(), QString("客户行为管理"));
    QTRY_COMPARE(list.label(), QString("客户"));
    QCOMPARE(list.columns()[1].toMap()["title"].toString(), QString("状态"));
    QTRY_COMPARE(cell(list, 0, 1), QString("新线索"));
}

void TestViewModels::aStoreThatIsGoneIsSaidInWords()
{
    Bench bench;
    ListModel list;
    list.setApp(&bench.app);
    bench.client.failing = "data.list";
    list.setView("customers");
    QTRY_COMPARE(list.problem(), QString("The store cannot be reached. Check that the disk is there and try again."));
    QVERIFY(!list.isLoading());
    bench.client.failing.clear();
    list.reload();
    QTRY_COMPARE(list.rowCount(), 12);
    QVERIFY(list.problem().isEmpty());
}

void TestViewModels::aListShowsTheViewSorted()
{
    Bench bench;
    ListModel list;
    list.setApp(&bench.app);
    list.setView("customers");
    QTRY_COMPARE(list.rowCount(), 12);
    QCOMPARE(list.total(), 12);
    QCOMPARE(list.sortColumn(), 2);
    QVERIFY(list.sortDescending());
    QCOMPARE(cell(list, 0, 0), QString("Kaida"));
    QCOMPARE(cell(list, 0, 2), QString("145"));
    QCOMPARE(cell(list, 0, 2, ListModel::ToneRole), QString("error"));
    QCOMPARE(cell(list, 2, 1), QString("High intent"));
    QCOMPARE(cell(list, 2, 1, ListModel::ToneRole), QString("warning"));
    QCOMPARE(cell(list, 1, 4), QString("Zhao Min"));
    QCOMPARE(cell(list, 1, 5), QString("CN¥1,000.50"));
    list.sortBy(0, false);
    QTRY_COMPARE(cell(list, 0, 0), QString("Blue Harbour"));
    QCOMPARE(list.sortColumn(), 0);
}

void TestViewModels::aListReadsPagesAsOneScrolls()
{
    Bench bench(1000);
    ListModel list;
    list.setApp(&bench.app);
    list.setView("customers");
    QTRY_COMPARE(list.rowCount(), 100);
    QCOMPARE(list.total(), 1000);
    while (list.canFetchMore({})) {
        list.fetchMore({});
        QVERIFY(QTest::qWaitFor([&] { return !list.isLoading(); }));
    }
    QCOMPARE(list.rowCount(), 1000);
    QCOMPARE(bench.client.count("data.list"), 10);
    QSet<QString> ids;
    for (int row = 0; row < list.rowCount(); ++row)
        ids.insert(list.idAt(row));
    QCOMPARE(ids.size(), 1000);
}

void TestViewModels::searchAndChipsNarrowTheList()
{
    Bench bench;
    ListModel list;
    list.setApp(&bench.app);
    list.setView("customers");
    QTRY_COMPARE(list.rowCount(), 12);
    list.addChip("status", "won");
    QTRY_COMPARE(list.rowCount(), 3);
    QCOMPARE(list.chips()[0].toMap()["text"].toString(), QString("Status: Won"));
    QCOMPARE(bench.client.lastParams("data.list")["filter"].toString(), QString("status = \"won\""));
    list.addChip("status", "new");
    list.addChip("owner", "");
    QTRY_COMPARE(bench.client.lastParams("data.list")["filter"].toString(),
                 QString("owner = null and (status = \"won\" or status = \"new\")"));
    list.clearFilters();
    list.setSearch("小明");
    QTRY_COMPARE(list.total(), 2);
    QVERIFY(list.isNarrowed());
    list.setSearch("nobody");
    QTRY_COMPARE(list.total(), 0);
}

void TestViewModels::onlyTheLatestSearchCounts()
{
    Bench bench;
    ListModel list;
    list.setApp(&bench.app);
    list.setView("customers");
    QTRY_COMPARE(list.rowCount(), 12);
    const int before = bench.client.count("data.list");
    for (const char* text : {"k", "ka", "kai", "kaid", "kaida"})
        list.setSearch(text);
    QTRY_COMPARE(list.rowCount(), 2);
    QCOMPARE(bench.client.count("data.list"), before + 1); // one question for five key strokes
}

void TestViewModels::aChangeElsewhereKeepsThePlace()
{
    Bench bench;
    ListModel list;
    list.setApp(&bench.app);
    list.setView("customers");
    QTRY_COMPARE(list.rowCount(), 12);
    QSignalSpy reset(&list, &ListModel::modelReset);
    bench.client.customers()[3].values["status"] = "new";
    bench.client.announce("customer", "c3");
    QTRY_COMPARE(cell(list, 3, 1), QString("New"));
    QCOMPARE(reset.size(), 0);
    bench.client.customers().pop_back();
    bench.client.announce("customer");
    QTRY_COMPARE(list.rowCount(), 11);
}

void TestViewModels::rowsCanBeDeleted()
{
    Bench bench;
    ListModel list;
    list.setApp(&bench.app);
    list.setView("customers");
    QTRY_COMPARE(list.rowCount(), 12);
    QSignalSpy removed(&list, &ListModel::removed);
    list.remove({0, 2, 99});
    QTRY_COMPARE(list.rowCount(), 10);
    QCOMPARE(removed.first().first().toInt(), 2);
    QCOMPARE(list.rowOf("c0"), -1);
}

void TestViewModels::aNewRecordStartsWithItsDefaults()
{
    Bench bench;
    FormModel form;
    form.setApp(&bench.app);
    form.open("customer");
    QCOMPARE(form.title(), QString("New: Customer"));
    QTRY_COMPARE(form.field("status")->value().toString(), QString("new"));
    QVERIFY(!form.isDirty());
    QVERIFY(form.field("name")->isRequired());
    QVERIFY2(form.field("name")->error().isEmpty(), "nobody is scolded before typing");
    QVERIFY(form.field("orders_total")->isReadOnly());
}

void TestViewModels::rulesSpeakWhileTyping()
{
    Bench bench;
    FormModel form;
    form.setApp(&bench.app);
    form.open("customer");
    form.field("phone")->edit("138");
    QVERIFY(form.isDirty());
    QTRY_COMPARE(form.field("phone")->error(), QString("A phone number has 11 digits."));
    form.field("phone")->edit("13800138000");
    QTRY_VERIFY(form.field("phone")->error().isEmpty());
}

void TestViewModels::aFieldAppearsWhenItsConditionHolds()
{
    Bench bench;
    FormModel form;
    form.setApp(&bench.app);
    form.open("customer", "c0");
    QTRY_COMPARE(form.field("name")->value().toString(), QString("Kaida"));
    QTRY_VERIFY(!form.field("hidden")->isVisible());
    form.field("status")->edit("won");
    QTRY_VERIFY(form.field("hidden")->isVisible());
    QVERIFY(form.field("hidden")->isRequired());
}

void TestViewModels::savingSendsOnlyWhatChanged()
{
    Bench bench;
    FormModel form;
    form.setApp(&bench.app);
    form.open("customer", "c1");
    QTRY_COMPARE(form.field("name")->value().toString(), QString("Northwind"));
    form.field("name")->edit("Northwind Ltd");
    form.field("vip")->edit(true);
    form.field("source")->edit("website");
    form.field("source")->edit("expo"); // back to what it was
    QSignalSpy saved(&form, &FormModel::saved);
    form.save();
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(bench.client.lastParams("data.update")["values"].toObject(),
             (QJsonObject{{"name", "Northwind Ltd"}, {"vip", true}}));
    QVERIFY(!form.isDirty());
    form.field("phone")->edit("");
    form.save();
    QTRY_COMPARE(saved.size(), 2);
    QCOMPARE(bench.client.lastParams("data.update")["values"].toObject(), (QJsonObject{{"phone", QJsonValue()}}));
    QCOMPARE(bench.client.lastParams("data.update")["version"].toInt(), 2);
}

void TestViewModels::refusedFieldsAreNamed()
{
    Bench bench;
    FormModel form;
    form.setApp(&bench.app);
    form.open("customer", {}, {{"source", "expo"}});
    QSignalSpy refused(&form, &FormModel::refused);
    form.save();
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().toString(), QString("name"));
    QCOMPARE(form.field("name")->error(), QString("Give a name."));
    QVERIFY(form.problem().isEmpty());
    form.field("name")->edit("张三");
    QSignalSpy saved(&form, &FormModel::saved);
    form.save();
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(bench.client.lastParams("data.create")["values"].toObject(),
             (QJsonObject{{"name", "张三"}, {"source", "expo"}}));
    QCOMPARE(saved.first()[1].toString(), QString("created"));
}

void TestViewModels::aStaleRecordIsSaidSo()
{
    Bench bench;
    FormModel form;
    form.setApp(&bench.app);
    form.open("customer", "c1");
    QTRY_COMPARE(form.field("name")->value().toString(), QString("Northwind"));
    bench.client.customers()[1].version = 7;
    form.field("name")->edit("Mine");
    form.save();
    QTRY_VERIFY(form.isStale());
    QCOMPARE(form.problem(), QString("Somebody else saved this customer meanwhile."));
    QCOMPARE(form.field("name")->value().toString(), QString("Mine")); // nothing typed is lost
    form.revert();
    QTRY_COMPARE(form.field("name")->value().toString(), QString("Northwind"));
    QVERIFY(!form.isStale() && !form.isDirty());
}

void TestViewModels::withoutTheRightNothingCanBeEdited()
{
    FakeClient client;
    client.mayChange = false;
    PlayerApp app(client);
    QTRY_VERIFY(app.isReady());
    FormModel form;
    form.setApp(&app);
    form.open("customer", "c1");
    QTRY_COMPARE(form.field("name")->value().toString(), QString("Northwind"));
    form.field("name")->edit("Hacked");
    QCOMPARE(form.field("name")->value().toString(), QString("Northwind"));
    form.save();
    QCOMPARE(client.count("data.update"), 0);
    QVERIFY(form.isReadOnly());
}

void TestViewModels::aRelationIsSearchedByTheServer()
{
    Bench bench;
    FormModel form;
    form.setApp(&bench.app);
    form.open("customer", "c1");
    FieldObject* parent = form.field("parent");
    parent->find("恒信");
    QTRY_COMPARE(parent->options().size(), 2);
    parent->edit("c4");
    QCOMPARE(parent->text(), QString("恒信科技"));
    parent->find("li"); // another search forgets nothing
    QTRY_COMPARE(parent->options().size(), 2);
    QTRY_COMPARE(parent->text(), QString("恒信科技"));
}

void TestViewModels::theInboxPutsOverdueFirst()
{
    Bench bench;
    InboxModel inbox;
    inbox.setApp(&bench.app);
    QTRY_COMPARE(inbox.count(), 3);
    const auto at = [&](int row, int role) { return inbox.data(inbox.index(row), role); };
    QVERIFY(at(0, InboxModel::OverdueRole).toBool());
    QCOMPARE(at(0, InboxModel::GroupRole).toString(), QString("Overdue"));
    QCOMPARE(at(0, InboxModel::DueRole).toString(), QString("5 Jan 2026 10:00"));
    QCOMPARE(at(2, InboxModel::GroupRole).toString(), QString("No due time"));
    QCOMPARE(at(0, InboxModel::RecordRole).toString(), QString("c1"));
}

void TestViewModels::completingATaskTakesItAway()
{
    Bench bench;
    InboxModel inbox;
    inbox.setApp(&bench.app);
    QTRY_COMPARE(inbox.count(), 3);
    QSignalSpy completed(&inbox, &InboxModel::completed);
    inbox.complete("t1");
    QTRY_COMPARE(completed.size(), 1);
    QCOMPARE(completed.first().first().toString(), QString("Call Northwind: pricing page read"));
    QCOMPARE(inbox.count(), 2);
    QTRY_COMPARE(bench.app.openTasks(), 2);
    inbox.setState("done");
    QTRY_COMPARE(inbox.count(), 1);
    bench.client.failing = "data.completeTask";
    inbox.setState("open");
    QTRY_COMPARE(inbox.count(), 2);
    QSignalSpy failed(&inbox, &InboxModel::failed);
    inbox.complete("t2");
    QTRY_COMPARE(failed.size(), 1);
    QTRY_COMPARE(inbox.count(), 2); // still to be done
}

void TestViewModels::aRecordTellsWhyItsScore()
{
    Bench bench;
    RecordModel record;
    record.setApp(&bench.app);
    record.open("customer", "c1");
    QTRY_COMPARE(record.title(), QString("Northwind"));
    const QVariantMap score = record.score();
    QCOMPARE(score["total"].toString(), QString("138"));
    QCOMPARE(score["band"].toString(), QString("Hot"));
    QCOMPARE(score["tone"].toString(), QString("error"));
    QCOMPARE(score["part"].toDouble(), 1.0);
    QCOMPARE(score["reasons"].toList()[0].toMap()["points"].toString(), QString("+40"));
    QCOMPARE(score["reasons"].toList()[2].toMap()["points"].toString(), QString("−10"));
    QStringList labels;
    for (const QVariant& fact : record.facts())
        labels.append(fact.toMap()["label"].toString());
    QVERIFY(labels.contains("Owner") && !labels.contains("Intent score") && !labels.contains("Notes"));
    QTRY_COMPARE(record.timeline().size(), 3);
    QCOMPARE(record.related().first().toMap()["field"].toString(), QString("parent"));
    ListModel branches;
    branches.setApp(&bench.app);
    branches.setRelation("parent");
    branches.setTable("customer");
    QCOMPARE(bench.client.count("data.list"), 0); // not before it is known of which record
    branches.setOf("c1");
    QTRY_COMPARE(bench.client.lastParams("data.list")["of"].toString(), QString("c1"));
    record.open("customer", "gone");
    QTRY_COMPARE(record.problem(), QString("This customer no longer exists."));
}

void TestViewModels::aDashboardFillsItsTiles()
{
    Bench bench;
    DashboardModel dashboard;
    dashboard.setApp(&bench.app);
    bench.client.failing = {};
    dashboard.setDashboard("sales");
    QCOMPARE(dashboard.tiles().size(), 9);
    const TileObject* first = dashboard.tiles().first();
    QTRY_VERIFY(first->isLoaded());
    QCOMPARE(first->answer()["value"].toString(), QString("12"));
    QCOMPARE(first->width(), 3);
    bench.client.announce("customer");
    const int before = bench.client.count("data.tile");
    QTRY_COMPARE(bench.client.count("data.tile"), before + 9);
}

void TestViewModels::aFigureDrillsToItsRecords()
{
    Bench bench;
    DashboardModel dashboard;
    dashboard.setApp(&bench.app);
    dashboard.setDashboard("sales");
    QSignalSpy drilled(&dashboard, &DashboardModel::drilled);
    dashboard.drill("by_source", "expo", "Trade fair");
    QTRY_COMPARE(drilled.size(), 1);
    QCOMPARE(dashboard.records()->rowCount(), 6);
    QCOMPARE(dashboard.recordsTitle(), QString("Trade fair"));
    QCOMPARE(cell(*dashboard.records(), 0, 3), QString("Trade fair"));
    bench.client.failing = "data.drill";
    QSignalSpy failed(&dashboard, &DashboardModel::failed);
    dashboard.drill("hot", {}, "Hot leads");
    QTRY_COMPARE(failed.size(), 1);
}

void TestViewModels::aFigureOfNothingShowsNoRecords()
{
    Bench bench;
    ListModel list;
    list.setApp(&bench.app);
    list.showDrill({{"table", "customer"}, {"ids", QJsonArray()}});
    QCOMPARE(list.total(), 0);
    QTest::qWait(0);
    QCOMPARE(list.rowCount(), 0);
    QCOMPARE(bench.client.count("data.list"), 0);
}

QTEST_MAIN(TestViewModels)
#include "tst_viewmodels.moc"
