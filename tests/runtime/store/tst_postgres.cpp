#include "../teststore.h"
#include "cuttingproxy.h"
#include "runtime/store/outbox.h"
#include "runtime/store/place.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QTest>

#include <atomic>

using namespace fw;
using namespace fw::store;
using fw::testing::newSchema;
using fw::testing::textOf;

namespace
{

/// A server of its own, which a test may stop.
class Server
{
public:
    explicit Server(const QStringList& settings = {})
    {
        if (!control(QStringLiteral("start"), settings))
            qFatal("The server does not start.");
        QFile written(file());
        if (!written.open(QIODevice::ReadOnly))
            qFatal("The server has no address.");
        address = QString::fromUtf8(written.readAll()).trimmed();
    }
    ~Server() { control(QStringLiteral("stop")); }
    bool control(const QString& action, const QStringList& settings = {}) const
    {
        QProcess cluster;
        cluster.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        cluster.start(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/postgres/cluster"),
                      QStringList{action, file()} + settings);
        return cluster.waitForFinished(120'000) && cluster.exitCode() == 0;
    }
    QString file() const { return m_folder.filePath(QStringLiteral("server.url")); }

    QString address;

private:
    QTemporaryDir m_folder;
};

std::unique_ptr<Store> open(const QString& place)
{
    auto store = Store::open(place, QStringLiteral("the tests"));
    if (!store)
        qFatal("%s", qPrintable(store.error().text()));
    return std::move(*store);
}

OutboxRow message(const QString& key)
{
    OutboxRow row;
    row.key = key;
    row.connector = QStringLiteral("mail");
    row.message = QStringLiteral("hello");
    row.due = 1000;
    return row;
}

} // namespace

/// What a store on a PostgreSQL server promises beyond what every store does.
class TestPostgres : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!testing::onPostgres())
            QSKIP("no test server");
    }

    void anEmptySchemaBecomesAStoreAndStaysOne()
    {
        const QString place = newSchema();
        QVERIFY(open(place)->setSetting(QStringLiteral("a"), QStringLiteral("一")).ok());
        QCOMPARE(open(place)->setting(QStringLiteral("a")), QStringLiteral("一"));
    }

    void aSchemaOfAnotherProgramIsLeftAsItIs()
    {
        const QString place = newSchema();
        auto connection = Connection::open(place, Connection::Mode::Owner);
        QVERIFY((*connection)->execute("CREATE TABLE things (a int)").ok());
        QCOMPARE(Store::open(place, {}).error().code(), QStringLiteral("store.not_a_store"));
        QCOMPARE(textOf(**connection, "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"),
                 QStringLiteral("1"));
    }

    void aNewerStoreIsRefused()
    {
        const QString place = newSchema();
        QVERIFY(open(place)->writer().execute("UPDATE fw_meta SET value = 99 WHERE key = 'schema.base'").ok());
        QCOMPARE(Store::open(place, {}).error().code(), QStringLiteral("store.newer"));
    }

    void aReaderSeesWhatIsCommittedAndWritesNothing()
    {
        auto store = open(newSchema());
        auto reader = store->reader();
        QVERIFY(reader.ok());
        QVERIFY(store
                    ->commit([&] {
                        (void)store->setSetting(QStringLiteral("a"), QStringLiteral("1"));
                        QCOMPARE(textOf(**reader, "SELECT count(*) FROM fw_setting WHERE key = 'a'"),
                                 QStringLiteral("0"));
                    })
                    .ok());
        QCOMPARE(textOf(**reader, "SELECT count(*) FROM fw_setting WHERE key = 'a'"), QStringLiteral("1"));
        QCOMPARE((*reader)->execute("DELETE FROM fw_setting").error().code(), QStringLiteral("store.readonly"));
    }

    void aFailedCommitLeavesNothingAndTheNextOneWorks()
    {
        auto store = open(newSchema());
        Connection& writer = store->writer();
        const auto failed = store->commit([&] {
            (void)store->setSetting(QStringLiteral("a"), QStringLiteral("1"));
            writer.step(writer.prepare("INSERT INTO fw_user_role (\"user\", role) VALUES ('nobody', 'sales')"));
        });
        QCOMPARE(failed.error().code(), QStringLiteral("store.constraint"));
        QVERIFY(store->setting(QStringLiteral("a")).isNull());
        QVERIFY(store->commit([&] { (void)store->setSetting(QStringLiteral("a"), QStringLiteral("2")); }).ok());
        QCOMPARE(store->setting(QStringLiteral("a")), QStringLiteral("2"));
    }

    void textWithAZeroByteIsRefusedNotCutOff()
    {
        auto store = open(newSchema());
        QVERIFY(!store->setSetting(QStringLiteral("a"), QStringLiteral("before") + QChar(0) + QStringLiteral("after"))
                     .ok());
    }

    // --- the server goes away ---
    void aRestartBetweenCommitsIsNotNoticed()
    {
        const Server& server = ownServer();
        auto store = open(newSchema(server.address));
        QVERIFY(store->setSetting(QStringLiteral("a"), QStringLiteral("1")).ok());
        QVERIFY(server.control(QStringLiteral("restart")));
        QCOMPARE(store->setting(QStringLiteral("a")), QStringLiteral("1"));
        QVERIFY(server.control(QStringLiteral("restart")));
        QVERIFY(store->commit([&] { (void)store->setSetting(QStringLiteral("a"), QStringLiteral("2")); }).ok());
        QCOMPARE(store->setting(QStringLiteral("a")), QStringLiteral("2"));
    }

    void aRestartInTheMiddleOfAUnitRepeatsIt()
    {
        const Server& server = ownServer();
        auto store = open(newSchema(server.address));
        int runs = 0;
        const auto committed = store->commit([&] {
            Savepoint unit(store->writer());
            enqueue(store->writer(), message(QStringLiteral("m%1").arg(++runs)));
            if (runs == 1)
                QVERIFY(server.control(QStringLiteral("restart")));
            enqueue(store->writer(), message(QStringLiteral("n%1").arg(runs)));
            (void)unit.release();
        });
        QVERIFY2(committed.ok(), committed ? "" : qPrintable(committed.error().text()));
        QCOMPARE(runs, 2);
        QStringList keys;
        for (const OutboxRow& row : messages(store->writer()))
            keys << row.key;
        QCOMPARE(keys, (QStringList{QStringLiteral("m2"), QStringLiteral("n2")}));
    }

    void aCommitWhoseAnswerIsLostHappensOnce_data()
    {
        QTest::addColumn<int>("cut");
        QTest::addColumn<int>("runs");
        QTest::newRow("the server has it") << int(CuttingProxy::Cut::AfterCommit) << 1;
        QTest::newRow("the server never got it") << int(CuttingProxy::Cut::BeforeCommit) << 2;
    }
    void aCommitWhoseAnswerIsLostHappensOnce()
    {
        QFETCH(int, cut);
        QFETCH(int, runs);
        QString place = newSchema();
        const QString folder = place.section(QStringLiteral("host="), 1).section(u'&', 0, 0);
        CuttingProxy proxy(folder);
        auto store = open(place.replace(folder, proxy.folder()));
        QVERIFY(store->setSetting(QStringLiteral("a"), QStringLiteral("1")).ok());
        int ran = 0;
        proxy.next = static_cast<CuttingProxy::Cut>(cut);
        const auto committed = store->commit([&] { enqueue(store->writer(), message(QString::number(++ran))); });
        QVERIFY2(committed.ok(), committed ? "" : qPrintable(committed.error().text()));
        QTRY_COMPARE(proxy.cuts.load(), 1);
        QCOMPARE(ran, runs);
        QCOMPARE(messages(store->writer()).size(), size_t(1));
    }

    void aServerThatIsGoneIsSaidInWords()
    {
        const Server& server = ownServer();
        const QString address = server.address + QStringLiteral("&connect_timeout=1");
        auto store = open(address);
        QVERIFY(server.control(QStringLiteral("stop")));
        m_server.reset();
        const auto failed = store->commit([] {});
        QVERIFY(!failed.ok());
        const Problem problem = failed.error().problems().first();
        QCOMPARE(problem.code, QStringLiteral("store.gone"));
        QVERIFY2(problem.what.english().contains(shownPlace(address)), qPrintable(problem.what.english()));
        QVERIFY2(problem.remedy.english().contains(QStringLiteral("What was confirmed is stored")),
                 qPrintable(problem.remedy.english()));
    }

    void noPasswordIsEverShown()
    {
        for (const char* place : {"postgresql://u:geheim@127.0.0.1:1/app", "postgresql://u:ge%heim@127.0.0.1/app",
                                  "postgresql://127.0.0.1:1/app?user=u&password=geheim"}) {
            const auto refused = Store::open(QString::fromLatin1(place), QStringLiteral("the tests"));
            QVERIFY(!refused.ok());
            for (const Problem& problem : refused.error().problems())
                QVERIFY2(!problem.toString().contains(QStringLiteral("heim")), qPrintable(problem.toString()));
        }
    }

    // --- several runtimes ---
    void othersAreWokenByACommitAndNotByTheirOwn()
    {
        const QString place = newSchema();
        auto one = open(place), two = open(place);
        std::atomic<int> first = 0, second = 0;
        const auto watchOne = one->watch([&] { ++first; });
        const auto watchTwo = two->watch([&] { ++second; });
        QTRY_VERIFY(first == 1 && second == 1); // beginning to listen counts
        QVERIFY(one->commit([&] { (void)one->setSetting(QStringLiteral("a"), QStringLiteral("1")); }).ok());
        QTRY_COMPARE(second.load(), 2);
        QCOMPARE(first.load(), 1);
        QVERIFY(two->commit([] {}).ok()); // nothing written, nobody woken
        QVERIFY(two->commit([&] { (void)two->setSetting(QStringLiteral("a"), QStringLiteral("2")); }).ok());
        QTRY_COMPARE(first.load(), 2);
        QCOMPARE(second.load(), 2);
    }

    void aMessageHasOneSenderAndIsInDoubtOnlyWhenThatOneIsGone()
    {
        const QString place = newSchema();
        auto one = open(place), two = open(place);
        enqueue(one->writer(), message(QStringLiteral("m")));
        std::optional<OutboxRow> claimed, again;
        QVERIFY(one->commit([&] {
                       claimed = firstDueMessages(one->writer(), 2000).front();
                       holdMessage(one->writer(), claimed->id);
                       claimed->state = QStringLiteral("sending");
                       updateMessage(one->writer(), *claimed);
                   })
                    .ok());
        size_t abandoned = 9;
        QVERIFY(two->commit([&] {
                       if (const auto due = firstDueMessages(two->writer(), 2000); !due.empty())
                           again = due.front();
                       abandoned = abandonedMessages(two->writer()).size();
                   })
                    .ok());
        QVERIFY(claimed && !again);
        QCOMPARE(abandoned, size_t(0));
        one.reset();
        const auto seen = [&] {
            (void)two->commit([&] { abandoned = abandonedMessages(two->writer()).size(); });
            return abandoned;
        };
        QTRY_COMPARE(seen(), size_t(1)); // the server notices an ended connection a moment later
    }

private:
    /// One that may be stopped, for the tests in which it goes away.
    const Server& ownServer()
    {
        if (!m_server)
            m_server = std::make_unique<Server>();
        return *m_server;
    }
    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
