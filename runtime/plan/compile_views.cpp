#include "compiler.h"

namespace fw::plan
{

static FormPart::Kind partKind(const NodeAt& at)
{
    if (at["section"].exists())
        return FormPart::Kind::Section;
    if (at["caption"].exists())
        return FormPart::Kind::Caption;
    return at["sub_table"].exists() ? FormPart::Kind::SubTable : FormPart::Kind::Field;
}

std::vector<FormPart> PlanCompiler::parts(const NodeAt& list) const
{
    std::vector<FormPart> found;
    for (const NodeAt& at : list.items()) {
        FormPart part;
        part.id = at["id"].text();
        part.kind = partKind(at);
        const bool section = part.kind == FormPart::Kind::Section;
        part.label = part.kind == FormPart::Kind::Caption ? at["caption"].localText()
                                                          : (section ? at["section"] : at)["label"].localText();
        part.help = (section ? at["section"] : at)["help"].localText();
        part.field = at["field"].text();
        part.subTable = at["sub_table"].text();
        part.columns = at["columns"].texts();
        part.width = at["width"].integer(12);
        part.visible = expression(at["visible"]);
        part.readOnly = expression(at["read_only"]);
        part.required = expression(at["required"]);
        part.parts = parts(at["parts"]);
        found.push_back(std::move(part));
    }
    return found;
}

Form PlanCompiler::form(const NodeAt& root) const
{
    return {root["id"].text(), root["label"].localText(), root["table"].text(), parts(root["parts"])};
}

Column PlanCompiler::column(const NodeAt& at) const
{
    Column column;
    column.id = at["id"].text();
    column.label = at["label"].localText();
    column.field = at["field"].text();
    column.value = aggregate(at["value"]);
    column.width = at["width"].integer(0);
    column.decimals = at["decimals"].integer(-1);
    return column;
}

View PlanCompiler::view(const NodeAt& root) const
{
    View view;
    view.id = root["id"].text();
    view.label = root["label"].exists() ? root["label"].localText() : LocalText(view.id);
    view.type = root["type"].text(QStringLiteral("list"));
    view.table = root["table"].text();
    view.form = root["form"].text();
    view.filter = expression(root["filter"]);
    for (const NodeAt& at : root["columns"].items())
        view.columns.push_back(column(at));
    for (const NodeAt& at : root["sort"].items())
        view.sort.push_back({at["field"].text(), at["descending"].flag(false)});
    view.search = root["search"].texts();
    view.related = root["related"].texts();
    view.timeline = root["timeline"].flag(false);
    return view;
}

static Tile::Kind tileKind(const QString& type)
{
    static const QHash<QString, Tile::Kind> kinds = {{"kpi", Tile::Kind::Kpi},     {"bar", Tile::Kind::Bar},
                                                     {"line", Tile::Kind::Line},   {"pie", Tile::Kind::Pie},
                                                     {"table", Tile::Kind::Table}, {"funnel", Tile::Kind::Funnel}};
    return kinds.value(type, Tile::Kind::Kpi);
}

Tile PlanCompiler::tile(const NodeAt& at) const
{
    Tile tile;
    tile.id = at["id"].text();
    tile.label = at["label"].exists() ? at["label"].localText() : LocalText(tile.id);
    tile.kind = tileKind(at["type"].text());
    tile.width = at["width"].integer(0);
    tile.from = at["from"].text();
    tile.where = expression(at["where"]);
    tile.value = aggregate(at["value"]);
    tile.by = at["by"].text();
    tile.split = at["split"].text();
    tile.at = at["at"].text();
    tile.every = at["every"].text();
    tile.period = at["period"].text(QStringLiteral("all"));
    tile.compare = at["compare"].text();
    tile.decimals = at["decimals"].integer(-1);
    tile.unit = at["unit"].text();
    tile.alertBelow = at["alert"]["below"].decimal();
    tile.alertAbove = at["alert"]["above"].decimal();
    tile.target = at["target"].decimal();
    tile.drill = at["drill"].texts();
    for (const NodeAt& item : at["columns"].items())
        tile.columns.push_back(column(item));
    tile.limit = at["limit"].integer(0);
    for (const NodeAt& item : at["steps"].items())
        tile.steps.push_back(
            {item["id"].text(), item["label"].localText(), item["event"].text(), expression(item["when"])});
    tile.within = at["within"].duration();
    return tile;
}

Dashboard PlanCompiler::dashboard(const NodeAt& root) const
{
    Dashboard dashboard{root["id"].text(), root["label"].localText(), {}};
    for (const NodeAt& at : root["tiles"].items())
        dashboard.tiles.push_back(tile(at));
    return dashboard;
}

static TableRight tableRight(const NodeAt& at, Expression where)
{
    const QString none = QStringLiteral("none"), yes = QStringLiteral("yes");
    TableRight right;
    right.table = at["table"].text();
    right.see = at["see"].text(none);
    right.change = at["change"].text(none);
    right.remove = at["delete"].text(none);
    right.create = at["create"].flag(false);
    right.exportRows = at["export"].flag(false);
    right.importRows = at["import"].flag(false);
    right.seeScope = std::move(where);
    for (const NodeAt& field : at["fields"].items())
        right.fields.push_back({field["field"].text(), field["see"].text(yes), field["change"].text(yes)});
    return right;
}

Role PlanCompiler::role(const NodeAt& at) const
{
    Role role{at["id"].text(), at["label"].localText(), at["admin"].flag(false), {}};
    for (const NodeAt& item : at["tables"].items())
        role.tables.push_back(tableRight(item, expression(item["where"])));
    return role;
}

std::vector<NavigationItem> PlanCompiler::navigation(const NodeAt& list) const
{
    std::vector<NavigationItem> found;
    for (const NodeAt& at : list.items()) {
        NavigationItem item;
        item.id = at["id"].text();
        item.label = at["label"].localText();
        item.icon = at["icon"].text();
        item.view = at["view"].text();
        item.dashboard = at["dashboard"].text();
        item.form = at["form"].text();
        item.inbox = at["inbox"].flag(false);
        item.items = navigation(at["items"]);
        found.push_back(std::move(item));
    }
    return found;
}

/// Of an app that says nothing about it: what people work with most stands first.
std::vector<NavigationItem> PlanCompiler::usualNavigation() const
{
    std::vector<NavigationItem> items;
    const auto add = [&](const char* kind, QString NavigationItem::*opens) {
        for (const DefinitionFile* file : m_definition.all(QString::fromLatin1(kind))) {
            NavigationItem item;
            item.id = QString::fromLatin1(kind) + u'_' + file->id();
            item.*opens = file->id();
            items.push_back(std::move(item));
        }
    };
    add("view", &NavigationItem::view);
    add("dashboard", &NavigationItem::dashboard);
    if (items.empty())
        add("form", &NavigationItem::form);
    if (!m_definition.all(QStringLiteral("workflow")).isEmpty()) {
        NavigationItem inbox;
        inbox.id = QStringLiteral("inbox");
        inbox.inbox = true;
        items.push_back(std::move(inbox));
    }
    return items;
}

} // namespace fw::plan
