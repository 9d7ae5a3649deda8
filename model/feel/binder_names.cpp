// What a name stands for: a local variable, a member of a filter's item, a name of the scope, a field of the record the
// expression is about, or a built-in — in this order.
#include "binder.h"
#include "probe.h"

namespace fw::feel
{

int Binder::declare(const QString& name, const Type& type, bool item)
{
    const int index = m_next++;
    localCount = std::max(localCount, m_next);
    m_locals.push_back({name, index, type, item});
    return index;
}

void Binder::refer(Span span, const QString& owner, const QString& name, bool inString)
{
    references.push_back({span, owner, name, inString});
}

void Binder::usesName(const QString& name)
{
    if (name == QLatin1String("me"))
        expressionClass = ExpressionClass::ViewerDependent;
}

std::optional<Type> Binder::memberType(const Type& target, const QString& name) const
{
    const auto number = Type(Type::Kind::Number);
    const auto oneOf = [&name](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&](const char* n) { return name == QLatin1String(n); });
    };
    switch (target.kind()) {
    case Type::Kind::Any:
    case Type::Kind::Null: return Type();
    case Type::Kind::Record: return m_scope.types ? m_scope.types->member(target.recordName(), name) : Type();
    case Type::Kind::Context: {
        for (const Type::Member& m : target.members())
            if (m.name == name)
                return m.type;
        return target.members().empty() ? std::optional(Type()) : std::nullopt;
    }
    case Type::Kind::List: {
        const auto item = memberType(target.item(), name);
        return item ? std::optional(Type::list(*item)) : std::nullopt;
    }
    case Type::Kind::Date:
    case Type::Kind::DateTime:
        if (oneOf({"year", "month", "day", "weekday", "value"}))
            return number;
        if (target.kind() == Type::Kind::Date)
            return std::nullopt;
        [[fallthrough]];
    case Type::Kind::Time:
        if (oneOf({"hour", "minute", "second", "value"}))
            return number;
        if (oneOf({"time offset"}))
            return Type(Type::Kind::TimeDuration);
        return oneOf({"timezone"}) ? std::optional(Type(Type::Kind::String)) : std::nullopt;
    case Type::Kind::MonthDuration: return oneOf({"years", "months", "value"}) ? std::optional(number) : std::nullopt;
    case Type::Kind::TimeDuration:
        return oneOf({"days", "hours", "minutes", "seconds", "value"}) ? std::optional(number) : std::nullopt;
    case Type::Kind::Range:
        if (oneOf({"start", "end"}))
            return target.item();
        return oneOf({"start included", "end included"}) ? std::optional(Type(Type::Kind::Boolean)) : std::nullopt;
    default: return std::nullopt;
    }
}

QStringList Binder::memberNames(const Type& target) const
{
    switch (target.kind()) {
    case Type::Kind::Record: return m_scope.types ? m_scope.types->members(target.recordName()) : QStringList();
    case Type::Kind::List: return memberNames(target.item());
    case Type::Kind::Context: {
        QStringList names;
        for (const Type::Member& m : target.members())
            names << m.name;
        return names;
    }
    case Type::Kind::Date:
        return {QStringLiteral("year"), QStringLiteral("month"), QStringLiteral("day"), QStringLiteral("weekday")};
    case Type::Kind::DateTime:
        return {QStringLiteral("year"),    QStringLiteral("month"),       QStringLiteral("day"),
                QStringLiteral("weekday"), QStringLiteral("hour"),        QStringLiteral("minute"),
                QStringLiteral("second"),  QStringLiteral("time offset"), QStringLiteral("timezone")};
    case Type::Kind::Time:
        return {QStringLiteral("hour"), QStringLiteral("minute"), QStringLiteral("second"),
                QStringLiteral("time offset"), QStringLiteral("timezone")};
    case Type::Kind::Range:
        return {QStringLiteral("start"), QStringLiteral("end"), QStringLiteral("start included"),
                QStringLiteral("end included")};
    case Type::Kind::TimeDuration:
        return {QStringLiteral("days"), QStringLiteral("hours"), QStringLiteral("minutes"), QStringLiteral("seconds")};
    case Type::Kind::MonthDuration: return {QStringLiteral("years"), QStringLiteral("months")};
    default: return {};
    }
}

