#include "builtins.h"
#include "operators.h"
#include "syntax.h"

namespace fw::feel
{

namespace
{

constexpr quint32 anyKind = ~0u;

quint32 kindBits(const Type& type)
{
    const auto bit = [](Value::Kind kind) { return 1u << static_cast<unsigned>(kind); };
    switch (type.kind()) {
    case Type::Kind::Any: return anyKind;
    case Type::Kind::Null: return bit(Value::Kind::Null);
    case Type::Kind::Boolean: return bit(Value::Kind::Boolean);
    case Type::Kind::Number: return bit(Value::Kind::Number);
    case Type::Kind::String: return bit(Value::Kind::String);
    case Type::Kind::Date: return bit(Value::Kind::Date);
    case Type::Kind::Time: return bit(Value::Kind::Time);
    case Type::Kind::DateTime: return bit(Value::Kind::DateTime);
    case Type::Kind::MonthDuration: return bit(Value::Kind::MonthDuration);
    case Type::Kind::TimeDuration: return bit(Value::Kind::TimeDuration);
    case Type::Kind::List: return bit(Value::Kind::List);
    case Type::Kind::Context: return bit(Value::Kind::Context) | bit(Value::Kind::Record);
    case Type::Kind::Range: return bit(Value::Kind::Range);
    case Type::Kind::Function: return bit(Value::Kind::Function);
    case Type::Kind::Record: return bit(Value::Kind::Record);
    }
    return anyKind;
}

Type typeOf(const QString& text)
{
    if (text.startsWith(QLatin1String("list<")))
        return Type::list(typeOf(text.mid(5, text.size() - 6)));
    return text == QLatin1String("T") ? Type() : parseTypeName(text).value_or(Type());
}

/// "name?: type|type?" — a question mark behind the name: may be left out, behind the type: null is an allowed value.
Parameter parameterOf(const QString& text)
{
    Parameter p;
    const qsizetype colon = text.indexOf(u':');
    p.name = text.left(colon).trimmed();
    QString type = text.mid(colon + 1).trimmed();
    if (p.name.endsWith(u'?')) {
        p.optional = true;
        p.name.chop(1);
    }
    if (p.name.endsWith(QLatin1String("..."))) {
        p.variadic = true;
        p.name.chop(3);
    }
    if (type.endsWith(u'?')) {
        p.nullable = true;
        type.chop(1);
    }
    for (const QString& alternative : type.split(u'|')) {
        p.item = p.item || alternative == QLatin1String("T");
        p.listOfItem = p.listOfItem || alternative == QLatin1String("list<T>");
        p.types.push_back(typeOf(alternative));
        p.kinds |= kindBits(p.types.back());
    }
    p.nullable = p.nullable || p.kinds == anyKind;
    return p;
}

Signature signatureOf(const char* spec)
{
    Signature s;
    s.text = QString::fromUtf8(spec);
    const qsizetype open = s.text.indexOf(u'('), close = s.text.lastIndexOf(QLatin1String("): "));
    const QString inner = s.text.mid(open + 1, close - open - 1);
    if (!inner.isEmpty())
        for (const QString& parameter : inner.split(QStringLiteral(", ")))
            s.parameters.push_back(parameterOf(parameter));
    const QString result = s.text.mid(close + 3);
    s.resultIsItem = result == QLatin1String("T");
    s.resultIsListOfItem = result == QLatin1String("list<T>");
    s.result = s.resultIsListOfItem ? Type::list(Type()) : typeOf(result);
    return s;
}

void append(std::vector<Builtin>& all, const char* group, std::vector<BuiltinSpec> specs)
{
    for (const BuiltinSpec& spec : specs) {
        Builtin b;
        b.group = QString::fromLatin1(group);
        for (const char* signature : spec.signatures)
            b.signatures.push_back(signatureOf(signature));
        const QString& text = b.signatures.front().text;
        b.name = text.left(text.indexOf(u'('));
        b.call = spec.call;
        b.form = spec.form;
        b.studioOnly = b.group == QLatin1String("excel") || b.group == QLatin1String("history");
        b.doc = QString::fromUtf8(spec.doc);
        b.docZh = QString::fromUtf8(spec.docZh);
        b.example = QString::fromUtf8(spec.example);
        b.exampleResult = QString::fromUtf8(spec.result);
        all.push_back(std::move(b));
    }
}

} // namespace

Value Invocation::null(const char* code, Message what) const
{
    return nullOf(code, std::move(what), span);
}

const std::vector<Builtin>& builtins()
{
    static const std::vector<Builtin> all = [] {
        std::vector<Builtin> out;
        append(out, "numbers", numberBuiltins());
        append(out, "texts", textBuiltins());
        append(out, "lists", listBuiltins());
        append(out, "lists", aggregateBuiltins());
        append(out, "times", temporalBuiltins());
        append(out, "contexts", contextBuiltins());
        append(out, "ranges", rangeBuiltins());
        append(out, "excel", excelBuiltins());
        append(out, "excel", excelDateBuiltins());
        append(out, "history", historyBuiltins());
        return out;
    }();
    return all;
}

const Builtin* findBuiltin(const QString& name, Dialect dialect)
{
    static const QHash<QString, const Builtin*> byName = [] {
        QHash<QString, const Builtin*> out;
        for (const Builtin& b : builtins())
            out.insert(b.name, &b);
        return out;
    }();
    const Builtin* found = byName.value(name, nullptr);
    return found && found->studioOnly && dialect == Dialect::Strict ? nullptr : found;
}

bool coerceArgument(const Parameter& parameter, Value& argument, const QString& function, Span span, Value* problem)
{
    const auto allowed = [&](const Value& v) { return (parameter.kinds >> static_cast<unsigned>(v.kind())) & 1u; };
    if (parameter.kinds == anyKind)
        return true;
    if (argument.isNull()) {
        if (parameter.nullable)
            return true;
        *problem = argument;
        return false;
    }
    if (allowed(argument))
        return true;
    const quint32 listBit = 1u << static_cast<unsigned>(Value::Kind::List);
    if (argument.kind() == Value::Kind::List && argument.items().size() == 1) {
        Value only = argument.items().front();
        if (allowed(only) || (only.isNull() && parameter.nullable)) {
            argument = std::move(only);
            return true;
        }
    }
    if (argument.kind() == Value::Kind::Date &&
        ((parameter.kinds >> static_cast<unsigned>(Value::Kind::DateTime)) & 1u)) {
        argument = Value(startOfDay(argument.date()));
        return true;
    }
    if ((parameter.kinds & listBit) && argument.kind() != Value::Kind::List) {
        argument = Value::single(argument);
        return true;
    }
    QStringList wanted;
    for (const Type& type : parameter.types)
        wanted << type.toString();
    *problem = nullOf("feel.wrong_argument",
                      Message(FW_MSG("\"%1\" of %2 must be %3, not %4."),
                              {parameter.name, function, wanted.join(u'/'), kindName(argument)}),
                      span);
    return false;
}

} // namespace fw::feel
