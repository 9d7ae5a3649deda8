#include "scratchfolder.h"

#include "model/document/document.h"
#include "model/document/filesystem.h"
#include "model/document/package.h"
#include "model/document/save.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstring>
#include <minizip/zip.h>

using namespace fw;
using yaml::Node;

/// What must hold when the disk or the machine fails while saving, and when a package is damaged or hostile.
class SavingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCrashAtAnyStepLeavesAllOldOrAllNew();
    void anErrorAtAnyStepLeavesEverythingAsItWas();
    void aCrashWhileMendingIsMendedToo();
    void mendingDoesNotOverwriteLaterWork();
    void aSavedFileKeepsItsRights();
    void aFullDiskIsNamed();
    void aDiskThatIsReallyFullLosesNothing();
    void packingGivesTheSameBytesAndBack();
    void damagedPackagesAreRefused();
    void hostilePackagesAreRefused_data();
    void hostilePackagesAreRefused();
    void namesThatCouldLeaveTheFolder_data();
    void namesThatCouldLeaveTheFolder();
};

/// A disk that works for `good` operations and then fails once (an error) or for ever (the machine has stopped).
class FailingDisk : public FileSystem
{
public:
    enum Mode { Once, ForEver };
    FailingDisk(int good, Mode mode, const char* code = "folder.write") : m_good(good), m_mode(mode), m_code(code) {}
    Result<void> write(const QString& path, const QByteArray& bytes) override
    {
        if (!fails())
            return FileSystem::write(path, bytes);
        (void)FileSystem::write(path, bytes.left(bytes.size() / 2)); // a torn write
        return error(path);
    }
    Result<void> rename(const QString& a, const QString& b) override
    {
        return fails() ? error(b) : FileSystem::rename(a, b);
    }
    Result<void> remove(const QString& a) override { return fails() ? error(a) : FileSystem::remove(a); }
    Result<void> makeFolder(const QString& a) override { return fails() ? error(a) : FileSystem::makeFolder(a); }
    Result<void> syncFolder(const QString& a) override { return fails() ? error(a) : FileSystem::syncFolder(a); }
    bool hasFailed() const { return m_count > m_good; }

private:
    bool fails()
    {
        ++m_count;
        return m_mode == Once ? m_count == m_good + 1 : m_count > m_good;
    }
    Result<void> error(const QString& path) const
    {
        return Error(QString::fromLatin1(m_code), Message("fails: %1", {path}));
    }
    int m_good;
    int m_count = 0;
    Mode m_mode;
    const char* m_code;
};

static const QMap<QString, QByteArray> Old{
    {"app.yaml", "id: old\n"}, {"tables/a.yaml", "id: a\n"}, {"tables/gone.yaml", "id: gone\n"}};
static const QMap<QString, QByteArray> New{
    {"app.yaml", "id: new 新\n"}, {"tables/a.yaml", "id: a2\n"}, {"forms/fresh.yaml", "id: fresh\n"}};
static const QMap<QString, SavedFile> Change{{"app.yaml", {Old["app.yaml"], New["app.yaml"]}},
                                             {"tables/a.yaml", {Old["tables/a.yaml"], New["tables/a.yaml"]}},
                                             {"tables/gone.yaml", {Old["tables/gone.yaml"], std::nullopt}},
                                             {"forms/fresh.yaml", {std::nullopt, New["forms/fresh.yaml"]}}};

void SavingTest::aCrashAtAnyStepLeavesAllOldOrAllNew()
{
    int sawOld = 0;
    int sawNew = 0;
    for (int good = 0;; ++good) {
        ScratchFolder folder(Old);
        FailingDisk disk(good, FailingDisk::ForEver);
        (void)saveFiles(disk, folder.path(), Change);
        if (!disk.hasFailed()) {
            QVERIFY2(good > 15, "the save has fewer steps than it should");
            break;
        }
        QVERIFY(mendSave(FileSystem::machine(), folder.path()).ok());
        const bool isOld = folder.files() == Old;
        QVERIFY2(isOld || folder.files() == New,
                 qPrintable(QStringLiteral("neither old nor new after a crash at step %1").arg(good)));
        (isOld ? sawOld : sawNew)++;
        QVERIFY(!folder.has(".studio/save/journal.json"));
        QVERIFY(QDir(folder.path() + "/.studio/save").isEmpty());
    }
    QVERIFY(sawOld > 3 && sawNew > 3);
}

void SavingTest::anErrorAtAnyStepLeavesEverythingAsItWas()
{
    for (int good = 0;; ++good) {
        ScratchFolder folder(Old);
        FailingDisk disk(good, FailingDisk::Once);
        const Result<void> saved = saveFiles(disk, folder.path(), Change);
        if (!disk.hasFailed())
            break;
        // An error while tidying up afterwards does not undo a save that has happened.
        QCOMPARE(folder.files(), saved.ok() ? New : Old);
        QVERIFY(mendSave(FileSystem::machine(), folder.path()).ok());
        QCOMPARE(folder.files(), saved.ok() ? New : Old);
        QVERIFY(QDir(folder.path() + "/.studio/save").isEmpty());
    }
}

