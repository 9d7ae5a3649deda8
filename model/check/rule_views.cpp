#include "rule.h"

namespace fw::check
{

using schema::Site;
using schema::Target;

namespace
{

class ViewsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (!site.shape || !site.node->isMap())
            return;
        if (site.shape->id == u"view")
            view(site, context);
        else if (site.shape->id == u"tile")
            tile(site, context);
        else if (site.shape->id == u"role")
            role(site, context);
    }

private:
    static void view(const Site& site, Context& context)
    {
        const yaml::Node& root = *site.node;
        const yaml::Node* form = context.names().find(Target::Form, root[u"form"].string());
        if (form && (*form)[u"table"].string() != root[u"table"].string())
            context.report.error("view.other_form",
                                 Message(FW_MSG("The form \"%1\" is for \"%2\", the view for \"%3\"."),
                                         {root[u"form"].string(), (*form)[u"table"].string(), root[u"table"].string()}),
                                 FW_MSG("Choose a form of the same table."), site.address.child("form"));
    }

    static void tile(const Site& site, Context& context)
    {
        const yaml::Node& tile = *site.node;
        const QString type = tile[u"type"].string();
        const bool hasTime = tile[u"at"].exists() || tile[u"from"].string().startsWith(QLatin1String("event.")) ||
                             QStringList{"task", "message", "score_change"}.contains(tile[u"from"].string()) ||
                             type == u"funnel";
        if (tile[u"every"].exists() && !tile[u"at"].exists())
            context.report.error("tile.no_time", FW_MSG("\"every\" needs to know by which time."),
                                 FW_MSG("Add \"at:\" with a date field, for example created_at."), site);
        else if (tile[u"period"].exists() && tile[u"period"].string() != u"all" && !hasTime)
            context.report.error("tile.no_time", FW_MSG("A period needs to know by which time."),
                                 FW_MSG("Add \"at:\" with a date field, for example created_at."), site);
        else if (tile[u"compare"].exists() && !hasTime)
            context.report.error("tile.no_time",
                                 FW_MSG("A comparison with an earlier period needs to know by which time."),
                                 FW_MSG("Add \"at:\" with a date field, for example created_at."), site);
        if ((type == u"bar" || type == u"line" || type == u"pie") && !tile[u"by"].exists() && !tile[u"every"].exists())
            context.report.error("tile.no_groups", FW_MSG("It is not said what the chart shows side by side."),
                                 FW_MSG("Add \"by:\" with a field, or \"at:\" and \"every:\"."), site);
        if (type == u"funnel" && tile[u"steps"].items.size() == 1)
            context.report.warning("tile.short_funnel", FW_MSG("A funnel of one step shows nothing."),
                                   FW_MSG("Add a step."), site);
    }

    static void role(const Site& site, Context& context)
    {
        QSet<QString> seen;
        const auto& rights = (*site.node)[u"tables"].items;
        for (size_t i = 0; i < rights.size(); ++i) {
            const QString table = rights[i][u"table"].string();
            if (seen.contains(table))
                context.report.error(
                    "role.table_twice", Message(FW_MSG("The rights on \"%1\" stand here twice."), {table}),
                    FW_MSG("Join the two entries."), site.address.child("tables").child(QStringLiteral("[%1]").arg(i)));
            seen.insert(table);
        }
    }
};

} // namespace

RulePtr viewsRule()
{
    return std::make_unique<ViewsRule>();
}

} // namespace fw::check
