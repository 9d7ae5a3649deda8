#pragma once
#include "model/base/result.h"
#include "runtime/plan/plan.h"
#include "runtime/store/connection.h"

#include <QJsonObject>

namespace fw::events
{

/// The properties of an event as they were sent, typed by its definition. Unknown ones are kept as they came; so is a
/// choice that is no option: trackers outlive definitions, and behaviour must not be lost for a new page.
/// Errors: those of records::fromJson, all at once, place.element naming the property.
Result<feel::Value> readProperties(store::Connection& connection, const plan::Plan& plan, const plan::Event& event,
                                   const QJsonObject& values);

/// As the log keeps them: decimals as text, instants as ISO 8601.
QByteArray propertiesJson(const feel::Value& properties);
/// Reads the log's form back. `event` null (removed from the definition): everything as it stands.
feel::Value propertiesFromLog(store::Connection& connection, const plan::Plan& plan, const plan::Event* event,
                              const QByteArray& json);

} // namespace fw::events
