#pragma once
#include "program.h"

namespace fw::feel
{

/// A figure over rows: `count()`, `sum(amount)`, `count(status = "won") / count()`. Rollups and dashboard values are written so;
/// the names inside stand for fields of the rows, and the store does the counting.
///
/// A node is one of
///  - a number (`op` Constant, `constant`),
///  - an aggregate over the rows (`op` Function, `function`, `argument`, `filter`),
///  - arithmetic of two figures (`op` Add … Power, `parts` of two; Negate, one).
///
/// `count(condition)` and `count()` have no argument, only a filter. Any other function may have a filter as second
/// argument: `sum(amount, status = "won")`. A sum, average … of no rows is null, a count is 0.
struct Aggregate {
    enum class Op { Constant, Function, Add, Subtract, Multiply, Divide, Power, Negate };
    enum class Function { Count, CountDistinct, Sum, Average, Min, Max, Median };

    Op op = Op::Constant;
    Decimal constant;
    Function function = Function::Count;
    QString argument; ///< FEEL text over one row; "" for count
    Span argumentSpan;
    QString filter; ///< FEEL condition over one row; "" for all rows
    Span filterSpan;
    std::vector<Aggregate> parts;

    /// The aggregates over rows in it, in reading order: what a query has to deliver.
    std::vector<const Aggregate*> functions() const;
    /// The figure from the values of functions(), in the same order. Null operands give null, also a division by zero.
    Value combine(const std::vector<Value>& values) const;
};

/// The figure `source` writes; nothing (and diagnostics, if asked for) when it is none.
std::optional<Aggregate> asAggregate(const QString& source, QList<Diagnostic>* diagnostics = nullptr);

} // namespace fw::feel
