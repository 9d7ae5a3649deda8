#include "tests/model/document/scratchfolder.h"

#include "model/check/rename.h"
#include "model/document/package.h"
#include "model/schema/keyorder.h"

#include <QTest>

using namespace fw;
using schema::Symbol;
using schema::Target;

/// A real id change: everything that names the thing follows, and nothing else changes.
class RenameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFieldIsFollowedEverywhere();
    void aTableTakesItsFileAndSampleDataAlong();
    void anEventAndAProperty();
    void aStageWrittenAsAWord();
    void aDecisionAndItsInputs();
    void everySymbolOfTheTemplateCanBeRenamedAndBack();
    void refusals_data();
    void refusals();
    void aHiddenNameIsFound();
    void retireAndRestoreAField();
    void retireAndRestoreATable();
    void newKeysStandWhereTheSchemaHasThem();

private:
    std::unique_ptr<ScratchFolder> m_folder;
    std::unique_ptr<Document> m_document;
    QByteArray text(const char* path) const
    {
        return m_document->definition()->bytes(QString::fromUtf8(path)).value_or("<none>");
    }
    void open(const QMap<QString, QByteArray>& files);
};

static const QMap<QString, QByteArray> Shop{
    {"app.yaml", "kind: app\nformat: 1\nid: shop\nlabel: Shop\n"},
    {"tables/customer.yaml", R"yaml(kind: table
id: customer
title: "=name"   # phone is no title
person: true
identity: [phone, email]
fields:
  - {id: name, type: text, label: phone}
  - {id: phone, type: phone, unique: true}   # phone
  - {id: email, type: email}
  - {id: greeting, type: computed, result: text, value: "=\"phone: \" + phone + name"}
  - {id: total, type: rollup, of: order.customer, value: "=sum(amount)", where: "=customer.phone != null"}
  - {id: intent, type: score, scoring: intent}
)yaml"},
    {"tables/order.yaml", R"yaml(kind: table
id: order
fields:
  - {id: customer, type: relation, to: customer}
  - {id: amount, type: money}
  - id: note
    type: computed
    result: text
    value: |
      =if customer.phone = null
      then "no phone"
      else string(count(customer.order[amount > 1]))
)yaml"},
    {"events/viewed.yaml", "kind: event\nid: viewed\nproperties:\n  - {id: page, type: text}\n"},
    {"scoring/intent.yaml", R"yaml(kind: scoring
id: intent
table: customer
stages: [low, high]
criteria:
  - {id: pricing, event: viewed, when: "=event.page = \"pricing\" and phone != null", points: 40, stage: high}
)yaml"},
    {"messages/hello.yaml",
     "kind: message\nid: hello\nfor: customer\ntext: {en: \"Your number {phone}, phone\", zh: \"{phone}\"}\n"},
    {"seed/customer.csv", "name,phone,email\nphone,1,2\n"},
    {"seed/events.jsonl",
     "{\"event\": \"viewed\", \"person\": {\"phone\": \"1\"}, \"props\": {\"page\": \"viewed\"}}\n"}};

void RenameTest::open(const QMap<QString, QByteArray>& files)
{
    m_document.reset();
    m_folder = std::make_unique<ScratchFolder>(files);
    auto opened = Document::open(m_folder->path(), schema::documentOptions());
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().text()));
    m_document = std::move(*opened);
    QVERIFY(m_document->definition()->readProblems().isEmpty());
}

void RenameTest::init()
{
    open(Shop);
}

