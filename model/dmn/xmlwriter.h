#pragma once
#include "model.h"

namespace fw::dmn
{

/// The model as a file of DMN 1.5, without diagrams. Elements without an id get one made of their kind and name, references to
/// names become references to those ids; reading the file gives a model of the same meaning.
QByteArray writeXml(const Model& model);

/// The names of the hit policy as DMN writes them: "COLLECT" and "SUM".
QString hitPolicyName(feel::DecisionTable::HitPolicy policy);
QString aggregationName(feel::DecisionTable::Aggregation aggregation);

} // namespace fw::dmn
