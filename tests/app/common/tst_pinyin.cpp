#include "app/common/pinyin.h"

#include <QTest>

using namespace fw;

/// Finding Chinese names by the letters one types.
class PinyinTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reading()
    {
        QCOMPARE(pinyin(QStringLiteral("客户")), QStringLiteral("ke hu"));
        QCOMPARE(pinyin(QStringLiteral("客户CRM管理")), QStringLiteral("ke hu crm guan li"));
        QCOMPARE(pinyin(QStringLiteral("Customer")), QStringLiteral("customer"));
        QCOMPARE(pinyinInitials(QStringLiteral("客户行为管理")), QStringLiteral("khxwgl"));
        QCOMPARE(pinyinInitials(QStringLiteral("VIP 客户")), QStringLiteral("vipkh"));
        QCOMPARE(pinyin(QString()), QString());
    }
    void ranks()
    {
        QVERIFY(matchRank(QStringLiteral("Customer"), QStringLiteral("cust")) >
                matchRank(QStringLiteral("My customer"), QStringLiteral("cust")));
        QVERIFY(matchRank(QStringLiteral("My customer"), QStringLiteral("cust")) >
                matchRank(QStringLiteral("Excustom"), QStringLiteral("cust")));
        QVERIFY(matchRank(QStringLiteral("客户管理"), QStringLiteral("khgl")) > 1);
        QVERIFY(matchRank(QStringLiteral("客户管理"), QStringLiteral("kehu")) > 1);
        QVERIFY(matchRank(QStringLiteral("客户管理"), QStringLiteral("guanli")) > 1);
        QVERIFY(matchRank(QStringLiteral("客户管理"), QStringLiteral("管理")) > 1);
        QCOMPARE(matchRank(QStringLiteral("客户管理"), QStringLiteral("xyz")), 0);
        QCOMPARE(matchRank(QStringLiteral("Customer"), QStringLiteral("ctr")), 1);
        QVERIFY(matchRank(QStringLiteral("anything"), QString()) > 0);
    }
};

QTEST_GUILESS_MAIN(PinyinTest)
#include "tst_pinyin.moc"
