#include "model/yaml/emitter.h"
#include "model/yaml/reader.h"

#include "tests/rounds.h"

#include <QRandomGenerator>
#include <QTest>

using namespace fw;
using yaml::Node;

/// The reader: what a definition file may hold, where everything stands, and what is said about the rest.
class ReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void accepts_data();
    void accepts();
    void reportsSeveralProblemsInOneReading();
    void looksBehindASyntaxError();
    void survivesAnything();
    void countsColumnsInUtf16();
    void boundsSizeAndDepth();
    void spansReparseToTheSameValue_data();
    void spansReparseToTheSameValue();
    void spansEndWithTheToken();
    void keySpansHoldTheKey();
    void readsABigFileInReasonableTime();
};

static Node mustRead(const QByteArray& text)
{
    auto result = yaml::read(text, QStringLiteral("f.yaml"));
    if (!result)
        qWarning("%s", qPrintable(result.error().text()));
    return result ? *result : Node();
}

void ReaderTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char* name, const QByteArray& text, const char* code, int line, int column) {
        QTest::newRow(name) << text << QString::fromLatin1(code) << line << column;
    };
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a: 1\n",
        "yaml.bom", 1, 1);
    row("Windows line ends", "a: 1\r\nb: 2\r\n", "yaml.carriage_return", 1, 5);
    row("GB18030 bytes", "a: 1\nb: \xBF\xCD\xBB\xA7\n", "yaml.encoding", 2, 4);
    row("overlong UTF-8", "a: \xC0\xAF\n", "yaml.encoding", 1, 4);
    row("surrogate in UTF-8", "a: \xED\xA0\x80\n", "yaml.encoding", 1, 4);
    row("cut UTF-8 at the end", QByteArray("a: \xE5\xAE"), "yaml.encoding", 1, 4);
    row("UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0:\0",
                   6),
        "yaml.encoding", 1, 1);
    row("NUL", QByteArray("a: \0b\n", 6), "yaml.control_character", 1, 4);
    row("end of transmission", "a: \x04\nb: 1\n", "yaml.control_character", 1, 4);
    row("tab indentation", "a:\n\tb: 1\n", "yaml.tab", 2, 1);
    row("tab after colon", "a:\t1\n", "yaml.tab", 1, 3);
    row("second document", "a: 1\n---\nb: 2\n", "yaml.several_documents", 2, 1);
    row("document end, then more", "a: 1\n...\nb: 2\n", "yaml.syntax", 3, 1);
    row("directive", "%YAML 1.2\n---\na: 1\n", "yaml.directive", 1, 1);
    row("anchor", "a: &x 1\n", "yaml.anchor", 1, 4);
    row("alias to itself", "a: &a [*a]\n", "yaml.alias", 1, 8);
    row("unknown alias", "a: *bold*\n", "yaml.alias", 1, 4);
    row("tag", "a: !!str 1\n", "yaml.tag", 1, 4);
    row("local tag", "a: !point {x: 1}\n", "yaml.tag", 1, 4);
    row("bare tag", "a: {b: 1,! c: 2}\n", "yaml.tag", 1, 10);
    row("merge key", "a: {b: 1}\nc:\n  <<: {b: 2}\n", "yaml.merge_key", 3, 3);
    row("duplicate key", "kind: x\nid: a\nkind: y\n", "yaml.duplicate_key", 3, 1);
    row("duplicate key in flow", "a: {b: 1, b: 2}\n", "yaml.duplicate_key", 1, 11);
    row("quoted duplicate", "a: 1\n\"a\": 2\n", "yaml.duplicate_key", 2, 1);
    row("quote open at the end", "app: \"abc\nx: 1\n", "yaml.unclosed_quote", 1, 6);
    row("single quote open", "app: 'it''s\n", "yaml.unclosed_quote", 1, 6);
    row("quote closed too late", "a: \"abc\nb: \"x\"\nc: 1\n", "yaml.unclosed_quote", 1, 4);
    row("flow map open", "a: {b: 1\nc: 2\n", "yaml.syntax", 1, 4);
    row("flow list open", "kind: [app\n", "yaml.syntax", 1, 7);
    row("comma in a text in flow", "a: {en: Day, three, zh: x}\n", "yaml.key_without_value", 1, 14);
    row("map below a list", "- a\nb: 1\n", "yaml.syntax", 2, 1);
    row("wrong indentation", "a:\n  b: 1\n c: 2\n", "yaml.syntax", 3, 2);
    row("colon in text", "a: b: c\n", "yaml.syntax", 1, 5);
    row("explicit key", "? a\n: 1\n", "yaml.key_kind", 1, 3);
    row("list as key", "[a, b]: 1\n", "yaml.key_kind", 1, 1);
    row("empty key", ": 1\n", "yaml.key_kind", 1, 1);
    row("pair in list", "a: [b: 1]\n", "yaml.pair_in_list", 1, 5);
    row("key without value", "a: {b, c: 1}\n", "yaml.key_without_value", 1, 5);
    row("question mark in flow", "a: {en: What?}\n", "yaml.quote_needed", 1, 9);
}

void ReaderTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    QFETCH(int, column);
    const auto result = yaml::read(text, QStringLiteral("tables/a.yaml"));
    QVERIFY(!result.ok());
    for (const Problem& problem : result.error().problems()) {
        if (problem.code != code)
            continue;
        QCOMPARE(QStringLiteral("%1:%2").arg(problem.place.line).arg(problem.place.column),
                 QStringLiteral("%1:%2").arg(line).arg(column));
        QCOMPARE(problem.place.file, QStringLiteral("tables/a.yaml"));
        QVERIFY(!problem.remedy.isEmpty());
        return;
    }
    QFAIL(qPrintable(result.error().text()));
}

void ReaderTest::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("flow");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& flow) {
        QTest::newRow(name) << text << flow;
    };
    row("nothing", "", "null");
    row("only a comment", "# later\n", "null");
    row("leading dashes", "---\na: 1\n", "{a: 1}");
    row("no final newline", "a: 1", "{a: 1}");
    row("Chinese", "标签: 客户\n", "{标签: 客户}");
    row("tab in a comment", "a: 1 #\tx\n", "{a: 1}");
    row("tab in a quoted text", "a: \"x\ty\"\n", "{a: \"x\\ty\"}");
    row("tab in a literal", "a: |\n  x\n  \ty\nb: 1\n", "{a: \"x\\n\\ty\\n\", b: 1}");
    row("empty values", "a:\nb:\n  - \n  - x\nc: ~\n", "{a: null, b: [null, x], c: null}");
    row("a key that is null's name", "a:\nnull_ok: 1\n", "{a: null, null_ok: 1}");
    row("hash inside a word", "a: b#c\n", "{a: b#c}");
    row("URL in flow", "{a: http://x.y/z}\n", "{a: http://x.y/z}");
    row("list at the key's column", "a:\n- 1\n- 2\nb: 3\n", "{a: [1, 2], b: 3}");
}

void ReaderTest::accepts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, flow);
    const auto result = yaml::read(text, QStringLiteral("f.yaml"));
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().text()));
    QCOMPARE(yaml::flowText(*result), flow);
}

void ReaderTest::reportsSeveralProblemsInOneReading()
{
    const auto result = yaml::read("a: &x 1\na: 2\nb: !t 3\nc:\t4\nd: {e: 1, e: 2}\n", QStringLiteral("f.yaml"));
    QVERIFY(!result.ok());
    QStringList codes;
    for (const Problem& problem : result.error().problems())
        codes << problem.code;
    QCOMPARE(codes, (QStringList{"yaml.anchor", "yaml.duplicate_key", "yaml.tag", "yaml.tab", "yaml.duplicate_key"}));
}

void ReaderTest::looksBehindASyntaxError()
{
    const auto result = yaml::read(
        "kind: [table\nid: a\nlabel: {en: x: y}\nnote: \"open\nfields:\n  - {id: \"x\"}\n - b\nok: 1\nok: 2\nx: }\n",
        QStringLiteral("f.yaml"));
    QVERIFY(!result.ok());
    QStringList found;
    for (const Problem& problem : result.error().problems())
        found << QStringLiteral("%1 %2").arg(problem.place.line).arg(problem.code);
    QCOMPARE(found, (QStringList{"1 yaml.syntax", "3 yaml.syntax", "4 yaml.unclosed_quote", "9 yaml.duplicate_key",
                                 "10 yaml.syntax"}));
}

