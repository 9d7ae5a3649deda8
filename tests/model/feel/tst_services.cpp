// What an editor of expressions is told while one types. "|" is the cursor.
#include "model/feel/builtins.h"
#include "model/feel/services.h"
#include "testworld.h"

#include <QFile>
#include <QtTest>

using namespace feeltest;

namespace
{

struct Typed {
    QString text;
    int cursor;
    explicit Typed(const char* marked) : text(QString::fromUtf8(marked))
    {
        cursor = static_cast<int>(text.indexOf(u'|'));
        text.remove(cursor, 1);
    }
    QString with(const Completion& c) const
    {
        QString out = text;
        out.replace(c.replace.begin, c.replace.end - c.replace.begin, c.insert);
        return out.insert(c.replace.begin + c.caret, u'|');
    }
};

const Completion* find(const std::vector<Completion>& all, const QString& text)
{
    const auto it = std::find_if(all.begin(), all.end(), [&](const Completion& c) { return c.text == text; });
    return it == all.end() ? nullptr : &*it;
}

} // namespace

class TestServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completionContinuesTheWord_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("offered"); // the text of the completion that is taken
        QTest::addColumn<QString>("result");  // what stands there afterwards; "" when it must not be offered
        const auto row = [](const char* typed, const char* offered, const char* result) {
            QTest::newRow(qPrintable(QStringLiteral("%1 + %2").arg(QString::fromUtf8(typed), offered)))
                << QByteArray(typed) << QString::fromUtf8(offered) << QString::fromUtf8(result);
        };
        row("in|", "intent", "intent|");
        row("|", "intent", "intent|");
        row("intent > 80 and st|", "status", "intent > 80 and status|");
        row("intent > 80 and st| and true", "status", "intent > 80 and status| and true");
        row("owner.|", "name", "owner.name|");
        row("owner.na|", "name", "owner.name|");
        row("owner.|", "intent", "");
        row("customer.owner.n| = \"x\"", "name", "customer.owner.name| = \"x\"");
        row("orders[am|]", "amount", "orders[amount|]");
        row("orders[amount > 1].|", "status", "orders[amount > 1].status|");
        row("sum(orders[am|", "amount", "sum(orders[amount|");
        row("for o in orders return o.|", "amount", "for o in orders return o.amount|");
        row("for order_line in orders return ord|", "order_line", "for order_line in orders return order_line|");
        row("{price: 5, vat: pr|}", "price", "{price: 5, vat: price|}");
        row("@\"2026-01-05\".|", "weekday", "@\"2026-01-05\".weekday|");
        row("signed_on.|", "year", "signed_on.year|");
        row("count_ev|", "count_events", "count_events(|)");
        row("count_ev|(\"x\")", "count_events", "count_events|(\"x\")");
        row("tod|", "today", "today()|");
        row("string le|", "string length", "string length(|)");
        row("string len|gth(name)", "string length", "string length|(name)");
        row("date and t|", "date and time", "date and time(|)");
        row("1 + string le|", "string length", "1 + string length(|)");
        row("count_events(\"viewed_page\", @\"P7D\", it.p|)", "page",
            "count_events(\"viewed_page\", @\"P7D\", it.page|)");
        row("status = \"|", "won", "status = \"won\"|");
        row("status = \"w|\"", "won", "status = \"won\"|");
        row("status = \"赢|", "won", "status = \"won\"|");
        row("status in (\"new\", \"|", "working", "status in (\"new\", \"working\"|");
        row("orders[status = \"|", "paid", "orders[status = \"paid\"|");
        row("name = \"|", "won", "");
        row("intent |", "and", "intent and|");
        row("intent a|", "and", "intent and|");
        row("intent |", "intent", "");
        row("intent > |", "and", "");
        row("i|", "if", "if|");
        row("SU|", "SUM", "SUM(|)");
        row("INT|", "intent", "intent|");
    }
    void completionContinuesTheWord()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, offered);
        QFETCH(QString, result);
        const Typed at(typed.constData());
        const Bench bench;
        const auto all = complete(at.text, at.cursor, bench.scope);
        const Completion* found = find(all, offered);
        QCOMPARE(found != nullptr, !result.isEmpty());
        if (found)
            QCOMPARE(at.with(*found), result);
    }

    void completionKnowsWhatItOffers()
    {
        const Bench bench;
        const auto members = complete("owner.", 6, bench.scope);
        QCOMPARE(members.front().kind, Completion::Kind::Member);
        QCOMPARE(members.front().owner, "user");
        QCOMPARE(members.front().type.toString(), "text");
        const auto functions = complete("upper", 5, bench.scope);
        const Completion* upper = find(functions, "upper case");
        QVERIFY(upper && upper->kind == Completion::Kind::Function);
        QCOMPARE(upper->signature, "upper case(string: string): string");
        QVERIFY(!upper->doc.in("en").isEmpty() && upper->doc.in("en") != upper->doc.in("zh"));
        const auto options = complete("status = \"", 10, bench.scope);
        const Completion* won = find(options, "won");
        QVERIFY(won);
        QCOMPARE(won->labels, QStringList({"Won deal", "赢单"}));
        QVERIFY(!find(complete("SU", 2, bench.scope, Dialect::Strict), "SUM"));
    }

    void oddNamesGetBackquotes()
    {
        Scope scope;
        scope.add("price (net)", Type::Kind::Number);
        scope.add("full name", Type::Kind::String);
        const auto all = complete("", 0, scope);
        QVERIFY(find(all, "price (net)") && find(all, "full name"));
        QCOMPARE(find(all, "price (net)")->insert, "`price (net)`");
        QCOMPARE(find(all, "full name")->insert, "full name");
        const auto rest = complete("full na", 7, scope);
        QVERIFY(find(rest, "full name"));
        QCOMPARE(find(rest, "full name")->replace.begin, 0);
    }

    /// At every position of half-written texts there is an answer; what is offered leaves a text that can be read again.
    void completionAnswersEverywhere()
    {
        const Bench bench;
        for (const char* text :
             {"if intent > 80 then \"hot\" else owner.name", "orders[status = \"paid\" and amount > ", "{a: 1, b: [a, ",
              "for o in orders, p in ", "count_events(\"viewed_page\", @\"P7D\", it.", "\"open", "`odd", "/* comment",
              "sum(((", "status in (\"new\", ", "客户 ＞ ", "not(", "a.b.c.", "function(x) x.", "@\"2026-"}) {
            const QString source = QString::fromUtf8(text);
            for (int cursor = 0; cursor <= source.size(); ++cursor)
                for (const Completion& c : complete(source, cursor, bench.scope)) {
                    QVERIFY(c.replace.begin >= 0 && c.replace.begin <= cursor && c.replace.end <= source.size());
                    QVERIFY(c.caret >= 0 && c.caret <= c.insert.size());
                }
        }
    }

    void signatureHelpFollowsTheCursor_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("parameter"); // "function parameter", "" for none
        const auto row = [](const char* typed, const char* parameter) {
            QTest::newRow(typed) << QByteArray(typed) << QString::fromUtf8(parameter);
        };
        row("substring(|", "substring string: string");
        row("substring(name, |", "substring start position: number");
        row("substring(name, 1, |)", "substring length?: number");
        row("substring(upper case(na|me), 1)", "upper case string: string");
        row("substring(upper case(name), |1)", "substring start position: number");
        row("substring(length: |", "substring length?: number");
        row("string length(|", "string length string: string");
        row("concatenate([1, 2], [3, |", "concatenate list...: list<T>");
        row("date(2026, 1|)", "date month: number");
        row("orders[contains(name, |", "contains match: string");
        row("intent + |1", "");
        row("(intent|)", "");
        row("abs(1, |", "abs -");
    }
    void signatureHelpFollowsTheCursor()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, parameter);
        const Typed at(typed.constData());
        const auto help = signatureAt(at.text, at.cursor, Bench().scope);
        QCOMPARE(help.has_value(), !parameter.isEmpty());
        if (!help)
            return;
        const QString& signature = help->signatures[help->signature];
        const QString shown = help->parameter < 0 ? QStringLiteral("-")
                                                  : signature.mid(help->parameterSpan.begin,
                                                                  help->parameterSpan.end - help->parameterSpan.begin);
        QCOMPARE(help->function + u' ' + shown, parameter);
        QVERIFY(!help->doc.in("zh").isEmpty());
    }

    void typesAreKnownAtEveryPosition_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* typed, const char* type) {
            QTest::newRow(typed) << QByteArray(typed) << QString::fromUtf8(type);
        };
        row("int|ent > 80", "intent: number");
        row("intent |> 80", "intent > 80: boolean");
        row("orders[am|ount > 1].amount", "amount: number");
        row("orders[amount > 1].amo|unt", "orders[amount > 1].amount: list<number>");
        row("owner.na|me", "owner.name: text");
        row("own|er.name", "owner: record<user>");
        row("for o in orders return o|", "o: record<order>");
        row("intent > and sign|ed_on", "signed_on: date");
    }
    void typesAreKnownAtEveryPosition()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, type);
        const Typed at(typed.constData());
        const auto found = typeAt(at.text, at.cursor, Bench().scope);
        QVERIFY(found);
        QCOMPARE(at.text.mid(found->span.begin, found->span.end - found->span.begin) + QStringLiteral(": ") +
                     found->type.toString(),
                 type);
    }

    void tokensCoverTheText()
    {
        const Bench bench;
        const QString text = QString::fromUtf8(
            "if intent > 80 // hot\nthen string length(owner.name) else count_events(\"viewed_page\") & "
            "@\"P1D\" /* end */");
        QStringList shown;
        int end = 0;
        for (const StyledToken& t : styledTokens(text, bench.scope)) {
            QVERIFY(t.span.begin >= end && t.span.end > t.span.begin);
            QVERIFY(text.mid(end, t.span.begin - end).trimmed().isEmpty());
            end = t.span.end;
            static const std::array<const char*, 10> kinds{"comment", "keyword", "name",     "reference", "function",
                                                           "number",  "text",    "temporal", "operator",  "error"};
            shown << QString::fromLatin1(kinds[static_cast<size_t>(t.kind)]) + u' ' +
                         (t.kind == StyledToken::Kind::Reference ? t.owner + u':' + t.name
                                                                 : text.mid(t.span.begin, t.span.end - t.span.begin));
        }
        QCOMPARE(end, text.size());
        QCOMPARE(shown, QStringList({"keyword if",
                                     "reference customer:intent",
                                     "operator >",
                                     "number 80",
                                     "comment // hot",
                                     "keyword then",
                                     "function string length",
                                     "operator (",
                                     "reference customer:owner",
                                     "operator .",
                                     "reference user:name",
                                     "operator )",
                                     "keyword else",
                                     "function count_events",
                                     "operator (",
                                     "reference event:viewed_page",
                                     "operator )",
                                     "operator &",
                                     "temporal @\"P1D\"",
                                     "comment /* end */"}));
    }

    /// docs/feel.md is written by `formwright feel --functions`; it says what the table of functions says.
    void theReferenceIsUpToDate()
    {
        QFile file(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/docs/feel.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(QString::fromUtf8(file.readAll()).trimmed() == functionReference().trimmed(),
                 "run: formwright feel --functions > docs/feel.md");
    }

    void everyFunctionIsDocumentedInBothLanguages()
    {
        const QString reference = functionReference();
        for (const Builtin& builtin : builtins()) {
            QVERIFY2(!builtin.doc.isEmpty() && !builtin.docZh.isEmpty() && !builtin.example.isEmpty(),
                     qPrintable(builtin.name));
            QVERIFY(builtin.docZh.contains(QRegularExpression("[\\x{4e00}-\\x{9fff}]")));
            QVERIFY2(reference.contains(builtin.docZh) && reference.contains(builtin.signatures.front().text),
                     qPrintable(builtin.name));
        }
    }
};

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
