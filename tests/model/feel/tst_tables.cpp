// Decision tables: what the column index answers is what running every cell answers, whatever the cells, inputs and policy.
#include "model/feel/decisiontable.h"
#include "model/feel/operators.h"
#include "tests/rounds.h"

#include <QThread>
#include <QtTest>

using namespace fw::feel;
using namespace fw::tests;
using HitPolicy = DecisionTable::HitPolicy;
using Aggregation = DecisionTable::Aggregation;

namespace
{

/// Cells of all sorts: what an index reads, what it must leave to the cell, and both mixed.
const QStringList cellPool{
    QStringLiteral("-"),
    QString(),
    QStringLiteral("5"),
    QStringLiteral("5.00"),
    QStringLiteral("> 3"),
    QStringLiteral("<= 7.5"),
    QStringLiteral("!= 4"),
    QStringLiteral("[2..5]"),
    QStringLiteral("(2..5)"),
    QStringLiteral("[3..7.5)"),
    QStringLiteral("1, 3, [6..8]"),
    QStringLiteral("not(3)"),
    QStringLiteral("not(> 4, 1)"),
    QStringLiteral("[1, 2, 5]"),
    QStringLiteral("[[4..6], 9]"),
    QStringLiteral("null"),
    QStringLiteral("not(null)"),
    QStringLiteral("null, > 6"),
    QStringLiteral("1e40, < -1e40"),
    QStringLiteral("1 / 3"),
    QStringLiteral("\"a\""),
    QStringLiteral("\"a\", \"b\", 5"),
    QStringLiteral("not(\"a\", \"c\")"),
    QStringLiteral("< \"b\""),
    QStringLiteral("[\"a\"..\"b\"]"),
    QStringLiteral("true"),
    QStringLiteral("not(false)"),
    QStringLiteral("@\"2026-01-05\""),
    QStringLiteral(">= @\"2026-01-05\""),
    QStringLiteral("[@\"2026-01-01\"..@\"2026-01-05\"], \"a\""),
    QStringLiteral("> @\"2026-01-05T08:00:00\""),
    QStringLiteral("@\"PT5H\", 5"),
    QStringLiteral("x"),
    QStringLiteral("> x"),
    QStringLiteral("[x..6]"),
    QStringLiteral("? > 3 and ? < 6"),
    QStringLiteral("? = x or ? = null"),
    QStringLiteral("not(x)"),
    QStringLiteral("abs"),
};

const QStringList inputPool{
    QStringLiteral("0"),
    QStringLiteral("1"),
    QStringLiteral("2"),
    QStringLiteral("3"),
    QStringLiteral("4.999"),
    QStringLiteral("5"),
    QStringLiteral("5.0"),
    QStringLiteral("6"),
    QStringLiteral("7.5"),
    QStringLiteral("7.50001"),
    QStringLiteral("100"),
    QStringLiteral("1e40"),
    QStringLiteral("-1e41"),
    QStringLiteral("1 / 3"),
    QStringLiteral("0.3333333333333333333333333333333334"),
    QStringLiteral("null"),
    QStringLiteral("1 / 0"),
    QStringLiteral("true"),
    QStringLiteral("false"),
    QStringLiteral("\"a\""),
    QStringLiteral("\"b\""),
    QStringLiteral("\"?\""),
    QStringLiteral("\"\""),
    QStringLiteral("@\"2025-12-31\""),
    QStringLiteral("@\"2026-01-05\""),
    QStringLiteral("@\"2026-01-06\""),
    QStringLiteral("@\"2026-01-05T09:00:00\""),
    QStringLiteral("@\"PT5H\""),
    QStringLiteral("[1, 2, 5]"),
    QStringLiteral("[2..5]"),
    QStringLiteral("{a: 1}"),
};

Value value(const QString& text)
{
    CompileOptions options;
    options.dialect = Dialect::Strict;
    return compile(text, Scope(), options).program.evaluate({});
}

/// A random table over the names i0, i1 … and x, all of any type.
class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) {}

    DecisionTable table(HitPolicy policy, Aggregation aggregation)
    {
        DecisionTable out;
        out.hitPolicy = policy;
        out.aggregation = aggregation;
        const int inputs = 1 + m_random.bounded(4), rules = 1 + m_random.bounded(m_random.bounded(3) ? 12 : 200);
        const bool numbers = aggregation != Aggregation::None;
        const int outputs = numbers ? 1 : 1 + m_random.bounded(2);
        for (int i = 0; i < inputs; ++i)
            out.inputs.append(
                {QStringLiteral("i%1").arg(i), m_random.bounded(8) ? QString() : QStringLiteral("not(100)")});
        for (int i = 0; i < outputs; ++i)
            out.outputs.append({QStringLiteral("out%1").arg(i),
                                numbers ? QString() : QStringLiteral("\"high\", \"mid\", \"low\""),
                                m_random.bounded(3) ? QString() : QStringLiteral("\"none\"")});
        for (int r = 0; r < rules; ++r) {
            DecisionTable::Rule rule;
            for (int i = 0; i < inputs; ++i)
                rule.when << cell();
            for (int i = 0; i < outputs; ++i)
                rule.then << (numbers ? QString::number(m_random.bounded(50)) : word());
            out.rules.append(rule);
        }
        return out;
    }
    Value input() { return value(inputPool[m_random.bounded(int(inputPool.size()))]); }
    QString cell()
    {
        return m_random.bounded(3) ? cellPool[m_random.bounded(int(cellPool.size()))] : QStringLiteral("-");
    }
    int bounded(int limit) { return m_random.bounded(limit); }

