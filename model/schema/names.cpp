#include "scopes.h"

namespace fw::schema
{

/// Targets that are files of a kind, and targets that are elements of a single file's list.
static constexpr std::pair<Target, const char*> FileTargets[] = {
    {Target::Table, "table"},       {Target::Event, "event"},       {Target::Scoring, "scoring"},
    {Target::Segment, "segment"},   {Target::Workflow, "workflow"}, {Target::Message, "message"},
    {Target::Form, "form"},         {Target::View, "view"},         {Target::Dashboard, "dashboard"},
    {Target::Calendar, "calendar"}, {Target::Decision, "decision"}};
struct ListTarget {
    Target target;
    const char* file;
    const char* list;
};
static constexpr ListTarget ListTargets[] = {{Target::Connector, "connectors.yaml", "connectors"},
                                             {Target::Role, "roles.yaml", "roles"},
                                             {Target::Setting, "app.yaml", "settings"},
                                             {Target::Consent, "app.yaml", "consents"}};

Names::Names(const Definition& definition)
{
    for (const auto& file : definition.files()) {
        m_files << file;
        const Kind* kind = Schema::instance().kindOfPath(file->path);
        for (const auto& [target, id] : FileTargets)
            if (kind && kind->id == QLatin1String(id) && !file->id().isEmpty() && !m_named[target].contains(file->id()))
                m_named[target].insert(file->id(), {&file->root, Address{file->path, {}}});
        for (const ListTarget& list : ListTargets) {
            if (file->path != QLatin1String(list.file))
                continue;
            for (const yaml::Node& element : file->root[QString::fromLatin1(list.list)].items)
                if (const QString id = element[u"id"].string(); !id.isEmpty())
                    m_named[list.target].insert(id,
                                                {&element, Address{file->path, {QString::fromLatin1(list.list), id}}});
        }
    }
    for (const QString& id : tables())
        if (m_person.isEmpty() && (*table(id))[u"person"].toBool(false))
            m_person = id;
    addInverses();
}

const yaml::Node* Names::find(Target target, const QString& id) const
{
    const auto targets = m_named.find(target);
    return targets == m_named.end() ? nullptr : targets->value(id).node;
}

std::optional<Address> Names::addressOf(Target target, const QString& id) const
{
    const auto targets = m_named.find(target);
    if (targets == m_named.end() || !targets->contains(id))
        return std::nullopt;
    return targets->value(id).address;
}

QStringList Names::idsOf(Target target) const
{
    return m_named.value(target).keys();
}

LocalText Names::labelOf(Target target, const QString& id) const
{
    const yaml::Node* node = find(target, id);
    return node ? schema::labelOf(*node) : LocalText();
}

const yaml::Node* Names::field(const QString& record, const QString& id) const
{
    const bool isEvent = record.startsWith(QLatin1String("event:"));
    const yaml::Node* owner = isEvent ? event(record.mid(6)) : table(record);
    if (!owner)
        return nullptr;
    const yaml::Node& found = (*owner)[isEvent ? u"properties" : u"fields"].byId(id);
    return found.exists() ? &found : nullptr;
}

/// A relation gets its other side's name unless that would be ambiguous: two relations of one table to the same other
/// table, or a field that has the name already.
void Names::addInverses()
{
    for (const QString& tableId : tables()) {
        QMap<QString, int> unnamed;
        for (const yaml::Node& field : (*table(tableId))[u"fields"].items)
            if (field[u"type"].string() == u"relation" && !field[u"inverse"].exists())
                ++unnamed[field[u"to"].string()];
        for (const yaml::Node& relation : (*table(tableId))[u"fields"].items) {
            const QString to = relation[u"to"].string();
            if (relation[u"type"].string() != u"relation" || !table(to))
                continue;
            const bool named = relation[u"inverse"].exists();
            const QString name = named ? relation[u"inverse"].string() : tableId;
            if ((named || unnamed.value(to) == 1) && !field(to, name))
                m_inverses[to].push_back({name, tableId, relation[u"id"].string()});
        }
    }
}

} // namespace fw::schema
