#include "scratchfolder.h"

#include "model/document/document.h"
#include "model/document/package.h"
#include "model/yaml/emitter.h"
#include "model/yaml/path.h"
#include "model/yaml/reader.h"

#include "tests/rounds.h"

#include <QRandomGenerator>
#include <QTest>

using namespace fw;
using yaml::Entry;
using yaml::Node;

/// Random commands on whole apps, compared with the same edits made on plain nodes in memory: the files always load,
/// mean what was asked for, keep their comments; undo of everything gives the first bytes and redo the last ones.
class RoundTripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomEdits_data();
    void randomEdits();
};

using Files = QMap<QString, QByteArray>;

static const QByteArray Awkward = R"(# A file as people write them.
kind:   table   # odd blanks
id: awkward
"quoted key": 'single ''quoted'''
label: {en: A label, zh: "标签, 一"}   # flow with a comment
empty:
nothing: {}
none: []   # none
long: text over
  two lines
literal: |
  first
    second

  third # no comment
folded: >-
  a
  b

# about the fields
fields:
  # the name
  - {id: name, type: text}   # first

  - id: phone       # second
    type: phone
    # a comment inside
    options: [a, b, {id: c}]
    more:
      - - x
        - y
      - deep: {er: [1, 2]}

  # a comment that belongs to nobody

  - id: last
    note: |-
      several
      lines
flow: [
  one,   # 1
  {id: two, x: 1},

  three
]
list:
- at the
- key's column
- id: here
  a: 1
# the end
)";

static Files templateFiles()
{
    const auto files = readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
    return files ? *files : Files();
}

void RoundTripTest::randomEdits_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<int>("commands");
    QTest::addColumn<bool>("damaged");
    Files awkward{{"app.yaml", "kind: app\n"}, {"tables/a.yaml", Awkward}, {"tables/b.yaml", Awkward.chopped(1)}};
    QTest::newRow("an awkward file") << awkward << 40 << false;
    QTest::newRow("a file with odd places") << awkward << 15 << true;
    QTest::newRow("the template") << templateFiles() << 60 << false;
}

/// The same edits on nodes, as a few lines nobody doubts.
class Model
{
public:
    explicit Model(const Definition& definition)
    {
        for (const auto& file : definition.files())
            m_roots.insert(file->path, file->root);
    }
    Node& root(const QString& path) { return m_roots[path]; }
    const QMap<QString, Node>& roots() const { return m_roots; }
    Node& at(const Address& address) { return const_cast<Node&>(yaml::resolve(m_roots[address.file], address.path)); }

    void set(const Address& address, const Node& value)
    {
        if (Node& node = at(address); node.exists()) {
            node = value;
            return;
        }
        Node& parent = at(address.parent());
        if (parent.kind != Node::Kind::Map)
            parent = Node::map();
        parent.entries.push_back({address.last(), value, {}});
    }
    Node take(const Address& address)
    {
        Node& parent = at(address.parent());
        const Node taken = at(address);
        if (parent.isMap())
            std::erase_if(parent.entries, [&](const Entry& e) { return e.key == address.last(); });
        else
            parent.items.erase(parent.items.begin() + yaml::indexOf(parent, address.last()));
        return taken;
    }
    void insert(const Address& list, int index, const Node& value)
    {
        Node& node = at(list);
        if (!node.isSequence())
            node = Node::sequence();
        node.items.insert(node.items.begin() + index, value);
    }

private:
    QMap<QString, Node> m_roots;
};

/// Equal in content; the order of keys does not matter.
static bool sameContent(const Node& a, const Node& b)
{
    if (!a.isMap() || !b.isMap())
        return a.isSequence() && b.isSequence()
                   ? std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), sameContent)
                   : a.sameValue(b);
    return a.entries.size() == b.entries.size() && std::all_of(a.entries.begin(), a.entries.end(), [&](const Entry& e) {
               return sameContent(e.value, b[e.key]);
           });
}

static void collect(const Node& node, const Address& at, std::vector<Address>& out)
{
    out.push_back(at);
    for (int i = 0; i < static_cast<int>(node.items.size()); ++i)
        collect(node.items[size_t(i)], at.child(QStringLiteral("[%1]").arg(i)), out);
    for (const Entry& entry : node.entries)
        collect(entry.value, at.child(entry.key), out);
}

class Editor
{
public:
    Editor(Document& document, quint32 seed) : m_document(document), m_model(*document.definition()), m_random(seed) {}

