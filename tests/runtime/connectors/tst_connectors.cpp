#include "mockserver.h"
#include "runtime/connectors/connectorset.h"
#include "runtime/connectors/file.h"
#include "runtime/connectors/httpservice.h"
#include "runtime/connectors/mail.h"
#include "runtime/connectors/robots.h"
#include "runtime/connectors/smtp.h"
#include "runtime/connectors/webhook.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace fw;
using namespace fw::connectors;
using fw::testing::MockHttp;
using fw::testing::MockSmtp;

namespace
{

constexpr Instant s_when = 1767574800000; // 2026-01-05T01:00:00Z
const Way s_here{Reach::Private};         // the mock server stands on this machine

Outgoing mailTo(const QString& address)
{
    return {QStringLiteral("run1:welcome:0:") + address, QStringLiteral("mail"), address, QStringLiteral("欢迎试用"),
            QStringLiteral("李雷，您好！\n.\n第二行"),   QStringLiteral("zh"),   s_when};
}

QString bodyOf(const QByteArray& mail)
{
    return QString::fromUtf8(QByteArray::fromBase64(mail.mid(mail.indexOf("\r\n\r\n") + 4)));
}

QString header(const QByteArray& mail, const QByteArray& name)
{
    for (const QByteArray& line : mail.left(mail.indexOf("\r\n\r\n")).split('\n')) {
        if (line.startsWith(name + ": "))
            return QString::fromUtf8(line.mid(name.size() + 2)).trimmed();
    }
    return {};
}

SmtpConnector smtp(const MockSmtp& server, const QString& user = {})
{
    return SmtpConnector(
        {server.url(), user, QStringLiteral("${secret:test_mail}"), QStringLiteral("crm@example.com"), true, {}},
        Secrets(), QStringLiteral("behaviour-crm"));
}

Outgoing notice()
{
    return {QStringLiteral("run1:tell:0:"),     QStringLiteral("robot"), {},    {},
            QStringLiteral("高意向客户：李雷"), QStringLiteral("zh"),    s_when};
}

} // namespace

