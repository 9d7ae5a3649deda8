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

/// The type of such an object: `{"t": "list", "of": type}`, `{"t": "context", "fields": [[name, type]]}`, `{"t": "number"}`; any when it
/// is none.
Type typeFromJson(const QJsonObject& object);

/// The values a request brings: `"inputs": [{"name", "value", "type"}]`, then nulls for the other names of `"scope"`.
struct LineInputs {
    Scope scope;
    std::vector<Value> values;
};
LineInputs inputsOf(const QJsonObject& line);
/// `"dialect": "studio"` switches from strict FEEL.
CompileOptions optionsOf(const QJsonObject& line);
/// `{"id", "result": {"t", "v"}, "warnings": […]}`: the result conformed to the line's `"resultType"`, the cause of a null among the
/// warnings.
QJsonObject answerOf(const QJsonObject& line, const Value& result, QStringList warnings);

/// The answer to `{"id", "expression", "inputs", "scope", "resultType"}`. Whatever is wrong with the line is a null result with a
/// warning, never a failure. Lines with tables and models are answered by `model/dmn`.
QJsonObject answerLine(const QJsonObject& line);

} // namespace fw::feel