void RenameTest::aFieldIsFollowedEverywhere()
{
    const Symbol phone{Target::Field, "customer", "phone"};
    const auto before = check::usages(*m_document->definition(), phone);
    const auto renamed = check::rename(*m_document, phone, "mobile");
    QVERIFY2(renamed.ok(), renamed ? "" : qPrintable(renamed.error().text()));
    QCOMPARE(renamed->address.toString(), QStringLiteral("tables/customer.yaml#fields/mobile"));
    QCOMPARE(renamed->references, int(before.size()));
    QMap<QString, QByteArray> wanted = Shop;
    wanted["tables/customer.yaml"]
        .replace("identity: [phone", "identity: [mobile")
        .replace("{id: phone, type: phone, unique: true}", "{id: mobile, type: phone, unique: true, was: [phone]}")
        .replace("+ phone + name", "+ mobile + name")
        .replace("customer.phone", "customer.mobile");
    wanted["tables/order.yaml"].replace("customer.phone", "customer.mobile");
    wanted["scoring/intent.yaml"].replace("phone", "mobile");
    wanted["messages/hello.yaml"].replace("{phone}", "{mobile}");
    wanted["seed/customer.csv"].replace("name,phone,", "name,mobile,");
    const auto now = m_document->definition()->allBytes();
    for (const QString& path : wanted.keys())
        QCOMPARE(QString::fromUtf8(now[path]), QString::fromUtf8(wanted[path]));
    QCOMPARE(m_document->historyIndex(), 1);
    m_document->undo();
    QCOMPARE(m_document->definition()->allBytes(), Shop);
}

void RenameTest::aDecisionAndItsInputs()
{
    QMap<QString, QByteArray> files = Shop;
    files["decisions/discount.yaml"] = R"yaml(kind: decision
id: discount
inputs:
  - {id: level, type: text}
  - {id: amount, type: number}
  - {id: twice, type: number, value: "=amount * 2"}
outputs: [{id: percent, type: number}]
rules:
  - {id: small, when: {amount: "=< 10, amount", level: amount}, then: {percent: "=amount + 1"}}
tests:
  - {id: one, given: {level: amount, amount: 1}, expect: {percent: 2}, rules: [small]}
)yaml";
    files["tables/order.yaml"] +=
        "  - {id: off, type: computed, result: number, value: \"=discount(\\\"discount\\\", amount)\"}\n";
    open(files);
    QVERIFY(check::rename(*m_document, {Target::Input, "discount", "amount"}, "price").ok());
    QByteArray wanted = files["decisions/discount.yaml"];
    wanted.replace("{id: amount, type: number}", "{id: price, type: number, was: [amount]}")
        .replace("=amount * 2", "=price * 2")
        .replace("when: {amount: \"=< 10, amount\"", "when: {price: \"=< 10, price\"")
        .replace("=amount + 1", "=price + 1")
        .replace("level: amount, amount: 1", "level: amount, price: 1");
    QCOMPARE(QString::fromUtf8(text("decisions/discount.yaml")), QString::fromUtf8(wanted));
    QVERIFY(check::rename(*m_document, {Target::Rule, "discount", "small"}, "low").ok());
    QVERIFY(text("decisions/discount.yaml").contains("rules: [low]"));
    const auto renamed = check::rename(*m_document, {Target::Decision, {}, "discount"}, "reduction");
    QVERIFY2(renamed.ok(), renamed ? "" : qPrintable(renamed.error().text()));
    QCOMPARE(renamed->address.file, QStringLiteral("decisions/reduction.yaml"));
    QVERIFY(text("tables/order.yaml").contains("=reduction(\\\"discount\\\", amount)"));
}

void RenameTest::aTableTakesItsFileAndSampleDataAlong()
{
    const auto renamed = check::rename(*m_document, {Target::Table, {}, "order"}, "purchase");
    QVERIFY2(renamed.ok(), renamed ? "" : qPrintable(renamed.error().text()));
    QCOMPARE(renamed->address.file, QStringLiteral("tables/purchase.yaml"));
    QVERIFY(text("tables/purchase.yaml").contains("id: purchase\n"));
    QVERIFY(text("tables/purchase.yaml").contains("was: [order]\n"));
    QVERIFY(text("tables/purchase.yaml").contains("count(customer.purchase[amount > 1])"));
    QVERIFY(text("tables/customer.yaml").contains("of: purchase.customer,"));
    QVERIFY(check::rename(*m_document, {Target::Table, {}, "customer"}, "client").ok());
    QCOMPARE(text("seed/client.csv"), Shop["seed/customer.csv"]);
    QVERIFY(text("scoring/intent.yaml").contains("table: client\n"));
    // Going back to a former id takes it off the list of former ids.
    QVERIFY(check::rename(*m_document, {Target::Table, {}, "purchase"}, "order").ok());
    QVERIFY(text("tables/order.yaml").contains("was: [purchase]\n"));
}

