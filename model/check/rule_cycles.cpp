#include "rule.h"

#include "model/schema/figure.h"

namespace fw::check
{

using schema::ExpressionSite;
using schema::Site;

namespace
{

/// Computed, rollup and score fields as a graph over "table.field"; a ring is an error that names its path.
class CyclesRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        const Site* map = site.key ? site.enclosingMap() : nullptr;
        if (!map || !map->shape)
            return;
        for (const QString& node : computedBy(site, *map, context)) {
            m_needs[node];
            schema::expressionsAt(site, context.types,
                                  [&](const ExpressionSite& expression) { addNeeds(node, expression, context); });
        }
    }

    void whole(Context& context) override
    {
        for (auto it = m_needs.begin(); it != m_needs.end(); ++it)
            visit(it.key(), {}, context);
    }

private:
    struct Need {
        QString field;
        Address address; ///< of the expression that reads it
    };

    Address whereNeeded(const QString& node, const QString& field) const
    {
        for (const Need& need : m_needs.value(node))
            if (need.field == field)
                return need.address;
        return {};
    }

    /// The fields whose value an expression decides: the field it stands in, or the score fields of its scoring table.
    static QStringList computedBy(const Site& site, const Site& map, const Context& context)
    {
        const bool inField = map.shape->id == u"field" && map.parent->address.last() == u"fields";
        if (inField && (site.key->name == u"value" || site.key->name == u"where"))
            return {site.file->id() + u'.' + (*map.node)[u"id"].string()};
        QStringList nodes;
        const QString tableId = site.file->root[u"table"].string();
        const yaml::Node* table =
            map.shape->id.startsWith(QLatin1String("criterion")) ? context.names().table(tableId) : nullptr;
        if (table)
            for (const yaml::Node& field : (*table)[u"fields"].items)
                if (field[u"type"].string() == u"score" && field[u"scoring"].string() == site.file->id())
                    nodes << tableId + u'.' + field[u"id"].string();
        return nodes;
    }

    /// The field a member of a record belongs to: `intent_stage` to `intent`; "" for system columns.
    static QString fieldOf(const feel::Reference& reference, const Context& context)
    {
        for (const QLatin1String suffix : {QLatin1String(""), QLatin1String("_stage"), QLatin1String("_band")}) {
            const QString name = reference.name.endsWith(suffix) ? reference.name.chopped(suffix.size()) : QString();
            if (!name.isEmpty() && context.names().table(reference.owner) &&
                context.names().field(reference.owner, name))
                return reference.owner + u'.' + name;
        }
        return {};
    }

    void addNeeds(const QString& node, const ExpressionSite& expression, const Context& context)
    {
        const feel::Scope scope = schema::makeScope(expression.names, context.types);
        const auto references = expression.form == ExpressionSite::Form::Aggregate
                                    ? schema::compileFigure(expression.source, scope).references
                                : expression.form == ExpressionSite::Form::Tests
                                    ? schema::compileTests(expression.source, scope, expression.tested).references
                                    : feel::compile(expression.source, scope).references;
        for (const feel::Reference& reference : references)
            if (const QString field = fieldOf(reference, context); !field.isEmpty())
                m_needs[node] << Need{field, expression.address};
    }

    void visit(const QString& node, QStringList path, Context& context)
    {
        if (const int at = int(path.indexOf(node)); at >= 0) {
            path = path.mid(at);
            for (const QString& member : path)
                m_done.insert(member);
            context.report.error("computed.cycle",
                                 Message(FW_MSG("The computed field \"%1\" needs itself: %2."),
                                         {node, (path + QStringList{node}).join(QStringLiteral(" → "))}),
                                 FW_MSG("Change one of these formulas so that the ring is open."),
                                 whereNeeded(node, path.size() > 1 ? path[1] : node));
            return;
        }
        if (m_done.contains(node))
            return;
        path << node;
        for (const Need& need : m_needs.value(node))
            if (m_needs.contains(need.field))
                visit(need.field, path, context);
        m_done.insert(node);
    }

    QMap<QString, QList<Need>> m_needs;
    QSet<QString> m_done;
};

} // namespace

RulePtr cyclesRule()
{
    return std::make_unique<CyclesRule>();
}

} // namespace fw::check