    void step()
    {
        Address target = anyNode();
        if (target.path.isEmpty() && m_random.bounded(10) > 0) // a whole file is replaced only now and then
            target = anyNode();
        const Node node = m_document.definition()->node(target);
        switch (m_random.bounded(6)) {
        case 0: return set(target, freshValue(2));
        case 1: return node.isMap() ? set(target.child(freshKey(node)), freshValue(2)) : set(target, freshScalar());
        case 2: return target.path.isEmpty() ? void() : remove(target);
        case 3:
            return node.isSequence() || node.kind == Node::Kind::Null ? insert(target, node)
                                                                      : set(target, freshScalar());
        case 4: return move(target);
        default: return editInside(target, node);
        }
    }
    QString log() const { return m_log; }
    Model& model() { return m_model; }

private:
    Address anyNode()
    {
        const auto& files = m_document.definition()->files();
        const QString path = files.keys().at(m_random.bounded(int(files.size())));
        std::vector<Address> all;
        collect(files[path]->root, {path, {}}, all);
        return all[m_random.bounded(quint32(all.size()))];
    }
    QString word()
    {
        static const QStringList words{"a",          "客户",   "true",   "12",        "=a = \"b\"", "x: y",   " lead",
                                       "# no",       "it's",   "- d",    "",          "one\ntwo\n", "l\n  m", "\n",
                                       "2024-01-01", "{name}", "why?",   "tab\there", "😀",          "a, b",   "[x]",
                                       "back\\",     "null",   "trail ", "e:"};
        return words[m_random.bounded(int(words.size()))];
    }
    Node freshScalar()
    {
        switch (m_random.bounded(5)) {
        case 0: return Node::integer(m_random.bounded(1000));
        case 1: return Node::boolean(m_random.bounded(2));
        default: return Node::text(word());
        }
    }
    Node freshValue(int depth)
    {
        const int kind = depth == 0 ? 0 : m_random.bounded(4);
        const yaml::Style style = m_random.bounded(2) ? yaml::Style::Flow : yaml::Style::Block;
        std::vector<Node> items;
        std::vector<Entry> entries;
        for (int i = 0, n = m_random.bounded(4); kind >= 2 && i < n; ++i) {
            items.push_back(freshValue(depth - 1));
            entries.push_back({QStringLiteral("k%1").arg(i), items.back(), {}});
        }
        return kind < 2 ? freshScalar() : kind == 2 ? Node::sequence(items, style) : Node::map(entries, style);
    }
    QString freshKey(const Node& map)
    {
        for (int i = 0;; ++i)
            if (const QString key = QStringLiteral("n%1").arg(i); !map.entry(key))
                return key;
    }
    void set(const Address& address, const Node& value)
    {
        note("set", address, value);
        require(m_document.set(address, value, Message("set")));
        m_model.set(address, value);
    }
    void remove(const Address& address)
    {
        note("remove", address, {});
        require(m_document.remove(address, Message("remove")));
        m_model.take(address);
    }
    void insert(const Address& list, const Node& node)
    {
        const int index = m_random.bounded(int(node.items.size()) + 1);
        const Node value = freshValue(2);
        note("insert", list, value);
        const auto inserted = m_document.insert(list, index, value, Message("insert"));
        require(inserted ? Result<void>() : Result<void>(inserted.error()));
        m_model.insert(list, index, value);
    }
    void move(const Address& element)
    {
        const Address list = anyNode();
        const auto& definition = *m_document.definition();
        if (element.path.isEmpty() || !definition.node(element.parent()).isSequence() ||
            !definition.node(list).isSequence() || list.isInside(element) || list == element.parent())
            return;
        const int index = m_random.bounded(int(definition.node(list).items.size()) + 1);
        note("move", element, {});
        m_log += QStringLiteral("  to %1 [%2]\n").arg(list.toString()).arg(index);
        const auto moved = m_document.move(element, list, index, Message("move"));
        require(moved ? Result<void>() : Result<void>(moved.error()));
        const Node taken = m_model.at(element);
        m_model.insert(list, index, taken);
        Address old = element;
        // Taken out behind the insertion when both are in one list's reach.
        if (list.file == element.file && element.path.size() > list.path.size() &&
            std::equal(list.path.begin(), list.path.end(), element.path.begin()))
            if (const int step = yaml::indexStep(element.path[list.path.size()]); step >= index)
                old.path[list.path.size()] = QStringLiteral("[%1]").arg(step + 1);
        m_model.take(old);
    }
    /// The inspector's way: the whole map again with one thing changed.
    void editInside(const Address& address, Node node)
    {
        if (node.isMap() && !node.entries.empty()) {
            auto& entries = node.entries;
            entries[m_random.bounded(quint32(entries.size()))].value = freshValue(1);
            entries.push_back({freshKey(node), freshScalar(), {}});
        } else if (node.isSequence() && !node.items.empty()) {
            node.items.erase(node.items.begin() + m_random.bounded(int(node.items.size())));
            node.items.insert(node.items.begin() + m_random.bounded(int(node.items.size()) + 1), freshValue(1));
        } else {
            node = freshScalar();
        }
        set(address, node);
    }
    void note(const char* verb, const Address& address, const Node& value)
    {
        m_log += QStringLiteral("%1 %2 %3\n")
                     .arg(QLatin1String(verb), address.toString(), QString::fromUtf8(yaml::flowText(value)));
    }
    void require(const Result<void>& result)
    {
        if (!result)
            m_log += QLatin1String("FAILED: ") + result.error().text() + u'\n';
    }