void RenameTest::anEventAndAProperty()
{
    QVERIFY(check::rename(*m_document, {Target::Property, "viewed", "page"}, "address").ok());
    QVERIFY(text("scoring/intent.yaml").contains("=event.address = \\\"pricing\\\""));
    QVERIFY(text("seed/events.jsonl").contains("\"props\": {\"address\": \"viewed\"}"));
    QVERIFY(check::rename(*m_document, {Target::Event, {}, "viewed"}, "seen").ok());
    QVERIFY(text("scoring/intent.yaml").contains("event: seen,"));
    QCOMPARE(text("seed/events.jsonl"),
             "{\"event\": \"seen\", \"person\": {\"phone\": \"1\"}, \"props\": {\"address\": \"viewed\"}}\n");
}

void RenameTest::aStageWrittenAsAWord()
{
    const auto renamed = check::rename(*m_document, {Target::Stage, "intent", "high"}, "ready");
    QVERIFY2(renamed.ok(), renamed ? "" : qPrintable(renamed.error().text()));
    QVERIFY(text("scoring/intent.yaml").contains("stages: [low, ready]"));
    QVERIFY(text("scoring/intent.yaml").contains("stage: ready}"));
}

void RenameTest::everySymbolOfTheTemplateCanBeRenamedAndBack()
{
    const auto files = readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
    QVERIFY(files.ok());
    open(*files);
    std::vector<Symbol> symbols;
    schema::walk(*m_document->definition(), [&](const schema::Site& site) {
        if (const auto symbol =
                site.node->isMap() ? schema::symbolAt(*m_document->definition(), site.address) : std::nullopt)
            if (!symbol->id.isEmpty() && symbol->target != Target::Option && symbol->target != Target::Stage)
                symbols.push_back(*symbol);
    });
    QVERIFY(symbols.size() > 50);
    int references = 0;
    for (const Symbol& symbol : symbols) {
        const auto renamed = check::rename(*m_document, symbol, "zz_renamed");
        QVERIFY2(renamed.ok(),
                 qPrintable(symbol.owner + "." + symbol.id + ": " + (renamed ? QString() : renamed.error().text())));
        QVERIFY(m_document->definition()->readProblems().isEmpty());
        references += renamed->references;
        m_document->undo();
        QVERIFY(m_document->definition()->allBytes() == *files);
    }
    qInfo("%zu symbols, %d references followed", symbols.size(), references);
    QVERIFY(references > 100);
}

void RenameTest::refusals_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("newId");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, Target target, const char* owner, const char* id, const char* newId,
                        const char* code) {
        QTest::newRow(name) << int(target) << QString::fromUtf8(owner) << QString::fromUtf8(id)
                            << QString::fromUtf8(newId) << QString::fromUtf8(code);
    };
    row("nothing there", Target::Field, "customer", "none", "x", "rename.unknown");
    row("Chinese id", Target::Field, "customer", "phone", "电话", "rename.id");
    row("capital", Target::Field, "customer", "phone", "Phone", "rename.id");
    row("a keyword", Target::Field, "customer", "phone", "then", "rename.id");
    row("a system column", Target::Field, "customer", "phone", "version", "rename.id");
    row("taken", Target::Field, "customer", "phone", "email", "rename.taken");
    row("taken table", Target::Table, "", "order", "customer", "rename.taken");
}

