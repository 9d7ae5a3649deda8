#include "runtime/transfer/feedline.h"

#include <QTest>

using namespace fw;
using engine::Command;

/// A line of `feed`: what it means and how it is refused.
class TestFeedLine : public QObject
{
    Q_OBJECT

    /// JSON written with ' for ", which keeps the cases readable.
    static Result<Command> read(QByteArray line, QString* key = nullptr)
    {
        QString unused;
        return transfer::readFeedLine(line.replace('\'', '"'), key ? key : &unused);
    }
    static QString code(const QByteArray& line)
    {
        const auto command = read(line);
        return command ? QStringLiteral("ok") : command.error().code();
    }

private Q_SLOTS:
    void anEventKeepsItsNumbersAsText()
    {
        const auto command =
            read("{'key':'k1','event':'viewed_page','person':{'phone':'13800000001'},'at':'2026-01-05T09:00:00+08:00',"
                 "'props':{'page':'pricing','seconds':45,'amount':12345678901234567.89,'deep':[-1.5e3,'-7']}}");
        QVERIFY(command.ok());
        QCOMPARE(command->kind, Command::Kind::Event);
        QCOMPARE(command->event, QStringLiteral("viewed_page"));
        QCOMPARE(command->values["amount"].toString(), QStringLiteral("12345678901234567.89"));
        QCOMPARE(command->values["seconds"].toString(), QStringLiteral("45"));
        QCOMPARE(command->values["deep"].toArray().first().toString(), QStringLiteral("-1.5e3"));
        QCOMPARE(formatInstant(*command->at), QStringLiteral("2026-01-05T01:00:00.000Z"));
    }

    void digitsInsideTextsAreLeftAlone()
    {
        const auto command = read("{'create':'customer','values':{'name':'a\\\"12 -3','company':'方匠 42'}}");
        QVERIFY(command.ok());
        QCOMPARE(command->values["name"].toString(), QStringLiteral("a\"12 -3"));
        QCOMPARE(command->values["company"].toString(), QStringLiteral("方匠 42"));
    }

    void anUpdateNamesItsRecordAndVersion()
    {
        const auto command =
            read("{'key':'k','update':'customer','match':{'phone':'138'},'version':3,'values':{'name':'x'}}");
        QVERIFY(command.ok());
        QCOMPARE(command->kind, Command::Kind::Update);
        QCOMPARE(*command->version, 3);
        QCOMPARE(command->match["phone"].toString(), QStringLiteral("138"));
    }

    void badLinesSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("expected");
        QTest::newRow("not JSON") << QByteArray("hello") << "feed.malformed";
        QTest::newRow("a list") << QByteArray("[1,2]") << "feed.malformed";
        QTest::newRow("half a line") << QByteArray("{'key':'k1','event':'x") << "feed.malformed";
        QTest::newRow("nothing to do") << QByteArray("{'key':'k1'}") << "feed.unknown_action";
        QTest::newRow("no person") << QByteArray("{'event':'viewed_page'}") << "feed.missing";
        QTest::newRow("no record") << QByteArray("{'update':'customer','values':{}}") << "feed.missing";
        QTest::newRow("no offset") << QByteArray("{'event':'e','person':{'phone':'1'},'at':'2026-01-05T09:00:00'}")
                                   << "feed.instant";
        QTest::newRow("a version in words")
            << QByteArray("{'update':'c','id':'1','version':'three'}") << "feed.malformed";
        QTest::newRow("another word for props")
            << QByteArray("{'event':'e','person':{'phone':'1'},'properties':{}}") << "feed.unknown_key";
        QTest::newRow("values of an event")
            << QByteArray("{'event':'e','person':{'phone':'1'},'values':{}}") << "feed.unknown_key";
        QTest::newRow("value for values") << QByteArray("{'create':'c','value':{}}") << "feed.unknown_key";
        QTest::newRow("an id of a new record")
            << QByteArray("{'create':'c','id':'1','values':{}}") << "feed.unknown_key";
        QTest::newRow("two actions") << QByteArray("{'create':'c','update':'c','values':{}}") << "feed.two_actions";
        QTest::newRow("a key twice") << QByteArray("{'create':'c','values':{},'values':{}}") << "feed.duplicate_key";
        QTest::newRow("a key twice, once escaped")
            << QByteArray("{'create':'c','values':{'n\\u0061me':'x','name':'y'}}") << "feed.duplicate_key";
        QTest::newRow("the same key in two objects, brackets in texts")
            << QByteArray("{'create':'c','values':{'a':[{'x':'{\\''},{'x':'\\\\'}],'x':1}}") << "ok";
        QTest::newRow("no values") << QByteArray("{'create':'c'}") << "feed.missing";
        QTest::newRow("values that are a list") << QByteArray("{'create':'c','values':[1]}") << "feed.malformed";
        QTest::newRow("granted in words")
            << QByteArray("{'consent':'p','person':{'phone':'1'},'granted':'no'}") << "feed.malformed";
        QTest::newRow("deep nesting") << QByteArray("{'event':") + QByteArray(5000, '[') + QByteArray(5000, ']') + "}"
                                      << "feed.malformed";
    }
    void badLinesSayWhatIsWrong()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, expected);
        QCOMPARE(code(line), expected);
    }

    void anUnknownKeySaysWhichOneWasMeant()
    {
        const auto remedy = [](const char* line) { return read(line).error().problems().first().remedy.english(); };
        QCOMPARE(remedy("{'event':'e','person':{'phone':'1'},'properties':{}}"),
                 QStringLiteral("Did you mean \"props\"?"));
        QCOMPARE(remedy("{'create':'c','props':{}}"), QStringLiteral("Did you mean \"values\"?"));
        QCOMPARE(remedy("{'delete':'c','id':'1','vresion':1}"), QStringLiteral("Did you mean \"version\"?"));
        QCOMPARE(remedy("{'delete':'c','id':'1','colour':1}"),
                 QStringLiteral("Remove it. Known here: key, delete, id, match, version."));
    }

    void theKeyOfABadLineIsAnswered()
    {
        QString key;
        QVERIFY(!read("{'key':'k7','event':'e','person':{'phone':'1'},'at':'yesterday'}", &key));
        QCOMPARE(key, QStringLiteral("k7"));
    }

    void anOverlongLineIsRefused()
    {
        QCOMPARE(code(QByteArray(transfer::MaxFeedLine + 1, ' ')), QStringLiteral("feed.too_long"));
    }

    void anErrorAnswerNamesCodeFieldAndWords()
    {
        const Error error(QStringLiteral("record.required"), Message("Name is missing."), Message("Fill it in."),
                          Place{{}, 0, 0, QStringLiteral("name")});
        const QJsonObject answer = transfer::feedAnswer(QStringLiteral("k"), error);
        QCOMPARE(answer["ok"].toBool(), false);
        QCOMPARE(answer["error"].toObject()["code"].toString(), QStringLiteral("record.required"));
        QCOMPARE(answer["error"].toObject()["field"].toString(), QStringLiteral("name"));
        QCOMPARE(answer["error"].toObject()["text"].toString(), QStringLiteral("Name is missing."));
        QCOMPARE(answer["error"].toObject()["remedy"].toString(), QStringLiteral("Fill it in."));
    }
};

QTEST_GUILESS_MAIN(TestFeedLine)
#include "tst_feedline.moc"
