// The arithmetic of FEEL (DMN 1.5, 10.3.2.7): numbers, texts, dates, times and durations.
#include "operators.h"

#include <limits>

namespace fw::feel
{

namespace
{

constexpr __int128_t nanosPerSecond = 1'000'000'000;
constexpr __int128_t nanosPerDay = nanosPerSecond * 86'400;

Value wrongTypes(Operator op, const Value& left, const Value& right, Span span)
{
    return nullOf(
        "feel.wrong_type",
        Message(FW_MSG("\"%1\" does not work between %2 and %3."), {operatorText(op), kindName(left), kindName(right)}),
        span);
}

Value outOfRange(Span span)
{
    return nullOf("feel.out_of_range", Message(FW_MSG("The result is too large to be represented.")), span);
}

/// Whether a duration of so many months or seconds can be kept, and its opposite as well.
bool isDurable(__int128_t units)
{
    return units <= std::numeric_limits<qint64>::max() && units >= -std::numeric_limits<qint64>::max();
}

Value number(const std::optional<Decimal>& result, Span span)
{
    return result ? Value(*result) : outOfRange(span);
}

/// Whole part of a decimal as a wide integer; nothing beyond 10^27, far outside of every calendar.
std::optional<__int128_t> wide(const Decimal& value)
{
    const auto high = value.dividedBy(Decimal(qint64(1'000'000'000)));
    const auto whole = high ? std::optional(high->floor()) : std::nullopt;
    const auto upper = whole ? whole->toInt64() : std::nullopt;
    const auto scaled = whole ? whole->times(Decimal(qint64(1'000'000'000))) : std::nullopt;
    const auto rest = scaled ? value.minus(*scaled) : std::nullopt;
    const auto lower = rest ? rest->floor().toInt64() : std::nullopt;
    if (!upper || !lower)
        return std::nullopt;
    return static_cast<__int128_t>(*upper) * 1'000'000'000 + *lower;
}

Decimal decimalOf(__int128_t nanos)
{
    const Decimal high(static_cast<qint64>(nanos / nanosPerSecond)), low(static_cast<qint64>(nanos % nanosPerSecond));
    return high.times(Decimal(qint64(1'000'000'000)))->plus(low).value_or(Decimal());
}

bool isTemporal(const Value& v)
{
    return v.kind() == Value::Kind::Date || v.kind() == Value::Kind::DateTime || v.kind() == Value::Kind::Time;
}

/// temporal + sign × duration
Value shifted(Operator op, const Value& left, const Value& right, int sign, Span span)
{
    if (right.kind() == Value::Kind::MonthDuration && left.kind() != Value::Kind::Time)
        return plusMonths(left, sign * right.monthDuration().months, span);
    if (right.kind() == Value::Kind::TimeDuration)
        return plusNanos(left, sign * totalNanos(right.timeDuration()), span);
    return wrongTypes(op, left, right, span);
}

Value durationSum(Operator op, const Value& left, const Value& right, int sign, Span span)
{
    if (left.kind() != right.kind())
        return wrongTypes(op, left, right, span);
    if (left.kind() == Value::Kind::TimeDuration)
        return makeTimeDuration(totalNanos(left.timeDuration()) + sign * totalNanos(right.timeDuration()), span);
    qint64 months = 0;
    if (__builtin_add_overflow(left.monthDuration().months, sign * right.monthDuration().months, &months) ||
        months == std::numeric_limits<qint64>::min()) // so that every duration has an opposite
        return outOfRange(span);
    return Value(MonthDuration{months});
}

bool isDuration(const Value& v)
{
    return v.kind() == Value::Kind::MonthDuration || v.kind() == Value::Kind::TimeDuration;
}

Value add(const Value& left, const Value& right, Span span)
{
    const auto l = left.kind(), r = right.kind();
    if (l == Value::Kind::Number && r == Value::Kind::Number)
        return number(left.number().plus(right.number()), span);
    if (l == Value::Kind::String && r == Value::Kind::String)
        return Value(left.string() + right.string());
    if (isTemporal(left) && isDuration(right))
        return shifted(Operator::Add, left, right, 1, span);
    if (isDuration(left) && isTemporal(right))
        return shifted(Operator::Add, right, left, 1, span);
    if (isDuration(left) && isDuration(right))
        return durationSum(Operator::Add, left, right, 1, span);
    return wrongTypes(Operator::Add, left, right, span);
}

/// A date is the first moment of its day in UTC (the kit: 0100, subtract date and time minus date).
std::optional<DateTime> asDateTime(const Value& value)
{
    if (value.kind() == Value::Kind::DateTime)
        return value.dateTime();
    return value.kind() == Value::Kind::Date ? std::optional(startOfDay(value.date())) : std::nullopt;
}

Value subtract(const Value& left, const Value& right, Span span)
{
    const auto l = left.kind(), r = right.kind();
    if (l == Value::Kind::Number && r == Value::Kind::Number)
        return number(left.number().minus(right.number()), span);
    if (isTemporal(left) && isDuration(right))
        return shifted(Operator::Subtract, left, right, -1, span);
    if (isDuration(left) && isDuration(right))
        return durationSum(Operator::Subtract, left, right, -1, span);
    if (l == Value::Kind::Time && r == Value::Kind::Time) {
        if ((left.time().zone.kind == Zone::Kind::None) != (right.time().zone.kind == Zone::Kind::None))
            return wrongTypes(Operator::Subtract, left, right, span);
        const Date day{1970, 1, 1};
        return makeTimeDuration(instantNanos(DateTime{day, left.time()}) - instantNanos(DateTime{day, right.time()}),
                                span);
    }
    const auto from = asDateTime(left), to = asDateTime(right);
    if (!from || !to)
        return wrongTypes(Operator::Subtract, left, right, span);
    if ((from->time.zone.kind == Zone::Kind::None) != (to->time.zone.kind == Zone::Kind::None))
        return nullOf("feel.zone_missing",
                      Message(FW_MSG("One of the two instants has a time zone and the other has none.")), span);
    return makeTimeDuration(instantNanos(*from) - instantNanos(*to), span);
}

Value scaleDuration(const Value& duration, const Decimal& factor, bool divide, Span span)
{
    const bool months = duration.kind() == Value::Kind::MonthDuration;
    const Decimal amount =
        months ? Decimal(duration.monthDuration().months) : decimalOf(totalNanos(duration.timeDuration()));
    const auto result = divide ? amount.dividedBy(factor) : amount.times(factor);
    const auto whole = result ? result->rounded(0, Rounding::Down) : std::nullopt;
    const auto units = whole ? wide(*whole) : std::nullopt;
    if (!units)
        return outOfRange(span);
    if (!months)
        return makeTimeDuration(*units, span);
    return isDurable(*units) ? Value(MonthDuration{static_cast<qint64>(*units)}) : outOfRange(span);
}

Value multiply(const Value& left, const Value& right, Span span)
{
    if (left.kind() == Value::Kind::Number && right.kind() == Value::Kind::Number)
        return number(left.number().times(right.number()), span);
    if (isDuration(left) && right.kind() == Value::Kind::Number)
        return scaleDuration(left, right.number(), false, span);
    if (left.kind() == Value::Kind::Number && isDuration(right))
        return scaleDuration(right, left.number(), false, span);
    return wrongTypes(Operator::Multiply, left, right, span);
}

Value divide(const Value& left, const Value& right, Span span)
{
    const auto byZero = [&] { return nullOf("feel.division_by_zero", Message(FW_MSG("Division by zero.")), span); };
    if (right.kind() == Value::Kind::Number) {
        if (left.kind() != Value::Kind::Number && !isDuration(left))
            return wrongTypes(Operator::Divide, left, right, span);
        if (right.number().isZero())
            return byZero();
        return isDuration(left) ? scaleDuration(left, right.number(), true, span)
                                : number(left.number().dividedBy(right.number()), span);
    }
    if (left.kind() != right.kind() || !isDuration(left))
        return wrongTypes(Operator::Divide, left, right, span);
    const bool months = left.kind() == Value::Kind::MonthDuration;
    const Decimal a = months ? Decimal(left.monthDuration().months) : decimalOf(totalNanos(left.timeDuration()));
    const Decimal b = months ? Decimal(right.monthDuration().months) : decimalOf(totalNanos(right.timeDuration()));
    return b.isZero() ? byZero() : number(a.dividedBy(b), span);
}

/// Comparison whose sides are both not null.
Value compare(Operator op, const Value& left, const Value& right, Span span)
{
    const auto o = order(left, right);
    if (!o)
        return wrongTypes(op, left, right, span);
    switch (op) {
    case Operator::Less: return Value(*o < 0);
    case Operator::LessOrEqual: return Value(*o <= 0);
    case Operator::Greater: return Value(*o > 0);
    default: return Value(*o >= 0);
    }
}

Value equality(Operator op, const Value& left, const Value& right, Span span)
{
    const Truth t = equals(left, right);
    if (t == Truth::Unknown)
        return wrongTypes(op, left, right, span);
    return Value((t == Truth::True) == (op == Operator::Equal));
}

} // namespace

Value makeTimeDuration(__int128_t nanos, Span span)
{
    const __int128_t seconds = nanos / nanosPerSecond;
    if (!isDurable(seconds))
        return outOfRange(span);
    return Value(TimeDuration{static_cast<qint64>(seconds), static_cast<int>(nanos % nanosPerSecond)});
}

Value plusMonths(const Value& temporal, qint64 months, Span span)
{
    const bool isDate = temporal.kind() == Value::Kind::Date;
    const Date moved = (isDate ? temporal.date() : temporal.dateTime().date).plusMonths(months);
    if (!moved.isValid())
        return outOfRange(span);
    return isDate ? Value(moved) : Value(DateTime{moved, temporal.dateTime().time});
}

Value plusNanos(const Value& temporal, __int128_t nanos, Span span)
{
    const auto floorDay = [](__int128_t n) { return n / nanosPerDay - (n % nanosPerDay < 0 ? 1 : 0); };
    if (temporal.kind() == Value::Kind::Time) {
        const __int128_t total = temporal.time().nanos + nanos;
        return Value(Time{static_cast<qint64>(total - floorDay(total) * nanosPerDay), temporal.time().zone});
    }
    const bool isDate = temporal.kind() == Value::Kind::Date;
    const DateTime from = isDate ? startOfDay(temporal.date()) : temporal.dateTime();
    // The clock of a zone jumps, elapsed time does not: add in UTC and show it in the zone again.
    const DateTime utc =
        from.time.zone.kind == Zone::Kind::None ? from : from.inZone(Zone{Zone::Kind::Offset, 0, {}, false});
    const __int128_t total = utc.time.nanos + nanos;
    const __int128_t days = floorDay(total);
    if (days > 400'000'000'000ll || days < -400'000'000'000ll)
        return outOfRange(span);
    DateTime moved = utc;
    const qint64 day = utc.date.toEpochDay() + static_cast<qint64>(days);
    if (day > 366'000'000'000ll || day < -366'000'000'000ll)
        return outOfRange(span);
    moved.date = Date::fromEpochDay(day);
    moved.time.nanos = static_cast<qint64>(total - days * nanosPerDay);
    if (!moved.date.isValid())
        return outOfRange(span);
    if (isDate)
        return Value(moved.date);
    return Value(from.time.zone.kind == Zone::Kind::None ? moved : moved.inZone(from.time.zone));
}

Value negate(const Value& value, Span span)
{
    switch (value.kind()) {
    case Value::Kind::Null: return value;
    case Value::Kind::Number: return Value(value.number().negated());
    case Value::Kind::MonthDuration: return Value(MonthDuration{-value.monthDuration().months});
    case Value::Kind::TimeDuration:
        return Value(TimeDuration{-value.timeDuration().seconds, -value.timeDuration().nanos});
    default: return nullOf("feel.wrong_type", Message(FW_MSG("\"-\" does not work on %1."), {kindName(value)}), span);
    }
}

Value applyOperator(Operator op, const Value& left, const Value& right, Span span)
{
    if (op == Operator::Equal || op == Operator::NotEqual)
        return equality(op, left, right, span);
    if (op == Operator::Concatenate) {
        // Excel's manner: blank is "", everything else is its text.
        const auto text = [](const Value& v) { return v.isNull() ? QString() : v.toText(); };
        return Value(text(left) + text(right));
    }
    // A null operand makes a null; its cause, if one of the two has one, goes along.
    if (left.isNull() && (left.nullCause() || !right.nullCause()))
        return left;
    if (right.isNull())
        return right;
    switch (op) {
    case Operator::Add: return add(left, right, span);
    case Operator::Subtract: return subtract(left, right, span);
    case Operator::Multiply: return multiply(left, right, span);
    case Operator::Divide: return divide(left, right, span);
    case Operator::Power:
        if (left.kind() != Value::Kind::Number || right.kind() != Value::Kind::Number)
            return wrongTypes(op, left, right, span);
        return number(left.number().power(right.number()), span);
    default: return compare(op, left, right, span);
    }
}

} // namespace fw::feel
