#include "../world.h"

#include "runtime/analytics/analytics.h"

#include <QFile>
#include <QRegularExpression>

using namespace fw;
using namespace fw::testing;
using plan::Tile;

namespace
{

QString sharedFolder()
{
    const QString given = qEnvironmentVariable("FORMWRIGHT_SHARED");
    return given.isEmpty() ? QStringLiteral(FORMWRIGHT_SOURCE_DIR "/../shared") : given;
}

const QStringList s_events{QStringLiteral("page_view"), QStringLiteral("cart_added"), QStringLiteral("purchased"),
                           QStringLiteral("ad_shown"), QStringLiteral("ad_clicked")};

/// A web shop whose visitors are known by cookies and, once they have logged in, by a number.
std::shared_ptr<plan::Plan> shopPlan()
{
    using plan::FieldType;
    plan::Table user = table(QStringLiteral("visitor"), {field(QStringLiteral("name"), FieldType::Text),
                                                         field(QStringLiteral("number"), FieldType::Text)});
    user.person = true;
    user.identity = {QStringLiteral("number")};
    auto made = planOf({user});
    made->number = 1;
    made->zone = QTimeZone::utc();
    for (const QString& id : s_events) {
        made->events.push_back(event(id, {field(QStringLiteral("page"), FieldType::Number, 0),
                                          field(QStringLiteral("visit"), FieldType::Text)}));
        made->events.back().purpose.clear();
    }
    made->types = std::make_shared<PlanTypes>(*made);
    return made;
}

struct Line {
    QString cookie, visit, at;
    int page = 0, type = 0;
};

} // namespace

/// Clique Bait: 32,734 events, 1,782 cookies, 500 users, with figures published for it (data/README.md of the shared folder).
class TestCliqueBait : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QFile file(sharedFolder() + QStringLiteral("/data/clique_bait.sql"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("The shared data folder is not here: set FORMWRIGHT_SHARED to check the published figures.");
        read(QString::fromUtf8(file.readAll()));
        m_world = std::make_unique<World>(shopPlan(), 1'600'000'000'000);
        // Half of the users are known before their behaviour arrives, half after it: the figures must not care.
        addUsers(0);
        addEvents();
        addUsers(1);
    }

    void countsPerEvent()
    {
        const QList<int> published{20928, 8451, 1777, 876, 702};
        for (int i = 0; i < s_events.size(); ++i)
            QCOMPARE(figure(s_events[i], QStringLiteral("count()")), QString::number(published[i]));
    }

    void buyersAreFourHundredAndEightyFourPersonsNotCookies()
    {
        QCOMPARE(figure(QStringLiteral("purchased"), QStringLiteral("count_distinct(person)")), QStringLiteral("484"));
        QCOMPARE(figure(QStringLiteral("page_view"), QStringLiteral("count_distinct(person)")), QStringLiteral("500"));
    }

    void visitsWithAPurchase()
    {
        QCOMPARE(figure(QStringLiteral("page_view"), QStringLiteral("count_distinct(visit)")), QStringLiteral("3564"));
        QCOMPARE(figure(QStringLiteral("purchased"), QStringLiteral("count_distinct(visit)")), QStringLiteral("1777"));
        QCOMPARE(figure(QStringLiteral("page_view"), QStringLiteral("count_distinct(visit, page = 12)")),
                 QStringLiteral("2103")); // 2,103 − 1,777 = 326 gave up
    }

    void theFunnelEndsWithTheBuyers()
    {
        Tile tile;
        tile.kind = Tile::Kind::Funnel;
        for (const QString& event : {s_events[0], s_events[1], s_events[2]})
            tile.steps.push_back({event, {}, event, {}});
        analytics::Request request;
        request.tile = &tile;
        request.now = m_world->clock.now();
        const auto result = analytics::tile(m_world->connection(), *m_world->plan, request);
        QVERIFY(result.ok());
        const auto& stages = result->funnels[0].stages;
        QCOMPARE(stages[0].persons, qint64(500));
        QCOMPARE(stages[2].persons, qint64(484));
        QVERIFY(stages[1].persons >= 484 && stages[1].persons <= 500);
    }

private:
    void read(const QString& sql)
    {
        static const QRegularExpression user(QStringLiteral("^  \\('(\\d+)', '([0-9a-f]{6})', '[^']*'\\)[,;]"),
                                             QRegularExpression::MultilineOption);
        static const QRegularExpression event(
            QStringLiteral("^  \\('([0-9a-f]{6})', '([0-9a-f]{6})', '(\\d+)', '(\\d)', '\\d+', '([^']*)'\\)"),
            QRegularExpression::MultilineOption);
        for (auto it = user.globalMatch(sql); it.hasNext();) {
            const auto match = it.next();
            m_cookies[match.captured(1).toInt()].append(match.captured(2));
        }
        for (auto it = event.globalMatch(sql); it.hasNext();) {
            const auto match = it.next();
            m_lines.push_back({match.captured(2), match.captured(1), match.captured(5), match.captured(3).toInt(),
                               match.captured(4).toInt()});
        }
        QCOMPARE(m_cookies.size(), qsizetype(500));
        QCOMPARE(m_lines.size(), size_t(32734));
    }

    void addUsers(int half)
    {
        QList<engine::Command> commands;
        for (auto it = m_cookies.cbegin(); it != m_cookies.cend(); ++it) {
            if (it.key() % 2 != half)
                continue;
            engine::Command create;
            create.kind = engine::Command::Kind::Create;
            create.table = QStringLiteral("visitor");
            create.values = {{"name", QStringLiteral("U%1").arg(it.key())}, {"number", QString::number(it.key())}};
            commands.append(create);
            for (const QString& cookie : *it) {
                engine::Command link;
                link.kind = engine::Command::Kind::Link;
                link.person = {{"number", QString::number(it.key())}, {"anonymous", cookie}};
                commands.append(link);
            }
        }
        perform(commands);
    }

    void addEvents()
    {
        QList<engine::Command> commands;
        for (const Line& line : m_lines) {
            engine::Command command;
            command.kind = engine::Command::Kind::Event;
            command.event = s_events[line.type - 1];
            command.person = {{"anonymous", line.cookie}};
            command.at = QDateTime::fromString(QString(line.at).replace(QLatin1Char(' '), QLatin1Char('T')).left(23) +
                                                   QLatin1Char('Z'),
                                               Qt::ISODateWithMs)
                             .toMSecsSinceEpoch();
            command.values = {{"page", line.page}, {"visit", line.visit}};
            commands.append(command);
        }
        perform(commands);
    }

    void perform(const QList<engine::Command>& commands)
    {
        for (const engine::Outcome& outcome : m_world->engine->perform(commands))
            QVERIFY2(outcome.ok, outcome.problems.isEmpty() ? "" : qPrintable(outcome.problems.first().toString()));
    }

    QString figure(const QString& event, const QString& value)
    {
        Tile tile;
        tile.from = QStringLiteral("event.") + event;
        tile.value = feel::asAggregate(value);
        analytics::Request request;
        request.tile = &tile;
        request.now = m_world->clock.now();
        const auto result = analytics::tile(m_world->connection(), *m_world->plan, request);
        return result ? result->value.toText() : result.error().text();
    }

    QMap<int, QStringList> m_cookies;
    std::vector<Line> m_lines;
    std::unique_ptr<World> m_world;
};

QTEST_GUILESS_MAIN(TestCliqueBait)
#include "tst_cliquebait.moc"
