#pragma once
#include "runtime/plan/plan.h"

/// How the record service words what is wrong with a field. Internal to runtime/records.
namespace fw::records
{

/// The label of a field for a sentence; its id when it has none.
inline LocalText nameOf(const plan::Field& field)
{
    return field.label.isEmpty() ? LocalText(field.id) : field.label;
}

inline Problem problemAt(const char* code, const QString& field, Message what, Message remedy = {})
{
    return Problem{Severity::Error,   QString::fromLatin1(code), std::move(what),
                   std::move(remedy), Place{{}, 0, 0, field},    {}};
}

inline Error failure(const char* code, const plan::Field& field, Message what, Message remedy = {})
{
    return Error(problemAt(code, field.id, std::move(what), std::move(remedy)));
}

/// A number that the field can hold as it is; errors record.too_large, record.too_many_decimals.
Result<feel::Value> exactNumber(const plan::Field& field, const feel::Decimal& number);

} // namespace fw::records
