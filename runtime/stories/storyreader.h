#pragma once
#include "story.h"

namespace fw::stories
{

/// The JSON form of a YAML value as a command takes it: scalars as text (no number passes through a double), plain true
/// and false as booleans, plain null as null.
QJsonValue toJson(const yaml::Node& node);

/// The instant of a step: `at` (an instant with offset, or local date and time in the app's zone) or `after` (a duration
/// from the previous step); the previous step's when it says neither.
Result<Instant> instantOf(const yaml::Node& step, Instant previous, const QTimeZone& zone, const Place& place);

} // namespace fw::stories
