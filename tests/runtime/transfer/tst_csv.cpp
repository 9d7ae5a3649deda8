#include "runtime/records/records.h"
#include "runtime/transfer/csvimport.h"
#include "tests/runtime/testplan.h"

#include <QBuffer>

using namespace fw;
using namespace fw::testing;
using transfer::CsvFile;
using transfer::CsvRow;
using transfer::ImportOptions;
using transfer::ImportReport;

namespace
{

const QMap<QString, QByteArray> s_crm{{QStringLiteral("app.yaml"), R"yaml(kind: app
format: 1
id: crm
label: CRM
languages: [en, zh]
timezone: Asia/Shanghai
)yaml"},
                                      {QStringLiteral("tables/customer.yaml"), R"yaml(kind: table
id: customer
label: {en: Customer, zh: 客户}
title: "=name"
identity: [phone]
fields:
  - {id: name, type: text, label: {en: Name, zh: 姓名}, required: true}
  - {id: phone, type: phone, label: {en: Phone, zh: 电话}, unique: true}
  - {id: source, type: choice, label: {en: Source, zh: 来源}, options: [{id: expo, label: {en: Trade fair, zh: 展会}}, {id: web, label: {en: Website, zh: 官网}}]}
  - {id: credit, type: money, label: {en: Credit, zh: 额度}}
  - {id: born, type: date, label: {en: Born, zh: 生日}}
  - {id: vip, type: yes_no, label: {en: VIP, zh: 贵宾}}
  - {id: spent, type: rollup, of: order.customer, value: "=sum(amount)", label: {en: Spent, zh: 消费}}
)yaml"},
                                      {QStringLiteral("tables/order.yaml"), R"yaml(kind: table
id: order
label: {en: Order, zh: 订单}
title: "=number"
identity: [number]
fields:
  - {id: number, type: text, label: {en: Number, zh: 单号}, required: true, unique: true}
  - {id: customer, type: relation, to: customer, label: {en: Customer, zh: 客户}, required: true}
  - {id: amount, type: money, label: {en: Amount, zh: 金额}}
  - {id: shipped_at, type: datetime, label: {en: Shipped, zh: 发货}}
)yaml"}};

QList<CsvRow> rowsOf(QByteArray bytes, const transfer::CsvFormat& format = {})
{
    QBuffer buffer(&bytes);
    auto file = CsvFile::open(buffer, format);
    QList<CsvRow> rows;
    CsvRow row;
    while (file && (*file)->next(&row))
        rows << row;
    return rows;
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        static const auto crm = compileOrDie(s_crm);
        m_store = scratchStore();
        applyOrDie(*m_store, *crm);
        m_clock.set(1767576600000);
        m_ids = std::make_unique<CountingIds>();
        m_engine = std::make_unique<engine::Engine>(*m_store, crm, m_clock, *m_ids);
    }

    void rowsAreReadAsTheStandardSays()
    {
        const auto rows = rowsOf("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n\n  \n1,\n");
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].cells, (QStringList{QStringLiteral("x, \"y\""), QStringLiteral("two\nlines")}));
        QCOMPARE(rows[2].cells, (QStringList{QStringLiteral("1"), QString()}));
        QCOMPARE(rows[2].line, 6);
    }

    void separatorsMarksAndLineEndsAreToldFromTheFile()
    {
        QCOMPARE(rowsOf("\xef\xbb\xbfname;\"a;b\";c\rx;y;z").last().cells.size(), 3);
        QCOMPARE(rowsOf("\xef\xbb\xbfname\tphone\n").first().cells.first(), QStringLiteral("name"));
        QVERIFY(rowsOf("a,b\n\"never ends,1\n2,3\n").last().problem.english().contains(QStringLiteral("line 2")));
        QCOMPARE(rowsOf("").size(), 0);
        QCOMPARE(rowsOf("\xff\xfe"
                        "a")
                     .size(),
                 0);
    }

    void aChineseFileInGb18030IsRead()
    {
        // 姓名,电话,来源 / 王芳,13800000000,展会 and a character beyond GBK (𠮷) in four bytes
        const QByteArray gb = "\xd0\xd5\xc3\xfb,\xb5\xe7\xbb\xb0,\xc0\xb4\xd4\xb4\r\n\xcd\xf5\xb7\xbc\x95\x34\xb2\x35,"
                              "13800000000,\xd5\xb9\xbb\xe1\r\n";
        const ImportReport report = import("customer", gb);
        QCOMPARE(report.encoding, QStringLiteral("gb18030"));
        QCOMPARE(report.created, 1);
        QCOMPARE(text("SELECT name || ' ' || source FROM customer"), QStringLiteral("王芳𠮷 expo"));
    }

    void oneBadRowDoesNotChangeTheEncodingOfTheOthers()
    {
        // 王五 and 钱七 in UTF-8, 赵六 between them in GB18030
        const QByteArray bytes = "name,phone\n王五,13800000001\n\xd5\xd4\xc1\xf9,13800000002\n钱七,13800000003\n";
        const ImportReport report = import("customer", bytes);
        QCOMPARE(report.encoding, QStringLiteral("utf-8"));
        QCOMPARE(report.created, 2);
        QCOMPARE(report.failed, 1);
        QCOMPARE(report.problems.first().line, 3);
        QCOMPARE(report.problems.first().problem.code, QStringLiteral("transfer.broken_row"));
        QCOMPARE(text("SELECT group_concat(name, ' ') FROM (SELECT name FROM customer ORDER BY phone)"),
                 QStringLiteral("王五 钱七"));
    }

    void halfACharacterAtTheEndOfACellIsABrokenRow()
    {
        QVERIFY(!rowsOf("name,phone\n王\xe4\xba,1\n李,2\n")[1].problem.isEmpty());
        QVERIFY(rowsOf("name,phone\n王\xe4\xba,1\n李,2\n")[2].problem.isEmpty());
    }

    void badRowsAreReportedWithLineAndColumnAndGoodOnesKept()
    {
        QBuffer errors;
        errors.open(QIODevice::WriteOnly);
        ImportOptions options;
        options.errors = &errors;
        const ImportReport report = import("customer",
                                           "姓名,Phone,额度,born,vip,remark\n"
                                           "甲,13800000001,\"1,234.50\",2000/1/5,是,x\n"
                                           "乙,12,abc,2000-13-01,maybe,x\n"
                                           ",13800000003,1,,,\n"
                                           "丁,13800000004,1,,,,,too many\n"
                                           "戊,13800000005,￥99,19990203,no,\n",
                                           options);
        QCOMPARE(report.rows, 5);
        QCOMPARE(report.created, 2);
        QCOMPARE(report.failed, 3);
        QCOMPARE(report.ignored, QStringList{QStringLiteral("remark")});
        QCOMPARE(text("SELECT group_concat(told) FROM (SELECT name || units(credit) || born || CAST(vip AS integer) AS "
                      "told FROM customer) AS rows"),
                 QStringLiteral("甲1234502000-01-051,戊99001999-02-030"));
        QCOMPARE(report.problems.size(), 6); // four in line 3, one each in 4 and 5
        QCOMPARE(report.problems[0].line, 3);
        QCOMPARE(report.problems[0].column, QStringLiteral("Phone"));
        QCOMPARE(report.problems[0].value, QStringLiteral("12"));
        const auto lines = rowsOf(errors.data());
        QCOMPARE(lines.size(), 4); // a header and one line a row, to be mended and imported again
        QCOMPARE(lines[1].cells[0], QStringLiteral("3"));
        QVERIFY(lines[1].cells[1].contains(QStringLiteral("[额度]")));
        QCOMPARE(lines[1].cells[2], QStringLiteral("乙"));
    }

    void oneCauseOneAuditRowAndNoWorkflow()
    {
        ImportOptions options;
        options.batch = 2;
        const ImportReport report =
            import("customer", "name,phone\na,13800000001\nb,13800000002\nc,13800000003\n", options);
        QCOMPARE(report.created, 3);
        QCOMPARE(text("SELECT group_concat(parent) FROM fw_cause WHERE kind = 'import'"), QStringLiteral("0,1"));
        QCOMPARE(text("SELECT min(quiet) FROM fw_cause WHERE kind = 'import'"), QStringLiteral("1"));
        QCOMPARE(text("SELECT group_concat(kind) FROM fw_audit"), QStringLiteral("imported,imported"));
        QVERIFY(text("SELECT after FROM fw_audit_value").contains(QStringLiteral("\"records\":2")));
    }

    void knownPeopleAreMergedOrUpdated()
    {
        (void)import("customer", "name,phone\n老王,13800000001\n");
        const ImportReport merged = import("customer", "name,phone,credit\n小王,138 0000 0001,5\n");
        QCOMPARE(merged.merged, 1);
        QCOMPARE(text("SELECT name || units(credit) FROM customer"), QStringLiteral("老王500"));
        ImportOptions options;
        options.known = ImportOptions::Known::Update;
        QCOMPARE(import("customer", "name,phone\n小王,13800000001\n新,13800000002\n", options).updated, 1);
        QCOMPARE(text("SELECT group_concat(name) FROM customer"), QStringLiteral("小王,新"));
    }

    void aDryRunKeepsNothingAndSeesEarlierRows()
    {
        ImportOptions options;
        options.dryRun = true;
        options.batch = 1;
        const ImportReport report = import("customer", "name,phone\na,13800000001\nb,13800000001\nc,x\n", options);
        QCOMPARE(report.created, 1);
        QCOMPARE(report.merged, 1);
        QCOMPARE(report.failed, 1);
        QCOMPARE(text("SELECT count(*) FROM customer"), QStringLiteral("0"));
        QCOMPARE(text("SELECT count(*) FROM fw_cause"), QStringLiteral("0"));
    }

    void aMappingNamesFieldsValuesAndDates()
    {
        (void)import("customer", "name,phone\n王芳,13800000001\n李雷,13800000002\n");
        const auto mapping = transfer::readMapping(R"yaml(columns:
  Order No: number
  buyer: {field: customer, match: name}
  junk: "-"
values:
  customer: {小芳: 王芳}
dates: d/M/yyyy H:mm
)yaml",
                                                   QStringLiteral("order.map.yaml"));
        QVERIFY2(mapping.ok(), mapping.ok() ? "" : qPrintable(mapping.error().text()));
        ImportOptions options;
        options.mapping = *mapping;
        const ImportReport report = import(
            "order", "Order No,buyer,amount,junk,shipped_at\n1,小芳,10,?,31/12/2025 8:05\n2,李雷,20.5,?,\n3,谁,1,?,\n",
            options);
        QCOMPARE(report.created, 2);
        QCOMPARE(report.problems.first().column, QStringLiteral("buyer"));
        QCOMPARE(text("SELECT shipped_at FROM \"order\" WHERE number = '1'"), QStringLiteral("1767139500000"));
        QCOMPARE(
            text("SELECT group_concat(cents) FROM (SELECT units(spent) AS cents FROM customer ORDER BY id) AS rows"),
            QStringLiteral("1000,2050"));
        QCOMPARE(transfer::readMapping("colums: {}\n", QStringLiteral("m.yaml")).error().code(),
                 QStringLiteral("transfer.mapping"));
    }

    void relationsAreFoundByWhatPeopleCallThem()
    {
        (void)import("customer", "name,phone\n王芳,13800000001\n重名,13800000002\n重名,13800000003\n");
        const ImportReport report = import("order", "number,customer\n1,13800000001\n2,王芳\n3,重名\n4,\n");
        QCOMPARE(report.created, 2);
        QCOMPARE(report.problems[0].problem.code, QStringLiteral("record.ambiguous_record"));
        QCOMPARE(report.problems[1].problem.code, QStringLiteral("record.required"));
    }

    void whatWasExportedImportsAgainUnchanged()
    {
        (void)import("customer",
                     "name,phone,source,credit,born,vip\n\"王,\"\"芳\"\"\n二\",13800000001,官网,0.07,2000-01-05,否\n");
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        QCOMPARE(*transfer::exportCsv(m_store->writer(), m_engine->plan(), QStringLiteral("customer"), {},
                                      QStringLiteral("zh"), out),
                 1);
        QVERIFY(out.data().contains("姓名,电话,来源"));
        ImportOptions options;
        options.known = ImportOptions::Known::Update;
        const ImportReport again = import("customer", out.data(), options);
        QVERIFY2(again.unchanged == 1, qPrintable(QString::fromUtf8(QJsonDocument(again.toJson()).toJson())));
    }

    void headersThatFitNothingAreRefused()
    {
        QByteArray bytes = "foo,bar\n1,2\n";
        QBuffer buffer(&bytes);
        QCOMPARE(transfer::importCsv(*m_engine, QStringLiteral("customer"), buffer).error().code(),
                 QStringLiteral("transfer.no_column"));
        QCOMPARE(transfer::importCsv(*m_engine, QStringLiteral("nowhere"), buffer).error().code(),
                 QStringLiteral("transfer.unknown_table"));
    }

    void aFullDiskKeepsTheBatchesBeforeIt()
    {
        if (onPostgres())
            QSKIP("a disk of SQLite's; how a server that fails is told stands in store/postgres");
        QByteArray bytes = "name,phone\n";
        for (int i = 0; i < 3000; ++i)
            bytes += "name " + QByteArray(200, 'x') + ',' + QByteArray::number(13800000000 + i) + '\n';
        auto pages = m_store->writer().execute("PRAGMA max_page_count=200");
        QVERIFY(pages.ok());
        QBuffer buffer(&bytes);
        ImportOptions options;
        options.batch = 500;
        const auto report = transfer::importCsv(*m_engine, QStringLiteral("customer"), buffer, options);
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code(), QStringLiteral("store.full"));
        const int kept = text("SELECT count(*) FROM customer").toInt();
        QVERIFY2(kept > 0 && kept % 500 == 0, qPrintable(QString::number(kept)));
    }

private:
    ImportReport import(const char* table, QByteArray bytes, const ImportOptions& options = {})
    {
        QBuffer buffer(&bytes);
        auto report = transfer::importCsv(*m_engine, QString::fromLatin1(table), buffer, options);
        if (!report)
            qFatal("%s", qPrintable(report.error().text()));
        return *report;
    }
    QString text(const char* sql) { return textOf(m_store->writer(), forTheStore(sql)); }

    std::unique_ptr<store::Store> m_store;
    VirtualClock m_clock;
    std::unique_ptr<CountingIds> m_ids;
    std::unique_ptr<engine::Engine> m_engine;
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
