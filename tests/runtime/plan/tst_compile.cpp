#include "runtime/plan/compileplan.h"

#include "tests/rounds.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace fw;
using namespace fw::plan;

/// What the behaviour-CRM template becomes as a plan, and what a plan says about definitions of its own.
class TestCompilePlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theAppItself();
    void fieldsHaveTheirStorage();
    void aScoreFieldBringsItsStageAndBand();
    void computedFieldsKnowWhatTheyNeed();
    void relationsHaveAnotherSide();
    void rollupsAreAggregates();
    void scoringKeepsTheTableExactly();
    void workflowsKeepTriggersAndSteps();
    void textsAreTemplatesByLanguage();
    void literalsAreConstantPrograms();
    void dashboardsRolesAndNavigation();
    void withoutNavigationEverythingCanBeOpened();
    void computedFieldsAreOrderedByNeed();
    void whatDependsOnTimeIsNotStored();
    void anErroneousDefinitionGivesItsProblems();
    void damagedDefinitionsAreRefusedOrCompile();

private:
    std::shared_ptr<const Plan> m_plan;
};

static std::shared_ptr<const Plan> planOf(QMap<QString, QByteArray> files)
{
    files.insert("app.yaml", "kind: app\nformat: 1\nid: test\ntimezone: Asia/Shanghai\n");
    const auto plan = compilePlan(*Definition::fromFiles(files));
    if (!plan)
        qWarning().noquote() << plan.error().text();
    return plan ? *plan : nullptr;
}

void TestCompilePlan::initTestCase()
{
    const auto definition = Definition::fromFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
    QVERIFY(definition.ok());
    QList<Problem> warnings;
    const auto plan = compilePlan(**definition, &warnings);
    if (!plan)
        for (const Problem& problem : plan.error().problems())
            qWarning().noquote() << problem.toString();
    QVERIFY(plan.ok());
    QVERIFY(warnings.isEmpty());
    m_plan = *plan;
    QCOMPARE(m_plan->sha256, (*definition)->sha256());
}

void TestCompilePlan::theAppItself()
{
    QCOMPARE(m_plan->appId, "behaviour-crm");
    QCOMPARE(m_plan->languages, (QStringList{"en", "zh"}));
    QCOMPARE(m_plan->zone.id(), QByteArray("Asia/Shanghai"));
    QCOMPARE(m_plan->currency, "CNY");
    QCOMPARE(m_plan->personTable()->id, "customer");
    QCOMPARE(m_plan->consents.size(), size_t(1));
    QCOMPARE(m_plan->consents[0].retention->months, 24);
}

void TestCompilePlan::fieldsHaveTheirStorage()
{
    const Table& customer = *m_plan->findTable(u"customer");
    const Table& order = *m_plan->findTable(u"order");
    QCOMPARE(customer.findField(u"phone")->storage, Storage::Text);
    QVERIFY(customer.findField(u"phone")->unique);
    QCOMPARE(order.findField(u"amount")->storage, Storage::Scaled);
    QCOMPARE(order.findField(u"amount")->decimals, 2);
    QCOMPARE(order.findField(u"amount")->currency, "CNY");
    QCOMPARE(order.findField(u"ordered_on")->storage, Storage::Date);
    QCOMPARE(customer.owner, "owner");
    QCOMPARE(customer.identity, (std::vector<QString>{"phone", "email", "openid"}));
    QVERIFY(customer.findField(u"status")->feelType.options().contains("high_intent"));
    QCOMPARE(m_plan->findEvent(u"viewed_page")->properties.size(), size_t(2));
    QCOMPARE(m_plan->findEvent(u"viewed_page")->properties[1].decimals, 0);
}

void TestCompilePlan::aScoreFieldBringsItsStageAndBand()
{
    const Table& customer = *m_plan->findTable(u"customer");
    const int intent = customer.field(u"intent");
    QVERIFY(intent >= 0);
    QCOMPARE(customer.fields[size_t(intent)].decimals, 0);
    const Field& stage = customer.fields[size_t(intent) + 1];
    const Field& band = customer.fields[size_t(intent) + 2];
    QCOMPARE(stage.id, "intent_stage");
    QCOMPARE(stage.type, FieldType::ScoreStage);
    QCOMPARE(stage.options.back().id, "fading");
    QCOMPARE(stage.label.in("zh"), "意向分阶段");
    QCOMPARE(band.id, "intent_band");
    QCOMPARE(band.options.size(), size_t(2));
}

