#include "model/schema/schema.h"
#include "runtime/client/display.h"
#include "runtime/engine/environment.h"
#include "runtime/records/records.h"
#include "runtime/records/values.h"
#include "runtime/store/listquery.h"
#include "runtime/store/recordsql.h"
#include "runtime/transfer/csvimport.h"
#include "tests/runtime/testapp.h"

#include <QBuffer>
#include <QtTest>

using namespace fw;
using namespace fw::testing;

namespace
{

Files everyType()
{
    Files files;
    const auto definition = Definition::fromFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/apps/every-type"));
    for (const auto& file : (*definition)->files())
        files.insert(file->path, file->text);
    return files;
}

struct Line {
    QString field;
    QJsonValue given;
    QString refused; ///< "" or the code
    QJsonValue stored;
    QStringList shown; ///< English, Chinese
    QByteArray source;
};

QJsonValue jsonOf(const QString& text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("no JSON: %s", qPrintable(text));
    return document.array().first();
}

QList<Line> script()
{
    QFile file(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/runtime/records/scripts/values.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("values.txt");
    QList<Line> lines;
    QString field;
    int number = 0;
    for (const QString& text : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++number;
        if (text.startsWith(QLatin1String("== ")))
            field = text.mid(3).trimmed();
        const qsizetype arrow = text.indexOf(QLatin1String(" => "));
        if (text.startsWith(u'#') || arrow < 0)
            continue;
        QStringList right = text.mid(arrow + 4).split(QStringLiteral(" ~ "));
        Line line{
            field, jsonOf(text.left(arrow)), {}, {}, right.mid(1), QByteArray::number(number) + ": " + text.toUtf8()};
        if (right.first().startsWith(QLatin1String("! ")))
            line.refused = right.first().mid(2).trimmed();
        else
            line.stored = jsonOf(right.first());
        lines << line;
    }
    return lines;
}

} // namespace

/// A table with a field of every type: written, read, listed, filtered, sorted, exported and imported.
class TestTypes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_app = std::make_unique<App>(everyType()); }
    void valuesOfEachType_data();
    void valuesOfEachType();
    void everyTypeIsTried();
    void whatIsExportedImportsToTheSame();
    void theStoreFiltersAsFeelDoes_data();
    void theStoreFiltersAsFeelDoes();
    void everyStoredFieldSorts();
    void templatesAndFormulasSeeTheValues();
    void fieldsKeepTheirFormInTheDatabase();

private:
    const plan::Table& table() { return *m_app->engine->plan().findTable(u"thing"); }
    records::Conversion conversion() { return {m_app->store->writer(), m_app->engine->plan()}; }
    std::shared_ptr<const engine::Record> load(const QString& id)
    {
        return records::load(m_app->store->writer(), m_app->engine->plan(), table(), id);
    }
    QStringList ids(const store::ListQuery& query);
    QString newName() { return QStringLiteral("n%1").arg(++m_names, 6, 10, QLatin1Char('0')); }
    QStringList fill();

    std::unique_ptr<App> m_app;
    QStringList m_filled;
    int m_names = 0;
};

void TestTypes::valuesOfEachType_data()
{
    QTest::addColumn<int>("line");
    const auto lines = script();
    for (int i = 0; i < lines.size(); ++i)
        QTest::newRow(lines[i].source.constData()) << i;
}

void TestTypes::valuesOfEachType()
{
    QFETCH(int, line);
    const Line want = script()[line];
    const plan::Field* field = table().findField(want.field);
    QVERIFY(field);
    QJsonObject values{{"name", newName()}};
    values[want.field] = want.given;
    const engine::Outcome made = m_app->create("thing", values);
    if (!want.refused.isEmpty()) {
        QVERIFY(!made.ok);
        QCOMPARE(made.problems.value(0).code, want.refused);
        QCOMPARE(made.problems.value(0).place.element, want.field);
        QVERIFY(!made.problems.value(0).what.isEmpty() && !made.problems.value(0).remedy.isEmpty());
        return;
    }
    QVERIFY2(made.ok, qPrintable(made.problems.value(0).toString()));
    const feel::Value value = load(made.id)->value(want.field);
    QCOMPARE(records::toJson(*field, value), want.stored);
    for (int i = 0; i < want.shown.size(); ++i) {
        client::Display display(m_app->store->writer(), m_app->engine->plan(), i == 0 ? "en" : "zh");
        QCOMPARE(display.text(*field, value), want.shown[i].trimmed());
    }
    const auto again = records::fromJson(conversion(), *field, records::toJson(*field, value));
    QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
    QVERIFY(*again == value);
    const auto fromFile = records::fromText(conversion(), *field, records::toText(*field, value));
    QVERIFY2(fromFile, qPrintable(fromFile ? QString() : fromFile.error().text()));
    QVERIFY(*fromFile == value);
    const auto conformed = records::conform(conversion(), *field, value);
    QVERIFY(conformed && *conformed == value);
}

