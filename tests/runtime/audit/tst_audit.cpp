#include "../../rounds.h"
#include "../world.h"
#include "runtime/audit/chain.h"
#include "runtime/audit/sealer.h"
#include "runtime/audit/verify.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fw;
using namespace fw::testing;
using audit::Finding;
using Kind = Finding::Kind;

namespace
{

const QByteArray s_key(32, 'k');

/// A world whose changes are sealed.
struct Audited : World {
    QTemporaryDir folder;
    QString anchorPath = folder.filePath(QStringLiteral("anchor"));
    audit::Sealer sealer{*store, s_key, anchorPath};
    audit::AnchorFile anchors{anchorPath, s_key};

    void seal() { QVERIFY(sealer.seal(clock.now()).ok()); }
    audit::Report verify(const QByteArray& key = s_key)
    {
        const auto before = anchors.read();
        const auto report = audit::verify(connection(), key, before ? *before : QList<audit::Anchor>());
        if (!before || !report)
            qFatal("verify");
        return *report;
    }
    /// What somebody with the database's rights does.
    void tamper(const QByteArray& sql)
    {
        const auto done = connection().execute("PRAGMA foreign_keys=OFF; " + sql + "; PRAGMA foreign_keys=ON");
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().text()));
    }
    /// So many changes of customers, sealed in several batches.
    QString fill(int rows)
    {
        const QString id = create(QStringLiteral("customer"), {{"name", "李雷"}, {"phone", "13800000001"}});
        for (int i = 1; i < rows; ++i) {
            update(QStringLiteral("customer"), id, {{"name", QStringLiteral("李雷%1").arg(i)}});
            if (i % 7 == 0)
                seal();
        }
        seal();
        return id;
    }
};

QList<Kind> kinds(const audit::Report& report)
{
    QList<Kind> kinds;
    for (const Finding& finding : report.list)
        kinds << finding.kind;
    return kinds;
}

} // namespace

