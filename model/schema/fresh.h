#pragma once
#include "schema.h"

/// New elements and files as the palette drops them, with ids that are free.
namespace fw::schema
{

/// One thing the palette offers for a list: a field type, an action of a workflow step, a type of tile …
struct Variant {
    QString id; ///< the discriminator's value or the action key; "" when the list has only one variant
    Label label;
    Label help;
    QString icon;
};
/// Variants of the elements of the list at `list` ("tables/customer.yaml#fields").
std::vector<Variant> variants(const Definition& definition, const Address& list);

/// A fresh element of that list: a free id, a label in every language of the app, the discriminator or action, required keys
/// with sensible values. The element is valid as far as that can be without asking.
yaml::Node freshElement(const Definition& definition, const Address& list, const QString& variant,
                        const QString& label = {});
/// The root of a new file of a kind. `id` must be free (proposeId).
yaml::Node freshFile(const Definition& definition, const Kind& kind, const QString& id, const QString& label);

/// An id made from a label: lower-case ASCII words joined by "_", else `fallback`; numbered until it is not in `taken`.
QString proposeId(const QString& label, const QStringList& taken, const QString& fallback);
/// Whether a text is an id (definition-format.md rule 2): form, length, no reserved word.
bool isValidId(QStringView id);
bool isReservedWord(QStringView id); ///< FEEL keywords, names of scopes and system columns

/// A copy of an element that is to go into `list`: its id, and those of elements inside it, are made others where they are
/// taken there.
yaml::Node withFreeIds(const Definition& definition, const Address& list, const yaml::Node& element);

/// Ids already used where a new element of `list` would go.
QStringList takenIds(const Definition& definition, const Address& list);

} // namespace fw::schema
