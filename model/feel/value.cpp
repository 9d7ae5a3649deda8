#include "value.h"
#include "functionvalue.h"
#include "operators.h"

namespace fw::feel
{

Value Value::list(Items items)
{
    return Value(Kind::List, std::make_shared<const Items>(std::move(items)));
}
Value Value::context(Entries entries)
{
    return Value(Kind::Context, std::make_shared<const Entries>(std::move(entries)));
}
Value Value::range(RangeValue range)
{
    return Value(Kind::Range, std::make_shared<const RangeValue>(std::move(range)));
}
Value Value::nullBecause(NullCause cause)
{
    return Value(Kind::Null, std::make_shared<const NullCause>(std::move(cause)));
}

const NullCause* Value::nullCause() const
{
    return isNull() && m_managed ? &shared<NullCause>() : nullptr;
}

void Value::copyManaged(const Value& other)
{
    switch (m_kind) {
    case Kind::String: put(other.string()); break;
    case Kind::Record: put(other.record()); break;
    case Kind::Function: put(other.function()); break;
    default: put(other.get<Shared>());
    }
}

void Value::release()
{
    switch (m_kind) {
    case Kind::String: string().~QString(); break;
    case Kind::Record: record().~shared_ptr(); break;
    case Kind::Function: function().~shared_ptr(); break;
    default: get<Shared>().~shared_ptr();
    }
}

const Value* Value::entry(QStringView name) const
{
    for (const ContextEntry& e : entries())
        if (sameText(e.name, name))
            return &e.value;
    return nullptr;
}

bool Value::operator==(const Value& other) const
{
    if (isNull() || other.isNull())
        return isNull() && other.isNull();
    return equals(*this, other) == Truth::True;
}

namespace
{

QString quoted(const QString& text)
{
    QString out(u'"');
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"': out += QStringLiteral("\\\""); break;
        case u'\\': out += QStringLiteral("\\\\"); break;
        case u'\n': out += QStringLiteral("\\n"); break;
        case u'\r': out += QStringLiteral("\\r"); break;
        case u'\t': out += QStringLiteral("\\t"); break;
        default: out += c;
        }
    }
    return out + u'"';
}

bool isPlainName(const QString& name)
{
    if (name.isEmpty() || !(name[0].isLetter() || name[0] == u'_'))
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
}

/// `nested`: inside a list or context strings are quoted in both forms, else "[a, b]" could be anything.
QString textOf(const Value& value, bool feel);

QString listText(const Value::Items& items)
{
    QStringList parts;
    for (const Value& item : items)
        parts << textOf(item, true);
    return u'[' + parts.join(QStringLiteral(", ")) + u']';
}

QString contextText(const Value::Entries& entries)
{
    QStringList parts;
    for (const ContextEntry& e : entries)
        parts << (isPlainName(e.name) ? e.name : quoted(e.name)) + QStringLiteral(": ") + textOf(e.value, true);
    return u'{' + parts.join(QStringLiteral(", ")) + u'}';
}

QString rangeText(const RangeValue& range)
{
    const auto open = range.startIncluded ? u'[' : u'(';
    const auto close = range.endIncluded ? u']' : u')';
    if (range.start.isNull() && !range.end.isNull())
        return (range.endIncluded ? QStringLiteral("(<= ") : QStringLiteral("(< ")) + textOf(range.end, true) + u')';
    if (range.end.isNull() && !range.start.isNull())
        return (range.startIncluded ? QStringLiteral("(>= ") : QStringLiteral("(> ")) + textOf(range.start, true) +
               u')';
    return open + textOf(range.start, true) + QStringLiteral("..") + textOf(range.end, true) + close;
}

QString textOf(const Value& value, bool feel)
{
    const auto temporal = [feel](const QString& text) { return feel ? QStringLiteral("@\"%1\"").arg(text) : text; };
    switch (value.kind()) {
    case Value::Kind::Null: return QStringLiteral("null");
    case Value::Kind::Boolean: return value.boolean() ? QStringLiteral("true") : QStringLiteral("false");
    case Value::Kind::Number: return value.number().toString();
    case Value::Kind::String: return feel ? quoted(value.string()) : value.string();
    case Value::Kind::Date: return temporal(value.date().toString());
    case Value::Kind::Time: return temporal(value.time().toString());
    case Value::Kind::DateTime: return temporal(value.dateTime().toString());
    case Value::Kind::MonthDuration: return temporal(value.monthDuration().toString());
    case Value::Kind::TimeDuration: return temporal(value.timeDuration().toString());
    case Value::Kind::List: return listText(value.items());
    case Value::Kind::Context: return contextText(value.entries());
    case Value::Kind::Range: return rangeText(value.rangeValue());
    case Value::Kind::Function: return QStringLiteral("function");
    case Value::Kind::Record: return value.record()->type() + u'/' + value.record()->id();
    }
    return {};
}

} // namespace

QString Value::toFeel() const
{
    return textOf(*this, true);
}
QString Value::toText() const
{
    return textOf(*this, false);
}

} // namespace fw::feel
