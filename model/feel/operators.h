#pragma once
#include "value.h"

namespace fw::feel
{

/// Three-valued logic.
enum class Truth : quint8 { False, True, Unknown };

enum class Operator : quint8 {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Concatenate,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual
};

/// The operator as it is written ("+", "<=").
QString operatorText(Operator op);

/// FEEL's `=` (DMN 1.5, table 53): unknown for values of different kinds, null equals null only.
Truth equals(const Value& left, const Value& right);

/// What comparing two values takes, in steps of an evaluation.
qint64 comparisonCost(const Value& left, const Value& right);

/// Equal values have equal hashes.
size_t hashOf(const Value& value);

/// Order of two values: nothing when they have none (different kinds, null, local against zoned times).
std::optional<std::weak_ordering> order(const Value& left, const Value& right);

/// `left op right`; a failed operation gives a null whose cause names the operands and points at `span`.
Value applyOperator(Operator op, const Value& left, const Value& right, Span span);
Value negate(const Value& value, Span span);

/// Membership in a range, three-valued.
Truth rangeContains(const RangeValue& range, const Value& point);

Value toValue(Truth truth);
/// Unknown for what is no boolean.
inline Truth truthOf(const Value& value)
{
    return value.kind() != Value::Kind::Boolean ? Truth::Unknown : value.boolean() ? Truth::True : Truth::False;
}

/// A null with a cause.
Value nullOf(const char* code, Message what, Span span);

/// "number", "text", "list" …: the kind of a value in a message.
QString kindName(const Value& value);

/// A days-and-time duration of `nanos` nanoseconds over `seconds`, with both parts given one sign; null on overflow.
Value makeTimeDuration(__int128_t nanos, Span span);
__int128_t totalNanos(const TimeDuration& duration);

/// The instant as nanoseconds since 1970-01-01T00:00Z (a local value counts as UTC).
__int128_t instantNanos(const DateTime& value);
/// A date as the date and time of its first moment, in UTC (DMN 1.5: a date stands for that where one is needed).
DateTime startOfDay(const Date& date);

/// FEEL's temporal additions.
Value plusMonths(const Value& temporal, qint64 months, Span span);
Value plusNanos(const Value& temporal, __int128_t nanos, Span span);

} // namespace fw::feel
