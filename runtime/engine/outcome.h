#pragma once
#include "engine.h"

namespace fw::engine
{

/// The first answer of a key, as it was kept (marked `repeated`).
Outcome outcomeFromJson(const QByteArray& json);
Outcome failed(const Error& error);
/// SHA-256 of all that a command asks for, its key excepted.
QByteArray bodyHash(const Command& command);

} // namespace fw::engine
