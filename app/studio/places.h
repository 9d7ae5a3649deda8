#pragma once
#include "session.h"

#include <QVariantMap>

namespace fw::schema
{
struct Usage;
}

namespace fw::studio
{

/// A place that names something, as a list shows it: {address, icon, engine, file, place, key, lead, word, tail}. `lead`,
/// `word` and `tail` are the line of the file around the name; `word` is `instead` where that is given.
QVariantMap placeRow(const Session& session, const schema::Usage& usage, const QString& instead = {});
/// The element around an address (itself, or the nearest map that is one): what one selects to see the place.
Address elementAround(const Definition& definition, Address address);

} // namespace fw::studio
