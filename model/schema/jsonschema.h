#pragma once
#include "schema.h"

#include <QJsonObject>

namespace fw::schema
{

/// JSON Schema (draft 2020-12) of one kind of file, for text editors. `language` picks titles and descriptions.
QJsonObject jsonSchema(const Kind& kind, const QString& language = QStringLiteral("en"));

} // namespace fw::schema
