#include "accumulator.h"

namespace fw::analytics
{

using feel::Decimal;
using feel::Value;
using Function = feel::Aggregate::Function;

namespace
{

std::optional<bool> isLess(const Value& a, const Value& b)
{
    if (a.kind() != b.kind())
        return std::nullopt;
    switch (a.kind()) {
    case Value::Kind::Number: return a.number() < b.number();
    case Value::Kind::String: return a.string() < b.string();
    case Value::Kind::Date: return a.date() < b.date();
    case Value::Kind::DateTime:
        return a.dateTime().toEpochMillis(QTimeZone::utc()) < b.dateTime().toEpochMillis(QTimeZone::utc());
    case Value::Kind::TimeDuration: return a.timeDuration() < b.timeDuration();
    case Value::Kind::MonthDuration: return a.monthDuration() < b.monthDuration();
    default: return std::nullopt;
    }
}

/// Equal numbers are one value whatever their trailing zeros.
QString distinctKey(const Value& value)
{
    return value.kind() == Value::Kind::Number ? value.number().normalizedString() : value.toFeel();
}

} // namespace

void Accumulator::add(const Value& argument)
{
    if (m_function == Function::Count) {
        ++m_count;
        return;
    }
    if (argument.isNull())
        return;
    if (m_function == Function::CountDistinct) {
        m_distinct.insert(distinctKey(argument));
        return;
    }
    if (m_function == Function::Min || m_function == Function::Max) {
        const auto less = m_extreme ? isLess(argument, *m_extreme) : std::optional<bool>();
        if (!m_extreme || (less && *less == (m_function == Function::Min)))
            m_extreme = argument;
        return;
    }
    if (argument.kind() != Value::Kind::Number)
        return;
    ++m_count;
    if (m_function == Function::Median) {
        m_numbers.push_back(argument.number());
        return;
    }
    if (const auto sum = m_sum.plus(argument.number()))
        m_sum = *sum;
    else
        m_overflow = true;
}

Value Accumulator::median() const
{
    if (m_numbers.empty())
        return {};
    std::vector<Decimal> sorted = m_numbers;
    std::sort(sorted.begin(), sorted.end(), [](const Decimal& a, const Decimal& b) { return a < b; });
    const size_t middle = sorted.size() / 2;
    if (sorted.size() % 2 == 1)
        return sorted[middle];
    const auto sum = sorted[middle - 1].plus(sorted[middle]);
    const auto half = sum ? sum->dividedBy(Decimal(2)) : std::nullopt;
    return half ? Value(*half) : Value();
}

Value Accumulator::value() const
{
    switch (m_function) {
    case Function::Count: return m_count;
    case Function::CountDistinct: return static_cast<qint64>(m_distinct.size());
    case Function::Min:
    case Function::Max: return m_extreme.value_or(Value());
    case Function::Median: return median();
    default: break;
    }
    if (m_count == 0 || m_overflow)
        return {};
    if (m_function == Function::Sum)
        return m_sum;
    const auto mean = m_sum.dividedBy(Decimal(m_count));
    return mean ? Value(*mean) : Value();
}

} // namespace fw::analytics
