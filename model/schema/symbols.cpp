#include "references.h"

namespace fw::schema
{

/// Where symbols that belong to a file stand in it.
struct Member {
    Target target;
    Target file;      ///< the kind of file that has it
    const char* list; ///< the list of its elements
};
static constexpr Member Members[] = {
    {Target::Field, Target::Table, "fields"},    {Target::Property, Target::Event, "properties"},
    {Target::Stage, Target::Scoring, "stages"},  {Target::Criterion, Target::Scoring, "criteria"},
    {Target::Input, Target::Decision, "inputs"}, {Target::Output, Target::Decision, "outputs"},
    {Target::Rule, Target::Decision, "rules"},   {Target::Tile, Target::Dashboard, "tiles"}};

static std::optional<Address> existing(const Definition& definition, const Address& address)
{
    return definition.node(address).exists() ? std::optional(address) : std::nullopt;
}

std::optional<Address> addressOf(const Definition& definition, const Symbol& symbol)
{
    const Names names(definition);
    if (symbol.target == Target::Option) {
        const auto table = names.addressOf(Target::Table, symbol.owner.section(u'.', 0, 0));
        return table
                   ? existing(
                         definition,
                         table->child("fields").child(symbol.owner.section(u'.', 1)).child("options").child(symbol.id))
                   : std::nullopt;
    }
    if (symbol.target == Target::StoryStep)
        return existing(definition, Address{QStringLiteral("stories/%1.yaml").arg(symbol.owner),
                                            {QStringLiteral("steps"), symbol.id}});
    for (const Member& member : Members) {
        if (member.target != symbol.target)
            continue;
        const auto file = names.addressOf(member.file, symbol.owner);
        if (!file)
            return std::nullopt;
        if (symbol.target == Target::Stage && definition.node(file->child("fading").child("id")).string() == symbol.id)
            return file->child("fading");
        return existing(definition, file->child(QString::fromLatin1(member.list)).child(symbol.id));
    }
    return names.addressOf(symbol.target, symbol.id);
}

static std::optional<Target> fileTarget(const QString& kind)
{
    static const QHash<QString, Target> targets = {
        {"table", Target::Table},       {"event", Target::Event},       {"scoring", Target::Scoring},
        {"segment", Target::Segment},   {"workflow", Target::Workflow}, {"message", Target::Message},
        {"form", Target::Form},         {"view", Target::View},         {"dashboard", Target::Dashboard},
        {"calendar", Target::Calendar}, {"decision", Target::Decision}};
    const auto it = targets.find(kind);
    return it == targets.end() ? std::nullopt : std::optional(*it);
}

static std::optional<Symbol> elementSymbol(const QString& kind, const QString& fileId, const QStringList& path)
{
    const QString& list = path[0];
    const QString& id = path.last();
    if (path.size() == 4 && kind == u"table" && list == u"fields" && path[2] == u"options")
        return Symbol{Target::Option, fileId + u'.' + path[1], id};
    if (path.size() == 1 && kind == u"scoring" && list == u"fading")
        return Symbol{Target::Stage, fileId, {}};
    if (path.size() != 2)
        return std::nullopt;
    for (const Member& member : Members)
        if (fileTarget(kind) == member.file && list == QLatin1String(member.list))
            return Symbol{member.target, fileId, id};
    static const QHash<QString, Target> lists = {{"connectors/connectors", Target::Connector},
                                                 {"roles/roles", Target::Role},
                                                 {"app/settings", Target::Setting},
                                                 {"app/consents", Target::Consent}};
    if (const auto it = lists.find(kind + u'/' + list); it != lists.end())
        return Symbol{*it, {}, id};
    if (kind == u"story" && list == u"steps")
        return Symbol{Target::StoryStep, fileId, id};
    return std::nullopt;
}

std::optional<Symbol> symbolAt(const Definition& definition, const Address& address)
{
    const DefinitionFile* file = definition.file(address.file);
    const Kind* kind = file ? Schema::instance().kindOfPath(file->path) : nullptr;
    if (!kind)
        return std::nullopt;
    if (address.path.isEmpty()) {
        const auto target = fileTarget(kind->id);
        return target ? std::optional(Symbol{*target, {}, file->id()}) : std::nullopt;
    }
    auto symbol = elementSymbol(kind->id, file->id(), address.path);
    if (symbol && symbol->id.isEmpty())
        symbol->id = file->root[u"fading"][u"id"].string();
    return symbol;
}

} // namespace fw::schema
