#include "model/document/package.h"
#include "runtime/client/inprocessclient.h"
#include "runtime/store/users.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fw;
using namespace fw::client;

/// The player's interface on the real template, through the encoded form of every call (loopback), with the rights of
/// different people.
class TestClient : public QObject
{
    Q_OBJECT

    std::unique_ptr<Host> m_host;

    void addUser(const QString& login, const QString& role)
    {
        m_host->run([&] {
            RandomIds ids;
            store::User user;
            user.id = ids.next(SystemClock().now());
            user.login = login;
            user.name = login;
            user.roles = {role};
            QVERIFY(m_host->store().commit([&] { store::saveUser(m_host->store().writer(), user, 0); }).ok());
        });
    }

    std::unique_ptr<InProcessClient> client(const QString& login, const QString& language = QStringLiteral("en"))
    {
        auto opened = InProcessClient::open(*m_host, login, language, InProcessClient::Passing::Loopback);
        return opened ? std::move(*opened) : nullptr;
    }

    static Reply make(Client& client, const QJsonObject& values)
    {
        return call(client, QStringLiteral("data.create"), {{"table", "customer"}, {"values", values}});
    }
    static QJsonArray rows(Client& client, const QString& method, const QJsonObject& params)
    {
        return call(client, method, params).result[QLatin1String("rows")].toArray();
    }
    static QString code(const Reply& reply) { return reply.problems.value(0)[QLatin1String("code")].toString(); }

private Q_SLOTS:
    void init()
    {
        HostOptions options;
        options.package = pack(*readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm")));
        options.program = QStringLiteral("test");
        auto host = Host::start(options);
        QVERIFY2(host.ok(), host ? "" : qPrintable(host.error().text()));
        m_host = std::move(*host);
        addUser(QStringLiteral("wang"), QStringLiteral("sales"));
        addUser(QStringLiteral("chen"), QStringLiteral("sales"));
        addUser(QStringLiteral("boss"), QStringLiteral("manager"));
        addUser(QStringLiteral("mei"), QStringLiteral("marketing"));
    }
    void cleanup() { m_host.reset(); }

    void aFreshStoreHasAnAdministratorAndNobodyElseGetsIn()
    {
        QVERIFY(client(QStringLiteral("admin")));
        QVERIFY(!client(QStringLiteral("nobody")));
    }

    void theDescriptionSpeaksTheSessionsLanguage()
    {
        const auto english = client(QStringLiteral("boss")),
                   chinese = client(QStringLiteral("boss"), QStringLiteral("zh"));
        const auto label = [](Client& c) {
            return call(c, QStringLiteral("data.describe"))
                .result["tables"]
                .toObject()["customer"]
                .toObject()["label"]
                .toString();
        };
        QCOMPARE(label(*english), QStringLiteral("Customer"));
        QCOMPARE(label(*chinese), QStringLiteral("客户"));
        QVERIFY(call(*english, QStringLiteral("admin.language"), {{"language", "zh"}}).ok);
        QCOMPARE(label(*english), QStringLiteral("客户"));
    }

    void aRecordIsMadeListedChangedAndBinned()
    {
        const auto boss = client(QStringLiteral("boss"));
        const Reply made = make(*boss, {{"name", "李雷"}, {"phone", "138 0000 0001"}});
        QVERIFY(made.ok);
        const QString id = made.result["id"].toString();
        QJsonArray list = rows(*boss, QStringLiteral("data.list"), {{"view", "customers"}, {"search", "李"}});
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].toObject()["display"].toObject()["status"].toString(), QStringLiteral("New"));
        const Reply changed =
            call(*boss, QStringLiteral("data.update"),
                 {{"table", "customer"}, {"id", id}, {"version", 1}, {"values", QJsonObject{{"status", "won"}}}});
        QVERIFY(changed.ok);
        const Reply stale =
            call(*boss, QStringLiteral("data.update"),
                 {{"table", "customer"}, {"id", id}, {"version", 1}, {"values", QJsonObject{{"status", "new"}}}});
        QCOMPARE(code(stale), QStringLiteral("record.stale"));
        QCOMPARE(call(*boss, QStringLiteral("data.count"), {{"view", "customers"}, {"filter", "status = \"won\""}})
                     .result["count"]
                     .toInt(),
                 1);
        QVERIFY(call(*boss, QStringLiteral("data.remove"), {{"table", "customer"}, {"id", id}}).ok);
        QCOMPARE(rows(*boss, QStringLiteral("data.list"), {{"view", "customers"}}).size(), 0);
    }

    void mistakesNameTheirField()
    {
        const auto boss = client(QStringLiteral("boss"));
        const Reply reply = make(*boss, {{"phone", "138 0000 0001"}, {"status", "nonsense"}});
        QVERIFY(!reply.ok);
        QStringList fields;
        for (const QJsonObject& problem : reply.problems)
            fields << problem["element"].toString();
        QVERIFY2(fields.contains(QStringLiteral("status")), qPrintable(fields.join(u',')));
    }

    void salesPeopleSeeOnlyTheirOwnCustomers()
    {
        const auto wang = client(QStringLiteral("wang")), chen = client(QStringLiteral("chen")),
                   boss = client(QStringLiteral("boss"));
        const Reply mine = make(*wang, {{"name", "甲"}, {"phone", "13800000001"}, {"owner", "wang"}});
        QVERIFY(mine.ok);
        QVERIFY(make(*boss, {{"name", "乙"}, {"phone", "13800000002"}, {"owner", "chen"}}).ok);
        QCOMPARE(rows(*wang, QStringLiteral("data.list"), {{"view", "customers"}}).size(), 1);
        QCOMPARE(rows(*chen, QStringLiteral("data.list"), {{"view", "customers"}}).size(), 1);
        QCOMPARE(rows(*boss, QStringLiteral("data.list"), {{"view", "customers"}}).size(), 2);
        QCOMPARE(call(*chen, QStringLiteral("data.count"), {{"table", "customer"}}).result["count"].toInt(), 1);
        QCOMPARE(rows(*chen, QStringLiteral("data.options"), {{"table", "customer"}}).size(), 1);
        const QString id = mine.result["id"].toString();
        QCOMPARE(code(call(*chen, QStringLiteral("data.get"), {{"table", "customer"}, {"id", id}})),
                 QStringLiteral("access.denied"));
        QCOMPARE(code(call(*chen, QStringLiteral("data.update"),
                           {{"table", "customer"}, {"id", id}, {"values", QJsonObject{{"name", "x"}}}})),
                 QStringLiteral("access.denied"));
        QCOMPARE(code(call(*wang, QStringLiteral("data.remove"), {{"table", "customer"}, {"id", id}})),
                 QStringLiteral("access.denied"));
        const auto figure = [](Client& c) {
            return call(c, QStringLiteral("data.tile"), {{"dashboard", "sales"}, {"tile", "by_stage"}})
                .result["rows"]
                .toInt();
        };
        QCOMPARE(figure(*wang), 1);
        QCOMPARE(figure(*boss), 2);
    }

    void personalDataIsMaskedForWhoHasNoRightToIt()
    {
        const auto wang = client(QStringLiteral("wang")), mei = client(QStringLiteral("mei"));
        QVERIFY(make(*wang, {{"name", "甲"}, {"phone", "13812345678"}, {"owner", "wang"}}).ok);
        const auto first = [](Client& c) {
            return rows(c, QStringLiteral("data.list"), {{"view", "customers"}}).first().toObject();
        };
        QCOMPARE(first(*wang)["values"].toObject()["phone"].toString(), QStringLiteral("13812345678"));
        QVERIFY(!first(*mei)["values"].toObject().contains(QLatin1String("phone")));
        QCOMPARE(first(*mei)["display"].toObject()["phone"].toString(), QStringLiteral("138****5678"));
        QCOMPARE(rows(*mei, QStringLiteral("data.list"), {{"view", "customers"}, {"search", "13812345678"}}).size(), 0);
        QCOMPARE(code(call(*mei, QStringLiteral("data.list"),
                           {{"table", "customer"}, {"filter", "starts with(phone, \"138\")"}})),
                 QStringLiteral("access.denied"));
        QCOMPARE(code(make(*mei, {{"name", "乙"}, {"phone", "13800000009"}})), QStringLiteral("access.denied"));
    }

    void aRowScopeMayBeACondition()
    {
        auto files = *readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
        QByteArray& roles = files[QStringLiteral("roles.yaml")];
        QVERIFY(roles.contains("{table: customer, see: all, import: true}"));
        roles.replace("{table: customer, see: all, import: true}",
                      "{table: customer, see: where, where: \"=status != \\\"won\\\" or owner = me\"}");
        const auto replaced = m_host->replaceDefinition(pack(files));
        QVERIFY2(replaced.ok(), replaced ? "" : qPrintable(replaced.error().text()));
        const auto boss = client(QStringLiteral("boss")), mei = client(QStringLiteral("mei"));
        const QString open = make(*boss, {{"name", "甲"}, {"phone", "13800000001"}}).result["id"].toString();
        const QString won =
            make(*boss, {{"name", "乙"}, {"phone", "13800000002"}, {"status", "won"}}).result["id"].toString();
        const QString mine =
            make(*boss, {{"name", "丙"}, {"phone", "13800000003"}, {"status", "won"}, {"owner", "mei"}})
                .result["id"]
                .toString();
        QCOMPARE(rows(*mei, QStringLiteral("data.list"), {{"table", "customer"}}).size(), 2);
        const auto sees = [&](const QString& id) {
            return call(*mei, QStringLiteral("data.get"), {{"table", "customer"}, {"id", id}}).ok;
        };
        QVERIFY(sees(open));
        QVERIFY(!sees(won));
        QVERIFY(sees(mine));
    }

    void aFormFollowsWhatIsTyped()
    {
        const auto boss = client(QStringLiteral("boss"));
        const Reply empty = call(*boss, QStringLiteral("data.form"), {{"form", "customer"}, {"values", QJsonObject()}});
        QVERIFY(empty.ok);
        QCOMPARE(empty.result["values"].toObject()["status"].toString(), QStringLiteral("new"));
        QVERIFY(empty.result["parts"].toObject()["source"].toObject()["visible"].toBool());
        QVERIFY(!empty.result["problems"].toArray().isEmpty());
        const Reply won = call(*boss, QStringLiteral("data.form"),
                               {{"form", "customer"},
                                {"values", QJsonObject{{"name", "甲"}, {"phone", "13800000001"}, {"status", "won"}}}});
        QVERIFY(!won.result["parts"].toObject()["source"].toObject()["visible"].toBool());
        QVERIFY(won.result["problems"].toArray().isEmpty());
    }

    void aButtonStartsAWorkflowForWhoMayPressIt()
    {
        auto files = *readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
        files["workflows/by_hand.yaml"] =
            "kind: workflow\nid: by_hand\nlabel: By hand\nfor: customer\nwhen:\n"
            "  - {id: call_back, button: {en: Call back, zh: 回电}, if: \"=status != \\\"won\\\"\"}\n"
            "  - {id: audit, button: Audit, roles: [marketing]}\n"
            "reenter: once\nthen: [{id: t, task: {to: \"=owner\", title: Call}}]\n";
        QVERIFY(m_host->replaceDefinition(pack(files)).ok());
        const auto boss = client(QStringLiteral("boss")),
                   chinese = client(QStringLiteral("boss"), QStringLiteral("zh")), mei = client(QStringLiteral("mei"));
        const QString id =
            make(*boss, {{"name", "甲"}, {"phone", "13800000001"}, {"owner", "wang"}}).result["id"].toString();
        const QJsonObject record{{"table", "customer"}, {"id", id}};
        const auto buttons = [&](Client& c) {
            return call(c, QStringLiteral("data.get"), record).result["buttons"].toArray();
        };
        QCOMPARE(buttons(*boss).size(), 1);
        QCOMPARE(buttons(*chinese).at(0).toObject()["label"].toString(), QStringLiteral("回电"));
        QCOMPARE(buttons(*mei).at(0).toObject()["trigger"].toString(), QStringLiteral("audit"));
        const auto press = [&](Client& c, const char* trigger) {
            QJsonObject params = record;
            params.insert(QStringLiteral("workflow"), QStringLiteral("by_hand"));
            params.insert(QStringLiteral("trigger"), QString::fromLatin1(trigger));
            return call(c, QStringLiteral("data.button"), params);
        };
        QCOMPARE(code(press(*mei, "call_back")), QStringLiteral("access.denied"));
        QCOMPARE(code(press(*boss, "audit")), QStringLiteral("access.denied"));
        QVERIFY(press(*boss, "call_back").ok);
        QCOMPARE(rows(*boss, QStringLiteral("data.tasks"), {{"mine", false}}).size(), 1);
        QCOMPARE(code(press(*boss, "call_back")), QStringLiteral("button.not_started")); // once
    }

    void changesReachSubscribers()
    {
        const auto wang = client(QStringLiteral("wang")), boss = client(QStringLiteral("boss"));
        QList<QJsonObject> seen;
        boss->subscribe([&](const QJsonObject& change) { seen << change; });
        QVERIFY(make(*wang, {{"name", "甲"}, {"phone", "13800000001"}, {"owner", "wang"}}).ok);
        QTRY_VERIFY(!seen.isEmpty());
        QCOMPARE(seen.first()["table"].toString(), QStringLiteral("customer"));
    }

    void aCancelledCallIsNotAnswered()
    {
        const auto boss = client(QStringLiteral("boss"));
        bool answered = false;
        const quint64 id = boss->send(QStringLiteral("data.describe"), {}, [&](const Reply&) { answered = true; });
        boss->cancel(id);
        call(*boss, QStringLiteral("data.tasks"));
        QVERIFY(!answered);
    }

    void unknownMethodsAndSessionsAreRefused()
    {
        const auto boss = client(QStringLiteral("boss"));
        QCOMPARE(code(call(*boss, QStringLiteral("data.everything"))), QStringLiteral("client.method"));
        QVERIFY(!Request::decode("{").ok());
        QVERIFY(!Reply::decode("[]").ok());
    }

    void sampleDataComesWithoutWorkflows()
    {
        HostOptions options;
        options.package = pack(*readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm")));
        options.sampleData = true;
        const auto host = Host::start(options);
        QVERIFY2(host.ok(), host ? "" : qPrintable(host.error().text()));
        auto boss = InProcessClient::open(**host, QStringLiteral("boss"), QStringLiteral("zh"));
        QVERIFY(boss.ok());
        QCOMPARE(call(**boss, QStringLiteral("data.count"), {{"table", "customer"}}).result["count"].toInt(), 40);
        QCOMPARE(rows(**boss, QStringLiteral("data.tasks"), {{"mine", false}}).size(), 0);
        boss->reset();
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
