#include "type.h"

namespace fw::feel
{

struct Type::Parts {
    std::vector<Type> types; ///< the item, or the parameters
    Type result;
    std::vector<Member> members;
    QHash<QString, QString> labels;
};

namespace
{
const Type anyType;
const std::vector<Type> noTypes;
const std::vector<Type::Member> noMembers;
} // namespace

Type Type::list(Type item)
{
    Type type(Kind::List);
    type.m_parts = std::make_shared<const Parts>(Parts{{std::move(item)}, {}, {}, {}});
    return type;
}

Type Type::range(Type point)
{
    Type type(Kind::Range);
    type.m_parts = std::make_shared<const Parts>(Parts{{std::move(point)}, {}, {}, {}});
    return type;
}

Type Type::context(std::vector<Member> members)
{
    Type type(Kind::Context);
    type.m_parts = std::make_shared<const Parts>(Parts{{}, {}, std::move(members), {}});
    return type;
}

Type Type::function(std::vector<Type> parameters, Type result)
{
    Type type(Kind::Function);
    type.m_parts = std::make_shared<const Parts>(Parts{std::move(parameters), std::move(result), {}, {}});
    return type;
}

Type Type::record(QString name)
{
    Type type(Kind::Record);
    type.m_name = std::move(name);
    return type;
}

Type Type::choice(QStringList options, QHash<QString, QString> labels)
{
    Type type(Kind::String);
    type.m_options = std::move(options);
    if (!labels.isEmpty())
        type.m_parts = std::make_shared<const Parts>(Parts{{}, {}, {}, std::move(labels)});
    return type;
}

QString Type::optionLabelled(const QString& label) const
{
    return m_parts ? m_parts->labels.value(label) : QString();
}

QStringList Type::labelsOf(const QString& option) const
{
    QStringList labels = m_parts ? m_parts->labels.keys(option) : QStringList();
    labels.sort();
    return labels;
}

const Type& Type::item() const
{
    return (m_kind == Kind::List || m_kind == Kind::Range) && m_parts ? m_parts->types.front() : anyType;
}

const std::vector<Type::Member>& Type::members() const
{
    return m_parts ? m_parts->members : noMembers;
}

const std::vector<Type>& Type::parameters() const
{
    return m_kind == Kind::Function && m_parts ? m_parts->types : noTypes;
}

const Type& Type::result() const
{
    return m_kind == Kind::Function && m_parts ? m_parts->result : anyType;
}

bool Type::operator==(const Type& other) const
{
    if (m_kind != other.m_kind || m_name != other.m_name || m_options != other.m_options)
        return false;
    if (m_parts == other.m_parts)
        return true;
    static const Parts empty;
    const Parts& a = m_parts ? *m_parts : empty;
    const Parts& b = other.m_parts ? *other.m_parts : empty;
    const auto sameMember = [](const Member& x, const Member& y) { return x.name == y.name && x.type == y.type; };
    return a.types == b.types && a.result == b.result &&
           std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), sameMember);
}

namespace
{

bool contextConforms(const Type& type, const Type& expected)
{
    for (const Type::Member& wanted : expected.members()) {
        const auto it = std::find_if(type.members().begin(), type.members().end(),
                                     [&](const Type::Member& m) { return m.name == wanted.name; });
        if (it == type.members().end() || !it->type.conformsTo(wanted.type))
            return false;
    }
    return true;
}

} // namespace

bool Type::conformsTo(const Type& expected) const
{
    if (m_kind == Kind::Any || expected.m_kind == Kind::Any || m_kind == Kind::Null)
        return true;
    // DMN 1.5, 10.3.2.9.4: a value stands for the list of itself, and a list of one for its item.
    if (expected.m_kind == Kind::List && m_kind != Kind::List)
        return conformsTo(expected.item());
    if (m_kind == Kind::List && expected.m_kind != Kind::List)
        return item().conformsTo(expected);
    // The start of the day stands for a date where a date and time is asked for.
    if (m_kind == Kind::Date && expected.m_kind == Kind::DateTime)
        return true;
    if (m_kind == Kind::Record && expected.m_kind == Kind::Context)
        return true;
    if (m_kind != expected.m_kind)
        return false;
    switch (m_kind) {
    case Kind::List:
    case Kind::Range: return item().conformsTo(expected.item());
    case Kind::Context: return contextConforms(*this, expected);
    case Kind::Record: return m_name == expected.m_name || expected.m_name.isEmpty();
    default: return true;
    }
}

bool Type::isSubtypeOf(const Type& other) const
{
    if (other.m_kind == Kind::Any)
        return true;
    if (m_kind != other.m_kind)
        return m_kind == Kind::Null || (m_kind == Kind::Record && other.m_kind == Kind::Context);
    switch (m_kind) {
    case Kind::List:
    case Kind::Range: return item().isSubtypeOf(other.item());
    case Kind::Context:
        return std::all_of(other.members().begin(), other.members().end(), [&](const Member& wanted) {
            return std::any_of(members().begin(), members().end(), [&](const Member& mine) {
                return mine.name == wanted.name && mine.type.isSubtypeOf(wanted.type);
            });
        });
    case Kind::Function:
        // DMN 1.5, table 47: parameters the other way round. "function" alone is any function.
        return !other.m_parts ||
               (parameters().size() == other.parameters().size() && result().isSubtypeOf(other.result()) &&
                std::equal(parameters().begin(), parameters().end(), other.parameters().begin(),
                           [](const Type& mine, const Type& theirs) { return theirs.isSubtypeOf(mine); }));
    case Kind::Record: return m_name == other.m_name || other.m_name.isEmpty();
    default: return true;
    }
}

QString Type::toString() const
{
    switch (m_kind) {
    case Kind::Any: return QStringLiteral("any");
    case Kind::Null: return QStringLiteral("null");
    case Kind::Boolean: return QStringLiteral("boolean");
    case Kind::Number: return QStringLiteral("number");
    case Kind::String: return QStringLiteral("text");
    case Kind::Date: return QStringLiteral("date");
    case Kind::Time: return QStringLiteral("time");
    case Kind::DateTime: return QStringLiteral("date and time");
    case Kind::MonthDuration: return QStringLiteral("years and months duration");
    case Kind::TimeDuration: return QStringLiteral("days and time duration");
    case Kind::List: return QStringLiteral("list<%1>").arg(item().toString());
    case Kind::Context: return QStringLiteral("context");
    case Kind::Range: return QStringLiteral("range<%1>").arg(item().toString());
    case Kind::Function: return QStringLiteral("function");
    case Kind::Record: return QStringLiteral("record<%1>").arg(m_name);
    }
    return {};
}

} // namespace fw::feel
