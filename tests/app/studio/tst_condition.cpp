#include "app/studio/condition.h"

#include <QTest>

using namespace fw::studio;

/// Conditions as rows: what is read comes out again as it was, and an edited row changes nothing but itself.
class ConditionTest : public QObject
{
    Q_OBJECT

    /// One line a row, groups in brackets: "all[status = "won", any[…]]".
    static QString shown(const Condition& c)
    {
        switch (c.kind) {
        case Condition::Kind::Empty: return QStringLiteral("–");
        case Condition::Kind::Text: return QStringLiteral("text{%1}").arg(c.source);
        case Condition::Kind::Row: return QStringLiteral("%1|%2|%3").arg(c.field, c.op, c.values.join(u','));
        case Condition::Kind::All:
        case Condition::Kind::Any: break;
        }
        QStringList parts;
        for (const Condition& part : c.parts)
            parts << shown(part);
        return QStringLiteral("%1[%2]").arg(c.kind == Condition::Kind::All ? QStringLiteral("all")
                                                                           : QStringLiteral("any"),
                                            parts.join(QStringLiteral("; ")));
    }
    /// Forgets the texts it was read from, as editing does.
    static Condition bare(Condition c)
    {
        if (c.kind != Condition::Kind::Text)
            c.source.clear();
        for (Condition& part : c.parts)
            part = bare(part);
        return c;
    }

private Q_SLOTS:
    void reading_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char* source, const char* rows) {
            QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(rows);
        };
        row("", "all[]");
        row("status = \"won\"", "all[status|=|\"won\"]");
        row("status != \"won\" and amount >= 100", "all[status|!=|\"won\"; amount|>=|100]");
        row("a = 1 or b = 2 or c = 3", "any[a|=|1; b|=|2; c|=|3]");
        row("a = 1 and (b = 2 or c = 3)", "all[a|=|1; any[b|=|2; c|=|3]]");
        row("a = 1 or b = 2 and c = 3", "any[a|=|1; all[b|=|2; c|=|3]]");
        row("(a = 1 and b = 2) and c = 3", "all[a|=|1; b|=|2; c|=|3]");
        row("100 < amount", "all[amount|>|100]");
        row("phone = null or email != null", "any[phone|empty|; email|not empty|]");
        row("amount between 1 and 10 and a = 2", "all[amount|between|1,10; a|=|2]");
        row("source in (\"expo\", \"website\")", "all[source|in|\"expo\",\"website\"]");
        row("source in [\"expo\"]", "all[source|in|\"expo\"]");
        row("not(source in (\"expo\"))", "all[source|not in|\"expo\"]");
        row("contains(name, \"Li\")", "all[name|contains|\"Li\"]");
        row("not(contains(name, \"Li\"))", "all[name|not contains|\"Li\"]");
        row("starts with(name, \"Li\")", "all[name|starts with|\"Li\"]");
        row("list contains(tags, \"vip\")", "all[tags|includes|\"vip\"]");
        row("active and not(blocked)", "all[active|true|; blocked|false|]");
        row("customer.owner = me", "all[customer.owner|=|me]");
        row("event.page = \"pricing\" and event.seconds > 30", "all[event.page|=|\"pricing\"; event.seconds|>|30]");
        row("count_events(\"logged_in\", @\"PT24H\") = 0", "all[count_events(\"logged_in\", @\"PT24H\")|=|0]");
        row("lead_on < today() - @\"P7D\"", "all[lead_on|<|today() - @\"P7D\"]");
        row("status = \"won\" and (if a then b else c)", "all[status|=|\"won\"; text{(if a then b else c)}]");
        row("some o in order satisfies o.amount > 10", "all[text{some o in order satisfies o.amount > 10}]");
        row("amount in [1..10]", "all[text{amount in [1..10]}]");
        row("a = 1 /* why */ and b = 2", "text{a = 1 /* why */ and b = 2}");
        row("a = = 2", "text{a = = 2}");
        row("a = (b = 2)", "all[text{a = (b = 2)}]");
        row("名称 = \"李\"", "all[名称|=|\"李\"]");
    }
    void reading()
    {
        QFETCH(QString, source);
        QFETCH(QString, rows);
        const Condition condition = readCondition(source);
        QCOMPARE(shown(condition), rows);
        QCOMPARE(writeCondition(condition), source);
        const QString fresh = writeCondition(bare(condition));
        QVERIFY2(readCondition(fresh) == condition,
                 qPrintable(fresh + QStringLiteral(" → ") + shown(readCondition(fresh))));
    }

    void anEditedRowChangesNothingButItself()
    {
        Condition condition = readCondition(QStringLiteral("status=\"won\"  and (a = 1  or  b = 2)"));
        condition.source.clear();
        condition.parts[0].source.clear();
        condition.parts[0].values = {QStringLiteral("\"new\"")};
        QCOMPARE(writeCondition(condition), QStringLiteral("status = \"new\" and (a = 1  or  b = 2)"));
    }
    void anEmptyRowIsNotWritten()
    {
        Condition condition = readCondition(QStringLiteral("a = 1"));
        condition.source.clear();
        condition.parts.push_back({});
        QCOMPARE(writeCondition(condition), QStringLiteral("a = 1"));
        QCOMPARE(writeCondition(readCondition(QString())), QString());
    }
    void aGroupInAGroupKeepsItsBrackets()
    {
        Condition condition = readCondition(QStringLiteral("a = 1 or b = 2"));
        Condition outer;
        outer.kind = Condition::Kind::All;
        outer.parts = {condition, readCondition(QStringLiteral("c = 3")).parts[0]};
        QCOMPARE(writeCondition(outer), QStringLiteral("(a = 1 or b = 2) and c = 3"));
        QCOMPARE(shown(readCondition(writeCondition(outer))), QStringLiteral("all[any[a|=|1; b|=|2]; c|=|3]"));
    }
    void bracketsAroundTwoGroupsAreNotTakenForOne()
    {
        Condition inner = readCondition(QStringLiteral("(a = 1 or b = 2) and (c = 3 or d = 4)"));
        Condition outer;
        outer.kind = Condition::Kind::Any;
        outer.parts = {inner, readCondition(QStringLiteral("e = 5")).parts[0]};
        QCOMPARE(shown(readCondition(writeCondition(outer))), shown(outer));
    }
    void strings()
    {
        for (const QString& text : {QStringLiteral("won"), QStringLiteral("say \"hi\""), QStringLiteral("a\\b\nc"),
                                    QStringLiteral("李雷"), QString()})
            QCOMPARE(stringOf(quotedString(text)).value_or(QStringLiteral("<none>")), text);
        QVERIFY(!stringOf(QStringLiteral("name")));
    }
};

QTEST_GUILESS_MAIN(ConditionTest)
#include "tst_condition.moc"
