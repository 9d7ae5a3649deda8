#pragma once
#include "rename.h"

namespace fw::check
{

/// A place outside an element that names it or something inside it, and what removing the reference would take away.
struct Dependent {
    enum class Remedy {
        TakeKey,     ///< a key that need not be there
        TakeItem,    ///< one word of a list, or one entry of a map of fields
        TakeElement, ///< the element makes no sense without it
        TakeFile,    ///< the file makes no sense without it
        MendByHand   ///< inside a formula or text: only a person can say what it should mean then
    } remedy = Remedy::MendByHand;
    schema::Usage usage;
    Address taken; ///< what would be removed; of MendByHand the formula that stays, broken
};

/// Everything outside `targets` (files or elements) that names one of them or something inside one, in file order.
/// Places that go with another one are listed too; their `taken` is that of the outer one.
std::vector<Dependent> dependents(const Definition& definition, const QList<Address>& targets);

enum class Leaving {
    ForGood, ///< the element is removed
    KeepData ///< fields and tables are retired: stores keep their values (rename.h); other things are removed
};
/// Removes `targets` and, with `references`, what dependents() says can be taken, as one undo step.
Result<void> removeWithReferences(Document& document, const QList<Address>& targets, Leaving leaving, bool references,
                                  const Message& name);
/// Whether stores hold data of the thing at an address: a field or a table.
bool holdsData(const Definition& definition, const Address& address);

} // namespace fw::check
