#pragma once
#include "axis.h"
#include "chart.h"

// Shared by the layout functions of this folder; not for users of it.
namespace fw::render::layouts
{

struct Context {
    const ChartData& data;
    const ChartOptions& options;
    QRectF area; ///< what is left of the picture
    Scene& scene;
    const Style& style() const { return options.style; }
    const Formats& formats() const { return options.formats; }
    QFont caption() const { return options.style.font(options.style.caption); }
    QFont body() const { return options.style.font(options.style.body); }
};

void bars(Context& context);
void lines(Context& context);
void pie(Context& context);
void funnel(Context& context);
void kpi(Context& context);
void table(Context& context);

/// Draws one legend row per line needed above the plot and takes its height from the area. `entries` index the palette.
struct LegendEntry {
    QString series;
    QString label;
    int color = 0;
};
void legend(Context& context, const std::vector<LegendEntry>& entries);

/// Holds 0 and every visible value (their sums when stacked).
struct ValueRange {
    double low = 0;
    double high = 0;
    bool whole = true; ///< only integers
};
ValueRange valueRange(const Context& context);
/// The upright axis for that range.
Axis valueAxis(const Context& context, qreal height);
bool visible(const Context& context, const Series& series);
/// The value as a number for geometry; nothing when it is missing.
std::optional<double> valueAt(const Series& series, size_t index);
const Measure& measureOf(const Context& context, const Series& series);
/// Labels below the plot, thinned so that none touches its neighbour.
void categoryLabels(Context& context, const QRectF& plot, const std::vector<qreal>& centres);
QString categoryLabel(const Context& context, const Category& category);
std::vector<LegendEntry> seriesLegend(const Context& context);
/// Horizontal grid with its tick labels at the left; returns the plot rectangle.
QRectF valueGrid(Context& context, const Axis& axis, qreal bottom);

} // namespace fw::render::layouts
