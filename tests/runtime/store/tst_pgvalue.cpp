#include "runtime/store/pgvalue.h"
#include "runtime/store/place.h"

#include <QTest>
#include <QtEndian>

using namespace fw::store;

namespace
{

QByteArray big(std::initializer_list<qint16> words)
{
    QByteArray bytes;
    for (const qint16 word : words) {
        bytes.append(char(quint16(word) >> 8));
        bytes.append(char(word & 0xff));
    }
    return bytes;
}

QByteArray big64(qint64 value)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

/// What travels between us and a PostgreSQL server, without a server.
class TestPgValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numericsAreExact_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("hundredths");
        // number of groups, weight of the first, sign, digits behind the point, groups of four decimal digits
        QTest::newRow("0.00") << big({0, 0, 0, 2}) << "0.00" << qint64(0);
        QTest::newRow("1234.56") << big({2, 0, 0, 2, 1234, 5600}) << "1234.56" << qint64(123456);
        QTest::newRow("-0.50") << big({1, -1, 0x4000, 2, 5000}) << "-0.50" << qint64(-50);
        QTest::newRow("0.0005") << big({1, -1, 0, 4, 5}) << "0.0005" << qint64(0);
        QTest::newRow("0.00000001") << big({1, -2, 0, 8, 1}) << "0.00000001" << qint64(0);
        QTest::newRow("10000") << big({1, 1, 0, 0, 1}) << "10000" << qint64(1'000'000);
        QTest::newRow("12345678.9") << big({3, 1, 0, 1, 1234, 5678, 9000}) << "12345678.9" << qint64(1'234'567'890);
        QTest::newRow("most") << big({6, 4, 0, 2, 9, 2233, 7203, 6854, 7758, 700}) << "92233720368547758.07"
                              << std::numeric_limits<qint64>::max();
    }
    void numericsAreExact()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(qint64, hundredths);
        QCOMPARE(pg::textOf(pg::Numeric, bytes), text);
        QCOMPARE(pg::scaledOf(pg::Numeric, bytes, 2), hundredths);
    }

    void decimalsAreWrittenWithTheirPoint()
    {
        QCOMPARE(pg::parameter(Scaled{123456, 2}).bytes, QByteArray("1234.56"));
        QCOMPARE(pg::parameter(Scaled{-5, 2}).bytes, QByteArray("-0.05"));
        QCOMPARE(pg::parameter(Scaled{7, 0}).bytes, QByteArray("7"));
        QCOMPARE(pg::parameter(Scaled{std::numeric_limits<qint64>::min(), 8}).bytes,
                 QByteArray("-92233720368.54775808"));
    }

    void instantsAreMilliseconds()
    {
        for (const qint64 millis : {0LL, 1'767'576'600'123LL, -1LL, -62'135'596'800'000LL}) {
            const pg::Parameter parameter = pg::parameter(pg::TimestampTz, millis);
            QVERIFY(parameter.binary);
            QCOMPARE(pg::integerOf(pg::TimestampTz, parameter.bytes), millis);
        }
        QCOMPARE(pg::integerOf(pg::TimestampTz, big64(-1)), 946'684'799'999); // a microsecond before 2000 is still 1999
    }

    void datesAndTimesAreTexts()
    {
        QCOMPARE(pg::textOf(pg::Date, QByteArray::fromHex("00000000")), QStringLiteral("2000-01-01"));
        QCOMPARE(pg::textOf(pg::Date, QByteArray::fromHex("ffffffff")), QStringLiteral("1999-12-31"));
        QCOMPARE(pg::textOf(pg::Time, big64(34'200'000'000)), QStringLiteral("09:30:00"));
        QCOMPARE(pg::textOf(pg::Time, big64(34'200'500'000)), QStringLiteral("09:30:00.5"));
    }

    void parametersAreNumberedAsSqliteDoes()
    {
        QCOMPARE(pg::numberedParameters("a = ? AND b = ?"), QByteArray("a = $1 AND b = $2"));
        QCOMPARE(pg::numberedParameters("?2 ?1 ?"), QByteArray("$2 $1 $3"));
        QCOMPARE(pg::numberedParameters("'?' \"?\" 'it''s ?' ?"), QByteArray("'?' \"?\" 'it''s ?' $1"));
        QCOMPARE(pg::numberedParameters("LIKE ? ESCAPE '\\'"), QByteArray("LIKE $1 ESCAPE '\\'"));
    }

    void aPlaceIsShownWithoutItsPassword_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("shown");
        QTest::newRow("file") << "/data/app.db"
                              << "/data/app.db";
        QTest::newRow("full") << "postgresql://wang:geheim@db.firm.cn:5433/crm"
                              << "postgresql://wang@db.firm.cn:5433/crm";
        QTest::newRow("query") << "postgresql://db/crm?user=wang&password=geheim"
                               << "postgresql://wang@db/crm";
        QTest::newRow("socket") << "postgresql:///crm?host=/run/pg&user=u"
                                << "postgresql://u@/crm?host=/run/pg";
        QTest::newRow("nonsense") << "postgresql://u:ge%zzheim@h/d" << QStringLiteral("postgresql://…");
    }
    void aPlaceIsShownWithoutItsPassword()
    {
        QFETCH(QString, place);
        QFETCH(QString, shown);
        QCOMPARE(shownPlace(place), shown);
    }
};

QTEST_GUILESS_MAIN(TestPgValue)
#include "tst_pgvalue.moc"
