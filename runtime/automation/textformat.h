#pragma once
#include "model/feel/value.h"

#include <QTimeZone>

namespace fw::automation
{

/// A value as a reader of `language` expects it in a sentence: numbers without superfluous zeros, instants in the app's
/// zone to the minute, yes and no in words, records by their name. A null is "".
QString textFor(const feel::Value& value, const QString& language, const QTimeZone& zone);

} // namespace fw::automation
