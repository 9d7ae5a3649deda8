// What the store finds is what FEEL accepts row by row: random conditions over rows with nulls, decimals of several scales at
// the border of their range, dates, instants with zones, Chinese text, mixed case, choices, lists, relations (also to records
// in the bin) and related records. FORMWRIGHT_SEED repeats a run.
#include "runtime/engine/environment.h"
#include "runtime/records/records.h"
#include "runtime/store/listquery.h"
#include "runtime/store/recordsql.h"
#include "runtime/store/users.h"
#include "tests/rounds.h"
#include "tests/runtime/testplan.h"

using namespace fw;
using namespace fw::testing;

namespace
{

const QMap<QString, QByteArray> s_app{{QStringLiteral("app.yaml"), R"yaml(kind: app
format: 1
id: things
label: Things
languages: [en]
timezone: Asia/Shanghai
)yaml"},
                                      {QStringLiteral("tables/shop.yaml"), R"yaml(kind: table
id: shop
label: Shop
title: "=name"
fields:
  - {id: name, type: text, label: Name}
  - {id: keeper, type: user, label: Keeper}
  - {id: stars, type: number, decimals: 1, label: Stars}
  - {id: opened_on, type: date, label: Opened on}
)yaml"},
                                      {QStringLiteral("tables/part.yaml"), R"yaml(kind: table
id: part
label: Part
title: "=state"
fields:
  - {id: thing, type: relation, to: thing, label: Thing}
  - {id: amount, type: money, label: Amount}
  - {id: used, type: yes_no, label: Used}
  - {id: state, type: choice, label: State, options: [{id: open, label: Open}, {id: paid, label: Paid}]}
)yaml"},
                                      {QStringLiteral("tables/thing.yaml"), R"yaml(kind: table
id: thing
label: Thing
title: "=name"
fields:
  - {id: name, type: text, label: Name}
  - {id: kind_of, type: choice, label: Kind, options: [{id: a, label: A}, {id: b, label: B}]}
  - {id: tags, type: multi_choice, label: Tags, options: [{id: x, label: X}, {id: y, label: Y}]}
  - {id: price, type: money, label: Price}
  - {id: cost, type: money, label: Cost}
  - {id: weight, type: number, decimals: 4, label: Weight}
  - {id: pieces, type: number, decimals: 0, label: Pieces}
  - {id: sold, type: yes_no, label: Sold}
  - {id: made_on, type: date, label: Made on}
  - {id: seen_at, type: datetime, label: Seen at}
  - {id: shop, type: relation, to: shop, label: Shop}
)yaml"}};

/// Conditions by a grammar that mirrors what people filter by.
class Writer
{
public:
    explicit Writer(QRandomGenerator& random) : m_random(random) {}

    QString condition(int depth)
    {
        if (depth > 0 && chance(2))
            return combined(depth - 1);
        switch (m_random.bounded(12)) {
        case 0:
        case 1:
        case 2: return number() + pick({" < ", " <= ", " > ", " >= ", " = ", " != "}) + number();
        case 3: return text();
        case 4: return date();
        case 5: return instant();
        case 6: return truth();
        case 7: return relation();
        case 8: return pick({"price", "pieces", "weight"}) + among({"1", "3", "10", "10.01", "-3", "null"});
        case 9: return pick({"price", "cost - 1", "weight"}) + " between " + amount() + " and " + amount();
        case 10: return related();
        default: return tests();
        }
    }

private:
    bool chance(int n) { return m_random.bounded(n) == 0; }
    QString pick(std::initializer_list<const char*> list)
    {
        return QString::fromUtf8(*(list.begin() + m_random.bounded(static_cast<int>(list.size()))));
    }

    QString combined(int depth)
    {
        const auto c = [&] { return condition(depth); };
        switch (m_random.bounded(8)) {
        case 0:
        case 1: return QStringLiteral("(%1 and %2)").arg(c(), c());
        case 2:
        case 3: return QStringLiteral("(%1 or %2)").arg(c(), c());
        case 4: return QStringLiteral("not(%1)").arg(c());
        case 5: return QStringLiteral("(if %1 then %2 else %3)").arg(c(), c(), c());
        case 6: return QStringLiteral("AND(%1, %2)").arg(c(), c());
        default: return QStringLiteral("OR(%1, %2)").arg(c(), c());
        }
    }

    QString amount()
    {
        return pick({"0", "1", "10", "10.01", "10.005", "-3", "50", "3.14159", "92233720368547758.07",
                     "-92233720368547758.08", "1e20", "0.0001", "null"});
    }
    QString field() { return pick({"price", "cost", "weight", "pieces", "shop.stars"}); }
    QString number()
    {
        switch (m_random.bounded(8)) {
        case 0: return amount();
        case 1: return field() + pick({" + ", " - "}) + amount();
        case 2: return amount() + pick({" + ", " - "}) + field();
        case 3: return pick({"price", "cost"}) + pick({" + ", " - "}) + pick({"price", "cost"});
        case 4: return QStringLiteral("count(part[%1])").arg(partCondition());
        default: return field();
        }
    }

    QString word()
    {
        return pick({"\"\"", "\"王芳\"", "\"Anna\"", "\"anna\"", "\"芳\"", "\"%\"", "\"🙂\"", "\"m\"", "null"});
    }
    QString text()
    {
        const QString left = pick({"name", "shop.name", "shop.keeper.name"});
        if (chance(2))
            return left + pick({" = ", " != ", " < ", " >= "}) + word();
        return QStringLiteral("%1(%2, %3)")
            .arg(pick({"contains", "starts with", "ends with"}), left,
                 pick({"\"\"", "\"王\"", "\"芳\"", "\"a\"", "\"%\"", "\"🙂\"", "\"𠮷\""}));
    }

    QString day()
    {
        return pick({"@\"2026-01-04\"", "@\"2026-01-05\"", "@\"2026-01-06\"", "today()", "today() - @\"P1D\"",
                     "date(\"2025-12-31\")", "null"});
    }
    QString span() { return pick({"@\"P1D\"", "@\"-P2D\"", "@\"PT0S\"", "@\"PT36H\"", "@\"P30D\""}); }
    QString comparison() { return pick({" < ", " <= ", " > ", " >= "}); }
    QString date()
    {
        const QString left = pick({"made_on", "made_on", "shop.opened_on"});
        switch (m_random.bounded(6)) {
        case 0: return left + pick({" = ", " != "}) + day();
        case 1:
            return left + pick({" + ", " - "}) + pick({"@\"P1D\"", "@\"P7D\"", "@\"PT36H\"", "@\"P1M\""}) +
                   comparison() + day();
        case 2: return "today() - " + left + comparison() + span();
        case 3: return left + " - today()" + comparison() + span();
        case 4: return left + comparison() + moment();
        default: return left + comparison() + day();
        }
    }

    QString moment()
    {
        return pick({"now()", "@\"2026-01-05T00:00:00+08:00\"", "@\"2026-01-05T00:00:00@Asia/Shanghai\"",
                     "@\"2026-01-04T16:00:00Z\"", "@\"2026-01-05T09:30:00.0005\"", "now() - @\"PT8H\"",
                     "@\"2026-01-05T00:00:00-11:00\""});
    }
    QString instant()
    {
        switch (m_random.bounded(6)) {
        case 0: return "seen_at" + pick({" = ", " != "}) + moment();
        case 1: return "seen_at" + pick({" + ", " - "}) + pick({"@\"PT8H\"", "@\"P1D\""}) + comparison() + moment();
        case 2: return "now() - seen_at" + comparison() + span();
        case 3:
            return "date(seen_at)" + pick({" = ", " != ", " < ", " <= ", " > ", " >= "}) +
                   pick({"@\"2026-01-04\"", "@\"2026-01-05\"", "today()"});
        case 4: return "seen_at" + comparison() + day();
        default: return "seen_at" + comparison() + moment();
        }
    }

    QString truth()
    {
        return pick({"sold", "sold = true", "sold != true", "sold = false", "sold = null", "not(sold)", "ISBLANK(name)",
                     "ISBLANK(price)", "ISBLANK(made_on)", "list contains(tags, \"x\")", "\"y\" in tags",
                     "kind_of = \"a\"", "kind_of != \"b\"", "kind_of in (\"a\", null)", "true", "1 > 2"});
    }

    QString relation()
    {
        return pick({"shop = null", "shop != null", "shop.keeper = null", "shop.keeper != null", "shop.name = null",
                     "shop.stars > 3", "created_at <= now()", "shop.keeper.login = \"wang\""});
    }

    QString among(std::initializer_list<const char*> values)
    {
        QStringList list{pick(values), pick(values)};
        return chance(2) ? QStringLiteral(" in (%1)").arg(list.join(QStringLiteral(", ")))
                         : QStringLiteral(" in [%1]").arg(list.join(QStringLiteral(", ")));
    }

    QString tests()
    {
        return pick({"price", "weight", "pieces - 1"}) +
               pick({" in [1..10]", " in (1..10)", " in (> 10)", " in (< 0, > 10)", " in [5..5]", " in (<= 10.005)"});
    }

    QString partCondition()
    {
        return pick({"amount > 10", "amount = null", "used", "not(used)", "state = \"paid\"", "state != \"paid\"",
                     "amount + 1 > 10", "state = \"open\" and amount < 50", "amount in (1, null)",
                     "used or amount > 5"});
    }
    QString related()
    {
        switch (m_random.bounded(5)) {
        case 0: return "count(part)" + pick({" = ", " > ", " != "}) + pick({"0", "1", "2"});
        case 1: return "count(part[" + partCondition() + "])" + pick({" = ", " >= ", " < "}) + pick({"0", "1", "2"});
        case 2:
            return "some p in part satisfies p." + pick({"amount > 10", "used", "state = \"paid\"", "amount != null"});
        case 3: return "every p in part satisfies p." + pick({"amount > 1", "used", "state = \"paid\""});
        default: return "some p in part[" + partCondition() + "] satisfies p." + pick({"amount > 10", "used"});
        }
    }

    QRandomGenerator& m_random;
};

} // namespace

class TestPushDown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_plan = compileOrDie(s_app);
        m_store = scratchStore();
        applyOrDie(*m_store, *m_plan);
        store::saveUser(
            m_store->writer(),
            {QStringLiteral("u1"), QStringLiteral("wang"), QStringLiteral("王芳"), {}, {}, {}, {}, {}, true, {}}, 1);
        QVERIFY(m_store
                    ->commit([&] {
                        engine::Unit unit{*m_store, *m_plan, m_ids, s_now, {}, 1, {}, {}, {}, {}, {}, {}};
                        fill(unit);
                    })
                    .ok());
    }

    void theStoreFindsWhatFeelAccepts()
    {
        QRandomGenerator random(tests::seed());
        Writer writer(random);
        const int rounds = tests::rounds(400, 20'000);
        int pushed = 0, tried = 0;
        for (int i = 0; i < rounds && !QTest::currentTestFailed(); ++i) {
            const QString condition = writer.condition(random.bounded(4));
            const auto compiled = compile(condition);
            if (!compiled.ok())
                continue; // a mistake such as null > 1, known before anything runs
            ++tried;
            pushed += same(condition, compiled.program) ? 1 : 0;
        }
        qInfo("%d of %d conditions were answered by the store", pushed, tried);
        QVERIFY(tried > rounds / 2);
        QVERIFY2(pushed > tried / 3, "conditions should be the store's business");
    }

private:
    static constexpr qint64 s_now = 1767576600000; // 2026-01-05T09:30 in Shanghai

    feel::Compiled compile(const QString& condition) const
    {
        feel::Scope scope;
        scope.types = m_plan->types.get();
        scope.addAt(plan::SlotRecord, QStringLiteral("record"), feel::Type::record(QStringLiteral("thing")));
        scope.spread(plan::SlotRecord, QStringLiteral("thing"));
        return feel::compile(condition, scope);
    }

    /// Compares the store's answer with FEEL's; false when the store leaves the condition to FEEL.
    bool same(const QString& condition, const feel::Program& program)
    {
        const plan::Table& thing = *m_plan->findTable(u"thing");
        engine::SubjectEnvironment environment(m_store->writer(), *m_plan, s_now, {});
        records::Evaluation evaluation(m_store->writer(), *m_plan, environment);
        const auto predicate = feel::toPredicate(program, evaluation.frame(), thing.id);
        if (!predicate)
            return false;
        store::ListQuery query;
        query.table = &thing;
        query.where = {*predicate};
        const auto found = store::listRecords(m_store->writer(), *m_plan, query, 100'000);
        if (!found) {
            if (found.error().code() != QLatin1String("list.not_translatable"))
                QTest::qFail(qPrintable(condition + QStringLiteral(": ") + found.error().text()), __FILE__, __LINE__);
            return false;
        }
        QStringList ids, expected;
        for (const auto& record : found->records)
            ids << record->id;
        for (const auto& record : store::selectRecords(m_store->writer(), *m_plan, thing, {}))
            if (program.evaluate(evaluation.setRecord(record).frame()).isTrue())
                expected << record->id;
        ids.sort();
        expected.sort();
        if (ids != expected)
            QTest::qFail(qPrintable(QStringLiteral("%1\n  the store finds %2 rows, FEEL %3; %4")
                                        .arg(condition)
                                        .arg(ids.size())
                                        .arg(expected.size())
                                        .arg(difference(ids, expected))),
                         __FILE__, __LINE__);
        return true;
    }

    /// One row that only one of the two has.
    QString difference(const QStringList& ids, const QStringList& expected)
    {
        const QSet<QString> a(ids.begin(), ids.end()), b(expected.begin(), expected.end());
        const bool extra = !(a - b).isEmpty();
        const QString id = extra ? *(a - b).begin() : *(b - a).begin();
        const plan::Table& thing = *m_plan->findTable(u"thing");
        const auto record = store::selectRecord(m_store->writer(), *m_plan, thing, id);
        QStringList values;
        for (size_t i = 0; i < thing.fields.size(); ++i)
            values << thing.fields[i].id + u'=' + record->values[i].toFeel();
        return (extra ? QStringLiteral("only the store: ") : QStringLiteral("only FEEL: ")) +
               values.join(QStringLiteral(", "));
    }

    QString createOrDie(engine::Unit& unit, const char* table, const QJsonObject& values)
    {
        const auto made = records::create(unit, *m_plan->findTable(QString::fromLatin1(table)), values);
        if (!made)
            qFatal("%s: %s", table, qPrintable(made.error().text()));
        return made->id;
    }

    void fill(engine::Unit& unit)
    {
        QRandomGenerator random(20260105);
        const auto pick = [&](const QStringList& list) { return QJsonValue(list[random.bounded(list.size())]); };
        QStringList shops;
        for (const char* name : {"North", "anna", "王芳店", "", "Closed"}) {
            const QStringList stars{QString(), QStringLiteral("3"), QStringLiteral("4.5")};
            shops << createOrDie(unit, "shop",
                                 {{QStringLiteral("name"), QString::fromUtf8(name)},
                                  {QStringLiteral("stars"), pick(stars)},
                                  {QStringLiteral("opened_on"), pick({QString(), QStringLiteral("2026-01-05")})},
                                  {QStringLiteral("keeper"), *name == 'N' ? QStringLiteral("wang") : QString()}});
        }
        const QStringList names{{},
                                QStringLiteral("王芳"),
                                QStringLiteral("李芳芳"),
                                QStringLiteral("Anna"),
                                QStringLiteral("anna 100%"),
                                QStringLiteral("end🙂"),
                                QStringLiteral("𠮷野"),
                                QStringLiteral("m")};
        const QStringList prices{{},
                                 QStringLiteral("0"),
                                 QStringLiteral("10"),
                                 QStringLiteral("10.01"),
                                 QStringLiteral("-3"),
                                 QStringLiteral("50"),
                                 QStringLiteral("92233720368547758.07"),
                                 QStringLiteral("-92233720368547758.07")};
        const QStringList weights{{}, QStringLiteral("3.1416"), QStringLiteral("10.0100"), QStringLiteral("0.0001")};
        const QStringList days{
            {}, QStringLiteral("2026-01-04"), QStringLiteral("2026-01-05"), QStringLiteral("2025-12-06")};
        const QStringList instants{{},
                                   QStringLiteral("2026-01-05T00:00:00+08:00"),
                                   QStringLiteral("2026-01-05T09:30:00+08:00"),
                                   QStringLiteral("2026-01-04T23:59:59.999+08:00"),
                                   QStringLiteral("2025-12-31T12:00:00Z")};
        const QStringList choices{{}, QStringLiteral("a"), QStringLiteral("b")};
        const QStringList states{{}, QStringLiteral("open"), QStringLiteral("paid")};
        for (int i = 0; i < 150; ++i) {
            QJsonObject values{
                {QStringLiteral("name"), pick(names)},        {QStringLiteral("price"), pick(prices)},
                {QStringLiteral("cost"), pick(prices)},       {QStringLiteral("weight"), pick(weights)},
                {QStringLiteral("made_on"), pick(days)},      {QStringLiteral("seen_at"), pick(instants)},
                {QStringLiteral("kind_of"), pick(choices)},   {QStringLiteral("shop"), pick(shops + QStringList{{}})},
                {QStringLiteral("pieces"), random.bounded(5)}};
            if (random.bounded(3) > 0)
                values.insert(QStringLiteral("sold"), random.bounded(2) == 1);
            if (random.bounded(3) > 0)
                values.insert(QStringLiteral("tags"), QJsonArray{pick({QStringLiteral("x"), QStringLiteral("y")})});
            const QString id = createOrDie(unit, "thing", values);
            for (int n = random.bounded(4); n > 0; --n) {
                QJsonObject part{{QStringLiteral("thing"), id},
                                 {QStringLiteral("amount"),
                                  pick({{}, QStringLiteral("1"), QStringLiteral("9.5"), QStringLiteral("20")})},
                                 {QStringLiteral("state"), pick(states)}};
                if (random.bounded(2))
                    part.insert(QStringLiteral("used"), random.bounded(2) == 1);
                const QString made = createOrDie(unit, "part", part);
                if (random.bounded(5) == 0)
                    QVERIFY(records::remove(unit, *m_plan->findTable(u"part"), made));
            }
            if (random.bounded(12) == 0)
                QVERIFY(records::remove(unit, *m_plan->findTable(u"thing"), id));
        }
        // A shop in the bin counts as none.
        QVERIFY(records::remove(unit, *m_plan->findTable(u"shop"), shops.last()));
    }

    std::shared_ptr<const plan::Plan> m_plan;
    std::unique_ptr<store::Store> m_store;
    CountingIds m_ids;
};

QTEST_GUILESS_MAIN(TestPushDown)
#include "tst_pushdown.moc"
