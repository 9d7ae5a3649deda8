#pragma once
#include "model/yaml/node.h"

namespace fw::schema
{

/// FEEL text of a literal value of a field type: `won` of a choice → "\"won\"", 2026-01-05 of a date → @"2026-01-05"; of type
/// "any" (or none) what is written like a number or boolean is one.
QString literalSource(const yaml::Node& value, const QString& fieldType);

} // namespace fw::schema
