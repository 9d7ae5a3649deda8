#pragma once
#include "session.h"

#include <QVariantMap>

namespace fw::studio
{

/// What is wrong with an expression at an address, as it is being typed (with or without its leading "="):
/// {message, remedy, begin, end, replacement}; empty when it is right.
QVariantMap checkExpression(const Definition& definition, const Address& address, const QString& text);

/// Names that continue the word at `cursor`: fields, events' properties, functions. Each {text, insert, detail, begin}.
QVariantList completeExpression(const Session& session, const Address& address, const QString& text, int cursor);

} // namespace fw::studio
