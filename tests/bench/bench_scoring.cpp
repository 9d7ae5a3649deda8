// Event → person → consent → score → segments, in memory and in group commits of 100; and figures over the event log.
// What counts is events per second on one thread of an otherwise idle machine. And scoring itself, without the store: what the
// product evaluates for each record, 100,000 records against 30 criteria (goal: under a second).
#include "tests/runtime/world.h"

#include "runtime/analytics/analytics.h"
#include "runtime/engine/environment.h"
#include "runtime/scoring/criteria.h"
#include "runtime/scoring/fold.h"
#include "runtime/scoring/summary.h"

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

/// Companies with eight fields, and a table of 30 criteria about them.
std::shared_ptr<plan::Plan> companies()
{
    using plan::FieldType;
    auto made = planOf(
        {table(QStringLiteral("company"),
               {field(QStringLiteral("name"), FieldType::Text), field(QStringLiteral("city"), FieldType::Text),
                field(QStringLiteral("industry"), FieldType::Text), field(QStringLiteral("size"), FieldType::Number, 0),
                field(QStringLiteral("budget"), FieldType::Money), field(QStringLiteral("founded"), FieldType::Date),
                field(QStringLiteral("listed"), FieldType::YesNo), field(QStringLiteral("email"), FieldType::Email)})});
    made->types = std::make_shared<PlanTypes>(*made);
    QStringList conditions;
    for (int limit : {10, 50, 100, 500, 1000})
        conditions << QStringLiteral("size > %1").arg(limit);
    for (int limit : {1000, 5000, 20'000, 80'000, 150'000})
        conditions << QStringLiteral("budget between %1 and %2").arg(limit).arg(limit * 3);
    for (const char* industry : {"finance", "retail", "it", "health", "energy"})
        conditions << QStringLiteral("industry = \"%1\"").arg(QLatin1String(industry));
    for (const char* city : {"北京", "上海", "广州", "深圳", "成都"})
        conditions << QStringLiteral("city = \"%1\" and budget > 20000").arg(QString::fromUtf8(city));
    for (int year : {1990, 2000, 2010, 2015, 2020})
        conditions << QStringLiteral("founded < @\"%1-01-01\"").arg(year);
    conditions << QStringLiteral("listed") << QStringLiteral("email = null")
               << QStringLiteral("industry in (\"it\", \"health\") and size in [50..500]")
               << QStringLiteral("if listed then size > 100 else budget > 50000")
               << QStringLiteral("budget / size >= 100");
    plan::Scoring fit;
    fit.id = QStringLiteral("fit");
    fit.table = QStringLiteral("company");
    for (const QString& condition : conditions) {
        plan::Criterion criterion;
        criterion.id = QStringLiteral("c%1").arg(fit.criteria.size());
        criterion.label = LocalText(condition);
        criterion.kind = plan::Criterion::Kind::Attribute;
        criterion.when = expression(*made, condition, fit.table);
        criterion.points = feel::Decimal(static_cast<int>(fit.criteria.size()) % 9 - 2);
        fit.criteria.push_back(std::move(criterion));
    }
    fit.cap = feel::Decimal(100);
    fit.bands.resize(2);
    fit.bands[1].above = feel::Decimal(20);
    made->scorings = {fit};
    return made;
}

std::vector<std::shared_ptr<const engine::Record>> someCompanies(const plan::Table& table, int count)
{
    static const QStringList cities{QStringLiteral("北京"), QStringLiteral("上海"), QStringLiteral("杭州")};
    static const QStringList industries{QStringLiteral("it"), QStringLiteral("retail"), QStringLiteral("media")};
    std::vector<std::shared_ptr<const engine::Record>> records;
    for (int i = 0; i < count; ++i) {
        auto record = std::make_shared<engine::Record>();
        record->table = &table;
        record->id = QString::number(i);
        const auto text = [](QString text) { return feel::Value(std::move(text)); };
        record->values = {text(QStringLiteral("company %1").arg(i)),
                          text(cities[i % 3]),
                          text(industries[i / 3 % 3]),
                          feel::Value(1 + i * 37 % 2000),
                          feel::Value(feel::Decimal::fromScaled(qint64(i) * 7919 % 20'000'000, 2)),
                          feel::Value(feel::Date{1980 + i % 45, 1 + i % 12, 1 + i % 28}),
                          feel::Value(i % 4 == 0),
                          i % 5 ? text(QStringLiteral("a%1@example.com").arg(i)) : feel::Value()};
        records.push_back(std::move(record));
    }
    return records;
}

void scoreRecords(benchmark::State& state)
{
    const auto plan = companies();
    const plan::Scoring& fit = plan->scorings[0];
    const auto records = someCompanies(plan->tables[0], 10'000);
    const engine::SubjectEnvironment environment(world().connection(), *plan, world().clock.now(), {});
    feel::Decimal sum;
    for (auto _ : state) {
        for (int round = 0; round < 10; ++round)
            for (const auto& record : records) {
                records::Evaluation evaluate(world().connection(), *plan, environment);
                evaluate.setRecord(record);
                sum = sum.plus(scoring::summarize(fit, {}, scoring::holding(fit, evaluate), -1).total).value_or(sum);
            }
    }
    state.SetItemsProcessed(state.iterations() * 100'000);
    state.counters["criteria"] = double(fit.criteria.size());
    state.counters["mean_score"] = sum.toDouble() / double(state.iterations()) / 100'000;
}

/// The same for what people did: 100,000 records with ten events each against the default table.
void scoreHistories(benchmark::State& state)
{
    const auto plan = behaviourPlan();
    const plan::Scoring& intent = plan->scorings[0];
    const engine::SubjectEnvironment environment(world().connection(), *plan, world().clock.now(), {});
    std::vector<engine::EventRow> events;
    static const char* const pages[] = {"features", "cases", "pricing", "home"};
    for (int i = 0; i < 10; ++i) {
        engine::EventRow row;
        row.seq = i + 1;
        row.event = i % 3 ? QStringLiteral("viewed_page") : QStringLiteral("subscribed");
        row.at = world().clock.now() + i * hour;
        row.properties =
            feel::Value::context({{QStringLiteral("page"), feel::Value(QString(QLatin1String(pages[i % 4])))}});
        events.push_back(row);
    }
    auto record = std::make_shared<engine::Record>();
    record->table = &plan->tables[0];
    record->values.resize(plan->tables[0].fields.size());
    for (auto _ : state)
        for (int i = 0; i < 100'000; ++i) {
            scoring::Fold fold(intent, plan->zone, world().clock.now());
            for (const engine::EventRow& row : events) {
                records::Evaluation evaluate(world().connection(), *plan, environment);
                evaluate.setRecord(record).setEvent(events::eventValue(row, plan->zone));
                fold.event(row.at, row.seq, true, scoring::matching(intent, row.event, evaluate));
            }
            benchmark::DoNotOptimize(fold.awards());
        }
    state.SetItemsProcessed(state.iterations() * 1'000'000);
}

BENCHMARK(scoreRecords)->Unit(benchmark::kMillisecond);
BENCHMARK(scoreHistories)->Unit(benchmark::kMillisecond);
BENCHMARK(eventToScore)->Unit(benchmark::kMillisecond)->MinTime(2);
BENCHMARK(recomputeOneScore)->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(figureOverEvents)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
