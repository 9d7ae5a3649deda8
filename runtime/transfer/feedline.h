#pragma once
#include "runtime/engine/engine.h"

namespace fw::transfer
{

/// Bounds of one line of `feed`.
inline constexpr qsizetype MaxFeedLine = 1024 * 1024;

/// Reads one JSON line as a command: an event, create, update, delete, consent or link. Numbers are taken as the text
/// they were written with, so that no decimal passes through a double. `key` is filled as far as the line can be read.
/// Errors: feed.malformed, feed.unknown_action, feed.two_actions, feed.unknown_key, feed.duplicate_key, feed.missing,
/// feed.instant (an instant without offset).
Result<engine::Command> readFeedLine(const QByteArray& line, QString* key);

/// Why `feed` refuses a line without a key (feed.missing). Sample data, which is loaded once, needs none.
Error missingKey();

/// The answer line: {"key", "ok": true, "seq", …} or {"key", "ok": false, "error": {code, field, text, remedy}}.
QJsonObject feedAnswer(const QString& key, const engine::Outcome& outcome);
QJsonObject feedAnswer(const QString& key, const Error& error);

/// An ISO 8601 instant with offset or "Z"; nothing without one.
std::optional<Instant> parseInstant(const QString& text);

} // namespace fw::transfer
