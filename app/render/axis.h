#pragma once
#include <QList>

namespace fw::render
{

/// A numeric axis whose ticks are 1, 2 or 5 times a power of ten.
struct Axis {
    double low = 0;
    double high = 1;
    double step = 1;
    QList<double> ticks() const;
    /// Position of `value` on a line from `begin` (low) to `end` (high).
    double map(double value, double begin, double end) const
    {
        return begin + (value - low) / (high - low) * (end - begin);
    }
};

/// The smallest such axis that contains 0 and [low, high] with at most `most` steps. `whole`: no tick between integers.
Axis niceAxis(double low, double high, int most, bool whole);

} // namespace fw::render
