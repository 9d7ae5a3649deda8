#include "model/check/check.h"
#include "model/schema/fresh.h"
#include "model/schema/jsonschema.h"
#include "model/schema/references.h"
#include "model/schema/scalarmap.h"
#include "model/yaml/emitter.h"
#include "model/yaml/reader.h"

#include <QtTest>

using namespace fw;
using namespace fw::schema;

/// The schema as the studio, the checker and rename use it.
class TestSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyKeyIsDescribedInBothLanguages();
    void everyShapeAndGroupNamedExists();
    void kindsAreFoundByPath();
    void sitesKnowWhatTheyAre();
    void keysApplyByTypeAndAction();
    void recordTypesHaveTheirMembers();
    void inverseNames();
    void scopesFollowTheKey();
    void candidatesFitTheKey();
    void scalarOffsetsThroughEveryStyle_data();
    void scalarOffsetsThroughEveryStyle();
    void referencesNameTheIdentifiersOwnBytes();
    void referencesReachIntoExpressions();
    void symbolsHaveAddresses();
    void idsAreProposed();
    void freshElementsPassTheCheck();
    void freshFilesPassTheCheckOrAskForWhatIsMissing();
    void freshThingsChooseTheOnlyOneThereIs();
    void jsonSchemaHoldsEveryKey();

private:
    std::shared_ptr<const Definition> m_crm;
};

void TestSchema::initTestCase()
{
    const auto definition = Definition::fromFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
    QVERIFY(definition.ok());
    m_crm = *definition;
}

static bool isChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() < 0xA000; });
}

void TestSchema::everyKeyIsDescribedInBothLanguages()
{
    const auto described = [](const Label& label, const QString& where) {
        QVERIFY2(!label.en.isEmpty() && !isChinese(label.en), qPrintable(where));
        QVERIFY2(isChinese(label.zh) || label.zh == u"Webhook", qPrintable(where + ": " + label.zh));
    };
    for (const Kind& kind : Schema::instance().kinds()) {
        described(kind.label, kind.id);
        described(kind.plural, kind.id);
        described(kind.help, kind.id);
    }
    for (const auto& [id, shape] : Schema::instance().shapes()) {
        described(shape.label, id);
        for (const Key& key : shape.keys) {
            described(key.label, id + u'.' + key.name);
            if (!key.help.en.isEmpty() || !key.help.zh.isEmpty())
                described(key.help, id + u'.' + key.name);
            for (const EnumValue& value : key.values)
                described(value.label, id + u'.' + key.name + u'.' + value.id);
        }
    }
}

void TestSchema::everyShapeAndGroupNamedExists()
{
    const Schema& schema = Schema::instance();
    for (const auto& [id, shape] : schema.shapes()) {
        QSet<QString> names;
        for (const Key& key : shape.keys) {
            const QByteArray where = (id + u'.' + key.name).toUtf8();
            QVERIFY2(!names.contains(key.name), where.constData());
            names.insert(key.name);
            QVERIFY2(key.shape.isEmpty() || schema.shape(key.shape), where.constData());
            QVERIFY2(key.type != ValueType::Shape || !key.shape.isEmpty(), where.constData());
            QVERIFY2(key.type != ValueType::Reference || key.ref.target != Target::None, where.constData());
            QVERIFY2(key.type != ValueType::Enum || !key.values.empty(), where.constData());
            QVERIFY2(key.applies.key.isEmpty() || shape.key(key.applies.key), where.constData());
            QVERIFY2(std::any_of(schema.groups().begin(), schema.groups().end(),
                                 [&key](const Group& group) { return group.id == key.group; }),
                     where.constData());
        }
        for (const QString& action : shape.oneOf)
            QVERIFY2(shape.key(action), qPrintable(id + u'.' + action));
    }
}

void TestSchema::kindsAreFoundByPath()
{
    const Schema& schema = Schema::instance();
    QCOMPARE(schema.kindOfPath(u"tables/customer.yaml")->id, "table");
    QCOMPARE(schema.kindOfPath(u"roles.yaml")->id, "roles");
    QVERIFY(!schema.kindOfPath(u"notes/x.yaml"));
    QVERIFY(!schema.kindOfPath(u"tables/x.txt"));
    QCOMPARE(Schema::pathOf(*schema.kind(u"scoring"), "intent"), "scoring/intent.yaml");
    QCOMPARE(Schema::pathOf(*schema.kind(u"app"), "x"), "app.yaml");
}

