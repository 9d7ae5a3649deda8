#include "runtime/analytics/funnelpath.h"

#include <QtTest>

using namespace fw;
using analytics::FunnelPath;

namespace
{

constexpr Instant minute = 60'000;

/// Walks the letters, one a minute; step k is the k-th letter of `steps`.
int level(const QString& steps, const QString& walk, std::optional<plan::Duration> within = {})
{
    const QTimeZone zone = QTimeZone::utc();
    FunnelPath path(static_cast<int>(steps.size()), within, zone);
    Instant at = minute;
    for (QChar letter : walk) {
        std::vector<bool> matches;
        for (QChar step : steps)
            matches.push_back(step == letter);
        path.add(at, matches);
        at += minute;
    }
    return path.level();
}

} // namespace

class TestFunnelPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vectorsOfTheDefinition_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("walk");
        QTest::addColumn<int>("expected");
        QTest::newRow("a repeated step in between does no harm") << "ABCD"
                                                                 << "ABCBD" << 4;
        QTest::newRow("the last step came before the third") << "ABCD"
                                                             << "ABDC" << 3;
        QTest::newRow("backwards reaches only the first") << "123"
                                                          << "4321" << 1;
        QTest::newRow("never entered") << "12"
                                       << "43" << 0;
        QTest::newRow("nothing happened") << "AB"
                                          << "" << 0;
        QTest::newRow("one event is not two steps") << "AA"
                                                    << "A" << 1;
        QTest::newRow("the same step twice needs two events") << "AA"
                                                              << "AA" << 2;
    }
    void vectorsOfTheDefinition()
    {
        QFETCH(QString, steps);
        QFETCH(QString, walk);
        QFETCH(int, expected);
        QCOMPARE(level(steps, walk), expected);
    }

    void theWindowEndsWithItsLastMillisecond()
    {
        const plan::Duration twoMinutes{0, 0, 2 * minute};
        QCOMPARE(level(QStringLiteral("AB"), QStringLiteral("AxB"), twoMinutes), 2);
        QCOMPARE(level(QStringLiteral("AB"), QStringLiteral("AxxB"), twoMinutes), 1);
    }

    void aLaterEntryOpensTheWindowAgain()
    {
        const plan::Duration twoMinutes{0, 0, 2 * minute};
        QCOMPARE(level(QStringLiteral("AB"), QStringLiteral("AxxAB"), twoMinutes), 2);
    }

    void onlyTheEntryMustLieInThePeriod()
    {
        const QTimeZone zone = QTimeZone::utc();
        FunnelPath path(2, {}, zone, 100, 200);
        path.add(50, {true, false});
        QCOMPARE(path.level(), 0);
        path.add(150, {true, false});
        path.add(900, {false, true});
        QCOMPARE(path.level(), 2);
        QCOMPARE(path.timeTo(1), std::optional<qint64>(750));
    }

    void aPersonIsOpenUntilTheWindowEnds()
    {
        const QTimeZone zone = QTimeZone::utc();
        FunnelPath path(2, plan::Duration{0, 0, 1000}, zone);
        path.add(0, {true, false});
        QVERIFY(path.isOpen(1000));
        QVERIFY(!path.isOpen(1001));
        path.add(500, {false, true});
        QVERIFY(!path.isOpen(600)); // through
    }
};

QTEST_GUILESS_MAIN(TestFunnelPath)
#include "tst_funnelpath.moc"