class TestAudit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUntouchedChainIsIntact()
    {
        Audited world;
        world.fill(20);
        const audit::Report report = world.verify();
        QVERIFY(report.intact());
        QCOMPARE(report.sealed, 20);
        QCOMPARE(report.unsealed, 0);
        QCOMPARE(report.head.position, 20);
        QCOMPARE(report.anchor->position, 20);
        QCOMPARE(report.anchor->link, report.head.link);
    }
    void theTailWithoutSealIsReportedApart()
    {
        Audited world;
        const QString id = world.fill(5);
        world.update(QStringLiteral("customer"), id, {{"name", "甲"}});
        world.update(QStringLiteral("customer"), id, {{"name", "乙"}});
        const audit::Report report = world.verify();
        QVERIFY(report.intact());
        QCOMPARE(report.sealed, 5);
        QCOMPARE(report.unsealed, 2);
    }
    void eachForgeryIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("seq");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("other");
        const auto row = [](const char* name, const char* sql, Kind kind, int seq, int position, int other = 0) {
            QTest::newRow(name) << QByteArray(sql) << int(kind) << seq << position << other;
        };
        row("another user", "UPDATE fw_audit SET user = 'x' WHERE seq = 7", Kind::Edited, 7, 7);
        row("another time", "UPDATE fw_audit SET at = at + 1 WHERE seq = 7", Kind::Edited, 7, 7);
        row("another record", "UPDATE fw_audit SET record = 'x' WHERE seq = 7", Kind::Edited, 7, 7);
        row("another version", "UPDATE fw_audit SET version = 99 WHERE seq = 7", Kind::Edited, 7, 7);
        row("the seal", "UPDATE fw_audit SET seal = zeroblob(32) WHERE seq = 7", Kind::Edited, 7, 7);
        row("the link", "UPDATE fw_audit SET link = zeroblob(32) WHERE seq = 7", Kind::LinkEdited, 7, 7);
        row("a row gone", "DELETE FROM fw_audit_value WHERE audit = 7; DELETE FROM fw_audit WHERE seq = 7",
            Kind::Removed, 0, 7, 7);
        row("three rows gone", "DELETE FROM fw_audit WHERE seq BETWEEN 7 AND 9", Kind::Removed, 0, 7, 9);
        row("the first row gone", "DELETE FROM fw_audit WHERE seq = 1", Kind::Removed, 0, 1, 1);
        row("cut off", "DELETE FROM fw_audit WHERE seq > 15", Kind::CutOff, 15, 15, 20);
        row("all gone", "DELETE FROM fw_audit", Kind::CutOff, 0, 0, 20);
        row("the values", "UPDATE fw_audit_value SET after = '{}' WHERE audit = 7", Kind::ValuesEdited, 7, 7);
        row("the salt", "UPDATE fw_audit_value SET salt = 'x' WHERE audit = 7", Kind::ValuesEdited, 7, 7);
        row("values gone", "DELETE FROM fw_audit_value WHERE audit = 7", Kind::ValuesRemoved, 7, 7);
    }
    void eachForgeryIsNamedWithItsPlace()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, kind);
        QFETCH(int, seq);
        QFETCH(int, position);
        QFETCH(int, other);
        Audited world;
        world.fill(20);
        world.tamper(sql);
        const audit::Report report = world.verify();
        QCOMPARE(report.findings, 1);
        QCOMPARE(int(report.list[0].kind), kind);
        QCOMPARE(report.list[0].seq, qint64(seq));
        QCOMPARE(report.list[0].position, qint64(position));
        QCOMPARE(report.list[0].other, qint64(other));
        QVERIFY(!report.list[0].problem().what.text().contains(u'%'));
        QVERIFY(report.list[0].problem().code.startsWith(QLatin1String("audit.")));
    }
    void rowsThatChangedPlacesAreBothNamed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("positions") << QByteArray(
            "UPDATE fw_audit SET position = 1000 WHERE seq = 5; UPDATE fw_audit SET "
            "position = 5 WHERE seq = 12; UPDATE fw_audit SET position = 12 WHERE "
            "seq = 5");
        QTest::newRow("numbers") << QByteArray(
            "UPDATE fw_audit SET seq = 1000 WHERE seq = 5; UPDATE fw_audit SET seq = 5 WHERE seq = 12; UPDATE fw_audit "
            "SET seq = 12 WHERE seq = 1000; UPDATE fw_audit_value SET audit = 1000 WHERE audit = 5; UPDATE "
            "fw_audit_value "
            "SET audit = 5 WHERE audit = 12; UPDATE fw_audit_value SET audit = 12 WHERE audit = 1000");
    }
    void rowsThatChangedPlacesAreBothNamed()
    {
        QFETCH(QByteArray, sql);
        Audited world;
        world.fill(20);
        world.tamper(sql);
        const audit::Report report = world.verify();
        QSet<qint64> positions;
        for (const Finding& finding : report.list) {
            QCOMPARE(finding.kind, Kind::Moved);
            positions << finding.position << finding.other;
        }
        QCOMPARE(positions, QSet<qint64>({5, 12}));
    }
    void aForgedRowCannotBeSealed()
    {
        Audited world;
        world.fill(20);
        // Room is made for it by taking the seal of a row; the sealer does not put it back.
        world.tamper("UPDATE fw_audit SET position = NULL, seal = NULL, link = NULL, user = 'x' WHERE seq = 7");
        world.seal();
        const QList<Kind> found = kinds(world.verify());
        QVERIFY(found.contains(Kind::Removed));
        QVERIFY(found.contains(Kind::Inserted));
    }
    void withoutTheKeyNothingCanBeForged()
    {
        Audited world;
        const QString id = world.fill(20);
        audit::Sealer forger(*world.store, QByteArray(32, 'x'), world.folder.filePath(QStringLiteral("other")));
        world.tamper("DELETE FROM fw_audit WHERE seq >= 10");
        for (int i = 0; i < 11; ++i)
            world.update(QStringLiteral("customer"), id, {{"name", QStringLiteral("forged %1").arg(i)}});
        QVERIFY(forger.seal(world.clock.now()).ok());
        QVERIFY(!world.verify().intact());
        QVERIFY(!world.verify(QByteArray(32, 'x')).intact());
    }
    void erasingAPersonLeavesTheChainValid()
    {
        Audited world;
        const QString id = world.fill(10);
        const QString other = world.create(QStringLiteral("customer"), {{"name", "韩梅"}, {"phone", "13800000002"}});
        QVERIFY(world.store
                    ->commit([&] {
                        const auto erased = store::eraseAuditValues(world.connection(), {1,
                                                                                         {},
                                                                                         "erased",
                                                                                         QStringLiteral("customer"),
                                                                                         id,
                                                                                         0,
                                                                                         world.clock.now(),
                                                                                         QStringLiteral("salt"),
                                                                                         {},
                                                                                         {},
                                                                                         {}});
                        QVERIFY(erased.ok());
                        QCOMPARE(*erased, 10);
                    })
                    .ok());
        world.seal();
        const audit::Report report = world.verify();
        QVERIFY2(report.intact(), qPrintable(report.list.value(0).problem().what.text()));
        QCOMPARE(report.erased, 10);
        QCOMPARE(report.sealed, 12);
        // Nothing of the values is left in the rows themselves.
        world.tamper(
            QStringLiteral("DELETE FROM fw_audit_value WHERE audit IN (SELECT seq FROM fw_audit WHERE record = '%1')")
                .arg(other)
                .toUtf8()); // not on record: found
        QCOMPARE(kinds(world.verify()), QList<Kind>{Kind::ValuesRemoved});
    }
    void anAnchorThatWasChangedIsNotBelieved()
    {
        Audited world;
        world.fill(10);
        QFile file(world.anchorPath);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        file.resize(0);
        file.write(text.replace("\"position\":10", "\"position\":9"));
        file.close();
        const auto read = world.anchors.read();
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code(), QStringLiteral("audit.anchor_edited"));
    }
    void anUnfinishedAnchorLineCostsNothing()
    {
        Audited world;
        world.fill(10);
        QFile file(world.anchorPath);
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"position\":1");
        file.close();
        QVERIFY(world.verify().intact());
        world.create(QStringLiteral("customer"), {{"name", "韩梅"}, {"phone", "13800000002"}});
        world.seal();
        QCOMPARE(world.anchors.read()->last().position, 11);
        QVERIFY(world.verify().intact());
    }
    void aRestoredStoreStandsAtItsOwnHead()
    {
        Audited world;
        world.fill(20);
        world.tamper(
            "DELETE FROM fw_audit WHERE seq > 12; DELETE FROM fw_audit_value WHERE audit > 12"); // what putting an older copy back does
        QCOMPARE(kinds(world.verify()), QList<Kind>{Kind::CutOff});
        QVERIFY(world.sealer.noteRestored(world.clock.now()).ok());
        QVERIFY(world.verify().intact());
        world.create(QStringLiteral("customer"), {{"name", "韩梅"}, {"phone", "13800000002"}});
        world.seal();
        QVERIFY(world.verify().intact());
        QCOMPARE(world.verify().head.position, 13);
    }
    void theAnchorFileStaysSmall()
    {
        Audited world;
        for (int i = 0; i < 2000; ++i)
            QVERIFY(world.anchors.append({i, QByteArray(32, 'l'), i, QStringLiteral("sealed")}).ok());
        QVERIFY(QFileInfo(world.anchorPath).size() < 300 * 1024);
        QCOMPARE(world.anchors.read()->last().position, 1999);
    }
    void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt()
    {
        const QTemporaryDir folder;
        const audit::Keeping keeping{folder.filePath(QStringLiteral("deep/er/a.key")), {}};
        QCOMPARE(audit::keyOf(keeping, false).error().code(), QStringLiteral("audit.no_key"));
        const auto key = audit::keyOf(keeping, true);
        QVERIFY(key.ok());
        QCOMPARE(key->size(), 32);
        QCOMPARE(*audit::keyOf(keeping, false), *key);
        QFile file(keeping.keyFile);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        file.setPermissions(file.permissions() | QFile::ReadOther);
        QCOMPARE(audit::keyOf(keeping, false).error().code(), QStringLiteral("file.open_to_others"));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nonsense");
        file.close();
        QCOMPARE(audit::keyOf(keeping, true).error().code(), QStringLiteral("audit.bad_key"));
    }

    /// Whatever is done to whichever rows, every one of them is found, and no row that was left alone is blamed (but for a
    /// direct neighbour, whose link depends on it).
    void anyTamperingIsFoundAndLocated()
    {
        QRandomGenerator chance(tests::seed());
        for (int round = 0; round < tests::rounds(60, 2000); ++round) {
            Audited world;
            const int rows = 20 + static_cast<int>(chance.bounded(20));
            world.fill(rows);
            QSet<qint64> touched;
            const int times = 1 + static_cast<int>(chance.bounded(4));
            for (int i = 0; i < times; ++i)
                touched << tamperSomewhere(world, chance, rows);
            const audit::Report report = world.verify();
            QSet<qint64> blamed;
            for (const Finding& finding : report.list) {
                const qint64 begin = finding.kind == Kind::CutOff ? finding.position + 1
                                     : finding.seq > 0            ? finding.seq
                                                                  : finding.position;
                const bool range = finding.kind == Kind::Removed || finding.kind == Kind::CutOff;
                for (qint64 at = begin; at <= (range ? finding.other : begin); ++at)
                    blamed << at;
            }
            const auto near = [](const QSet<qint64>& set, qint64 at) {
                return set.contains(at) || set.contains(at - 1) || set.contains(at + 1);
            };
            for (const qint64 at : std::as_const(touched))
                QVERIFY2(near(blamed, at), qPrintable(QStringLiteral("row %1 was not found").arg(at)));
            for (const qint64 at : std::as_const(blamed))
                QVERIFY2(near(touched, at), qPrintable(QStringLiteral("row %1 was blamed").arg(at)));
        }
    }

