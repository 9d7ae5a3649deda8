#pragma once
#include "figure.h"

#include <QSet>

namespace fw::analytics
{

/// Counts one aggregate over rows given one at a time. Blank arguments are skipped; numbers are exact.
class Accumulator
{
public:
    explicit Accumulator(feel::Aggregate::Function function) : m_function(function) {}
    /// A row that passed the filter; `argument` is null for count().
    void add(const feel::Value& argument);
    feel::Value value() const;

private:
    feel::Value median() const;

    feel::Aggregate::Function m_function;
    qint64 m_count = 0;
    feel::Decimal m_sum;
    bool m_overflow = false;
    std::optional<feel::Value> m_extreme;
    QSet<QString> m_distinct;
    std::vector<feel::Decimal> m_numbers; ///< of Median
};

} // namespace fw::analytics