static void checkSpans(const Node& node, yaml::Span outer)
{
    QVERIFY(node.span.begin >= outer.begin && node.span.begin <= node.span.end && node.span.end <= outer.end);
    int after = node.span.begin;
    for (const Node& item : node.items) {
        QVERIFY(item.span.begin >= after);
        after = item.span.end;
        checkSpans(item, node.span);
    }
    for (const yaml::Entry& entry : node.entries) {
        QVERIFY(entry.keySpan.begin >= after && entry.keySpan.begin < entry.keySpan.end &&
                entry.keySpan.end <= entry.value.span.begin);
        after = entry.value.span.end;
        checkSpans(entry.value, node.span);
    }
}

static const char* const Sample = R"(# the customer
kind: table   # what it is
id: customer
label: {en: Customer, zh: 客户}
empty:
written: ~
nothing: {}
long: one two
  three   four

  five
quoted: "a \"b\" 'c'
  d"
single: 'it''s # no comment'
literal: |   # with a comment
  first
    second

  third
kept: |+
  x

folded: >-
  a
  b
indented: |2
   y
fields:
  # the name
  - {id: name, type: text,
     label: {en: Name, zh: 姓名}}   # trailing
  - id: phone
    type: phone
    options: [a, "b, c", [d, {e: f}], ]

  -
    id: lone
  - - nested
    - twice
  -
  - last
end: true
# the end
)";

void ReaderTest::survivesAnything()
{
    const int rounds = tests::rounds(3000, 200000);
    QRandomGenerator random(tests::seed());
    static const QByteArray bits("\n\n  :-{}[],\"'#|>?&*!%~a1=\t\r\\");
    int readable = 0;
    for (int round = 0; round < rounds; ++round) {
        QByteArray text(Sample);
        for (int n = 1 + random.bounded(4); n > 0; --n) {
            const int at = random.bounded(int(text.size()));
            switch (random.bounded(3)) {
            case 0: text.insert(at, bits[random.bounded(int(bits.size()))]); break;
            case 1: text.remove(at, 1 + random.bounded(5)); break;
            default: text[at] = bits[random.bounded(int(bits.size()))];
            }
        }
        const auto result = yaml::read(text, QStringLiteral("f.yaml"));
        if (!result) {
            QVERIFY(!result.error().problems().isEmpty());
            continue;
        }
        ++readable;
        checkSpans(*result, {0, int(text.size())});
        if (QTest::currentTestFailed())
            QFAIL(text.constData());
    }
    QVERIFY(readable > rounds / 20);
}

void ReaderTest::countsColumnsInUtf16()
{
    const auto result = yaml::read("标签: {中: 一, 😀: 二, 中: 三}\n", QStringLiteral("f.yaml"));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().problems().first().place.column, 19);
}

void ReaderTest::boundsSizeAndDepth()
{
    QCOMPARE(yaml::read(QByteArray(11, 'a'), {}, {10, 64}).error().code(), QStringLiteral("yaml.too_large"));
    QByteArray deep = QByteArray(64, '[') + QByteArray(64, ']');
    QVERIFY(yaml::read(deep, {}).ok());
    QCOMPARE(yaml::read("[" + deep + "]", {}).error().code(), QStringLiteral("yaml.too_deep"));
    QVERIFY(yaml::read(QByteArray(100000, '['), {}).error().text().contains(QLatin1String("64 levels")));
    QByteArray blocks;
    for (int i = 0; i < 3000; ++i)
        blocks += QByteArray(i, ' ') + "a:\n";
    QCOMPARE(yaml::read(blocks, {}).error().code(), QStringLiteral("yaml.too_deep"));
}

static void collect(const Node& node, std::vector<const Node*>& out)
{
    out.push_back(&node);
    for (const Node& item : node.items)
        collect(item, out);
    for (const yaml::Entry& entry : node.entries)
        collect(entry.value, out);
}

