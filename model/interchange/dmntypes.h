#pragma once
#include "model/dmn/model.h"
#include "model/yaml/node.h"

namespace fw::interchange
{

/// The type reference of a field type; "" for any. A choice gets a type of the model with its options as allowed values.
QString typeRefOf(const QString& fieldType, const QStringList& options, const QString& name, dmn::Model* model);

/// The field type of a type reference: its keys in a map of an input or output (type, options).
std::vector<yaml::Entry> typeKeys(const QString& typeRef, const dmn::Model& model);

/// Texts of a list of FEEL string literals ("\"a\", \"b\""); empty when it is anything else.
QStringList textsOf(const QString& literals);

/// "Credit Score" → credit_score; not among `taken`, which grows.
QString idFor(const QString& name, QStringList* taken, const QString& fallback);

} // namespace fw::interchange
