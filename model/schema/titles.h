#pragma once
#include "schema.h"

/// What things of a definition are called on a screen: one answer for outline, inspector, history, differences.
namespace fw::schema
{

/// What people call the thing at an address: its label, the label of what it refers to, else its id.
QString titleOf(const Definition& definition, const Address& address, const QString& language);
/// What sort of thing it is ("Step", "Field"; of a file its kind); "" when the schema does not know it.
QString sortOf(const Definition& definition, const Address& address, const QString& language);
/// Titles of the elements around an address, file first, itself left out: "Customer form › Contact".
QString placeOf(const Definition& definition, const Address& address, const QString& language);
/// A value as a person reads it: texts in the language, words of an enum by their label, lists and maps on one line.
/// `address` is that of the value; a missing value gives "".
QString valueText(const Definition& definition, const Address& address, const yaml::Node& value,
                  const QString& language);

} // namespace fw::schema
