#include "analytics.h"

#include "accumulator.h"
#include "charts.h"
#include "funnel.h"

namespace fw::analytics
{

namespace
{

using feel::Value;
using plan::Tile;

Result<std::vector<Figure>> figuresOf(const plan::Plan& plan, const Tile& tile)
{
    std::vector<Figure> figures;
    const auto add = [&](const feel::Aggregate& aggregate) -> Result<void> {
        auto figure = Figure::compile(aggregate, plan, tile.from);
        if (!figure)
            return figure.error();
        figures.push_back(std::move(*figure));
        return {};
    };
    if (tile.value) {
        if (auto added = add(*tile.value); !added)
            return added.error();
    }
    for (const plan::Column& column : tile.columns) {
        if (!column.value)
            continue;
        if (auto added = add(*column.value); !added)
            return added.error();
    }
    return figures;
}

std::vector<ResultColumn> columnsOf(const Tile& tile, const QString& language)
{
    std::vector<ResultColumn> columns;
    if (tile.value)
        columns.push_back({QStringLiteral("value"), tile.label.in(language), tile.decimals});
    for (const plan::Column& column : tile.columns) {
        if (column.value)
            columns.push_back({column.id, column.label.isEmpty() ? column.id : column.label.in(language), -1});
    }
    return columns;
}

/// The figures over all rows of a period, without groups.
struct Totals {
    std::vector<Value> values;
    qint64 rows = 0;
    QString counts;
};

Result<Totals> totals(store::Connection& connection, const plan::Plan& plan, const Request& request,
                      const std::vector<Figure>& figures, const Period& period)
{
    auto query = RowQuery::make(connection, plan, request);
    if (!query)
        return query.error();
    if (auto set = (*query)->setPeriod(period); !set)
        return set.error();
    auto rows = (*query)->run(figures);
    if (!rows)
        return rows.error();
    return Totals{combine(figures, rows->front().values), rows->front().rows, (*query)->source().counts()};
}

Alert alertOf(const Tile& tile, const Value& value)
{
    if (!tile.alertBelow && !tile.alertAbove)
        return Alert::None;
    if (value.kind() != Value::Kind::Number)
        return Alert::NoData;
    if (tile.alertBelow && value.number() < *tile.alertBelow)
        return Alert::Below;
    return tile.alertAbove && value.number() > *tile.alertAbove ? Alert::Above : Alert::Normal;
}

Result<void> compare(store::Connection& connection, const plan::Plan& plan, const Request& request,
                     const std::vector<Figure>& figures, TileResult& result)
{
    const Tile& tile = *request.tile;
    if (tile.compare.isEmpty())
        return {};
    const feel::Date today = localDate(request.now, plan.zone);
    auto before = totals(connection, plan, request, figures, periodBefore(tile.period, tile.compare, today));
    if (!before)
        return before.error();
    const Value previous = before->values.front();
    result.previous = previous;
    if (result.value.kind() != Value::Kind::Number || previous.kind() != Value::Kind::Number)
        return {};
    const auto ratio = result.value.number().dividedBy(previous.number());
    result.change = ratio ? ratio->minus(feel::Decimal(1)) : std::nullopt;
    return {};
}

/// The totals when they may be added up from the groups: counts, sums and extremes, never averages or distinct counts.
std::optional<Totals> addedUp(const std::vector<store::FigureRow>& rows, const std::vector<Figure>& figures)
{
    std::vector<Accumulator> accumulators;
    for (const Figure& figure : figures) {
        for (const Call& call : figure.calls()) {
            using Function = feel::Aggregate::Function;
            if (call.function == Function::Average || call.function == Function::Median ||
                call.function == Function::CountDistinct)
                return std::nullopt;
            accumulators.emplace_back(call.function == Function::Count ? Function::Sum : call.function);
        }
    }
    Totals totals;
    for (const store::FigureRow& row : rows) {
        totals.rows += row.rows;
        for (size_t i = 0; i < accumulators.size(); ++i)
            accumulators[i].add(row.values[i]);
    }
    std::vector<Value> values;
    for (const Accumulator& accumulator : accumulators)
        values.push_back(accumulator.value());
    totals.values = combine(figures, values);
    return rows.empty() ? std::nullopt : std::optional(totals);
}

/// Fills the groups; gives the totals where the groups tell them.
Result<std::optional<Totals>> addGroups(store::Connection& connection, const plan::Plan& plan, const Request& request,
                                        const std::vector<Figure>& figures, const Period& period, TileResult& result)
{
    const Tile& tile = *request.tile;
    auto query = RowQuery::make(connection, plan, request);
    if (!query)
        return query.error();
    if (auto set = (*query)->setPeriod(period); !set)
        return set.error();
    // A tile over time is grouped by its date; a `by` beside it is the second grouping.
    const bool overTime = !tile.every.isEmpty();
    QStringList paths;
    if (overTime)
        paths.append(tile.by.isEmpty()                           ? (*query)->datePath()
                     : tile.at.isEmpty() && tile.split.isEmpty() ? tile.by
                                                                 : (*query)->datePath());
    for (const QString& path : {tile.by, tile.split}) {
        if (!path.isEmpty() && !paths.contains(path))
            paths.append(path);
    }
    for (qsizetype i = 0; i < paths.size(); ++i) {
        if (auto grouped = (*query)->groupBy(paths[i], overTime && i == 0 ? tile.every : QString()); !grouped)
            return grouped.error();
    }
    if (paths.isEmpty())
        return std::optional<Totals>();
    auto rows = (*query)->run(figures);
    if (!rows)
        return rows.error();
    const Labels labels(connection, plan, request.language);
    result.groups = arrange(*rows, figures, (*query)->groups(), labels, period, request.now, plan.zone);
    if (tile.limit > 0 && result.groups.size() > static_cast<size_t>(tile.limit)) {
        result.groups.resize(static_cast<size_t>(tile.limit));
        result.more = true;
    }
    std::optional<Totals> totals = addedUp(*rows, figures);
    if (totals)
        totals->counts = (*query)->source().counts();
    return totals;
}

} // namespace

Result<TileResult> tile(store::Connection& connection, const plan::Plan& plan, const Request& request)
{
    const Tile& tile = *request.tile;
    if (tile.kind == Tile::Kind::Funnel)
        return funnelTile(connection, plan, request);
    auto figures = figuresOf(plan, tile);
    if (!figures)
        return figures.error();
    if (figures->empty())
        return Error(QStringLiteral("analytics.no_value"), FW_MSG("This tile says no value to show."),
                     FW_MSG("Give it a value such as count() or sum(amount)."));
    TileResult result;
    result.kind = tile.kind;
    result.columns = columnsOf(tile, request.language);
    const Period period = periodNamed(tile.period, localDate(request.now, plan.zone));
    if (period.from) {
        result.from = startOfDay(*period.from, plan.zone);
        result.to = startOfDay(*period.to, plan.zone);
    }
    std::optional<Totals> all;
    if (tile.kind != Tile::Kind::Kpi) {
        auto grouped = addGroups(connection, plan, request, *figures, period, result);
        if (!grouped)
            return grouped.error();
        all = *grouped;
    }
    if (!all) {
        auto counted = totals(connection, plan, request, *figures, period);
        if (!counted)
            return counted.error();
        all = *counted;
    }
    result.totals = all->values;
    result.value = all->values.front();
    result.rows = all->rows;
    result.counts = all->counts;
    result.alert = alertOf(tile, result.value);
    if (tile.kind == Tile::Kind::Kpi) {
        if (auto compared = compare(connection, plan, request, *figures, result); !compared)
            return compared.error();
    }
    return result;
}

Result<QStringList> recordsBehind(store::Connection& connection, const plan::Plan& plan, const Request& request,
                                  int limit)
{
    if (request.tile->kind == Tile::Kind::Funnel)
        return funnelPersons(connection, plan, request, limit);
    auto query = RowQuery::make(connection, plan, request);
    if (!query)
        return query.error();
    if (auto set = (*query)->setPeriod(periodNamed(request.tile->period, localDate(request.now, plan.zone))); !set)
        return set.error();
    return (*query)->ids(limit);
}

} // namespace fw::analytics
