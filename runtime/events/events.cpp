#include "events.h"

#include "history.h"
#include "persons.h"
#include "properties.h"
#include "runtime/records/records.h"
#include "runtime/store/eventlog.h"
#include "runtime/store/personstore.h"

#include <QJsonDocument>

namespace fw::events
{

namespace
{

constexpr qint64 s_mostAhead = 5 * 60'000; // clocks of phones differ; more than this is an error

Result<const plan::Event*> findEvent(const plan::Plan& plan, const QString& id)
{
    if (const plan::Event* event = plan.findEvent(id))
        return event;
    return Error(QStringLiteral("event.unknown"), Message(FW_MSG("This app has no event \"%1\"."), {id}),
                 FW_MSG("Add it under events/ or correct the name."), Place{{}, 0, 0, QStringLiteral("event")});
}

Error tooFarAhead(Instant at, Instant now)
{
    return Error(QStringLiteral("event.future"),
                 Message(FW_MSG("The event is dated %1, more than 5 minutes after now (%2)."),
                         {formatInstant(at), formatInstant(now)}),
                 FW_MSG("Check the clock of the sender."), Place{{}, 0, 0, QStringLiteral("at")});
}

/// A record named as the person must be there; other identities may be new.
Result<void> checkRecordIdentity(const engine::Unit& unit, const std::vector<Identity>& identities)
{
    const Identity& first = identities.front();
    if (first.kind != recordIdentity || store::findIdentity(unit.store.writer(), first.kind, first.value))
        return {};
    const plan::Table* table = unit.plan.personTable();
    if (table && records::load(unit.store.writer(), unit.plan, *table, first.value))
        return {};
    return Error(QStringLiteral("event.unknown_record"),
                 Message(FW_MSG("There is no person with the record id \"%1\"."), {first.value}),
                 FW_MSG("Check the id, or name the person by phone or another identity."),
                 Place{{}, 0, 0, QStringLiteral("person")});
}

/// Asked before anything of the person is written down.
bool mayStore(const engine::Unit& unit, const plan::Event& event, const std::vector<Identity>& identities)
{
    if (event.purpose.isEmpty())
        return true;
    for (const Identity& identity : identities) {
        const auto known = findPerson(unit.store.writer(), {identity});
        if (!known)
            continue;
        if (const auto word = store::consentOf(unit.store.writer(), known->person, event.purpose))
            return *word;
    }
    return false;
}

EventStored refuse(engine::Unit& unit, const plan::Event& event, Instant at)
{
    const qint64 day = feel::DateTime::fromEpochMillis(at, unit.plan.zone).date.toEpochDay();
    store::countRefused(unit.store.writer(), event.id, event.purpose, day);
    return {QStringLiteral("refused"), 0, {}, {}, false};
}

/// The record that `creates` asks for: the identities and the properties that are fields of the table.
Result<QString> createRecord(engine::Unit& unit, const plan::Table& table, const std::vector<Identity>& identities,
                             const QJsonObject& properties)
{
    QJsonObject values;
    for (const plan::Field& field : table.fields) {
        if (properties.contains(field.id))
            values.insert(field.id, properties.value(field.id));
    }
    for (const Identity& identity : identities) {
        if (table.findField(identity.kind))
            values.insert(identity.kind, identity.value);
    }
    auto written = records::create(unit, table, values);
    if (!written)
        return written.error();
    // Linked at once, not in the fact loop: the event that follows must already find its record.
    followRecord(unit, nullptr, *written->after);
    return written->id;
}

/// Late counts from what is already known of the person, not from the wall clock: a history that arrives in order is
/// scored like one that arrived live, however old it is.
bool isLate(const engine::Unit& unit, const QString& person, Instant at)
{
    const auto newest = store::newestEvents(unit.store.writer(), person, 0, 1);
    if (newest.empty())
        return false;
    const auto limit =
        plan::parseDuration(unit.store.setting(QStringLiteral("events.late_limit"), QStringLiteral("P7D")));
    return limit.value_or(plan::Duration{0, 7, 0}).after(at, unit.plan.zone) < newest.front().at;
}

void addFacts(engine::Unit& unit, const plan::Event& event, const engine::EventRow& row, const QString& record)
{
    engine::Fact fact;
    fact.kind = engine::Fact::Kind::Event;
    if (!record.isEmpty()) {
        fact.table = unit.plan.personTable()->id;
        fact.record = record;
    }
    fact.event = std::make_shared<const engine::EventRow>(row);
    unit.facts.push_back(fact);
    if (event.interaction) {
        fact.kind = engine::Fact::Kind::Interaction;
        unit.facts.push_back(fact);
    }
}

EventStored repeated(const engine::Unit& unit, const store::EventLogRow& row)
{
    return {QStringLiteral("repeated"), row.seq, row.person, store::recordOfPerson(unit.store.writer(), row.person),
            row.late};
}

QByteArray identitiesJson(const std::vector<Identity>& identities)
{
    QJsonObject json;
    for (const Identity& identity : identities)
        json.insert(identity.kind, identity.value);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

Result<EventStored> store(engine::Unit& unit, const engine::Command& command)
{
    store::Connection& connection = unit.store.writer();
    const auto event = findEvent(unit.plan, command.event);
    if (!event)
        return event.error();
    const Instant at = command.at.value_or(unit.now);
    if (at > unit.now + s_mostAhead)
        return tooFarAhead(at, unit.now);
    const auto identities = parseIdentities(unit.plan, command.person);
    if (!identities)
        return identities.error();
    if (!command.key.isEmpty()) {
        if (const auto known = store::findEventByKey(connection, command.key))
            return repeated(unit, *known);
    }
    if (auto found = checkRecordIdentity(unit, *identities); !found)
        return found.error();
    const auto properties = readProperties(connection, unit.plan, **event, command.values);
    if (!properties)
        return properties.error();
    if (!mayStore(unit, **event, *identities))
        return refuse(unit, **event, at);

    Resolved person = ensurePerson(unit, *identities, LinkKind::Event, at);
    const plan::Table* creates = unit.plan.findTable((*event)->creates);
    if (creates && person.record.isEmpty()) {
        auto record = createRecord(unit, *creates, *identities, command.values);
        if (!record)
            return record.error();
        person = *findPerson(connection, {identities->front()});
    }
    const bool late = isLate(unit, person.person, at);
    store::EventLogRow row{0,
                           (*event)->id,
                           person.identity,
                           person.person,
                           at,
                           unit.now,
                           command.channel,
                           command.key,
                           identitiesJson(*identities),
                           propertiesJson(*properties),
                           late};
    row.seq = store::appendEvent(connection, row, unit.seq);
    if (!late) // later than the limit: counted in figures only
        addFacts(unit, **event, {row.seq, row.event, person.person, at, unit.now, row.channel, *properties, false},
                 person.record);
    return EventStored{QStringLiteral("stored"), row.seq, person.person, person.record, late};
}

Result<QString> consent(engine::Unit& unit, const engine::Command& command)
{
    const auto& purposes = unit.plan.consents;
    if (std::none_of(purposes.begin(), purposes.end(),
                     [&](const plan::Consent& one) { return one.id == command.purpose; }))
        return Error(QStringLiteral("consent.unknown_purpose"),
                     Message(FW_MSG("This app asks no consent for \"%1\"."), {command.purpose}),
                     FW_MSG("Add the purpose to `consents` in app.yaml or correct the name."),
                     Place{{}, 0, 0, QStringLiteral("consent")});
    const auto identities = parseIdentities(unit.plan, command.person);
    if (!identities)
        return identities.error();
    if (auto found = checkRecordIdentity(unit, *identities); !found)
        return found.error();
    const Instant at = command.at.value_or(unit.now);
    if (at > unit.now + s_mostAhead)
        return tooFarAhead(at, unit.now);
    const Resolved person = ensurePerson(unit, *identities, LinkKind::Event, at);
    store::addConsent(unit.store.writer(), person.identity, command.purpose, command.granted, at, command.user,
                      unit.seq);
    return command.granted ? QStringLiteral("granted") : QStringLiteral("withdrawn");
}

Result<QString> link(engine::Unit& unit, const engine::Command& command)
{
    const auto identities = parseIdentities(unit.plan, command.person);
    if (!identities)
        return identities.error();
    if (auto found = checkRecordIdentity(unit, *identities); !found)
        return found.error();
    QString record;
    for (const Identity& identity : *identities) {
        const auto known = findPerson(unit.store.writer(), {identity});
        if (!known || known->record.isEmpty() || known->record == record)
            continue;
        if (!record.isEmpty())
            return Error(
                QStringLiteral("person.two_records"), FW_MSG("These identities belong to two different records."),
                FW_MSG("Merge the records first, or correct the identity."), Place{{}, 0, 0, QStringLiteral("person")});
        record = known->record;
    }
    return ensurePerson(unit, *identities, LinkKind::Manual, unit.now).person;
}

namespace
{

void noteInteractions(engine::Unit& unit, const engine::Fact& cause)
{
    const engine::Record& record = *cause.after;
    const plan::Table* persons = unit.plan.personTable();
    QStringList noted;
    for (const plan::Field& field : record.table->fields) {
        if (field.type != plan::FieldType::Relation || field.relationTo != persons->id)
            continue;
        const feel::Value& target = record.value(field.id);
        if (target.isNull() || noted.contains(target.string()))
            continue;
        const auto person = findPerson(unit.store.writer(), {{recordIdentity, target.string()}});
        if (!person)
            continue;
        noted.append(target.string());
        store::addInteraction(unit.store.writer(), person->identity, record.createdAt, record.table->id, record.id,
                              unit.seq);
        engine::Fact fact;
        fact.kind = engine::Fact::Kind::Interaction;
        fact.table = persons->id;
        fact.record = target.string();
        fact.after = cause.after; // what the interaction was, and when
        unit.facts.push_back(fact);
    }
}

} // namespace

void onFact(engine::Unit& unit, const engine::Fact& fact)
{
    using Kind = engine::Fact::Kind;
    const plan::Table* persons = unit.plan.personTable();
    if (!persons ||
        (fact.kind != Kind::RecordCreated && fact.kind != Kind::RecordChanged && fact.kind != Kind::RecordDeleted))
        return;
    if (fact.table == persons->id) {
        if (fact.after) {
            followRecord(unit, fact.before.get(), *fact.after);
        } else if (fact.before) {
            engine::Record gone = *fact.before;
            gone.deletedAt = unit.now;
            followRecord(unit, fact.before.get(), gone);
        }
        return;
    }
    if (fact.kind == Kind::RecordCreated && fact.after && fact.after->table->interaction)
        noteInteractions(unit, fact);
}

} // namespace fw::events
