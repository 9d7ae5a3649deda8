#include "../../rounds.h"
#include "../testapp.h"
#include "runtime/audit/sealer.h"
#include "runtime/audit/verify.h"
#include "runtime/backup/encryption.h"
#include "runtime/backup/publishing.h"
#include "runtime/backup/schedule.h"

#include <QDir>
#include <QSemaphore>
#include <QTest>

using namespace fw;
using namespace fw::testing;
using backup::Reason;

namespace
{

qint64 rowsOf(const store::StoreDigest& digest, const QString& table)
{
    for (const store::TableDigest& each : digest.tables) {
        if (each.name == table)
            return each.rows;
    }
    return -1;
}

/// What a store file holds just now.
store::StoreDigest contentsOf(const QString& path)
{
    const auto reader = store::Connection::open(path, store::Connection::Mode::Reader);
    const auto digest = reader ? store::digestOf(**reader) : Result<store::StoreDigest>(reader.error());
    if (!digest)
        qFatal("%s", qPrintable(digest.error().text()));
    return *digest;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    return file.readAll();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(path));
}

/// A store in a folder of its own, with twenty customers.
struct Office {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("office.db"));
    std::unique_ptr<App> app = std::make_unique<App>(smallApp(), path);

    Office()
    {
        for (int i = 0; i < 20; ++i)
            app->customer();
    }
    static backup::Options options(Reason reason = Reason::ByHand, Instant at = monday)
    {
        backup::Options options;
        options.reason = reason;
        options.at = at;
        return options;
    }
    Result<backup::Made> tryToMake(const backup::Options& options)
    {
        const auto reader = app->store->reader();
        return reader ? backup::make(**reader, path, options) : Result<backup::Made>(reader.error());
    }
    backup::Made make(const backup::Options& options = Office::options())
    {
        auto made = tryToMake(options);
        if (!made)
            qFatal("%s", qPrintable(made.error().text()));
        return *made;
    }
    /// The program that owns the store ends.
    void close() { app.reset(); }
    Result<backup::Restored> restore(const QString& backup, const QString& passphrase = {})
    {
        return backup::restore(backup, path, {passphrase, monday + day, true, QStringLiteral("test")});
    }
    QStringList leftovers() const
    {
        return QDir(backup::folderOf(path)).entryList({QStringLiteral("*.part*")}) +
               QDir(folder.path()).entryList({QStringLiteral("*.restoring*")});
    }
};

} // namespace

