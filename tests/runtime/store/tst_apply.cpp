#include "tests/runtime/testplan.h"

#include <QTemporaryDir>

using namespace fw;
using namespace fw::store;
using namespace fw::testing;
using plan::FieldType;
using Kind = ApplyChange::Kind;

namespace
{

QString text(Connection& connection, const QByteArray& sql)
{
    Statement& statement = connection.prepare(sql);
    const QString value = connection.step(statement) ? statement.text(0) : QStringLiteral("(no row)");
    while (connection.step(statement)) {
    }
    return value;
}

/// Record tables keep some values in each database's own way (runtime/store/README.md, "How values lie").
QByteArray either(const char* sqlite, const char* postgres)
{
    return onPostgres() ? postgres : sqlite;
}

plan::Table orders()
{
    auto made = table(QStringLiteral("order"), {field(QStringLiteral("number"), FieldType::Text),
                                                relation(QStringLiteral("customer"), QStringLiteral("customer")),
                                                field(QStringLiteral("amount"), FieldType::Money),
                                                field(QStringLiteral("ordered_on"), FieldType::Date)});
    made.fields[0].unique = true;
    return made;
}

plan::Table customers()
{
    auto made = table(QStringLiteral("customer"),
                      {field(QStringLiteral("name"), FieldType::Text), field(QStringLiteral("phone"), FieldType::Phone),
                       field(QStringLiteral("vip"), FieldType::YesNo),
                       field(QStringLiteral("called_at"), FieldType::DateTime)});
    made.identity = {QStringLiteral("phone")};
    return made;
}

} // namespace

class TestApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = scratchStore();
        applyOrDie(*m_store, *planOf({customers(), orders()}));
        sql("INSERT INTO customer (id, version, created_at, updated_at, name, phone, vip, called_at) VALUES ('c1', "
            "1, " +
            either("0, 0, '王芳', '13800000000', 1, 1767576600000)",
                   "'epoch', 'epoch', '王芳', '13800000000', TRUE, '2026-01-05T01:30:00Z')"));
        sql("INSERT INTO \"order\" (id, version, created_at, updated_at, number, customer, amount, ordered_on) "
            "VALUES " +
            either("('o1', 1, 0, 0, 'A-1', 'c1', 123456, '2026-01-05'), ('o2', 1, 0, 0, 'A-2', 'c1', -50, NULL)",
                   "('o1', 1, 'epoch', 'epoch', 'A-1', 'c1', 1234.56, '2026-01-05'), ('o2', 1, 'epoch', 'epoch', "
                   "'A-2', 'c1', -0.50, NULL)"));
    }

    void tablesHaveTypesAndConstraintsOfTheirOwn()
    {
        QVERIFY(!writer().execute("UPDATE \"order\" SET amount = 'much'").ok());
        QVERIFY(!writer().execute("UPDATE \"order\" SET ordered_on = '5 Jan'").ok());
        QVERIFY(!writer().execute("UPDATE \"order\" SET customer = 'nobody'").ok());
        QVERIFY(!writer().execute("UPDATE \"order\" SET number = 'A-1'").ok());
        QVERIFY(!writer().execute("UPDATE customer SET vip = 2").ok());
        sql("UPDATE \"order\" SET deleted_at = created_at WHERE id = 'o1'");
        sql("UPDATE \"order\" SET number = 'A-1' WHERE id = 'o2'"); // the bin does not block a number
    }

    void viewsShowRealDecimalsAndLocalTimes()
    {
        QCOMPARE(text(writer(), "SELECT amount FROM v_order WHERE id = 'o1'"), QStringLiteral("1234.56"));
        QCOMPARE(text(writer(), "SELECT called_at FROM v_customer"), QStringLiteral("2026-01-05 09:30:00.000"));
        sql("UPDATE customer SET deleted_at = created_at");
        QCOMPARE(text(writer(), "SELECT count(*) FROM v_customer"), QStringLiteral("0"));
    }

    void applyingWhatIsAppliedChangesNothing()
    {
        auto target = planOf({customers(), orders()});
        auto planned = planApply(*m_store, *target);
        QVERIFY(planned->changes.isEmpty() && planned->finish.isEmpty());
        QCOMPARE(*apply(*m_store, *planned, "package", {}, {}, false, 0), 1);
        QCOMPARE(m_store->publishedNumber(), 1);
    }

    void aNewFieldIsAddedAndSaidInWords()
    {
        auto wider = customers();
        wider.fields.push_back(field(QStringLiteral("city"), FieldType::Text));
        auto planned = planApply(*m_store, *planOf({wider, orders()}));
        QCOMPARE(planned->changes.size(), 1);
        QCOMPARE(planned->changes[0].kind, Kind::AddColumn);
        QCOMPARE(planned->text(), QStringList{QStringLiteral("Add field city to customer (1 records).")});
        QCOMPARE(*apply(*m_store, *planned, "package", {}, {}, false, 0), 2);
        QCOMPARE(text(writer(), "SELECT name FROM v_customer WHERE city IS NULL"), QStringLiteral("王芳"));
    }

    void aRenamedFieldAndTableKeepTheirValues()
    {
        auto clients = customers();
        clients.id = QStringLiteral("client");
        clients.was = {QStringLiteral("customer")};
        clients.fields[0].id = QStringLiteral("full_name");
        clients.fields[0].was = {QStringLiteral("name")};
        auto deals = orders();
        deals.fields[1].relationTo = QStringLiteral("client");
        applyOrDie(*m_store, *planOf({clients, deals}));
        QCOMPARE(text(writer(), "SELECT full_name FROM v_client"), QStringLiteral("王芳"));
        QVERIFY(!writer().execute("UPDATE \"order\" SET customer = 'nobody'").ok());
        QVERIFY(planApply(*m_store, *planOf({clients, deals}))->changes.isEmpty());
    }

    void aFieldLeftOutIsHiddenAndComesBackWithItsValues()
    {
        auto narrow = customers();
        narrow.fields.erase(narrow.fields.begin() + 1);
        narrow.identity.clear();
        auto planned = planApply(*m_store, *planOf({narrow, orders()}));
        QCOMPARE(planned->changes.first().kind, Kind::RetireColumn);
        QVERIFY(planned->text().first().contains(QStringLiteral("its 1 values stay")));
        applyOrDie(*m_store, *planOf({narrow, orders()}));
        QVERIFY(!shows("v_customer", "phone"));
        applyOrDie(*m_store, *planOf({customers(), orders()}));
        QCOMPARE(text(writer(), "SELECT phone FROM v_customer"), QStringLiteral("13800000000"));
    }

    void aTableLeftOutIsHiddenAndComesBack()
    {
        applyOrDie(*m_store, *planOf({customers()}));
        QVERIFY(!shows("v_order", "id"));
        applyOrDie(*m_store, *planOf({customers(), orders()}));
        QCOMPARE(text(writer(), "SELECT count(*) FROM v_order"), QStringLiteral("2"));
    }

    void fewerDecimalsNeedConsent()
    {
        auto coarse = orders();
        coarse.fields[2].decimals = 0;
        auto target = planOf({customers(), coarse});
        auto planned = planApply(*m_store, *target);
        QCOMPARE(planned->changes.size(), 1);
        QCOMPARE(planned->changes[0].lost, 2);
        QCOMPARE(apply(*m_store, *planned, "package", {}, {}, false, 0).error().code(),
                 QStringLiteral("apply.needs_consent"));
        QCOMPARE(text(writer(), "SELECT amount FROM v_order WHERE id = 'o1'"), QStringLiteral("1234.56"));
        QVERIFY(apply(*m_store, *planned, "package", {}, {}, true, 0).ok());
        QCOMPARE(text(writer(), "SELECT amount FROM v_order WHERE id = 'o1'"), QStringLiteral("1235"));
        QCOMPARE(text(writer(), "SELECT amount FROM v_order WHERE id = 'o2'"),
                 QStringLiteral("-1")); // half away from zero
    }

    void moreDecimalsLoseNothing()
    {
        auto fine = orders();
        fine.fields[2].decimals = 4;
        auto planned = planApply(*m_store, *planOf({customers(), fine}));
        QVERIFY(!planned->changes[0].needsConsent);
        applyOrDie(*m_store, *planOf({customers(), fine}));
        QCOMPARE(text(writer(), "SELECT amount FROM v_order WHERE id = 'o1'"),
                 QString::fromUtf8(either("1234.56", "1234.5600")));
    }

    void anotherTypePutsTheOldValuesAside()
    {
        auto changed = orders();
        changed.fields[0] = field(QStringLiteral("number"), FieldType::Number);
        auto planned = planApply(*m_store, *planOf({customers(), changed}));
        QVERIFY(planned->changes[0].needsConsent);
        applyOrDie(*m_store, *planOf({customers(), changed}));
        QCOMPARE(text(writer(), "SELECT fw_old1_number FROM \"order\" WHERE id = 'o1' AND number IS NULL"),
                 QStringLiteral("A-1"));
    }

    void aFieldWithEqualValuesCannotBecomeUnique()
    {
        sql("INSERT INTO customer (id, version, created_at, updated_at, name) SELECT 'c2', 1, created_at, updated_at, "
            "name FROM customer");
        auto strict = customers();
        strict.fields[0].unique = true;
        auto planned = planApply(*m_store, *planOf({strict, orders()}));
        QVERIFY(!planned.ok());
        QCOMPARE(planned.error().code(), QStringLiteral("apply.not_unique"));
    }

    void aStalePlanIsRefused()
    {
        auto planned = planApply(*m_store, *planOf({customers()}));
        applyOrDie(*m_store,
                   *planOf({customers(), orders(),
                            table(QStringLiteral("note"), {field(QStringLiteral("body"), FieldType::LongText)})}));
        QCOMPARE(apply(*m_store, *planned, "package", {}, {}, true, 0).error().code(), QStringLiteral("apply.stale"));
    }

    void aFailingApplyLeavesEverythingAsItWas()
    {
        auto wider = customers();
        wider.fields.push_back(field(QStringLiteral("city"), FieldType::Text));
        auto planned = planApply(*m_store, *planOf({wider, orders()}));
        planned->changes.last().sql << "THIS IS NO SQL";
        QVERIFY(!apply(*m_store, *planned, "package", {}, {}, true, 0).ok());
        QCOMPARE(m_store->publishedNumber(), 1);
        QVERIFY(shows("customer", "name") && !shows("customer", "city"));
        QCOMPARE(text(writer(), "SELECT name FROM v_customer"), QStringLiteral("王芳"));
    }

    void idsThatTheStoreKeepsForItselfAreRefused()
    {
        QCOMPARE(planApply(*m_store,
                           *planOf({table(QStringLiteral("fw_meta"), {field(QStringLiteral("a"), FieldType::Text)})}))
                     .error()
                     .code(),
                 QStringLiteral("apply.reserved_id"));
    }

private:
    Connection& writer() { return m_store->writer(); }
    /// Whether a table or view has such a column.
    bool shows(const QByteArray& table, const QByteArray& column)
    {
        return text(writer(), either("SELECT count(*) FROM pragma_table_info('", "SELECT count(*) FROM "
                                                                                 "information_schema.columns WHERE "
                                                                                 "table_schema = current_schema() AND "
                                                                                 "table_name = '") +
                                  table + either("') WHERE name = '", "' AND column_name = '") + column + '\'') ==
               QLatin1String("1");
    }
    void sql(const QByteArray& statement)
    {
        auto done = writer().execute(statement);
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().text()));
    }
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
