#include "node.h"
#include "emitter.h"

#include <algorithm>

namespace fw::yaml
{

static const Node& missing()
{
    static const Node node;
    return node;
}

Node Node::null()
{
    Node node;
    node.kind = Kind::Null;
    return node;
}

Node Node::text(QString value)
{
    Node node;
    node.kind = Kind::Scalar;
    node.style = canonicalStyle(value);
    node.scalar = std::move(value);
    return node;
}

Node Node::plain(QString value)
{
    Node node;
    node.kind = Kind::Scalar;
    node.scalar = std::move(value);
    return node;
}

Node Node::boolean(bool value)
{
    return plain(value ? QStringLiteral("true") : QStringLiteral("false"));
}

Node Node::integer(qint64 value)
{
    return plain(QString::number(value));
}

Node Node::sequence()
{
    return sequence({});
}

Node Node::sequence(std::vector<Node> items, Style style)
{
    Node node;
    node.kind = Kind::Sequence;
    node.style = style;
    node.items = std::move(items);
    return node;
}

Node Node::map()
{
    return map({});
}

Node Node::map(std::vector<Entry> entries, Style style)
{
    Node node;
    node.kind = Kind::Map;
    node.style = style;
    node.entries = std::move(entries);
    return node;
}

const Entry* Node::entry(QStringView key) const
{
    const auto it = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return it == entries.end() ? nullptr : &*it;
}

const Node& Node::operator[](QStringView key) const
{
    const Entry* found = entry(key);
    return found ? found->value : missing();
}

const Node& Node::byId(QStringView id) const
{
    const auto it = std::find_if(items.begin(), items.end(), [&](const Node& n) {
        const Node& own = n[u"id"];
        return own.isScalar() && own.scalar == id;
    });
    return it == items.end() ? missing() : *it;
}

bool Node::toBool(bool fallback) const
{
    if (!isScalar() || style != Style::Plain)
        return fallback;
    if (scalar == u"true" || scalar == u"True" || scalar == u"TRUE")
        return true;
    if (scalar == u"false" || scalar == u"False" || scalar == u"FALSE")
        return false;
    return fallback;
}

bool Node::sameValue(const Node& other) const
{
    if (kind != other.kind)
        return false;
    switch (kind) {
    case Kind::Missing:
    case Kind::Null: return true;
    case Kind::Scalar:
        // `"12"` is a text and `12` a number: only quoting that changes the meaning counts.
        return scalar == other.scalar &&
               ((style == Style::Plain) == (other.style == Style::Plain) || !readsAsOther(scalar));
    case Kind::Sequence:
        return std::equal(items.begin(), items.end(), other.items.begin(), other.items.end(),
                          [](const Node& a, const Node& b) { return a.sameValue(b); });
    case Kind::Map:
        return std::equal(entries.begin(), entries.end(), other.entries.begin(), other.entries.end(),
                          [](const Entry& a, const Entry& b) { return a.key == b.key && a.value.sameValue(b.value); });
    }
    return false;
}

} // namespace fw::yaml