/// A new type of field cannot be added without being tried here.
void TestTypes::everyTypeIsTried()
{
    const QList<Line> lines = script();
    for (const plan::Field& field : table().fields)
        QVERIFY2(field.type == plan::FieldType::LongText ||
                     std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return line.field == field.id; }),
                 qPrintable(field.id));
    const schema::Key* type = schema::Schema::instance().shape(u"field")->key(u"type");
    for (const schema::EnumValue& value : type->values) {
        const bool elsewhere = QStringList{"relation", "rollup", "score"}.contains(value.id);
        QVERIFY2(elsewhere ||
                     std::any_of(table().fields.begin(), table().fields.end(),
                                 [&](const plan::Field& field) { return plan::typeName(field.type) == value.id; }),
                 qPrintable(value.id));
    }
}

QStringList TestTypes::fill()
{
    if (!m_filled.isEmpty())
        return m_filled;
    QMap<QString, QList<QJsonValue>> choices;
    for (const Line& line : script()) {
        if (line.refused.isEmpty() && line.field != u"name")
            choices[line.field] << line.given;
    }
    QRandomGenerator random(20260105);
    for (int i = 0; i < 60; ++i) {
        QJsonObject values{{"name", newName()}};
        for (auto it = choices.begin(); it != choices.end(); ++it) {
            const auto pick = random.bounded(it->size() + 1);
            if (pick < it->size())
                values[it.key()] = it->at(pick);
        }
        const engine::Outcome made = m_app->create("thing", values);
        if (!made.ok)
            qFatal("%s", qPrintable(made.problems.value(0).toString()));
        m_filled << made.id;
    }
    return m_filled;
}

QStringList TestTypes::ids(const store::ListQuery& query)
{
    QStringList found;
    QString cursor;
    do {
        const auto page = store::listRecords(m_app->store->writer(), m_app->engine->plan(), query, 7, cursor);
        if (!page)
            qFatal("%s", qPrintable(page.error().text()));
        for (const auto& record : page->records)
            found << record->id;
        cursor = page->next;
    } while (!cursor.isEmpty());
    return found;
}

void TestTypes::whatIsExportedImportsToTheSame()
{
    fill();
    QByteArray csv;
    QBuffer out(&csv);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QVERIFY(transfer::exportCsv(m_app->store->writer(), m_app->engine->plan(), "thing", {}, {}, out));

    App other(everyType());
    QBuffer in(&csv);
    QVERIFY(in.open(QIODevice::ReadOnly));
    const auto report = transfer::importCsv(*other.engine, "thing", in, {});
    QVERIFY(report);
    QVERIFY2(report->failed == 0, qPrintable(report->problems.value(0).problem.toString()));
    for (const QString& id : m_filled) {
        const auto mine = load(id);
        const auto theirs =
            store::selectRecords(other.store->writer(), other.engine->plan(), *other.engine->plan().findTable(u"thing"),
                                 {{0, mine->value(u"name")}});
        QCOMPARE(theirs.size(), size_t(1));
        for (const plan::Field& field : table().fields)
            QVERIFY2(theirs.front()->value(field.id) == mine->value(field.id),
                     qPrintable(field.id + u' ' + records::toText(field, mine->value(field.id))));
    }
}

void TestTypes::theStoreFiltersAsFeelDoes_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("pushed"); // the database itself finds the rows
    const auto row = [](const char* condition, bool pushed) {
        QTest::newRow(condition) << QString::fromUtf8(condition) << pushed;
    };
    row("stars > 3", true);
    row("stars = null", true);
    row("period = null", true);
    row("period.start >= date(\"2026-01-05\")", true);
    row("period.end < date(\"2026-01-09\")", true);
    row("not(period.start < date(\"2026-01-06\"))", true);
    row("date(\"2026-01-06\") in period", false);
    row("list contains(tags, \"vip\")", true);
    row("not(list contains(tags, \"vip\"))", false);
    row("list contains(uses, \"home\") and stars > 3", true);
    row("tags = null", true);
    row("count(tags) > 1", false);
    row("starts with(place, \"44\")", true);
    row("place = \"440305\"", true);
    row("identity_card = \"11010519491231002X\"", true);
    row("code != null", true);
    row("site = \"https://example.com/a\"", true);
    row("spot != null", true);
    row("spot.lat > 0", false);
    row("data = null", true);
    row("data.a[1] = 1", false);
    row("contains(report, \"well\")", true);
    row("price > 100 and sold = true", true);
}

