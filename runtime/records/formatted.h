#pragma once
#include "values.h"

/// Conversions of the field types whose texts have a form of their own (model/formats). Internal to runtime/records.
namespace fw::records
{

/// The text as a value of the field, for a type of `model/formats`; nothing for every other type.
std::optional<Result<feel::Value>> formatted(const Conversion& conversion, const plan::Field& field,
                                             const QString& text);
/// A JSON list or object as a value of the field; nothing for a type that has no such form.
std::optional<Result<feel::Value>> structured(const plan::Field& field, const QJsonValue& json);
/// A list, range or context as FEEL gives it, made to fit the field; nothing for a type that has no such form.
std::optional<Result<feel::Value>> composed(const plan::Field& field, const feel::Value& value);

/// Words of a tags field, without doubles. Error record.bad_tag.
Result<feel::Value> tags(const plan::Field& field, const QStringList& words);
/// Stars must lie between 1 and the field's most. Error record.out_of_range.
Result<feel::Value> starsInRange(const plan::Field& field, const feel::Value& value);

} // namespace fw::records
