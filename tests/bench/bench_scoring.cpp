// Event → person → consent → score → segments, in memory and in group commits of 100; and figures over the event log.
// What counts is events per second on one thread of an otherwise idle machine.
#include "tests/runtime/world.h"

#include "runtime/analytics/analytics.h"

#include <benchmark/benchmark.h>

using namespace fw;
using namespace fw::testing;

namespace
{

constexpr int s_customers = 1000;

QJsonObject person(int i)
{
    return {{"phone", QStringLiteral("138%1").arg(i, 8, 10, QLatin1Char('0'))}};
}

/// A world with customers who have agreed; made once, grown by the benchmarks.
World& world()
{
    static std::unique_ptr<World> made;
    if (!made) {
        made = std::make_unique<World>();
        for (int i = 0; i < s_customers; ++i)
            made->customer(person(i).value(QStringLiteral("phone")).toString());
    }
    return *made;
}

QList<engine::Command> batch(int first, int count)
{
    static const char* const pages[] = {"features", "cases", "pricing", "home"};
    QList<engine::Command> commands;
    for (int i = first; i < first + count; ++i) {
        engine::Command command;
        command.kind = engine::Command::Kind::Event;
        command.event = QStringLiteral("viewed_page");
        command.person = person(i % s_customers);
        command.values = {{"page", QLatin1String(pages[i % 4])}, {"seconds", i % 90}};
        commands.append(command);
    }
    return commands;
}

void eventToScore(benchmark::State& state)
{
    int next = 0;
    for (auto _ : state) {
        world().clock.advance(1000);
        benchmark::DoNotOptimize(world().engine->perform(batch(next, 100)));
        next += 100;
    }
    state.SetItemsProcessed(state.iterations() * 100);
}

void recomputeOneScore(benchmark::State& state)
{
    const QString id = world().customer(QStringLiteral("13900000000"));
    for (int i = 0; i < state.range(0); ++i)
        world().event(QStringLiteral("viewed_page"), {{"phone", "13900000000"}}, {{"page", "features"}});
    for (auto _ : state)
        benchmark::DoNotOptimize(scoring::recompute(world().connection(), *world().plan, world().plan->scorings[0], id,
                                                    world().clock.now()));
}

void figureOverEvents(benchmark::State& state)
{
    plan::Tile tile;
    tile.kind = plan::Tile::Kind::Bar;
    tile.from = QStringLiteral("event.viewed_page");
    tile.value = feel::asAggregate(QStringLiteral("sum(seconds)"));
    tile.by = QStringLiteral("page");
    analytics::Request request;
    request.tile = &tile;
    request.now = world().clock.now();
    qint64 rows = 0;
    for (auto _ : state)
        rows = analytics::tile(world().connection(), *world().plan, request)->rows;
    state.counters["rows"] = double(rows);
}

BENCHMARK(eventToScore)->Unit(benchmark::kMillisecond)->MinTime(2);
BENCHMARK(recomputeOneScore)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(figureOverEvents)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
