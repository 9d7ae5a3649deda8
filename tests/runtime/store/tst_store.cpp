#include "runtime/platform/filesystem.h"
#include "runtime/store/store.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace fw;
using namespace fw::store;

namespace
{

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

qint64 count(Connection& connection, const char* sql)
{
    Statement& statement = connection.prepare(sql);
    const qint64 value = connection.step(statement) ? statement.integer(0) : -1;
    while (connection.step(statement)) {
    }
    return value;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aNewStoreIsDurableAndHasItsSystemTables()
    {
        auto store = open();
        QVERIFY2(store.ok(), message(store));
        Connection& writer = (*store)->writer();
        Statement& mode = writer.prepare("PRAGMA journal_mode");
        QVERIFY(writer.step(mode));
        QCOMPARE(mode.text(0), QStringLiteral("wal"));
        QCOMPARE(count(writer, "PRAGMA synchronous"), 2);
        QCOMPARE(count(writer, "PRAGMA foreign_keys"), 1);
        QVERIFY(
            count(
                writer,
                "SELECT count(*) FROM sqlite_schema WHERE name IN ('fw_meta', 'fw_cause', 'fw_audit', 'fw_change')") ==
            4);
    }

    void aSecondOwnerIsRefusedByName()
    {
        auto first = open();
        QVERIFY(first.ok());
        auto second = Store::open(path(), QStringLiteral("another program"));
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code(), QStringLiteral("lock.held"));
        const QString text = second.error().problems().first().what.english();
        QVERIFY2(text.contains(QStringLiteral("the tests")) &&
                     text.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(text));
        first->reset();
        QVERIFY(Store::open(path(), QStringLiteral("another program")).ok());
    }

    void anOwnerThatWasKilledLeavesNothingLocked()
    {
        QVERIFY(open().ok());
        QProcess holder;
        holder.start(QStringLiteral("flock"),
                     {QStringLiteral("--no-fork"), path() + QStringLiteral(".lock"), QStringLiteral("sh"),
                      QStringLiteral("-c"), QStringLiteral("echo held; exec sleep 60")});
        if (!holder.waitForStarted())
            QSKIP("no flock program here");
        QVERIFY(holder.waitForReadyRead());
        QCOMPARE(open().error().code(), QStringLiteral("lock.held"));
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QVERIFY(open().ok());
    }