void TestSchema::sitesKnowWhatTheyAre()
{
    bool seen =
        siteAt(*m_crm, Address::parse("workflows/onboarding.yaml#then/logged_in/branch/not_yet/then/help/task/title"),
               [](const Site& site) {
                   QCOMPARE(site.key->type, ValueType::LocalTemplate);
                   QCOMPARE(site.kind->id, "workflow");
                   QCOMPARE(site.enclosingMap()->shape->id, "step_task");
                   QCOMPARE(site.enclosingMap()->enclosingMap()->address.last(), "help");
               });
    QVERIFY(seen);
    seen = siteAt(*m_crm, Address::parse("tables/order.yaml#fields/amount/mask"), [](const Site& site) {
        QVERIFY(!site.node->exists()); // not written, but described
        QCOMPARE(site.key->type, ValueType::Enum);
    });
    QVERIFY(seen);
    QVERIFY(!siteAt(*m_crm, Address::parse("tables/order.yaml#fields/nothing"), [](const Site&) {}));
    QVERIFY(!siteAt(*m_crm, Address::parse("tables/none.yaml#"), [](const Site&) {}));
    int sites = 0, unknown = 0;
    walk(
        *m_crm, [&sites](const Site&) { ++sites; }, [&unknown](const Site&, const yaml::Entry&) { ++unknown; });
    QVERIFY(sites > 1000);
    QCOMPARE(unknown, 0);
}

void TestSchema::keysApplyByTypeAndAction()
{
    const auto keys = [this](const char* address) {
        QStringList names;
        for (const Key* key : shapeAt(*m_crm, Address::parse(QString::fromLatin1(address))).keys)
            names << key->name;
        return names;
    };
    const QStringList amount = keys("tables/order.yaml#fields/amount");
    QVERIFY(amount.contains("currency") && !amount.contains("options") && !amount.contains("of"));
    const QStringList status = keys("tables/customer.yaml#fields/status");
    QVERIFY(status.contains("options") && !status.contains("currency"));
    const QStringList response = keys("workflows/silence.yaml#then/response");
    QVERIFY(response.contains("timeout"));
    QVERIFY(!keys("workflows/hot_lead.yaml#then/mark").contains("timeout"));
    QCOMPARE(keyAt(*m_crm, Address::parse("app.yaml#timezone"))->type, ValueType::TimeZone);
}

void TestSchema::recordTypesHaveTheirMembers()
{
    const Types types(*m_crm);
    QCOMPARE(types.member("customer", "intent_stage")->options().last(), "fading");
    QCOMPARE(types.member("customer", "first_order")->toString(), "date");
    QCOMPARE(types.member("customer", "owner")->recordName(), "user");
    QCOMPARE(types.member("customer", "created_at")->toString(), "date and time");
    QCOMPARE(types.member("event:viewed_page", "seconds")->toString(), "number");
    QCOMPARE(types.member("event:viewed_page", "at")->toString(), "date and time");
    QCOMPARE(types.member("task", "to")->recordName(), "user");
    QVERIFY(types.member("score_change", "scoring")->options().contains("intent"));
    QVERIFY(!types.member("customer", "nothing"));
    QVERIFY(types.members("customer").contains("order"));
}

void TestSchema::inverseNames()
{
    const auto definition = Definition::fromFiles(
        {{"app.yaml", "kind: app\nformat: 1\nid: t\n"},
         {"tables/person.yaml", "kind: table\nid: person\nfields: [{id: name, type: text}]\n"},
         {"tables/visit.yaml",
          "kind: table\nid: visit\nfields:\n  - {id: guest, type: relation, to: person}\n  - {id: host, type: "
          "relation, to: person}\n  - {id: guide, type: relation, to: person, inverse: tours}\n"},
         {"tables/car.yaml", "kind: table\nid: car\nfields: [{id: holder, type: relation, to: person}]\n"}});
    const Types types(*definition);
    QCOMPARE(types.member("person", "tours")->toString(), "list<record<visit>>");
    QCOMPARE(types.member("person", "car")->toString(), "list<record<car>>");
    QVERIFY(!types.member("person", "visit")); // guest or host? it must be said
}

