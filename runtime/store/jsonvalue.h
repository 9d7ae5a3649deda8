#pragma once
#include "model/feel/value.h"

#include <QJsonValue>

namespace fw::store
{

/// JSON as FEEL sees it: objects are contexts, arrays lists, numbers exact as far as JSON's reader keeps them.
feel::Value valueOfJson(const QJsonValue& json);
/// The same back: numbers as JSON numbers; what JSON has no kind for as text.
QJsonValue plainJson(const feel::Value& value);
QByteArray plainJsonText(const feel::Value& value); ///< compact

} // namespace fw::store
