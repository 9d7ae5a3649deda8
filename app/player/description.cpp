#include "description.h"

#include <algorithm>

namespace fw::player
{
namespace
{

FieldInfo fieldFrom(const QJsonObject& json)
{
    FieldInfo field;
    field.id = json[u"id"].toString();
    field.label = json[u"label"].toString(field.id);
    field.help = json[u"help"].toString();
    field.type = json[u"type"].toString(QStringLiteral("text"));
    field.to = json[u"to"].toString();
    field.currency = json[u"currency"].toString();
    field.decimals = json[u"decimals"].toInt(-1);
    field.required = json[u"required"].toBool();
    field.result = json[u"result"].toString();
    field.hidden = json[u"hidden"].toBool();
    field.format = json[u"format"].toString();
    field.most = json[u"most"].toInt();
    field.capitals = json[u"capitals"].toBool();
    field.readOnly = json[u"readOnly"].toBool() || field.derived() || field.type.startsWith(u"score");
    for (const QJsonValue& option : json[u"options"].toArray())
        field.options.push_back({option[u"id"].toString(), option[u"label"].toString(option[u"id"].toString()),
                                 option[u"color"].toString()});
    return field;
}

PartInfo partFrom(const QJsonObject& json)
{
    PartInfo part;
    part.id = json[u"id"].toString();
    part.kind = json[u"kind"].toString();
    part.label = json[u"label"].toString();
    part.field = json[u"field"].toString();
    part.width = std::clamp(json[u"width"].toInt(12), 1, 12);
    for (const QJsonValue& inner : json[u"parts"].toArray())
        part.parts.push_back(partFrom(inner.toObject()));
    return part;
}

TableInfo tableFrom(const QString& id, const QJsonObject& json)
{
    TableInfo table;
    table.id = id;
    table.label = json[u"label"].toString(id);
    table.create = json[u"create"].toBool();
    table.change = json[u"change"].toBool();
    table.remove = json[u"delete"].toBool();
    for (const QJsonValue& field : json[u"fields"].toArray())
        table.fields.push_back(fieldFrom(field.toObject()));
    return table;
}

ViewInfo viewFrom(const QString& id, const QJsonObject& json)
{
    ViewInfo view;
    view.id = id;
    view.label = json[u"label"].toString(id);
    view.table = json[u"table"].toString();
    view.form = json[u"form"].toString();
    view.timeline = json[u"timeline"].toBool();
    view.searchable = !json[u"search"].toArray().isEmpty();
    const QJsonObject sort = json[u"sort"].toArray().at(0).toObject();
    view.sortField = sort[u"field"].toString();
    view.sortDescending = sort[u"descending"].toBool();
    for (const QJsonValue& column : json[u"columns"].toArray())
        view.columns.push_back({column[u"id"].toString(), column[u"field"].toString(), column[u"label"].toString(),
                                column[u"type"].toString(), column[u"width"].toInt()});
    for (const QJsonValue& related : json[u"related"].toArray())
        view.related.push_back(
            {related[u"table"].toString(), related[u"field"].toString(), related[u"label"].toString()});
    return view;
}

DashboardInfo dashboardFrom(const QString& id, const QJsonObject& json)
{
    DashboardInfo dashboard;
    dashboard.id = id;
    dashboard.label = json[u"label"].toString(id);
    for (const QJsonValue& tile : json[u"tiles"].toArray())
        dashboard.tiles.push_back(
            {tile[u"id"].toString(), tile[u"kind"].toString(), tile[u"width"].toInt(), tile.toObject()});
    return dashboard;
}

template <class T>
void readAll(const QJsonObject& json, QHash<QString, T>& into, T (*read)(const QString&, const QJsonObject&))
{
    for (auto it = json.begin(); it != json.end(); ++it)
        into.insert(it.key(), read(it.key(), it.value().toObject()));
}

FormInfo formFrom(const QString& id, const QJsonObject& json)
{
    FormInfo form{id, json[u"label"].toString(id), json[u"table"].toString(), {}};
    for (const QJsonValue& part : json[u"parts"].toArray())
        form.parts.push_back(partFrom(part.toObject()));
    return form;
}

/// The first in id order whose table is `table`.
template <class T> const T* firstOf(const QHash<QString, T>& all, const QString& table)
{
    const T* found = nullptr;
    for (const T& one : all) {
        if (one.table == table && (!found || one.id < found->id))
            found = &one;
    }
    return found;
}

} // namespace

bool FieldInfo::isNumber() const
{
    static const QStringList numbers{QStringLiteral("number"), QStringLiteral("money"), QStringLiteral("percent"),
                                     QStringLiteral("score")};
    return numbers.contains(derived() ? result : type);
}

const OptionInfo* FieldInfo::option(const QString& id) const
{
    const auto it =
        std::find_if(options.begin(), options.end(), [&](const OptionInfo& option) { return option.id == id; });
    return it == options.end() ? nullptr : &*it;
}

const FieldInfo* TableInfo::field(const QString& id) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& field) { return field.id == id; });
    return it == fields.end() ? nullptr : &*it;
}

Description Description::fromJson(const QJsonObject& json)
{
    Description description;
    const QJsonObject app = json[u"app"].toObject();
    description.appId = app[u"id"].toString();
    description.appLabel = app[u"label"].toString();
    description.timezone = json[u"timezone"].toString(QStringLiteral("UTC"));
    description.currency = app[u"currency"].toString();
    description.language = json[u"language"].toString();
    for (const QJsonValue& language : app[u"languages"].toArray())
        description.languages.append(language.toString());
    description.user = {json[u"user"][u"id"].toString(), json[u"user"][u"name"].toString()};
    for (const QJsonValue& user : json[u"users"].toArray())
        description.users.push_back({user[u"id"].toString(), user[u"name"].toString()});
    description.navigation = json[u"navigation"].toArray();
    readAll(json[u"tables"].toObject(), description.tables, tableFrom);
    readAll(json[u"forms"].toObject(), description.forms, formFrom);
    readAll(json[u"views"].toObject(), description.views, viewFrom);
    readAll(json[u"dashboards"].toObject(), description.dashboards, dashboardFrom);
    return description;
}

QString Description::userName(const QString& id) const
{
    const auto it = std::find_if(users.begin(), users.end(), [&](const UserInfo& user) { return user.id == id; });
    return it == users.end() ? id : it->name;
}

const FormInfo* Description::formOf(const QString& table) const
{
    return firstOf(forms, table);
}
const ViewInfo* Description::viewOf(const QString& table) const
{
    return firstOf(views, table);
}

} // namespace fw::player
