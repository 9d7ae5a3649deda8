#include "service.h"

#include "runtime/events/history.h"
#include "runtime/store/inbox.h"

namespace fw::client
{

namespace
{

QString propertyText(const plan::Field& field, const feel::Value& value, Display& display)
{
    return field.label.in(display.language()) + QStringLiteral(": ") + display.text(field, value);
}

/// The title and the line under it, in words of the app.
QJsonObject itemJson(const events::TimelineItem& item, const plan::Plan& plan, Display& display)
{
    static constexpr const char* kinds[] = {"event", "score", "consent", "merge"};
    QString title = item.title;
    QStringList details;
    if (item.kind == events::TimelineItem::Kind::Event) {
        const plan::Event* event = plan.findEvent(item.title);
        title = event ? event->label.in(display.language()) : item.title;
        for (const plan::Field& property : event ? event->properties : std::vector<plan::Field>()) {
            const feel::Value* value =
                item.details.kind() == feel::Value::Kind::Context ? item.details.entry(property.id) : nullptr;
            if (value && !value->isNull())
                details << propertyText(property, *value, display);
        }
    } else if (item.kind == events::TimelineItem::Kind::Score) {
        const plan::Scoring* scoring = plan.findScoring(item.title);
        title = scoring ? scoring->label.in(display.language()) : item.title;
        const feel::Value* from = item.details.entry(u"from");
        const feel::Value* to = item.details.entry(u"to");
        const auto points = [](const feel::Value& value) {
            return value.kind() == feel::Value::Kind::Number ? value.number().normalizedString() : value.toText();
        };
        if (from && to)
            details << points(*from) + QStringLiteral(" → ") + points(*to);
    } else if (item.kind == events::TimelineItem::Kind::Consent) {
        const auto it = std::find_if(plan.consents.begin(), plan.consents.end(),
                                     [&](const plan::Consent& consent) { return consent.id == item.title; });
        title = it == plan.consents.end() ? item.title : it->label.in(display.language());
    } else {
        title = Message(FW_MSG("Identities merged")).text();
    }
    return {{"kind", QString::fromLatin1(kinds[static_cast<int>(item.kind)])},
            {"title", title},
            {"detail", details.join(QStringLiteral(" · "))},
            {"channel", item.channel}};
}

} // namespace

Result<QJsonObject> Service::timeline(Call& call)
{
    auto table = tableOf(call.params[QLatin1String("table")].toString());
    if (!table)
        return table.error();
    const auto record = seen(call, **table, call.params[QLatin1String("id")].toString());
    if (!record)
        return record.error();
    const int limit = std::clamp(call.params[QLatin1String("limit")].toInt(100), 1, 500);
    std::vector<std::pair<Instant, QJsonObject>> items;
    if ((*table)->person) {
        for (const events::TimelineItem& item : events::timeline(connection(), m_host.plan(), (*record)->id, 0, limit))
            items.emplace_back(item.at, itemJson(item, m_host.plan(), call.display));
    }
    store::TaskFilter filter;
    filter.record = (*record)->id;
    filter.limit = limit;
    for (const store::Task& task : store::tasks(connection(), filter))
        items.emplace_back(task.createdAt, QJsonObject{{"kind", "task"},
                                                       {"title", task.title},
                                                       {"detail", call.display.userName(task.toUser)},
                                                       {"state", task.state}});
    // An address is a field's value: hidden where the field is.
    const bool plainAddresses =
        std::all_of((*table)->fields.begin(), (*table)->fields.end(), [&](const plan::Field& field) {
            const bool isAddress = field.type == plan::FieldType::Phone || field.type == plan::FieldType::Email;
            return !isAddress || call.access.sight(**table, field) == Access::FieldSight::Yes;
        });
    for (const store::OutboxRow& message : store::messages(connection(), (*record)->id, limit))
        items.emplace_back(message.createdAt,
                           QJsonObject{{"kind", "message"},
                                       {"title", message.subject.isEmpty() ? message.body.left(80) : message.subject},
                                       {"detail", plainAddresses ? message.address : masked(message.address)},
                                       {"state", message.state}});
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QJsonArray rows;
    for (auto& [at, json] : items) {
        json[QLatin1String("at")] = call.display.iso(at);
        rows.append(json);
        if (rows.size() == limit)
            break;
    }
    return QJsonObject{{"rows", rows}};
}

} // namespace fw::client
