#include "../../rounds.h"
#include "../powervfs.h"
#include "../testapp.h"

#include <QTest>

using namespace fw;
using namespace fw::testing;
using connectors::RecordingConnector;
using connectors::RepeatClass;
using Fault = PowerVfs::Fault;

namespace
{

/// A trigger, a write, a task, two messages, a wait, a branch.
Files app()
{
    Files files = smallApp();
    addWorkflow(
        files, "look",
        "when: [{id: over, crosses: intent, above: 80}]\nthen:\n  - {id: mark, set: {status: hot}}\n"
        "  - {id: call, task: {to: \"=owner\", title: \"Call {name}\", due: PT2H}}\n"
        "  - {id: tell, message: {through: mail, text: hello, to: \"=email\"}}\n"
        "  - {id: w, wait: PT1H}\n  - {id: count, set: {visits: \"=(if visits = null then 0 else visits) + 1\"}}\n"
        "  - {id: again, message: {through: mail, text: hello, to: \"=email\"}}\n");
    return files;
}

engine::Command person(const QString& key, const QString& phone)
{
    engine::Command command;
    command.kind = engine::Command::Kind::Create;
    command.key = key;
    command.table = QStringLiteral("customer");
    command.values = {
        {"name", "李雷"}, {"phone", phone}, {"email", phone + QStringLiteral("@example.com")}, {"owner", "wang"}};
    return command;
}

engine::Command look(const QString& key, const QString& phone)
{
    engine::Command command = App::eventCommand(QStringLiteral("viewed"), {}, {{"page", "pricing"}}, key);
    command.person = {{"phone", phone}};
    return command;
}

/// The scenario, act by act. Each says whether it was confirmed; one that was not is done again.
class Play
{
public:
    static constexpr int acts = 8;
    explicit Play(const QString& path, Instant at, quint64 seed) : m_app(Files(), path, at, seed), m_worker(worker()) {}

    /// What opening the store again has to make up for.
    bool recover() { return m_worker.recover(m_app.clock.now()).ok() && due(); }
    bool act(int number)
    {
        const QString li = QStringLiteral("13800000001"), han = QStringLiteral("13800000002");
        switch (number) {
        case 0: return perform(person(QStringLiteral("k1"), li));
        case 1: return perform(look(QStringLiteral("k2"), li));
        case 2: return send();
        case 3: return perform(person(QStringLiteral("k3"), han));
        case 4: return perform(look(QStringLiteral("k4"), han));
        case 5: return passTo(monday + 2 * hour);
        case 6: return send();
        default: return passTo(monday + day);
        }
    }
    Instant now() const { return m_app.clock.now(); }
    bool sound()
    {
        store::Statement& check = m_app.store->writer().prepare("PRAGMA integrity_check");
        QString said;
        while (m_app.store->writer().step(check))
            said += check.text(0);
        return said == QLatin1String("ok");
    }
    /// The state without ids and times of handling.
    QStringList picture()
    {
        QStringList lines;
        for (const char* phone : {"13800000001", "13800000002"}) {
            const auto id = records::findOne(m_app.store->writer(), m_app.engine->plan(),
                                             *m_app.engine->plan().findTable(u"customer"), {{"phone", phone}});
            const QString record = id ? *id : QString();
            lines << QStringLiteral("%1 %2 %3 %4")
                         .arg(QLatin1String(phone), m_app.text(record, QStringLiteral("status")),
                              m_app.text(record, QStringLiteral("intent")),
                              m_app.text(record, QStringLiteral("visits")));
        }
        for (const store::Task& task : m_app.tasks())
            lines << QStringLiteral("task %1 %2 %3").arg(task.title, task.state, task.toUser);
        for (const store::OutboxRow& row : m_app.messages())
            lines << QStringLiteral("message %1 %2 %3").arg(row.step, row.address, row.state);
        lines << QStringLiteral("incidents %1").arg(m_app.incidents().size());
        lines.sort();
        return lines;
    }
    QSet<QString> sent;

private:
    automation::OutboxWorker worker()
    {
        return automation::OutboxWorker(*m_app.store,
                                        [this](const QString&) { return connectors::borrowed(m_outside); });
    }
    bool perform(const engine::Command& command) { return m_app.engine->perform(command).ok && due(); }
    bool due()
    {
        int fired = 0;
        while ((fired = m_app.engine->runDue()) > 0) {
        }
        return fired == 0;
    }
    bool passTo(Instant at)
    {
        m_app.clock.set(std::max(m_app.clock.now(), at));
        return due();
    }
    bool send()
    {
        const auto tried = m_worker.work(m_app.clock.now());
        for (const connectors::Outgoing& message : m_outside.messages)
            sent << message.key.section(u':', 1);
        return tried.ok();
    }
    App m_app;
    RecordingConnector m_outside{RepeatClass::A};
    automation::OutboxWorker m_worker;
};

} // namespace

