#pragma once
#include "model/document/definition.h"
#include "runtime/engine/engine.h"

namespace fw::transfer
{

/// Fills a fresh store from the definition's seed/ folder: users.csv, one CSV file a table, events.jsonl. Workflows do not
/// start. Returns the rows taken in by file name. A row that cannot be taken in is an error that names file and line.
Result<QMap<QString, qint64>> loadSampleData(engine::Engine& engine, const Definition& definition);

} // namespace fw::transfer
