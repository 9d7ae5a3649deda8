#pragma once
#include "model.h"
#include "model/base/result.h"

namespace fw::dmn
{

/// Reads a file of DMN 1.1 to 1.5. Fails when it is none, or when it is larger or deeper than a model can be; a document type or
/// entities of its own are refused. What is no part of the decision logic (diagrams, annotations, extensions) is passed over;
/// logic that cannot be understood becomes a problem with its line and element.
Result<Model> readXml(const QByteArray& xml, const QString& file, QList<Problem>* problems);

} // namespace fw::dmn
