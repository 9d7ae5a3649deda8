#include "runtime/engine/engine.h"
#include "runtime/records/records.h"
#include "runtime/records/values.h"
#include "runtime/store/users.h"
#include "tests/runtime/testplan.h"

using namespace fw;
using namespace fw::testing;
using engine::Fact;
using records::Written;

namespace
{

const QMap<QString, QByteArray> s_shop{{QStringLiteral("app.yaml"), R"yaml(kind: app
format: 1
id: shop
label: Shop
languages: [en, zh]
timezone: Asia/Shanghai
)yaml"},
                                       {QStringLiteral("tables/customer.yaml"), R"yaml(kind: table
id: customer
label: {en: Customer, zh: 客户}
title: "=name"
identity: [phone, email]
fields:
  - {id: name, type: text, label: {en: Name, zh: 姓名}, required: true}
  - {id: phone, type: phone, label: {en: Phone, zh: 电话}, unique: true}
  - {id: email, type: email, label: {en: E-mail, zh: 邮箱}}
  - id: source
    type: choice
    label: {en: Source, zh: 来源}
    options:
      - {id: expo, label: {en: Trade fair, zh: 展会}}
      - {id: website, label: {en: Website, zh: 官网}}
  - {id: status, type: choice, label: {en: Status, zh: 状态}, options: [{id: new, label: New}, {id: won, label: Won}], default: new}
  - {id: owner, type: user, label: {en: Owner, zh: 负责人}}
  - {id: credit, type: money, label: {en: Credit, zh: 额度}}
  - {id: vip, type: yes_no, label: {en: VIP, zh: 贵宾}}
  - {id: since, type: date, label: {en: Since, zh: 起始}, default: "=today()"}
  - {id: orders_total, type: rollup, of: order.customer, value: "=sum(amount)", label: {en: Orders total, zh: 订单总额}}
  - {id: orders_count, type: rollup, of: order.customer, value: "=count()", label: {en: Orders, zh: 订单数}}
  - {id: first_order, type: rollup, of: order.customer, value: "=min(ordered_on)", label: {en: First order, zh: 首单}}
  - {id: left, type: computed, result: number, value: "=credit - orders_total", label: {en: Credit left, zh: 剩余额度}}
validate:
  - {id: reachable, check: "=phone != null or email != null", text: {en: "Give a phone number or an e-mail address.", zh: "请填写电话或邮箱。"}}
)yaml"},
                                       {QStringLiteral("tables/order.yaml"), R"yaml(kind: table
id: order
label: {en: Order, zh: 订单}
title: "=number"
fields:
  - {id: number, type: text, label: {en: Number, zh: 单号}, required: true, unique: true}
  - {id: customer, type: relation, to: customer, label: {en: Customer, zh: 客户}, required: true}
  - {id: amount, type: money, label: {en: Amount, zh: 金额}}
  - {id: ordered_on, type: date, label: {en: Ordered on, zh: 下单日期}}
  - {id: shipped_at, type: datetime, label: {en: Shipped, zh: 发货}}
  - {id: who, type: computed, result: text, value: "=customer.name", label: {en: Who, zh: 谁}}
)yaml"}};

QJsonObject json(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        static const auto shop = compileOrDie(s_shop);
        m_plan = shop;
        m_store = scratchStore();
        applyOrDie(*m_store, *m_plan);
        m_ids = CountingIds();
        m_now = 1767576600000; // 2026-01-05 09:30 in Shanghai
        store::saveUser(
            m_store->writer(),
            {QStringLiteral("u1"), QStringLiteral("wang"), QStringLiteral("王芳"), {}, {}, {}, {}, {}, true, {}},
            m_now);
    }

    void aNewRecordGetsDefaultsAndSystemColumns()
    {
        const Written made = create(
            "customer", R"({"name": "李雷", "phone": "+86 138-0000 0000", "owner": "wang", "credit": "100.50"})");
        QCOMPARE(made.outcome, QStringLiteral("created"));
        QCOMPARE(made.version, 1);
        QCOMPARE(value(made.id, u"phone"), QStringLiteral("13800000000"));
        QCOMPARE(value(made.id, u"status"), QStringLiteral("new"));
        QCOMPARE(value(made.id, u"since"), QStringLiteral("2026-01-05"));
        QCOMPARE(value(made.id, u"owner"), QStringLiteral("u1"));
        QCOMPARE(value(made.id, u"orders_count"), QStringLiteral("0"));
        QCOMPARE(m_facts.size(), 1);
        QCOMPARE(m_facts.front().kind, Fact::Kind::RecordCreated);
        QCOMPARE(text("SELECT units(credit) FROM customer"), QStringLiteral("10050"));
    }

    void allFailuresAreReportedAtOnceInBothLanguages()
    {
        const Error error = refused(
            "customer",
            R"({"phone": "12", "source": "moon", "credit": "1.234", "vip": "perhaps", "colour": "red", "orders_total": 5})");
        QStringList found;
        for (const Problem& problem : error.problems())
            found << problem.place.element + u' ' + problem.code;
        found.sort();
        QCOMPARE(found,
                 (QStringList{
                     QStringLiteral("colour record.unknown_field"), QStringLiteral("credit record.too_many_decimals"),
                     QStringLiteral("orders_total record.not_writable"), QStringLiteral("phone record.bad_phone"),
                     QStringLiteral("source record.unknown_option"), QStringLiteral("vip record.wrong_type")}));
        const Error rules = refused("customer", R"({"source": "expo"})");
        QCOMPARE(rules.problems().size(), 2); // name is missing, and nobody can reach it
        QCOMPARE(rules.problems()[0].what.english(), QStringLiteral("Name is missing."));
        QCOMPARE(rules.problems()[1].what.english(), QStringLiteral("Give a phone number or an e-mail address."));
        QCOMPARE(rules.problems()[1].place.element, QStringLiteral("phone"));
    }

    void aFailedUnitLeavesNothing()
    {
        (void)refused("customer", R"({"name": "无联系方式"})");
        QCOMPARE(text("SELECT count(*) FROM customer"), QStringLiteral("0"));
        QCOMPARE(text("SELECT count(*) FROM fw_audit"), QStringLiteral("0"));
        QCOMPARE(text("SELECT count(*) FROM fw_change"), QStringLiteral("0"));
    }

    void decimalsAreExactFromAnyForm()
    {
        const Written a = create("customer", R"({"name": "a", "email": "a@x.cn", "credit": 0.07})");
        QCOMPARE(text("SELECT units(credit) FROM customer"), QStringLiteral("7"));
        QCOMPARE(value(a.id, u"credit"), QStringLiteral("0.07"));
        change("customer", a.id, R"({"credit": "92233720368547758.07"})");
        QCOMPARE(text("SELECT units(credit) FROM customer"), QStringLiteral("9223372036854775807"));
        QCOMPARE(refusedChange("customer", a.id, R"({"credit": "92233720368547758.08"})").code(),
                 QStringLiteral("record.too_large"));
        QCOMPARE(refusedChange("customer", a.id, R"({"credit": "1,5"})").code(), QStringLiteral("record.bad_number"));
        change("customer", a.id, R"({"credit": "1.50000"})");
        QCOMPARE(text("SELECT units(credit) FROM customer"), QStringLiteral("150"));
    }

    void writingTheSameValueIsNoChange()
    {
        const Written a = create("customer", R"({"name": "a", "phone": "13800000000"})");
        m_facts.clear();
        const Written same = change("customer", a.id, R"({"name": "a", "phone": "138 0000 0000"})");
        QCOMPARE(same.outcome, QStringLiteral("unchanged"));
        QCOMPARE(same.version, 1);
        QVERIFY(m_facts.empty());
        const Written other = change("customer", a.id, R"({"name": "b", "vip": true})");
        QCOMPARE(other.version, 2);
        QCOMPARE(other.fields, (QStringList{QStringLiteral("name"), QStringLiteral("vip")}));
        QCOMPARE(m_facts.front().before->value(u"name").string(), QStringLiteral("a"));
    }

    void aStaleWriteShowsBothValues()
    {
        const Written a = create("customer", R"({"name": "old", "phone": "13800000000"})");
        change("customer", a.id, R"({"name": "theirs"})", 1);
        const Error stale = refusedChange("customer", a.id, R"({"name": "mine"})", 1);
        QCOMPARE(stale.code(), QStringLiteral("record.stale"));
        const QString words = stale.problems().first().what.english();
        QVERIFY2(words.contains(QStringLiteral("mine")) && words.contains(QStringLiteral("theirs")), qPrintable(words));
        QCOMPARE(value(a.id, u"name"), QStringLiteral("theirs"));
    }

    void aKnownPhoneMergesAndFillsWhatIsEmpty()
    {
        const Written a = create("customer", R"({"name": "李雷", "phone": "13800000000"})");
        const Written merged =
            create("customer", R"({"name": "雷雷", "phone": "+8613800000000", "email": "Lei@X.cn", "source": "expo"})");
        QCOMPARE(merged.outcome, QStringLiteral("merged"));
        QCOMPARE(merged.id, a.id);
        QCOMPARE(merged.kept, QStringList{QStringLiteral("name")});
        QCOMPARE(value(a.id, u"name"), QStringLiteral("李雷"));
        QCOMPARE(value(a.id, u"email"), QStringLiteral("lei@x.cn"));
        QCOMPARE(text("SELECT kept FROM fw_audit_value ORDER BY audit DESC"), QStringLiteral(R"({"name":"雷雷"})"));
        (void)create("customer", R"({"name": "韩梅梅", "phone": "13911111111"})");
        QCOMPARE(refused("customer", R"({"name": "谁", "phone": "13911111111", "email": "lei@x.cn"})").code(),
                 QStringLiteral("record.duplicate_conflict"));
    }

    void uniqueHoldsAmongLiveRecordsOnly()
    {
        const Written c = create("customer", R"({"name": "c", "phone": "13800000000"})");
        const Written o = createOrder("A-1", c.id, "10");
        QCOMPARE(refused("order", R"({"number": "A-1", "customer": {"phone": "13800000000"}})").code(),
                 QStringLiteral("record.not_unique"));
        run([&](engine::Unit& unit) { return records::remove(unit, table("order"), o.id); });
        (void)createOrder("A-1", c.id, "20");
        const auto back = tryRun([&](engine::Unit& unit) { return records::restore(unit, table("order"), o.id); });
        QCOMPARE(back.error().code(), QStringLiteral("record.not_unique"));
    }

    void rollupsFollowEveryChangeOfTheirRecords()
    {
        const Written a = create("customer", R"({"name": "a", "phone": "13800000000", "credit": "1000"})");
        const Written b = create("customer", R"({"name": "b", "phone": "13900000000"})");
        QVERIFY(value(a.id, u"orders_total").isEmpty()); // a sum of nothing is unknown
        const Written one = createOrder("A-1", a.id, "100.25", "2026-02-01");
        const Written two = createOrder("A-2", a.id, "50", "2026-01-15");
        QCOMPARE(value(a.id, u"orders_total"), QStringLiteral("150.25"));
        QCOMPARE(value(a.id, u"orders_count"), QStringLiteral("2"));
        QCOMPARE(value(a.id, u"first_order"), QStringLiteral("2026-01-15"));
        QCOMPARE(value(a.id, u"left"), QStringLiteral("849.75")); // computed from the rollup
        change("order", two.id, R"({"amount": "70"})");
        QCOMPARE(value(a.id, u"orders_total"), QStringLiteral("170.25"));
        change("order", two.id, (QStringLiteral(R"({"customer": "%1"})").arg(b.id)).toUtf8().constData());
        QCOMPARE(value(a.id, u"orders_total"), QStringLiteral("100.25"));
        QCOMPARE(value(b.id, u"orders_total"), QStringLiteral("70.00"));
        run([&](engine::Unit& unit) { return records::remove(unit, table("order"), one.id); });
        QVERIFY(value(a.id, u"orders_total").isEmpty());
        run([&](engine::Unit& unit) { return records::restore(unit, table("order"), one.id); });
        QCOMPARE(value(a.id, u"orders_total"), QStringLiteral("100.25"));
    }

    void aRollupDoesNotDisturbSomebodyWhoIsEditing()
    {
        const Written a = create("customer", R"({"name": "a", "phone": "13800000000"})");
        (void)createOrder("A-1", a.id, "5");
        QCOMPARE(change("customer", a.id, R"({"name": "b"})", a.version).version, 2);
    }

    void aChangeTouchesOnlyWhatDependsOnIt()
    {
        const Written a = create("customer", R"({"name": "a", "phone": "13800000000"})");
        const Written o = createOrder("A-1", a.id, "5");
        m_facts.clear();
        change("order", o.id, R"({"number": "A-9"})");
        QCOMPARE(m_facts.size(), 1); // the customer has no fact: nothing of it depends on the number
        m_facts.clear();
        change("order", o.id, R"({"amount": "6"})");
        QCOMPARE(m_facts.size(), 2);
        QCOMPARE(m_facts.back().record, a.id);
        QCOMPARE(m_facts.back().fields, (QStringList{QStringLiteral("orders_total")}));
    }

    void lookupsFollowTheRecordTheyLookAt()
    {
        const Written a = create("customer", R"({"name": "小王", "phone": "13800000000"})");
        const Written o = createOrder("A-1", a.id, "5");
        QCOMPARE(value(o.id, u"who", "order"), QStringLiteral("小王"));
        change("customer", a.id, R"({"name": "老王"})");
        QCOMPARE(value(o.id, u"who", "order"), QStringLiteral("老王"));
    }

    void everyWriteIsAuditedAndFedWithItsCause()
    {
        const Written a = create("customer", R"({"name": "甲", "phone": "13800000000"})");
        change("customer", a.id, R"({"name": "乙"})");
        run([&](engine::Unit& unit) { return records::remove(unit, table("customer"), a.id); });
        QCOMPARE(text("SELECT group_concat(kind || ':' || version) FROM fw_audit"),
                 QStringLiteral("created:1,updated:2,deleted:3"));
        QCOMPARE(text("SELECT before || '>' || after FROM fw_audit_value WHERE audit = 2"),
                 QStringLiteral(R"({"name":"甲"}>{"name":"乙"})"));
        QCOMPARE(text("SELECT length(digest) FROM fw_audit WHERE seq = 2"), QStringLiteral("32"));
        QCOMPARE(text("SELECT group_concat(kind) FROM fw_change"), QStringLiteral("created,updated,deleted"));
        QCOMPARE(text("SELECT count(*) FROM fw_change WHERE cause = 7"), QStringLiteral("3"));
        QVERIFY(!records::load(m_store->writer(), *m_plan, table("customer"), a.id));
        QVERIFY(records::load(m_store->writer(), *m_plan, table("customer"), a.id, true));
    }

    void expressionsSeeRelationsUsersAndLists()
    {
        const Written a = create("customer", R"({"name": "甲", "phone": "13800000000", "owner": "wang"})");
        (void)createOrder("A-1", a.id, "5");
        const Written o = createOrder("A-2", a.id, "7");
        const feel::Value order =
            records::view(m_store->writer(), *m_plan, records::load(m_store->writer(), *m_plan, table("order"), o.id));
        const feel::Value customer = order.record()->field(u"customer");
        QCOMPARE(customer.record()->field(u"owner").record()->field(u"name").string(), QStringLiteral("王芳"));
        QCOMPARE(customer.record()->field(u"order").items().size(), size_t(2));
        QCOMPARE(customer.record()->field(u"version").number().toInt64(), std::optional<qint64>(1));
        QVERIFY(customer.record()->field(u"nonsense").isNull());
    }

    void instantsNeedAnOffsetAndComeBackInTheAppsZone()
    {
        const Written a = create("customer", R"({"name": "甲", "phone": "13800000000"})");
        const Written o = createOrder("A-1", a.id, "5");
        QCOMPARE(refusedChange("order", o.id, R"({"shipped_at": "2026-01-05T09:00:00"})").code(),
                 QStringLiteral("record.no_offset"));
        change("order", o.id, R"({"shipped_at": "2026-01-05T01:00:00Z"})");
        const auto record = records::load(m_store->writer(), *m_plan, table("order"), o.id);
        QCOMPARE(records::toJson(record->value(u"shipped_at")).toString(), QStringLiteral("2026-01-05T09:00:00+08:00"));
        QCOMPARE(text("SELECT shipped_at FROM \"order\""), QStringLiteral("1767574800000"));
    }

    void longAndOddTextsSurvive()
    {
        const QString name =
            QString(QStringLiteral("欧阳娜娜")).repeated(50) + QStringLiteral("'; DROP TABLE customer; -- 𠮷🙂");
        const Written a = run([&](engine::Unit& unit) {
            return records::create(
                unit, table("customer"),
                QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("email"), QStringLiteral("a@b.cn")}});
        });
        QCOMPARE(value(a.id, u"name"), name);
    }

    void aRollupAddedLaterIsFilledForOldRecords()
    {
        auto files = s_shop;
        QByteArray& customer = files[QStringLiteral("tables/customer.yaml")];
        QList<QByteArray> lines = customer.split('\n');
        lines.removeIf(
            [](const QByteArray& line) { return line.contains("id: orders_total") || line.contains("id: left"); });
        customer = lines.join('\n');
        const auto later = m_plan;
        m_plan = compileOrDie(files);
        m_store = scratchStore();
        applyOrDie(*m_store, *m_plan);
        const Written a = create("customer", R"({"name": "a", "phone": "13800000000", "credit": "50"})");
        (void)createOrder("A-1", a.id, "20.50");
        m_plan = later;
        applyOrDie(*m_store, *m_plan);
        VirtualClock clock(m_now);
        engine::Engine engine(*m_store, m_plan, clock, m_ids);
        QCOMPARE(*engine.backfill(), 1);
        QCOMPARE(value(a.id, u"orders_total"), QStringLiteral("20.50"));
        QCOMPARE(value(a.id, u"left"), QStringLiteral("29.50"));
        QCOMPARE(*engine.backfill(), 0);
    }

    void scoresAreWrittenWithoutANewVersion()
    {
        const Written a = create("customer", R"({"name": "甲", "phone": "13800000000", "credit": "10"})");
        m_facts.clear();
        const auto written = tryRun([&](engine::Unit& unit) {
            return records::writeSystemFields(unit, table("customer"), a.id,
                                              {{QStringLiteral("orders_total"), feel::Value(4)}});
        });
        QVERIFY(written.ok());
        QCOMPARE(value(a.id, u"left"), QStringLiteral("6.00"));
        QCOMPARE(m_facts.size(), 1);
        QCOMPARE(records::load(m_store->writer(), *m_plan, table("customer"), a.id)->version, 1);
    }

