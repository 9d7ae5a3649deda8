#include "service.h"

#include "runtime/store/inbox.h"
#include "runtime/store/users.h"

namespace fw::client
{

/// The type of a computed value: what a list aligns and formats it by.
static QString resultName(const plan::Field& field)
{
    using Kind = feel::Type::Kind;
    switch (field.feelType.kind()) {
    case Kind::Number: return field.currency.isEmpty() ? QStringLiteral("number") : QStringLiteral("money");
    case Kind::Date: return QStringLiteral("date");
    case Kind::DateTime: return QStringLiteral("datetime");
    case Kind::Boolean: return QStringLiteral("yes_no");
    default: return QStringLiteral("text");
    }
}

static QString titled(const LocalText& label, const QString& id, const QString& language)
{
    const QString text = label.in(language);
    return text.isEmpty() ? id : text;
}

static QJsonArray optionsJson(const std::vector<plan::Option>& options, const QString& language)
{
    QJsonArray out;
    for (const plan::Option& option : options)
        out.append(QJsonObject{
            {"id", option.id}, {"label", titled(option.label, option.id, language)}, {"color", option.color}});
    return out;
}

/// What records of the table can be sent into by hand; who may press it is answered per record (data.get).
static QJsonArray buttonsJson(const plan::Plan& plan, const plan::Table& table, const QString& language)
{
    QJsonArray buttons;
    for (const plan::Workflow& workflow : plan.workflows) {
        for (const plan::Trigger& trigger : workflow.triggers) {
            if (trigger.kind == plan::Trigger::Kind::Button && workflow.enabled && workflow.table == table.id)
                buttons.append(QJsonObject{
                    {"workflow", workflow.id}, {"trigger", trigger.id}, {"label", trigger.label.in(language)}});
        }
    }
    return buttons;
}

static QJsonObject tableJson(const plan::Plan& plan, const plan::Table& table, const Access& access,
                             const QString& language)
{
    QJsonArray fields;
    for (const plan::Field& field : table.fields) {
        const auto sight = access.sight(table, field);
        if (sight == Access::FieldSight::No)
            continue;
        QJsonObject json{{"id", field.id},
                         {"label", titled(field.label, field.id, language)},
                         {"help", field.help.in(language)},
                         {"type", plan::typeName(field.type)},
                         {"required", field.required},
                         {"decimals", field.decimals},
                         {"readOnly", plan::isDerived(field.type) || !access.mayChangeField(table, field)},
                         {"hidden", field.hidden},
                         {"masked", sight == Access::FieldSight::Masked}};
        if (!field.options.empty())
            json["options"] = optionsJson(field.options, language);
        if (field.type == plan::FieldType::Computed || field.type == plan::FieldType::Rollup)
            json["result"] = resultName(field);
        if (!field.relationTo.isEmpty())
            json["to"] = field.relationTo;
        if (!field.currency.isEmpty())
            json["currency"] = field.currency;
        if (field.capitals)
            json["capitals"] = true;
        if (field.most > 0)
            json["most"] = field.most;
        if (!field.format.isEmpty())
            json["format"] = field.format;
        fields.append(json);
    }
    return {{"id", table.id},
            {"label", titled(table.label, table.id, language)},
            {"fields", fields},
            {"create", access.mayCreate(table)},
            {"change", access.may(table, Access::Action::Change)},
            {"delete", access.may(table, Access::Action::Delete)},
            {"buttons", buttonsJson(plan, table, language)},
            {"person", table.person}};
}

static QJsonArray partsJson(const std::vector<plan::FormPart>& parts, const plan::Table& table, const Access& access,
                            const QString& language)
{
    static constexpr const char* kinds[] = {"field", "section", "caption", "subtable"};
    QJsonArray out;
    for (const plan::FormPart& part : parts) {
        const plan::Field* field = part.field.isEmpty() ? nullptr : table.findField(part.field);
        if (field && access.sight(table, *field) == Access::FieldSight::No)
            continue;
        out.append(QJsonObject{{"id", part.id},
                               {"kind", QString::fromLatin1(kinds[static_cast<int>(part.kind)])},
                               {"label", part.label.in(language)},
                               {"help", part.help.in(language)},
                               {"field", part.field},
                               {"subtable", part.subTable},
                               {"width", part.width},
                               {"parts", partsJson(part.parts, table, access, language)}});
    }
    return out;
}

static QString columnLabel(const plan::Plan& plan, const plan::Table& table, const plan::Column& column,
                           const QString& language)
{
    if (!column.label.isEmpty())
        return column.label.in(language);
    // "customer.name" is called as its last field is.
    const plan::Table* owner = &table;
    const plan::Field* field = nullptr;
    for (const QString& step : column.field.split(u'.')) {
        field = owner ? owner->findField(step) : nullptr;
        owner = field ? plan.findTable(field->relationTo) : nullptr;
    }
    return field ? titled(field->label, field->id, language) : column.id;
}

static QJsonObject viewJson(const plan::Plan& plan, const plan::View& view, const Access& access,
                            const QString& language)
{
    const plan::Table* table = plan.findTable(view.table);
    QJsonArray columns;
    for (const plan::Column& column : view.columns) {
        const plan::Field* field = table->findField(column.field);
        if (field && access.sight(*table, *field) == Access::FieldSight::No)
            continue;
        columns.append(QJsonObject{{"id", column.id},
                                   {"field", column.field},
                                   {"label", columnLabel(plan, *table, column, language)},
                                   {"type", field ? plan::typeName(field->type) : QStringLiteral("text")},
                                   {"width", column.width}});
    }
    QJsonArray sort, related;
    for (const plan::SortKey& key : view.sort)
        sort.append(QJsonObject{{"field", key.field}, {"descending", key.descending}});
    for (const QString& each : view.related) {
        const plan::Table* other = plan.findTable(each.section(u'.', 0, 0));
        if (other && access.may(*other, Access::Action::See))
            related.append(QJsonObject{{"table", other->id},
                                       {"field", each.section(u'.', 1)},
                                       {"label", titled(other->label, other->id, language)}});
    }
    return {{"id", view.id},
            {"label", titled(view.label, view.id, language)},
            {"type", view.type},
            {"table", view.table},
            {"form", view.form},
            {"columns", columns},
            {"sort", sort},
            {"search", QJsonArray::fromStringList(QStringList(view.search.begin(), view.search.end()))},
            {"related", related},
            {"timeline", view.timeline}};
}

static QJsonObject tileJson(const plan::Plan& plan, const plan::Tile& tile, const QString& language)
{
    static constexpr const char* kinds[] = {"kpi", "bar", "line", "pie", "table", "funnel"};
    QJsonObject json{{"id", tile.id},
                     {"label", titled(tile.label, tile.id, language)},
                     {"kind", QString::fromLatin1(kinds[static_cast<int>(tile.kind)])},
                     {"width", tile.width},
                     {"unit", tile.unit},
                     {"every", tile.every},
                     {"compare", tile.compare},
                     {"drill", QJsonArray::fromStringList(QStringList(tile.drill.begin(), tile.drill.end()))}};
    if (tile.decimals >= 0)
        json["decimals"] = tile.decimals;
    if (tile.target)
        json["target"] = tile.target->toString();
    if (const plan::Table* table = plan.findTable(tile.from); table && !tile.by.isEmpty())
        json["byLabel"] = columnLabel(plan, *table, plan::Column{tile.by, {}, tile.by, {}}, language);
    return json;
}

static QJsonObject dashboardJson(const plan::Plan& plan, const plan::Dashboard& dashboard, const QString& language)
{
    QJsonArray tiles;
    for (const plan::Tile& tile : dashboard.tiles)
        tiles.append(tileJson(plan, tile, language));
    return {{"id", dashboard.id}, {"label", titled(dashboard.label, dashboard.id, language)}, {"tiles", tiles}};
}

static QJsonArray navigationJson(const plan::Plan& plan, const std::vector<plan::NavigationItem>& items,
                                 const Access& access, const QString& language)
{
    QJsonArray out;
    for (const plan::NavigationItem& item : items) {
        const plan::View* view = plan.findView(item.view);
        const plan::Dashboard* dashboard = plan.findDashboard(item.dashboard);
        const plan::Form* form = plan.findForm(item.form);
        if (view && !access.may(*plan.findTable(view->table), Access::Action::See))
            continue;
        if (form && !access.mayCreate(*plan.findTable(form->table)))
            continue;
        const LocalText shown = !item.label.isEmpty() ? item.label
                                : view                ? view->label
                                : dashboard           ? dashboard->label
                                : form                ? form->label
                                                      : LocalText();
        out.append(QJsonObject{{"id", item.id},
                               {"label", item.inbox && shown.isEmpty() ? Message(FW_MSG("Inbox")).text()
                                                                       : titled(shown, item.id, language)},
                               {"icon", item.icon},
                               {"view", item.view},
                               {"dashboard", item.dashboard},
                               {"form", item.form},
                               {"inbox", item.inbox},
                               {"items", navigationJson(plan, item.items, access, language)}});
    }
    return out;
}

Result<QJsonObject> Service::describe(Call& call)
{
    const plan::Plan& plan = m_host.plan();
    const QString& language = call.session.language;
    QJsonObject tables, forms, views, dashboards;
    for (const plan::Table& table : plan.tables) {
        if (call.access.may(table, Access::Action::See) || call.access.mayCreate(table))
            tables[table.id] = tableJson(plan, table, call.access, language);
    }
    for (const plan::Form& form : plan.forms) {
        if (const plan::Table* table = plan.findTable(form.table); table && tables.contains(table->id))
            forms[form.id] = QJsonObject{{"id", form.id},
                                         {"label", titled(form.label, form.id, language)},
                                         {"table", form.table},
                                         {"parts", partsJson(form.parts, *table, call.access, language)}};
    }
    for (const plan::View& view : plan.views) {
        if (tables.contains(view.table))
            views[view.id] = viewJson(plan, view, call.access, language);
    }
    for (const plan::Dashboard& dashboard : plan.dashboards)
        dashboards[dashboard.id] = dashboardJson(plan, dashboard, language);
    QJsonArray users;
    for (const store::User& user : store::users(connection())) {
        if (user.active)
            users.append(QJsonObject{{"id", user.id}, {"name", user.name}, {"login", user.login}});
    }
    const auto me = store::findUser(connection(), call.session.user);
    return QJsonObject{{"app", QJsonObject{{"id", plan.appId},
                                           {"label", titled(plan.label, plan.appId, language)},
                                           {"languages", QJsonArray::fromStringList(plan.languages)}}},
                       {"language", language},
                       {"timezone", QString::fromUtf8(plan.zone.id())},
                       {"number", plan.number},
                       {"user", QJsonObject{{"id", call.session.user},
                                            {"name", me ? me->name : QString()},
                                            {"login", me ? me->login : QString()}}},
                       {"users", users},
                       {"navigation", navigationJson(plan, plan.navigation, call.access, language)},
                       {"openTasks", store::openTasks(connection(), call.session.user)},
                       {"tables", tables},
                       {"forms", forms},
                       {"views", views},
                       {"dashboards", dashboards}};
}

} // namespace fw::client
