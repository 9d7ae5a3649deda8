#include "rule.h"

#include "model/schema/figure.h"

namespace fw::check {

using schema::ExpressionSite;
using schema::Site;

namespace {

/// Computed and rollup fields as a graph over "table.field"; a ring is an error that names its path.
class CyclesRule : public Rule {
public:
    void site(const Site& site, Context& context) override
    {
        const Site* map = site.key ? site.enclosingMap() : nullptr;
        if (!map || !map->shape || map->shape->id != u"field" || map->parent->address.last() != u"fields")
            return;
        if (site.key->name != u"value" && site.key->name != u"where")
            return;
        const QString node = site.file->id() + u'.' + (*map->node)[u"id"].string();
        m_sites.insert(node, site.address);
        schema::expressionsAt(site, context.types, [&](const ExpressionSite& expression) {
            const feel::Scope scope = schema::makeScope(expression.names, context.types);
            const auto references = expression.form == ExpressionSite::Form::Aggregate ? schema::compileFigure(expression.source, scope).references
                                                                                      : feel::compile(expression.source, scope).references;
            for (const feel::Reference& reference : references)
                if (context.names().field(reference.owner, reference.name))
                    m_needs[node] << reference.owner + u'.' + reference.name;
        });
    }

    void whole(Context& context) override
    {
        for (auto it = m_sites.begin(); it != m_sites.end(); ++it)
            visit(it.key(), {}, context);
    }

private:
    void visit(const QString& node, QStringList path, Context& context)
    {
        if (const int at = int(path.indexOf(node)); at >= 0) {
            path = path.mid(at);
            for (const QString& member : path)
                m_done.insert(member);
            context.report.error("computed.cycle", Message(FW_MSG("The computed field \"%1\" needs itself: %2."), {node, (path + QStringList{node}).join(QStringLiteral(" → "))}),
                                 FW_MSG("Change one of these formulas so that the ring is open."), m_sites.value(node));
            return;
        }
        if (m_done.contains(node))
            return;
        path << node;
        for (const QString& next : m_needs.value(node))
            if (m_sites.contains(next))
                visit(next, path, context);
        m_done.insert(node);
    }

    QMap<QString, Address> m_sites;
    QHash<QString, QStringList> m_needs;
    QSet<QString> m_done;
};

} // namespace

RulePtr cyclesRule()
{
    return std::make_unique<CyclesRule>();
}

} // namespace fw::check
