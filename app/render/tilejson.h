#pragma once
#include "chartdata.h"

#include <QJsonObject>

namespace fw::render
{

/// A chart from the answer of data.tile and the tile's description of data.describe (label, unit, currency, every,
/// compare, target, style). Unknown and missing keys are no error: what is not there is not shown.
ChartData chartFromJson(const QJsonObject& reply, const QJsonObject& tile);

} // namespace fw::render