private:
    const plan::Table& table(const char* id) const { return *m_plan->findTable(QString::fromLatin1(id)); }

    /// Runs `work` as one unit in one commit; what fails is rolled back.
    template <class Work> auto tryRun(Work work) -> decltype(work(std::declval<engine::Unit&>()))
    {
        std::optional<decltype(work(std::declval<engine::Unit&>()))> result;
        auto committed = m_store->commit([&] {
            store::Savepoint savepoint(m_store->writer());
            engine::Unit unit{*m_store, *m_plan, m_ids, m_now, {}, 7, {}, {}, {}, {}, {}, {}};
            result = work(unit);
            if (*result && savepoint.release())
                std::move(unit.facts.begin(), unit.facts.end(), std::back_inserter(m_facts));
        });
        if (!committed)
            qFatal("%s", qPrintable(committed.error().text()));
        return *result;
    }

    template <class Work> Written run(Work work)
    {
        auto result = tryRun(work);
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
        return *result;
    }

    Written create(const char* id, const char* values)
    {
        return run([&](engine::Unit& unit) { return records::create(unit, table(id), json(values)); });
    }
    Written createOrder(const char* number, const QString& customer, const char* amount, const char* day = nullptr)
    {
        QJsonObject values{{QStringLiteral("number"), QString::fromLatin1(number)},
                           {QStringLiteral("customer"), customer},
                           {QStringLiteral("amount"), QString::fromLatin1(amount)}};
        if (day)
            values.insert(QStringLiteral("ordered_on"), QString::fromLatin1(day));
        return run([&](engine::Unit& unit) { return records::create(unit, table("order"), values); });
    }
    Written change(const char* id, const QString& record, const char* values, std::optional<qint64> version = {})
    {
        return run([&](engine::Unit& unit) { return records::update(unit, table(id), record, json(values), version); });
    }
    Error refused(const char* id, const char* values)
    {
        auto result = tryRun([&](engine::Unit& unit) { return records::create(unit, table(id), json(values)); });
        return result ? Error() : result.error();
    }
    Error refusedChange(const char* id, const QString& record, const char* values, std::optional<qint64> version = {})
    {
        auto result =
            tryRun([&](engine::Unit& unit) { return records::update(unit, table(id), record, json(values), version); });
        return result ? Error() : result.error();
    }

    QString value(const QString& id, QStringView field, const char* in = "customer")
    {
        const auto record = records::load(m_store->writer(), *m_plan, table(in), id);
        return record && !record->value(field).isNull() ? record->value(field).toText() : QString();
    }
    QString text(const char* sql) { return textOf(m_store->writer(), forTheStore(sql)); }

    std::shared_ptr<const plan::Plan> m_plan;
    std::unique_ptr<store::Store> m_store;
    CountingIds m_ids;
    Instant m_now = 0;
    std::deque<Fact> m_facts;
};

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
