#pragma once
#include "model.h"

#include <QJsonObject>

namespace fw::dmn
{

/// A model of the form `{"name", "namespace", "imports", "itemDefinitions", "inputData", "decisions", "bkms", "services"}`, each
/// boxed expression with a "kind". What cannot be understood is left out with a word in `warnings`; nothing fails as a whole.
Model modelFromJson(const QJsonObject& object, QStringList* warnings);
/// One boxed expression of that form.
Expression expressionFromJson(const QJsonObject& object, QStringList* warnings);

} // namespace fw::dmn