void TestSchema::scopesFollowTheKey()
{
    const Types types(*m_crm);
    QMap<QString, ScopeNames> scopes;
    QMap<QString, QString> expected;
    forEachExpression(*m_crm, types, [&](const ExpressionSite& site) {
        scopes.insert(site.address.toString(), site.names);
        expected.insert(site.address.toString(), site.expected.toString());
    });
    const ScopeNames trigger = scopes["workflows/hot_lead.yaml#when/long_look/if"];
    QCOMPARE(trigger.record, "customer");
    QCOMPARE(trigger.event, "event:viewed_page");
    QVERIFY(trigger.old && !trigger.me);
    QVERIFY(scopes["forms/customer.yaml#parts/sales/parts/source/visible"].me);
    QCOMPARE(scopes["tables/customer.yaml#fields/orders_total/value"].record, "order");
    QCOMPARE(scopes["dashboards/sales.yaml#tiles/response/value"].record, "task");
    QCOMPARE(scopes["messages/hot_lead_alert.yaml#text/zh"].record, "customer");
    QCOMPARE(scopes["scoring/intent.yaml#criteria/pricing/when"].event, "event:viewed_page");
    QCOMPARE(expected["scoring/intent.yaml#criteria/pricing/when"], "boolean");
    QCOMPARE(expected["tables/customer.yaml#fields/days_to_order/value"], "number");
    QCOMPARE(expected["workflows/hot_lead.yaml#then/call/task/to"], "record<user>");
}

void TestSchema::candidatesFitTheKey()
{
    const auto ids = [this](const char* map, const char* key) {
        QStringList found;
        for (const Candidate& candidate :
             candidates(*m_crm, Address::parse(QString::fromLatin1(map)), QString::fromLatin1(key)))
            found << candidate.id;
        return found;
    };
    QCOMPARE(ids("scoring/intent.yaml#criteria/pricing", "stage"),
             (QStringList{"awareness", "interest", "clear_intent", "decision", "fading"}));
    QCOMPARE(ids("tables/customer.yaml#fields/orders_total", "of"),
             (QStringList{"follow_up.customer", "order.customer"}));
    QVERIFY(ids("dashboards/sales.yaml#tiles/sellers", "by").contains("customer.owner"));
    QVERIFY(ids("dashboards/sales.yaml#tiles/hot", "from").contains("event.viewed_page"));
    QCOMPARE(ids("workflows/hot_lead.yaml#then/tell_boss/message", "through"), (QStringList{"mail", "sales_robot"}));
    QCOMPARE(ids("tables/customer.yaml#", "owner"), QStringList{"owner"});
    QVERIFY(ids("workflows/hot_lead.yaml#then/mark/set", "status").contains("won"));
    QCOMPARE(ids("workflows/hot_lead.yaml#", "reenter"),
             (QStringList{"once", "after_exit", "restart", "queue", "parallel"}));
    QCOMPARE(candidates(*m_crm, Address::parse("app.yaml#navigation/customers"), "view").first().label.in("zh"),
             "客户");
}

void TestSchema::scalarOffsetsThroughEveryStyle_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("plain") << QByteArray("k: one 二 three\n") << "three";
    QTest::newRow("plain over lines") << QByteArray("k: one\n  two\n\n  three\n") << "three";
    QTest::newRow("single quotes") << QByteArray("k: 'it''s 二 three'\n") << "three";
    QTest::newRow("double quotes") << QByteArray("k: \"a \\\"b\\\" \\u4e8c \\t three\"\n") << "three";
    QTest::newRow("double quotes over lines") << QByteArray("k: \"a\n  b \\\n  c\n\n  three\"\n") << "three";
    QTest::newRow("literal block") << QByteArray("k: |\n  one\n\n    two 二\n  three\nl: 1\n") << "three";
    QTest::newRow("literal block, stripped") << QByteArray("k: |-\n  one\n  three\n") << "three";
    QTest::newRow("folded block") << QByteArray("k: >\n  one\n  two\n  three\n") << "three";
    QTest::newRow("in a flow map") << QByteArray("k: {a: \"=x + three\", b: 2}\n") << "three";
    QTest::newRow("beyond the first plane") << QByteArray("k: \"\xF0\x9F\x98\x80 three\"\n") << "three";
}

void TestSchema::scalarOffsetsThroughEveryStyle()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const auto root = yaml::read(text, "x.yaml");
    QVERIFY(root.ok());
    const yaml::Node& value = (*root)[u"k"];
    const yaml::Node& scalar = value.isMap() ? value[u"a"] : value;
    const ScalarMap map(text, scalar);
    QVERIFY(map.exact());
    const int at = int(scalar.scalar.indexOf(word));
    const yaml::Span span = map.bytes(at, at + int(word.size()));
    QCOMPARE(text.mid(span.begin, span.end - span.begin), word.toUtf8());
}

