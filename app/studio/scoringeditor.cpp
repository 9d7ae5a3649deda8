#include "scoringeditor.h"

#include "inspector.h"
#include "model/yaml/path.h"

namespace fw::studio
{

QString ScoringEditor::behaviour(const yaml::Node& criterion) const
{
    if (const QString label = schema::localText(criterion[u"label"]).in(language()); !label.isEmpty())
        return label;
    if (criterion[u"inactive"].exists()) {
        const yaml::Node& silence = criterion[u"inactive"];
        const bool more = silence[u"more_than"].exists();
        return (more ? tr("No interaction for more than %1") : tr("No interaction for %1"))
            .arg(durationWords(silence[more ? QStringView(u"more_than") : QStringView(u"for")].string()));
    }
    const DefinitionFile* event = session()->definition().find(QStringLiteral("event"), criterion[u"event"].string());
    if (event)
        return session()->titleOf({event->path, {}});
    return criterion[u"event"].exists() ? criterion[u"event"].string() : tr("Attribute");
}

QString ScoringEditor::countText(const yaml::Node& count) const
{
    if (!count.isMap())
        return {};
    QString text = count[u"more_than"].exists() ? tr("more than %1 times").arg(count[u"more_than"].string())
                                                : tr("at least %1 times").arg(count[u"at_least"].string());
    if (count[u"within"].exists())
        text += tr(" within %1").arg(durationWords(count[u"within"].string()));
    return text;
}

void ScoringEditor::rebuild()
{
    m_criteria.clear();
    m_stages.clear();
    m_bands.clear();
    m_highest = root()[u"start"].string(QStringLiteral("0")).toDouble();
    const yaml::Node& stages = root()[u"stages"];
    QHash<QString, int> rankOf;
    QHash<QString, QString> stageTitle;
    for (int i = 0; i < int(stages.items.size()); ++i) {
        const yaml::Node& stage = stages.items[size_t(i)];
        const QString id = stage.isMap() ? stage[u"id"].string() : stage.scalar;
        const Address address = at(QStringLiteral("stages")).child(yaml::stepOf(stages, i));
        stageTitle.insert(id, stage.isMap() ? session()->titleOf(address) : id);
        rankOf.insert(id, i);
        m_stages << QVariantMap{{QStringLiteral("address"), address.toString()},
                                {QStringLiteral("index"), i},
                                {QStringLiteral("title"), stageTitle[id]},
                                {QStringLiteral("id"), id}};
    }
    const yaml::Node& fading = root()[u"fading"];
    if (fading.isMap()) {
        const QString id = fading[u"id"].string();
        stageTitle.insert(id, schema::labelOf(fading).in(language()));
        rankOf.insert(id, -1);
        m_stages << QVariantMap{{QStringLiteral("address"), at(QStringLiteral("fading")).toString()},
                                {QStringLiteral("index"), -1},
                                {QStringLiteral("title"), stageTitle[id]},
                                {QStringLiteral("id"), id}};
    }
    const yaml::Node& criteria = root()[u"criteria"];
    for (int i = 0; i < int(criteria.items.size()); ++i) {
        const yaml::Node& row = criteria.items[size_t(i)];
        double points = row[u"points"].string().toDouble();
        for (const yaml::Node& each : row[u"rows"].items)
            points = std::max(points, each[u"points"].string().toDouble());
        if (points > 0)
            m_highest += points;
        const QString stage = row[u"stage"].string();
        const auto rows = row[u"rows"].items.size();
        m_criteria << QVariantMap{
            {QStringLiteral("address"), at(QStringLiteral("criteria")).child(yaml::stepOf(criteria, i)).toString()},
            {QStringLiteral("index"), i},
            {QStringLiteral("title"), behaviour(row)},
            {QStringLiteral("condition"), rows > 0 ? tr("%1 rows").arg(rows) : expressionText(row[u"when"])},
            {QStringLiteral("count"), countText(row[u"count"])},
            {QStringLiteral("points"), row[u"points"].string()},
            {QStringLiteral("hasRows"), rows > 0}, // they have the points
            {QStringLiteral("stage"), stage},
            {QStringLiteral("stageTitle"), stageTitle.value(stage, stage)},
            {QStringLiteral("stageRank"), rankOf.value(stage, -2)},
            {QStringLiteral("each"), row[u"award"].string() == QLatin1String("each")},
            {QStringLiteral("silent"), row[u"inactive"].exists()}};
    }
    const yaml::Node& bands = root()[u"bands"];
    for (int i = 0; i < int(bands.items.size()); ++i) {
        const yaml::Node& band = bands.items[size_t(i)];
        const bool above = band[u"above"].exists();
        const QString limit = band[above ? QStringView(u"above") : QStringView(u"from")].string();
        const Address address = at(QStringLiteral("bands")).child(yaml::stepOf(bands, i));
        m_bands << QVariantMap{{QStringLiteral("address"), address.toString()},
                               {QStringLiteral("index"), i},
                               {QStringLiteral("title"), session()->titleOf(address)},
                               {QStringLiteral("from"), limit.toDouble()},
                               {QStringLiteral("color"), band[u"color"].string()},
                               {QStringLiteral("text"), limit.isEmpty() ? tr("lowest")
                                                        : above         ? tr("over %1").arg(limit)
                                                                        : tr("from %1").arg(limit)}};
    }
}

QVariantList ScoringEditor::stageOptions() const
{
    QVariantList options;
    for (const QVariant& stage : m_stages)
        options << QVariantMap{{QStringLiteral("value"), stage.toMap()[QStringLiteral("id")]},
                               {QStringLiteral("text"), stage.toMap()[QStringLiteral("title")]}};
    return options;
}

QVariantList ScoringEditor::palette() const
{
    if (!session())
        return {};
    QVariantList items;
    for (const DefinitionFile* event : session()->definition().all(QStringLiteral("event")))
        items << QVariantMap{{QStringLiteral("text"), session()->titleOf({event->path, {}})},
                             {QStringLiteral("icon"), QStringLiteral("event")},
                             {QStringLiteral("detail"), QString()},
                             {QStringLiteral("payload"), QString(QStringLiteral("event:") + event->id())}};
    const QVariantList others{QVariantMap{{QStringLiteral("text"), tr("Silence")},
                                          {QStringLiteral("icon"), QStringLiteral("silence")},
                                          {QStringLiteral("detail"), QString()},
                                          {QStringLiteral("payload"), QStringLiteral("silence:")}},
                              QVariantMap{{QStringLiteral("text"), tr("Attribute")},
                                          {QStringLiteral("icon"), QStringLiteral("formula")},
                                          {QStringLiteral("detail"), QString()},
                                          {QStringLiteral("payload"), QStringLiteral("attribute:")}}};
    return {QVariantMap{{QStringLiteral("title"), tr("Behaviour")}, {QStringLiteral("items"), items}},
            QVariantMap{{QStringLiteral("title"), tr("Other reasons")}, {QStringLiteral("items"), others}}};
}

QString ScoringEditor::drop(const QString& payload, const QString& list, int index)
{
    const QString what = payload.section(QLatin1Char(':'), 0, 0);
    const QString id = payload.section(QLatin1Char(':'), 1);
    if (what == QLatin1String("element"))
        return session()->move(id, list, index) ? session()->selectionText() : QString();
    const Address target = Address::parse(list);
    const QString wanted = what == QLatin1String("event") ? id : what;
    std::vector<yaml::Entry> entries{
        {QStringLiteral("id"),
         yaml::Node::plain(
             schema::proposeId(wanted, schema::takenIds(session()->definition(), target), QStringLiteral("row"))),
         {}}};
    if (what == QLatin1String("event"))
        entries.push_back({QStringLiteral("event"), yaml::Node::plain(id), {}});
    else if (what == QLatin1String("silence"))
        entries.push_back(
            {QStringLiteral("inactive"),
             yaml::Node::map({{QStringLiteral("more_than"), yaml::Node::plain(QStringLiteral("P30D")), {}}},
                             yaml::Style::Flow),
             {}});
    else
        entries.push_back({QStringLiteral("when"), yaml::Node::text(QStringLiteral("=true")), {}});
    entries.push_back(
        {QStringLiteral("points"),
         yaml::Node::plain(what == QLatin1String("silence") ? QStringLiteral("-10") : QStringLiteral("10")),
         {}});
    const yaml::Node row = yaml::Node::map(std::move(entries), yaml::Style::Flow);
    return session()->addNode(target, row, index, behaviour(row));
}

QString ScoringEditor::addTo(const QString& key)
{
    return session()->add(at(key).toString(), QString());
}

} // namespace fw::studio
