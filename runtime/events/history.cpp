#include "history.h"

#include "identity.h"
#include "properties.h"
#include "runtime/store/eventlog.h"
#include "runtime/store/personstore.h"

namespace fw::events
{

namespace
{

engine::EventRow eventRow(store::Connection& connection, const plan::Plan& plan, const store::EventLogRow& row)
{
    return {row.seq,
            row.event,
            row.person,
            row.at,
            row.received,
            row.channel,
            propertiesFromLog(connection, plan, plan.findEvent(row.event), row.props),
            row.late};
}

feel::Value text(const QString& value)
{
    return value.isEmpty() ? feel::Value() : feel::Value(value);
}

TimelineItem item(const store::TimelineRow& row)
{
    TimelineItem item;
    item.at = row.at;
    item.seq = row.seq;
    item.title = row.title;
    if (row.kind == QLatin1String("consent")) {
        item.kind = TimelineItem::Kind::Consent;
        item.details = feel::Value::context({{QStringLiteral("granted"), row.details[0] == QLatin1String("granted")}});
    } else if (row.kind == QLatin1String("merge")) {
        item.kind = TimelineItem::Kind::Merge;
        item.details = feel::Value::context({{QStringLiteral("was"), text(row.details[0])}});
    } else {
        item.kind = TimelineItem::Kind::Score;
        item.details =
            feel::Value::context({{QStringLiteral("from"), feel::Decimal::fromScaled(row.details[0].toLongLong(), 8)},
                                  {QStringLiteral("to"), feel::Decimal::fromScaled(row.details[1].toLongLong(), 8)},
                                  {QStringLiteral("stage"), text(row.details[3])},
                                  {QStringLiteral("band"), text(row.details[5])}});
    }
    return item;
}

} // namespace

QString personOfRecord(store::Connection& connection, const QString& record)
{
    const auto row = store::findIdentity(connection, recordIdentity, record);
    return row ? row->person : QString();
}

QString recordOfPerson(store::Connection& connection, const QString& person)
{
    return store::recordOfPerson(connection, person);
}

std::vector<engine::EventRow> history(store::Connection& connection, const plan::Plan& plan, const QString& person,
                                      const QString& event, Instant since, bool withLate)
{
    std::vector<engine::EventRow> rows;
    store::forEachEvent(connection, person, event, since, withLate,
                        [&](const store::EventLogRow& row) { rows.push_back(eventRow(connection, plan, row)); });
    return rows;
}

feel::Value eventValue(const engine::EventRow& row, const QTimeZone& zone)
{
    feel::Value::Entries entries{{QStringLiteral("event"), row.event},
                                 {QStringLiteral("at"), feel::DateTime::fromEpochMillis(row.at, zone)},
                                 {QStringLiteral("channel"), text(row.channel)},
                                 {QStringLiteral("person"), text(row.person)}};
    if (!row.properties.isNull()) {
        for (const feel::ContextEntry& entry : row.properties.entries()) {
            // A property called as one of ours would hide what happened when.
            if (std::none_of(entries.begin(), entries.begin() + 4,
                             [&](const feel::ContextEntry& ours) { return ours.name == entry.name; }))
                entries.push_back(entry);
        }
    }
    return feel::Value::context(std::move(entries));
}

std::vector<TimelineItem> timeline(store::Connection& connection, const plan::Plan& plan, const QString& record,
                                   Instant before, int limit)
{
    const QString person = personOfRecord(connection, record);
    std::vector<TimelineItem> items;
    for (const store::EventLogRow& row : store::newestEvents(connection, person, before, limit)) {
        const engine::EventRow event = eventRow(connection, plan, row);
        items.push_back(
            {TimelineItem::Kind::Event, event.at, event.seq, event.event, event.channel, event.properties, event.late});
    }
    for (const store::TimelineRow& row : store::newestNotes(connection, person, record, before, limit))
        items.push_back(item(row));
    std::stable_sort(items.begin(), items.end(),
                     [](const TimelineItem& a, const TimelineItem& b) { return a.at > b.at; });
    if (items.size() > static_cast<size_t>(limit))
        items.resize(static_cast<size_t>(limit));
    return items;
}

} // namespace fw::events