void ReaderTest::spansReparseToTheSameValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("sample") << QByteArray(Sample);
    QTest::newRow("flow over lines") << QByteArray("a: [\n  1,  # one\n  {b: 2,\n   c: \"x\n    y\"},\n]\nd: 1\n");
    QTest::newRow("root list") << QByteArray("- a\n- b: 1\n  c: 2\n- [x]\n");
}

void ReaderTest::spansReparseToTheSameValue()
{
    QFETCH(QByteArray, text);
    const Node root = mustRead(text);
    QVERIFY(root.exists());
    std::vector<const Node*> nodes;
    collect(root, nodes);
    for (const Node* node : nodes) {
        // Lines below the first keep their indentation, so the first one gets it back.
        const int begin = node->span.begin;
        const int column = begin - static_cast<int>(text.lastIndexOf('\n', begin - 1) + 1);
        QByteArray part = text.mid(begin, node->span.end - begin);
        const bool block = node->style == yaml::Style::Literal || node->style == yaml::Style::Folded;
        if (block)
            part = "k: " + part + "\n";
        else if (node->isScalar() && part.contains('\n'))
            part = "k: " + part;
        else
            part = QByteArray(column, ' ') + part;
        const Node again = mustRead(part);
        const Node& value = again[u"k"].exists() && node->isScalar() ? again[u"k"] : again;
        QVERIFY2(value.sameValue(*node), part.constData());
    }
}

void ReaderTest::spansEndWithTheToken()
{
    const QByteArray text(Sample);
    const Node root = mustRead(text);
    const auto at = [&](const Node& node) { return text.mid(node.span.begin, node.span.end - node.span.begin); };
    QCOMPARE(at(root[u"kind"]), "table");
    QCOMPARE(at(root[u"empty"]), "");
    QCOMPARE(text.mid(root[u"empty"].span.begin - 6, 6), "empty:");
    QCOMPARE(at(root[u"written"]), "~");
    QCOMPARE(at(root[u"long"]), "one two\n  three   four\n\n  five");
    QCOMPARE(at(root[u"quoted"]), "\"a \\\"b\\\" 'c'\n  d\"");
    QCOMPARE(at(root[u"single"]), "'it''s # no comment'");
    QVERIFY(at(root[u"literal"]).endsWith("third"));
    QVERIFY(at(root[u"kept"]).endsWith("x\n"));
    QCOMPARE(at(root[u"indented"]), "|2\n   y");
    QVERIFY(at(root[u"fields"].byId(u"name")).endsWith("姓名}}"));
    QVERIFY(at(root[u"fields"].byId(u"phone")).endsWith("{e: f}], ]"));
    QCOMPARE(at(root[u"fields"].items[4]), "");
    QVERIFY(at(root[u"fields"]).endsWith("- last"));
    QVERIFY(at(root).endsWith("end: true"));
}

void ReaderTest::keySpansHoldTheKey()
{
    const QByteArray text("a: 1\n\"b c\": 2\n标: {d: 3}\n");
    const Node root = mustRead(text);
    const auto key = [&](const Node& map, int i) {
        const yaml::Span span = map.entries[static_cast<size_t>(i)].keySpan;
        return text.mid(span.begin, span.end - span.begin);
    };
    QCOMPARE(key(root, 0), "a");
    QCOMPARE(key(root, 1), "\"b c\"");
    QCOMPARE(key(root, 2), "标");
    QCOMPARE(key(root[u"标"], 0), "d");
}

void ReaderTest::readsABigFileInReasonableTime()
{
    QByteArray text = "fields:\n";
    for (int i = 0; i < 12000; ++i)
        text += "  - {id: field_" + QByteArray::number(i) +
                ", type: text, label: {en: Field, zh: 字段}, help: \"a text: quoted\"}\n";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(mustRead(text).exists());
    qInfo("%.1f MB read in %lld ms", double(text.size()) / 1e6, timer.elapsed());
    QVERIFY(timer.elapsed() < 10000);
}

QTEST_GUILESS_MAIN(ReaderTest)
#include "tst_reader.moc"
