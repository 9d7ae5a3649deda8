#include "rule.h"

namespace fw::check
{

using schema::Site;

namespace
{

/// Workflows that start each other: one writes what the next one watches (semantics.md, "Loops"). A warning with the path;
/// the runtime has its own brake. A workflow's own write does not trigger it again, so a ring has two members at least.
class LoopsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (site.kind->id != u"workflow" || !site.key)
            return;
        const QString workflow = site.file->id();
        if (site.key->name == u"set" && !site.freeKey.isEmpty())
            m_writes[workflow] << site.file->root[u"for"].string() + u'.' + site.freeKey;
        else if (site.key->name == u"table" && site.enclosingMap()->shape->id == u"step_create")
            m_writes[workflow] << site.node->string() + QStringLiteral(".(created)");
        else if (site.key->name == u"values" && !site.freeKey.isEmpty() &&
                 site.enclosingMap()->shape->id == u"step_update")
            m_writes[workflow] << (*site.enclosingMap()->node)[u"table"].string() + u'.' + site.freeKey;
        else if (site.key->name == u"field" &&
                 (site.enclosingMap()->shape->id == u"step_tag" || site.enclosingMap()->shape->id == u"step_assign"))
            m_writes[workflow] << site.file->root[u"for"].string() + u'.' + site.node->string();
        else if (site.key->name == u"record")
            watchRecord(site, workflow);
        else if (site.key->name == u"becomes")
            watchExpression(site, workflow, context);
        else if (site.key->name == u"enters" || site.key->name == u"leaves")
            m_segments[workflow] << site.node->string();
    }

    void whole(Context& context) override
    {
        for (auto it = m_segments.begin(); it != m_segments.end(); ++it)
            for (const QString& segment : *it)
                if (const auto address = context.names().addressOf(schema::Target::Segment, segment))
                    schema::siteAt(context.definition, address->child("condition"),
                                   [&](const Site& site) { watchExpression(site, it.key(), context); });
        QSet<QString> done;
        for (const QString& workflow : m_writes.keys())
            visit(workflow, {}, done, context);
    }

private:
    void watchRecord(const Site& site, const QString& workflow)
    {
        const yaml::Node& trigger = *site.enclosingMap()->node;
        const QString table = trigger[u"of"].string(site.file->root[u"for"].string());
        if (site.node->string() == u"created")
            m_watches[workflow] << table + QStringLiteral(".(created)");
        else if (site.node->string() == u"changed" && trigger[u"fields"].items.empty())
            m_watches[workflow] << table + QStringLiteral(".*");
        for (const yaml::Node& field : trigger[u"fields"].items)
            m_watches[workflow] << table + u'.' + field.string();
    }

    void watchExpression(const Site& site, const QString& workflow, const Context& context)
    {
        schema::expressionsAt(site, context.types, [&](const schema::ExpressionSite& expression) {
            for (const feel::Reference& reference :
                 feel::compile(expression.source, schema::makeScope(expression.names, context.types)).references)
                m_watches[workflow] << reference.owner + u'.' + reference.name;
        });
    }

    bool starts(const QString& from, const QString& to) const
    {
        const QStringList watched = m_watches.value(to), written = m_writes.value(from);
        return from != to && std::any_of(written.begin(), written.end(), [&watched](const QString& what) {
                   const bool creates = what.endsWith(QLatin1String(".(created)"));
                   return watched.contains(what) ||
                          (!creates && watched.contains(what.section(u'.', 0, 0) + QStringLiteral(".*")));
               });
    }

    void visit(const QString& workflow, QStringList path, QSet<QString>& done, Context& context)
    {
        if (const int at = int(path.indexOf(workflow)); at >= 0) {
            path = path.mid(at) + QStringList{workflow};
            context.report.warning("workflow.loop",
                                   Message(FW_MSG("These workflows may start each other for ever: %1."),
                                           {path.join(QStringLiteral(" → "))}),
                                   FW_MSG("Narrow a trigger by fields or a condition, or give one a cool-down."),
                                   context.names().addressOf(schema::Target::Workflow, workflow).value_or(Address()));
            return;
        }
        if (done.contains(workflow))
            return;
        path << workflow;
        for (const QString& next : m_watches.keys())
            if (starts(workflow, next))
                visit(next, path, done, context);
        done.insert(workflow);
    }

    QMap<QString, QStringList> m_writes;  ///< workflow → "table.field", "table.(created)"
    QMap<QString, QStringList> m_watches; ///< workflow → the same, or "table.*"
    QMap<QString, QStringList> m_segments;
};

} // namespace

RulePtr loopsRule()
{
    return std::make_unique<LoopsRule>();
}

} // namespace fw::check