private:
    /// One random act on one random row; its number (rows are sealed in order, so seq = position).
    static qint64 tamperSomewhere(Audited& world, QRandomGenerator& chance, int rows)
    {
        const qint64 row = 1 + chance.bounded(rows);
        const QByteArray at = QByteArray::number(row);
        const QByteArray noise = "x'" + QByteArray::number(chance.generate64(), 16).rightJustified(16, '0') + "'";
        static const QList<QByteArray> acts{
            "UPDATE fw_audit SET user = 'intruder' WHERE seq = %1",
            "UPDATE fw_audit SET at = at - 3600000 WHERE seq = %1",
            "UPDATE fw_audit SET cause = cause + 1 WHERE seq = %1",
            "UPDATE fw_audit SET kind = kind || 'x' WHERE seq = %1",
            "UPDATE fw_audit SET table_id = 'other' WHERE seq = %1",
            "UPDATE fw_audit SET record = coalesce(record, '') || 'x' WHERE seq = %1",
            "UPDATE fw_audit SET version = version + 1 WHERE seq = %1",
            "UPDATE fw_audit SET digest = %2 WHERE seq = %1",
            "UPDATE fw_audit SET seal = %2 WHERE seq = %1",
            "UPDATE fw_audit SET link = %2 WHERE seq = %1",
            "UPDATE fw_audit SET seal = %2, link = %2 WHERE seq = %1",
            "UPDATE fw_audit SET position = position + 100000 WHERE seq = %1",
            "DELETE FROM fw_audit WHERE seq = %1",
            "DELETE FROM fw_audit_value WHERE audit = %1",
            "UPDATE fw_audit_value SET before = coalesce(before, '') || ' ' WHERE audit = %1",
            "UPDATE fw_audit_value SET salt = salt || 'x' WHERE audit = %1",
        };
        QByteArray sql = acts[chance.bounded(acts.size())];
        world.tamper(sql.replace("%1", at).replace("%2", noise));
        return row;
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
