// The record service against the bare database, in one process on one disk. What counts are the ratios, which the last
// lines print: durable single writes and a bulk import beside the same rows put in by prepared statements.
#include "runtime/engine/engine.h"
#include "runtime/plan/compileplan.h"
#include "runtime/records/records.h"
#include "runtime/store/apply.h"
#include "runtime/transfer/csvimport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace fw;

namespace
{

constexpr int s_single = 2000;
constexpr int s_bulk = 100000;

const QMap<QString, QByteArray> s_app{
    {QStringLiteral("app.yaml"),
     "kind: app\nformat: 1\nid: bench\nlabel: Bench\nlanguages: [en]\ntimezone: Asia/Shanghai\n"},
    {QStringLiteral("tables/customer.yaml"), R"yaml(kind: table
id: customer
label: Customer
title: "=name"
identity: [phone]
fields:
  - {id: name, type: text, label: Name, required: true}
  - {id: company, type: text, label: Company}
  - {id: phone, type: phone, label: Phone, unique: true}
  - {id: email, type: email, label: E-mail}
  - {id: credit, type: money, label: Credit}
  - {id: since, type: date, label: Since}
)yaml"}};

/// Seconds that `work` takes.
double seconds(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

QStringList row(int i)
{
    return {QStringLiteral("王芳 %1").arg(i), QStringLiteral("云帆科技有限公司"),
            QString::number(13000000000 + i), QStringLiteral("c%1@example.com").arg(i),
            QStringLiteral("1234.50"),        QStringLiteral("2026-01-05")};
}

/// The rows alone, by one prepared statement into a table of the same shape and indexes.
class Bare
{
public:
    explicit Bare(const QString& path) : m_store(std::move(*store::Store::open(path, QStringLiteral("bench"))))
    {
        (void)m_store->writer().execute(
            "CREATE TABLE bare (id TEXT NOT NULL PRIMARY KEY, version INTEGER, created_at INTEGER, updated_at INTEGER, "
            "name TEXT, company TEXT, phone TEXT, email TEXT, credit INTEGER, since TEXT) STRICT;"
            "CREATE UNIQUE INDEX bare_phone ON bare (phone)");
    }
    void insert(int i)
    {
        const QStringList cells = row(i);
        store::Statement& statement =
            m_store->writer().prepare("INSERT INTO bare VALUES (?, 1, 0, 0, ?, ?, ?, ?, ?, ?)");
        statement.bind(0, m_ids.next(1000 + i))
            .bind(1, cells[0])
            .bind(2, cells[1])
            .bind(3, cells[2])
            .bind(4, cells[3])
            .bind(5, 123450)
            .bind(6, cells[5]);
        m_store->writer().step(statement);
    }
    store::Store& store() { return *m_store; }

private:
    std::unique_ptr<store::Store> m_store;
    CountingIds m_ids;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QTemporaryDir dir;
    Bare bare(dir.filePath(QStringLiteral("bare.db")));
    auto store = std::move(*store::Store::open(dir.filePath(QStringLiteral("records.db")), QStringLiteral("bench")));
    auto plan = plan::compilePlan(*Definition::fromFiles(s_app));
    if (!plan || !store::apply(*store, *store::planApply(*store, **plan), {}, {}, {}, true, 0))
        return 1;
    RandomIds ids;
    SystemClock clock;
    engine::Engine engine(*store, *plan, clock, ids);

    const double bareSingle = seconds([&] {
        for (int i = 0; i < s_single; ++i)
            (void)bare.store().commit([&] { bare.insert(i); });
    });
    const double recordSingle = seconds([&] {
        for (int i = 0; i < s_single; ++i) {
            const QStringList cells = row(i);
            engine::Command command;
            command.table = QStringLiteral("customer");
            command.values = {{QStringLiteral("name"), cells[0]},   {QStringLiteral("company"), cells[1]},
                              {QStringLiteral("phone"), cells[2]},  {QStringLiteral("email"), cells[3]},
                              {QStringLiteral("credit"), cells[4]}, {QStringLiteral("since"), cells[5]}};
            if (!engine.perform(command).ok)
                std::abort();
        }
    });
    QByteArray csv = "name,company,phone,email,credit,since\r\n";
    for (int i = s_single; i < s_single + s_bulk; ++i)
        csv += transfer::csvLine(row(i));
    const double bareBulk = seconds([&] {
        (void)bare.store().commit([&] {
            for (int i = s_single; i < s_single + s_bulk; ++i)
                bare.insert(i);
        });
    });
    QBuffer file(&csv);
    const double import = seconds([&] {
        const auto report = transfer::importCsv(engine, QStringLiteral("customer"), file);
        if (!report || report->created != s_bulk)
            std::abort();
    });
    std::printf("durable single writes: bare %.0f/s, through the engine %.0f/s: %.0f %% of the floor\n",
                s_single / bareSingle, s_single / recordSingle, 100 * bareSingle / recordSingle);
    std::printf("import of %d rows: bare %.0f/s, CSV import %.0f/s: %.1f times as long\n", s_bulk, s_bulk / bareBulk,
                s_bulk / import, import / bareBulk);
    return 0;
}
