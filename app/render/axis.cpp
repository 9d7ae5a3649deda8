#include "axis.h"

#include <algorithm>
#include <cmath>

namespace fw::render
{
namespace
{

double niceStep(double rough)
{
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power * (1 + 1e-9))
            return factor * power;
    }
    return 10 * power;
}

} // namespace

QList<double> Axis::ticks() const
{
    QList<double> ticks;
    const int count = static_cast<int>(std::lround((high - low) / step));
    for (int i = 0; i <= count; ++i)
        ticks.append(std::round(low / step + i) * step);
    return ticks;
}

Axis niceAxis(double low, double high, int most, bool whole)
{
    low = std::min(0.0, low);
    high = std::max(0.0, high);
    if (low == high)
        high = 1;
    double step = niceStep((high - low) / std::max(1, most));
    if (whole)
        step = std::max(1.0, step);
    Axis axis{std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
    // Rounding both ends outward can cost one step more than asked for.
    while ((axis.high - axis.low) / axis.step > most + 1e-9 && most > 1) {
        step = niceStep(step * 1.01);
        axis = {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
    }
    return axis;
}

} // namespace fw::render
