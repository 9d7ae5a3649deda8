#include "model/diff/merge.h"

#include <QTest>

using namespace fw;
using diff::Conflict;
using diff::Side;

using Files = QMap<QString, QByteArray>;

static const QByteArray Table = R"yaml(kind: table
id: customer
label: {en: Customer, zh: 客户}   # people
title: "=name"
fields:
  - {id: name, type: text}   # the name
  - {id: phone, type: phone}
  - {id: city, type: text}
identity: [phone]
)yaml";

/// Two people changed one app: what only one of them changed is taken, what both changed is asked about.
class MergeTest : public QObject
{
    Q_OBJECT

    static QByteArray changed(QByteArray text, const QList<std::pair<QByteArray, QByteArray>>& replacements)
    {
        for (const auto& [from, to] : replacements) {
            if (!text.contains(from))
                qFatal("no such text: %s", from.constData());
            text.replace(from, to);
        }
        return text;
    }
    static diff::Merged merged(const QByteArray& mine, const QByteArray& theirs,
                               const QHash<QString, Side>& choices = {})
    {
        const auto of = [](const QByteArray& text) {
            Files files{{"app.yaml", "kind: app\nformat: 1\nid: a\n"}};
            if (!text.isNull())
                files.insert(QStringLiteral("tables/customer.yaml"), text);
            return Definition::fromFiles(files);
        };
        return diff::merge(*of(Table), *of(mine), *of(theirs), choices);
    }
    static QByteArray textOf(const diff::Merged& merged)
    {
        return merged.files.value(QStringLiteral("tables/customer.yaml"), QByteArray("<mine>")).value_or("<gone>");
    }

private Q_SLOTS:
    void whatOnlyTheyChangedComesWithTheirBytes()
    {
        const QByteArray theirs =
            changed(Table, {{"# people", "# persons"}, {"type: phone}", "type: phone, unique: true}"}});
        const auto result = merged(Table, theirs);
        QCOMPARE(textOf(result), theirs);
        QVERIFY(result.conflicts.isEmpty());
    }
    void whatOnlyIChangedStays()
    {
        const auto result = merged(changed(Table, {{"city", "town"}}), Table);
        QVERIFY(result.files.isEmpty());
    }
    void differentElementsOfOneFile()
    {
        const QByteArray mine = changed(Table, {{"{id: city, type: text}", "{id: city, type: text, required: true}"}});
        const QByteArray theirs =
            changed(Table, {{"{id: phone, type: phone}", "{id: phone, type: phone, unique: true}"}});
        const auto result = merged(mine, theirs);
        QVERIFY(result.conflicts.isEmpty());
        QCOMPARE(textOf(result),
                 changed(mine, {{"{id: phone, type: phone}", "{id: phone, type: phone, unique: true}"}}));
    }
    void differentKeysOfOneElementAndLanguagesOfOneLabel()
    {
        const auto result =
            merged(changed(Table, {{"en: Customer", "en: Client"}, {"{id: city,", "{id: city, required: true,"}}),
                   changed(Table, {{"zh: 客户", "zh: 顾客"},
                                   {"{id: city, type: text}", "{id: city, type: text, label: City}"}}));
        QVERIFY(result.conflicts.isEmpty());
        const QByteArray text = textOf(result);
        QVERIFY2(text.contains("{en: Client, zh: 顾客}   # people") && text.contains("required: true") &&
                     text.contains("label: City"),
                 text);
    }
    void bothAddedDifferentThings()
    {
        const auto result = merged(changed(Table, {{"  - {id: city", "  - {id: email, type: email}\n  - {id: city"}}),
                                   changed(Table, {{"identity: [phone]", "identity: [phone, name]"},
                                                   {"  - {id: phone", "  - {id: age, type: number}\n  - {id: phone"}}));
        QVERIFY(result.conflicts.isEmpty());
        const QByteArray text = textOf(result);
        QVERIFY2(text.indexOf("id: name") < text.indexOf("id: age") &&
                     text.indexOf("id: age") < text.indexOf("id: phone") &&
                     text.indexOf("id: phone") < text.indexOf("id: email") &&
                     text.indexOf("id: email") < text.indexOf("id: city"),
                 text);
        QVERIFY(text.contains("identity: [phone, name]"));
    }
    void theyMovedWhatIChanged()
    {
        const auto result =
            merged(changed(Table, {{"{id: city, type: text}", "{id: city, type: text, required: true}"}}),
                   changed(Table, {{"  - {id: city, type: text}\n", ""},
                                   {"fields:\n", "fields:\n  - {id: city, type: text}\n"}}));
        QVERIFY(result.conflicts.isEmpty());
        const QByteArray text = textOf(result);
        QVERIFY2(text.indexOf("id: city") < text.indexOf("id: name") && text.contains("required: true"), text);
    }
    void theyRenamedWhatIChanged()
    {
        const auto result =
            merged(changed(Table, {{"{id: city, type: text}", "{id: city, type: text, required: true}"}}),
                   changed(Table, {{"{id: city, type: text}", "{id: town, was: [city], type: text}"}}));
        const QByteArray text = textOf(result);
        QVERIFY2(text.contains("id: town") && text.contains("required: true") && !text.contains("id: city"), text);
    }
    void theyRemovedWhatILeftAlone()
    {
        const auto result = merged(changed(Table, {{"type: phone}", "type: phone, unique: true}"}}),
                                   changed(Table, {{"  - {id: city, type: text}\n", ""}}));
        QVERIFY(result.conflicts.isEmpty());
        QVERIFY(!textOf(result).contains("city"));
    }
    void conflictsAreNamedAndChosen_data()
    {
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("wordOfMine");
        QTest::addColumn<QByteArray>("wordOfTheirs");
        QTest::newRow("both changed") << changed(Table, {{"en: Customer", "en: Client"}})
                                      << changed(Table, {{"en: Customer", "en: Guest"}})
                                      << "tables/customer.yaml#label/en" << int(Conflict::Kind::BothChanged)
                                      << QByteArray("Client") << QByteArray("Guest");
        QTest::newRow("they removed") << changed(Table, {{"{id: city, type: text}", "{id: city, type: email}"}})
                                      << changed(Table, {{"  - {id: city, type: text}\n", ""}})
                                      << "tables/customer.yaml#fields/city" << int(Conflict::Kind::TheyRemoved)
                                      << QByteArray("id: city") << QByteArray();
        QTest::newRow("I removed") << changed(Table, {{"  - {id: city, type: text}\n", ""}})
                                   << changed(Table, {{"{id: city, type: text}", "{id: city, type: email}"}})
                                   << "tables/customer.yaml#fields/city" << int(Conflict::Kind::IRemoved)
                                   << QByteArray() << QByteArray("id: city");
        QTest::newRow("both added") << changed(Table, {{"identity:", "  - {id: age, type: number}\nidentity:"}})
                                    << changed(Table, {{"identity:", "  - {id: age, type: text}\nidentity:"}})
                                    << "tables/customer.yaml#fields/age/type" << int(Conflict::Kind::BothAdded)
                                    << QByteArray("age, type: number") << QByteArray("age, type: text");
    }
    void conflictsAreNamedAndChosen()
    {
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        QFETCH(QString, address);
        QFETCH(int, kind);
        QFETCH(QByteArray, wordOfMine);
        QFETCH(QByteArray, wordOfTheirs);
        const auto result = merged(mine, theirs);
        QCOMPARE(result.conflicts.size(), 1);
        QCOMPARE(result.conflicts[0].address.toString(), address);
        QCOMPARE(int(result.conflicts[0].kind), kind);
        const QByteArray kept = result.files.isEmpty() ? mine : textOf(result);
        QVERIFY(wordOfMine.isEmpty() || kept.contains(wordOfMine));
        QVERIFY(wordOfTheirs.isEmpty() || !kept.contains(wordOfTheirs));
        const auto chosen = merged(mine, theirs, {{address, Side::Theirs}});
        const QByteArray taken = textOf(chosen);
        QVERIFY(wordOfMine.isEmpty() || !taken.contains(wordOfMine));
        QVERIFY(wordOfTheirs.isEmpty() || taken.contains(wordOfTheirs));
    }
    void aFileThatCannotBeReadIsOneConflict()
    {
        const auto result = merged(changed(Table, {{"en: Customer", "en: Client"}}), "kind: [table\n");
        QCOMPARE(result.conflicts.size(), 1);
        QVERIFY(result.conflicts[0].address.path.isEmpty());
        QVERIFY(result.files.isEmpty());
    }
    void aFileTheyRemovedAndIChanged()
    {
        const auto result = merged(changed(Table, {{"en: Customer", "en: Client"}}), QByteArray());
        QCOMPARE(result.conflicts.size(), 1);
        QCOMPARE(int(result.conflicts[0].kind), int(Conflict::Kind::TheyRemoved));
        QCOMPARE(textOf(merged(changed(Table, {{"en: Customer", "en: Client"}}), QByteArray(),
                               {{"tables/customer.yaml", Side::Theirs}})),
                 QByteArray("<gone>"));
    }
    void aFileTheyRemovedAndILeftAlone() { QCOMPARE(textOf(merged(Table, QByteArray())), QByteArray("<gone>")); }
};

QTEST_GUILESS_MAIN(MergeTest)
#include "tst_merge.moc"