private:
    QString word()
    {
        static const QStringList words{QStringLiteral("\"low\""), QStringLiteral("\"mid\""), QStringLiteral("\"high\""),
                                       QStringLiteral("\"odd\""), QStringLiteral("x")};
        return words[m_random.bounded(int(words.size()))];
    }
    QRandomGenerator m_random;
};

Scope scopeOf(const DecisionTable& table)
{
    Scope scope;
    for (int i = 0; i < table.inputs.size(); ++i)
        scope.add(QStringLiteral("i%1").arg(i), Type());
    scope.add(QStringLiteral("x"), Type());
    return scope;
}

CompileOptions strict()
{
    CompileOptions options;
    options.dialect = Dialect::Strict;
    return options;
}

/// DMN 1.5, chapter 8, word for word and without a thought for speed.
class Plain
{
public:
    Plain(const DecisionTable& table, const std::vector<Value>& slots) : m_table(table), m_slots(slots) {}

    std::vector<int> hits() const
    {
        std::vector<int> out;
        for (int i = 0; i < m_table.inputs.size(); ++i)
            if (!m_table.inputs[i].allowed.isEmpty() && !test(m_table.inputs[i].allowed, i))
                return out;
        for (int r = 0; r < m_table.rules.size(); ++r) {
            bool all = true;
            for (int i = 0; i < m_table.inputs.size(); ++i)
                all = all && test(m_table.rules[r].when[i], i);
            if (all)
                out.push_back(r);
        }
        return out;
    }

