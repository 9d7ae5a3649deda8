#include "model/yaml/reader.h"
#include "model/yaml/splice.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace fw;
using yaml::Node;

/// The splice writer, byte for byte: scripts/*.txt hold text before, commands, text after. Lines of a script:
///   === case: what it shows      === do: command      === after      === error: code
/// Commands: set PATH VALUE · remove PATH · insert LIST INDEX VALUE · rename PATH KEY · move PATH LIST INDEX ·
/// order KEY KEY … (the schema's key order, for every map). VALUE is YAML; "\n" in it is a line end.
class SpliceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scripts_data();
    void scripts();
    void emitsWhatReadsTheSame_data();
    void emitsWhatReadsTheSame();
};

struct Case {
    QString name;
    QStringList commands;
    QByteArray before;
    QByteArray after;
    QString error;
};
Q_DECLARE_METATYPE(Case)

static std::vector<Case> parseScript(const QByteArray& text)
{
    std::vector<Case> cases;
    QByteArray* target = nullptr;
    for (const QByteArray& line : text.split('\n')) {
        const QString words = QString::fromUtf8(line);
        if (words.startsWith(QLatin1String("=== case: "))) {
            cases.push_back({words.mid(10), {}, {}, {}, {}});
            target = &cases.back().before;
        } else if (words.startsWith(QLatin1String("=== do: "))) {
            cases.back().commands << words.mid(8);
            target = nullptr;
        } else if (words == QLatin1String("=== after")) {
            target = &cases.back().after;
        } else if (words.startsWith(QLatin1String("=== error: "))) {
            cases.back().error = words.mid(11);
            target = nullptr;
        } else if (target) {
            *target += line + '\n';
        }
    }
    for (Case& c : cases) {
        // A blank line parts the cases; "%" at the end of a text takes its last line end away.
        for (QByteArray* part : {&c.before, &c.after}) {
            while (part->endsWith("\n\n") && part == &c.after)
                part->chop(1);
            if (part->endsWith("%\n"))
                part->chop(2);
        }
    }
    return cases;
}

void SpliceTest::scripts_data()
{
    QTest::addColumn<Case>("script");
    const QDir dir(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/model/yaml/scripts"));
    const QStringList files = dir.entryList({"*.txt"});
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const Case& c : parseScript(file.readAll()))
            QTest::newRow(qPrintable(name + QLatin1String(": ") + c.name)) << c;
    }
}

static QStringList pathOf(const QString& text)
{
    return text == u"." ? QStringList() : text.split(u'/');
}

static Node valueOf(QString text)
{
    const auto node =
        yaml::read(text.replace(QLatin1String("\\n"), QLatin1String("\n")).toUtf8(), QStringLiteral("value"));
    return node ? *node : Node();
}

static Result<void> run(yaml::Splicer& splicer, const QString& command)
{
    const QString verb = command.section(u' ', 0, 0);
    const QStringList path = pathOf(command.section(u' ', 1, 1));
    if (verb == u"set")
        return splicer.set(path, valueOf(command.section(u' ', 2)));
    if (verb == u"remove")
        return splicer.remove(path);
    if (verb == u"rename")
        return splicer.renameKey(path, command.section(u' ', 2));
    if (verb == u"insert") {
        const auto done = splicer.insert(path, command.section(u' ', 2, 2).toInt(), valueOf(command.section(u' ', 3)));
        return done ? Result<void>() : Result<void>(done.error());
    }
    // move: as the document does it within one file, to a list behind or beside the element
    const auto fragment = splicer.fragment(path);
    if (!fragment)
        return fragment.error();
    if (Result<void> done = splicer.remove(path); !done)
        return done;
    const auto done =
        splicer.insert(pathOf(command.section(u' ', 2, 2)), command.section(u' ', 3, 3).toInt(), *fragment);
    return done ? Result<void>() : Result<void>(done.error());
}

void SpliceTest::scripts()
{
    QFETCH(Case, script);
    const auto root = yaml::read(script.before, QStringLiteral("f.yaml"));
    QVERIFY2(root.ok(), root.ok() ? "" : qPrintable(root.error().text()));
    QStringList order;
    yaml::Splicer splicer(script.before, *root, QStringLiteral("f.yaml"),
                          [&](const Node&, const QStringList&) { return order; });
    QString error;
    for (const QString& command : script.commands) {
        if (command.startsWith(QLatin1String("order ")))
            order = command.mid(6).split(u' ');
        else if (const Result<void> done = run(splicer, command); !done)
            error = done.error().code();
    }
    QCOMPARE(error, script.error);
    const QByteArray wanted = script.error.isEmpty() ? script.after : script.before;
    if (splicer.text() != wanted)
        qWarning("wanted:\n%s\ngot:\n%s", wanted.constData(), splicer.text().constData());
    QVERIFY(splicer.text() == wanted);
    QVERIFY(yaml::read(splicer.text(), {})->sameValue(splicer.root()));
}

