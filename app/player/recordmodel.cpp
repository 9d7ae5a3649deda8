#include "recordmodel.h"

#include "display.h"
#include "model/formats/richtext.h"

#include <algorithm>

namespace fw::player
{
namespace
{

const int timelineRows = 200;

/// A decimal that may come as text or as a number.
QString decimalText(const QJsonValue& value)
{
    return value.isString() ? value.toString() : QString::number(value.toDouble(), 'g', 15);
}

} // namespace

RecordModel::RecordModel(QObject* parent) : QObject(parent) {}

void RecordModel::setApp(PlayerApp* app)
{
    if (app == m_app)
        return;
    if (m_app)
        m_app->disconnect(this);
    m_app = app;
    if (app) {
        connect(app, &PlayerApp::described, this, &RecordModel::reload);
        // Any commit may touch what is shown here: a related record, a task, an event of this person.
        connect(app, &PlayerApp::dataChanged, this, [this] {
            if (!m_id.isEmpty())
                m_reload.ask();
        });
    }
    Q_EMIT appChanged();
}

void RecordModel::open(const QString& table, const QString& id)
{
    m_table = table;
    m_id = id;
    m_record = {};
    m_timeline = {};
    m_problem.clear();
    reload();
}

void RecordModel::close()
{
    open({}, {});
}

void RecordModel::reload()
{
    m_info = m_app && !m_id.isEmpty() ? m_app->description().tables.value(m_table) : TableInfo();
    m_loading = !m_id.isEmpty() && m_record.isEmpty();
    Q_EMIT changed();
    if (!m_app || m_id.isEmpty())
        return;
    const QString id = m_id;
    m_app->call(QStringLiteral("data.get"), {{QStringLiteral("table"), m_table}, {QStringLiteral("id"), id}}, this,
                [this, id](const client::Reply& reply) {
                    if (id != m_id)
                        return;
                    m_loading = false;
                    m_problem = reply.ok ? QString() : PlayerApp::problemText(reply);
                    m_record = reply.ok ? reply.result : QJsonObject();
                    Q_EMIT changed();
                });
    if (!hasTimeline())
        return;
    m_app->call(
        QStringLiteral("data.timeline"),
        {{QStringLiteral("table"), m_table}, {QStringLiteral("id"), id}, {QStringLiteral("limit"), timelineRows}}, this,
        [this, id](const client::Reply& reply) {
            if (id != m_id || !reply.ok)
                return;
            m_timeline = PlayerApp::rowsOf(reply);
            Q_EMIT changed();
        });
}

bool RecordModel::hasTimeline() const
{
    const ViewInfo* view = m_app ? m_app->description().viewOf(m_table) : nullptr;
    return view && view->timeline;
}

QVariantList RecordModel::facts() const
{
    QVariantList facts;
    if (!m_app || m_record.isEmpty())
        return facts;
    const QJsonObject values = m_record[u"values"].toObject();
    const QJsonObject display = m_record[u"display"].toObject();
    for (const FieldInfo& field : m_info.fields) {
        const QJsonValue value = values[field.id];
        const bool scored = field.type == u"score" || field.type == u"score_stage" || field.type == u"score_band";
        if (value.isNull() || value.isUndefined() || scored || field.hidden)
            continue; // the score has its ring
        const QString text =
            displayText(field, value, display[field.id].toString(), m_app->description(), m_app->formats());
        if (text.isEmpty() || text == title())
            continue;
        QVariantMap fact{{QStringLiteral("label"), field.label},
                         {QStringLiteral("text"), text},
                         {QStringLiteral("kind"), displayKind(field)},
                         {QStringLiteral("tone"), displayTone(field, values, m_info)}};
        if (field.type == u"rich_text")
            fact.insert(QStringLiteral("html"), formats::richTextHtml(value.toString()));
        if (field.capitals)
            fact.insert(QStringLiteral("words"), capitalNumerals(decimalText(value)));
        facts.append(fact);
    }
    return facts;
}

QVariantMap RecordModel::score() const
{
    const QJsonObject scores = m_record[u"score"].toObject();
    if (scores.isEmpty() || !m_app)
        return {};
    const QString fieldId = scores.begin().key();
    const QJsonObject score = scores.begin().value().toObject();
    const render::Formats formats = m_app->formats();
    QVariantList reasons;
    double gained = 0;
    for (const QJsonValue& reason : score[u"reasons"].toArray()) {
        const QString points = decimalText(reason[u"points"]);
        const double amount = points.toDouble();
        gained += std::max(0.0, amount);
        reasons.append(QVariantMap{
            {QStringLiteral("text"), reason[u"text"].toString()},
            {QStringLiteral("points"), (amount > 0 ? QStringLiteral("+") : QString()) + formats.number(points)},
            {QStringLiteral("gain"), amount >= 0},
            {QStringLiteral("time"),
             formats.dateTime(QDateTime::fromString(reason[u"at"].toString(), Qt::ISODateWithMs))}});
    }
    const FieldInfo* field = m_info.field(fieldId);
    const FieldInfo* band = m_info.field(fieldId + QStringLiteral("_band"));
    const FieldInfo* stage = m_info.field(fieldId + QStringLiteral("_stage"));
    const auto named = [](const FieldInfo* of, const QString& id) {
        const OptionInfo* option = of ? of->option(id) : nullptr;
        return option ? option->label : id;
    };
    const OptionInfo* bandOption = band ? band->option(score[u"band"].toString()) : nullptr;
    const QString total = decimalText(score[u"total"]);
    return {{QStringLiteral("label"), field ? field->label : fieldId},
            {QStringLiteral("total"), formats.number(total)},
            {QStringLiteral("stage"), named(stage, score[u"stage"].toString())},
            {QStringLiteral("band"), named(band, score[u"band"].toString())},
            {QStringLiteral("tone"), bandOption ? bandOption->color : score[u"color"].toString()},
            // The ring is full at 100, the scale people have in mind; a higher total stays full.
            {QStringLiteral("part"), std::clamp(total.toDouble() / 100, 0.0, 1.0)},
            {QStringLiteral("reasons"), reasons}};
}

QVariantList RecordModel::related() const
{
    QVariantList related;
    const ViewInfo* view = m_app ? m_app->description().viewOf(m_table) : nullptr;
    if (!view || m_id.isEmpty())
        return related;
    for (const RelatedInfo& one : view->related) {
        const QString label = one.label.isEmpty() ? m_app->tableLabel(one.table) : one.label;
        related.append(QVariantMap{{QStringLiteral("table"), one.table},
                                   {QStringLiteral("field"), one.field},
                                   {QStringLiteral("label"), label}});
    }
    return related;
}

QVariantList RecordModel::timeline() const
{
    QVariantList rows;
    if (!m_app)
        return rows;
    const render::Formats formats = m_app->formats();
    for (const QJsonValue& entry : m_timeline) {
        const TimelineLook look = timelineLook(entry[u"kind"].toString());
        rows.append(QVariantMap{{QStringLiteral("icon"), look.icon},
                                {QStringLiteral("tone"), look.tone},
                                {QStringLiteral("title"), entry[u"title"].toString()},
                                {QStringLiteral("time"),
                                 formats.dateTime(QDateTime::fromString(entry[u"at"].toString(), Qt::ISODateWithMs))},
                                {QStringLiteral("detail"), entry[u"detail"].toString()}});
    }
    return rows;
}

void RecordModel::press(const QString& workflow, const QString& trigger)
{
    if (!m_app || m_id.isEmpty())
        return;
    QString label;
    for (const QVariant& button : buttons()) {
        const QVariantMap each = button.toMap();
        if (each[QStringLiteral("workflow")] == workflow && each[QStringLiteral("trigger")] == trigger)
            label = each[QStringLiteral("label")].toString();
    }
    m_app->call(QStringLiteral("data.button"),
                {{QStringLiteral("table"), m_table},
                 {QStringLiteral("id"), m_id},
                 {QStringLiteral("workflow"), workflow},
                 {QStringLiteral("trigger"), trigger}},
                this, [this, label](const client::Reply& reply) {
                    if (reply.ok)
                        Q_EMIT pressed(label);
                    else
                        Q_EMIT failed(PlayerApp::problemText(reply));
                    reload();
                });
}

void RecordModel::remove()
{
    if (!m_app || m_id.isEmpty())
        return;
    const QString name = title();
    m_app->call(QStringLiteral("data.remove"),
                {{QStringLiteral("table"), m_table},
                 {QStringLiteral("id"), m_id},
                 {QStringLiteral("version"), m_record[u"version"].toInt()}},
                this, [this, name](const client::Reply& reply) {
                    if (!reply.ok) {
                        Q_EMIT failed(PlayerApp::problemText(reply));
                        return;
                    }
                    close();
                    Q_EMIT removed(name);
                });
}

} // namespace fw::player