    Value result() const
    {
        std::vector<Value> results;
        for (const int r : hits())
            results.push_back(output(m_table.rules[r].then));
        if (results.empty())
            return defaults();
        const auto better = [this](const Value& a, const Value& b) { return rank(a) < rank(b); };
        const auto same = [&](const Value& other) { return other == results.front(); };
        switch (m_table.hitPolicy) {
        case HitPolicy::Unique: return results.size() == 1 ? results.front() : Value();
        case HitPolicy::First: return results.front();
        case HitPolicy::Any: return std::all_of(results.begin(), results.end(), same) ? results.front() : Value();
        case HitPolicy::Priority: return *std::min_element(results.begin(), results.end(), better);
        case HitPolicy::OutputOrder: std::stable_sort(results.begin(), results.end(), better); break;
        case HitPolicy::RuleOrder:
        case HitPolicy::Collect: break;
        }
        return m_table.hitPolicy == HitPolicy::Collect ? collected(results) : Value::list(results);
    }

private:
    bool test(const QString& cell, int column) const
    {
        if (cell.isEmpty() || cell == QLatin1String("-"))
            return true;
        return compileUnaryTests(cell, scopeOf(m_table), column, strict())
            .program.evaluate({m_slots, nullptr})
            .isTrue();
    }
    Value output(const QStringList& texts) const
    {
        Value::Entries entries;
        for (int i = 0; i < texts.size(); ++i)
            entries.push_back({m_table.outputs[i].name,
                               compile(texts[i], scopeOf(m_table), strict()).program.evaluate({m_slots, nullptr})});
        return entries.size() == 1 ? entries.front().value : Value::context(entries);
    }
    Value defaults() const
    {
        QStringList texts;
        bool any = false;
        for (const auto& output : m_table.outputs) {
            any = any || !output.defaultValue.isEmpty();
            texts << (output.defaultValue.isEmpty() ? QStringLiteral("null") : output.defaultValue);
        }
        return any ? output(texts) : Value();
    }
    std::vector<int> rank(const Value& result) const
    {
        std::vector<int> out;
        for (int i = 0; i < m_table.outputs.size(); ++i) {
            const Value& one = m_table.outputs.size() == 1 ? result : result.entries()[size_t(i)].value;
            const QStringList words{QStringLiteral("high"), QStringLiteral("mid"), QStringLiteral("low")};
            const qsizetype at = one.kind() == Value::Kind::String ? words.indexOf(one.string()) : -1;
            out.push_back(at < 0 ? 3 : int(at));
        }
        return out;
    }
    Value collected(const std::vector<Value>& results) const
    {
        Decimal sum = results.front().kind() == Value::Kind::Number ? Decimal() : Decimal(), least, most;
        if (m_table.aggregation == Aggregation::None)
            return Value::list(results);
        least = most = results.front().number();
        for (const Value& one : results) {
            sum = *sum.plus(one.number());
            least = std::min(least, one.number());
            most = std::max(most, one.number());
        }
        switch (m_table.aggregation) {
        case Aggregation::Sum: return sum;
        case Aggregation::Count: return qint64(results.size());
        case Aggregation::Min: return least;
        default: return most;
        }
    }

    const DecisionTable& m_table;
    const std::vector<Value>& m_slots;
};