void TestCompilePlan::computedFieldsKnowWhatTheyNeed()
{
    const Table& customer = *m_plan->findTable(u"customer");
    const Field& days = *customer.findField(u"days_to_order");
    QCOMPARE(days.storage, Storage::Scaled);
    QVERIFY(days.stored);
    QCOMPARE(days.dependsOn, (std::vector<int>{customer.field(u"first_order"), customer.field(u"lead_on")}));
    QCOMPARE(customer.computeOrder, std::vector<int>{customer.field(u"days_to_order")});
}

void TestCompilePlan::relationsHaveAnotherSide()
{
    const Table& customer = *m_plan->findTable(u"customer");
    QCOMPARE(customer.inverses.size(), size_t(2));
    QCOMPARE(customer.inverses[1].name, "order");
    QCOMPARE(customer.inverses[1].relation, "customer");
    QCOMPARE(m_plan->types->member("customer", "order")->toString(), "list<record<order>>");
    QCOMPARE(m_plan->types->member("order", "customer")->recordName(), "customer");
}

void TestCompilePlan::rollupsAreAggregates()
{
    const Table& customer = *m_plan->findTable(u"customer");
    const Field& total = *customer.findField(u"orders_total");
    QCOMPARE(total.rollupTable, "order");
    QCOMPARE(total.rollupRelation, "customer");
    QCOMPARE(total.rollup->function, feel::Aggregate::Function::Sum);
    QCOMPARE(total.rollup->argument, "amount");
    QCOMPARE(total.decimals, 2);
    QCOMPARE(customer.findField(u"first_order")->storage, Storage::Date);
}

void TestCompilePlan::scoringKeepsTheTableExactly()
{
    const Scoring& intent = *m_plan->findScoring(u"intent");
    QCOMPARE(intent.criteria.size(), size_t(8));
    const Criterion& features = intent.criteria[3];
    QCOMPARE(features.countThreshold, 4); // more than 3
    QCOMPARE(features.points, feel::Decimal(20));
    QCOMPARE(intent.stages[size_t(features.stage)].id, "clear_intent");
    const Criterion& silent = intent.criteria[7];
    QCOMPARE(silent.kind, Criterion::Kind::Inactivity);
    QCOMPARE(silent.silence.days, 30);
    QVERIFY(silent.silenceMoreThan && silent.fading);
    QCOMPARE(silent.points, feel::Decimal(-10));
    QCOMPARE(intent.band(feel::Decimal(80)), 0);
    QCOMPARE(intent.band(feel::Decimal(81)), 1);
}

void TestCompilePlan::workflowsKeepTriggersAndSteps()
{
    const Workflow& hot = *m_plan->findWorkflow(u"hot_lead");
    QCOMPARE(hot.triggers[0].kind, Trigger::Kind::Event);
    QVERIFY(bool(hot.triggers[0].condition));
    QCOMPARE(hot.triggers[1].kind, Trigger::Kind::CrossesScore);
    QCOMPARE(hot.triggers[1].above, feel::Decimal(80));
    QCOMPARE(hot.coolDown->days, 7);
    const Step* call = hot.findStep(u"call");
    QCOMPARE(call->kind, Step::Kind::Task);
    QCOMPARE(call->priority, "high");
    QCOMPARE(call->due->millis, 2 * 3'600'000);
    const Workflow& onboarding = *m_plan->findWorkflow(u"onboarding");
    QCOMPARE(onboarding.reenter, Workflow::Reenter::Once);
    QCOMPARE(onboarding.findStep(u"day3")->waitDay, 3);
    QVERIFY(!onboarding.findStep(u"day3")->waitAtMinute);
    QCOMPARE(onboarding.findStep(u"logged_in")->branches[0].steps.size(), size_t(2));
    const Step* response = m_plan->findWorkflow(u"silence")->findStep(u"response");
    QCOMPARE(response->kind, Step::Kind::WaitUntil);
    QVERIFY(response->untilInteraction);
    QCOMPARE(response->limit->days, 3);
    QCOMPARE(response->timeout.size(), size_t(1));
}

