#include "dashboardeditor.h"

#include "model/schema/references.h"
#include "model/yaml/path.h"

namespace fw::studio
{

int DashboardEditor::defaultWidth(const QString& type)
{
    return type == QLatin1String("kpi") ? 3 : type == QLatin1String("pie") ? 4 : 6;
}

void DashboardEditor::rebuild()
{
    m_tiles.clear();
    const yaml::Node& tiles = root()[u"tiles"];
    for (int i = 0; i < int(tiles.items.size()); ++i) {
        const yaml::Node& tile = tiles.items[size_t(i)];
        const Address address = at(QStringLiteral("tiles")).child(yaml::stepOf(tiles, i));
        const QString type = tile[u"type"].string();
        const QString source = tile[u"from"].string();
        const DefinitionFile* table = session()->definition().find(QStringLiteral("table"), source);
        QStringList detail;
        if (!source.isEmpty())
            detail << (table ? session()->titleOf({table->path, {}}) : source);
        if (tile[u"value"].exists())
            detail << expressionText(tile[u"value"]);
        if (tile[u"by"].exists())
            detail << tr("by %1").arg(tile[u"by"].string());
        QVariantList labels;
        for (const yaml::Node& step : tile[u"steps"].items)
            labels << (step[u"label"].exists() ? schema::localText(step[u"label"]).in(language())
                                               : step[u"event"].string());
        m_tiles << QVariantMap{{QStringLiteral("address"), address.toString()},
                               {QStringLiteral("index"), i},
                               {QStringLiteral("id"), tile[u"id"].string()},
                               {QStringLiteral("type"), type},
                               {QStringLiteral("title"), session()->titleOf(address)},
                               {QStringLiteral("detail"), detail.join(QStringLiteral(" · "))},
                               {QStringLiteral("unit"), tile[u"unit"].string()},
                               {QStringLiteral("labels"), labels},
                               {QStringLiteral("width"),
                                qBound(1, tile[u"width"].string(QString::number(defaultWidth(type))).toInt(), 12)}};
    }
}

QVariantList DashboardEditor::palette() const
{
    if (!session())
        return {};
    return {variantGroup(tr("Tiles"), at(QStringLiteral("tiles")))};
}

QString DashboardEditor::drop(const QString& payload, const QString& list, int index)
{
    const QString id = payload.section(QLatin1Char(':'), 1);
    if (payload.startsWith(QLatin1String("element:")))
        return session()->move(id, list, index) ? session()->selectionText() : QString();
    return session()->add(list, id, index);
}

bool DashboardEditor::setWidth(const QString& address, int columns)
{
    const Address tile = Address::parse(address);
    const Address key = tile.child(QStringLiteral("width"));
    if (columns == defaultWidth(session()->definition().node(tile)[u"type"].string()))
        return !session()->definition().node(key).exists() || session()->reset(key);
    return session()->set(key, yaml::Node::integer(qBound(1, columns, 12)), key.toString());
}

} // namespace fw::studio
