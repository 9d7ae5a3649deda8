#include "model/document/package.h"
#include "runtime/client/inprocessclient.h"
#include "runtime/store/users.h"

#include <QTest>

using namespace fw;
using namespace fw::client;

/// The real template through the eyes of people who may see little or nothing: no method, no figure, no filter, no error
/// message and no change tells them more.
class TestRights : public QObject
{
    Q_OBJECT

    std::unique_ptr<Host> m_host;
    std::unique_ptr<Client> m_boss, m_wang, m_mei, m_nobody;
    QString m_customer; ///< of chen, with a task of his, an order and a message
    static inline const QString s_phone = QStringLiteral("13812345678");
    static inline const QString s_mail = QStringLiteral("secret@example.com");
    static inline const QString s_name = QStringLiteral("韩梅梅");

    void addUser(const QString& login, const QStringList& roles)
    {
        m_host->run([&] {
            RandomIds ids;
            store::User user;
            user.id = ids.next(SystemClock().now());
            user.login = login;
            user.name = login;
            user.roles = roles;
            QVERIFY(m_host->store().commit([&] { store::saveUser(m_host->store().writer(), user, 0); }).ok());
        });
    }
    std::unique_ptr<Client> open(const QString& login)
    {
        auto opened = InProcessClient::open(*m_host, login, QStringLiteral("en"), InProcessClient::Passing::Loopback);
        return opened ? std::move(*opened) : nullptr;
    }
    static QString code(const Reply& reply) { return reply.problems.value(0)[QLatin1String("code")].toString(); }
    static QByteArray text(const Reply& reply) { return reply.encode(); }
    /// Nothing of the customer stands in an answer.
    static bool tells(const Reply& reply)
    {
        const QByteArray bytes = text(reply);
        return bytes.contains(s_phone.toUtf8()) || bytes.contains(s_mail.toUtf8()) || bytes.contains(s_name.toUtf8());
    }
    /// Every method that reads, with parameters a curious person would try.
    QList<std::pair<QString, QJsonObject>> questions() const
    {
        return {
            {"data.list", {{"view", "customers"}}},
            {"data.list", {{"table", "customer"}}},
            {"data.list", {{"table", "customer"}, {"search", s_phone}}},
            {"data.list", {{"table", "customer"}, {"filter", "starts with(phone, \"138\")"}}},
            {"data.list", {{"table", "order"}, {"filter", "customer.name = \"" + s_name + "\""}}},
            {"data.list", {{"table", "order"}}},
            {"data.list", {{"table", "order"}, {"relation", "customer"}, {"of", m_customer}}},
            {"data.list", {{"table", "customer"}, {"sort", QJsonArray{QJsonObject{{"field", "phone"}}}}}},
            {"data.count", {{"table", "customer"}}},
            {"data.get", {{"table", "customer"}, {"id", m_customer}}},
            {"data.form", {{"form", "customer"}, {"id", m_customer}, {"values", QJsonObject()}}},
            {"data.options", {{"table", "customer"}}},
            {"data.options", {{"table", "customer"}, {"search", s_name}}},
            {"data.timeline", {{"table", "customer"}, {"id", m_customer}}},
            {"data.tasks", {{"mine", true}}},
            {"data.tasks", {{"mine", false}}},
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        HostOptions options;
        options.package = pack(*readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm")));
        options.program = QStringLiteral("test");
        auto host = Host::start(options);
        QVERIFY2(host.ok(), host ? "" : qPrintable(host.error().text()));
        m_host = std::move(*host);
        addUser(QStringLiteral("wang"), {QStringLiteral("sales")});
        addUser(QStringLiteral("chen"), {QStringLiteral("sales")});
        addUser(QStringLiteral("boss"), {QStringLiteral("manager")});
        addUser(QStringLiteral("mei"), {QStringLiteral("marketing")});
        addUser(QStringLiteral("nobody"), {});
        m_boss = open(QStringLiteral("boss"));
        m_wang = open(QStringLiteral("wang"));
        m_mei = open(QStringLiteral("mei"));
        m_nobody = open(QStringLiteral("nobody"));
        QVERIFY(m_boss && m_wang && m_mei && m_nobody);
        const Reply made =
            call(*m_boss, QStringLiteral("data.create"),
                 {{"table", "customer"},
                  {"values", QJsonObject{{"name", s_name}, {"phone", s_phone}, {"email", s_mail}, {"owner", "chen"}}}});
        QVERIFY2(made.ok, text(made));
        m_customer = made.result["id"].toString();
        const Reply order =
            call(*m_boss, QStringLiteral("data.create"),
                 {{"table", "order"},
                  {"values", QJsonObject{{"number", "A-1"}, {"customer", m_customer}, {"amount", "100"}}}});
        QVERIFY2(order.ok, text(order));
        m_host->run([&] {
            engine::Command command;
            command.person = {{"phone", s_phone}};
            command.kind = engine::Command::Kind::Consent;
            command.purpose = QStringLiteral("behaviour");
            QVERIFY(m_host->engine().perform(command).ok);
            command.kind = engine::Command::Kind::Event;
            command.event = QStringLiteral("viewed_page");
            command.values = {{"page", "pricing"}, {"seconds", 45}};
            QVERIFY(m_host->engine().perform(command).ok);
            command.event = QStringLiteral("trial_submitted");
            command.values = {};
            QVERIFY(m_host->engine().perform(command).ok);
        });
        QVERIFY(m_host->untilIdle().ok());
        // It is there for whoever may see it.
        QVERIFY(tells(call(*m_boss, QStringLiteral("data.get"), {{"table", "customer"}, {"id", m_customer}})));
        QVERIFY(tells(call(*m_boss, QStringLiteral("data.tasks"), {{"mine", false}})));
    }

    void whoHasNoRoleLearnsNothing()
    {
        for (const auto& [method, params] : questions()) {
            const Reply reply = call(*m_nobody, method, params);
            const QString what = method + QString::fromUtf8(QJsonDocument(params).toJson(QJsonDocument::Compact));
            QVERIFY2(!tells(reply), qPrintable(what + QString::fromUtf8(text(reply))));
            if (reply.ok) {
                QVERIFY2(reply.result["rows"].toArray().isEmpty(), qPrintable(what));
                QCOMPARE(reply.result["count"].toInt(), 0);
            } else {
                QCOMPARE(code(reply), QStringLiteral("access.denied"));
            }
        }
        const QJsonObject described = call(*m_nobody, QStringLiteral("data.describe")).result;
        QVERIFY(described["tables"].toObject().isEmpty());
        QVERIFY(described["forms"].toObject().isEmpty());
        QVERIFY(described["views"].toObject().isEmpty());
    }
    void whatDoesNotExistAndWhatIsHiddenSoundTheSame()
    {
        const auto ask = [&](const QString& id) {
            return text(call(*m_wang, QStringLiteral("data.get"), {{"table", "customer"}, {"id", id}}));
        };
        const auto strip = [](const QByteArray& bytes) {
            return QJsonDocument::fromJson(bytes).object().value(QLatin1String("problems"));
        };
        QCOMPARE(strip(ask(m_customer)), strip(ask(QStringLiteral("01890000-0000-7000-8000-000000000000"))));
    }
    void whoHasNoRoleChangesNothing()
    {
        const QJsonObject values{{"name", "x"}};
        QCOMPARE(code(call(*m_nobody, QStringLiteral("data.create"), {{"table", "customer"}, {"values", values}})),
                 QStringLiteral("access.denied"));
        QCOMPARE(code(call(*m_nobody, QStringLiteral("data.update"),
                           {{"table", "customer"}, {"id", m_customer}, {"values", values}})),
                 QStringLiteral("access.denied"));
        QCOMPARE(code(call(*m_nobody, QStringLiteral("data.remove"), {{"table", "customer"}, {"id", m_customer}})),
                 QStringLiteral("access.denied"));
        const QJsonArray tasks =
            call(*m_boss, QStringLiteral("data.tasks"), {{"mine", false}}).result["rows"].toArray();
        QVERIFY(!tasks.isEmpty());
        QCOMPARE(code(call(*m_nobody, QStringLiteral("data.completeTask"), {{"id", tasks[0].toObject()["id"]}})),
                 QStringLiteral("access.denied"));
    }
    void noFigureCountsWhatIsHidden()
    {
        const QJsonObject all = call(*m_boss, QStringLiteral("data.describe")).result["dashboards"].toObject();
        QVERIFY(!all.isEmpty());
        for (auto dashboard = all.begin(); dashboard != all.end(); ++dashboard) {
            for (const QJsonValue tile : dashboard->toObject()["tiles"].toArray()) {
                const QJsonObject which{{"dashboard", dashboard.key()}, {"tile", tile.toObject()["id"]}};
                const Reply figure = call(*m_nobody, QStringLiteral("data.tile"), which);
                QVERIFY2(!figure.ok || figure.result["rows"].toInt() == 0, text(figure));
                const Reply behind = call(*m_nobody, QStringLiteral("data.drill"), which);
                QVERIFY2(!behind.ok || behind.result["rows"].toArray().isEmpty(), text(behind));
                // A seller may count orders, but nothing tells whose they are.
                for (const char* method : {"data.tile", "data.drill"}) {
                    const Reply reply = call(*m_wang, QString::fromLatin1(method), which);
                    QVERIFY2(!tells(reply), text(reply));
                }
            }
        }
    }
    void aSellerSeesNothingOfAColleaguesCustomer()
    {
        for (const auto& [method, params] : questions()) {
            const Reply reply = call(*m_wang, method, params);
            QVERIFY2(!tells(reply), qPrintable(method + QString::fromUtf8(text(reply))));
        }
        // Orders are for all of them: the order is there, its customer's name is not.
        const Reply orders = call(*m_wang, QStringLiteral("data.list"), {{"table", "order"}});
        QCOMPARE(orders.result["rows"].toArray().size(), 1);
    }
    void aMaskedFieldCannotBeAskedOut()
    {
        for (const auto& [method, params] : questions()) {
            const Reply reply = call(*m_mei, method, params);
            QVERIFY2(!text(reply).contains(s_phone.toUtf8()), qPrintable(method + QString::fromUtf8(text(reply))));
        }
        QCOMPARE(code(call(*m_mei, QStringLiteral("data.list"),
                           {{"table", "follow_up"}, {"filter", "starts with(customer.phone, \"138\")"}})),
                 QStringLiteral("access.denied"));
        const Reply timeline =
            call(*m_mei, QStringLiteral("data.timeline"), {{"table", "customer"}, {"id", m_customer}});
        QVERIFY(timeline.ok);
        QVERIFY2(!text(timeline).contains(s_mail.toUtf8()), text(timeline));
    }
    void changesTellNoMoreThanTheirTable()
    {
        QList<QJsonObject> wang, nobody, boss;
        m_wang->subscribe([&](const QJsonObject& change) { wang << change; });
        m_nobody->subscribe([&](const QJsonObject& change) { nobody << change; });
        m_boss->subscribe([&](const QJsonObject& change) { boss << change; });
        QVERIFY(
            call(*m_boss, QStringLiteral("data.update"),
                 {{"table", "customer"}, {"id", m_customer}, {"values", QJsonObject{{"email", "other@example.com"}}}})
                .ok);
        QTRY_VERIFY(!boss.isEmpty());
        QCOMPARE(boss.first()["id"].toString(), m_customer);
        QTRY_VERIFY(!wang.isEmpty());
        for (const QJsonObject& change : std::as_const(wang))
            QVERIFY(!change.contains(QLatin1String("id")) || change["id"].toString() != m_customer);
        call(*m_nobody, QStringLiteral("data.describe")); // what was under way has arrived
        for (const QJsonObject& change : std::as_const(nobody))
            QCOMPARE(change["table"].toString() == QLatin1String("customer"), false);
        m_wang->subscribe({});
        m_nobody->subscribe({});
        m_boss->subscribe({});
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
