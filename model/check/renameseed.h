#pragma once
#include "model/document/document.h"
#include "model/schema/references.h"

namespace fw::check
{

/// Lets the sample data follow a rename: seed/<table>.csv and its column heads, event names and properties in
/// seed/*.jsonl. Part of rename(); call it inside its transaction, before the definition itself is changed.
Result<void> renameInSeed(Document& document, const schema::Symbol& symbol, const QString& newId);

} // namespace fw::check
