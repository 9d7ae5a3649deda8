#pragma once
#include "runtime/engine/engine.h"

namespace fw::events
{

/// What became of an event command.
struct EventStored {
    QString outcome;   ///< "stored" | "refused" (no consent: counted, not kept) | "repeated" (its event_key is known)
    qint64 seq = 0;    ///< of the event in the log; 0 when refused
    QString person;    ///< the surviving person; "" when refused
    QString record;    ///< the person's live record, "" if there is none
    bool late = false; ///< later than the limit: kept, counted in figures only
    bool stored() const { return outcome == QLatin1String("stored"); }
};

/// Takes in an event (semantics.md, "Events, identities, consent"): finds or makes the person, asks for consent, types the
/// properties, appends it to the log and adds Fact::Event (and Fact::Interaction). Command::key is the event_key.
/// Errors: event.unknown, event.no_person, event.future, event.unknown_identity, event.unknown_record, the conversion errors of properties
/// (records/values.h) and those of a record it creates.
Result<EventStored> store(engine::Unit& unit, const engine::Command& command);

/// Records that a person gave or withdrew consent for Command::purpose. Unknown persons are made.
/// Returns "granted" or "withdrawn"; error consent.unknown_purpose.
Result<QString> consent(engine::Unit& unit, const engine::Command& command);

/// Says that all identities of Command::person are one person (Command::Kind::Link). Returns the surviving person's id.
/// Error person.two_records when both sides have a live record.
Result<QString> link(engine::Unit& unit, const engine::Command& command);

/// Part of the fact loop, before scoring: a record of the person table that is created, changes an identity or is deleted
/// moves the links; a new record related to a person is an interaction (adds Fact::Interaction). Persons that merge are
/// re-scored through a Fact::RecordChanged without fields.
void onFact(engine::Unit& unit, const engine::Fact& fact);

} // namespace fw::events
