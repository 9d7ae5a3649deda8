#include "model/document/package.h"
#include "runtime/client/inprocessclient.h"
#include "runtime/store/users.h"

#include <QTemporaryDir>
#include <QTest>

using namespace fw;
using namespace fw::client;

using Files = QMap<QString, QByteArray>;

static const Files Small{
    {"app.yaml", "kind: app\nformat: 1\nid: small\nlabel: Small\nlanguages: [en, zh]\n"},
    {"tables/customer.yaml", R"(kind: table
id: customer
label: {en: Customer, zh: 客户}
title: "=name"
fields:
  - {id: name, type: text, label: {en: Name, zh: 姓名}, required: true}
  - {id: city, type: text, label: {en: City, zh: 城市}}
)"},
    {"roles.yaml",
     "kind: roles\nroles:\n  - {id: sales, label: Sales, tables: [{table: customer, see: all, create: true}]}\n"},
};

/// Publishing through the client's design facet, each call through its encoded form.
class TestDesign : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_stores = 0;
    std::unique_ptr<Host> m_host;
    std::unique_ptr<InProcessClient> m_client;

    void open(const QString& path, HostOptions::Purpose purpose = HostOptions::Purpose::Design)
    {
        m_client.reset();
        m_host.reset();
        HostOptions options;
        options.storePath = path;
        options.purpose = purpose;
        options.program = QStringLiteral("test");
        auto host = Host::start(options);
        QVERIFY2(host.ok(), host ? "" : qPrintable(host.error().text()));
        m_host = std::move(*host);
        if (purpose == HostOptions::Purpose::Design)
            m_client = InProcessClient::openForDesign(*m_host, QStringLiteral("mei"), QStringLiteral("en"),
                                                      InProcessClient::Passing::Loopback);
    }
    static Files with(const QByteArray& from, const QByteArray& to)
    {
        Files files = Small;
        files["tables/customer.yaml"].replace(from, to);
        return files;
    }
    static QJsonValue version(const Files& files) { return QString::fromLatin1(pack(files).toBase64()); }
    Reply ask(const char* method, const QJsonObject& params = {})
    {
        return call(*m_client, QString::fromLatin1(method), params);
    }
    static QString code(const Reply& reply) { return reply.problems.value(0)[QLatin1String("code")].toString(); }
    static QString words(const Reply& reply) { return reply.problems.value(0)[QLatin1String("text")].toString(); }
    /// Looks and publishes; the number.
    int publish(const QJsonValue& version, const QString& note = {}, bool consent = false)
    {
        const Reply plan = ask("design.plan", {{"version", version}});
        const Reply done =
            ask("design.apply",
                {{"version", version}, {"token", plan.result["token"]}, {"note", note}, {"consent", consent}});
        return done.ok ? done.result["number"].toInt() : -1;
    }
    QJsonArray versions() { return ask("design.published").result["versions"].toArray(); }

