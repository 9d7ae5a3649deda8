// What can be known to be wrong before anything runs.
#include "binder.h"

namespace fw::feel
{

/// Whether a complaint would reach anybody: what it should say need not be found out otherwise.
bool Binder::isHeard() const
{
    constexpr qsizetype enough = 50;
    return m_quiet == 0 && m_diagnostics->size() < enough;
}

void Binder::report(const char* code, Message what, Message remedy, Span span, QString replacement, Message label)
{
    if (!isHeard())
        return;
    // Ad-hoc evaluation (strictNames off) runs what it can: a mistake gives a null there, and the word here is a hint.
    const Severity severity = m_scope.strictNames ? Severity::Error : Severity::Warning;
    m_diagnostics->append(Diagnostic{severity, QString::fromLatin1(code), std::move(what), std::move(remedy), span,
                                     std::move(replacement), std::move(label)});
}

void Binder::checkBoolean(const Node& node, const char* where)
{
    const Type::Kind kind = node.type.kind();
    if (kind == Type::Kind::Any || kind == Type::Kind::Null || kind == Type::Kind::Boolean)
        return;
    report("feel.wrong_type",
           Message(FW_MSG("\"%1\" needs a condition, not %2."), {QString::fromLatin1(where), node.type.toString()}),
           Message(FW_MSG("Write a comparison, for example amount > 100.")), node.span);
}

namespace
{

bool isDuration(Type::Kind k)
{
    return k == Type::Kind::MonthDuration || k == Type::Kind::TimeDuration;
}
bool isTemporal(Type::Kind k)
{
    return k == Type::Kind::Date || k == Type::Kind::DateTime || k == Type::Kind::Time;
}
bool isOpen(Type::Kind k)
{
    return k == Type::Kind::Any || k == Type::Kind::Null;
}

/// The type of `l op r`; nothing when it cannot work.
std::optional<Type> additiveType(Operator op, Type::Kind l, Type::Kind r)
{
    const bool minus = op == Operator::Subtract;
    if (isOpen(l) || isOpen(r)) {
        if (minus && isTemporal(l) && isDuration(r))
            return Type(l);
        return Type();
    }
    if (l == Type::Kind::Number && r == Type::Kind::Number)
        return Type(Type::Kind::Number);
    if (!minus && l == Type::Kind::String && r == Type::Kind::String)
        return Type(Type::Kind::String);
    if (isTemporal(l) && isDuration(r) && !(l == Type::Kind::Time && r == Type::Kind::MonthDuration))
        return Type(l);
    if (!minus && isDuration(l) && isTemporal(r))
        return Type(r);
    if (isDuration(l) && l == r)
        return Type(l);
    const bool days =
        (l == Type::Kind::Date || l == Type::Kind::DateTime) && (r == Type::Kind::Date || r == Type::Kind::DateTime);
    if (minus && (days || (l == Type::Kind::Time && r == Type::Kind::Time)))
        return Type(Type::Kind::TimeDuration);
    return std::nullopt;
}

std::optional<Type> multiplicativeType(Operator op, Type::Kind l, Type::Kind r)
{
    if (isOpen(l) || isOpen(r))
        return Type();
    if (l == Type::Kind::Number && r == Type::Kind::Number)
        return Type(Type::Kind::Number);
    if (isDuration(l) && r == Type::Kind::Number)
        return Type(l);
    if (op == Operator::Multiply && l == Type::Kind::Number && isDuration(r))
        return Type(r);
    if (op == Operator::Divide && isDuration(l) && l == r)
        return Type(Type::Kind::Number);
    return std::nullopt;
}

bool comparable(Operator op, const Type& left, const Type& right)
{
    const Type::Kind l = left.kind(), r = right.kind();
    if (isOpen(l) || isOpen(r))
        return true;
    const bool days =
        (l == Type::Kind::Date || l == Type::Kind::DateTime) && (r == Type::Kind::Date || r == Type::Kind::DateTime);
    if (op == Operator::Equal || op == Operator::NotEqual) {
        // A relation compared with a context: both are "things with members".
        return l == r || (l == Type::Kind::Record && r == Type::Kind::Context) ||
               (l == Type::Kind::Context && r == Type::Kind::Record);
    }
    return days || (l == r && (l == Type::Kind::Number || l == Type::Kind::String || isTemporal(l) || isDuration(l)));
}

/// A constant of another kind written as one of `wanted`: "80" as 80, "2026-01-05" as @"2026-01-05", 30 as @"P30D". Empty when
/// it cannot be.
QString rewritten(const Value& constant, const Type& wanted)
{
    const auto temporal = [](const QString& text) { return QStringLiteral("@\"%1\"").arg(text); };
    if (constant.kind() == Value::Kind::String) {
        const QString& text = constant.string();
        switch (wanted.kind()) {
        case Type::Kind::Number: return Decimal::fromString(text) ? text : QString();
        case Type::Kind::Boolean:
            return text == QLatin1String("true") || text == QLatin1String("false") ? text : QString();
        case Type::Kind::Date: return Date::fromString(text) ? temporal(text) : QString();
        case Type::Kind::DateTime: return DateTime::fromString(text) ? temporal(text) : QString();
        case Type::Kind::Time: return Time::fromString(text) ? temporal(text) : QString();
        case Type::Kind::MonthDuration: return parseMonthDuration(text) ? temporal(text) : QString();
        case Type::Kind::TimeDuration: return parseTimeDuration(text) ? temporal(text) : QString();
        default: return {};
        }
    }
    if (constant.kind() != Value::Kind::Number)
        return {};
    const QString digits = constant.number().toString();
    const bool whole = constant.number().isInteger() && !constant.number().isNegative() && !digits.contains(u'E');
    switch (wanted.kind()) {
    case Type::Kind::String: return u'"' + digits + u'"';
    case Type::Kind::MonthDuration: return whole ? temporal(QStringLiteral("P%1M").arg(digits)) : QString();
    case Type::Kind::TimeDuration:
    case Type::Kind::Date:
    case Type::Kind::DateTime: return whole ? temporal(QStringLiteral("P%1D").arg(digits)) : QString();
    default: return {};
    }
}

/// Two kinds that only compare, so that a number beside a date is no number of days.
bool isDistance(Operator op, const Type& wanted, const Value& constant)
{
    const bool moment = wanted.kind() == Type::Kind::Date || wanted.kind() == Type::Kind::DateTime;
    return !moment || constant.kind() == Value::Kind::String || op == Operator::Add || op == Operator::Subtract;
}

} // namespace

/// What would make `left op right` work, as far as one can guess what was meant.
Binder::Advice Binder::adviceOn(Operator op, const Node& left, const Node& right, Span span, Span sign) const
{
    for (const auto& [constant, other] : {std::pair(&right, &left), std::pair(&left, &right)}) {
        if (other->type.kind() == Type::Kind::Function)
            continue;
        if (const auto* node = dynamic_cast<const ConstantNode*>(constant);
            node && !(op == Operator::Add && other->type.kind() == Type::Kind::String)) {
            const QString text =
                isDistance(op, other->type, node->value) ? rewritten(node->value, other->type) : QString();
            if (!text.isEmpty())
                return {Message(FW_MSG("Write %1."), {text}), constant->span, text,
                        Message(FW_MSG("Replace by %1."), {text})};
        }
        if (constant->type.kind() == Type::Kind::Function)
            return {Message(FW_MSG("A function is called with parentheses behind its name.")), constant->span, {}, {}};
        if (other->type.kind() == Type::Kind::Record && constant->type.kind() == Type::Kind::String &&
            memberType(other->type, QStringLiteral("name")))
            return {Message(FW_MSG("Compare its name.")),
                    {other->span.end, other->span.end},
                    QStringLiteral(".name"),
                    Message(FW_MSG("Add \"%1\"."), {QStringLiteral(".name")})};
    }
    const Type::Kind l = left.type.kind(), r = right.type.kind();
    if (op == Operator::Add && (l == Type::Kind::String || r == Type::Kind::String)) {
        if (m_options.dialect == Dialect::Strict)
            return {Message(FW_MSG("Turn the other side into text with string(…).")), span, {}, {}};
        const bool known = sign.end > sign.begin;
        return {Message(FW_MSG("To join texts, write \"&\".")), known ? sign : span,
                known ? QStringLiteral("&") : QString(), Message(FW_MSG("Write \"&\"."))};
    }
    if (isTemporal(l) && r == Type::Kind::Number)
        return {Message(FW_MSG("Write a duration, for example @\"P30D\" for thirty days.")), span, {}, {}};
    if (isDuration(l) && r == Type::Kind::Number)
        return {Message(FW_MSG("Compare with a duration, for example @\"P30D\" for thirty days.")), span, {}, {}};
    return {Message(FW_MSG("Both sides must be of one type.")), span, {}, {}};
}

Type Binder::checkOperator(Operator op, const Node& left, const Node& right, Span span, Span sign)
{
    const Type::Kind l = left.type.kind(), r = right.type.kind();
    std::optional<Type> result;
    switch (op) {
    case Operator::Add:
    case Operator::Subtract: result = additiveType(op, l, r); break;
    case Operator::Multiply:
    case Operator::Divide: result = multiplicativeType(op, l, r); break;
    case Operator::Power:
        if ((isOpen(l) || l == Type::Kind::Number) && (isOpen(r) || r == Type::Kind::Number))
            result = Type(Type::Kind::Number);
        break;
    case Operator::Concatenate: result = Type(Type::Kind::String); break;
    default:
        if (comparable(op, left.type, right.type))
            result = Type(Type::Kind::Boolean);
    }
    if (result)
        return *result;
    Advice advice = adviceOn(op, left, right, span, sign);
    report("feel.wrong_type",
           Message(FW_MSG("\"%1\" does not work between %2 and %3."),
                   {operatorText(op), left.type.toString(), right.type.toString()}),
           std::move(advice.remedy), advice.span, advice.replacement, advice.label);
    return op <= Operator::Concatenate ? Type() : Type(Type::Kind::Boolean);
}

/// A choice compared with a text that is none of its options can never be true.
void Binder::checkChoice(const Node& value, const Node& literal)
{
    const Type& type = value.type.kind() == Type::Kind::List ? value.type.item() : value.type;
    if (type.options().isEmpty())
        return;
    const auto* constant = dynamic_cast<const ConstantNode*>(&literal);
    if (!constant)
        return;
    Value::Items items;
    if (constant->value.kind() == Value::Kind::List)
        items = constant->value.items();
    else
        items = {constant->value};
    for (const Value& item : items) {
        if (item.kind() != Value::Kind::String || type.options().contains(item.string()))
            continue;
        const QString labelled = type.optionLabelled(item.string());
        const QString near = labelled.isEmpty() ? closest(item.string(), type.options()) : labelled;
        const bool single = constant->value.kind() == Value::Kind::String && !near.isEmpty();
        report("feel.not_an_option", Message(FW_MSG("The value \"%1\" is not among the options."), {item.string()}),
               !labelled.isEmpty()
                   ? Message(FW_MSG("That is its label; an expression names the option \"%1\"."), {labelled})
               : near.isEmpty() ? Message(FW_MSG("Options are: %1."), {type.options().join(QStringLiteral(", "))})
                                : Message(FW_MSG("Did you mean \"%1\"?"), {near}),
               literal.span, single ? u'"' + near + u'"' : QString(),
               single ? Message(FW_MSG("Replace by \"%1\"."), {near}) : Message());
    }
}

} // namespace fw::feel
