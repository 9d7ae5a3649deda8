#pragma once
#include "criteria.h"
#include "scoring.h"

namespace fw::scoring
{

/// Adds up a score: start, awards (as reasons), attribute criteria that hold, then the limits, each as a line of its own.
/// Limits clamp the reported sum, never the running one. `silent`: index of the criterion whose silence shows, or -1.
Score summarize(const plan::Scoring& scoring, std::vector<Reason> awards, const std::vector<Held>& attributes,
                int silent);

} // namespace fw::scoring
