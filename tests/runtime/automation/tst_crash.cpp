#include "../testapp.h"

#include <QTest>

#include <QTemporaryDir>

using namespace fw;
using namespace fw::testing;
using connectors::RecordingConnector;
using connectors::RepeatClass;

namespace
{

/// Triggers, a write, a task, a message, a wait, a wait until, a stop: something of each.
Files wholeApp()
{
    Files files = smallApp();
    addWorkflow(files, "look",
                "when: [{id: over, crosses: intent, above: 80}]\nstop: [{id: paid, event: paid}]\nthen:\n  - {id: "
                "mark, set: {status: hot}}\n"
                "  - {id: call, task: {to: \"=owner\", title: \"Call {name}\", due: PT2H}}\n  - {id: tell, message: "
                "{through: mail, text: hello, to: \"=email\"}}\n"
                "  - {id: w, wait: PT24H}\n  - id: r\n    wait_until: {event: replied, limit: P3D}\n    then: [{id: "
                "yes, set: {status: won}}]\n    timeout: [{id: no, set: {status: lost}}, {id: again, task: {to: "
                "\"=owner\", title: \"Again {name}\"}}]\n");
    addWorkflow(files, "quiet",
                "when: [{id: q, inactive: {for: P10D}}]\nthen: [{id: n, set: {visits: \"=if visits = null then 1 else "
                "visits + 1\"}}]\n");
    return files;
}

/// What the outside asks for, with its time. Persons are named by phone, so that the script needs no ids.
struct Act {
    Instant at;
    engine::Command command;
};

engine::Command person(const QString& key, const QString& name, const QString& phone)
{
    engine::Command command;
    command.key = key;
    command.table = QStringLiteral("customer");
    command.values = {
        {"name", name}, {"phone", phone}, {"email", phone + QStringLiteral("@example.com")}, {"owner", "wang"}};
    return command;
}

engine::Command happens(const QString& key, const QString& event, const QString& phone, Instant at,
                        const QJsonObject& properties = {})
{
    engine::Command command = App::eventCommand(event, {}, properties, key);
    command.person = {{"phone", phone}};
    command.at = at;
    return command;
}

std::vector<Act> script()
{
    const QString li = QStringLiteral("13800000001");
    const QString han = QStringLiteral("13800000002");
    const QString wu = QStringLiteral("13800000003");
    const QJsonObject pricing{{"page", "pricing"}, {"seconds", 40}};
    std::vector<Act> acts;
    const auto add = [&](Instant at, const engine::Command& command) { acts.push_back({at, command}); };
    add(monday, person(QStringLiteral("k1"), QStringLiteral("李雷"), li));
    add(monday, person(QStringLiteral("k2"), QStringLiteral("韩梅梅"), han));
    add(monday + minute, person(QStringLiteral("k3"), QStringLiteral("吴"), wu));
    add(monday + hour, happens(QStringLiteral("k4"), QStringLiteral("viewed"), li, monday + hour, pricing));
    add(monday + hour, happens(QStringLiteral("k5"), QStringLiteral("viewed"), han, monday + hour, pricing));
    add(monday + 2 * hour, happens(QStringLiteral("k6"), QStringLiteral("viewed"), wu, monday + 2 * hour, pricing));
    add(monday + 5 * hour, happens(QStringLiteral("k7"), QStringLiteral("paid"), han, monday + 5 * hour));
    add(monday + 2 * day, happens(QStringLiteral("k8"), QStringLiteral("replied"), li, monday + 2 * day));
    return acts;
}

/// The end state without ids and times of handling: what must not depend on crashes.
QStringList picture(App& app)
{
    QStringList lines;
    for (const char* phone : {"13800000001", "13800000002", "13800000003"}) {
        const auto id = records::findOne(app.store->writer(), app.engine->plan(),
                                         *app.engine->plan().findTable(u"customer"), {{"phone", phone}});
        const QString record = id ? *id : QString();
        lines << QStringLiteral("%1 %2 %3 %4")
                     .arg(QLatin1String(phone), app.text(record, QStringLiteral("status")),
                          app.text(record, QStringLiteral("intent")), app.text(record, QStringLiteral("visits")));
    }
    for (const store::Task& task : app.tasks())
        lines << QStringLiteral("task %1 %2 %3 %4").arg(task.title, task.state, task.toUser).arg(task.due.value_or(0));
    for (const store::OutboxRow& row : app.messages())
        lines << QStringLiteral("message %1 %2 %3").arg(row.step, row.address, row.state);
    lines << QStringLiteral("incidents %1").arg(app.incidents().size());
    lines.sort();
    return lines;
}

/// Plays the script to its end, whatever was done of it before. `committed` is called after each durable commit.
class Player
{
public:
    Player(App& app, RecordingConnector& outside, std::function<void()> committed)
        : m_app(app), m_worker(*app.store, [&outside](const QString&) { return connectors::borrowed(outside); }),
          m_committed(std::move(committed))
    {
    }

