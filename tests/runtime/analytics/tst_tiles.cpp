#include "../world.h"

#include "runtime/analytics/analytics.h"

using namespace fw;
using namespace fw::testing;
using analytics::Alert;
using analytics::TileResult;
using plan::Tile;

namespace
{

/// A world with three customers and six orders around New Year, Shanghai time.
struct Shop : World {
    Shop()
    {
        store::Connection& c = connection();
        saveUserNamed(c, QStringLiteral("u-wang"), QStringLiteral("wang"), QStringLiteral("王芳"));
        saveUserNamed(c, QStringLiteral("u-chen"), QStringLiteral("chen"), QStringLiteral("陈晨"));
        a = create(QStringLiteral("customer"),
                   {{"name", "甲公司"}, {"phone", "13500000001"}, {"source", "expo"}, {"owner", "wang"}, {"size", 10}});
        b = create(
            QStringLiteral("customer"),
            {{"name", "乙公司"}, {"phone", "13500000002"}, {"source", "website"}, {"owner", "chen"}, {"size", 500}});
        c3 = create(QStringLiteral("customer"), {{"name", "丙公司"}, {"phone", "13500000003"}});
        order("SO-1", a, "1200.50", "2026-01-05");
        order("SO-2", a, "799.50", "2026-01-05");
        order("SO-3", b, "100", "2026-01-02");
        order("SO-4", b, "0.01", "2025-12-31");
        order("SO-5", c3, "50", "2025-12-29");
        order("SO-6", c3, nullptr, "2026-01-04");
    }
    static void saveUserNamed(store::Connection& c, const QString& id, const QString& login, const QString& name);
    void order(const char* number, const QString& customer, const char* amount, const char* on)
    {
        QJsonObject values{
            {"number", QLatin1String(number)}, {"customer", customer}, {"ordered_on", QLatin1String(on)}};
        if (amount)
            values.insert(QStringLiteral("amount"), QLatin1String(amount));
        create(QStringLiteral("order"), values);
    }

    Tile tile(Tile::Kind kind, const QString& from, const QString& value, const QString& where = {})
    {
        Tile made;
        made.kind = kind;
        made.from = from;
        made.value = feel::asAggregate(value);
        if (!where.isEmpty())
            made.where =
                expression(*plan, where, QString(from).replace(QStringLiteral("event."), QStringLiteral("event:")));
        return made;
    }
    analytics::Request request(const Tile& tile)
    {
        analytics::Request request;
        request.tile = &tile;
        request.now = clock.now();
        request.language = QStringLiteral("zh");
        return request;
    }
    TileResult figure(const Tile& tile)
    {
        auto result = analytics::tile(connection(), *plan, request(tile));
        if (!result) {
            qWarning("%s", qPrintable(result.error().text()));
            return {};
        }
        return *result;
    }
    QString value(const Tile& tile) { return figure(tile).value.toText(); }

    QString a, b, c3;
};

QStringList told(const TileResult& result)
{
    QStringList lines;
    for (const analytics::Group& group : result.groups) {
        QString line = group.label + (group.splitLabel.isEmpty() ? QString() : QLatin1Char('/') + group.splitLabel) +
                       QLatin1Char('=');
        QStringList values;
        for (const feel::Value& value : group.values)
            values.append(value.kind() == feel::Value::Kind::Number ? value.number().normalizedString()
                                                                    : value.toText());
        lines.append(line + values.join(QLatin1Char('|')) + (group.incomplete ? QStringLiteral("…") : QString()));
    }
    return lines;
}

} // namespace

#include "runtime/store/users.h"

void Shop::saveUserNamed(store::Connection& c, const QString& id, const QString& login, const QString& name)
{
    store::User user;
    user.id = id;
    user.login = login;
    user.name = name;
    store::saveUser(c, user, 0);
}

class TestTiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyAggregateIsExact_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("count") << "count()"
                               << "6";
        QTest::newRow("count with a condition") << "count(amount >= 100)"
                                                << "3";
        QTest::newRow("sum of money") << "sum(amount)"
                                      << "2150.01";
        QTest::newRow("sum with a condition") << "sum(amount, number != \"SO-1\")"
                                              << "949.51";
        QTest::newRow("blanks do not count in an average") << "avg(amount)"
                                                           << "430.002";
        QTest::newRow("min") << "min(amount)"
                             << "0.01";
        QTest::newRow("max of a date") << "max(ordered_on)"
                                       << "2026-01-05";
        QTest::newRow("median is counted here") << "median(amount)"
                                                << "100";
        QTest::newRow("distinct") << "count_distinct(customer)"
                                  << "3";
        QTest::newRow("arithmetic") << "sum(amount) / count() * 2"
                                    << "716.67";
        QTest::newRow("an argument the database cannot say") << "sum(amount * 2)"
                                                             << "4300.02";
        QTest::newRow("over a relation") << "max(customer.size)"
                                         << "500";
        QTest::newRow("division by zero is nothing") << "sum(amount) / count(amount > 1000000)"
                                                     << "null";
    }
    void everyAggregateIsExact()
    {
        QFETCH(QString, value);
        QFETCH(QString, expected);
        Shop shop;
        const feel::Value result = shop.figure(shop.tile(Tile::Kind::Kpi, QStringLiteral("order"), value)).value;
        QCOMPARE(result.kind() == feel::Value::Kind::Number ? result.number().normalizedString() : result.toText(),
                 expected);
    }

    void aConditionGivesTheSameWhetherTheDatabaseTellsItOrNot_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("expected");
        QTest::newRow("comparison") << "amount > 99.995"
                                    << "3";
        QTest::newRow("a blank is not met") << "not(amount > 100)"
                                            << "3";
        QTest::newRow("null test") << "amount = null"
                                   << "1";
        QTest::newRow("relation") << "customer.source = \"expo\""
                                  << "2";
        QTest::newRow("today, shifted") << "ordered_on >= today() - duration(\"P1D\")"
                                        << "3";
        QTest::newRow("arithmetic") << "amount * 2 > 1000"
                                    << "2";
        QTest::newRow("text function") << "ends with(number, \"3\")"
                                       << "1";
    }
    void aConditionGivesTheSameWhetherTheDatabaseTellsItOrNot()
    {
        QFETCH(QString, where);
        QFETCH(QString, expected);
        Shop shop;
        const Tile pushed = shop.tile(Tile::Kind::Kpi, QStringLiteral("order"), QStringLiteral("count()"), where);
        const Tile here = shop.tile(Tile::Kind::Kpi, QStringLiteral("order"), QStringLiteral("count()"),
                                    QStringLiteral("if true then (%1) else false").arg(where));
        QCOMPARE(shop.value(pushed), expected);
        QCOMPARE(shop.value(here), expected);
    }

    void groupsByChoiceStandInTheirOwnOrderWithTheirLabels()
    {
        Shop shop;
        Tile tile = shop.tile(Tile::Kind::Bar, QStringLiteral("customer"), QStringLiteral("count()"));
        tile.by = QStringLiteral("source");
        QCOMPARE(told(shop.figure(tile)),
                 QStringList({QStringLiteral("展会=1"), QStringLiteral("官网=1"), QStringLiteral("=1")}));
    }

    void groupsOverARelationStandByValueAndTotalsAreComputedAfresh()
    {
        Shop shop;
        Tile tile = shop.tile(Tile::Kind::Table, QStringLiteral("order"), QStringLiteral("sum(amount)"));
        tile.by = QStringLiteral("customer.owner");
        plan::Column mean;
        mean.id = QStringLiteral("mean");
        mean.value = feel::asAggregate(QStringLiteral("avg(amount)"));
        plan::Column buyers;
        buyers.id = QStringLiteral("buyers");
        buyers.value = feel::asAggregate(QStringLiteral("count_distinct(customer)"));
        tile.columns = {mean, buyers};
        const TileResult result = shop.figure(tile);
        QCOMPARE(told(result), QStringList({QStringLiteral("王芳=2000|1000|1"), QStringLiteral("陈晨=100.01|50.005|1"),
                                            QStringLiteral("=50|50|1")}));
        QCOMPARE(result.totals[0].number(), *feel::Decimal::fromString(u"2150.01"));
        QCOMPARE(result.totals[1].number(), *feel::Decimal::fromString(u"430.002")); // not the mean of the means
        QCOMPARE(result.totals[2].number(), feel::Decimal(3));
    }

    void daysAreCutInTheAppsZoneAndGapsAreFilled()
    {
        Shop shop;
        Tile tile = shop.tile(Tile::Kind::Line, QStringLiteral("order"), QStringLiteral("sum(amount)"));
        tile.at = QStringLiteral("ordered_on");
        tile.every = QStringLiteral("day");
        QCOMPARE(told(shop.figure(tile)),
                 QStringList({"2025-12-29=50", "2025-12-30=0", "2025-12-31=0.01", "2026-01-01=0", "2026-01-02=100",
                              "2026-01-03=0", "2026-01-04=null", "2026-01-05=2000…"}));
        tile.every = QStringLiteral("week");
        QCOMPARE(told(shop.figure(tile)), QStringList({"2025-12-29=150.01", "2026-01-05=2000…"}));
        tile.every = QStringLiteral("month");
        QCOMPARE(told(shop.figure(tile)), QStringList({"2025-12=50.01", "2026-01=2100…"}));
    }

    void instantsFallIntoTheLocalDay()
    {
        Shop shop;                               // 08:00 in Shanghai is midnight UTC
        shop.clock.set(shop.clock.now() - hour); // 07:00, still the day before in UTC
        shop.create(QStringLiteral("order"), {{"number", "SO-7"}});
        Tile tile = shop.tile(Tile::Kind::Bar, QStringLiteral("order"), QStringLiteral("count()"));
        tile.every = QStringLiteral("day");
        QCOMPARE(told(shop.figure(tile)), QStringList({"2026-01-05=7…"}));
    }

    void periodsAndWhatTheyAreComparedWith()
    {
        Shop shop;
        Tile tile = shop.tile(Tile::Kind::Kpi, QStringLiteral("order"), QStringLiteral("sum(amount)"));
        tile.at = QStringLiteral("ordered_on");
        tile.period = QStringLiteral("this_month");
        tile.compare = QStringLiteral("previous_period");
        const TileResult result = shop.figure(tile);
        QCOMPARE(result.value.number(), feel::Decimal(2100));
        QCOMPARE(result.previous->number(), *feel::Decimal::fromString(u"50.01"));
        QCOMPARE(result.rows, qint64(4));
        tile.period = QStringLiteral("last_7_days");
        QCOMPARE(shop.value(tile), QStringLiteral("2100.01"));
    }

    void alertsKnowNoDataFromALowFigure()
    {
        Shop shop;
        Tile tile = shop.tile(Tile::Kind::Kpi, QStringLiteral("order"), QStringLiteral("sum(amount)"));
        tile.alertBelow = feel::Decimal(3000);
        QCOMPARE(shop.figure(tile).alert, Alert::Below);
        tile.alertBelow = feel::Decimal(1000);
        QCOMPARE(shop.figure(tile).alert, Alert::Normal);
        Tile empty = shop.tile(Tile::Kind::Kpi, QStringLiteral("order"), QStringLiteral("sum(amount)"),
                               QStringLiteral("number = \"none\""));
        empty.alertBelow = feel::Decimal(1000);
        QCOMPARE(shop.figure(empty).alert, Alert::NoData);
    }

    void aFigureDrillsToAsManyRecordsAsItCounts()
    {
        Shop shop;
        Tile tile = shop.tile(Tile::Kind::Bar, QStringLiteral("order"), QStringLiteral("count()"));
        tile.by = QStringLiteral("customer.source");
        for (const analytics::Group& group : shop.figure(tile).groups) {
            analytics::Request request = shop.request(tile);
            request.filters = {{QStringLiteral("customer.source"), {}, group.key}};
            const auto ids = analytics::recordsBehind(shop.connection(), *shop.plan, request);
            QVERIFY(ids.ok());
            QCOMPARE(qint64(ids->size()), group.rows);
        }
    }

    void theViewersRowsAreTheOnlyOnesCounted()
    {
        Shop shop;
        const Tile tile = shop.tile(Tile::Kind::Kpi, QStringLiteral("customer"), QStringLiteral("count()"));
        analytics::Request request = shop.request(tile);
        feel::Predicate own;
        own.op = feel::Predicate::Op::Equal;
        own.path = {QStringLiteral("owner")};
        own.values = {feel::Value(QStringLiteral("u-wang"))};
        request.rowScope.insert(QStringLiteral("customer"), own);
        QCOMPARE(analytics::tile(shop.connection(), *shop.plan, request)->value.toText(), QStringLiteral("1"));
        feel::Predicate none;
        none.op = feel::Predicate::Op::False;
        request.rowScope.insert(QStringLiteral("customer"), none);
        QCOMPARE(analytics::tile(shop.connection(), *shop.plan, request)->value.toText(), QStringLiteral("0"));
    }

    void eventsAreCountedByPropertyAndByPerson()
    {
        Shop shop;
        for (const char* phone : {"13500000001", "13500000002"})
            shop.consent({{"phone", phone}});
        shop.event(QStringLiteral("viewed_page"), {{"phone", "13500000001"}}, {{"page", "pricing"}, {"seconds", 30}});
        shop.event(QStringLiteral("viewed_page"), {{"phone", "13500000001"}}, {{"page", "home"}, {"seconds", 5}});
        shop.event(QStringLiteral("viewed_page"), {{"phone", "13500000002"}}, {{"page", "pricing"}, {"seconds", 12}});
        shop.event(QStringLiteral("paid"), {{"phone", "13500000001"}}, {{"amount", "19.90"}});
        shop.event(QStringLiteral("paid"), {{"phone", "13500000002"}}, {{"amount", "0.20"}});
        Tile tile = shop.tile(Tile::Kind::Bar, QStringLiteral("event.viewed_page"), QStringLiteral("sum(seconds)"));
        tile.by = QStringLiteral("page");
        QCOMPARE(told(shop.figure(tile)), QStringList({QStringLiteral("pricing=42"), QStringLiteral("home=5")}));
        tile.by = QStringLiteral("source"); // of the person
        QCOMPARE(told(shop.figure(tile)), QStringList({QStringLiteral("展会=35"), QStringLiteral("官网=12")}));
        QCOMPARE(shop.value(shop.tile(Tile::Kind::Kpi, QStringLiteral("event.viewed_page"), QStringLiteral("count()"),
                                      QStringLiteral("page = \"pricing\" and seconds > 20"))),
                 QStringLiteral("1"));
        QCOMPARE(shop.figure(shop.tile(Tile::Kind::Kpi, QStringLiteral("event.paid"), QStringLiteral("sum(amount)")))
                     .value.number(),
                 *feel::Decimal::fromString(u"20.1"));
    }

    void scoresCrossingALineAreCountedPerWeek()
    {
        Shop shop;
        shop.consent({{"phone", "13500000001"}});
        shop.event(QStringLiteral("trial_submitted"), {{"phone", "13500000001"}});
        shop.pass(8 * day);
        shop.event(QStringLiteral("viewed_page"), {{"phone", "13500000001"}}, {{"page", "pricing"}});
        Tile tile = shop.tile(Tile::Kind::Line, QStringLiteral("score_change"), QStringLiteral("count()"),
                              QStringLiteral("scoring = \"intent\" and old_total <= 80 and new_total > 80"));
        tile.at = QStringLiteral("at");
        tile.every = QStringLiteral("week");
        QCOMPARE(told(shop.figure(tile)), QStringList({"2026-01-12=1…"}));
    }

    void aFunnelFollowsPersonsAcrossTheirIdentities()
    {
        Shop shop;
        for (const QJsonObject& person : {QJsonObject{{"anonymous", "c-1"}}, QJsonObject{{"phone", "13500000001"}},
                                          QJsonObject{{"phone", "13500000002"}}, QJsonObject{{"phone", "13500000003"}}})
            shop.consent(person);
        shop.event(QStringLiteral("viewed_page"), {{"anonymous", "c-1"}},
                   {{"page", "pricing"}}); // later known to be the first customer
        shop.event(QStringLiteral("viewed_page"), {{"phone", "13500000002"}}, {{"page", "pricing"}});
        shop.event(QStringLiteral("trial_submitted"), {{"phone", "13500000003"}}); // never entered
        shop.pass(hour);
        shop.event(QStringLiteral("trial_submitted"), {{"anonymous", "c-1"}, {"phone", "13500000001"}});
        shop.pass(2 * hour);
        shop.event(QStringLiteral("paid"), {{"phone", "13500000001"}});

        Tile tile;
        tile.kind = Tile::Kind::Funnel;
        tile.within = plan::Duration{0, 7, 0};
        const QString page = QStringLiteral("viewed_page");
        tile.steps = {
            {QStringLiteral("page"),
             {},
             page,
             expression(*shop.plan, QStringLiteral("event.page = \"pricing\""), QStringLiteral("customer"), page)},
            {QStringLiteral("trial"), {}, QStringLiteral("trial_submitted"), {}},
            {QStringLiteral("paid"), {}, QStringLiteral("paid"), {}}};
        const TileResult result = shop.figure(tile);
        QCOMPARE(result.funnels.size(), size_t(1));
        const auto& stages = result.funnels[0].stages;
        QCOMPARE(stages[0].persons, qint64(2));
        QCOMPARE(stages[1].persons, qint64(1));
        QCOMPARE(stages[2].persons, qint64(1));
        QCOMPARE(stages[0].open, qint64(1));
        QCOMPARE(stages[1].medianMillis, std::optional<qint64>(hour));
        QCOMPARE(stages[2].medianMillis, std::optional<qint64>(3 * hour));
        QCOMPARE(*stages[1].ofPrevious, *feel::Decimal::fromString(u"0.5"));

        analytics::Request request = shop.request(tile);
        request.filters = {{QStringLiteral("step"), {}, feel::Value(QStringLiteral("paid"))}};
        QCOMPARE(*analytics::recordsBehind(shop.connection(), *shop.plan, request), QStringList{shop.a});

        shop.pass(8 * day);
        QCOMPARE(shop.figure(tile).funnels[0].open, qint64(0));
        tile.split = QStringLiteral("source");
        const TileResult split = shop.figure(tile);
        QCOMPARE(split.funnels.size(), size_t(2));
        QCOMPARE(split.rows, qint64(2));
    }

    void whatCannotBeAskedSaysSo()
    {
        Shop shop;
        Tile tile = shop.tile(Tile::Kind::Bar, QStringLiteral("order"), QStringLiteral("count()"));
        tile.by = QStringLiteral("customer.nothing");
        QCOMPARE(analytics::tile(shop.connection(), *shop.plan, shop.request(tile)).error().code(),
                 QStringLiteral("analytics.bad_path"));
        tile.from = QStringLiteral("nowhere");
        QCOMPARE(analytics::tile(shop.connection(), *shop.plan, shop.request(tile)).error().code(),
                 QStringLiteral("analytics.unknown_source"));
        Tile empty;
        empty.kind = Tile::Kind::Funnel;
        QCOMPARE(analytics::tile(shop.connection(), *shop.plan, shop.request(empty)).error().code(),
                 QStringLiteral("analytics.no_steps"));
    }

    void sumsDoNotOverflow()
    {
        Shop shop;
        for (int i = 0; i < 3; ++i)
            shop.create(QStringLiteral("order"),
                        {{"number", QStringLiteral("BIG-%1").arg(i)}, {"amount", "90000000000000000.01"}});
        const Tile tile = shop.tile(Tile::Kind::Kpi, QStringLiteral("order"), QStringLiteral("sum(amount)"),
                                    QStringLiteral("starts with(number, \"BIG\")"));
        QCOMPARE(shop.value(tile), QStringLiteral("270000000000000000.03"));
    }
};

QTEST_GUILESS_MAIN(TestTiles)
#include "tst_tiles.moc"