    void networkDrivesAreKnownByTheirNames_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("shared");
        for (const char* type : {"nfs", "nfs4", "cifs", "smb3", "9p", "virtiofs", "vboxsf", "ceph", "fuse.sshfs",
                                 "fuse.glusterfs", "fuse.rclone", "fuse"})
            QTest::newRow(type) << QString::fromLatin1(type) << true;
        for (const char* type : {"ext4", "btrfs", "xfs", "zfs", "tmpfs", "overlay", "fuseblk", "fuse.fuse-overlayfs",
                                 "vfat", "exfat", "f2fs"})
            QTest::newRow(type) << QString::fromLatin1(type) << false;
    }
    /// SQLite's write-ahead log must not lie on a drive that other computers share.
    void networkDrivesAreKnownByTheirNames()
    {
        QFETCH(QString, type);
        QFETCH(bool, shared);
        QCOMPARE(platform::isShared(type), shared);
        const auto here = platform::fileSystemOf(m_dir->filePath(QStringLiteral("not/there/yet.db")));
        QVERIFY(here);
        QVERIFY(!here->shared);
        QVERIFY(here->free > 0);
        QVERIFY(store::checkPlace(m_dir->filePath(QStringLiteral("x.db"))).ok());
    }
    void aStoreHasANameForLife()
    {
        const QString id = (*open())->id();
        QCOMPARE(id.size(), 36);
        QCOMPARE((*open())->id(), id);
        QCOMPARE(Store::scratch()->id(), QString());
    }

    void readersSeeCommittedRowsAndNeverWriteOrCheckpoint()
    {
        auto store = open();
        QVERIFY((*store)->setSetting(QStringLiteral("a"), QStringLiteral("一")).ok());
        auto reader = (*store)->reader();
        QVERIFY2(reader.ok(), message(reader));
        QCOMPARE(count(**reader, "SELECT count(*) FROM fw_setting WHERE key IN ('a', 'b')"), 1);
        QVERIFY((*store)
                    ->commit([&] {
                        QVERIFY((*store)->setSetting(QStringLiteral("b"), QStringLiteral("二")).ok());
                        QCOMPARE(count(**reader, "SELECT count(*) FROM fw_setting WHERE key IN ('a', 'b')"), 1);
                    })
                    .ok());
        QCOMPARE(count(**reader, "SELECT count(*) FROM fw_setting WHERE key IN ('a', 'b')"), 2);
        auto refused = (*reader)->execute("DELETE FROM fw_setting");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code(), QStringLiteral("store.readonly"));
        const qint64 wal = QFileInfo(path() + QStringLiteral("-wal")).size();
        QVERIFY(wal > 0);
        reader->reset();
        QCOMPARE(QFileInfo(path() + QStringLiteral("-wal")).size(), wal);
    }

    void aCommitIsAllOrNothing()
    {
        auto store = open();
        Connection& writer = (*store)->writer();
        auto failed = (*store)->commit([&] {
            QVERIFY((*store)->setSetting(QStringLiteral("a"), QStringLiteral("1")).ok());
            writer.step(writer.prepare(
                "INSERT INTO fw_user_role (user, role) VALUES ('nobody', 'sales')")); // no such user; not looked at
        });
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().code(), QStringLiteral("store.constraint"));
        QCOMPARE((*store)->setting(QStringLiteral("a"), QStringLiteral("none")), QStringLiteral("none"));
        QVERIFY((*store)
                    ->commit([&] { QVERIFY((*store)->setSetting(QStringLiteral("a"), QStringLiteral("2")).ok()); })
                    .ok());
        QCOMPARE((*store)->setting(QStringLiteral("a")), QStringLiteral("2"));
    }

    void aUnitThatIsNotReleasedLeavesItsNeighboursAlone()
    {
        auto store = open();
        QVERIFY((*store)
                    ->commit([&] {
                        {
                            Savepoint unit((*store)->writer());
                            QVERIFY((*store)->setSetting(QStringLiteral("good"), QStringLiteral("1")).ok());
                            QVERIFY(unit.release().ok());
                        }
                        {
                            Savepoint unit((*store)->writer());
                            QVERIFY((*store)->setSetting(QStringLiteral("bad"), QStringLiteral("1")).ok());
                        }
                    })
                    .ok());
        QCOMPARE((*store)->setting(QStringLiteral("good")), QStringLiteral("1"));
        QVERIFY((*store)->setting(QStringLiteral("bad")).isNull());
    }

    void aCommitInsideACommitIsRefused()
    {
        auto store = open();
        QVERIFY((*store)
                    ->commit([&] {
                        QCOMPARE((*store)->commit([] {}).error().code(), QStringLiteral("store.nested_commit"));
                    })
                    .ok());
    }

    void aFullDiskUndoesTheWholeCommitAndSaysSo()
    {
        auto store = open();
        Connection& writer = (*store)->writer();
        QVERIFY(
            writer.execute("PRAGMA max_page_count=" + QByteArray::number(count(writer, "PRAGMA page_count") + 2)).ok());
        bool secondUnit = true;
        auto failed = (*store)->commit([&] {
            {
                Savepoint unit(writer);
                QVERIFY((*store)->setSetting(QStringLiteral("small"), QStringLiteral("1")).ok());
                QVERIFY(unit.release().ok());
            }
            {
                Savepoint unit(writer);
                secondUnit = (*store)->setSetting(QStringLiteral("big"), QString(100000, u'大')).ok();
            }
        });
        QVERIFY(!secondUnit);
        QVERIFY(!failed.ok());
        QVERIFY2(failed.error().code() == QStringLiteral("store.full") ||
                     failed.error().code() == QStringLiteral("store.rolled_back"),
                 qPrintable(failed.error().code()));
        QVERIFY((*store)->setting(QStringLiteral("small")).isNull());
        QVERIFY(writer.execute("PRAGMA max_page_count=1000000").ok());
        QVERIFY((*store)
                    ->commit([&] { QVERIFY((*store)->setSetting(QStringLiteral("small"), QStringLiteral("1")).ok()); })
                    .ok());
    }

    void aFileThatIsNoDatabaseIsLeftAsItIs()
    {
        const QByteArray bytes = QByteArray("姓名,电话\n").repeated(500);
        writeAll(path(), bytes);
        auto refused = open();
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code(), QStringLiteral("store.not_a_store"));
        QCOMPARE(readAll(path()), bytes);
    }

    void aDatabaseOfAnotherProgramIsLeftAsItIs()
    {
        sqlite3* other = nullptr;
        QCOMPARE(sqlite3_open(path().toUtf8().constData(), &other), SQLITE_OK);
        QCOMPARE(
            sqlite3_exec(other, "CREATE TABLE things (a); INSERT INTO things VALUES (1)", nullptr, nullptr, nullptr),
            SQLITE_OK);
        sqlite3_close(other);
        const QByteArray bytes = readAll(path());
        QCOMPARE(open().error().code(), QStringLiteral("store.not_a_store"));
        QCOMPARE(readAll(path()), bytes);
    }

    void aNewerStoreIsRefusedAndNotChanged()
    {
        {
            auto store = open();
            QVERIFY((*store)->writer().execute("UPDATE fw_meta SET value = 99 WHERE key = 'schema.base'").ok());
        }
        auto refused = open();
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code(), QStringLiteral("store.newer"));
    }

    void aDamagedFileIsNamedAsSuch()
    {
        {
            auto store = open();
            QVERIFY((*store)->setSetting(QStringLiteral("a"), QString(50000, u'a')).ok());
        }
        QByteArray bytes = readAll(path());
        for (qsizetype i = 4096; i < bytes.size(); ++i)
            bytes[i] = 0x55;
        writeAll(path(), bytes);
        auto refused = open();
        if (refused.ok())
            QCOMPARE((*refused)->setSetting(QStringLiteral("b"), QString(50000, u'b')).error().code(),
                     QStringLiteral("store.corrupt"));
        else
            QCOMPARE(refused.error().code(), QStringLiteral("store.corrupt"));
    }

    void aFolderThatDoesNotExistIsNamed()
    {
        auto refused = Store::open(m_dir->filePath(QStringLiteral("no/such/place.db")), QStringLiteral("the tests"));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code(), QStringLiteral("lock.unavailable"));
        QVERIFY(!refused.error().problems().first().remedy.isEmpty());
    }

    void publishedDefinitionsAreNumberedAndKept()
    {
        auto store = open();
        QCOMPARE((*store)->publishedNumber(), 0);
        QCOMPARE((*store)->package(0).error().code(), QStringLiteral("store.no_definition"));
        QCOMPARE(*(*store)->publish("first", "aa", QStringLiteral("王芳"), QStringLiteral("开始"), 1000), 1);
        QCOMPARE(*(*store)->publish("second", "bb", QStringLiteral("王芳"), {}, 2000), 2);
        QCOMPARE(*(*store)->package(0), QByteArray("second"));
        QCOMPARE(*(*store)->package(1), QByteArray("first"));
        QCOMPARE((*store)->published().first().author, QStringLiteral("王芳"));
    }

    void whatWasCommittedSurvivesAKilledOwner()
    {
        // A copy of the files as they lie on the disk after a commit is what a killed process leaves behind.
        const QString copy = m_dir->filePath(QStringLiteral("after-kill.db"));
        {
            auto store = open();
            QVERIFY(
                (*store)
                    ->commit([&] { QVERIFY((*store)->setSetting(QStringLiteral("kept"), QStringLiteral("yes")).ok()); })
                    .ok());
            Connection& writer = (*store)->writer();
            QVERIFY(writer.execute("BEGIN; INSERT INTO fw_setting VALUES ('half', 'done')").ok());
            QVERIFY(QFile::copy(path(), copy));
            QVERIFY(QFile::copy(path() + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
            QVERIFY(writer.execute("ROLLBACK").ok());
        }
        auto again = Store::open(copy, QStringLiteral("the tests"));
        QVERIFY2(again.ok(), message(again));
        QCOMPARE((*again)->setting(QStringLiteral("kept")), QStringLiteral("yes"));
        QVERIFY((*again)->setting(QStringLiteral("half")).isNull());
    }

private:
    QString path() const { return m_dir->filePath(QStringLiteral("客户.db")); }
    Result<std::unique_ptr<Store>> open() const { return Store::open(path(), QStringLiteral("the tests")); }
    template <class T> static const char* message(const Result<T>& result)
    {
        static QByteArray text;
        text = result.ok() ? QByteArray() : result.error().text().toUtf8();
        return text.constData();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
