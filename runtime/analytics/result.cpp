#include "analytics.h"

#include "runtime/records/values.h"

#include <QJsonArray>

namespace fw::analytics
{

namespace
{

QJsonArray valuesJson(const std::vector<feel::Value>& values)
{
    QJsonArray array;
    for (const feel::Value& value : values)
        array.append(records::toJson(value));
    return array;
}

QJsonObject groupJson(const Group& group)
{
    QJsonObject json{{QStringLiteral("key"), records::toJson(group.key)},
                     {QStringLiteral("label"), group.label},
                     {QStringLiteral("values"), valuesJson(group.values)},
                     {QStringLiteral("rows"), group.rows}};
    if (!group.split.isNull() || !group.splitLabel.isEmpty()) {
        json.insert(QStringLiteral("split"), records::toJson(group.split));
        json.insert(QStringLiteral("splitLabel"), group.splitLabel);
    }
    if (group.incomplete)
        json.insert(QStringLiteral("incomplete"), true);
    return json;
}

QJsonObject stageJson(const FunnelStage& stage)
{
    QJsonObject json{{QStringLiteral("id"), stage.id},
                     {QStringLiteral("label"), stage.label},
                     {QStringLiteral("persons"), stage.persons},
                     {QStringLiteral("open"), stage.open}};
    if (stage.ofPrevious)
        json.insert(QStringLiteral("ofPrevious"), stage.ofPrevious->normalizedString());
    if (stage.ofFirst)
        json.insert(QStringLiteral("ofFirst"), stage.ofFirst->normalizedString());
    if (stage.medianMillis)
        json.insert(QStringLiteral("medianMillis"), *stage.medianMillis);
    if (stage.meanMillis)
        json.insert(QStringLiteral("meanMillis"), *stage.meanMillis);
    return json;
}

QJsonObject funnelJson(const Funnel& funnel)
{
    QJsonArray stages;
    for (const FunnelStage& stage : funnel.stages)
        stages.append(stageJson(stage));
    return {{QStringLiteral("split"), records::toJson(funnel.split)},
            {QStringLiteral("splitLabel"), funnel.splitLabel},
            {QStringLiteral("stages"), stages},
            {QStringLiteral("open"), funnel.open}};
}

QString kindName(plan::Tile::Kind kind)
{
    static const char* const names[] = {"kpi", "bar", "line", "pie", "table", "funnel"};
    return QLatin1String(names[static_cast<int>(kind)]);
}

QString alertName(Alert alert)
{
    static const char* const names[] = {"none", "normal", "below", "above", "no_data"};
    return QLatin1String(names[static_cast<int>(alert)]);
}

template <class T, class F> QJsonArray list(const std::vector<T>& items, F json)
{
    QJsonArray array;
    for (const T& item : items)
        array.append(json(item));
    return array;
}

} // namespace

QJsonObject TileResult::toJson() const
{
    QJsonObject json{{QStringLiteral("kind"), kindName(kind)},
                     {QStringLiteral("value"), records::toJson(value)},
                     {QStringLiteral("alert"), alertName(alert)},
                     {QStringLiteral("rows"), rows},
                     {QStringLiteral("counts"), counts},
                     {QStringLiteral("totals"), valuesJson(totals)},
                     {QStringLiteral("more"), more}};
    json.insert(QStringLiteral("columns"), list(columns, [](const ResultColumn& column) {
                    return QJsonObject{{QStringLiteral("id"), column.id},
                                       {QStringLiteral("label"), column.label},
                                       {QStringLiteral("decimals"), column.decimals}};
                }));
    json.insert(QStringLiteral("groups"), list(groups, groupJson));
    json.insert(QStringLiteral("funnels"), list(funnels, funnelJson));
    if (previous)
        json.insert(QStringLiteral("previous"), records::toJson(*previous));
    if (change)
        json.insert(QStringLiteral("change"), change->normalizedString());
    if (from)
        json.insert(QStringLiteral("from"), formatInstant(*from));
    if (to)
        json.insert(QStringLiteral("to"), formatInstant(*to));
    return json;
}

QString figureText(const feel::Value& figure, int decimals)
{
    if (figure.kind() != feel::Value::Kind::Number)
        return figure.isNull() ? QString() : figure.toText();
    const feel::Decimal& number = figure.number();
    if (decimals < 0 && number.isInteger())
        return number.normalizedString();
    return number.rounded(decimals < 0 ? 2 : decimals, feel::Rounding::HalfUp).value_or(number).toString();
}

} // namespace fw::analytics
