#include "layouts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace fw::render
{

bool ChartData::isEmpty() const
{
    switch (kind) {
    case Kind::Kpi: return kpi.value.isNull();
    case Kind::Funnel: return steps.empty() || steps.front().count == 0;
    case Kind::Table: return rows.empty();
    default: break;
    }
    for (const Series& one : series) {
        for (const QString& value : one.values) {
            if (!value.isNull())
                return false;
        }
    }
    return true;
}

namespace
{

void emptyState(layouts::Context& context)
{
    context.scene.empty = true;
    const QString text = context.options.emptyText.isEmpty()
                             ? QCoreApplication::translate("fw::render", "Nothing to show yet")
                             : context.options.emptyText;
    const QFont font = context.body();
    context.scene.addText(context.area, elided(text, font, context.area.width()), font, context.style().secondary,
                          Qt::AlignCenter);
}

} // namespace

Scene layoutChart(const ChartData& data, const ChartOptions& options, QSizeF size)
{
    Scene scene;
    scene.size = size;
    layouts::Context context{data, options, QRectF(QPointF(), size), scene};
    if (size.width() < 24 || size.height() < 16)
        return scene; // a card folded to nothing: there is no room for a word either
    if (data.isEmpty()) {
        emptyState(context);
        return scene;
    }
    switch (data.kind) {
    case ChartData::Kind::Kpi: layouts::kpi(context); break;
    case ChartData::Kind::Bar: layouts::bars(context); break;
    case ChartData::Kind::Line: layouts::lines(context); break;
    case ChartData::Kind::Pie: layouts::pie(context); break;
    case ChartData::Kind::Table: layouts::table(context); break;
    case ChartData::Kind::Funnel: layouts::funnel(context); break;
    }
    return scene;
}

namespace layouts
{

bool visible(const Context& context, const Series& series)
{
    return !context.options.hidden.contains(series.id);
}

std::optional<double> valueAt(const Series& series, size_t index)
{
    const auto at = static_cast<qsizetype>(index);
    if (at >= series.values.size() || series.values[at].isNull())
        return std::nullopt;
    bool ok = false;
    const double value = series.values[at].toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

const Measure& measureOf(const Context& context, const Series& series)
{
    return series.measure == Measure() ? context.data.measure : series.measure;
}

std::vector<LegendEntry> seriesLegend(const Context& context)
{
    std::vector<LegendEntry> entries;
    for (size_t i = 0; i < context.data.series.size(); ++i)
        entries.push_back({context.data.series[i].id, context.data.series[i].label, static_cast<int>(i)});
    return entries;
}

void legend(Context& context, const std::vector<LegendEntry>& entries)
{
    if (!context.options.legend || entries.size() < 2)
        return;
    const QFont font = context.caption();
    const qreal row = 20;
    qreal x = context.area.left();
    qreal y = context.area.top();
    for (const LegendEntry& entry : entries) {
        const QString text = elided(entry.label, font, std::min(180.0, context.area.width() - 20));
        const qreal width = 14 + textWidth(text, font) + 16;
        if (x > context.area.left() && x + width - 16 > context.area.right()) {
            x = context.area.left();
            y += row;
            if (y + row > context.area.center().y())
                break; // a legend never takes more than half of the picture
        }
        const bool off = context.options.hidden.contains(entry.series);
        const QColor color = off ? context.style().disabled : context.style().seriesColor(entry.color);
        Mark mark;
        mark.kind = Mark::Kind::Legend;
        mark.series = entry.series;
        mark.area.addRect(x, y, width - 8, row);
        mark.anchor = QPointF(x, y);
        const int index = context.scene.addMark(std::move(mark));
        QPainterPath swatch;
        swatch.addRoundedRect(QRectF(x, y + 5, 10, 10), 2, 2);
        context.scene.shapes.push_back(
            {swatch, QPen(color, 1), off ? QBrush(Qt::NoBrush) : QBrush(color), index, false});
        context.scene.addText(QRectF(x + 14, y, width, row), text, font,
                              off ? context.style().disabled : context.style().secondary);
        x += width;
    }
    context.area.setTop(y + row + 8);
}

ValueRange valueRange(const Context& context)
{
    ValueRange range;
    for (size_t i = 0; i < context.data.categories.size(); ++i) {
        double above = 0;
        double below = 0;
        for (const Series& series : context.data.series) {
            const auto value = visible(context, series) ? valueAt(series, i) : std::nullopt;
            if (!value)
                continue;
            range.whole = range.whole && *value == std::floor(*value);
            if (context.data.stacked) {
                (*value < 0 ? below : above) += *value;
            } else {
                above = std::max(above, *value);
                below = std::min(below, *value);
            }
        }
        range.high = std::max(range.high, above);
        range.low = std::min(range.low, below);
    }
    return range;
}

Axis valueAxis(const Context& context, qreal height)
{
    const ValueRange range = valueRange(context);
    return niceAxis(range.low, range.high, std::clamp(static_cast<int>(height / 34), 2, 6), range.whole);
}

QString categoryLabel(const Context& context, const Category& category)
{
    return category.from.isValid() ? context.formats().period(category.from, context.data.every) : category.label;
}

void categoryLabels(Context& context, const QRectF& plot, const std::vector<qreal>& centres)
{
    const QFont font = context.caption();
    const size_t count = centres.size();
    const qreal room = count > 1 ? std::abs(centres[1] - centres[0]) : plot.width();
    qreal widest = 0;
    for (const Category& category : context.data.categories)
        widest = std::max(widest, textWidth(categoryLabel(context, category), font));
    // Periods may be thinned, the reader fills them in; names may not, so they are cut instead.
    const bool periods = !context.data.every.isEmpty();
    const size_t every = periods ? std::max<size_t>(1, static_cast<size_t>(std::ceil((widest + 12) / room)))
                                 : std::max<size_t>(1, static_cast<size_t>(std::ceil(36 / room)));
    const qreal width = room * static_cast<qreal>(every) - 8;
    for (size_t i = 0; i < count; i += every) {
        const QString text =
            elided(categoryLabel(context, context.data.categories[i]), font, std::max(width, periods ? widest : width));
        const qreal half = textWidth(text, font) / 2 + 1;
        const qreal x = std::clamp(centres[i], context.area.left() + half,
                                   std::max(context.area.left() + half, context.area.right() - half));
        context.scene.addText(QRectF(x - half, plot.bottom() + 4, 2 * half, 18), text, font, context.style().secondary,
                              Qt::AlignCenter);
    }
}

QRectF valueGrid(Context& context, const Axis& axis, qreal bottom)
{
    const QFont font = context.caption();
    qreal labels = 0;
    for (const double tick : axis.ticks())
        labels = std::max(labels, textWidth(context.formats().compact(tick, context.data.measure), font));
    QRectF plot = context.area.adjusted(labels + 8, 8, -4, -bottom);
    for (const double tick : axis.ticks()) {
        const qreal y = std::round(axis.map(tick, plot.bottom(), plot.top())) + 0.5;
        context.scene.addLine({plot.left(), y}, {plot.right(), y},
                              QPen(tick == 0 ? context.style().disabled : context.style().hairline, 1));
        context.scene.addText(QRectF(context.area.left(), y - 9, labels, 18),
                              context.formats().compact(tick, context.data.measure), font, context.style().secondary,
                              Qt::AlignRight | Qt::AlignVCenter);
    }
    return plot;
}

} // namespace layouts
} // namespace fw::render
