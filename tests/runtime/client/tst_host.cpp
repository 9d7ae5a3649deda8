#include "../connectors/mockserver.h"
#include "model/document/package.h"
#include "runtime/client/inprocessclient.h"
#include "runtime/store/outbox.h"
#include "runtime/store/users.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace fw;
using namespace fw::client;
using fw::testing::MockServer;

namespace
{

/// A mail server that takes the call and says nothing until it is let go.
struct SilentServer {
    QSemaphore called, letGo;
    MockServer server{[this](MockServer::Peer&) {
        called.release();
        letGo.acquire();
    }};
    QString url() const { return QStringLiteral("smtp://127.0.0.1:%1").arg(server.port()); }
    ~SilentServer() { letGo.release(1000); }
};

} // namespace

/// A running store: people are served, whatever the world outside does.
class TestHost : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<std::unique_ptr<Host>> start(const QString& name)
    {
        HostOptions options;
        options.storePath = m_folder.filePath(name);
        options.package = pack(*readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm")));
        options.program = QStringLiteral("test");
        return Host::start(options);
    }

private Q_SLOTS:
    void aMailServerThatHangsKeepsNobodyWaiting()
    {
        SilentServer silent;
        auto host = start(QStringLiteral("hangs.db"));
        QVERIFY(host.ok());
        (*host)->run([&] {
            QVERIFY(
                (*host)
                    ->store()
                    .commit([&] {
                        QVERIFY((*host)->store().setSetting(QStringLiteral("connector.mail.url"), silent.url()).ok());
                        QVERIFY(
                            (*host)
                                ->store()
                                .setSetting(QStringLiteral("connector.mail.from"), QStringLiteral("crm@example.com"))
                                .ok());
                    })
                    .ok());
        });
        auto client = InProcessClient::open(**host, QStringLiteral("admin"), QStringLiteral("en"),
                                            InProcessClient::Passing::Loopback);
        QVERIFY(client.ok());
        const auto create = [&](const QString& phone) {
            return call(**client, QStringLiteral("data.create"),
                        {{"table", "customer"},
                         {"values", QJsonObject{{"name", "李雷"}, {"phone", phone}, {"email", "li@example.com"}}}});
        };
        QVERIFY(create(QStringLiteral("13800000001")).ok);
        (*host)->run([&] {
            QList<engine::Command> commands(2);
            commands[0].kind = engine::Command::Kind::Consent;
            commands[0].purpose = QStringLiteral("behaviour");
            commands[1].kind = engine::Command::Kind::Event;
            commands[1].event = QStringLiteral("trial_submitted");
            for (engine::Command& command : commands) {
                command.person = {{"phone", "13800000001"}};
                QVERIFY((*host)->engine().perform(command).ok);
            }
        });
        silent.called.acquire(); // the mail hangs in the server
        QVERIFY(create(QStringLiteral("13800000002")).ok);
        client->reset();
        host->reset(); // ends although the server still holds the call

        const auto store = store::Store::open(m_folder.filePath(QStringLiteral("hangs.db")), QStringLiteral("test"));
        QVERIFY(store.ok());
        const auto messages = store::messages((*store)->writer());
        QCOMPARE(messages.size(), size_t(1));
        QCOMPARE(messages.front().state, QStringLiteral("pending")); // it never got as far as the mail: tried again
        QCOMPARE(messages.front().attempts, 1);
    }

    void idleMeansThatEveryMessageHasArrived()
    {
        auto host = start(QStringLiteral("idle.db"));
        QVERIFY(host.ok());
        QVERIFY((*host)->untilIdle().ok());
        (*host)->run([&] {
            engine::Command customer;
            customer.table = QStringLiteral("customer");
            customer.values = {{"name", "李雷"}, {"phone", "13800000001"}, {"email", "li@example.com"}};
            QVERIFY((*host)->engine().perform(customer).ok);
            engine::Command command;
            command.person = {{"phone", "13800000001"}};
            command.kind = engine::Command::Kind::Consent;
            command.purpose = QStringLiteral("behaviour");
            QVERIFY((*host)->engine().perform(command).ok);
            command.kind = engine::Command::Kind::Event;
            command.event = QStringLiteral("trial_submitted");
            QVERIFY((*host)->engine().perform(command).ok);
        });
        QVERIFY((*host)->untilIdle().ok());
        std::vector<store::OutboxRow> messages;
        (*host)->run([&] { messages = store::messages((*host)->store().writer()); });
        QCOMPARE(messages.size(), size_t(1));
        QCOMPARE(messages.front().state, QStringLiteral("sent"));
    }
};

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"