void TestTypes::theStoreFiltersAsFeelDoes()
{
    QFETCH(QString, condition);
    QFETCH(bool, pushed);
    fill();
    const plan::Plan& plan = m_app->engine->plan();
    feel::Scope scope;
    scope.types = plan.types.get();
    scope.spread(scope.add(QStringLiteral("record"), feel::Type::record("thing")), "thing");
    const feel::Compiled compiled = feel::compile(condition, scope, {});
    QVERIFY2(compiled.ok(),
             qPrintable(compiled.diagnostics.isEmpty() ? QString() : compiled.diagnostics.first().what.text()));
    const engine::SubjectEnvironment environment(m_app->store->writer(), plan, m_app->clock.now(), QString());
    records::Evaluation evaluation(m_app->store->writer(), plan, environment);
    QStringList expected;
    store::ListQuery all;
    all.table = &table();
    for (const QString& id : ids(all)) {
        if (compiled.program.evaluate(evaluation.setRecord(load(id)).frame()).isTrue())
            expected << id;
    }
    QVERIFY2(!expected.isEmpty(), "a condition that holds for nothing proves nothing");
    const auto predicate = feel::toPredicate(compiled.program, evaluation.frame(), "thing");
    const bool printed =
        predicate && store::predicateSql(*predicate, m_app->store->writer().dialect(), plan, table(), "t");
    QCOMPARE(printed, pushed);
    if (!printed)
        return;
    store::ListQuery filtered;
    filtered.table = &table();
    filtered.where.push_back(*predicate);
    QCOMPARE(ids(filtered), expected);
}

void TestTypes::everyStoredFieldSorts()
{
    fill();
    for (const plan::Field& field : table().fields) {
        for (const bool descending : {false, true}) {
            store::ListQuery query;
            query.table = &table();
            query.sort = {{field.id, descending}};
            const QStringList found = ids(query); // in small pages: the cursor must carry every type
            QCOMPARE(QSet<QString>(found.begin(), found.end()).size(), found.size());
            store::ListQuery all;
            all.table = &table();
            QCOMPARE(found.size(), ids(all).size());
        }
    }
}

void TestTypes::templatesAndFormulasSeeTheValues()
{
    fill();
    const auto value = [&](const char* expression, const QString& id) {
        const plan::Plan& plan = m_app->engine->plan();
        feel::Scope scope;
        scope.types = plan.types.get();
        scope.spread(scope.add(QStringLiteral("record"), feel::Type::record("thing")), "thing");
        const engine::SubjectEnvironment environment(m_app->store->writer(), plan, m_app->clock.now(), id);
        records::Evaluation evaluation(m_app->store->writer(), plan, environment);
        return feel::compile(QString::fromUtf8(expression), scope, {})
            .program.evaluate(evaluation.setRecord(load(id)).frame())
            .toText();
    };
    const engine::Outcome made = m_app->create("thing", {{"name", newName()},
                                                         {"size", "2"},
                                                         {"stars", 4},
                                                         {"period", "2026-01-05/2026-01-09"},
                                                         {"tags", QJsonArray{"a", "b"}},
                                                         {"spot", "31.2304,121.4737"},
                                                         {"data", QJsonObject{{"n", 7}}}});
    QVERIFY(made.ok);
    QCOMPARE(value("stars + 1", made.id), QStringLiteral("5"));
    QCOMPARE(value("string(period.end - period.start)", made.id), QStringLiteral("P4D"));
    QCOMPARE(value("count(tags)", made.id), QStringLiteral("2"));
    QCOMPARE(value("spot.lat > 31", made.id), QStringLiteral("true"));
    QCOMPARE(value("data.n + 1", made.id), QStringLiteral("8"));
    QCOMPARE(value("double_size = 4", made.id), QStringLiteral("true"));
}

/// The form of the stored texts is guarded by the database too: comparing works on them as they stand.
void TestTypes::fieldsKeepTheirFormInTheDatabase()
{
    store::Connection& connection = m_app->store->writer();
    const QString id = fill().first();
    for (const char* broken : {"period = '2026-01-05'", "spot = 'here'", "data = '{'", "tags = 'vip'"}) {
        store::Savepoint savepoint(connection);
        QVERIFY2(!connection.execute("UPDATE thing SET " + QByteArray(broken) + " WHERE id = '" + id.toLatin1() + "'"),
                 broken);
        connection.takeError();
    }
}

QTEST_MAIN(TestTypes)
#include "tst_types.moc"
