// What compiling promises: constants are computed once, nothing is computed that is not needed, a scalar costs no memory, and
// a run ends at its limits.
#include "testworld.h"

#include <QThread>
#include <QtTest>

#include <cstdlib>

using namespace feeltest;

// Every request for memory of this thread is counted, Qt's (malloc) as well as C++'s (operator new calls it). Sanitizers bring
// a malloc of their own, which stays.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define FORMWRIGHT_COUNTS_MEMORY 1
namespace
{
thread_local qint64 requests = 0;
}
extern "C" {
void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* malloc(size_t size) noexcept
{
    ++requests;
    return __libc_malloc(size);
}
void* calloc(size_t count, size_t size) noexcept
{
    ++requests;
    return __libc_calloc(count, size);
}
void* realloc(void* old, size_t size) noexcept
{
    ++requests;
    return __libc_realloc(old, size);
}
}
#endif

namespace
{

/// A record that counts how often it is asked.
class Asked : public RecordView
{
public:
    QString type() const override { return QStringLiteral("asked"); }
    QString id() const override { return QStringLiteral("1"); }
    Value field(QStringView) const override
    {
        ++times;
        return Value(1);
    }
    mutable int times = 0;
};

Scope scalars()
{
    Scope scope;
    scope.add(QStringLiteral("score"), Type::Kind::Number);
    scope.add(QStringLiteral("price"), Type::Kind::Number);
    scope.add(QStringLiteral("stage"), Type::Kind::String);
    scope.add(QStringLiteral("signed"), Type::Kind::Date);
    scope.add(QStringLiteral("vip"), Type::Kind::Boolean);
    scope.add(QStringLiteral("blank"), Type::Kind::Number);
    scope.add(QStringLiteral("item"), Type::context({{"qty", Type::Kind::Number}, {"unit price", Type::Kind::Number}}));
    scope.add(QStringLiteral("made"), Type::Kind::DateTime);
    scope.add(QStringLiteral("took"), Type::Kind::TimeDuration);
    return scope;
}

std::vector<Value> scalarSlots()
{
    return {Value(85),
            Value(Decimal::fromScaled(1999, 2)),
            Value(QStringLiteral("quote")),
            Value(Date{2026, 1, 5}),
            Value(true),
            Value(),
            Value::context({{"qty", Value(3)}, {"unit price", Value(Decimal::fromScaled(250, 2))}}),
            Value(DateTime::fromEpochMillis(1'767'600'000'000, QTimeZone("Asia/Shanghai"))),
            Value(TimeDuration{5400, 0})};
}

Program program(const QString& text, const CompileOptions& options = {})
{
    const Compiled compiled = compile(text, scalars(), options);
    if (!compiled.ok())
        qWarning("%s: %s", qPrintable(text), qPrintable(compiled.diagnostics.first().what.english()));
    return compiled.program;
}

} // namespace

class TestCompiled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalarsTakeNoMemory_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char* text : {"if score > 80 and stage = \"quote\" then \"hot\" else \"cold\"",
                                 "score * price + 1 >= 10.5",
                                 "(score - 5) / 4 * 100 - price",
                                 "-score < 0 and score ** 2 > 100",
                                 "score between 10 and price * 10",
                                 "score in [1..90]",
                                 "score in [price..price * 10]",
                                 "score in (blank..90]",
                                 "score in (> price, [1..price])",
                                 "signed in [@\"2026-01-01\"..signed]",
                                 "string length(stage) = 5 and string length(\"报价\") < string length(stage)",
                                 "made > @\"2026-01-01T00:00:00@Asia/Shanghai\" and made <= made",
                                 "made.year = 2026 and made.hour < 12",
                                 "took > @\"PT1H\" or took = @\"PT30M\"",
                                 "@\"P1D\" + took > @\"P1D\"",
                                 "price in (> 3, [100..200])",
                                 "stage in (\"new\", \"quote\")",
                                 "stage < \"z\" and stage >= \"a\"",
                                 "stage != \"won\" or vip",
                                 "signed > @\"2025-12-31\" and signed <= @\"2026-12-31\"",
                                 "signed + @\"P1M\" < @\"2026-03-01\"",
                                 "signed - @\"2026-01-01\" > @\"P3D\"",
                                 "signed.year * 100 + signed.month",
                                 "not(vip) or blank = null",
                                 "if blank > 3 then 1 else 2",
                                 "blank + 1",
                                 "abs(score - 100) < 50",
                                 "floor(price / 3)",
                                 "modulo(score, 7) = 1",
                                 "round half up(price, 1)",
                                 "item.qty * item.unit price > 7",
                                 "if item.qty > 2 then item.unit price else 0",
                                 "IF(score > 80, price, 0)",

