#pragma once
#include "compiledmodel.h"

#include <QJsonObject>

namespace fw::dmn
{

/// A plain JSON value as a value of the given type: texts become dates, times, durations or numbers where the type asks for them.
/// What does not fit stays what JSON says it is; the model then gives null with the cause.
feel::Value valueFromJson(const QJsonValue& json, const feel::Type& type);
/// The inputs of a decision or service from a JSON object; other names (decisions that are given) are taken as they are.
CompiledModel::Inputs inputsFromJson(const QJsonObject& object, const CompiledModel& model, const QString& decision);

} // namespace fw::dmn
