// What can be known to be wrong before anything runs.
#include "binder.h"

namespace fw::feel
{

namespace
{

int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const size_t at = static_cast<size_t>(j) + 1;
            const int substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, substituted});
        }
    }
    return row.back();
}

} // namespace

QString closest(const QString& name, const QStringList& candidates)
{
    QString best;
    int bestDistance = std::max(2, static_cast<int>(name.size()) / 3) + 1;
    if (name.size() <= 2)
        bestDistance = 2;
    const QString folded = name.toCaseFolded();
    for (const QString& candidate : candidates) {
        const int distance = candidate.toCaseFolded() == folded ? 0 : editDistance(folded, candidate.toCaseFolded());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

void Binder::report(const char* code, Message what, Message remedy, Span span, QString replacement, Message label)
{
    if (m_quiet > 0)
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

} // namespace

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
    Message remedy(FW_MSG("Both sides must be of one type."));
    QString replacement;
    Message label;
    if (op == Operator::Add && (l == Type::Kind::String || r == Type::Kind::String)) {
        const bool studio = m_options.dialect == Dialect::Studio;
        remedy = studio ? Message(FW_MSG("To join texts, write \"&\"."))
                        : Message(FW_MSG("Turn the other side into text with string(…)."));
        if (studio && sign.end > sign.begin) {
            replacement = QStringLiteral("&");
            label = Message(FW_MSG("Write \"&\"."));
            span = sign;
        }
    } else if (isTemporal(l) && r == Type::Kind::Number) {
        remedy = Message(FW_MSG("Write a duration, for example @\"P30D\" for thirty days."));
    } else if (isDuration(l) && r == Type::Kind::Number) {
        remedy = Message(FW_MSG("Compare with a duration, for example @\"P30D\" for thirty days."));
    }
    report("feel.wrong_type",
           Message(FW_MSG("\"%1\" does not work between %2 and %3."),
                   {operatorText(op), left.type.toString(), right.type.toString()}),
           std::move(remedy), span, replacement, label);
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