                                 "contains(stage, \"uot\") and starts with(stage, \"q\")"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void scalarsTakeNoMemory()
    {
#ifdef FORMWRIGHT_COUNTS_MEMORY
        QFETCH(QString, expression);
        const Program compiled = program(expression);
        const std::vector<Value> slots = scalarSlots();
        const Frame frame{slots, nullptr};
        const Value expected = compiled.evaluate(frame);
        QVERIFY2(!expected.nullCause(), qPrintable(expression));
        const qint64 before = requests;
        bool same = true;
        for (int i = 0; i < 100; ++i)
            same = same && compiled.evaluate(frame) == expected;
        const qint64 made = requests - before;
        QVERIFY(same);
        QCOMPARE(made, 0);
#else
        QSKIP("memory is counted with glibc's malloc only");
#endif
    }

    void constantsAreComputedOnce_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* text, const char* value) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(value);
        };
        row("1 + 2 * 3", "7");
        row("{a: 1, b: 2}.b", "2");
        row("[1, 2, 3][2]", "2");
        row("if 1 < 2 then \"a\" else \"b\"", "\"a\"");
        row("3 between 1 and 5", "true");
        row("3 in [1..5] and \"a\" in (\"a\", \"b\")", "true");
        row("3 instance of number", "true");
        row("@\"2026-01-31\" + @\"P1M\"", "@\"2026-02-28\"");
        row("@\"2026-01-05\".weekday", "1");
        row("sum([1, 2]) + count([3])", "4");
        row("1 / 0", "null");
        row("[1, 2][5]", "null");
    }
    void constantsAreComputedOnce()
    {
        QFETCH(QString, expression);
        QFETCH(QString, value);
        const Explained explained = program(expression).explain({});
        QCOMPARE(explained.value.toFeel(), value);
        QVERIFY(explained.parts.empty());
    }

    void partsThatAreConstantAreComputedOnceToo()
    {
        const auto slots = scalarSlots();
        const Explained explained =
            program("score > (1 + 2) * 10 and stage in ([\"a\", \"quote\"])").explain({slots, nullptr});
        QCOMPARE(explained.value.toFeel(), "true");
        QCOMPARE(explained.parts.size(), size_t(2));
        QCOMPARE(explained.parts[0].parts.size(), size_t(2));
        QVERIFY(explained.parts[0].parts[1].parts.empty());
        QCOMPARE(explained.parts[0].parts[1].value.toFeel(), "30");
    }

    void aConstantThatFailsKeepsItsCauseAndPlace()
    {
        const QString text = QStringLiteral("score > 2 + 1 / 0");
        const auto slots = scalarSlots();
        const Value value = program(text).evaluate({slots, nullptr});
        QVERIFY(value.nullCause());
        QCOMPARE(value.nullCause()->code, "feel.division_by_zero");
        QCOMPARE(text.mid(value.nullCause()->span.begin, value.nullCause()->span.end - value.nullCause()->span.begin),
                 "1 / 0");
    }

    void whatIsNotNeededDoesNotRun()
    {
        Scope scope;
        scope.add(QStringLiteral("asked"), Type());
        scope.add(QStringLiteral("yes"), Type::Kind::Boolean);
        const auto record = std::make_shared<Asked>();
        const std::vector<Value> slots{Value(std::shared_ptr<const RecordView>(record)), Value(true)};
        for (const char* text : {"yes or asked.x = 2", "not(yes) and asked.x = 2", "if yes then 1 else asked.x",
                                 "IF(yes, 1, asked.x)", "some i in [1, 2] satisfies yes or asked.x = i",
                                 "every i in [1, 2] satisfies not(yes) and asked.x = i"}) {
            record->times = 0;
            compile(QString::fromLatin1(text), scope).program.evaluate({slots, nullptr});
            QVERIFY2(record->times == 0, text);
        }
        compile(QStringLiteral("some i in [1, 2, 3] satisfies asked.x = 1"), scope).program.evaluate({slots, nullptr});
        QCOMPARE(record->times, 1);
    }

    void oneProgramServesSeveralThreads_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char* text :
             {"if score > 80 and stage = \"quote\" then item.qty * item.unit price else 1 / 0",
              "sum(for i in 1..50 return i * score) + {f: function(x) x + price, r: f(1)}.r",
              "[item, {qty: 5}, {a: 1, qty: 7}][qty > 2].qty", "string(1 / 3) & upper case(stage) & string(signed)",
              "1 / 0", "replace(stage, \"[a-m]\", \"x\") & string(@\"2026-01-05T09:00:00@Asia/Shanghai\")"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void oneProgramServesSeveralThreads()
    {
        QFETCH(QString, expression);
        const Program compiled = program(expression);
        const std::vector<Value> slots = scalarSlots();
        const QString expected = compiled.evaluate({slots, nullptr}).toFeel();
        QAtomicInt wrong = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back(QThread::create([&] {
                const Program copy = compiled;
                for (int n = 0; n < 500; ++n)
                    if (copy.evaluate({slots, nullptr}).toFeel() != expected)
                        wrong.ref();
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads)
            thread->wait();
        QCOMPARE(wrong.loadRelaxed(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCompiled)
#include "tst_compiled.moc"
