// FEEL against Qt's own JavaScript engine, in one process on the same expression. What counts is the ratio, which the last
// lines print; seconds depend on the machine and on what else runs on it.
#include "model/feel/decisiontable.h"

#include <QCoreApplication>
#include <QJSEngine>
#include <benchmark/benchmark.h>

#include <malloc.h>

#include <cstdio>
#include <map>

using namespace fw::feel;

namespace
{

constexpr const char* condition = "if score > 80 and stage = \"quote\" then \"hot\" else \"cold\"";
constexpr const char* conditionJs =
    "(function(score, stage) { return score > 80 && stage === 'quote' ? 'hot' : 'cold' })";
constexpr const char* filter = "sum(items[qty > 2 and stage = \"quote\"].price)";
constexpr const char* filterJs = "(function(items) { return items.filter(i => i.qty > 2 && i.stage === 'quote').map(i "
                                 "=> i.price).reduce((a, b) => a + b, 0) })";
/// The same as a loop, which no rule writer would write but a JavaScript programmer might.
constexpr const char* loopJs = "(function(items) { let sum = 0; for (let k = 0; k < items.length; ++k) { const i = "
                               "items[k]; if (i.qty > 2 && i.stage === 'quote') sum += i.price } return sum })";
constexpr const char* parseText = "if 85 > 80 and \"quote\" = \"quote\" then \"hot\" else \"cold\"";
constexpr const char* parseTextJs = "(85 > 80 && 'quote' === 'quote') ? 'hot' : 'cold'";

struct World {
    Scope scope;
    std::vector<Value> slots;
    World()
    {
        const Type item =
            Type::context({{"qty", Type::Kind::Number}, {"stage", Type::Kind::String}, {"price", Type::Kind::Number}});
        scope.add("score", Type::Kind::Number);
        scope.add("stage", Type::Kind::String);
        scope.add("items", Type::list(item));
        Value::Items items;
        for (int i = 0; i < 100; ++i)
            items.push_back(Value::context({{"qty", Value(i % 5)},
                                            {"stage", Value(QString(i % 2 ? "quote" : "new"))},
                                            {"price", Value(*Decimal::fromString(QString::number(i) + ".50"))}}));
        slots = {Value(85), Value(QString("quote")), Value::list(std::move(items))};
    }
};

QJSValue jsItems(QJSEngine& engine)
{
    QJSValue array = engine.newArray(100);
    for (int i = 0; i < 100; ++i) {
        QJSValue item = engine.newObject();
        item.setProperty("qty", i % 5);
        item.setProperty("stage", i % 2 ? "quote" : "new");
        item.setProperty("price", i + 0.5);
        array.setProperty(static_cast<quint32>(i), item);
    }
    return array;
}

void feelCondition(benchmark::State& state)
{
    const World world;
    const Program program = compile(condition, world.scope).program;
    const Frame frame{world.slots, nullptr};
    for (auto _ : state)
        benchmark::DoNotOptimize(program.evaluate(frame));
}
BENCHMARK(feelCondition);

void jsCondition(benchmark::State& state)
{
    QJSEngine engine;
    const QJSValue function = engine.evaluate(conditionJs);
    const QJSValueList arguments{85, "quote"};
    for (auto _ : state)
        benchmark::DoNotOptimize(function.call(arguments));
}
BENCHMARK(jsCondition);

void feelFilter(benchmark::State& state)
{
    const World world;
    const Program program = compile(filter, world.scope).program;
    const Frame frame{world.slots, nullptr};
    for (auto _ : state)
        benchmark::DoNotOptimize(program.evaluate(frame));
}
BENCHMARK(feelFilter);

void jsOverItems(benchmark::State& state, const char* text)
{
    QJSEngine engine;
    const QJSValue function = engine.evaluate(text);
    const QJSValueList arguments{jsItems(engine)};
    for (auto _ : state)
        benchmark::DoNotOptimize(function.call(arguments));
}
void jsFilter(benchmark::State& state)
{
    jsOverItems(state, filterJs);
}
BENCHMARK(jsFilter);
void jsLoop(benchmark::State& state)
{
    jsOverItems(state, loopJs);
}
BENCHMARK(jsLoop);

void feelParse(benchmark::State& state)
{
    const Scope scope;
    for (auto _ : state)
        benchmark::DoNotOptimize(compile(parseText, scope).program.evaluate({}));
}
BENCHMARK(feelParse);

void jsParse(benchmark::State& state)
{
    QJSEngine engine;
    for (auto _ : state)
        benchmark::DoNotOptimize(engine.evaluate(parseTextJs));
}
BENCHMARK(jsParse);

/// region × amount × score → discount: `count` rules of three cells each that do not overlap.
DecisionTable priceList(int count)
{
    DecisionTable table;
    table.inputs = {{"region", {}}, {"amount", {}}, {"score", {}}};
    table.outputs = {{"discount", {}, "0"}};
    for (int i = 0; i < count; ++i)
        table.rules.append(
            {{QString("\"r%1\"").arg(i % 10), QString("[%1..%2)").arg(i / 10 % 10 * 1000).arg((i / 10 % 10 + 1) * 1000),
              QString("> %1, %1").arg(i / 100 * 10)},
             {QString::number(i)}});
    table.hitPolicy = DecisionTable::HitPolicy::First;
    return table;
}

/// Every rule with limits of its own.
DecisionTable ownLimits(int count)
{
    DecisionTable table = priceList(count);
    for (int i = 0; i < count; ++i)
        table.rules[i].when = {"-", QString("[%1..%2)").arg(i * 10).arg(i * 10 + 10), QString(">= %1").arg(i % 97)};
    return table;
}

void feelTable(benchmark::State& state, const DecisionTable& table)
{
    Scope scope;
    scope.add("region", Type::Kind::String);
    scope.add("amount", Type::Kind::Number);
    scope.add("score", Type::Kind::Number);
    const CompiledTable compiled = CompiledTable::compile(table, scope, {}, nullptr);
    std::vector<std::vector<Value>> inputs;
    for (int i = 0; i < 64; ++i)
        inputs.push_back({Value(QString("r%1").arg(i % 10)),
                          Value(*Decimal::fromString(QString::number(i * 157 % 10'000) + ".50")), Value(i * 37 % 100)});
    size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(compiled.evaluate({inputs[next++ % inputs.size()], nullptr}));
}
void feelTable10(benchmark::State& state)
{
    feelTable(state, priceList(10));
}
BENCHMARK(feelTable10);
void feelTable1000(benchmark::State& state)
{
    feelTable(state, priceList(1000));
}
BENCHMARK(feelTable1000);
void feelLimits10(benchmark::State& state)
{
    feelTable(state, ownLimits(10));
}
BENCHMARK(feelLimits10);
void feelLimits1000(benchmark::State& state)
{
    feelTable(state, ownLimits(1000));
}
BENCHMARK(feelLimits1000);
void compileTable1000(benchmark::State& state)
{
    Scope scope;
    for (const char* name : {"region", "amount", "score"})
        scope.add(name, Type());
    const DecisionTable table = ownLimits(1000);
    for (auto _ : state)
        benchmark::DoNotOptimize(CompiledTable::compile(table, scope, {}, nullptr));
}
BENCHMARK(compileTable1000)->Unit(benchmark::kMillisecond);

/// What one compiled expression keeps in memory, by the allocator's own count.
void printMemory(const char* what, const char* text)
{
    const World world;
    constexpr int count = 2000;
    std::vector<Program> programs;
    programs.reserve(count);
    programs.push_back(compile(text, world.scope).program); // tables made at first use do not count
    const size_t before = mallinfo2().uordblks;
    while (programs.size() < count)
        programs.push_back(compile(text, world.scope).program);
    std::printf("%-46s %zu bytes\n", what, (mallinfo2().uordblks - before) / (count - 1));
}

/// Collects the times of a run, so that the ratios can be printed under it.
class Ratios : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs)
            m_times[run.benchmark_name()] = run.GetAdjustedCPUTime();
    }
    void print() const
    {
        ratio("prepared condition (goal 4)", "feelCondition", "jsCondition");
        ratio("filter and sum over 100 items (goal 6)", "feelFilter", "jsFilter");
        ratio("  against a hand-written loop", "feelFilter", "jsLoop");
        ratio("parse and evaluate (goal 5)", "feelParse", "jsParse");
        table("table of 1,000 x 3, ten values a column", "feelTable10", "feelTable1000");
        table("table of 1,000 x 3, limits of its own", "feelLimits10", "feelLimits1000");
    }

private:
    void table(const char* what, const char* small, const char* large) const
    {
        const auto a = m_times.find(small), b = m_times.find(large);
        if (a != m_times.end() && b != m_times.end() && a->second > 0)
            std::printf("%-46s %.0f a second (goal 500,000), %.2f times 10 rows (goal 3)\n", what, 1e9 / b->second,
                        b->second / a->second);
    }
    void ratio(const char* what, const char* feel, const char* js) const
    {
        const auto a = m_times.find(feel), b = m_times.find(js);
        if (a != m_times.end() && b != m_times.end() && a->second > 0)
            std::printf("%-46s %.1f times QJSEngine\n", what, b->second / a->second);
    }
    std::map<std::string, double> m_times;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    Ratios reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.print();
    printMemory("memory of the prepared condition", condition);
    printMemory("memory of the filter and sum", filter);
    return 0;
}
