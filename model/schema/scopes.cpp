#include "scopes.h"

namespace fw::schema
{

feel::Scope makeScope(const ScopeNames& names, const feel::TypeSource& types)
{
    feel::Scope scope;
    scope.types = &types;
    if (!names.decision.isEmpty()) {
        for (const QString& input : types.members(names.decision))
            scope.add(input, types.member(names.decision, input).value_or(feel::Type()));
        return scope;
    }
    const feel::Type record = feel::Type::record(names.record);
    if (!names.record.isEmpty()) {
        scope.addAt(SlotRecord, QStringLiteral("record"), record);
        scope.spread(SlotRecord, names.record);
    }
    if (!names.event.isEmpty())
        scope.addAt(SlotEvent, QStringLiteral("event"), feel::Type::record(names.event));
    else if (names.anyEvent)
        scope.addAt(SlotEvent, QStringLiteral("event"), feel::Type::Kind::Any);
    if (names.old)
        scope.addAt(SlotOld, QStringLiteral("old"), record);
    if (names.me)
        scope.addAt(SlotMe, QStringLiteral("me"), feel::Type::record(QStringLiteral("user")));
    if (!names.run.isEmpty())
        scope.addAt(SlotRun, QStringLiteral("run"), feel::Type::record(names.run));
    if (!types.members(QStringLiteral("settings")).isEmpty())
        scope.addAt(SlotSettings, QStringLiteral("settings"), feel::Type::record(QStringLiteral("settings")));
    return scope;
}

/// The value of `key` in the nearest enclosing map that has it.
static QString enclosing(const Site& site, const QString& key)
{
    for (const Site* map = site.enclosingMap(); map; map = map->enclosingMap())
        if (const yaml::Node& node = (*map->node)[key]; node.exists())
            return node.string();
    return {};
}

/// The table of the record a story step made: its `create`, or that of the step it changes.
static QString storyTable(const yaml::Node& root, const yaml::Node& step, int depth = 0)
{
    if (step[u"create"].exists() || depth > 8)
        return step[u"create"].string();
    for (const char16_t* key : {u"update", u"delete", u"of"})
        if (const QString id = step[QStringView(key)].string(); !id.isEmpty())
            return storyTable(root, root[u"steps"].byId(id), depth + 1);
    return {};
}

QString resolve(const From& from, const Site& site, const Names& names)
{
    const Site* map = site.enclosingMap();
    const yaml::Node& root = site.file->root;
    const auto sibling = [map](const QString& key) { return map ? (*map->node)[key].string() : QString(); };
    switch (from.where) {
    case From::Where::Nothing: return {};
    case From::Where::ThisFile: return root[u"id"].string();
    case From::Where::RootKey: return root[from.key].string();
    case From::Where::Sibling: return sibling(from.key);
    case From::Where::Parent: return enclosing(site, from.key);
    case From::Where::Rollup: {
        const QString of = sibling(from.key.isEmpty() ? QStringLiteral("of") : from.key);
        return of.isEmpty() ? root[u"id"].string() : of.section(u'.', 0, 0);
    }
    case From::Where::Source: {
        QString source = enclosing(site, QStringLiteral("from"));
        return source.isEmpty()                             ? names.personTable()
               : source.startsWith(QLatin1String("event.")) ? source.replace(5, 1, u':')
                                                            : source;
    }
    case From::Where::Trigger: {
        const QString of = sibling(QStringLiteral("of"));
        return of.isEmpty() ? root[u"for"].string() : of;
    }
    case From::Where::MessageFor: {
        const QString table = root[u"for"].string(names.personTable());
        return table.isEmpty() && names.tables().size() == 1 ? names.tables().first() : table;
    }
    case From::Where::StoryRecord: {
        if (!map)
            return {};
        if (from.key.isEmpty())
            return storyTable(root, *map->node);
        const QString step = sibling(from.key);
        return step.isEmpty() ? sibling(QStringLiteral("table")) : storyTable(root, root[u"steps"].byId(step));
    }
    case From::Where::Person: return names.personTable();
    }
    return {};
}

/// The one event all event triggers of a workflow receive; "" and `any` when they differ.
static QString workflowEvent(const yaml::Node& root, bool* any)
{
    QString event;
    for (const yaml::Node& trigger : root[u"when"].items) {
        *any = trigger[u"webhook"].exists();
        if (*any)
            return {};
        const QString id = trigger[u"event"].string();
        if (id.isEmpty())
            continue;
        *any = !event.isEmpty() && event != id;
        if (*any)
            return {};
        event = id;
    }
    return event;
}

/// The table over which the innermost for-each around this place goes; "" outside of one.
static QString eachTable(const Site& site)
{
    for (const Site* at = &site; at->parent; at = at->parent) {
        const Site& map = *at->parent;
        if (map.shape && map.shape->id == u"step_for_each" && at->key->name == u"then")
            return (*map.node)[u"table"].string();
    }
    return {};
}

/// The type of `run` at a place of a workflow.
static QString runType(const Site& site)
{
    const QString item = eachTable(site);
    return QStringLiteral("run:") + site.file->id() + (item.isEmpty() ? QString() : u':' + item);
}

ScopeNames scopeNames(const ExpressionScope& scope, const Site& site, const Names& names)
{
    ScopeNames result;
    if (scope.decision) {
        result.decision = QStringLiteral("decision:") + site.file->id();
        return result;
    }
    result.record = resolve(scope.record, site, names);
    result.old = scope.old;
    result.me = scope.me;
    if (scope.run)
        result.run = runType(site);
    QString event = resolve(scope.event, site, names);
    if (scope.workflowEvent) {
        if (site.kind->id == u"message")
            result.anyEvent = true;
        else
            event = workflowEvent(site.file->root, &result.anyEvent);
    }
    // The body of a webhook has whatever form its sender gives it.
    const Site* map = site.enclosingMap();
    if (map && map->shape->id == u"trigger" && (*map->node)[u"webhook"].exists())
        result.anyEvent = true;
    if (!event.isEmpty())
        result.event = QStringLiteral("event:") + event;
    return result;
}

const yaml::Node* testedInput(const Site& site)
{
    if (!site.key || !site.key->scope.tests)
        return nullptr;
    if (site.freeKey.isEmpty()) // `allowed` of the input itself
        return site.enclosingMap() ? site.enclosingMap()->node : nullptr;
    for (const Site* map = site.enclosingMap(); map; map = map->enclosingMap())
        for (const yaml::Node& input : (*map->node)[u"inputs"].items)
            if (input[u"id"].string() == site.freeKey)
                return &input;
    return nullptr;
}

/// What types a cell of a decision: the input or output of its column.
static const yaml::Node* typingColumn(const Site& site)
{
    const bool output = site.key->ref.target == Target::Output;
    const yaml::Node& column = site.file->root[output ? u"outputs" : u"inputs"].byId(site.freeKey);
    return column.exists() ? &column : nullptr;
}

static bool isColumn(const Site& site)
{
    const Target target = site.key->ref.target;
    return !site.freeKey.isEmpty() && (target == Target::Input || target == Target::Output);
}

/// The field that a value is typed by; nullptr when there is none.
static const yaml::Node* typingField(const Site& site, const Names& names)
{
    if (isColumn(site))
        return typingColumn(site);
    if (!site.freeKey.isEmpty()) {
        const QString owner = resolve(site.key->typedBy, site, names);
        return names.field(site.key->ref.target == Target::Property ? QStringLiteral("event:") + owner : owner,
                           site.freeKey);
    }
    const Site* map = site.enclosingMap();
    return map ? map->node : nullptr;
}

const yaml::Node* typedByField(const Site& site, const Names& names)
{
    if (!site.key || (site.key->scope.expected != Expected::TypedBy && !isColumn(site)))
        return nullptr;
    if (!site.freeKey.isEmpty() && site.key->ref.target == Target::Setting)
        return names.find(Target::Setting, site.freeKey);
    return typingField(site, names);
}

feel::Type expectedType(const Site& site, const Types& types)
{
    using FeelKind = feel::Type::Kind;
    if (!site.key)
        return FeelKind::Any;
    if (site.key->ref.target == Target::Output && !site.freeKey.isEmpty()) {
        const yaml::Node* output = typedByField(site, types.names());
        return output ? types.fieldType(*output) : feel::Type(FeelKind::Any);
    }
    switch (site.key->scope.expected) {
    case Expected::Boolean: return FeelKind::Boolean;
    case Expected::Number: return FeelKind::Number;
    case Expected::Text: return FeelKind::String;
    case Expected::Date: return FeelKind::Date;
    case Expected::User: return feel::Type::record(QStringLiteral("user"));
    case Expected::Any:
    case Expected::Aggregate: return FeelKind::Any;
    case Expected::TypedBy: break;
    }
    const yaml::Node* field = typedByField(site, types.names());
    const feel::Type type = field ? types.fieldType(*field) : feel::Type(FeelKind::Any);
    // A date is a legal date and time: its midnight in the app's zone.
    return type.kind() == FeelKind::DateTime ? feel::Type(FeelKind::Any) : type;
}

} // namespace fw::schema
