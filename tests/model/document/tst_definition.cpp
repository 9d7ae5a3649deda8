#include "model/document/definition.h"
#include "model/document/package.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace fw;

/// A definition as a snapshot: which files belong to it and how things in it are found.
class DefinitionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addressesHaveATextForm();
    void findsFilesAndNodes();
    void keepsBrokenFilesWithTheirProblems();
    void hashTellsEveryChange();
    void readsAFolder();
    void refusesWrongFolders();
};

static QMap<QString, QByteArray> sample()
{
    return {{"app.yaml", "kind: app\nid: shop\n"},
            {"tables/customer.yaml",
             "kind: table\nid: customer\nfields:\n  - {id: name, type: text}\n  - {type: number}\n"},
            {"tables/a_first.yaml", "kind: table\nid: zebra\n"},
            {"assets/note.yaml", "not: [closed"},
            {"seed/customer.csv", "name\n客户\n"}};
}

void DefinitionTest::addressesHaveATextForm()
{
    const QString text = QStringLiteral("workflows/hot_lead.yaml#then/call/task/to");
    const Address address = Address::parse(text);
    QCOMPARE(address.file, QStringLiteral("workflows/hot_lead.yaml"));
    QCOMPARE(address.path, (QStringList{"then", "call", "task", "to"}));
    QCOMPARE(address.toString(), text);
    QCOMPARE(Address::parse(QStringLiteral("app.yaml")).path.size(), 0);
    QCOMPARE(Address::parse(QStringLiteral("app.yaml")).toString(), QStringLiteral("app.yaml"));
    const Address odd{QStringLiteral("a.yaml"), {QStringLiteral("x-50%/a#b"), QStringLiteral("客户")}};
    QCOMPARE(Address::parse(odd.toString()), odd);
    QVERIFY(address.isInside(Address::parse(QStringLiteral("workflows/hot_lead.yaml#then/call"))));
    QVERIFY(!address.isInside(Address::parse(QStringLiteral("workflows/hot_lead.yaml#then/cal"))));
}

void DefinitionTest::findsFilesAndNodes()
{
    const auto definition = Definition::fromFiles(sample());
    QCOMPARE(definition->files().size(), 3);
    QCOMPARE(definition->assets().size(), 2);
    QCOMPARE(definition->app()[u"id"].string(), QStringLiteral("shop"));
    QCOMPARE(definition->find("table", "customer")->path, QStringLiteral("tables/customer.yaml"));
    QVERIFY(!definition->find("table", "nobody"));
    const auto tables = definition->all("table");
    QCOMPARE(tables.size(), 2);
    QCOMPARE(tables[0]->id(), QStringLiteral("customer"));
    QCOMPARE(definition->node(Address::parse("tables/customer.yaml#fields/name/type")).string(),
             QStringLiteral("text"));
    QCOMPARE(definition->node(Address::parse("tables/customer.yaml#fields/[1]/type")).string(),
             QStringLiteral("number"));
    QVERIFY(!definition->node(Address::parse("tables/customer.yaml#fields/none/type")).exists());
    QVERIFY(!definition->node(Address::parse("tables/none.yaml#id")).exists());
}

void DefinitionTest::keepsBrokenFilesWithTheirProblems()
{
    auto files = sample();
    files["tables/broken.yaml"] = "kind: table\nid: [";
    files["tables/wrong.yml"] = "kind: table\n";
    const auto definition = Definition::fromFiles(files);
    QCOMPARE(definition->readProblems().size(), 2);
    QCOMPARE(definition->readProblems()[0].place.file, QStringLiteral("tables/broken.yaml"));
    QCOMPARE(definition->readProblems()[1].code, QStringLiteral("definition.suffix"));
    QVERIFY(!definition->file("tables/broken.yaml")->root.exists());
    QVERIFY(definition->find("table", "customer"));
}

void DefinitionTest::hashTellsEveryChange()
{
    const QByteArray first = Definition::fromFiles(sample())->sha256();
    QCOMPARE(first.size(), 64);
    QCOMPARE(Definition::fromFiles(sample())->sha256(), first);
    auto changed = sample();
    changed["seed/customer.csv"] += "x";
    QVERIFY(Definition::fromFiles(changed)->sha256() != first);
    auto renamed = sample();
    renamed["seed/customers.csv"] = renamed.take("seed/customer.csv");
    QVERIFY(Definition::fromFiles(renamed)->sha256() != first);
}

static void write(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void DefinitionTest::readsAFolder()
{
    QTemporaryDir dir;
    const auto files = sample();
    for (auto it = files.begin(); it != files.end(); ++it)
        write(dir.filePath(it.key()), it.value());
    write(dir.filePath(".studio/state.json"), "{}");
    write(dir.filePath("tables/.customer.yaml.swp"), "x");
    const auto read = readFolder(dir.path());
    QVERIFY(read.ok());
    QCOMPARE(*read, files);
    QCOMPARE((*Definition::fromFolder(dir.path()))->sha256(), Definition::fromFiles(files)->sha256());
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(dir.path() + "/tables"));
    const auto relative = readFolder("..");
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(relative.ok());
    QCOMPARE(*relative, files);
}

void DefinitionTest::refusesWrongFolders()
{
    QTemporaryDir dir;
    QCOMPARE(Definition::fromFolder(dir.filePath("none")).error().code(), QStringLiteral("folder.missing"));
    QCOMPARE(Definition::fromFolder(dir.path()).error().code(), QStringLiteral("folder.no_app"));
    write(dir.filePath("app.yaml"), "kind: app\n");
    QCOMPARE(Definition::fromFolder(dir.filePath("app.yaml")).error().code(), QStringLiteral("folder.no_folder"));
    QVERIFY(QFile::link("/etc/passwd", dir.filePath("secrets.csv")));
    QCOMPARE(Definition::fromFolder(dir.path()).error().code(), QStringLiteral("folder.link"));
}

QTEST_GUILESS_MAIN(DefinitionTest)
#include "tst_definition.moc"