    Document& m_document;
    Model m_model;
    QRandomGenerator m_random;
    QString m_log;
};

/// A few bytes changed, as long as the file can still be read: odd but allowed YAML.
static QByteArray withOddPlaces(const QByteArray& text, quint32 seed)
{
    static const QByteArray bits("\n\n  :-{}[],\"'#|>?~a1=");
    QRandomGenerator random(seed);
    QByteArray odd = text;
    for (int n = 0; n < 8; ++n) {
        QByteArray next = odd;
        const int at = random.bounded(int(next.size()));
        if (random.bounded(2))
            next.insert(at, bits[random.bounded(int(bits.size()))]);
        else
            next.remove(at, 1 + random.bounded(3));
        if (yaml::read(next, QStringLiteral("f.yaml")).ok())
            odd = next;
    }
    return odd;
}

void RoundTripTest::randomEdits()
{
    QFETCH(Files, files);
    QFETCH(int, commands);
    QFETCH(bool, damaged);
    QVERIFY(files.size() > 1);
    const quint32 first = tests::seed();
    const int rounds = tests::rounds(10, 400);
    for (int round = 0; round < rounds; ++round) {
        const quint32 seed = first + quint32(round);
        if (damaged)
            files[QStringLiteral("tables/a.yaml")] = withOddPlaces(Awkward, seed);
        ScratchFolder folder(files);
        auto document = Document::open(folder.path());
        QVERIFY(document.ok());
        Editor editor(**document, seed);
        QMap<QString, std::shared_ptr<const DefinitionFile>> checked;
        QList<Files> states{(*document)->definition()->allBytes()};
        for (int i = 0; i < commands; ++i) {
            editor.step();
            const auto definition = (*document)->definition();
            QVERIFY2(!editor.log().contains("FAILED"),
                     qPrintable(QStringLiteral("seed %1\n%2").arg(seed).arg(editor.log())));
            for (const auto& file : definition->files()) {
                if (std::exchange(checked[file->path], file) == file)
                    continue; // shared with the snapshot before
                const Node& wanted = editor.model().root(file->path);
                if (!sameContent(file->root, wanted) || !yaml::read(file->text, file->path)->sameValue(file->root))
                    QFAIL(
                        qPrintable(QStringLiteral("seed %1, %2\n%3\ngot:\n%4\nwanted:\n%5")
                                       .arg(QString::number(seed), file->path, editor.log(),
                                            QString::fromUtf8(file->text), QString::fromUtf8(yaml::fileText(wanted)))));
            }
            if ((*document)->historyIndex() >= states.size())
                states << definition->allBytes();
        }
        const Files last = states.last();
        for (int i = int(states.size()) - 1; i >= 0; --i) {
            (*document)->goTo(i);
            QVERIFY((*document)->definition()->allBytes() == states[i]);
        }
        QVERIFY2((*document)->definition()->allBytes() == files, "undo of everything gives the first bytes");
        QVERIFY(!(*document)->isModified());
        (*document)->goTo(int(states.size()) - 1);
        QVERIFY((*document)->save().ok());
        QVERIFY(folder.files() == last);
    }
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "tst_roundtrip.moc"