void TestSchema::referencesNameTheIdentifiersOwnBytes()
{
    QStringList found;
    forEachReference(*m_crm, [&](const Usage& usage) {
        const QByteArray text =
            m_crm->file(usage.address.file)->text.mid(usage.span.begin, usage.span.end - usage.span.begin);
        QVERIFY2(text == usage.symbol.id.toUtf8(),
                 qPrintable(usage.address.toString() + ": " + QString::fromUtf8(text) + " is not " + usage.symbol.id));
        QVERIFY2(usage.found, qPrintable(usage.address.toString()));
        if (usage.symbol == Symbol{Target::Field, "customer", "intent"})
            found << usage.address.toString();
    });
    QVERIFY(found.contains("views/customers.yaml#columns/intent/field"));
    QVERIFY(found.contains("views/customers.yaml#columns/stage/field")); // intent_stage is the field's other name
    QVERIFY(found.contains("dashboards/sales.yaml#tiles/hot/where"));
    QVERIFY(found.contains("messages/hot_lead_alert.yaml#text/zh"));
    QVERIFY(found.contains("dashboards/sales.yaml#tiles/mql/value"));
    QVERIFY(found.contains("stories/hot_lead.yaml#steps/not_yet/expect/record/fields/intent_stage"));
}

void TestSchema::referencesReachIntoExpressions()
{
    QMap<QString, int> counts;
    forEachReference(*m_crm, [&](const Usage& usage) {
        if (usage.inExpression)
            ++counts[QStringLiteral("%1 %2").arg(usage.symbol.owner, usage.symbol.id)];
    });
    QVERIFY(counts["viewed_page page"] >= 4);
    QVERIFY(counts["order amount"] >= 2);
    QCOMPARE(counts[" logged_in"], 1); // count_events("logged_in", …)
}

void TestSchema::symbolsHaveAddresses()
{
    const auto both = [this](const Symbol& symbol, const char* address) {
        QCOMPARE(addressOf(*m_crm, symbol).value_or(Address()).toString(), QString::fromLatin1(address));
        QVERIFY(symbolAt(*m_crm, Address::parse(QString::fromLatin1(address))) == symbol);
    };
    both({Target::Table, {}, "customer"}, "tables/customer.yaml");
    both({Target::Field, "customer", "phone"}, "tables/customer.yaml#fields/phone");
    both({Target::Option, "customer.status", "won"}, "tables/customer.yaml#fields/status/options/won");
    both({Target::Property, "viewed_page", "page"}, "events/viewed_page.yaml#properties/page");
    both({Target::Stage, "intent", "decision"}, "scoring/intent.yaml#stages/decision");
    both({Target::Stage, "intent", "fading"}, "scoring/intent.yaml#fading");
    both({Target::Tile, "sales", "hot"}, "dashboards/sales.yaml#tiles/hot");
    both({Target::Connector, {}, "mail"}, "connectors.yaml#connectors/mail");
    both({Target::StoryStep, "hot_lead", "li"}, "stories/hot_lead.yaml#steps/li");
    QVERIFY(!addressOf(*m_crm, {Target::Field, "customer", "nothing"}));
    QVERIFY(!symbolAt(*m_crm, Address::parse("tables/customer.yaml#title")));
}

void TestSchema::idsAreProposed()
{
    QCOMPARE(proposeId("Customer name", {}, "field"), "customer_name");
    QCOMPARE(proposeId("Customer name", {"customer_name"}, "field"), "customer_name_2");
    QCOMPARE(proposeId("客户姓名", {}, "field"), "field_1");
    QCOMPARE(proposeId("客户", {"field_1"}, "field"), "field_2");
    QCOMPARE(proposeId("If", {}, "field"), "field_1");
    QCOMPARE(proposeId(QString(80, 'x'), {}, "field").size(), 36);
    QCOMPARE(proposeId("  2 — fold! ", {}, "f"), "fold");
    QVERIFY(isValidId(u"a_1") && !isValidId(u"A") && !isValidId(u"1a") && !isValidId(u"") && !isValidId(u"a-b") &&
            !isValidId(u"名"));
}

static QStringList errorsOf(const QMap<QString, QByteArray>& files)
{
    QStringList found;
    for (const Problem& problem : check::check(*Definition::fromFiles(files)))
        found << problem.toString();
    return found;
}

