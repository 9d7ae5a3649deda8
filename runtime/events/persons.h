#pragma once
#include "grouping.h"
#include "identity.h"
#include "runtime/engine/unit.h"

namespace fw::events
{

/// Where an identity leads.
struct Resolved {
    qint64 identity = 0;
    QString person;
    QString record;
};

/// The person of the strongest identity that is known; makes nothing.
std::optional<Resolved> findPerson(store::Connection& connection, const std::vector<Identity>& identities);

/// The person of the strongest identity, made when it is new; all identities are linked to it as seen together at `at`.
Resolved ensurePerson(engine::Unit& unit, const std::vector<Identity>& identities, LinkKind kind, Instant at);

/// A record of the person table came, changed its identities, went to the bin or came back. `before` may be null.
void followRecord(engine::Unit& unit, const engine::Record* before, const engine::Record& after);

} // namespace fw::events
