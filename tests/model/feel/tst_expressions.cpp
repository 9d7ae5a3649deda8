// Compiling, checking and evaluating against a scope: what the rest of the program relies on.
#include "testworld.h"

#include "tests/rounds.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

using namespace feeltest;

class TestExpressions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluatesAgainstARecord_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* e, const char* r) {
            QTest::newRow(e) << QString::fromUtf8(e) << QString::fromUtf8(r);
        };
        row("event.page = \"pricing\" and event.seconds > 30", "true");
        row("intent > 80", "true");
        row("today() - signed_on > @\"P30D\"", "true");
        row("name + \"!\"", "\"李雷!\"");
        row("if intent > 90 then \"hot\" else if intent > 80 then \"warm\" else \"cold\"", "\"warm\"");
        row("orders[amount > 100].amount", "[150]");
        row("count(orders[status = \"paid\"])", "1");
        row("sum(orders.amount)", "200");
        row("owner.name", "\"Ann\"");
        row("customer.owner.name", "\"Ann\"");
        row("customer.nope_unset", "");
        row("some o in orders satisfies o.amount > 100", "true");
        row("count_events(\"viewed_page\")", "4");
        row("count_events(\"viewed_page\", @\"P7D\")", "3");
        row("count_events(\"viewed_page\", @\"P7D\", it.page = event.page)", "2");
        row("last_event(\"viewed_page\", it.page = \"pricing\").at", "@\"2026-03-09T01:00:00Z\"");
        row("days_in_a_row(\"viewed_page\")", "3");
        row("in segment(\"vip\")", "true");
        row("in segment(\"vip\") and not(in segment(\"lost\"))", "true");
        row("分数", "");
        row("intent ＞ 80 and name ＝ “李雷”", "true");
        row("now()", "@\"2026-03-10T12:00:00@Asia/Shanghai\"");
        row("@\"2026-03-10T12:00:00\" = now()", "true");
        row("50% & \"\"", "\"0.5\"");
        row("`intent` + 1", "86");
        row("2^10", "1024");
    }
    void evaluatesAgainstARecord()
    {
        QFETCH(QString, expression);
        QFETCH(QString, expected);
        const Bench bench;
        const Value value = bench.evaluate(expression.toUtf8().constData());
        if (expected.isEmpty())
            QVERIFY2(value.toText().startsWith("error: "), qPrintable(value.toFeel()));
        else
            QCOMPARE(value.toFeel(), expected);
    }

    void mistakesAreKnownBeforeRunning_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("fix");
        const auto row = [](const char* e, const char* code, const char* at, const char* fix) {
            QTest::newRow(e) << QString::fromUtf8(e) << QString(code) << QString::fromUtf8(at) << QString(fix);
        };
        row("intnet > 80", "feel.unknown_name", "intnet", "intent");
        row("owner.nmae", "feel.unknown_member", "nmae", "name");
        row("event.pgae = \"x\"", "feel.unknown_member", "pgae", "page");
        row("status = \"wno\"", "feel.not_an_option", "\"wno\"", "\"won\"");
        row("status = \"赢单\"", "feel.not_an_option", "\"赢单\"", "\"won\"");
        row("\"wno\" = status", "feel.not_an_option", "\"wno\"", "\"won\"");
        row("status in (\"won\", \"lsot\")", "feel.not_an_option", "\"lsot\"", "");
        row("status in [\"won\", \"newx\"]", "feel.not_an_option", "[\"won\", \"newx\"]", "");
        row("orders[status = \"payd\"]", "feel.not_an_option", "\"payd\"", "\"paid\"");
        row("name + 1", "feel.wrong_type", "+", "&");
        row("signed_on > 5", "feel.wrong_type", "", "");
        row("intent > \"80\"", "feel.wrong_type", "\"80\"", "80");
        row("sum(name, 1", "feel.expected", "", ")");
        row("orders[amout > 1]", "feel.unknown_name", "amout", "amount");
        row("if name then 1 else 2", "feel.wrong_type", "name", "");
        row("not(intent)", "feel.wrong_argument", "intent", "");
        row("count_events(\"viewed_page\", 7)", "feel.wrong_argument", "7", "");
    }
    void mistakesAreKnownBeforeRunning()
    {
        QFETCH(QString, expression);
        QFETCH(QString, code);
        QFETCH(QString, at);
        QFETCH(QString, fix);
        const Compiled compiled = Bench().compile(expression.toUtf8().constData());
        QVERIFY(!compiled.ok());
        const Diagnostic& d = compiled.diagnostics.first();
        QCOMPARE(d.code, code);
        if (!at.isEmpty())
            QCOMPARE(expression.mid(d.span.begin, d.span.end - d.span.begin), at);
        QCOMPARE(d.replacement, fix);
        QVERIFY(!d.what.isEmpty() && !d.remedy.isEmpty());
    }

    void everyOptionOfAChoiceMayBeCompared()
    {
        for (const char* text : {"status = \"won\"", "status != null", "status in (\"won\", \"new\")",
                                 "orders[status = \"paid\"].amount", "status & \"x\" = \"anything\""})
            QVERIFY2(Bench().compile(text).ok(), text);
    }

    void typesAreInferred_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* e, const char* t) { QTest::newRow(e) << e << t; };
        row("intent + 1", "number");
        row("orders", "list<record<order>>");
        row("orders.amount", "list<number>");
        row("orders[amount > 1]", "list<record<order>>");
        row("orders[1].amount", "number");
        row("sum(orders.amount)", "number");
        row("today() - signed_on", "days and time duration");
        row("if intent > 1 then \"a\" else \"b\"", "text");
        row("for o in orders return o.status", "list<text>");
        row("{a: 1, b: name}.b", "text");
        row("last_event(\"viewed_page\")", "record<event:viewed_page>");
        row("function(x: number) x + 1", "function");
        row("IF(true, 1, 2)", "number");
    }
    void typesAreInferred()
    {
        QFETCH(QString, expression);
        QFETCH(QString, type);
        const Compiled compiled = Bench().compile(expression.toUtf8().constData());
        QVERIFY(compiled.ok());
        QCOMPARE(compiled.program.type().toString(), type);
    }

    void aResultOfTheWrongTypeIsAnError()
    {
        CompileOptions options;
        options.expected = Type::Kind::Boolean;
        QVERIFY(Bench().compile("intent > 80", options).ok());
        const Compiled wrong = Bench().compile("intent + 1", options);
        QVERIFY(!wrong.ok());
        QCOMPARE(wrong.diagnostics.first().code, "feel.wrong_result");
    }

    void referencesSayWhatANameStandsFor_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QStringList>("references");
        const auto row = [](const char* e, QStringList r) { QTest::newRow(e) << QString::fromUtf8(e) << r; };
        row("intent > 80 and customer.owner.name = \"x\"",
            {"customer:intent", ":customer", "customer:owner", "user:name"});
        row("orders[amount > intent].amount", {"customer:orders", "order:amount", "customer:intent", "order:amount"});
        row("event.page = \"pricing\"", {":event", "event:viewed_page:page"});
        row("count_events(\"viewed_page\", @\"P7D\", it.page = event.page)",
            {"event:viewed_page!", "event:viewed_page:page", ":event", "event:viewed_page:page"});
        row("in segment(\"vip\")", {"segment:vip!"});
        row("for intent in [1] return intent", {});
        // Half-written text still says what it names.
        row("intent > and orders.amount", {"customer:intent", "customer:orders", "order:amount"});
        row("status = (", {"customer:status"});
    }
    void referencesSayWhatANameStandsFor()
    {
        QFETCH(QString, expression);
        QFETCH(QStringList, references);
        const Compiled compiled = Bench().compile(expression.toUtf8().constData());
        QStringList found;
        for (const Reference& r : compiled.references) {
            found << r.owner + u':' + r.name + (r.inString ? QStringLiteral("!") : QString());
            QCOMPARE(expression.mid(r.span.begin, r.span.end - r.span.begin), r.name);
        }
        QCOMPARE(found, references);
    }

    void classesFollowFromWhatIsAsked()
    {
        const Bench bench;
        QCOMPARE(bench.compile("intent > 80").program.expressionClass(), ExpressionClass::Stable);
        QCOMPARE(bench.compile("signed_on < today()").program.expressionClass(), ExpressionClass::TimeDependent);
        QCOMPARE(bench.compile("NOW() > now()").program.expressionClass(), ExpressionClass::TimeDependent);
        QCOMPARE(bench.compile("count_events(\"viewed_page\") > 3").program.expressionClass(),
                 ExpressionClass::TimeDependent);
        QCOMPARE(bench.compile("owner = me").program.expressionClass(), ExpressionClass::ViewerDependent);
        QCOMPARE(bench.compile("owner = me and signed_on < today()").program.expressionClass(),
                 ExpressionClass::ViewerDependent);
    }

    void explainShowsEverySubExpressionThatRan()
    {
        const Bench bench;
        const QString text = "intent > 80 and event.seconds > 60";
        const Explained all =
            bench.compile(text.toUtf8().constData()).program.explain(Frame{bench.slots, &bench.world});
        QCOMPARE(all.value.toFeel(), "false");
        QCOMPARE(all.parts.size(), size_t(2));
        QCOMPARE(text.mid(all.parts[0].span.begin, all.parts[0].span.end - all.parts[0].span.begin), "intent > 80");
        QCOMPARE(all.parts[0].value.toFeel(), "true");
        QCOMPARE(all.parts[1].parts[0].value.toFeel(), "45");
        // What was not needed did not run.
        QCOMPARE(bench.compile("false and intent > 80").program.explain(Frame{bench.slots, &bench.world}).parts.size(),
                 size_t(1));
    }

    void aRunawayExpressionEndsWithItsPlace()
    {
        const Bench bench;
        CompileOptions options;
        options.limits.steps = 10'000;
        const QStringList runaways{"count(for i in 1..1000000 return i)", "{f: function(g) g(g), r: f(f)}.r",
                                   "some i in 1..1000, j in 1..1000 satisfies i = j and i < 0"};
        for (const QString& text : runaways) {
            const Compiled compiled = bench.compile(text.toUtf8().constData(), options);
            QVERIFY2(compiled.ok(), qPrintable(text));
            const Value value = compiled.program.evaluate(Frame{bench.slots, &bench.world});
            QVERIFY2(value.nullCause(), qPrintable(text));
            QCOMPARE(value.nullCause()->code, "feel.limit");
            QVERIFY(value.nullCause()->span.end > value.nullCause()->span.begin);
        }
        options.limits = Limits{};
        options.limits.listLength = 100;
        QCOMPARE(bench.compile("for i in 1..1000 return i", options).program.evaluate({}).nullCause()->code,
                 "feel.limit");
        // Off unless somebody waits: what is kept must not depend on how fast the machine is.
        QCOMPARE(Limits{}.millis, 0);
        options.limits = Limits::ofRequest();
        options.limits.millis = 1;
        options.limits.steps = std::numeric_limits<qint64>::max();
        const Value late = bench.compile("count(for i in 1..900000 return sum([i, i + 1, i * 3]))", options)
                               .program.evaluate(Frame{bench.slots, &bench.world});
        QVERIFY(late.nullCause());
        QCOMPARE(late.nullCause()->code, "feel.too_long");
        QString deep;
        for (int i = 0; i < 5000; ++i)
            deep += u'(';
        QCOMPARE(bench.compile((deep + u'1').toUtf8().constData()).diagnostics.first().code, "feel.too_deep");
        QCOMPARE(bench.compile(QString(5000, u'-').append(u'1').toUtf8().constData()).diagnostics.first().code,
                 "feel.too_deep");
    }

    /// Nesting of every kind, closed or not, and long chains: an answer at once and no deep stack.
    void hostileTextIsAnswered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const auto many = [](const char* piece, int count) { return QString::fromLatin1(piece).repeated(count); };
        const auto row = [](const char* name, const QString& text, const char* code) {
            QTest::newRow(name) << text << QString::fromLatin1(code);
        };
        for (const char* piece : {"(",
                                  "[",
                                  "{a: ",
                                  "]",
                                  "(>",
                                  "(=",
                                  "[> ",
                                  "1 in (",
                                  "x[",
                                  "abs(",
                                  "-",
                                  "if ",
                                  "if true then ",
                                  "for i in ",
                                  "some i in ",
                                  "function(x) ",
                                  "not(",
                                  "1 instance of list<",
                                  "{a: [",
                                  "1 between ",
                                  "x in [1, ",
                                  "(1, ",
                                  "!",
                                  "[1..",
                                  "f(x: ",
                                  "1 instance of function<"})
            row(qPrintable(QStringLiteral("open ") + piece), many(piece, 5000), nullptr);
        row("closed parentheses", many("(", 2000) + u'1' + many(")", 2000), "feel.too_deep");
        row("a sum", u'1' + many("+1", 50'000), "feel.too_deep");
        row("a path", u'x' + many(".a", 50'000), "feel.too_deep");
        row("filters", u'x' + many("[1]", 20'000), "feel.too_deep");
        row("calls", u'x' + many("()", 20'000), "feel.too_deep");
        row("powers", u'2' + many("**2", 20'000), "feel.too_deep");
        row("comparisons", u'1' + many(" = 1", 20'000), "feel.too_deep");
        row("percents", u'1' + many("%", 20'000), "feel.too_deep");
        row("conditions", QStringLiteral("true") + many(" and true", 20'000), "");
        row("a list", u'[' + many("1,", 50'000) + QStringLiteral("1]"), "");
        row("unknown names", many("nobody + ", 900) + u'1', "feel.unknown_name");
        row("odd characters", many("# ", 50'000), nullptr);
        row("quotation marks", many("\"", 50'001), nullptr);
        row("more than anybody writes", QString(300'000, u' '), "feel.too_much_text");
    }
    void hostileTextIsAnswered()
    {
        QFETCH(QString, text);
        QFETCH(QString, code); // null: any error, "": none
        const Bench bench;
        for (const Dialect dialect : {Dialect::Studio, Dialect::Strict}) {
            CompileOptions options;
            options.dialect = dialect;
            const Compiled compiled = feel::compile(text, bench.scope, options);
            QVERIFY(compiled.diagnostics.size() <= 100);
            if (code.isEmpty() && !code.isNull())
                QVERIFY2(compiled.ok(), "should be read");
            else if (dialect == Dialect::Studio || !text.contains(u'%'))
                QVERIFY(!compiled.ok());
            if (!code.isEmpty() && dialect == Dialect::Studio)
                QCOMPARE(compiled.diagnostics.first().code, code);
            compileUnaryTests(text, bench.scope, 1, options);
        }
    }

    void anyTextIsReadWithoutAFault()
    {
        const Bench bench;
        for (const char* text : {"",
                                 " ",
                                 "(",
                                 ")",
                                 "[",
                                 "]",
                                 "{",
                                 "}",
                                 "{a",
                                 "{a:",
                                 "{a:}",
                                 "..",
                                 "1..",
                                 "[1..",
                                 "]",
                                 "]1",
                                 "if",
                                 "if then else",
                                 "for",
                                 "for x",
                                 "for x in",
                                 "some",
                                 "function",
                                 "function(",
                                 "function(x",
                                 "x.",
                                 ".x",
                                 "a[",
                                 "a(",
                                 "f(x:",
                                 "instance of",
                                 "1 instance of",
                                 "1 instance of list<",
                                 "not",
                                 "not(",
                                 "in",
                                 "1 in",
                                 "1 in (",
                                 "between",
                                 "1 between",
                                 "1 between 2 and",
                                 "@",
                                 "@\"",
                                 "`",
                                 "\"\\u12",
                                 "//",
                                 "/*",
                                 "1e",
                                 "1 2 3",
                                 "客户 ＞",
                                 "\xf0\x9f\x98\x80",
                                 "{{}}",
                                 "[[[[",
                                 "a.b.c.d[e].f(g)"})
            bench.compile(text);
    }

    /// Token soup in both dialects: whatever comes, there is an answer and no fault. FORMWRIGHT_SEED repeats a run.
    void randomTextIsAnswered()
    {
        static const QStringList pieces{"1",
                                        "2.5",
                                        "-",
                                        "+",
                                        "*",
                                        "/",
                                        "**",
                                        "^",
                                        "&",
                                        "%",
                                        "(",
                                        ")",
                                        "[",
                                        "]",
                                        "{",
                                        "}",
                                        "..",
                                        ",",
                                        ":",
                                        ".",
                                        "=",
                                        "!=",
                                        "<",
                                        "<=",
                                        ">",
                                        ">=",
                                        "<>",
                                        "and",
                                        "or",
                                        "not",
                                        "if",
                                        "then",
                                        "else",
                                        "for",
                                        "in",
                                        "return",
                                        "some",
                                        "every",
                                        "satisfies",
                                        "between",
                                        "instance of",
                                        "function",
                                        "external",
                                        "true",
                                        "false",
                                        "null",
                                        "\"a\"",
                                        "\"",
                                        "@\"2026-01-05\"",
                                        "@\"P1M\"",
                                        "@\"PT1H\"",
                                        "@\"2026-01-05T09:00:00@Europe/Paris\"",
                                        "x",
                                        "y",
                                        "item",
                                        "partial",
                                        "?",
                                        "intent",
                                        "orders",
                                        "orders.amount",
                                        "owner",
                                        "event",
                                        "status",
                                        "name",
                                        "signed_on",
                                        "date and time",
                                        "date",
                                        "sum",
                                        "count",
                                        "sort",
                                        "string",
                                        "split",
                                        "matches",
                                        "IF",
                                        "SWITCH",
                                        "TEXT",
                                        "now()",
                                        "today()",
                                        "count_events",
                                        "in segment",
                                        "range",
                                        "list<number>",
                                        "（",
                                        "）",
                                        "，",
                                        "＞",
                                        "“",
                                        "”",
                                        "客户",
                                        "`",
                                        "//",
                                        "/*",
                                        "é",
                                        "𝄞"};
        QRandomGenerator random(tests::seed());
        Bench bench;
        bench.scope.strictNames = false;
        CompileOptions options;
        options.limits = Limits{50, 20'000, 2'000};
        QElapsedTimer clock;
        clock.start();
        int ran = 0;
        for (int i = 0; i < 200'000 && clock.elapsed() < 1500; ++i) {
            QString text;
            for (int n = random.bounded(1, 16); n > 0; --n)
                text += pieces[random.bounded(pieces.size())] + (random.bounded(4) ? QStringLiteral(" ") : QString());
            options.dialect = random.bounded(2) ? Dialect::Studio : Dialect::Strict;
            const Compiled compiled = random.bounded(5) ? feel::compile(text, bench.scope, options)
                                                        : compileUnaryTests(text, bench.scope, 1, options);
            for (const Diagnostic& d : compiled.diagnostics)
                QVERIFY2(d.span.begin >= 0 && d.span.begin <= d.span.end && d.span.end <= text.size() &&
                             !d.what.isEmpty(),
                         qPrintable(text));
            if (compiled.ok()) {
                compiled.program.evaluate(Frame{bench.slots, &bench.world}).toFeel();
                compiled.program.explain(Frame{bench.slots, &bench.world});
                ++ran;
            }
        }
        QVERIFY(ran > 0);
    }

    void unaryTestsReadACellOfATable()
    {
        Scope scope;
        scope.add("score", Type::Kind::Number);
        scope.add("limit", Type::Kind::Number);
        const auto holds = [&](const char* cell, int score) {
            const Compiled compiled = compileUnaryTests(QString::fromUtf8(cell), scope, 0);
            const std::vector<Value> slots{Value(score), Value(50)};
            return compiled.ok() && compiled.program.evaluate(Frame{slots, nullptr}).isTrue();
        };
        QVERIFY(holds("-", 1));
        QVERIFY(holds("> 5, < 2", 6) && holds("> 5, < 2", 1) && !holds("> 5, < 2", 3));
        QVERIFY(holds("[10..20)", 10) && !holds("[10..20)", 20));
        QVERIFY(holds("not(1, 2)", 3) && !holds("not(1, 2)", 2));
        QVERIFY(holds("7", 7) && !holds("7", 8));
        QVERIFY(holds("> limit", 51) && !holds("> limit", 50));
        QVERIFY(holds("? > 3 and ? < 6", 5) && !holds("? > 3 and ? < 6", 6));
        QVERIFY(holds("odd(?)", 5) && !holds("odd(?)", 6));
        const std::vector<Value> empty{Value(), Value(50)};
        QVERIFY(compileUnaryTests("null", scope, 0).program.evaluate(Frame{empty, nullptr}).isTrue());
        QVERIFY(!compileUnaryTests("> 5", scope, 0).program.evaluate(Frame{empty, nullptr}).isTrue());
    }

    void templatesSubstituteExpressions()
    {
        const Bench bench;
        QList<Diagnostic> problems;
        const auto text = TextTemplate::compile(
            "致电{name}：{{ {intent + 1} }} {owner.name & \"}\"} {orders[5].amount}", bench.scope, {}, &problems);
        QVERIFY(problems.isEmpty());
        int nulls = 0;
        QCOMPARE(text.render(Frame{bench.slots, &bench.world}, {}, &nulls), "致电李雷：{ 86 } Ann} ");
        QCOMPARE(nulls, 1);
        const auto shout = [](const Value& v) { return u'<' + v.toText() + u'>'; };
        QCOMPARE(TextTemplate::compile("{intent}!", bench.scope, {}, nullptr)
                     .render(Frame{bench.slots, &bench.world}, shout),
                 "<85>!");
    }

    void templatesPointAtTheirMistakes()
    {
        const Bench bench;
        QList<Diagnostic> problems;
        const QString source = "Call {nmae} now";
        const auto text = TextTemplate::compile(source, bench.scope, {}, &problems);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(source.mid(problems[0].span.begin, 4), "nmae");
        QCOMPARE(problems[0].replacement, "name");
        problems.clear();
        TextTemplate::compile("Call {name", bench.scope, {}, &problems);
        QCOMPARE(problems.first().code, "feel.open_brace");
        const QString both = "{owner.name}, {intent}";
        QStringList names;
        const auto named = TextTemplate::compile(both, bench.scope, {}, nullptr);
        for (const Reference& r : named.references())
            names << both.mid(r.span.begin, r.span.end - r.span.begin);
        QCOMPARE(names, QStringList({"owner", "name", "intent"}));
    }

    void oneProgramServesSeveralThreads()
    {
        const Bench bench;
        const Program program = bench.compile("sum(for o in orders[amount > 10] return o.amount * 2) + intent").program;
        QAtomicInt wrong = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int n = 0; n < 2000; ++n)
                    if (program.evaluate(Frame{bench.slots, &bench.world}).toFeel() != "485")
                        wrong.ref();
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads)
            thread->wait();
        QCOMPARE(wrong.loadRelaxed(), 0);
    }
};

QTEST_GUILESS_MAIN(TestExpressions)
#include "tst_expressions.moc"