private Q_SLOTS:
    void init() { open(m_folder.filePath(QStringLiteral("%1.db").arg(++m_stores))); }
    void cleanup()
    {
        m_client.reset();
        m_host.reset();
    }

    void anEmptyStoreIsLookedAtAndPublishedInto()
    {
        QVERIFY(versions().isEmpty());
        const Reply plan = ask("design.plan", {{"version", version(Small)}});
        QVERIFY2(plan.ok, qPrintable(words(plan)));
        QCOMPARE(plan.result["changes"].toArray().size(), 1);
        QVERIFY(plan.result["changes"].toArray()[0].toObject()["text"].toString().contains(QStringLiteral("Customer")));
        QCOMPARE(plan.result["newest"].toInt(), 0);
        QVERIFY2(versions().isEmpty(), "looking publishes nothing");
        QCOMPARE(publish(version(Small), QStringLiteral("first")), 1);
        const QJsonObject first = versions()[0].toObject();
        QCOMPARE(first["note"].toString(), QStringLiteral("first"));
        QCOMPARE(first["author"].toString(), QStringLiteral("mei"));
    }

    void publishingWhatIsPublishedIsNoNewVersion()
    {
        QCOMPARE(publish(version(Small)), 1);
        QVERIFY(ask("design.plan", {{"version", version(Small)}}).result["same"].toBool());
        QCOMPARE(publish(version(Small)), 1);
    }

    void onlyWhatWasLookedAtIsPublished()
    {
        QCOMPARE(publish(version(Small)), 1);
        const Files other = with("  - {id: city, type: text, label: {en: City, zh: 城市}}\n", "");
        const Reply stale = ask("design.apply", {{"version", version(other)}, {"token", "what was looked at before"}});
        QCOMPARE(code(stale), QStringLiteral("apply.stale"));
        QCOMPARE(versions().size(), 1);
    }

    void aLossNeedsConsent()
    {
        QCOMPARE(publish(version(Small)), 1);
        m_host->run([&] {
            engine::Command command;
            command.kind = engine::Command::Kind::Create;
            command.table = QStringLiteral("customer");
            command.values = {{"name", "Anna"}, {"city", "Ulm"}};
            QVERIFY(m_host->engine().perform(command).ok);
        });
        const QJsonValue numbers = version(with("id: city, type: text", "id: city, type: number"));
        const Reply plan = ask("design.plan", {{"version", numbers}});
        QVERIFY2(plan.ok, qPrintable(words(plan)));
        const QJsonObject change = plan.result["changes"].toArray()[0].toObject();
        QVERIFY(change["needsConsent"].toBool());
        QCOMPARE(change["lost"].toInt(), 1);
        QCOMPARE(publish(numbers), -1);
        QCOMPARE(versions().size(), 1);
        QCOMPARE(publish(numbers, {}, true), 2);
    }

    void goingBackPublishesTheOldOneOnceMore()
    {
        QCOMPARE(publish(version(Small)), 1);
        QCOMPARE(publish(version(with("City", "Town"))), 2);
        const Reply plan = ask("design.plan", {{"version", 1}});
        QVERIFY2(plan.ok, qPrintable(words(plan)));
        const Reply back = ask("design.rollback", {{"version", 1}, {"token", plan.result["token"]}, {"note", "back"}});
        QVERIFY2(back.ok, qPrintable(words(back)));
        QCOMPARE(back.result["number"].toInt(), 3);
        QCOMPARE(versions()[0].toObject()["sha256"], versions()[2].toObject()["sha256"]);
    }

    void twoVersionsAreComparedByMeaning()
    {
        QCOMPARE(publish(version(Small)), 1);
        const Reply reply = ask("design.compare", {{"before", 1}, {"after", version(with("en: City", "en: Town"))}});
        QVERIFY2(reply.ok, qPrintable(words(reply)));
        const QJsonArray differences = reply.result["differences"].toArray();
        QCOMPARE(differences.size(), 1);
        const QJsonObject one = differences[0].toObject();
        QCOMPARE(one["kind"].toString(), QStringLiteral("changed"));
        QCOMPARE(one["after"].toString(), QStringLiteral("tables/customer.yaml#fields/city"));
        QCOMPARE(one["key"].toString(), QStringLiteral("Label"));
        QCOMPARE(one["was"].toString(), QStringLiteral("City / 城市"));
        QCOMPARE(one["now"].toString(), QStringLiteral("Town / 城市"));
    }

    void anotherAppDoesNotGetIntoTheStore()
    {
        QCOMPARE(publish(version(Small)), 1);
        Files other = Small;
        other["app.yaml"].replace("id: small", "id: large");
        QCOMPARE(code(ask("design.plan", {{"version", version(other)}})), QStringLiteral("apply.other_app"));
    }

    void anAppWithErrorsIsNotPublished()
    {
        const Reply plan =
            ask("design.plan",
                {{"version", version(with("type: text, label: {en: City", "type: tekst, label: {en: City"))}});
        QVERIFY(!plan.ok);
        QVERIFY(!words(plan).isEmpty());
    }

    void whatIsPublishedCanBeTakenOut()
    {
        QCOMPARE(publish(version(Small)), 1);
        const Reply reply = ask("design.package", {{"version", 1}});
        const auto files = unpack(QByteArray::fromBase64(reply.result["package"].toString().toLatin1()));
        QVERIFY(files.ok());
        QCOMPARE(*files, Small);
    }

    void onlyAdministratorsPublish()
    {
        QCOMPARE(publish(version(Small)), 1);
        const QString path = m_folder.filePath(QStringLiteral("%1.db").arg(m_stores));
        open(path, HostOptions::Purpose::Run);
        m_host->run([&] {
            store::User user;
            user.id = QStringLiteral("u1");
            user.login = user.name = QStringLiteral("wang");
            user.roles = {QStringLiteral("sales")};
            QVERIFY(m_host->store().commit([&] { store::saveUser(m_host->store().writer(), user, 0); }).ok());
        });
        auto seller = InProcessClient::open(*m_host, QStringLiteral("wang"), QStringLiteral("en"));
        QVERIFY(seller.ok());
        for (const char* method :
             {"design.published", "design.plan", "design.apply", "design.rollback", "design.compare", "design.package"})
            QCOMPARE(code(call(**seller, QString::fromLatin1(method), {{"version", 1}})),
                     QStringLiteral("access.denied"));
        auto admin = InProcessClient::open(*m_host, QStringLiteral("admin"), QStringLiteral("en"));
        QVERIFY(admin.ok());
        QVERIFY(call(**admin, QStringLiteral("design.published")).ok);
        seller = Error();
        admin = Error();
    }
};

QTEST_GUILESS_MAIN(TestDesign)
#include "tst_design.moc"
