#pragma once
#include "model/base/result.h"
#include "runtime/plan/plan.h"

namespace fw::analytics
{

/// One aggregate over rows, ready to be counted: by the database when argument and filter can be pushed down, else here.
struct Call {
    feel::Aggregate::Function function = feel::Aggregate::Function::Count;
    QString path;              ///< the argument when it is a field path, "" otherwise
    plan::Expression argument; ///< invalid for count
    plan::Expression filter;   ///< invalid: all rows
};

/// A figure of a tile: its aggregates and how they are combined. Ratios are combined from the aggregates of each level,
/// so that totals of ratios, averages and distinct counts are never summed from cells (semantics.md, "Metrics").
class Figure
{
public:
    /// `from`: the tile's source, whose fields the texts inside name. Error analytics.bad_value.
    static Result<Figure> compile(const feel::Aggregate& aggregate, const plan::Plan& plan, const QString& from);
    const std::vector<Call>& calls() const { return m_calls; }
    /// From the values of calls(), in order.
    feel::Value combine(const std::vector<feel::Value>& values) const { return m_aggregate.combine(values); }
    /// The values of calls() where there is no row at all and a chart shows a gap: counts and sums are 0.
    std::vector<feel::Value> ofNothing() const;

private:
    feel::Aggregate m_aggregate;
    std::vector<Call> m_calls;
};

/// The record type of a source's rows: the table's id, "event:<id>", "task" …
QString rowType(const QString& from);
/// The scope of expressions over the rows of a source.
feel::Scope rowScope(const plan::Plan& plan, const QString& from);

} // namespace fw::analytics
