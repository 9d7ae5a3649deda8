#include "schema.h"

#include "builder.h"

namespace fw::schema
{

const Key* Shape::key(QStringView name) const
{
    for (const Key& key : keys)
        if (key.name == name)
            return &key;
    return nullptr;
}

const Schema& Schema::instance()
{
    static const Schema schema;
    return schema;
}

Schema::Schema()
{
    m_groups = {{"general", {"General", "基本"}}, {"content", {"Content", "内容"}},
                {"data", {"Data", "数据"}},       {"behaviour", {"Behaviour", "行为"}},
                {"rules", {"Rules", "规则"}},     {"appearance", {"Appearance", "外观"}},
                {"notes", {"Notes", "备注"}}};
    Registry registry{m_kinds, {}};
    addApp(registry);
    addTable(registry);
    addEvent(registry);
    addForm(registry);
    addView(registry);
    addScoring(registry);
    addDecision(registry);
    addWorkflow(registry);
    addTriggers(registry);
    addSteps(registry);
    addCalendar(registry);
    addMessage(registry);
    addDashboard(registry);
    addRoles(registry);
    addConnectors(registry);
    addStory(registry);
    for (Shape& shape : registry.shapes) {
        const QString id = shape.id;
        m_shapes.emplace(id, std::move(shape));
    }
}

const Kind* Schema::kind(QStringView id) const
{
    for (const Kind& kind : m_kinds)
        if (kind.id == id)
            return &kind;
    return nullptr;
}

const Kind* Schema::kindOfPath(QStringView path) const
{
    for (const Kind& kind : m_kinds) {
        if (!kind.file.isEmpty() && path == kind.file)
            return &kind;
        if (!kind.folder.isEmpty() && path.startsWith(kind.folder + u'/') && path.endsWith(u".yaml"))
            return &kind;
    }
    return nullptr;
}

QString Schema::pathOf(const Kind& kind, const QString& id)
{
    return kind.file.isEmpty() ? kind.folder + u'/' + id + QStringLiteral(".yaml") : kind.file;
}

const Shape* Schema::shape(QStringView id) const
{
    const auto it = m_shapes.find(id.toString());
    return it == m_shapes.end() ? nullptr : &it->second;
}

const Shape& Schema::root(const Kind& kind) const
{
    return m_shapes.at(kind.shape);
}

bool applies(const Shape& shape, const Key& key, const yaml::Node& map)
{
    const Applies& rule = key.applies;
    if (rule.key.isEmpty())
        return true;
    const yaml::Node& other = map[rule.key];
    if (rule.values.isEmpty())
        return other.exists();
    const Key* otherKey = shape.key(rule.key);
    return rule.values.contains(other.string(otherKey ? otherKey->defaultText : QString()));
}

const Key* actionOf(const Shape& shape, const yaml::Node& map)
{
    for (const QString& name : shape.oneOf)
        if (map[name].exists())
            return shape.key(name);
    return nullptr;
}

LocalText localText(const yaml::Node& node)
{
    LocalText text;
    if (node.isScalar())
        return LocalText(node.scalar);
    for (const yaml::Entry& entry : node.entries)
        text.set(entry.key, entry.value.string());
    return text;
}

LocalText labelOf(const yaml::Node& node)
{
    for (const char16_t* key : {u"label", u"caption", u"button"})
        if (const LocalText text = localText(node[QStringView(key)]); !text.isEmpty())
            return text;
    for (const char16_t* key : {u"name", u"field", u"id"})
        if (const QString text = node[QStringView(key)].string(); !text.isEmpty())
            return LocalText(text);
    return {};
}

} // namespace fw::schema
