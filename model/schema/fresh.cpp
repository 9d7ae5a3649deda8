#include "fresh.h"

#include "scopes.h"

namespace fw::schema
{

using yaml::Node;

bool isReservedWord(QStringView id)
{
    static const QStringList words = {"if",         "then",       "else",       "for",       "in",      "return",
                                      "some",       "every",      "satisfies",  "and",       "or",      "not",
                                      "between",    "instance",   "of",         "true",      "false",   "null",
                                      "function",   "external",   "record",     "event",     "old",     "me",
                                      "settings",   "run",        "it",         "id",        "version", "created_at",
                                      "created_by", "updated_at", "updated_by", "deleted_at"};
    return words.contains(id);
}

bool isValidId(QStringView id)
{
    if (id.isEmpty() || id.size() > 40 || id[0] < u'a' || id[0] > u'z')
        return false;
    return std::all_of(id.begin(), id.end(),
                       [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_'; });
}

QString proposeId(const QString& label, const QStringList& taken, const QString& fallback)
{
    QString base;
    for (const QChar c : label.toLower()) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9' && !base.isEmpty());
        if (letter)
            base += c;
        else if (!base.isEmpty() && !base.endsWith(u'_'))
            base += u'_';
    }
    base.truncate(36);
    while (base.endsWith(u'_'))
        base.chop(1);
    const bool useFallback = base.isEmpty() || isReservedWord(base);
    if (useFallback)
        base = fallback;
    else if (!taken.contains(base))
        return base;
    for (int number = useFallback ? 1 : 2;; ++number)
        if (const QString id = QStringLiteral("%1_%2").arg(base).arg(number); !taken.contains(id))
            return id;
}

static void collectIds(const Node& list, QStringList& ids)
{
    for (const Node& element : list.items)
        if (const QString id = element.isScalar() ? element.scalar : element[u"id"].string(); !id.isEmpty())
            ids << id;
}

/// Steps are unique within their workflow, parts within their form: the whole file counts for these.
static void collectNested(const Node& node, QStringList& ids)
{
    for (const yaml::Entry& entry : node.entries) {
        if (entry.value.isSequence())
            collectIds(entry.value, ids);
        collectNested(entry.value, ids);
    }
    for (const Node& item : node.items)
        collectNested(item, ids);
}

/// In workflows and forms an id is unique in the whole file, elsewhere in its list.
static bool idsCountNested(const DefinitionFile& file)
{
    return file.kind() == u"workflow" || file.kind() == u"form";
}

QStringList takenIds(const Definition& definition, const Address& list)
{
    QStringList ids;
    const DefinitionFile* file = definition.file(list.file);
    if (!file)
        return ids;
    if (idsCountNested(*file))
        collectNested(file->root, ids);
    else
        collectIds(definition.node(list), ids);
    if (list.last() == u"fields")
        collectIds(file->root[u"retired"], ids);
    return ids;
}

/// Gives every element of a tree an id that is not in `taken`, which grows. `nested`: ids inside count too.
static void freeIds(Node& node, QStringList& taken, bool isElement, bool nested)
{
    for (yaml::Entry& entry : node.entries) {
        if (isElement && entry.key == u"id" && entry.value.isScalar()) {
            if (taken.contains(entry.value.scalar))
                entry.value = Node::plain(proposeId(entry.value.scalar, taken, QStringLiteral("copy")));
            taken << entry.value.scalar;
        } else if (nested) {
            freeIds(entry.value, taken, false, true);
        }
    }
    for (Node& item : node.items)
        freeIds(item, taken, true, nested);
}

Node withFreeIds(const Definition& definition, const Address& list, const Node& element)
{
    QStringList taken = takenIds(definition, list);
    const DefinitionFile* file = definition.file(list.file);
    Node copy = element;
    freeIds(copy, taken, true, file && idsCountNested(*file));
    return copy;
}

/// The shape of the elements of a list of maps; nullptr for any other address.
static const Shape* elementShape(const Definition& definition, const Address& list)
{
    const Key* key = keyAt(definition, list);
    return key && key->list ? Schema::instance().shape(key->shape) : nullptr;
}

std::vector<Variant> variants(const Definition& definition, const Address& list)
{
    const Shape* shape = elementShape(definition, list);
    if (!shape)
        return {};
    std::vector<Variant> found;
    for (const QString& action : shape->oneOf)
        if (const Key* key = shape->key(action))
            found.push_back({action, key->label, key->help, action});
    if (const Key* type = found.empty() && !shape->discriminator.isEmpty() ? shape->key(shape->discriminator) : nullptr)
        for (const EnumValue& value : type->values)
            found.push_back({value.id, value.label, value.help, value.icon});
    if (found.empty())
        found.push_back({{}, shape->label, shape->help, shape->id});
    return found;
}

static Node labelNode(const Definition& definition, const Label& label, const QString& given)
{
    std::vector<yaml::Entry> texts;
    for (const Node& language : definition.app()[u"languages"].items)
        texts.push_back({language.string(), Node::text(given.isEmpty() ? label.in(language.string()) : given), {}});
    if (texts.size() < 2)
        return Node::text(given.isEmpty() ? label.en : given);
    return Node::map(std::move(texts), yaml::Style::Flow);
}

/// The value a required key gets in a fresh element: as small as is valid.
static Node valueFor(const Key& key, const QString& variant)
{
    switch (key.type) {
    case ValueType::Bool: return Node::boolean(true);
    case ValueType::Integer:
    case ValueType::Decimal: return Node::integer(key.least ? qint64(*key.least) : 0);
    case ValueType::Duration: return Node::plain(QStringLiteral("P1D"));
    case ValueType::TimeOfDay: return Node::text(QStringLiteral("09:00"));
    case ValueType::Date: return Node::plain(QStringLiteral("2026-01-01"));
    case ValueType::Enum: return Node::plain(key.values.empty() ? variant : key.values.front().id);
    case ValueType::Expression: return Node::text(QStringLiteral("=true"));
    case ValueType::Value: return key.scope.expected == Expected::Number ? Node::integer(0) : Node::text({});
    case ValueType::FieldValues:
    case ValueType::PointsMap: return Node::map();
    case ValueType::Shape:
        if (key.list)
            return Node::sequence();
        return Node::map();
    default: return Node::text({});
    }
}

static bool isLabel(const Key& key)
{
    return key.type == ValueType::LocalText || key.type == ValueType::LocalTemplate;
}

/// The only one there is to choose from: a form made in an app of one table is for that table.
static Node referenceFor(const Definition& definition, const Key& key)
{
    const QStringList ids = Names(definition).idsOf(key.ref.target);
    return ids.size() == 1 ? Node::plain(ids.front()) : Node::text({});
}

/// What only opens something else is called what that is called, unless somebody names it.
static bool takesItsName(const Shape& shape, const QString& variant)
{
    const Key* action = shape.oneOf.contains(variant) ? shape.key(variant) : nullptr;
    const Key* label = shape.key(u"label");
    return action && action->type == ValueType::Reference && label && !label->required;
}

/// A map with its required keys, nested ones included.
static Node freshMap(const Definition& definition, const Shape& shape, const QString& variant, const QString& id,
                     const QString& label)
{
    Node node = Node::map();
    const auto put = [&node](const Key& key, Node value) { node.entries.push_back({key.name, std::move(value), {}}); };
    Label name = shape.label;
    if (const Key* type = shape.key(shape.discriminator))
        for (const EnumValue& value : type->values)
            if (value.id == variant)
                name = value.label;
    if (const Key* action = shape.oneOf.contains(variant) ? shape.key(variant) : nullptr)
        name = action->label;
    for (const Key& key : shape.keys) {
        const bool chosen = key.name == variant && shape.oneOf.contains(variant);
        if (key.name == u"id" && !id.isEmpty())
            put(key, Node::plain(id));
        else if (key.name == shape.discriminator && !variant.isEmpty())
            put(key, Node::plain(variant));
        else if (key.name == u"label" && !id.isEmpty() && applies(shape, key, node)) {
            if (!label.isEmpty() || !takesItsName(shape, variant))
                put(key, labelNode(definition, name, label));
        } else if ((key.required || chosen) && applies(shape, key, node)) {
            const Shape* inner = key.list ? nullptr : Schema::instance().shape(key.shape);
            if (isLabel(key))
                put(key, labelNode(definition, key.label, label));
            else if (inner && key.type == ValueType::Shape)
                put(key, freshMap(definition, *inner, {}, {}, label));
            else if (key.type == ValueType::Reference && !key.list)
                put(key, referenceFor(definition, key));
            else
                put(key, valueFor(key, variant));
        }
    }
    return node;
}

/// What a person would have to fill in first, in a form that is valid at once.
static void fillIn(const Definition& definition, const Shape& shape, Node& element)
{
    if (shape.id == u"criterion") // instead of points it may have rows
        element.entries.push_back({QStringLiteral("points"), Node::integer(0), {}});
    for (yaml::Entry& entry : element.entries) {
        const Key* key = shape.key(entry.key);
        if (key && key->name == u"options")
            for (const char* id : {"option_1", "option_2"})
                entry.value.items.push_back(Node::map(
                    {{"id", Node::plain(id), {}}, {"label", labelNode(definition, {"Option", "选项"}, {}), {}}},
                    yaml::Style::Flow));
    }
}

Node freshElement(const Definition& definition, const Address& list, const QString& variant, const QString& label)
{
    const Shape* shape = elementShape(definition, list);
    if (!shape)
        return {};
    const bool hasId = shape->key(u"id") != nullptr;
    const QString fallback = variant.isEmpty() ? shape->id : variant;
    Node element = freshMap(definition, *shape, variant,
                            hasId ? proposeId(label, takenIds(definition, list), fallback) : QString(), label);
    fillIn(definition, *shape, element);
    if (std::all_of(element.entries.begin(), element.entries.end(),
                    [](const yaml::Entry& e) { return e.value.isScalar() || e.key == u"label"; }))
        element.style = yaml::Style::Flow;
    return element;
}

Node freshFile(const Definition& definition, const Kind& kind, const QString& id, const QString& label)
{
    const Shape& shape = Schema::instance().root(kind);
    Node root = Node::map({{"kind", Node::plain(kind.id), {}}});
    for (yaml::Entry& entry : freshMap(definition, shape, {}, id, label).entries)
        if (entry.key != u"kind")
            root.entries.push_back(std::move(entry));
    return root;
}

} // namespace fw::schema