    void play()
    {
        if (!m_worker.recover(m_app.clock.now()).ok())
            qFatal("recover");
        for (const Act& act : script()) {
            timeTo(act.at);
            const engine::Outcome outcome = m_app.engine->perform(act.command);
            if (!outcome.ok)
                qFatal("%s", qPrintable(outcome.problems.value(0).toString()));
            m_committed();
            pay();
        }
        timeTo(monday + 30 * day);
    }

private:
    void timeTo(Instant target)
    {
        for (auto due = m_app.engine->nextDue(); due && *due <= target; due = m_app.engine->nextDue()) {
            m_app.clock.set(std::max(m_app.clock.now(), *due));
            if (m_app.engine->runDue(1) < 0)
                qFatal("runDue");
            m_committed();
            pay();
        }
        m_app.clock.set(std::max(m_app.clock.now(), target));
        pay();
    }
    void pay()
    {
        for (;;) {
            auto rows = m_worker.claim(m_app.clock.now());
            if (!rows || rows->empty())
                return;
            const store::OutboxRow& row = rows->front();
            m_committed(); // marked, not yet sent
            const connectors::Receipt receipt = m_worker.sender(row)({});
            m_committed(); // sent, not yet written down
            if (!m_worker.settle({{row, receipt}}, m_app.clock.now()).ok())
                qFatal("settle");
            m_committed();
        }
    }
    App& m_app;
    automation::OutboxWorker m_worker;
    std::function<void()> m_committed;
};

void copyStore(const QString& from, const QString& to)
{
    for (const char* part : {"", "-wal"}) {
        QFile::remove(to + QLatin1String(part));
        QFile::copy(from + QLatin1String(part), to + QLatin1String(part));
    }
}

QSet<QString> keysOf(const RecordingConnector& outside)
{
    QSet<QString> keys;
    for (const connectors::Outgoing& message : outside.messages)
        keys << message.key.section(u':', 1); // without the run's id, which a run after the crash may differ in
    return keys;
}

} // namespace

/// The power goes at every commit and effect point; the program begins again on what the disk holds, and those outside
/// send again what they have no answer for. The end must be the same.
class TestCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCrashAtAnyPointChangesNothing()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("whole.fw"));
        struct Point {
            QString path;
            Instant at;
            QList<connectors::Outgoing> sent;
        };
        std::vector<Point> points;
        QStringList whole;
        QSet<QString> wholeKeys;
        {
            App app(wholeApp(), path);
            RecordingConnector outside(RepeatClass::A);
            Player player(app, outside, [&] {
                const QString copy = dir.filePath(QStringLiteral("point%1.fw").arg(points.size()));
                copyStore(path, copy);
                points.push_back({copy, app.clock.now(),
                                  QList<connectors::Outgoing>(outside.messages.begin(), outside.messages.end())});
            });
            player.play();
            whole = picture(app);
            wholeKeys = keysOf(outside);
        }
        QVERIFY2(points.size() > 20, qPrintable(QString::number(points.size())));
        QVERIFY2(whole.join(u'\n').contains(QStringLiteral("won")) &&
                     whole.join(u'\n').contains(QStringLiteral("lost")),
                 qPrintable(whole.join(u'\n')));
        for (size_t i = 0; i < points.size(); ++i) {
            App app(wholeApp(), points[i].path, points[i].at, 1'000'000 + i);
            RecordingConnector outside(RepeatClass::A);
            for (const connectors::Outgoing& sent : points[i].sent)
                outside.messages.push_back(sent);
            Player player(app, outside, [] {});
            player.play();
            QVERIFY2(picture(app) == whole, qPrintable(QStringLiteral("point %1\n%2\n-- expected --\n%3")
                                                           .arg(i)
                                                           .arg(picture(app).join(u'\n'), whole.join(u'\n'))));
            QCOMPARE(keysOf(outside), wholeKeys);
        }
        qInfo("%d crash points", int(points.size()));
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