void TestCompilePlan::textsAreTemplatesByLanguage()
{
    const MessageText& alert = *m_plan->findMessage(u"hot_lead_alert");
    QCOMPARE(alert.table, "customer");
    QVERIFY(alert.text.in("zh") && alert.text.in("en"));
    QVERIFY(alert.text.in("zh") != alert.text.in("en"));
    QVERIFY(alert.subject.isEmpty());
}

void TestCompilePlan::literalsAreConstantPrograms()
{
    const Assignment& mark = m_plan->findWorkflow(u"hot_lead")->findStep(u"mark")->values[0];
    QCOMPARE(mark.field, "status");
    QCOMPARE(mark.value.program.evaluate({}), feel::Value(QStringLiteral("high_intent")));
    const auto plan = planOf({{"tables/t.yaml", "kind: table\nid: t\nfields:\n"
                                                "  - {id: n, type: number, default: 1.50}\n"
                                                "  - {id: d, type: date, default: \"2026-02-28\"}\n"
                                                "  - {id: y, type: yes_no, default: true}\n"
                                                "  - {id: m, type: multi_choice, options: [a, b], default: [a, b]}\n"
                                                "  - {id: t1, type: text, default: \"say \\\"x\\\" \\\\ 你好\"}\n"}});
    QVERIFY(plan);
    const Table& table = plan->tables[0];
    const auto value = [&](const char* id) {
        return table.findField(QString::fromLatin1(id))->defaultValue.program.evaluate({});
    };
    QCOMPARE(value("n"), feel::Value(*feel::Decimal::fromString(u"1.5")));
    QCOMPARE(value("d"), feel::Value(feel::Date{2026, 2, 28}));
    QCOMPARE(value("y"), feel::Value(true));
    QCOMPARE(value("m").items().size(), size_t(2));
    QCOMPARE(value("t1"), feel::Value(QStringLiteral("say \"x\" \\ 你好")));
}

void TestCompilePlan::dashboardsRolesAndNavigation()
{
    const Dashboard& sales = *m_plan->findDashboard(u"sales");
    QCOMPARE(sales.tiles[0].kind, Tile::Kind::Kpi);
    QVERIFY(bool(sales.tiles[0].where));
    QCOMPARE(m_plan->findRole(u"sales")->tables[0].see, "own");
    QCOMPARE(m_plan->findRole(u"manager")->tables[0].remove, "all");
    QVERIFY(m_plan->navigation[0].inbox);
    QCOMPARE(m_plan->findForm(u"customer")->parts[0].kind, FormPart::Kind::Section);
    QCOMPARE(m_plan->findForm(u"customer")->parts[0].parts[0].field, "name");
    QVERIFY(m_plan->findView(u"customers")->sort[0].descending);
}

/// An app that says nothing about navigation shows what it has.
void TestCompilePlan::withoutNavigationEverythingCanBeOpened()
{
    const QByteArray table = "kind: table\nid: t\nfields:\n  - {id: name, type: text}\n";
    const auto onlyForm = planOf({{"tables/t.yaml", table},
                                  {"forms/f.yaml", "kind: form\nid: f\ntable: t\nparts:\n  - {id: p, field: name}\n"}});
    QVERIFY(onlyForm);
    QCOMPARE(onlyForm->navigation.size(), size_t(1));
    QCOMPARE(onlyForm->navigation[0].form, "f");
    const auto withView =
        planOf({{"tables/t.yaml", table},
                {"views/v.yaml", "kind: view\nid: v\ntable: t\ncolumns:\n  - {id: c, field: name}\n"}});
    QVERIFY(withView);
    QCOMPARE(withView->navigation.size(), size_t(1));
    QCOMPARE(withView->navigation[0].view, "v");
    QVERIFY(withView->navigation[0].label.isEmpty()); // the view's own label is shown
}