QString describe(const DecisionTable& table, const std::vector<Value>& slots)
{
    QStringList lines;
    for (const auto& rule : table.rules)
        lines << rule.when.join(QStringLiteral(" | ")) + QStringLiteral(" => ") + rule.then.join(QStringLiteral(", "));
    for (const Value& slot : slots)
        lines << slot.toFeel();
    return lines.join(u'\n');
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPolicyGivesWhatThePlainWayGives_data()
    {
        QTest::addColumn<QString>("policy");
        for (const char* policy : {"U", "A", "P", "F", "R", "O", "C", "C+", "C#", "C<", "C>"})
            QTest::newRow(policy) << QString::fromLatin1(policy);
    }
    void everyPolicyGivesWhatThePlainWayGives()
    {
        QFETCH(QString, policy);
        const auto [hitPolicy, aggregation] = DecisionTable::policyNamed(policy).value();
        Maker maker(seed());
        for (int i = 0; i < rounds(60, 2000); ++i) {
            const DecisionTable table = maker.table(hitPolicy, aggregation);
            QList<TableDiagnostic> diagnostics;
            const CompiledTable compiled = CompiledTable::compile(table, scopeOf(table), strict(), &diagnostics);
            QVERIFY2(compiled.isValid(),
                     qPrintable(diagnostics.isEmpty() ? QString() : diagnostics.first().diagnostic.what.english()));
            for (int n = 0; n < 4; ++n) {
                std::vector<Value> slots;
                for (int k = 0; k <= table.inputs.size(); ++k)
                    slots.push_back(maker.input());
                const Plain plain(table, slots);
                std::vector<int> expected = plain.hits();
                if (hitPolicy == HitPolicy::First && expected.size() > 1)
                    expected.resize(1);
                QVERIFY2(compiled.hits({slots, nullptr}) == expected, qPrintable(describe(table, slots)));
                const QString result = compiled.evaluate({slots, nullptr}).toFeel();
                QVERIFY2(result == plain.result().toFeel(),
                         qPrintable(describe(table, slots) + u'\n' + result + u' ' + plain.result().toFeel()));
            }
        }
    }

    void aColumnOfManyLimitsFindsEach()
    {
        DecisionTable table;
        table.inputs = {{QStringLiteral("i0"), {}}};
        table.outputs = {{QStringLiteral("out"), {}, {}}};
        for (int i = 0; i < 1000; ++i)
            table.rules.append({{QStringLiteral("[%1.5..%2.5)").arg(i).arg(i + 1)}, {QString::number(i)}});
        const CompiledTable compiled = CompiledTable::compile(table, scopeOf(table), strict(), nullptr);
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(compiled.evaluate({{{Value(i + 1), Value()}}, nullptr}).toFeel(), QString::number(i));
            const Value edge = Decimal::fromScaled(qint64(i) * 10 + 5, 1);
            QCOMPARE(compiled.evaluate({{{edge, Value()}}, nullptr}).toFeel(), QString::number(i));
        }
        QVERIFY(compiled.evaluate({{{Value(0), Value()}}, nullptr}).isNull());
    }

    void aScopeMayHaveSlotsOfItsOwnChoice()
    {
        Scope scope;
        scope.addAt(7, QStringLiteral("score"), Type::Kind::Number);
        DecisionTable table;
        table.inputs = {{QStringLiteral("score"), {}}};
        table.outputs = {{QStringLiteral("out"), {}, {}}};
        table.rules = {{{QStringLiteral("> 80")}, {QStringLiteral("score + 1")}}};
        const CompiledTable compiled = CompiledTable::compile(table, scope, {}, nullptr);
        std::vector<Value> slots(8);
        slots[7] = Value(85);
        QCOMPARE(compiled.evaluate({slots, nullptr}).toFeel(), "86");
    }

    void prioritiesGoByEveryOutputInTurn()
    {
        // More outputs than a number made of their places could hold.
        DecisionTable table;
        table.hitPolicy = HitPolicy::Priority;
        table.inputs = {{QStringLiteral("i0"), {}}};
        DecisionTable::Rule worse{{QStringLiteral("-")}, {}}, better{{QStringLiteral("-")}, {}};
        for (int i = 0; i < 12; ++i) {
            table.outputs.append({QStringLiteral("o%1").arg(i), QStringLiteral("1, 2"), {}});
            worse.then << (i == 0 ? QStringLiteral("2") : QStringLiteral("1"));
            better.then << (i == 0 ? QStringLiteral("1") : QStringLiteral("2"));
        }
        table.rules = {worse, better};
        const CompiledTable compiled = CompiledTable::compile(table, scopeOf(table), strict(), nullptr);
        QCOMPARE(compiled.evaluate({{{Value(), Value()}}, nullptr}).entry(u"o0")->toFeel(), "1");
    }

    void oneTableServesSeveralThreads()
    {
        Maker maker(seed());
        const DecisionTable table = maker.table(HitPolicy::RuleOrder, Aggregation::None);
        const CompiledTable compiled = CompiledTable::compile(table, scopeOf(table), strict(), nullptr);
        std::vector<std::vector<Value>> inputs(50);
        QStringList expected;
        for (auto& slots : inputs) {
            for (int k = 0; k <= table.inputs.size(); ++k)
                slots.push_back(maker.input());
            expected << compiled.evaluate({slots, nullptr}).toFeel();
        }
        QAtomicInt wrong = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int n = 0; n < 40; ++n)
                    for (size_t k = 0; k < inputs.size(); ++k)
                        if (compiled.evaluate({inputs[k], nullptr}).toFeel() != expected[qsizetype(k)])
                            wrong.ref();
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads)
            thread->wait();
        QCOMPARE(wrong.loadRelaxed(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