QStringList Binder::knownNames() const
{
    QStringList names;
    for (const Local& local : m_locals) {
        names << local.name;
        if (local.item)
            names << memberNames(local.type);
    }
    for (const Scope::Spread& spread : m_scope.spreads())
        names << memberNames(Type::record(spread.recordName));
    for (const Scope::Name& name : m_scope.names())
        if (!name.name.startsWith(u'?')) // the inputs of a table have no name a person writes
            names << name.name;
    return names;
}

/// Everything a name here may stand for, innermost first.
void Binder::answerProbe() const
{
    probe->found = true;
    const auto members = [this](const Type& type) {
        const QString owner = type.kind() == Type::Kind::Record ? type.recordName() : QString();
        for (const QString& name : memberNames(type))
            probe->candidates.push_back({name, memberType(type, name).value_or(Type()), owner});
    };
    for (auto it = m_locals.rbegin(); it != m_locals.rend(); ++it) {
        if (it->item)
            members(it->type);
        probe->candidates.push_back({it->name, it->type, {}});
    }
    for (const Scope::Spread& spread : m_scope.spreads())
        members(Type::record(spread.recordName));
    for (const Scope::Name& name : m_scope.names())
        probe->candidates.push_back({name.name, name.type, {}});
}

/// The members behind a dot.
void Binder::answerProbe(const Type& target) const
{
    probe->found = true;
    probe->owner = target;
    const Type& owner = target.kind() == Type::Kind::List ? target.item() : target;
    for (const QString& name : memberNames(target))
        probe->candidates.push_back({name, memberType(target, name).value_or(Type()),
                                     owner.kind() == Type::Kind::Record ? owner.recordName() : QString()});
}

void Binder::unknownName(const Expression& e, const QStringList& candidates)
{
    if (!isHeard())
        return;
    QString near = closest(e.name, candidates);
    // Words of other languages, other cases, and functions that take nothing but still need their parentheses.
    static const QHash<QString, QString> habits{
        {QStringLiteral("none"), QStringLiteral("null")},      {QStringLiteral("nil"), QStringLiteral("null")},
        {QStringLiteral("undefined"), QStringLiteral("null")}, {QStringLiteral("null"), QStringLiteral("null")},
        {QStringLiteral("true"), QStringLiteral("true")},      {QStringLiteral("false"), QStringLiteral("false")}};
    if (const auto habit = habits.constFind(e.name.toLower()); habit != habits.constEnd())
        near = *habit;
    else if (const Builtin* builtin = findBuiltin(e.name, m_options.dialect);
             builtin && builtin->signatures.front().parameters.empty())
        near = e.name + QStringLiteral("()");
    QStringList some = candidates.mid(0, 8);
    Message remedy = !near.isEmpty()  ? Message(FW_MSG("Did you mean \"%1\"?"), {near})
                     : some.isEmpty() ? Message(FW_MSG("No names are known here."))
                                      : Message(FW_MSG("Known here are: %1."), {some.join(QStringLiteral(", "))});
    report("feel.unknown_name", Message(FW_MSG("The name \"%1\" is not known here."), {e.name}), std::move(remedy),
           e.nameSpan, near, near.isEmpty() ? Message() : Message(FW_MSG("Replace by \"%1\"."), {near}));
}

/// The innermost local of that name or filter item with such a member. Items of unknown type that may have it are
/// collected in `openItems` on the way.
NodePtr Binder::localOrItem(const Expression& e, std::vector<int>* openItems)
{
    for (auto it = m_locals.rbegin(); it != m_locals.rend(); ++it) {
        if (it->item) {
            const Type& type = it->type;
            const bool open =
                type.kind() == Type::Kind::Any || (type.kind() == Type::Kind::Context && type.members().empty());
            const auto found = open || type.kind() == Type::Kind::Null ? std::nullopt
                               : type.kind() == Type::Kind::Record || type.kind() == Type::Kind::Context
                                   ? memberType(type, e.name)
                                   : std::nullopt;
            if (found) {
                auto target = std::make_unique<LocalNode>(it->index);
                target->type = type;
                target->span = e.span;
                auto node = std::make_unique<MemberNode>(std::move(target), e.name);
                node->type = *found;
                if (type.kind() == Type::Kind::Record)
                    refer(e.nameSpan, type.recordName(), e.name);
                return node;
            }
            if (open)
                openItems->push_back(it->index);
        }
        if (it->name == e.name) {
            auto node = std::make_unique<LocalNode>(it->index);
            node->type = it->type;
            m_usedPartial = m_usedPartial || e.name == QLatin1String("partial");
            return node;
        }
    }
    return nullptr;
}

