#pragma once
#include "model/base/result.h"

struct sqlite3;

namespace fw::store
{

/// The failure of the last SQLite call on `handle` in words that say what to do: "store.full", "store.busy",
/// "store.readonly", "store.corrupt", "store.not_a_store", "store.cannot_open", "store.io", "store.constraint",
/// "store.memory", "store.failed". `path` is named in the sentence.
Error sqliteError(sqlite3* handle, int code, const QString& path);

} // namespace fw::store
