#pragma once
#include "program.h"

#include <QJsonObject>

namespace fw::feel
{

/// A value as `{"t": type, "v": value}`: numbers as decimal text, contexts as lists of [name, value] pairs.
QJsonObject toJson(const Value& value);
/// The value of such an object; null when it is none.
Value fromJson(const QJsonObject& object);
/// The type a value shows by itself, with the members of its contexts; gives ad-hoc evaluation its names with blanks.
Type typeOf(const Value& value);

/// One line of `formwright feel --jsonl`: `{"id", "expression", "inputs": [{"name", "value", "type"}], "scope": [names],
/// "resultType"}`, or with a decision table as `"table"` in place of the expression, gives `{"id", "result": {"t", "v"}, "warnings": […]}`. `"dialect": "studio"` switches from strict FEEL.
/// Whatever is wrong with the line is a null result with a warning, never a failure.
QJsonObject answerLine(const QJsonObject& line);

} // namespace fw::feel