/// The n-th operation on the disk goes wrong, n = 1, 2, 3 …: what was confirmed stays, what was not is there wholly or not at
/// all, and the end is the same.
class TestPowerLoss : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_base = m_dir.filePath(QStringLiteral("base.fw"));
        App(app(), m_base);
        PowerVfs disk;
        const QString path = fresh();
        Play play(path, monday, 1);
        disk.arm(-1, Fault::Error);
        m_pictures << play.picture();
        for (int i = 0; i < Play::acts; ++i) {
            QVERIFY(play.act(i));
            m_pictures << play.picture();
        }
        m_operations = disk.operations();
        m_sent = play.sent;
        QVERIFY2(m_operations > 50, qPrintable(QString::number(m_operations)));
        QVERIFY2(m_pictures.last().join(u'\n').contains(QStringLiteral("hot 90 1")),
                 qPrintable(m_pictures.last().join(u'\n')));
        QCOMPARE(m_sent.size(), 4);
        m_seed = tests::seed();
    }
    void faults_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("an operation fails") << int(Fault::Error);
        QTest::newRow("the disk is full") << int(Fault::Full);
        QTest::newRow("the power goes") << int(Fault::PowerLoss);
    }
    void faults()
    {
        QFETCH(int, fault);
        QRandomGenerator chance(m_seed);
        const int all = m_operations, rounds = std::min(all, tests::rounds(30, all));
        int struck = 0;
        for (int round = 0; round < rounds; ++round) {
            const int at = rounds == all ? round + 1 : 1 + chance.bounded(all);
            const quint32 seed = chance.generate();
            const Ending ending = strike(Fault(fault), at, seed);
            struck += ending.struck;
            QVERIFY2(ending.problem.isEmpty(),
                     qPrintable(QStringLiteral("operation %1, seed %2: %3").arg(at).arg(seed).arg(ending.problem)));
        }
        qInfo("%d of %d operations went wrong", struck, all);
        QVERIFY(struck > rounds * 9 / 10);
    }
    /// The test of the test: a disk that does not sync must be found out.
    void aDiskThatLiesIsFoundOut()
    {
        int found = 0;
        for (int at = m_operations / 2; at < m_operations && !found; at += 7)
            found += !strike(Fault::PowerLoss, at, static_cast<quint32>(at), true).problem.isEmpty();
        QVERIFY(found > 0);
    }

private:
    QString fresh()
    {
        const QString path = m_dir.filePath(QStringLiteral("store%1.fw").arg(++m_stores));
        QFile::copy(m_base, path);
        return path;
    }
    struct Ending {
        bool struck = false;
        QString problem;
    };
    /// One experiment.
    Ending strike(Fault fault, int at, quint32 seed, bool lies = false)
    {
        PowerVfs disk;
        const QString path = fresh();
        auto play = std::make_unique<Play>(path, monday, 1);
        disk.arm(at, fault, seed);
        if (lies)
            disk.lie();
        int done = 0;
        while (done < Play::acts && play->act(done))
            ++done;
        Ending ending{disk.struck(), {}};
        QSet<QString> sent = play->sent;
        if (done < Play::acts) {
            const Instant then = play->now();
            if (fault == Fault::PowerLoss) {
                play.reset();
                disk.powerBack();
                play = std::make_unique<Play>(path, then, 1'000'000 + static_cast<quint64>(at));
            }
            ending.problem = play->recover() ? halfDone(play->picture(), done) : QStringLiteral("it cannot go on");
        }
        for (int i = done; i < Play::acts && ending.problem.isEmpty(); ++i) {
            if (!play->act(i))
                ending.problem = QStringLiteral("it does not go on");
        }
        if (ending.problem.isEmpty()) {
            play->act(6); // what was in doubt goes out again after its pause
            sent.unite(play->sent);
            if (!play->sound() || play->picture() != m_pictures.last() || sent != m_sent)
                ending.problem = QStringLiteral("the end is another:\n") + play->picture().join(u'\n');
        }
        play.reset();
        QFile::remove(path);
        return ending;
    }
    /// "" when the picture is that before the act or that after it.
    QString halfDone(const QStringList& now, int act) const
    {
        const bool sending = act == 2 || act == 6; // several commits: each message has left or not
        if (sending || now == m_pictures[act] || now == m_pictures[act + 1])
            return {};
        return QStringLiteral("act %1 is done in part:\n%2\n-- before --\n%3\n-- after --\n%4")
            .arg(act)
            .arg(now.join(u'\n'), m_pictures[act].join(u'\n'), m_pictures[act + 1].join(u'\n'));
    }

    QTemporaryDir m_dir;
    QString m_base;
    QList<QStringList> m_pictures; ///< before the first act, and after each
    QSet<QString> m_sent;
    int m_operations = 0, m_stores = 0;
    quint32 m_seed = 0;
};

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"