void SavingTest::aCrashWhileMendingIsMendedToo()
{
    for (int first = 6; first < 20; first += 2) {
        for (int second = 0; second < 9; second += 2) {
            ScratchFolder folder(Old);
            FailingDisk disk(first, FailingDisk::ForEver);
            (void)saveFiles(disk, folder.path(), Change);
            FailingDisk again(second, FailingDisk::ForEver);
            (void)mendSave(again, folder.path());
            QVERIFY(mendSave(FileSystem::machine(), folder.path()).ok());
            QVERIFY(folder.files() == Old || folder.files() == New);
        }
    }
}

void SavingTest::mendingDoesNotOverwriteLaterWork()
{
    int refusals = 0;
    for (int good = 10; good < 22; ++good) {
        ScratchFolder folder(Old);
        FailingDisk disk(good, FailingDisk::ForEver);
        (void)saveFiles(disk, folder.path(), Change);
        folder.write("tables/a.yaml", "id: written by hand after the crash\n");
        const Result<void> mended = mendSave(FileSystem::machine(), folder.path());
        QVERIFY(folder.read("tables/a.yaml").contains("by hand"));
        if (!mended) {
            ++refusals;
            QCOMPARE(mended.error().code(), QStringLiteral("save.journal"));
            QVERIFY(folder.has(".studio/save/journal.json"));
        }
    }
    QVERIFY(refusals > 0);
}

void SavingTest::aSavedFileKeepsItsRights()
{
    ScratchFolder folder(Old);
    const QString path = folder.path() + "/app.yaml";
    const auto rights = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QVERIFY(QFile::setPermissions(path, rights));
    QVERIFY(saveFiles(FileSystem::machine(), folder.path(), Change).ok());
    QCOMPARE(QFile::permissions(path), rights);
    QCOMPARE(folder.files(), New);
}

void SavingTest::aFullDiskIsNamed()
{
    ScratchFolder folder(Old);
    // /dev/full answers every write as a full disk does.
    const Result<void> real = FileSystem::machine().write("/dev/full", "x");
    QCOMPARE(real.error().code(), QStringLiteral("folder.disk_full"));
    FailingDisk disk(8, FailingDisk::ForEver, "folder.disk_full");
    DocumentOptions options;
    options.fileSystem = &disk;
    auto document = Document::open(folder.path(), options);
    QVERIFY(document.ok());
    QVERIFY((*document)->set(Address::parse("app.yaml#id"), Node::text("x"), Message("x")).ok());
    QVERIFY((*document)->createFile("tables/b.yaml", Node::map({{"id", Node::text("b"), {}}}), Message("x")).ok());
    const Result<void> saved = (*document)->save();
    QCOMPARE(saved.error().code(), QStringLiteral("folder.disk_full"));
    QVERIFY((*document)->isModified());
    QCOMPARE((*document)->definition()->app()[u"id"].string(), QStringLiteral("x"));
    QCOMPARE(folder.files(), Old);
}

/// A small disk of its own, which only root can mount.
class SmallDisk
{
public:
    SmallDisk(const QString& folder, const char* size) : m_folder(folder)
    {
        m_mounted = QProcess::execute("mount", {"-t", "tmpfs", "-o", QString("size=") + size, "tmpfs", folder}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute("umount", {"-l", m_folder});
    }
    bool isThere() const { return m_mounted; }

private:
    QString m_folder;
    bool m_mounted = false;
};

void SavingTest::aDiskThatIsReallyFullLosesNothing()
{
    const QTemporaryDir place;
    const SmallDisk disk(place.path(), "256k");
    if (!disk.isThere())
        QSKIP("a small file system can only be mounted by root");
    const QString folder = place.filePath("app");
    const QByteArray old = "kind: app\nformat: 1\nid: small\nlabel: Small\n";
    QVERIFY(QDir().mkpath(folder + "/assets"));
    QVERIFY(FileSystem::machine().write(folder + "/app.yaml", old).ok());
    auto document = Document::open(folder);
    QVERIFY(document.ok());
    const QString filler = place.filePath("filler");
    for (QFile file(filler);
         file.open(QIODevice::Append | QIODevice::Unbuffered) && file.write(QByteArray(4096, 'x')) == 4096;)
        file.close();
    QVERIFY((*document)->set(Address::parse("app.yaml#label"), Node::text(QString(20000, u'新')), Message("x")).ok());
    QVERIFY((*document)->setAsset("assets/picture.bin", QByteArray(50000, 'p'), Message("x")).ok());
    const Result<void> saved = (*document)->save();
    QCOMPARE(saved.error().code(), QStringLiteral("folder.disk_full"));
    QVERIFY((*document)->isModified());
    QFile file(folder + "/app.yaml");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), old);
    QVERIFY(!QFile::exists(folder + "/assets/picture.bin"));
    QVERIFY(QFile::remove(filler)); // somebody makes room: nothing of the work is lost
    QVERIFY((*document)->save().ok());
    const auto again = Definition::fromFolder(folder);
    QCOMPARE((*again)->app()[u"label"].string(), QString(20000, u'新'));
    QCOMPARE((*again)->bytes("assets/picture.bin")->size(), 50000);
}

