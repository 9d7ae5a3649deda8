#include "systemtables.h"

namespace fw::store {

/// Persons, identities, events, consents, awards, score changes.
SystemSchema scoringSchema()
{
    return {"scoring", {}};
}

} // namespace fw::store
