#include "references.h"

namespace fw::schema
{

static QList<Candidate> elements(const yaml::Node& list, const char16_t* idKey = u"id")
{
    QList<Candidate> found;
    for (const yaml::Node& element : list.items) {
        const QString id = element.isScalar() ? element.scalar : element[QStringView(idKey)].string();
        if (!id.isEmpty())
            found << Candidate{id, labelOf(element), element[u"type"].string()};
    }
    return found;
}

static QList<Candidate> named(const Names& names, Target target)
{
    QList<Candidate> found;
    for (const QString& id : names.idsOf(target))
        found << Candidate{id, names.labelOf(target, id), {}};
    return found;
}

/// Fields of a record type: of a table those people made first, then what every record has.
static QList<Candidate> fields(const Types& types, const QString& record, const QStringList& wanted)
{
    QList<Candidate> found;
    for (const QString& id : types.members(record)) {
        const yaml::Node* field = types.names().field(record, id);
        const QString type = types.valueTypeAt(record, id);
        if (!wanted.isEmpty() && !wanted.contains(type))
            continue;
        found << Candidate{id, field ? labelOf(*field) : LocalText(id), type};
    }
    return found;
}

static QList<Candidate> ownFields(const Types& types, const QString& record, const QStringList& wanted)
{
    QList<Candidate> found = fields(types, record, wanted);
    found.removeIf([&](const Candidate& candidate) { return !types.names().field(record, candidate.id); });
    return found;
}

/// Fields, and one step over each relation.
static QList<Candidate> paths(const Types& types, const QString& record, const QStringList& wanted)
{
    QList<Candidate> found = fields(types, record, wanted);
    for (const Candidate& own : fields(types, record, {QStringLiteral("relation")}))
        if (const auto type = types.member(record, own.id); type && type->kind() == feel::Type::Kind::Record)
            for (Candidate far : ownFields(types, type->recordName(), wanted)) {
                far.id = own.id + u'.' + far.id;
                found << far;
            }
    return found;
}

static QList<Candidate> relationsTo(const Names& names, const QString& table)
{
    QList<Candidate> found;
    for (const QString& other : names.tables())
        for (const yaml::Node& field : (*names.table(other))[u"fields"].items)
            if (field[u"type"].string() == u"relation" && field[u"to"].string() == table)
                found << Candidate{other + u'.' + field[u"id"].string(), names.labelOf(Target::Table, other), other};
    return found;
}

static QList<Candidate> sources(const Names& names)
{
    QList<Candidate> found = named(names, Target::Table);
    for (const Candidate& event : named(names, Target::Event))
        found << Candidate{QStringLiteral("event.") + event.id, event.label, QStringLiteral("event")};
    found << Candidate{"task", LocalText("Tasks", "任务"), {}}
          << Candidate{"message", LocalText("Messages", "消息"), {}}
          << Candidate{"score_change", LocalText("Score changes", "评分变化"), {}};
    return found;
}

static QList<Candidate> stages(const yaml::Node& scoring)
{
    QList<Candidate> found = elements(scoring[u"stages"]);
    if (scoring[u"fading"][u"id"].exists())
        found << Candidate{scoring[u"fading"][u"id"].string(), labelOf(scoring[u"fading"]), {}};
    return found;
}

static QList<Candidate> tiles(const Names& names)
{
    QList<Candidate> found;
    for (const QString& dashboard : names.idsOf(Target::Dashboard))
        for (Candidate tile : elements((*names.find(Target::Dashboard, dashboard))[u"tiles"])) {
            tile.id = dashboard + u'.' + tile.id;
            found << tile;
        }
    return found;
}

static QList<Candidate> referenced(const Site& site, const Types& types)
{
    const Names& names = types.names();
    const Reference& ref = site.key->ref;
    const QString owner = resolve(ref.in, site, names);
    switch (ref.target) {
    case Target::None:
    case Target::Option: return {};
    case Target::Field: return ownFields(types, owner, ref.fieldTypes);
    case Target::Property: return ownFields(types, QStringLiteral("event:") + owner, ref.fieldTypes);
    case Target::FieldPath: return paths(types, owner, ref.fieldTypes);
    case Target::RelationTo: return relationsTo(names, owner);
    case Target::Stage: return names.scoring(owner) ? stages(*names.scoring(owner)) : QList<Candidate>();
    case Target::Criterion:
        return names.scoring(owner) ? elements((*names.scoring(owner))[u"criteria"]) : QList<Candidate>();
    case Target::Input:
    case Target::Output:
    case Target::Rule: {
        const yaml::Node* decision = names.find(Target::Decision, owner);
        const QStringView list = ref.target == Target::Input    ? u"inputs"
                                 : ref.target == Target::Output ? u"outputs"
                                                                : u"rules";
        return decision ? elements((*decision)[list]) : QList<Candidate>();
    }
    case Target::Source: return sources(names);
    case Target::Tile: return tiles(names);
    case Target::Identity:
        return names.table(names.personTable()) ? elements((*names.table(names.personTable()))[u"identity"])
                                                : QList<Candidate>();
    case Target::StoryStep: return elements(site.file->root[u"steps"]);
    case Target::StoryUser: return elements(site.file->root[u"users"], u"login");
    default: return named(names, ref.target);
    }
}

QList<Candidate> candidatesAt(const Site& site, const Types& types)
{
    if (!site.key)
        return {};
    const yaml::Node* field = typedByField(site, types.names());
    if (field && (*field)[u"options"].exists())
        return elements((*field)[u"options"]);
    QList<Candidate> found = referenced(site, types);
    for (const EnumValue& value : site.key->values)
        found << Candidate{value.id, value.label, {}};
    return found;
}

QList<Candidate> candidates(const Definition& definition, const Address& map, const QString& key)
{
    QList<Candidate> found;
    siteAt(definition, map.child(key), [&](const Site& site) { found = candidatesAt(site, Types(definition)); });
    return found;
}

} // namespace fw::schema