static QMap<QString, QByteArray> sample()
{
    return {{"app.yaml", "kind: app\nid: shop\n"},
            {"assets/照片.bin", QByteArray("\0\1\2\xFF", 4)},
            {"assets/empty", QByteArray("")},
            {"seed/big.csv", QByteArray(3'000'000, 'x')}};
}

void SavingTest::packingGivesTheSameBytesAndBack()
{
    const QByteArray package = pack(sample());
    QCOMPARE(pack(sample()), package);
    QVERIFY(package.size() < 10'000);
    const auto files = unpack(package);
    QVERIFY2(files.ok(), files ? "" : qPrintable(files.error().text()));
    QCOMPARE(*files, sample());
    QCOMPARE(pack(*Definition::fromFiles(sample())), package);
    QCOMPARE(*unpack(pack(QMap<QString, QByteArray>())), (QMap<QString, QByteArray>()));
}

void SavingTest::damagedPackagesAreRefused()
{
    auto files = sample();
    files["seed/big.csv"] = "a,b\n1,2\n";
    const QByteArray package = pack(files);
    for (int cut = 0; cut < package.size(); cut += 7)
        QVERIFY(!unpack(package.left(cut)).ok());
    // No single damaged byte may give other contents than were packed.
    for (int i = 0; i < package.size(); ++i) {
        QByteArray damaged = package;
        damaged[i] = char(damaged[i] ^ 0x5A);
        const auto unpacked = unpack(damaged);
        QVERIFY(!unpacked.ok() || *unpacked == files);
        if (!unpacked)
            QVERIFY(unpacked.error().code().startsWith("package."));
    }
    QVERIFY(!unpack("not a zip at all").ok());
    QVERIFY(!unpack({}).ok());
}

/// A zip made by hand, not by pack().
static QByteArray rawZip(const QList<std::pair<QByteArray, QByteArray>>& entries)
{
    ScratchFolder folder;
    const QByteArray path = (folder.path() + "/x.zip").toUtf8();
    zipFile zip = zipOpen64(path.constData(), APPEND_STATUS_CREATE);
    for (const auto& [name, bytes] : entries) {
        zip_fileinfo info{};
        zipOpenNewFileInZip(zip, name.constData(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 9);
        zipWriteInFileInZip(zip, bytes.constData(), unsigned(bytes.size()));
        zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
    return folder.read("x.zip");
}

void SavingTest::hostilePackagesAreRefused_data()
{
    QTest::addColumn<QByteArray>("package");
    QTest::addColumn<QString>("word");
    const QByteArray manifest = R"({"fwapp": 1, "files": []})";
    QTest::newRow("no manifest") << rawZip({{"app.yaml", "x"}}) << "manifest";
    QTest::newRow("parent folder") << rawZip({{"manifest.fwapp.json", manifest}, {"../../etc/cron.d/x", "x"}})
                                   << "../../etc/cron.d/x";
    QTest::newRow("absolute") << rawZip({{"manifest.fwapp.json", manifest}, {"/etc/passwd", "x"}}) << "/etc/passwd";
    QTest::newRow("studio folder") << rawZip({{"manifest.fwapp.json", manifest}, {".studio/lock", "x"}})
                                   << ".studio/lock";
    QTest::newRow("twice") << rawZip({{"manifest.fwapp.json", manifest}, {"a.yaml", "x"}, {"a.yaml", "y"}}) << "twice";
    QTest::newRow("not in the manifest") << rawZip({{"manifest.fwapp.json", manifest}, {"a.yaml", "x"}})
                                         << "does not name";
    QTest::newRow("named but missing") << rawZip({{"manifest.fwapp.json",
                                                   R"({"fwapp": 1, "files": [{"path": "a.yaml"}]})"}})
                                       << "missing";
    QTest::newRow("newer") << rawZip({{"manifest.fwapp.json", R"({"fwapp": 7, "files": []})"}}) << "version 7";
}

void SavingTest::hostilePackagesAreRefused()
{
    QFETCH(QByteArray, package);
    QFETCH(QString, word);
    const auto files = unpack(package);
    QVERIFY(!files.ok());
    QVERIFY2(files.error().text().contains(word), qPrintable(files.error().text()));
}

void SavingTest::namesThatCouldLeaveTheFolder_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("allowed");
    for (const char* path : {"app.yaml", "tables/customer.yaml", "assets/客户 照片.png", "seed/a-b_c.csv", "a/b/c/d"})
        QTest::newRow(path) << QString::fromUtf8(path) << true;
    for (const char* path : {"", "/", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/.", ".git/config", "a/.b", "a\\b",
                             "C:/a", "a\nb", "a*", "a."})
        QTest::newRow(path) << QString::fromUtf8(path) << false;
}

void SavingTest::namesThatCouldLeaveTheFolder()
{
    QFETCH(QString, path);
    QFETCH(bool, allowed);
    QCOMPARE(checkPath(path).ok(), allowed);
}

QTEST_GUILESS_MAIN(SavingTest)
#include "tst_saving.moc"