void TestCompilePlan::computedFieldsAreOrderedByNeed()
{
    const auto plan = planOf({{"tables/t.yaml", "kind: table\nid: t\nfields:\n"
                                                "  - {id: c, type: computed, result: number, value: \"=b + 1\"}\n"
                                                "  - {id: b, type: computed, result: number, value: \"=a * 2\"}\n"
                                                "  - {id: a, type: number}\n"}});
    QVERIFY(plan);
    QCOMPARE(plan->tables[0].computeOrder, (std::vector<int>{1, 0}));
}

void TestCompilePlan::whatDependsOnTimeIsNotStored()
{
    const auto plan =
        planOf({{"tables/t.yaml", "kind: table\nid: t\nfields:\n"
                                  "  - {id: born, type: date}\n"
                                  "  - {id: days, type: computed, result: number, value: \"=(today() - born).days\"}\n"
                                  "  - {id: twice, type: computed, result: number, value: \"=days * 2\"}\n"}});
    QVERIFY(plan);
    QVERIFY(!plan->tables[0].findField(u"days")->stored);
    QVERIFY(!plan->tables[0].findField(u"twice")->stored);
    QVERIFY(plan->tables[0].computeOrder.empty());
    const auto related = planOf(
        {{"tables/a.yaml", "kind: table\nid: a\nfields:\n"
                           "  - {id: b, type: relation, to: b}\n"
                           "  - {id: far, type: computed, result: number, value: \"=b.days + 1\"}\n"
                           "  - {id: near, type: computed, result: text, value: \"=b.id\"}\n"},
         {"tables/b.yaml", "kind: table\nid: b\nfields:\n"
                           "  - {id: born, type: date}\n"
                           "  - {id: days, type: computed, result: number, value: \"=(today() - born).days\"}\n"}});
    QVERIFY(related);
    QVERIFY(!related->findTable(u"a")->findField(u"far")->stored);
    QCOMPARE(related->findTable(u"a")->computeOrder, std::vector<int>{2});
}

void TestCompilePlan::anErroneousDefinitionGivesItsProblems()
{
    const auto plan = compilePlan(*Definition::fromFiles({{"app.yaml", "kind: app\nformat: 2\nid: x\n"}}));
    QVERIFY(!plan.ok());
    QCOMPARE(plan.error().code(), "app.newer_format");
}

/// Any line lost, doubled, moved or with words of another: the checker answers, and what it lets pass compiles.
void TestCompilePlan::damagedDefinitionsAreRefusedOrCompile()
{
    const auto definition = Definition::fromFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
    const QMap<QString, QByteArray> whole = (*definition)->allBytes();
    QRandomGenerator random(tests::seed());
    const QStringList paths = (*definition)->files().keys();
    int refused = 0, compiled = 0;
    const int rounds = tests::rounds(150, 3000);
    for (int round = 0; round < rounds; ++round) {
        QMap<QString, QByteArray> files = whole;
        QByteArray& text = files[paths[random.bounded(int(paths.size()))]];
        QList<QByteArray> lines = text.split('\n');
        const int at = random.bounded(int(lines.size())), other = random.bounded(int(lines.size()));
        switch (random.bounded(5)) {
        case 0: lines.removeAt(at); break;
        case 1: lines.insert(other, lines[at]); break;
        case 2: lines.swapItemsAt(at, other); break;
        case 3: {
            const QList<QByteArray> words = lines[other].split(' ');
            QList<QByteArray> own = lines[at].split(' ');
            own[random.bounded(int(own.size()))] = words[random.bounded(int(words.size()))];
            lines[at] = own.join(' ');
            break;
        }
        default: {
            QByteArray& line = lines[at];
            if (!line.isEmpty())
                line[random.bounded(int(line.size()))] = "=\"'{}[]:,.0aZ- "[random.bounded(15)];
        }
        }
        text = lines.join('\n');
        const auto plan = compilePlan(*Definition::fromFiles(files));
        if (!plan)
            QVERIFY(!plan.error().text().isEmpty());
        ++(plan ? compiled : refused);
    }
    QVERIFY(refused > 0 && compiled > 0);
}

QTEST_GUILESS_MAIN(TestCompilePlan)
#include "tst_compile.moc"
