#include "layouts.h"

#include <algorithm>
#include <cmath>

namespace fw::render::layouts
{
namespace
{

struct Slice {
    QString group;
    QString label;
    QString value;
    double size = 0;
    int color = 0;
};

/// Positive values of the first series; a share of less than nothing cannot be drawn.
std::vector<Slice> slicesOf(const Context& context)
{
    std::vector<Slice> slices;
    const Series& series = context.data.series.front();
    for (size_t i = 0; i < context.data.categories.size(); ++i) {
        const Category& category = context.data.categories[i];
        const auto value = valueAt(series, i);
        if (value && *value > 0 && !context.options.hidden.contains(category.id))
            slices.push_back({category.id, categoryLabel(context, category), series.values[static_cast<qsizetype>(i)],
                              *value, static_cast<int>(i)});
    }
    return slices;
}

/// Every category with a share, also those switched off.
std::vector<LegendEntry> categoryLegend(const Context& context)
{
    std::vector<LegendEntry> entries;
    for (size_t i = 0; i < context.data.categories.size(); ++i) {
        if (valueAt(context.data.series.front(), i).value_or(0) > 0)
            entries.push_back({context.data.categories[i].id, categoryLabel(context, context.data.categories[i]),
                               static_cast<int>(i)});
    }
    return entries;
}

QPainterPath ring(QPointF centre, qreal outer, qreal inner, double from, double sweep)
{
    const QRectF out(centre.x() - outer, centre.y() - outer, 2 * outer, 2 * outer);
    const QRectF in(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner);
    QPainterPath path;
    path.arcMoveTo(out, from);
    path.arcTo(out, from, sweep);
    path.arcTo(in, from + sweep, -sweep);
    path.closeSubpath();
    return path;
}

/// The key beside the pie: colour, name, share.
void key(Context& context, const QRectF& box, const std::vector<Slice>& slices, double total, int firstMark)
{
    const QFont font = context.caption();
    const qreal row = 22;
    const size_t fits = static_cast<size_t>(std::max(1.0, std::floor(box.height() / row)));
    const size_t shown = std::min(slices.size(), fits);
    qreal y = box.center().y() - row * static_cast<qreal>(shown) / 2;
    for (size_t i = 0; i < shown; ++i, y += row) {
        QPainterPath swatch;
        swatch.addRoundedRect(QRectF(box.left(), y + 6, 10, 10), 2, 2);
        context.scene.shapes.push_back(
            {swatch, Qt::NoPen, context.style().seriesColor(slices[i].color), firstMark + static_cast<int>(i), false});
        const QString share = context.formats().share(slices[i].size / total);
        const qreal width = textWidth(share, font);
        context.scene.addText(QRectF(box.left() + 16, y, box.width() - width - 24, row),
                              elided(slices[i].label, font, box.width() - width - 24), font, context.style().text);
        context.scene.addText(QRectF(box.right() - width, y, width, row), share, font, context.style().secondary,
                              Qt::AlignRight | Qt::AlignVCenter);
        context.scene.marks[static_cast<size_t>(firstMark) + i].area.addRect(QRectF(box.left(), y, box.width(), row));
    }
}

} // namespace

void pie(Context& context)
{
    const bool wide = context.area.width() > context.area.height() * 1.25;
    if (!wide) // no room for a key beside it
        legend(context, categoryLegend(context));
    const std::vector<Slice> slices = slicesOf(context);
    double total = 0;
    for (const Slice& slice : slices)
        total += slice.size;
    if (total <= 0)
        return;
    const qreal keyWidth = wide ? std::min(220.0, context.area.width() * 0.45) : 0;
    const QRectF room = context.area.adjusted(0, 0, wide ? -keyWidth - 16 : 0, 0);
    const qreal outer = std::min(room.width(), room.height()) / 2 - 2;
    const qreal inner = context.data.donut ? outer * 0.62 : 0;
    const Series& series = context.data.series.front();
    const int firstMark = static_cast<int>(context.scene.marks.size());
    double from = 90;
    for (const Slice& slice : slices) {
        const double sweep = -360 * slice.size / total;
        Mark mark;
        mark.area = ring(room.center(), outer, inner, from, sweep);
        const double middle = (from + sweep / 2) * M_PI / 180;
        mark.anchor = room.center() + QPointF(std::cos(middle), -std::sin(middle)) * (outer + inner) / 2;
        mark.series = series.id;
        mark.group = slice.group;
        mark.title = slice.label;
        const QColor color = context.style().seriesColor(slice.color);
        mark.lines.push_back({context.formats().share(slice.size / total),
                              context.formats().figure(slice.value, measureOf(context, series)), color});
        const QPainterPath path = mark.area;
        const int index = context.scene.addMark(std::move(mark));
        // A hairline in the panel's colour parts neighbours, also for those who cannot tell the colours.
        context.scene.shapes.push_back(
            {path, slices.size() > 1 ? QPen(context.style().panel, 2) : QPen(Qt::NoPen), color, index, false});
        from += sweep;
    }
    if (context.data.donut && inner > 30)
        context.scene.addText(QRectF(room.center().x() - inner, room.center().y() - 14, 2 * inner, 28),
                              context.formats().compact(total, measureOf(context, series)),
                              context.style().font(18, QFont::DemiBold), context.style().text, Qt::AlignCenter);
    if (wide)
        key(context, QRectF(context.area.right() - keyWidth, context.area.top(), keyWidth, context.area.height()),
            slices, total, firstMark);
}

} // namespace fw::render::layouts
