#pragma once
#include "model/document/document.h"
#include "model/schema/references.h"

namespace fw::check
{

/// Every place that names a symbol, in file order; those in expressions with the identifier's own span.
std::vector<schema::Usage> usages(const Definition& definition, const schema::Symbol& symbol);

struct Renamed {
    Address address;    ///< of the file or element under its new id
    int references = 0; ///< places that were rewritten
    QStringList files;  ///< files that changed
};

/// Gives a symbol another id (definition-format.md, rule 2) as one undo step: its own id, its file's name, every key and
/// every identifier inside an expression that names it, and the sample data in seed/. The old id is kept under `was:`
/// where stores need it. Only the identifiers' bytes change. The result is checked before it is kept: should the new id
/// mean something else anywhere, nothing is changed and the place is named.
/// Errors: rename.unknown, rename.id, rename.taken, rename.in_text, rename.captured.
Result<Renamed> rename(Document& document, const schema::Symbol& symbol, const QString& newId);

/// Takes a field or a table out of use (rule 12): a field moves to its table's `retired:` list, a table's file goes and
/// its id stands in app.yaml's `retired:`. Stores keep the data. What still names it is for the checker to say.
Result<void> retire(Document& document, const Address& fieldOrTable);
/// Puts an element of a `retired:` list back: a field to the end of `fields`, a table as a fresh file whose columns come
/// back when its fields are named again.
Result<Address> restore(Document& document, const Address& retired);

} // namespace fw::check
