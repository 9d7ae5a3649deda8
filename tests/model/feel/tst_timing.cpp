// When a condition can change without a write: random time-dependent conditions, a clock that is turned, and nothing may change
// before the instant nextChange() names. FORMWRIGHT_SEED repeats a run.
#include "model/feel/timing.h"
#include "testworld.h"

#include "tests/rounds.h"

#include <QtTest>

using namespace feeltest;

namespace
{

/// A world whose clock can be turned; its events are the past of a person.
class Clockwork : public Environment
{
public:
    qint64 now = 0;
    QTimeZone local;
    std::vector<Value> past;

    qint64 nowMillis() const override { return now; }
    QTimeZone zone() const override { return local; }
    std::vector<Value> events(const QString& name, qint64 sinceMillis) const override
    {
        std::vector<Value> out;
        for (const Value& event : past)
            if (event.entry(u"event")->string() == name &&
                event.entry(u"at")->dateTime().toEpochMillis(local) >= sinceMillis)
                out.push_back(event);
        return out;
    }
};

class Writer
{
public:
    explicit Writer(QRandomGenerator& random) : m_random(random) {}

    QString condition(int depth)
    {
        if (depth > 0 && m_random.bounded(2)) {
            const QString a = condition(depth - 1), b = condition(depth - 1);
            return QStringLiteral("(%1 %2 %3)").arg(a, pick({"and", "or"}), b);
        }
        if (m_random.bounded(6) == 0)
            return QStringLiteral("not(%1)").arg(simple());
        return simple();
    }

private:
    QString pick(std::initializer_list<const char*> list)
    {
        return QString::fromLatin1(*(list.begin() + m_random.bounded(static_cast<int>(list.size()))));
    }
    QString comparison() { return pick({" < ", " <= ", " > ", " >= "}); }
    QString elapsed() { return pick({"@\"P1D\"", "@\"PT8H\"", "@\"PT36H\"", "@\"P30D\"", "@\"-P2D\"", "@\"PT0.5S\""}); }
    QString months() { return pick({"@\"P1M\"", "@\"P3M\"", "@\"P1Y\"", "@\"-P1M\""}); }
    QString shift() { return m_random.bounded(2) ? elapsed() : months(); }
    QString day() { return pick({"signed_on", "ends_on", "@\"2026-03-15\"", "@\"2026-02-28\"", "nothing"}); }
    QString moment()
    {
        return pick({"seen_at", "@\"2026-03-11T08:00:00\"", "@\"2026-03-29T02:30:00\"", "@\"2026-04-01T00:00:00Z\"",
                     "nothing_at"});
    }
    QString clock(bool today)
    {
        const QString name = today ? QStringLiteral("today()") : QStringLiteral("now()");
        return m_random.bounded(3) ? name : QStringLiteral("(%1 %2 %3)").arg(name, pick({"+", "-"}), shift());
    }

    QString simple()
    {
        switch (m_random.bounded(12)) {
        case 0: return clock(true) + comparison() + day();
        case 1: return clock(false) + comparison() + moment();
        case 2: return moment() + comparison() + clock(false);
        case 3: return "today() - " + day() + comparison() + elapsed();
        case 4: return day() + " - today()" + comparison() + elapsed();
        case 5: return "now() - " + moment() + comparison() + elapsed();
        case 6: return clock(true) + pick({" = ", " != "}) + day();
        case 7: return "today() in [@\"2026-03-12\".." + pick({"@\"2026-03-14\"", "@\"2026-05-01\""}) + "]";
        case 8: return "now() between " + moment() + " and @\"2026-06-01T00:00:00\"";
        case 9:
            return "count_events(\"seen\", " + pick({"@\"P7D\"", "@\"PT24H\"", "@\"P1M\"", "@\"P3M\""}) +
                   pick({"", ", it.page = \"a\""}) + ")" + comparison() + pick({"1", "2", "3"});
        case 10: return "days_in_a_row(\"seen\")" + comparison() + pick({"1", "2"});
        default: return "now() - last_event(\"seen\").at" + comparison() + elapsed();
        }
    }

    QRandomGenerator& m_random;
};

} // namespace

