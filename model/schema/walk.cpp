#include "schema.h"

namespace fw::schema
{

const Site* Site::enclosingMap() const
{
    for (const Site* site = parent; site; site = site->parent)
        if (site->shape && site->node->isMap())
            return site;
    return nullptr;
}

const Site& Site::rootSite() const
{
    const Site* site = this;
    while (site->parent)
        site = site->parent;
    return *site;
}

/// The site of a child, with everything but what the child is.
static Site childOf(const Site& parent, const yaml::Node& node, const QString& step)
{
    Site child;
    child.kind = parent.kind;
    child.file = parent.file;
    child.address = parent.address.child(step);
    child.node = &node;
    child.parent = &parent;
    return child;
}

static bool isFreeMap(const Key& key)
{
    return key.type == ValueType::FieldValues || key.type == ValueType::PointsMap;
}

static Site entrySite(const Site& map, const Key& key, const yaml::Node& node, const yaml::Entry* entry)
{
    Site site = childOf(map, node, key.name);
    site.entry = entry;
    site.key = &key;
    if (!key.list && !key.shape.isEmpty() && !node.isScalar())
        site.shape = Schema::instance().shape(key.shape);
    return site;
}

static Site elementSite(const Site& list, const yaml::Node& node, int index)
{
    const QString id = node[u"id"].string();
    Site site = childOf(list, node, id.isEmpty() ? QStringLiteral("[%1]").arg(index) : id);
    site.key = list.key;
    site.element = true;
    if (!list.key->shape.isEmpty() && !(node.isScalar() && !list.key->shorthand.isEmpty()))
        site.shape = Schema::instance().shape(list.key->shape);
    return site;
}

static Site freeSite(const Site& map, const yaml::Node& node, const QString& name, const yaml::Entry* entry)
{
    Site site = childOf(map, node, name);
    site.entry = entry;
    site.key = map.key;
    site.freeKey = name;
    return site;
}

namespace
{
struct Walker {
    const std::function<void(const Site&)>& visit;
    const std::function<void(const Site&, const yaml::Entry&)>& unknown;

    void node(const Site& site) const
    {
        visit(site);
        if (site.shape && site.node->isMap())
            keys(site);
        else if (site.key && site.key->list && !site.element && site.node->isSequence())
            elements(site);
        else if (site.key && isFreeMap(*site.key) && site.freeKey.isEmpty() && site.node->isMap())
            for (const yaml::Entry& entry : site.node->entries)
                node(freeSite(site, entry.value, entry.key, &entry));
    }

    void keys(const Site& site) const
    {
        for (const yaml::Entry& entry : site.node->entries) {
            if (entry.key.startsWith(QLatin1String("x-")))
                continue;
            if (const Key* key = site.shape->key(entry.key))
                node(entrySite(site, *key, entry.value, &entry));
            else if (unknown)
                unknown(site, entry);
        }
    }

    void elements(const Site& site) const
    {
        for (size_t i = 0; i < site.node->items.size(); ++i)
            node(elementSite(site, site.node->items[i], int(i)));
    }
};
} // namespace

static std::optional<Site> rootOf(const DefinitionFile& file)
{
    const Kind* kind = Schema::instance().kindOfPath(file.path);
    if (!kind)
        return std::nullopt;
    Site site;
    site.kind = kind;
    site.file = &file;
    site.address = Address{file.path, {}};
    site.node = &file.root;
    site.shape = &Schema::instance().root(*kind);
    return site;
}

void walkFile(const DefinitionFile& file, const std::function<void(const Site&)>& visit,
              const std::function<void(const Site&, const yaml::Entry&)>& unknown)
{
    if (const auto root = rootOf(file))
        Walker{visit, unknown}.node(*root);
}

void walk(const Definition& definition, const std::function<void(const Site&)>& visit,
          const std::function<void(const Site&, const yaml::Entry&)>& unknown)
{
    for (const auto& file : definition.files())
        walkFile(*file, visit, unknown);
}

static bool descend(const Site& site, int depth, const QStringList& path, const std::function<void(const Site&)>& visit)
{
    if (depth == path.size()) {
        visit(site);
        return true;
    }
    const QString& step = path[depth];
    if (site.key && site.key->list && !site.element) {
        for (size_t i = 0; i < site.node->items.size(); ++i) {
            const Site child = elementSite(site, site.node->items[i], int(i));
            if (child.address.last() == step || step == QStringLiteral("[%1]").arg(i))
                return descend(child, depth + 1, path, visit);
        }
        return false;
    }
    if (site.shape) {
        const Key* key = site.shape->key(step);
        return key &&
               descend(entrySite(site, *key, (*site.node)[step], site.node->entry(step)), depth + 1, path, visit);
    }
    if (site.key && isFreeMap(*site.key) && site.freeKey.isEmpty())
        return descend(freeSite(site, (*site.node)[step], step, site.node->entry(step)), depth + 1, path, visit);
    return false;
}

bool siteAt(const Definition& definition, const Address& address, const std::function<void(const Site&)>& visit)
{
    const DefinitionFile* file = definition.file(address.file);
    const auto root = file ? rootOf(*file) : std::nullopt;
    return root && descend(*root, 0, address.path, visit);
}

ShapeAt shapeAt(const Definition& definition, const Address& address)
{
    ShapeAt result;
    siteAt(definition, address, [&](const Site& site) {
        result.shape = site.shape;
        if (!site.shape)
            return;
        for (const Key& key : site.shape->keys)
            if (applies(*site.shape, key, *site.node))
                result.keys.push_back(&key);
    });
    return result;
}

const Key* keyAt(const Definition& definition, const Address& address)
{
    const Key* key = nullptr;
    siteAt(definition, address, [&](const Site& site) { key = site.key; });
    return key;
}

} // namespace fw::schema