/// Each variant of each palette, dropped into the template, is valid at once or lacks only what must be chosen.
void TestSchema::freshElementsPassTheCheck()
{
    const QStringList complete = {"fields/text",     "fields/number",       "fields/money", "fields/date",
                                  "fields/choice",   "fields/multi_choice", "fields/user",  "fields/yes_no",
                                  "then/wait",       "then/stop",           "when/every",   "parts/caption",
                                  "navigation/inbox"};
    int made = 0;
    for (const char* list : {"tables/customer.yaml#fields", "workflows/hot_lead.yaml#then",
                             "workflows/hot_lead.yaml#when", "dashboards/sales.yaml#tiles", "forms/order.yaml#parts",
                             "views/orders.yaml#columns", "scoring/intent.yaml#bands", "app.yaml#navigation"}) {
        const Address address = Address::parse(QString::fromLatin1(list));
        const auto offered = variants(*m_crm, address);
        QVERIFY2(!offered.empty(), list);
        for (const Variant& variant : offered) {
            const yaml::Node element = freshElement(*m_crm, address, variant.id);
            QVERIFY2(element.isMap() && isValidId(element[u"id"].string()), list);
            QMap<QString, QByteArray> files = m_crm->allBytes();
            yaml::Node root = m_crm->file(address.file)->root;
            for (yaml::Entry& entry : root.entries)
                if (entry.key == address.path[0])
                    entry.value.items.push_back(element);
            files[address.file] = yaml::fileText(root);
            const QStringList errors = errorsOf(files);
            if (complete.contains(address.last() + u'/' + variant.id))
                QVERIFY2(errors.isEmpty(), qPrintable(variant.id + ": " + errors.join('\n')));
            for (const QString& error : errors)
                QVERIFY2(!error.contains("Unknown key") && !error.contains("no meaning") && !error.contains("The id"),
                         qPrintable(error));
            ++made;
        }
    }
    QVERIFY(made > 50);
}

void TestSchema::freshFilesPassTheCheckOrAskForWhatIsMissing()
{
    for (const Kind& kind : Schema::instance().kinds()) {
        if (!kind.file.isEmpty())
            continue;
        const yaml::Node root = freshFile(*m_crm, kind, "fresh_one", "新的");
        QCOMPARE(root[u"kind"].string(), kind.id);
        QCOMPARE(root.entries[1].key, "id");
        QCOMPARE(root[u"label"][u"zh"].string(), "新的");
        const auto back = yaml::read(yaml::fileText(root), "x.yaml");
        QVERIFY2(back.ok() && back->sameValue(root), qPrintable(kind.id));
    }
}

/// With one table there is nothing to ask, and an entry of the side bar is called what it opens.
void TestSchema::freshThingsChooseTheOnlyOneThereIs()
{
    const QMap<QString, QByteArray> files = {
        {"app.yaml", "kind: app\nid: a\nformat: 1\n"},
        {"tables/lead.yaml", "kind: table\nid: lead\nfields:\n  - {id: name, type: text}\n"},
        {"views/leads.yaml", "kind: view\nid: leads\ntable: lead\ncolumns:\n  - {id: name, field: name}\n"}};
    const auto app = Definition::fromFiles(files);
    QCOMPARE(freshFile(*app, *Schema::instance().kind(u"form"), "lead", "Lead")[u"table"].string(), "lead");
    const yaml::Node entry = freshElement(*app, Address::parse("app.yaml#navigation"), "view");
    QCOMPARE(entry[u"view"].string(), "leads");
    QVERIFY(!entry[u"label"].exists());
    const yaml::Node given = freshElement(*app, Address::parse("app.yaml#navigation"), "view", "People");
    QCOMPARE(given[u"label"].string(), "People");
}

void TestSchema::jsonSchemaHoldsEveryKey()
{
    const QJsonObject table = jsonSchema(*Schema::instance().kind(u"table"));
    QCOMPARE(table["$schema"].toString(), "https://json-schema.org/draft/2020-12/schema");
    QCOMPARE(table["properties"].toObject()["kind"].toObject()["const"].toString(), "table");
    const QJsonObject field = table["$defs"].toObject()["field"].toObject();
    QCOMPARE(field["additionalProperties"].toBool(true), false);
    QVERIFY(field["required"].toArray().contains("type"));
    for (const Key& key : Schema::instance().shape(u"field")->keys)
        QVERIFY2(field["properties"].toObject().contains(key.name), qPrintable(key.name));
    QCOMPARE(jsonSchema(*Schema::instance().kind(u"workflow"), "zh")["title"].toString(), "流程");
    // Steps hold steps: the definitions refer to each other and end.
    QVERIFY(jsonSchema(*Schema::instance().kind(u"workflow"))["$defs"].toObject().contains("branch"));
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
