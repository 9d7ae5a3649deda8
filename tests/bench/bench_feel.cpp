// FEEL against Qt's own JavaScript engine, in one process on the same expression. What counts is the ratio, which the last
// lines print; seconds depend on the machine and on what else runs on it.
#include "model/feel/program.h"

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

void jsFilter(benchmark::State& state)
{
    QJSEngine engine;
    const QJSValue function = engine.evaluate(filterJs);
    const QJSValueList arguments{jsItems(engine)};
    for (auto _ : state)
        benchmark::DoNotOptimize(function.call(arguments));
}
BENCHMARK(jsFilter);

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

/// What one compiled condition keeps in memory, by the allocator's own count.
void printMemory()
{
    const World world;
    constexpr int count = 2000;
    std::vector<Program> programs;
    programs.reserve(count);
    programs.push_back(compile(condition, world.scope).program); // tables made at first use do not count
    const size_t before = mallinfo2().uordblks;
    while (programs.size() < count)
        programs.push_back(compile(condition, world.scope).program);
    std::printf("%-42s %zu bytes\n", "memory of the prepared condition", (mallinfo2().uordblks - before) / (count - 1));
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
        ratio("parse and evaluate (goal 5)", "feelParse", "jsParse");
    }

private:
    void ratio(const char* what, const char* feel, const char* js) const
    {
        const auto a = m_times.find(feel), b = m_times.find(js);
        if (a != m_times.end() && b != m_times.end() && a->second > 0)
            std::printf("%-42s %.1f times QJSEngine\n", what, b->second / a->second);
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
    printMemory();
    return 0;
}
