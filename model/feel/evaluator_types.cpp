// Members of values, `instance of`, and FEEL's implicit conversions.
#include "node.h"

namespace fw::feel
{

namespace
{

Value number(qint64 n)
{
    return Value(Decimal(n));
}

std::optional<Value> timeMember(const Time& time, const Date* date, QStringView name)
{
    const qint64 second = time.nanos / 1'000'000'000;
    if (name == QLatin1String("hour"))
        return number(second / 3600);
    if (name == QLatin1String("minute"))
        return number(second / 60 % 60);
    if (name == QLatin1String("second"))
        return number(second % 60);
    if (name == QLatin1String("time offset")) {
        if (time.zone.kind == Zone::Kind::None)
            return Value();
        return Value(TimeDuration{offsetSecondsAt(time.zone, date ? *date : Date{1970, 1, 1}, second), 0});
    }
    if (name == QLatin1String("timezone"))
        return time.zone.kind == Zone::Kind::Region ? Value(QString::fromLatin1(time.zone.region)) : Value();
    if (name == QLatin1String("value")) {
        // DMN 1.5, 10.3.2.3.5 f.: seconds since midnight, or since 1970 where there is a date; a local value as if in UTC.
        const DateTime at{date ? *date : Date{1970, 1, 1}, time};
        const auto fraction = Decimal::fromScaled(time.nanos % 1'000'000'000, 9);
        const Decimal whole(at.toEpochSeconds());
        return fraction.isZero() ? Value(whole) : Value(whole.plus(fraction).value_or(whole));
    }
    return std::nullopt;
}

std::optional<Value> dateMember(const Date& date, QStringView name)
{
    if (name == QLatin1String("year"))
        return number(date.year);
    if (name == QLatin1String("month"))
        return number(date.month);
    if (name == QLatin1String("day"))
        return number(date.day);
    if (name == QLatin1String("weekday"))
        return number(date.weekday());
    if (name == QLatin1String("value"))
        return number(date.toEpochDay() * 86'400);
    return std::nullopt;
}

std::optional<Value> durationMember(const Value& value, QStringView name)
{
    if (value.kind() == Value::Kind::MonthDuration) {
        if (name == QLatin1String("years"))
            return number(value.monthDuration().months / 12);
        if (name == QLatin1String("months"))
            return number(value.monthDuration().months % 12);
        if (name == QLatin1String("value"))
            return number(value.monthDuration().months);
        return std::nullopt;
    }
    const TimeDuration& d = value.timeDuration();
    if (name == QLatin1String("days"))
        return number(d.seconds / 86'400);
    if (name == QLatin1String("hours"))
        return number(d.seconds / 3600 % 24);
    if (name == QLatin1String("minutes"))
        return number(d.seconds / 60 % 60);
    if (name == QLatin1String("seconds")) {
        const auto fraction = Decimal::fromScaled(d.nanos, 9);
        return d.nanos ? Value(Decimal(d.seconds % 60).plus(fraction).value_or(Decimal())) : number(d.seconds % 60);
    }
    if (name == QLatin1String("value"))
        return Value(Decimal(d.seconds).plus(Decimal::fromScaled(d.nanos, 9)).value_or(Decimal()));
    return std::nullopt;
}

std::optional<Value> rangeMember(const RangeValue& range, QStringView name)
{
    if (name == QLatin1String("start"))
        return range.start;
    if (name == QLatin1String("end"))
        return range.end;
    if (name == QLatin1String("start included"))
        return Value(range.startIncluded);
    if (name == QLatin1String("end included"))
        return Value(range.endIncluded);
    return std::nullopt;
}

std::optional<Value> ownMember(const Value& target, QStringView name)
{
    switch (target.kind()) {
    case Value::Kind::Context: {
        const Value* entry = target.entry(name);
        return entry ? std::optional(*entry) : std::nullopt;
    }
    case Value::Kind::Record: return target.record()->field(name);
    case Value::Kind::Date: return dateMember(target.date(), name);
    case Value::Kind::Time: return timeMember(target.time(), nullptr, name);
    case Value::Kind::DateTime: {
        const auto found = timeMember(target.dateTime().time, &target.dateTime().date, name);
        return found ? found : dateMember(target.dateTime().date, name);
    }
    case Value::Kind::MonthDuration:
    case Value::Kind::TimeDuration: return durationMember(target, name);
    case Value::Kind::Range: return rangeMember(target.rangeValue(), name);
    default: return std::nullopt;
    }
}

} // namespace

Value member(const Value& target, const QString& name, Span span)
{
    if (target.isNull())
        return target;
    if (target.kind() == Value::Kind::List) {
        Value::Items out;
        out.reserve(target.items().size());
        for (const Value& item : target.items())
            out.push_back(member(item, name, span));
        return Value::list(std::move(out));
    }
    auto found = ownMember(target, name);
    return found ? std::move(*found)
                 : nullOf("feel.no_such_member", Message(FW_MSG("%1 has no \"%2\"."), {kindName(target), name}), span);
}

namespace
{

bool contextIsInstance(const Value& value, const Type& type)
{
    for (const Type::Member& wanted : type.members()) {
        const Value* entry = value.entry(wanted.name);
        if (!entry || !(entry->isNull() || isInstanceOf(*entry, wanted.type)))
            return false;
    }
    return true;
}

} // namespace

bool isInstanceOf(const Value& value, const Type& type)
{
    if (type.kind() == Type::Kind::Any)
        return !value.isNull();
    if (type.kind() == Type::Kind::Null)
        return value.isNull();
    switch (value.kind()) {
    case Value::Kind::Null: return false;
    case Value::Kind::Boolean: return type.kind() == Type::Kind::Boolean;
    case Value::Kind::Number: return type.kind() == Type::Kind::Number;
    case Value::Kind::String: return type.kind() == Type::Kind::String;
    case Value::Kind::Date: return type.kind() == Type::Kind::Date;
    case Value::Kind::Time: return type.kind() == Type::Kind::Time;
    case Value::Kind::DateTime: return type.kind() == Type::Kind::DateTime;
    case Value::Kind::MonthDuration: return type.kind() == Type::Kind::MonthDuration;
    case Value::Kind::TimeDuration: return type.kind() == Type::Kind::TimeDuration;
    case Value::Kind::List:
        return type.kind() == Type::Kind::List &&
               std::all_of(value.items().begin(), value.items().end(), [&](const Value& v) {
                   // The type of null conforms to every type (DMN 1.5, 10.3.2.9.2).
                   return type.item().kind() == Type::Kind::Any || v.isNull() || isInstanceOf(v, type.item());
               });
    case Value::Kind::Context: return type.kind() == Type::Kind::Context && contextIsInstance(value, type);
    case Value::Kind::Range: {
        const RangeValue& r = value.rangeValue();
        return type.kind() == Type::Kind::Range &&
               (type.item().kind() == Type::Kind::Any || isInstanceOf(r.start.isNull() ? r.end : r.start, type.item()));
    }
    case Value::Kind::Function:
        return type.kind() == Type::Kind::Function && value.function()->type().isSubtypeOf(type);
    case Value::Kind::Record:
        return type.kind() == Type::Kind::Context ||
               (type.kind() == Type::Kind::Record && type.recordName() == value.record()->type());
    }
    return false;
}

Value InstanceOfNode::evaluate(Evaluation& e) const
{
    Value scratch;
    return Value(isInstanceOf(value->reference(e, scratch), wanted));
}

Value coerceTo(const Value& value, const Type& type, Span span)
{
    if (type.kind() == Type::Kind::Any || value.isNull() || isInstanceOf(value, type))
        return value;
    if (value.kind() == Value::Kind::List && type.kind() != Type::Kind::List && value.items().size() == 1)
        return coerceTo(value.items().front(), type, span);
    if (type.kind() == Type::Kind::List && value.kind() != Value::Kind::List) {
        const Value item = coerceTo(value, type.item(), span);
        return item.isNull() ? item : Value::list({item});
    }
    if (type.kind() == Type::Kind::DateTime && value.kind() == Value::Kind::Date)
        return Value(startOfDay(value.date()));
    return nullOf("feel.wrong_type", Message(FW_MSG("%1 was expected, not %2."), {type.toString(), kindName(value)}),
                  span);
}

Value ZonedNode::evaluate(Evaluation& e) const
{
    Value value = inner->run(e);
    if (value.kind() != Value::Kind::DateTime || value.dateTime().time.zone.kind != Zone::Kind::None)
        return value;
    DateTime zoned = value.dateTime();
    zoned.time.zone = Zone{Zone::Kind::Region, 0, e.environment->zone().id(), false};
    return Value(std::move(zoned));
}

} // namespace fw::feel
