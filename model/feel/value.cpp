#include "value.h"
#include "functionvalue.h"
#include "operators.h"

namespace fw::feel
{

Value Value::tooLarge()
{
    return nullOf("feel.limit", Message(FW_MSG("The value gets too large or is nested too deeply.")), {});
}

Value&& Value::extending(const Extent& extent) &&
{
    m_depth = static_cast<quint16>(extent.depth + 1);
    m_size = static_cast<quint32>(extent.size);
    return std::move(*this);
}

Value Value::list(Items items)
{
    Extent extent;
    for (const Value& item : items)
        extent.add(item);
    if (!extent.isAllowed())
        return tooLarge();
    return Value(Kind::List, std::make_shared<const Items>(std::move(items))).extending(extent);
}

Value Value::single(const Value& item)
{
    Extent extent;
    extent.add(item);
    return Value(Kind::List, std::make_shared<const Items>(Items{item})).extending(extent);
}

Value Value::context(Entries entries)
{
    Extent extent;
    for (const ContextEntry& entry : entries)
        extent.add(entry.value);
    if (!extent.isAllowed())
        return tooLarge();
    return Value(Kind::Context, std::make_shared<const Entries>(std::move(entries))).extending(extent);
}

Value Value::range(RangeValue range)
{
    Extent extent;
    extent.add(range.start);
    extent.add(range.end);
    if (!extent.isAllowed())
        return tooLarge();
    return Value(Kind::Range, std::make_shared<const RangeValue>(std::move(range))).extending(extent);
}

Value Value::function(std::shared_ptr<const FunctionValue> function, const Items& captured)
{
    Extent extent;
    for (const Value& value : captured)
        extent.add(value);
    return extent.isAllowed() ? Value(std::move(function)).extending(extent) : tooLarge();
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

/// Writes a value down; stops soon after the text has got too long.
class Writer
{
public:
    explicit Writer(qsizetype atMost) : m_atMost(atMost) {}
    QString out;

    /// `feel`: as FEEL text. Inside a list or context it always is, else "[a, b]" could be anything.
    void write(const Value& value, bool feel)
    {
        switch (value.kind()) {
        case Value::Kind::Null: out += QStringLiteral("null"); break;
        case Value::Kind::Boolean: out += value.boolean() ? QStringLiteral("true") : QStringLiteral("false"); break;
        case Value::Kind::Number: out += value.number().toString(); break;
        case Value::Kind::String: feel ? quote(value.string()) : void(out += value.string()); break;
        case Value::Kind::Date: temporal(value.date().toString(), feel); break;
        case Value::Kind::Time: temporal(value.time().toString(), feel); break;
        case Value::Kind::DateTime: temporal(value.dateTime().toString(), feel); break;
        case Value::Kind::MonthDuration: temporal(value.monthDuration().toString(), feel); break;
        case Value::Kind::TimeDuration: temporal(value.timeDuration().toString(), feel); break;
        case Value::Kind::List: list(value.items()); break;
        case Value::Kind::Context: context(value.entries()); break;
        case Value::Kind::Range: range(value.rangeValue()); break;
        case Value::Kind::Function: out += QStringLiteral("function"); break;
        case Value::Kind::Record: out += value.record()->type() + u'/' + value.record()->id(); break;
        }
    }

private:
    bool isFull() const { return out.size() > m_atMost; }

    void temporal(const QString& text, bool feel) { out += feel ? QStringLiteral("@\"%1\"").arg(text) : text; }

    void quote(const QString& text)
    {
        out += u'"';
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
        out += u'"';
    }

    void list(const Value::Items& items)
    {
        out += u'[';
        for (size_t i = 0; i < items.size() && !isFull(); ++i) {
            if (i > 0)
                out += QStringLiteral(", ");
            write(items[i], true);
        }
        out += u']';
    }

    static bool isPlainName(const QString& name)
    {
        if (name.isEmpty() || !(name[0].isLetter() || name[0] == u'_'))
            return false;
        return std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
    }

    void context(const Value::Entries& entries)
    {
        out += u'{';
        for (size_t i = 0; i < entries.size() && !isFull(); ++i) {
            if (i > 0)
                out += QStringLiteral(", ");
            isPlainName(entries[i].name) ? void(out += entries[i].name) : quote(entries[i].name);
            out += QStringLiteral(": ");
            write(entries[i].value, true);
        }
        out += u'}';
    }

    void range(const RangeValue& range)
    {
        const bool upper = range.start.isNull() && !range.startIncluded;
        if (range.excluded || upper || (range.end.isNull() && !range.endIncluded)) {
            out += range.excluded               ? QStringLiteral("(!= ")
                   : upper && range.endIncluded ? QStringLiteral("(<= ")
                   : upper                      ? QStringLiteral("(< ")
                   : range.startIncluded        ? QStringLiteral("(>= ")
                                                : QStringLiteral("(> ");
            write(upper ? range.end : range.start, true);
            out += u')';
            return;
        }
        out += range.startIncluded ? u'[' : u'(';
        write(range.start, true);
        out += QStringLiteral("..");
        write(range.end, true);
        out += range.endIncluded ? u']' : u')';
    }

    qsizetype m_atMost;
};

} // namespace

QString Value::toFeel(qsizetype atMost) const
{
    Writer writer(atMost);
    writer.write(*this, true);
    return std::move(writer.out);
}

QString Value::toText(qsizetype atMost) const
{
    if (m_kind == Kind::String)
        return string();
    Writer writer(atMost);
    writer.write(*this, false);
    return std::move(writer.out);
}

} // namespace fw::feel