class TestConnectors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- the bytes of a mail ---
    void aMailCarriesChineseAndAConstantId()
    {
        const QByteArray mail = mailBytes(mailTo(QStringLiteral("li@example.com")), QStringLiteral("crm@example.com"),
                                          QStringLiteral("behaviour-crm"));
        QCOMPARE(header(mail, "Subject"), QStringLiteral("=?UTF-8?B?5qyi6L+O6K+V55So?="));
        QCOMPARE(header(mail, "Date"), QStringLiteral("Mon, 5 Jan 2026 01:00:00 +0000"));
        QVERIFY(header(mail, "Message-ID").startsWith(QStringLiteral("<run1.welcome.0.li.example.com.")));
        QVERIFY(header(mail, "Message-ID").endsWith(QStringLiteral("@behaviour-crm>")));
        QCOMPARE(bodyOf(mail), QStringLiteral("李雷，您好！\r\n.\r\n第二行"));
        QCOMPARE(mailBytes(mailTo(QStringLiteral("li@example.com")), QStringLiteral("crm@example.com"),
                           QStringLiteral("behaviour-crm")),
                 mail);
        for (const QByteArray& line : mail.split('\n'))
            QVERIFY2(line.size() <= 78, line.constData());
    }
    void aSubjectCannotAddAHeader()
    {
        Outgoing message = mailTo(QStringLiteral("li@example.com"));
        message.subject = QStringLiteral("Hello\r\nBcc: everybody@example.com");
        const QByteArray mail = mailBytes(message, QStringLiteral("crm@example.com"), {});
        QVERIFY(!mail.contains("\nBcc:"));
        QCOMPARE(header(mail, "Subject"), QStringLiteral("Hello  Bcc: everybody@example.com"));
    }
    void aLongSubjectIsCutBetweenCharacters()
    {
        const QByteArray encoded = headerText(QString(60, QChar(0x5BA2)) + QString::fromUcs4(U"😀"));
        QString text;
        for (const QByteArray& word : encoded.split('\n')) {
            QVERIFY(word.trimmed().size() <= 75);
            const QString part = QString::fromUtf8(QByteArray::fromBase64(word.trimmed().mid(10).chopped(2)));
            QVERIFY(!part.contains(QChar::ReplacementCharacter));
            text += part;
        }
        QCOMPARE(text, QString(60, QChar(0x5BA2)) + QString::fromUcs4(U"😀"));
    }
    void addresses()
    {
        QVERIFY(isAddress(QStringLiteral("li@example.com")));
        for (const char* bad : {"", "li", "@x", "li@", "a@b@c", "a@b c", "a@b>\r\nRCPT TO:<x@y", "a@b,c@d"})
            QVERIFY2(!isAddress(QString::fromLatin1(bad)), bad);
    }

    // --- files ---
    void theFileConnectorWritesOneFileAMessage()
    {
        QTemporaryDir dir;
        FileConnector files(dir.filePath(QStringLiteral("outbox")), FileConnector::Form::Mail, QStringLiteral("app"));
        QCOMPARE(files.repeatClass(), RepeatClass::A);
        QCOMPARE(files.send(mailTo(QStringLiteral("li@example.com"))).result, Receipt::Class::Sent);
        QCOMPARE(files.send(mailTo(QStringLiteral("li@example.com"))).result,
                 Receipt::Class::Sent); // a repeat is the same file
        QCOMPARE(files.send(mailTo(QStringLiteral("../../li@example.com"))).result, Receipt::Class::Sent);
        const QStringList names = QDir(dir.filePath(QStringLiteral("outbox"))).entryList(QDir::Files);
        QCOMPARE(names.size(), 2);
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 0);
    }
    void aFolderThatCannotBeWrittenIsATemporaryFailureInWords()
    {
        QTemporaryDir dir;
        QFile block(dir.filePath(QStringLiteral("outbox")));
        QVERIFY(block.open(QIODevice::WriteOnly));
        const Receipt receipt = FileConnector(block.fileName(), FileConnector::Form::Json, {}).send(notice());
        QCOMPARE(receipt.result, Receipt::Class::Temporary);
        QVERIFY(receipt.words.contains(block.fileName()));
    }

    // --- SMTP ---
    void aMailGoesOut()
    {
        MockSmtp server;
        qputenv("FORMWRIGHT_SECRET_TEST_MAIL", "geheim");
        const Receipt receipt = smtp(server, QStringLiteral("crm")).send(mailTo(QStringLiteral("li@example.com")));
        QCOMPARE(receipt.words, QString());
        QCOMPARE(receipt.result, Receipt::Class::Sent);
        QMutexLocker lock(&server.mutex);
        QCOMPARE(server.mails.size(), 1);
        QCOMPARE(bodyOf(server.mails[0]), QStringLiteral("李雷，您好！\r\n.\r\n第二行"));
        QVERIFY(server.recipients[0].contains("<li@example.com>"));
        QCOMPARE(server.signedIn, QByteArray("\0crm\0geheim", 11));
    }
    void theServersWordDecides_data()
    {
        QTest::addColumn<QByteArray>("toRcpt");
        QTest::addColumn<QByteArray>("toData");
        QTest::addColumn<int>("result");
        QTest::newRow("unknown user") << QByteArray("550 no such user") << QByteArray("250 ok")
                                      << int(Receipt::Class::Permanent);
        QTest::newRow("greylisted") << QByteArray("451 try later") << QByteArray("250 ok")
                                    << int(Receipt::Class::Temporary);
        QTest::newRow("spam") << QByteArray("250 ok") << QByteArray("554 refused") << int(Receipt::Class::Permanent);
        QTest::newRow("full") << QByteArray("250 ok") << QByteArray("452 full") << int(Receipt::Class::Temporary);
        QTest::newRow("gone after the dot") << QByteArray("250 ok") << QByteArray() << int(Receipt::Class::InDoubt);
    }
    void theServersWordDecides()
    {
        QFETCH(QByteArray, toRcpt);
        QFETCH(QByteArray, toData);
        QFETCH(int, result);
        MockSmtp server;
        server.toRcpt = toRcpt;
        server.toData = toData;
        const Receipt receipt = smtp(server).send(mailTo(QStringLiteral("li@example.com")));
        QCOMPARE(int(receipt.result), result);
        QVERIFY(!receipt.words.isEmpty());
    }
    void noServerIsTemporary()
    {
        QString url;
        {
            const MockSmtp gone;
            url = gone.url();
        }
        SmtpConnector connector({url, {}, {}, QStringLiteral("crm@example.com"), true, {}}, Secrets(), {});
        QCOMPARE(connector.send(mailTo(QStringLiteral("li@example.com"))).result, Receipt::Class::Temporary);
    }
    void aServerWithoutTlsIsNotTrustedUnlessSaid()
    {
        MockSmtp server;
        SmtpConnector connector({server.url(), {}, {}, QStringLiteral("crm@example.com"), false, {}}, Secrets(), {});
        QCOMPARE(connector.send(mailTo(QStringLiteral("li@example.com"))).result, Receipt::Class::Permanent);
        QMutexLocker lock(&server.mutex);
        QCOMPARE(server.mails.size(), 0);
    }
    void aBadAddressNeverReachesTheServer()
    {
        MockSmtp server;
        QCOMPARE(smtp(server).send(mailTo(QStringLiteral("li@example.com>\r\nRCPT TO:<x@example.com"))).result,
                 Receipt::Class::Permanent);
        QMutexLocker lock(&server.mutex);
        QCOMPARE(server.recipients.size(), 0);
    }

    // --- robots and webhooks ---
    void wecomText()
    {
        MockHttp server;
        qputenv("FORMWRIGHT_SECRET_ROBOT", "KEY1");
        WecomRobot robot({server.url(QStringLiteral("/cgi-bin/webhook/send?key=${secret:robot}")), {}, false, s_here},
                         Secrets());
        QCOMPARE(robot.send(notice()).result, Receipt::Class::Sent);
        QMutexLocker lock(&server.mutex);
        QVERIFY(server.requests[0].head.startsWith("POST /cgi-bin/webhook/send?key=KEY1 "));
        const QJsonObject body = QJsonDocument::fromJson(server.requests[0].body).object();
        QCOMPARE(body["msgtype"].toString(), QStringLiteral("text"));
        QCOMPARE(body["text"].toObject()["content"].toString(), QStringLiteral("高意向客户：李雷"));
    }
    void aLongTextIsCutToTheLimit()
    {
        MockHttp server;
        WecomRobot robot({server.url(QStringLiteral("/send")), {}, false, s_here}, Secrets());
        Outgoing message = notice();
        message.body = QString(3000, QChar(0x5BA2));
        QCOMPARE(robot.send(message).result, Receipt::Class::Sent);
        QMutexLocker lock(&server.mutex);
        const QString sent =
            QJsonDocument::fromJson(server.requests[0].body).object()["text"].toObject()["content"].toString();
        QVERIFY(sent.toUtf8().size() <= 2048);
        QVERIFY(sent.endsWith(QChar(0x2026)));
        QVERIFY(!sent.contains(QChar::ReplacementCharacter));
    }
    void errorsComeWithStatus200_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("result");
        QTest::newRow("rate limit") << QByteArray(R"({"errcode":45009,"errmsg":"api freq out of limit"})")
                                    << int(Receipt::Class::Temporary);
        QTest::newRow("bad key") << QByteArray(R"({"errcode":93000,"errmsg":"invalid webhook url"})")
                                 << int(Receipt::Class::Permanent);
        QTest::newRow("nonsense") << QByteArray("<html>") << int(Receipt::Class::InDoubt);
    }
    void errorsComeWithStatus200()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, result);
        MockHttp server;
        server.answerJson(json);
        WecomRobot robot({server.url(QStringLiteral("/send")), {}, false, s_here}, Secrets());
        QCOMPARE(int(robot.send(notice()).result), result);
    }
    void anAnswerThatNeverCameIsInDoubt()
    {
        MockHttp server;
        server.answer.clear();
        WecomRobot robot({server.url(QStringLiteral("/send")), {}, false, s_here}, Secrets());
        QCOMPARE(robot.send(notice()).result, Receipt::Class::InDoubt);
        QMutexLocker lock(&server.mutex);
        QCOMPARE(server.requests.size(), 1);
    }
    void retryAfterIsObeyed()
    {
        MockHttp server;
        server.answer = "HTTP/1.1 429 Too Many\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n";
        WecomRobot robot({server.url(QStringLiteral("/send")), {}, false, s_here}, Secrets());
        const Receipt receipt = robot.send(notice());
        QCOMPARE(receipt.result, Receipt::Class::Temporary);
        QCOMPARE(receipt.retryAfterMs.value_or(0), 120'000);
    }
    void aRedirectIsNotFollowed()
    {
        MockHttp server;
        server.answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n";
        WecomRobot robot({server.url(QStringLiteral("/send")), {}, false, s_here}, Secrets());
        QCOMPARE(robot.send(notice()).result, Receipt::Class::Permanent);
    }
    void dingtalkSignature()
    {
        MockHttp server;
        const VirtualClock clock(1700000000000);
        DingtalkRobot robot(
            {server.url(QStringLiteral("/robot/send?access_token=T")), QStringLiteral("SECdeadbeef"), false, s_here},
            Secrets(), clock);
        QCOMPARE(robot.send(notice()).result, Receipt::Class::Sent);
        QMutexLocker lock(&server.mutex);
        QVERIFY(server.requests[0].head.contains(
            "&timestamp=1700000000000&sign=NCJLKINTABhx3SnC%2BENZIPZzT1H3juvunEn%2FA3cdKGY%3D "));
    }
    void aWebhookCarriesKeyAndSignature()
    {
        MockHttp server;
        const VirtualClock clock(1700000000000);
        Webhook hook({server.url(QStringLiteral("/hook")), QStringLiteral("s3cret"), true, s_here}, Secrets(), clock);
        QCOMPARE(hook.repeatClass(), RepeatClass::A);
        QCOMPARE(hook.send(notice()).result, Receipt::Class::Sent);
        QMutexLocker lock(&server.mutex);
        QVERIFY(server.requests[0].head.contains("\nIdempotency-Key: run1:tell:0:\n"));
        QVERIFY(server.requests[0].head.contains("\nX-Signature: t=1700000000,v1="));
    }

    // --- secrets and the set ---
    void secretsStandInAFileOnlyTheOwnerReads()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("secrets")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("other=1\nrobot2 = K=2\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        const Secrets secrets(file.fileName());
        QCOMPARE(*secrets.fill(QStringLiteral("k=${secret:robot2}&x")), QStringLiteral("k=K=2&x"));
        const Result<QString> missing = secrets.value(QStringLiteral("no_such"));
        QCOMPARE(missing.error().code(), QStringLiteral("secret.missing"));
        QVERIFY(
            missing.error().problems().first().remedy.english().contains(QStringLiteral("FORMWRIGHT_SECRET_NO_SUCH")));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QCOMPARE(secrets.value(QStringLiteral("robot2")).error().code(), QStringLiteral("secret.open_to_others"));
    }
    void withoutAnAddressMessagesBecomeFiles()
    {
        QTemporaryDir dir;
        plan::Plan plan;
        plan.connectors.resize(2);
        plan.connectors[0].id = QStringLiteral("mail");
        plan.connectors[0].type = QStringLiteral("smtp");
        plan.connectors[1].id = QStringLiteral("robot");
        plan.connectors[1].type = QStringLiteral("wecom_robot");
        const VirtualClock clock;
        ConnectorSet set(plan, {[](const QString&) { return QString(); }, dir.path(), {}, clock});
        QCOMPARE(set.find(QStringLiteral("mail"))->send(mailTo(QStringLiteral("li@example.com"))).result,
                 Receipt::Class::Sent);
        QCOMPARE(set.find(QStringLiteral("robot"))->send(notice()).result, Receipt::Class::Sent);
        QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("*.eml")}).size(), 1);
        QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("*.json")}).size(), 1);
        QVERIFY(!set.find(QStringLiteral("pigeon")));
    }
};

QTEST_GUILESS_MAIN(TestConnectors)
#include "tst_connectors.moc"
