#pragma once
#include "analytics.h"

namespace fw::analytics
{

/// An ordered funnel over persons (semantics.md, "Metrics"). Error analytics.no_steps and those of tile().
Result<TileResult> funnelTile(store::Connection& connection, const plan::Plan& plan, const Request& request);
Result<QStringList> funnelPersons(store::Connection& connection, const plan::Plan& plan, const Request& request,
                                  int limit);

} // namespace fw::analytics