void SpliceTest::emitsWhatReadsTheSame_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("written");
    const auto row = [](const char* value, const char* written) {
        QTest::newRow(value) << QString::fromUtf8(value) << QString::fromUtf8(written);
    };
    row("customer", "customer");
    row("客户管理", "客户管理");
    row("Sales & Service", "Sales & Service");
    row("P30D", "P30D");
    row("http://a.b/c?d=e", "http://a.b/c?d=e");
    row("a#b", "a#b");
    row("-x", "-x");
    row("it's", "it's");
    row("", R"("")");
    for (const char* word : {"true",
                             "Yes",
                             "no",
                             "ON",
                             "off",
                             "y",
                             "N",
                             "null",
                             "~",
                             "<<",
                             "nan",
                             ".inf",
                             "123",
                             "-1",
                             "1e3",
                             "1.5",
                             ".5",
                             "0x1F",
                             "0o17",
                             "017",
                             "1_000",
                             "2024-01-01",
                             "2024-01-01T10:00:00Z",
                             "12:30:45",
                             "13800000000",
                             "1,5"})
        row(word, qPrintable(QStringLiteral("\"%1\"").arg(QLatin1String(word))));
    row("=priority >= 2", R"("=priority >= 2")");
    row("=a = \"b\"", R"("=a = \"b\"")");
    row("a: b", R"("a: b")");
    row("a:", R"("a:")");
    row("a #b", R"("a #b")");
    row(" a", R"(" a")");
    row("a ", R"("a ")");
    row("- a", R"("- a")");
    row("-", R"("-")");
    row("[x]", R"("[x]")");
    row("{name}", R"("{name}")");
    row("*bold*", R"("*bold*")");
    row("&x", R"("&x")");
    row("!x", R"("!x")");
    row("%x", R"("%x")");
    row("@x", R"("@x")");
    row("`x`", R"("`x`")");
    row("'x'", R"("'x'")");
    row("\"x\"", R"("\"x\"")");
    row("|", R"("|")");
    row("---", R"("---")");
    row("...", R"("...")");
    row("#x", R"("#x")");
    row("a\tb", R"("a\tb")");
    row("back\\slash", "back\\slash");
    QTest::newRow("byte order mark") << QString(QChar(0xFEFF)) + u'x' << QStringLiteral("\"\\ufeffx\"");
    row("\x07", R"("\u0007")");
    row("\xC2\x85", R"("\u0085")");
    row("one\ntwo", "|-\n  one\n  two");
    row("one\ntwo\n", "|\n  one\n  two");
    row("one\n\n  two: # x\n", "|\n  one\n\n    two: # x");
    row("\nx", R"("\nx")");
    row("  x\ny", R"("  x\ny")");
    row("x\n  \ny", R"("x\n  \ny")");
    row("x\n\n", R"("x\n\n")");
    row("\n", R"("\n")");
    row("=if a\n  then 1\n  else 2\n", "|\n  =if a\n    then 1\n    else 2");
    row("😀 smile", "😀 smile");
}

void SpliceTest::emitsWhatReadsTheSame()
{
    QFETCH(QString, value);
    QFETCH(QString, written);
    const Node map = Node::map({yaml::Entry{QStringLiteral("k"), Node::text(value), {}}});
    QCOMPARE(QString::fromUtf8(yaml::fileText(map)), QLatin1String("k: ") + written + u'\n');
    Node flow = map;
    flow.style = yaml::Style::Flow;
    for (const QByteArray& text :
         {yaml::fileText(map), yaml::fileText(flow), yaml::fileText(Node::sequence({map, flow}))}) {
        const auto again = yaml::read(text, QStringLiteral("f.yaml"));
        QVERIFY2(again.ok(), text.constData());
        const Node& k = again->isSequence() ? again->items[0][u"k"] : (*again)[u"k"];
        QCOMPARE(k.scalar, value);
        QVERIFY(k.kind == Node::Kind::Scalar);
        QVERIFY2(k.style != yaml::Style::Plain || !yaml::readsAsOther(k.scalar), text.constData());
    }
    const Node key = Node::map({yaml::Entry{value, Node::null(), {}}});
    const auto again = yaml::read(yaml::fileText(key), QStringLiteral("f.yaml"));
    QVERIFY2(again.ok(), yaml::fileText(key).constData());
    QCOMPARE(again->entries.front().key, value);
}

QTEST_GUILESS_MAIN(SpliceTest)
#include "tst_splice.moc"