void RenameTest::refusals()
{
    QFETCH(int, target);
    QFETCH(QString, owner);
    QFETCH(QString, id);
    QFETCH(QString, newId);
    QFETCH(QString, code);
    const auto renamed = check::rename(*m_document, {static_cast<Target>(target), owner, id}, newId);
    QVERIFY(!renamed.ok());
    QCOMPARE(renamed.error().code(), code);
    QCOMPARE(m_document->definition()->allBytes(), Shop);
    QCOMPARE(m_document->historyIndex(), 0);
}

void RenameTest::aHiddenNameIsFound()
{
    auto files = Shop;
    files["tables/customer.yaml"] += "  - {id: odd, type: computed, result: number, value: \"=sum(for n in [1, 2] "
                                     "return n + string length(phone))\"}\n";
    open(files);
    const auto renamed = check::rename(*m_document, {Target::Field, "customer", "phone"}, "n");
    QVERIFY(!renamed.ok());
    QCOMPARE(renamed.error().code(), QStringLiteral("rename.captured"));
    QCOMPARE(m_document->definition()->allBytes(), files);
    QVERIFY(!m_document->canUndo());
    files = Shop;
    files["scoring/intent.yaml"].append(
        "  - {id: b, event: viewed, when: \"=intent_stage = \\\"high\\\"\", points: 1, stage: low}\n");
    open(files);
    QCOMPARE(check::rename(*m_document, {Target::Stage, "intent", "high"}, "ready").error().code(),
             QStringLiteral("rename.in_text"));
}

void RenameTest::retireAndRestoreAField()
{
    const Address email = Address::parse("tables/customer.yaml#fields/email");
    QVERIFY(check::retire(*m_document, email).ok());
    QVERIFY(text("tables/customer.yaml").endsWith("retired:\n  - {id: email, type: email}\n"));
    QVERIFY(!m_document->definition()->node(email).exists());
    // A retired id is not given away again.
    QCOMPARE(check::rename(*m_document, {Target::Field, "customer", "phone"}, "email").error().code(),
             QStringLiteral("rename.taken"));
    const auto restored = check::restore(*m_document, Address::parse("tables/customer.yaml#retired/email"));
    QVERIFY(restored.ok());
    QCOMPARE(*restored, email);
    QVERIFY(!text("tables/customer.yaml").contains("retired"));
    QCOMPARE(m_document->historyIndex(), 2);
    m_document->goTo(0);
    QCOMPARE(m_document->definition()->allBytes(), Shop);
}

void RenameTest::retireAndRestoreATable()
{
    QVERIFY(check::retire(*m_document, Address::parse("tables/order.yaml")).ok());
    QVERIFY(!m_document->definition()->file("tables/order.yaml"));
    QVERIFY(text("app.yaml").contains("retired:\n  - {id: order, kind: table}\n"));
    const auto restored = check::restore(*m_document, Address::parse("app.yaml#retired/order"));
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().text()));
    QVERIFY(m_document->definition()->find("table", "order"));
    QCOMPARE(text("app.yaml"), Shop["app.yaml"]);
    QCOMPARE(check::retire(*m_document, Address::parse("app.yaml#label")).error().code(),
             QStringLiteral("retire.place"));
    QCOMPARE(check::restore(*m_document, Address::parse("app.yaml#label")).error().code(),
             QStringLiteral("retire.place"));
}

void RenameTest::newKeysStandWhereTheSchemaHasThem()
{
    QVERIFY(
        m_document->set(Address::parse("tables/order.yaml#label"), yaml::Node::text("Order"), Message("Label")).ok());
    QVERIFY(text("tables/order.yaml").startsWith("kind: table\nid: order\nlabel: Order\nfields:\n"));
    QVERIFY(
        m_document
            ->set(Address::parse("tables/order.yaml#fields/amount/label"), yaml::Node::text("Amount"), Message("Label"))
            .ok());
    QVERIFY(text("tables/order.yaml").contains("{id: amount, type: money, label: Amount}"));
}

QTEST_GUILESS_MAIN(RenameTest)
#include "tst_rename.moc"
