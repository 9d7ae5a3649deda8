#include "model/diff/difference.h"
#include "model/document/package.h"

#include <QTest>

using namespace fw;
using diff::Difference;

using Files = QMap<QString, QByteArray>;

static const Files Shop{
    {"app.yaml", "kind: app\nformat: 1\nid: shop\nlabel: Shop\nlanguages: [en, zh]\n"},
    {"tables/customer.yaml", R"yaml(kind: table
id: customer
label: {en: Customer, zh: 客户}
title: "=name"
fields:
  - {id: name, type: text, label: {en: Name, zh: 姓名}}
  - {id: phone, type: phone}
  - {id: status, type: choice, options: [new, won], default: new}
  - {id: city, type: text}
)yaml"},
    {"forms/customer.yaml", R"yaml(kind: form
id: customer
table: customer
parts:
  - id: who
    section: {label: Who}
    parts:
      - {id: name, field: name}
      - {id: phone, field: phone}
  - id: more
    section: {label: More}
    parts:
      - {id: city, field: city}
)yaml"},
    {"seed/customer.csv", "name\nAnna\n"},
};

/// What two versions do differently: told by id and meaning, not by lines.
class DifferenceTest : public QObject
{
    Q_OBJECT

    /// One line a difference: "changed tables/customer.yaml#fields/phone: type phone → text".
    static QStringList lines(const Files& before, const Files& after, const QString& language = QStringLiteral("en"))
    {
        const auto a = Definition::fromFiles(before), b = Definition::fromFiles(after);
        QStringList list;
        for (const Difference& each : diff::difference(*a, *b)) {
            const diff::Wording words = diff::wording(each, *a, *b, language);
            const QString name = words.place.isEmpty()
                                     ? words.sort + u' ' + words.title
                                     : QStringLiteral("%1 %2 in %3").arg(words.sort, words.title, words.place);
            switch (each.kind) {
            case Difference::Kind::Added: list << QStringLiteral("added ") + name; break;
            case Difference::Kind::Removed: list << QStringLiteral("removed ") + name; break;
            case Difference::Kind::Renamed:
                list << QStringLiteral("renamed %1: %2 → %3").arg(name, words.was, words.now);
                break;
            case Difference::Kind::Moved:
                list << QStringLiteral("moved %1: %2 → %3").arg(name, words.was, words.now);
                break;
            case Difference::Kind::Changed:
                list << QStringLiteral("changed %1: %2: %3 → %4").arg(name, words.key, words.was, words.now);
                break;
            }
        }
        return list;
    }
    static Files with(const char* path, const QByteArray& from, const QByteArray& to)
    {
        Files files = Shop;
        QByteArray& text = files[QString::fromLatin1(path)];
        if (!text.contains(from))
            qFatal("the text to replace is not there");
        text.replace(from, to);
        return files;
    }

private Q_SLOTS:
    void equalVersionsHaveNone() { QVERIFY(lines(Shop, Shop).isEmpty()); }

    void commentsOrderOfKeysAndQuotesMeanNothing()
    {
        const Files other = with("tables/customer.yaml", "  - {id: city, type: text}",
                                 "  # where they live\n  - type: \"text\"\n    id: city");
        QVERIFY(lines(Shop, other).isEmpty());
    }

    void aChangedValueNamesElementAndKey()
    {
        QCOMPARE(lines(Shop, with("tables/customer.yaml", "{en: Name, zh: 姓名}", "{en: Full name, zh: 姓名}")),
                 QStringList{"changed Field Full name in Customer: Label: Name / 姓名 → Full name / 姓名"});
        QCOMPARE(lines(Shop, with("tables/customer.yaml", "default: new", "default: won"), QStringLiteral("zh")).size(),
                 1);
    }

    void newAndGoneElements()
    {
        QCOMPARE(lines(Shop, with("tables/customer.yaml", "  - {id: city, type: text}\n",
                                  "  - {id: email, type: email}\n  - {id: region, type: text}\n")),
                 (QStringList{"added Field email in Customer", "added Field region in Customer",
                              "removed Field city in Customer"}));
    }

    void aRenamedElementIsNotOneLostAndOneNew()
    {
        QCOMPARE(
            lines(Shop, with("tables/customer.yaml", "{id: city, type: text}", "{id: town, was: [city], type: text}")),
            QStringList{"renamed Field town in Customer: city → town"});
    }

    void aRenamedFile()
    {
        Files other = Shop;
        QByteArray text = other.take("tables/customer.yaml");
        other.insert("tables/client.yaml", text.replace("id: customer\n", "id: client\nwas: [customer]\n"));
        QCOMPARE(lines(Shop, other), QStringList{"renamed Table Customer: customer → client"});
    }

    void anElementThatWentToAnotherPlaceOfItsList()
    {
        const Files other = with("tables/customer.yaml", "  - {id: phone, type: phone}\n", "");
        Files moved = other;
        moved["tables/customer.yaml"] += "  - {id: phone, type: phone}\n";
        QCOMPARE(lines(Shop, moved), QStringList{"moved Field phone in Customer:  → "});
    }

    void anElementThatWentIntoAnotherListAndChanged()
    {
        Files other = with("forms/customer.yaml", "      - {id: phone, field: phone}\n", "");
        other["forms/customer.yaml"] += "      - {id: phone, field: phone, width: 6}\n";
        const QStringList found = lines(Shop, other);
        QCOMPARE(found.size(), 2);
        QVERIFY2(found[0].startsWith(QStringLiteral("moved ")) &&
                     found[0].endsWith(QStringLiteral("Who → customer › More")),
                 qPrintable(found[0]));
        QVERIFY2(found[1].startsWith(QStringLiteral("changed ")) && found[1].contains(QStringLiteral("6")),
                 qPrintable(found[1]));
    }

    void aFieldTakenOutOfUseHasMoved()
    {
        Files other = with("tables/customer.yaml", "  - {id: city, type: text}\n", "");
        other["tables/customer.yaml"] += "retired:\n  - {id: city, type: text}\n";
        const QStringList found = lines(Shop, other);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found[0].startsWith(QStringLiteral("moved ")), qPrintable(found[0]));
    }

    void filesOfEveryKind()
    {
        Files other = Shop;
        other.remove("forms/customer.yaml");
        other.insert("events/paid.yaml", "kind: event\nid: paid\nlabel: Paid\n");
        other["seed/customer.csv"] += "Bob\n";
        other.insert("assets/logo.png", "x");
        QCOMPARE(lines(Shop, other), (QStringList{"added Event Paid", "removed Form customer", "added  logo.png",
                                                  "changed  customer.csv: :  → "}));
    }

    void theTemplateAgainstItself()
    {
        const auto files = readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
        QVERIFY(files.ok());
        QVERIFY(lines(*files, *files).isEmpty());
        Files none = *files;
        for (auto it = none.begin(); it != none.end(); ++it)
            if (it.key().endsWith(QStringLiteral(".yaml")))
                it->append("# a remark\n");
        QVERIFY(lines(*files, none).isEmpty());
    }
};

QTEST_GUILESS_MAIN(DifferenceTest)
#include "tst_difference.moc"