class TestTiming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangesBeforeItsTime()
    {
        QRandomGenerator random(tests::seed());
        Writer writer(random);
        Scope scope;
        scope.add("signed_on", Type::Kind::Date);
        scope.add("ends_on", Type::Kind::Date);
        scope.add("seen_at", Type::Kind::DateTime);
        scope.add("nothing", Type::Kind::Date);
        scope.add("nothing_at", Type::Kind::DateTime);
        const QTimeZone zones[]{QTimeZone("Asia/Shanghai"), QTimeZone("Europe/Paris"), QTimeZone("America/New_York"),
                                QTimeZone("Pacific/Kiritimati")};
        const int rounds = tests::rounds(1500, 40'000);
        int foreseen = 0;
        for (int i = 0; i < rounds && !QTest::currentTestFailed(); ++i) {
            Clockwork world;
            world.local = zones[random.bounded(4)];
            world.now = 1773100000000ll + random.bounded(40) * 43'200'000ll + random.bounded(3) * 1'234'567ll;
            fillPast(world, random);
            const std::vector<Value> slotValues{
                Value(Date::fromEpochDay(20'500 + random.bounded(40))),
                Value(Date::fromEpochDay(20'520 + random.bounded(60))),
                Value(DateTime::fromEpochMillis(world.now + (random.bounded(200) - 100) * 1'800'000ll, world.local)),
                Value(), Value()};
            const QString condition = writer.condition(random.bounded(3));
            const Compiled compiled = compile(condition, scope);
            QVERIFY2(compiled.ok(), qPrintable(condition));
            foreseen += watch(condition, compiled.program, slotValues, world, random) ? 1 : 0;
        }
        qInfo("%d of %d conditions were foreseen", foreseen, rounds);
        QVERIFY(foreseen > rounds / 2);
    }

private:
    static void fillPast(Clockwork& world, QRandomGenerator& random)
    {
        std::vector<qint64> instants;
        for (int n = random.bounded(5); n > 0; --n)
            instants.push_back(world.now - random.bounded(100) * 21'600'000ll - random.bounded(1000));
        std::sort(instants.begin(), instants.end());
        for (const qint64 at : instants)
            world.past.push_back(Value::context(
                {{QStringLiteral("event"), Value(QStringLiteral("seen"))},
                 {QStringLiteral("at"), Value(DateTime::fromEpochMillis(at, world.local))},
                 {QStringLiteral("page"), Value(random.bounded(2) ? QStringLiteral("a") : QStringLiteral("b"))}}));
    }

    /// Follows a condition over some of its changes; false when it cannot be foreseen.
    static bool watch(const QString& condition, const Program& program, const std::vector<Value>& slotValues,
                      Clockwork& world, QRandomGenerator& random)
    {
        constexpr qint64 day = 86'400'000;
        const auto holds = [&](qint64 at) {
            const qint64 before = std::exchange(world.now, at);
            const bool result = program.evaluate(Frame{slotValues, &world}).isTrue();
            world.now = before;
            return result;
        };
        for (int step = 0; step < 4; ++step) {
            const NextChange next = nextChange(program, Frame{slotValues, &world});
            if (next.kind == NextChange::Kind::Unknown)
                return false;
            const bool ends = next.kind == NextChange::Kind::At;
            if (ends && next.millis <= world.now)
                QTest::qFail(qPrintable(condition + " changes in the past"), __FILE__, __LINE__);
            const qint64 end = ends ? next.millis : world.now + 800 * day;
            const bool now = holds(world.now);
            // The last instant before, every midnight and every hour's end near by, and some at random.
            std::vector<qint64> instants{end - 1, world.now + 1};
            for (qint64 at = (world.now / 3'600'000 + 1) * 3'600'000; at < end && instants.size() < 60; at += 3'600'000)
                instants.push_back(at);
            for (qint64 at = end - 1; at > world.now && instants.size() < 120; at -= day)
                instants.push_back(at);
            for (int i = 0; i < 20; ++i)
                instants.push_back(world.now + static_cast<qint64>(random.generateDouble() * double(end - world.now)));
            for (const qint64 at : instants)
                if (at > world.now && at < end && holds(at) != now) {
                    const auto text = [&](qint64 millis) {
                        return DateTime::fromEpochMillis(millis, world.local).toString();
                    };
                    QTest::qFail(
                        qPrintable(QStringLiteral("%1\n  is %2 at %3, was to change at %4, but is otherwise at %5")
                                       .arg(condition)
                                       .arg(now)
                                       .arg(text(world.now), ends ? text(end) : QStringLiteral("never"), text(at))),
                        __FILE__, __LINE__);
                    return true;
                }
            if (!ends)
                return true;
            world.now = end;
        }
        return true;
    }
};

QTEST_GUILESS_MAIN(TestTiming)
#include "tst_timing.moc"