class TestBackup : public QObject
{
    Q_OBJECT
    QTemporaryDir m_keys;
private Q_SLOTS:
    void initTestCase() { qputenv("FORMWRIGHT_AUDIT_FOLDER", m_keys.path().toUtf8()); }
    void aBackupHoldsTheMomentAndSaysSo()
    {
        Office office;
        const store::StoreDigest before = contentsOf(office.path);
        backup::Options options = Office::options();
        bool written = false;
        options.progress = [&](double) { // the owner goes on while it is made
            if (!std::exchange(written, true)) {
                for (int i = 0; i < 30; ++i)
                    office.app->customer();
            }
            return true;
        };
        const backup::Made made = office.make(options);
        QVERIFY(written);
        QCOMPARE(made.manifest.digest, before);
        QCOMPARE(rowsOf(made.manifest.digest, QStringLiteral("customer")), 20);
        QCOMPARE(rowsOf(contentsOf(office.path), QStringLiteral("customer")), 50);
        const auto checked = backup::check(made.entry.path, {});
        QVERIFY2(checked.ok(), checked ? "" : qPrintable(checked.error().text()));
        QCOMPARE(checked->digest, before);
        QCOMPARE(checked->app, QStringLiteral("small"));
        QCOMPARE(checked->published, 1);
        QCOMPARE(office.leftovers(), QStringList());
        QCOMPARE(QFile::permissions(made.entry.path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    void itIsSmallerThanTheStore()
    {
        Office office;
        const backup::Made made = office.make();
        QVERIFY(made.entry.bytes < made.manifest.bytes / 2);
    }
    void theNameTellsStoreTimeAndReason()
    {
        Office office;
        const backup::Made made = office.make(Office::options(Reason::Scheduled));
        QCOMPARE(QFileInfo(made.entry.path).fileName(),
                 QStringLiteral("office.db-20260105T010000000Z-scheduled.fwbackup"));
        const QList<backup::Entry> all = backup::list(backup::folderOf(office.path));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].at, monday);
        QCOMPARE(all[0].reason, Reason::Scheduled);
        QCOMPARE(all[0].store, QStringLiteral("office.db"));
    }
    void olderOnesOfTheSameReasonGo()
    {
        Office office;
        office.make(Office::options(Reason::ByHand, monday - 9 * day));
        for (int i = 0; i < 5; ++i) {
            backup::Options options = Office::options(Reason::Scheduled, monday + i * day);
            options.keep = 3;
            office.make(options);
            office.make(Office::options(Reason::BeforePublish, monday + i * day));
        }
        QHash<Reason, QList<Instant>> found;
        for (const backup::Entry& entry : backup::list(backup::folderOf(office.path)))
            found[entry.reason] << entry.at;
        QCOMPARE(found[Reason::Scheduled], QList<Instant>({monday + 4 * day, monday + 3 * day, monday + 2 * day}));
        QCOMPARE(found[Reason::BeforePublish].size(), 5);
        QCOMPARE(found[Reason::ByHand].size(), 1);
    }
    void aChangedByteIsFound()
    {
        Office office;
        const QString path = office.make().entry.path;
        const QByteArray good = bytesOf(path);
        QRandomGenerator chance(tests::seed());
        for (int round = 0; round < tests::rounds(40, 1000); ++round) {
            QByteArray bad = good;
            const qsizetype at = chance.bounded(static_cast<int>(bad.size()));
            bad[at] = static_cast<char>(bad[at] ^ (1 << chance.bounded(8)));
            write(path, bad);
            // A byte that means nothing (a date of the zip) may change; then what is restored is what was backed up.
            const auto checked = backup::check(path, {});
            if (checked)
                QCOMPARE(checked->digest, contentsOf(office.path));
        }
        for (const qsizetype length : {qsizetype(0), qsizetype(10), good.size() / 2, good.size() - 10}) {
            write(path, good.left(length));
            QVERIFY(!backup::check(path, {}).ok());
        }
        QCOMPARE(office.leftovers(), QStringList());
    }
    void underAPassphraseNothingCanBeRead()
    {
        Office office;
        backup::Options options = Office::options();
        options.passphrase = QStringLiteral("correct horse 电池");
        const QString path = office.make(options).entry.path;
        QVERIFY(backup::isEncrypted(path));
        QVERIFY(!bytesOf(path).contains("customer") && !bytesOf(path).contains("PK\x03\x04"));
        QVERIFY(backup::check(path, options.passphrase).ok());
        QCOMPARE(backup::check(path, {}).error().code(), QStringLiteral("backup.encrypted"));
        QCOMPARE(backup::check(path, QStringLiteral("wrong")).error().code(), QStringLiteral("backup.passphrase"));
        QCOMPARE(office.leftovers(), QStringList());
    }
    void anEncryptedFileCannotBeRearranged()
    {
        const QTemporaryDir folder;
        const QString plain = folder.filePath(QStringLiteral("plain")),
                      sealed = folder.filePath(QStringLiteral("sealed")),
                      opened = folder.filePath(QStringLiteral("opened"));
        constexpr qsizetype block = 1 << 20, tag = 16;
        QByteArray text;
        for (int i = 0; i < 3; ++i)
            text += QByteArray(block, static_cast<char>('a' + i));
        write(plain, text + "end");
        QVERIFY(backup::encryptFile(plain, sealed, QStringLiteral("x")).ok());
        const QByteArray good = bytesOf(sealed);
        QVERIFY(backup::decryptFile(sealed, opened, QStringLiteral("x")).ok());
        QCOMPARE(bytesOf(opened), text + "end");
        const qsizetype head = good.size() - 3 * (block + tag) - (3 + tag);
        const auto blockAt = [&](int i) { return good.mid(head + i * (block + tag), block + tag); };
        const QByteArray last = good.mid(head + 3 * (block + tag));
        const QList<QByteArray> bad{
            good.left(head) + blockAt(1) + blockAt(0) + blockAt(2) + last, // exchanged
            good.left(head) + blockAt(0) + blockAt(2) + last,              // left out
            good.left(head) + blockAt(0) + blockAt(1) + blockAt(2),        // the end is missing
            good.left(head) + blockAt(0),
            good + QByteArray(20, 'x'), // something behind it
            good.left(head) + blockAt(0) + blockAt(1) + blockAt(2).replace(5, 1, "!") + last,
            QByteArray(good).replace("\"block\"", "\"Block\""),
        };
        for (const QByteArray& bytes : bad) {
            write(sealed, bytes);
            QFile::remove(opened);
            const auto done = backup::decryptFile(sealed, opened, QStringLiteral("x"));
            QVERIFY(!done.ok());
            QVERIFY(!QFile::exists(opened)); // nothing of it is left
        }
        write(plain, {});
        QVERIFY(backup::encryptFile(plain, sealed, QStringLiteral("x")).ok());
        QVERIFY(backup::decryptFile(sealed, opened, QStringLiteral("x")).ok());
        QCOMPARE(bytesOf(opened), QByteArray());
    }
    void whereverItIsInterruptedNothingIsLost()
    {
        Office office;
        const QString good = office.make().entry.path;
        const store::StoreDigest before = contentsOf(office.path);
        for (int stopAt = 0;; ++stopAt) {
            backup::Options options = Office::options(Reason::ByHand, monday + day);
            int calls = 0;
            options.progress = [&](double) { return calls++ < stopAt; };
            const auto made = office.tryToMake(options);
            QCOMPARE(office.leftovers(), QStringList());
            if (made)
                break;
            QCOMPARE(made.error().code(), QStringLiteral("store.interrupted"));
            QCOMPARE(backup::list(backup::folderOf(office.path)).size(), 1);
        }
        QCOMPARE(contentsOf(office.path), before);
        QVERIFY(backup::check(good, {}).ok());
    }
    void leftoversOfACrashGoWithTheNextBackup()
    {
        Office office;
        const QString path = office.make().entry.path;
        for (const char* ending : {".part", ".part.db", ".part.zip", ".part.check", ".part.check-wal"})
            write(path + QLatin1String(ending), "half");
        QCOMPARE(backup::list(backup::folderOf(office.path)).size(), 1); // they do not count as backups
        office.make(Office::options(Reason::ByHand, monday + day));
        QCOMPARE(office.leftovers(), QStringList());
        QCOMPARE(backup::list(backup::folderOf(office.path)).size(), 2);
    }
    void twoAtOnceAreRefused()
    {
        Office office;
        office.make();
        const auto lock =
            platform::OwnerLock::acquire(backup::folderOf(office.path) + QStringLiteral("/backup.lock"), {});
        QVERIFY(lock.ok());
        QCOMPARE(office.tryToMake(Office::options()).error().code(), QStringLiteral("lock.held"));
    }

    void restoringGivesEverythingBack()
    {
        Office office;
        const store::StoreDigest then = contentsOf(office.path);
        const QString path = office.make().entry.path;
        for (int i = 0; i < 7; ++i)
            office.app->customer();
        const store::StoreDigest now = contentsOf(office.path);
        QCOMPARE(office.restore(path).error().code(), QStringLiteral("lock.held")); // somebody works with it
        office.close();
        const auto restored = office.restore(path);
        QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().text()));
        QCOMPARE(contentsOf(office.path), then);
        QCOMPARE(office.leftovers(), QStringList());
        // What stood there is in a backup of its own, and that one brings it back.
        const auto checked = backup::check(restored->safetyBackup, {});
        QVERIFY(checked.ok());
        QCOMPARE(checked->digest, now);
        QVERIFY(office.restore(restored->safetyBackup).ok());
        QCOMPARE(contentsOf(office.path), now);
        App again(smallApp(), office.path); // and it runs
        again.customer();
    }
    void restoringMakesAStoreWhereThereIsNone()
    {
        Office office;
        const QString path = office.make().entry.path;
        const QString other = office.folder.filePath(QStringLiteral("other.db"));
        const auto restored = backup::restore(path, other, {{}, monday, true, QStringLiteral("test")});
        QVERIFY(restored.ok());
        QCOMPARE(restored->safetyBackup, QString());
        QCOMPARE(contentsOf(other), contentsOf(office.path));
    }
    void aBackupThatIsDamagedReplacesNothing()
    {
        Office office;
        const QString path = office.make().entry.path;
        write(path, bytesOf(path).replace(1000, 4, "oops"));
        office.close();
        const QByteArray before = bytesOf(office.path);
        QVERIFY(!office.restore(path).ok());
        QVERIFY(!office.restore(office.folder.filePath(QStringLiteral("nowhere"))).ok());
        QCOMPARE(bytesOf(office.path), before);
        QCOMPARE(office.leftovers(), QStringList());
    }
    void whatLiesInTheOldLogIsNotPlayedIntoTheNewFile()
    {
        Office office;
        const store::StoreDigest then = contentsOf(office.path);
        const QString path = office.make().entry.path;
        for (int i = 0; i < 7; ++i)
            office.app->customer();
        // The program dies: its log stays beside the file.
        const QString dead = office.folder.filePath(QStringLiteral("dead.db"));
        for (const char* ending : {"", "-wal"})
            QVERIFY(QFile::copy(office.path + QLatin1String(ending), dead + QLatin1String(ending)));
        QVERIFY(QFileInfo(dead + QStringLiteral("-wal")).size() > 0);
        const auto restored = backup::restore(path, dead, {{}, monday, true, QStringLiteral("test")});
        QVERIFY(restored.ok());
        QCOMPARE(rowsOf(backup::check(restored->safetyBackup, {})->digest, QStringLiteral("customer")), 27);
        QCOMPARE(contentsOf(dead), then);
        QVERIFY(!QFile::exists(dead + QStringLiteral("-wal")) || QFileInfo(dead + QStringLiteral("-wal")).size() == 0);
    }
    void aDamagedStoreIsKeptForARescue()
    {
        Office office;
        const store::StoreDigest then = contentsOf(office.path);
        const QString path = office.make().entry.path;
        office.close();
        QByteArray broken = bytesOf(office.path);
        broken.replace(0, 100, QByteArray(100, 'x'));
        write(office.path, broken);
        const auto restored = office.restore(path);
        QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().text()));
        QCOMPARE(contentsOf(office.path), then);
        QCOMPARE(bytesOf(restored->setAside), broken);
        QCOMPARE(restored->safetyBackup, QString());
    }
    void messagesThatWereWaitingAreHeldBack()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("office.db"));
        Files files = smallApp();
        addWorkflow(files, "w",
                    "when: [{id: v, event: viewed}]\nthen: [{id: m, message: {through: mail, text: hello, to: "
                    "\"=email\"}}]\n");
        auto app = std::make_unique<App>(files, path);
        app->event(QStringLiteral("viewed"), app->customer());
        const auto made = backup::make(**app->store->reader(), path, Office::options());
        QVERIFY(made.ok());
        QCOMPARE(*app->worker->work(app->clock.now()), 1); // it goes out after the backup
        app.reset();
        const auto restored = backup::restore(made->entry.path, path, {{}, monday + day, true, QStringLiteral("test")});
        QVERIFY(restored.ok());
        QCOMPARE(restored->heldBack, 1);
        App again(files, path, monday + day);
        QCOMPARE(*again.worker->work(again.clock.now()), 0); // never twice
        QCOMPARE(again.messages().at(0).state, QStringLiteral("in_doubt"));
        QCOMPARE(again.incidents().at(0).code, QStringLiteral("message.held_back"));
    }
    void theAuditKnowsOfARestore()
    {
        Office office;
        const auto key = audit::keyOf(audit::keepingOf(office.app->store->id()), true);
        const audit::AnchorFile anchors(audit::keepingOf(office.app->store->id()).anchorFile, *key);
        const auto intact = [&] {
            const auto read = anchors.read();
            const auto reader = store::Connection::open(office.path, store::Connection::Mode::Reader);
            const auto report = audit::verify(**reader, *key, *read);
            return report->intact();
        };
        auto sealer = audit::Sealer::forStore(*office.app->store);
        QVERIFY(sealer.ok());
        QVERIFY(*(*sealer)->seal(monday) > 0);
        const backup::Made made = office.make();
        QCOMPARE(made.manifest.audit.position, 20);
        office.app->customer();
        QVERIFY(*(*sealer)->seal(monday) > 0);
        sealer->reset();
        office.close();
        QVERIFY(intact());
        QVERIFY(office.restore(made.entry.path).ok());
        QVERIFY(intact());
    }

    void publishingMakesABackupFirst()
    {
        Office office;
        const store::StoreDigest before = contentsOf(office.path);
        const auto publication = [](const Files& files) {
            return backup::Publication{pack(files), QStringLiteral("test"), {}, false, monday, true, {}};
        };
        const auto planOf = [&](const Files& files) {
            return *store::planApply(*office.app->store, **plan::compilePlan(*Definition::fromFiles(files)));
        };
        Files more = smallApp();
        more[QStringLiteral("tables/order.yaml")] += "  - {id: city, type: text, label: City}\n";
        const store::ApplyPlan change = planOf(more);
        const auto published = backup::publish(*office.app->store, change, publication(more));
        QVERIFY2(published.ok(), published ? "" : qPrintable(published.error().text()));
        QCOMPARE(published->number, 2);
        QCOMPARE(backup::check(published->backup, {})->digest, before);
        // Refused or without effect: no backup.
        QCOMPARE(backup::publish(*office.app->store, change, publication(more)).error().code(),
                 QStringLiteral("apply.stale"));
        const auto same = backup::publish(*office.app->store, planOf(more), publication(more));
        QVERIFY(same.ok());
        QCOMPARE(same->backup, QString());
        QCOMPARE(backup::list(backup::folderOf(office.path)).size(), 1);
        // Without a backup nothing is changed, unless it is said.
        QVERIFY(QDir(backup::folderOf(office.path)).removeRecursively());
        write(backup::folderOf(office.path), "in the way");
        Files third = more;
        third[QStringLiteral("tables/order.yaml")] += "  - {id: street, type: text, label: Street}\n";
        QVERIFY(!backup::publish(*office.app->store, planOf(third), publication(third)).ok());
        QCOMPARE(office.app->store->publishedNumber(), 2);
        backup::Publication without = publication(third);
        without.backup = false;
        QCOMPARE(backup::publish(*office.app->store, planOf(third), without)->number, 3);
    }

    void aRunningStoreBacksItselfUp()
    {
        Office office;
        QSemaphore finished;
        const auto open = [&] { return office.app->store->reader(); };
        const auto schedule = [&] {
            return std::make_unique<backup::Schedule>(backup::Rhythm{day, {}, 2, {}}, office.path, open,
                                                      [&] { finished.release(); });
        };
        auto backups = schedule();
        QVERIFY(*backups->nextDue() <= monday); // there is none yet
        backups->begin(monday);
        finished.acquire();
        QVERIFY(!backups->takeFailure());
        QCOMPARE(backups->nextDue(), std::optional<Instant>(monday + day));
        backups = schedule(); // the program starts again: the rhythm goes on
        QCOMPARE(backups->nextDue(), std::optional<Instant>(monday + day));
        backups->begin(monday + day - 1); // too early
        QVERIFY(!backups->running());
        for (int i = 1; i <= 3; ++i) {
            backups->begin(monday + i * day);
            finished.acquire();
        }
        QCOMPARE(backup::list(backup::folderOf(office.path)).size(), 2);
    }
    void aBackupThatFailsIsToldAndTriedAgain()
    {
        Office office;
        write(backup::folderOf(office.path), "in the way");
        QSemaphore finished;
        backup::Schedule backups(
            {day, {}, 2, {}}, office.path, [&] { return office.app->store->reader(); }, [&] { finished.release(); });
        backups.begin(monday);
        finished.acquire();
        QVERIFY(backups.takeFailure());
        QVERIFY(!backups.takeFailure()); // once
        QCOMPARE(backups.nextDue(), std::optional<Instant>(monday + hour));
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
