#include "../world.h"

#include "runtime/segments/segments.h"

using namespace fw;
using namespace fw::testing;

namespace
{

plan::Segment segment(const plan::Plan& plan, const QString& id, const QString& condition)
{
    plan::Segment made;
    made.id = id;
    made.table = QStringLiteral("customer");
    made.condition = expression(plan, condition, QStringLiteral("customer"));
    return made;
}

struct Club : World {
    Club() : World(clubPlan()) {}
    static std::shared_ptr<plan::Plan> clubPlan()
    {
        auto made = behaviourPlan();
        made->segments = {
            segment(*made, QStringLiteral("big"), QStringLiteral("size >= 500")),
            segment(*made, QStringLiteral("hot"), QStringLiteral("intent > 80")),
            segment(*made, QStringLiteral("readers"), QStringLiteral("count_events(\"viewed_page\", @\"P7D\") >= 2")),
            segment(*made, QStringLiteral("big_and_hot"), QStringLiteral("in segment(\"big\") and intent > 80"))};
        return made;
    }
    QStringList of(const QString& segment) { return segments::members(connection(), segment); }
};

const QJsonObject s_li{{QStringLiteral("phone"), QStringLiteral("13800000001")}};

} // namespace

class TestSegments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRecordEntersAndLeavesWithItsFields()
    {
        Club club;
        const QString id = club.customer(QStringLiteral("13800000001"));
        QCOMPARE(club.of(QStringLiteral("big")), QStringList());
        club.update(QStringLiteral("customer"), id, {{"size", 500}});
        QCOMPARE(club.of(QStringLiteral("big")), QStringList{id});
        club.update(QStringLiteral("customer"), id, {{"size", QJsonValue::Null}}); // unknown is not met
        QCOMPARE(club.of(QStringLiteral("big")), QStringList());
    }

    void aScoreMovesItsSegments()
    {
        Club club;
        const QString id = club.customer(QStringLiteral("13800000001"));
        club.event(QStringLiteral("trial_submitted"), s_li);
        QVERIFY(!segments::contains(club.connection(), QStringLiteral("hot"), id));
        club.event(QStringLiteral("viewed_page"), s_li, {{"page", "pricing"}});
        QVERIFY(segments::contains(club.connection(), QStringLiteral("hot"), id));
    }

    void aSegmentMayStandInAnother()
    {
        Club club;
        const QString id = club.customer(QStringLiteral("13800000001"));
        club.event(QStringLiteral("trial_submitted"), s_li);
        club.event(QStringLiteral("viewed_page"), s_li, {{"page", "pricing"}});
        QCOMPARE(club.of(QStringLiteral("big_and_hot")), QStringList());
        club.update(QStringLiteral("customer"), id, {{"size", 600}});
        QCOMPARE(club.of(QStringLiteral("big_and_hot")), QStringList{id});
    }

    void eventCountsAreFollowed()
    {
        Club club;
        const QString id = club.customer(QStringLiteral("13800000001"));
        club.event(QStringLiteral("viewed_page"), s_li, {{"page", "home"}});
        QCOMPARE(club.of(QStringLiteral("readers")), QStringList());
        club.event(QStringLiteral("viewed_page"), s_li, {{"page", "home"}});
        QCOMPARE(club.of(QStringLiteral("readers")), QStringList{id});
    }

    void aWindowThatEndsLetsTheRecordGo()
    {
        Club club;
        const QString id = club.customer(QStringLiteral("13800000001"));
        club.event(QStringLiteral("viewed_page"), s_li, {{"page", "home"}});
        club.pass(2 * day);
        club.event(QStringLiteral("viewed_page"), s_li, {{"page", "home"}});
        club.pass(4 * day);
        QCOMPARE(club.of(QStringLiteral("readers")), QStringList{id});
        club.pass(2 * day);
        QCOMPARE(club.of(QStringLiteral("readers")), QStringList());
    }

    void aRecordInTheBinIsInNone()
    {
        Club club;
        const QString id = club.customer(QStringLiteral("13800000001"));
        club.update(QStringLiteral("customer"), id, {{"size", 500}});
        engine::Command remove;
        remove.kind = engine::Command::Kind::Delete;
        remove.table = QStringLiteral("customer");
        remove.id = id;
        club.perform(remove);
        QCOMPARE(club.of(QStringLiteral("big")), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_segments.moc"