NodePtr Binder::scopeName(const Expression& e)
{
    if (e.name == QLatin1String("?") && m_inputSlot >= 0) {
        m_usedInput = true;
        auto node = std::make_unique<SlotNode>(m_inputSlot);
        for (const Scope::Name& name : m_scope.names())
            if (name.slot == m_inputSlot)
                node->type = name.type;
        return node;
    }
    const Scope::Name* name = m_scope.find(e.name);
    if (!name)
        return nullptr;
    if (m_inputSlot >= 0 && name->slot == m_inputSlot)
        m_usedInput = true;
    auto node = std::make_unique<SlotNode>(name->slot);
    node->type = name->type;
    refer(e.nameSpan, QString(), e.name);
    usesName(e.name);
    return node;
}

/// `phone` for `record.phone`
NodePtr Binder::spreadMember(const Expression& e)
{
    for (const Scope::Spread& spread : m_scope.spreads()) {
        const auto type = memberType(Type::record(spread.recordName), e.name);
        if (!type || !m_scope.types)
            continue;
        auto record = std::make_unique<SlotNode>(spread.slot);
        record->type = Type::record(spread.recordName);
        record->span = e.span;
        auto node = std::make_unique<MemberNode>(std::move(record), e.name);
        node->type = *type;
        refer(e.nameSpan, spread.recordName, e.name);
        return node;
    }
    return nullptr;
}

NodePtr Binder::bindName(const Expression& e)
{
    if (probe && e.name == probe->name)
        answerProbe();
    std::vector<int> openItems;
    NodePtr node = localOrItem(e, &openItems);
    if (!node)
        node = scopeName(e);
    if (!node)
        node = spreadMember(e);
    if (!node)
        if (const Builtin* builtin = findBuiltin(e.name, m_options.dialect); builtin && builtin->call) {
            node = std::make_unique<ConstantNode>(builtinValue(builtin));
            node->type = Type(Type::Kind::Function);
        }
    if (const DefinedFunction* defined = node || !openItems.empty() ? nullptr : definedFunction(e.name))
        node = functionNode(e, *defined);
    if (!node && openItems.empty()) {
        if (m_scope.strictNames && isHeard())
            unknownName(e, knownNames());
        node = std::make_unique<UnknownNameNode>(e.name);
    }
    if (!openItems.empty()) {
        auto open = std::make_unique<ItemNameNode>();
        open->name = e.name;
        open->items = std::move(openItems);
        if (node)
            node->span = e.span;
        open->fallback = std::move(node);
        node = std::move(open);
    }
    node->span = e.span;
    return node;
}

NodePtr Binder::bindPath(const Expression& e)
{
    NodePtr target = bind(*e.parts[0]);
    const Type source = target->type;
    if (probe && e.name == probe->name)
        answerProbe(source);
    const auto type = memberType(source, e.name);
    auto node = std::make_unique<MemberNode>(std::move(target), e.name);
    node->span = e.span;
    if (type) {
        node->type = *type;
        const Type& owner = source.kind() == Type::Kind::List ? source.item() : source;
        if (owner.kind() == Type::Kind::Record && m_scope.types)
            refer(e.nameSpan, owner.recordName(), e.name);
    } else if (m_scope.strictNames && !e.name.isEmpty() && isHeard()) {
        const QStringList candidates = memberNames(source);
        const QString near = closest(e.name, candidates);
        const bool length =
            e.name == QLatin1String("length") || e.name == QLatin1String("size") || e.name == QLatin1String("count");
        report(
            "feel.unknown_member", Message(FW_MSG("%1 has no \"%2\"."), {source.toString(), e.name}),
            length && source.kind() == Type::Kind::String
                ? Message(FW_MSG("Write %1."), {QStringLiteral("string length(…)")})
            : length && source.kind() == Type::Kind::List ? Message(FW_MSG("Write %1."), {QStringLiteral("count(…)")})
            : !near.isEmpty()                             ? Message(FW_MSG("Did you mean \"%1\"?"), {near})
            : candidates.isEmpty()                        ? Message(FW_MSG("Only records and contexts have members."))
                                   : Message(FW_MSG("It has: %1."), {candidates.mid(0, 8).join(QStringLiteral(", "))}),
            e.nameSpan, near, near.isEmpty() ? Message() : Message(FW_MSG("Replace by \"%1\"."), {near}));
    }
    return node;
}

} // namespace fw::feel
