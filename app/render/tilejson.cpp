#include "tilejson.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace fw::render
{
namespace
{

/// A plain decimal from a JSON string or number; null when there is no value.
QString decimal(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().isEmpty() ? QString() : value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isBool())
        return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    return {};
}

QString keyText(const QJsonValue& key)
{
    return key.isDouble() ? QString::number(key.toDouble(), 'g', 15) : key.toString();
}

QString groupLabel(const QJsonObject& group)
{
    const QString label = group[u"label"].toString();
    return label.isEmpty() ? QCoreApplication::translate("fw::render", "(none)") : label;
}

ChartData::Kind kindOf(const QString& name)
{
    static const QHash<QString, ChartData::Kind> kinds{
        {QStringLiteral("kpi"), ChartData::Kind::Kpi},     {QStringLiteral("bar"), ChartData::Kind::Bar},
        {QStringLiteral("line"), ChartData::Kind::Line},   {QStringLiteral("pie"), ChartData::Kind::Pie},
        {QStringLiteral("table"), ChartData::Kind::Table}, {QStringLiteral("funnel"), ChartData::Kind::Funnel}};
    return kinds.value(name, ChartData::Kind::Table);
}

class Reader
{
public:
    Reader(const QJsonObject& reply, const QJsonObject& tile) : m_reply(reply), m_tile(tile) {}

    ChartData read()
    {
        m_data.kind = kindOf(hint(u"kind").toString());
        m_data.every = hint(u"every").toString();
        m_data.horizontal = hint(u"horizontal").toBool();
        m_data.stacked = hint(u"stacked").toBool();
        m_data.area = hint(u"area").toBool(m_data.kind == ChartData::Kind::Line &&
                                           m_reply[u"columns"].toArray().size() < 2 && !hasSplit());
        m_data.measure = {hint(u"decimals").toInt(firstColumn()[u"decimals"].toInt(-1)), hint(u"currency").toString(),
                          hint(u"unit").toString()};
        switch (m_data.kind) {
        case ChartData::Kind::Kpi: kpi(); break;
        case ChartData::Kind::Funnel: funnel(); break;
        case ChartData::Kind::Table: table(); break;
        default: series(); break;
        }
        return std::move(m_data);
    }

private:
    /// The reply may repeat or sharpen what the description says.
    QJsonValue hint(QStringView key) const { return m_reply.contains(key) ? m_reply[key] : m_tile[key]; }
    QJsonArray groups() const { return m_reply[u"groups"].toArray(); }
    QJsonObject firstColumn() const { return m_reply[u"columns"].toArray().at(0).toObject(); }
    bool hasSplit() const
    {
        for (const QJsonValue& group : groups()) {
            if (!keyText(group[u"split"]).isEmpty())
                return true;
        }
        return false;
    }

    void kpi()
    {
        m_data.kpi.value = decimal(m_reply[u"value"]);
        m_data.kpi.previous = decimal(m_reply[u"previous"]);
        m_data.kpi.comparedWith = hint(u"compare").toString();
        m_data.kpi.target = decimal(hint(u"target"));
        const QString alert = m_reply[u"alert"].toString();
        m_data.kpi.alert = alert == u"below" || alert == u"above" ? alert : QString();
        for (const QJsonValue& value : m_reply[u"spark"].toArray())
            m_data.kpi.spark.append(decimal(value));
    }

    void funnel()
    {
        const QJsonObject funnel = m_reply[u"funnels"].toArray().at(0).toObject();
        for (const QJsonValue& stage : funnel[u"stages"].toArray())
            m_data.steps.push_back(
                {stage[u"id"].toString(), stage[u"label"].toString(), decimal(stage[u"persons"]).toLongLong()});
    }

    void table()
    {
        TableColumn first;
        first.id = QStringLiteral("group");
        first.label = hint(u"byLabel").toString();
        m_data.columns.push_back(first);
        for (const QJsonValue& column : m_reply[u"columns"].toArray()) {
            TableColumn one;
            one.id = column[u"id"].toString();
            one.label = column[u"label"].toString();
            one.number = true;
            one.measure = {column[u"decimals"].toInt(-1), column[u"currency"].toString(), column[u"unit"].toString()};
            m_data.columns.push_back(one);
        }
        for (const QJsonValue& value : groups())
            m_data.rows.push_back({keyText(value[u"key"]),
                                   QStringList{groupLabel(value.toObject())} + cells(value[u"values"].toArray()),
                                   false});
        const QJsonArray totals = m_reply[u"totals"].toArray();
        if (m_data.rows.size() > 1 && !totals.isEmpty())
            m_data.rows.push_back(
                {{}, QStringList{QCoreApplication::translate("fw::render", "Total")} + cells(totals), true});
    }

    static QStringList cells(const QJsonArray& values)
    {
        QStringList cells;
        for (const QJsonValue& value : values)
            cells.append(decimal(value));
        return cells;
    }

    /// Groups become categories; a split, or else further columns, become series.
    void series()
    {
        const bool split = hasSplit();
        if (!split) {
            for (const QJsonValue& column : m_reply[u"columns"].toArray()) {
                const QString label = column[u"label"].toString();
                m_data.series.push_back(
                    {column[u"id"].toString(),
                     label.isEmpty() ? hint(u"label").toString() : label,
                     {column[u"decimals"].toInt(m_data.measure.decimals), m_data.measure.currency, m_data.measure.unit},
                     {}});
            }
        }
        for (const QJsonValue& value : groups()) {
            const QJsonObject group = value.toObject();
            const qsizetype at = category(group);
            const QJsonArray values = group[u"values"].toArray();
            if (split) {
                put(splitSeries(group), at, decimal(values.at(0)));
                continue;
            }
            for (size_t i = 0; i < m_data.series.size(); ++i)
                put(i, at, decimal(values.at(static_cast<qsizetype>(i))));
        }
        for (Series& one : m_data.series)
            one.values.resize(static_cast<qsizetype>(m_data.categories.size()));
    }

    qsizetype category(const QJsonObject& group)
    {
        const QString key = keyText(group[u"key"]);
        for (size_t i = 0; i < m_data.categories.size(); ++i) {
            if (m_data.categories[i].id == key)
                return static_cast<qsizetype>(i);
        }
        const QDate from = m_data.every.isEmpty() ? QDate() : QDate::fromString(key.left(10), Qt::ISODate);
        m_data.categories.push_back({key, groupLabel(group), from});
        m_data.lastIncomplete = group[u"incomplete"].toBool();
        return static_cast<qsizetype>(m_data.categories.size()) - 1;
    }

    size_t splitSeries(const QJsonObject& group)
    {
        const QString key = keyText(group[u"split"]);
        for (size_t i = 0; i < m_data.series.size(); ++i) {
            if (m_data.series[i].id == key)
                return i;
        }
        const QString label = group[u"splitLabel"].toString();
        m_data.series.push_back(
            {key, label.isEmpty() ? QCoreApplication::translate("fw::render", "(none)") : label, m_data.measure, {}});
        return m_data.series.size() - 1;
    }

    void put(size_t series, qsizetype at, const QString& value)
    {
        QStringList& values = m_data.series[series].values;
        if (values.size() <= at)
            values.resize(at + 1);
        values[at] = value;
    }

    const QJsonObject& m_reply;
    const QJsonObject& m_tile;
    ChartData m_data;
};

} // namespace

ChartData chartFromJson(const QJsonObject& reply, const QJsonObject& tile)
{
    return Reader(reply, tile).read();
}

} // namespace fw::render
