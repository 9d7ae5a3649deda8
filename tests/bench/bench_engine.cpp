// Event → score → workflow, against the floor: three small writes in one durable SQLite transaction, measured in the same
// run on the same disk. The ratio is the figure that counts; seconds depend on the machine.
#include "../runtime/testapp.h"

#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace fw;
using namespace fw::testing;

namespace
{

/// Each view scores (once) and runs a workflow: condition, field update, trace.
Files benchApp()
{
    Files files = smallApp();
    addWorkflow(files, "seen",
                "when: [{id: v, event: viewed, if: \"=event.seconds > 30\"}]\nthen: [{id: s, set: {visits: "
                "\"=event.seconds\"}}]\n");
    return files;
}

void floorOfThreeWrites(benchmark::State& state)
{
    QTemporaryDir dir;
    auto store = store::Store::open(dir.filePath(QStringLiteral("floor.fw")), QStringLiteral("bench"));
    store::Connection& writer = (*store)->writer();
    if (!writer.execute("CREATE TABLE bench_row (id INTEGER PRIMARY KEY, a TEXT, b INTEGER)"))
        qFatal("floor");
    const auto group = static_cast<int>(state.range(0));
    for (auto _ : state) {
        const auto done = (*store)->commit([&] {
            for (int i = 0; i < 3 * group; ++i) {
                store::Statement& insert = writer.prepare("INSERT INTO bench_row (a, b) VALUES (?1, ?2)");
                while (writer.step(insert.bind(0, QStringLiteral("small")).bind(1, i))) {
                }
            }
        });
        benchmark::DoNotOptimize(done);
    }
    state.SetItemsProcessed(state.iterations() * group);
}

void eventScoreWorkflow(benchmark::State& state)
{
    QTemporaryDir dir;
    App app(benchApp(), dir.filePath(QStringLiteral("bench.fw")));
    QStringList people;
    for (int i = 0; i < 500; ++i)
        people << app.customer();
    const auto group = static_cast<int>(state.range(0));
    qint64 made = 0;
    for (auto _ : state) {
        QList<engine::Command> commands;
        for (int i = 0; i < group; ++i, ++made)
            commands << App::eventCommand(QStringLiteral("viewed"), people[made % people.size()],
                                          {{"page", "pricing"}, {"seconds", 31 + made % 900}},
                                          QStringLiteral("e%1").arg(made));
        app.clock.advance(10'000); // a person comes back after 500 others: no burst
        for (const engine::Outcome& outcome : app.engine->perform(commands)) {
            if (!outcome.ok)
                qFatal("%s", qPrintable(outcome.problems.value(0).toString()));
        }
    }
    if (!app.incidents().empty())
        qFatal("%s", qPrintable(app.incidents().front().words));
    state.SetItemsProcessed(made);
}

/// The first due timer among many that wait.
void firstDueTimer(benchmark::State& state)
{
    Files files = smallApp();
    addWorkflow(files, "slow",
                "when: [{id: v, event: viewed}]\nthen: [{id: w, wait: PT1H}, {id: s, set: {visits: 1}}]\n");
    QTemporaryDir dir;
    App app(files, dir.filePath(QStringLiteral("timers.fw")));
    QList<engine::Command> commands;
    for (int i = 0; i < static_cast<int>(state.range(0)); ++i)
        commands << App::eventCommand(QStringLiteral("viewed"), app.customer());
    app.engine->perform(commands);
    app.clock.advance(hour);
    for (auto _ : state) {
        if (app.engine->runDue(1) != 1) {
            state.SkipWithError("all timers fired");
            break;
        }
    }
}

} // namespace

BENCHMARK(floorOfThreeWrites)->Arg(1)->Arg(100)->UseRealTime();
BENCHMARK(eventScoreWorkflow)->Arg(1)->Arg(100)->UseRealTime();
BENCHMARK(firstDueTimer)->Arg(2000)->Iterations(1000)->UseRealTime();

BENCHMARK_MAIN();
