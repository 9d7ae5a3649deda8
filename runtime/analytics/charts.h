#pragma once
#include "labels.h"
#include "query.h"

namespace fw::analytics
{

/// The groups of a bar, line, pie or table tile in the order they are shown: periods by time with gaps filled, options as
/// the definition lists them, everything else by value, largest first; rows without a value last.
std::vector<Group> arrange(const std::vector<store::FigureRow>& rows, const std::vector<Figure>& figures,
                           const std::vector<store::GroupSql>& groupedBy, const Labels& labels, const Period& period,
                           Instant now, const QTimeZone& zone);

/// The values of the figures, one each, from the values of all their calls.
std::vector<feel::Value> combine(const std::vector<Figure>& figures, const std::vector<feel::Value>& values);

} // namespace fw::analytics
