#include "layouts.h"

#include <algorithm>
#include <cmath>

namespace fw::render::layouts
{
namespace
{

class Lines
{
public:
    explicit Lines(Context& context) : m_context(context), m_base(context.data.categories.size(), 0.0) {}

    void draw()
    {
        const Axis axis = valueAxis(m_context, m_context.area.height());
        m_plot = valueGrid(m_context, axis, 24);
        placeCategories();
        columns();
        for (size_t i = 0; i < m_context.data.series.size(); ++i) {
            if (visible(m_context, m_context.data.series[i]))
                series(i, axis);
        }
        categoryLabels(m_context, m_plot, m_x);
    }

private:
    /// By date on a time axis (a missing month leaves a gap of a month), else evenly.
    void placeCategories()
    {
        const auto& categories = m_context.data.categories;
        const qreal inset = std::min(20.0, m_plot.width() / 8);
        const qreal left = m_plot.left() + inset;
        const qreal width = m_plot.width() - 2 * inset;
        const bool dated =
            categories.size() > 1 &&
            std::all_of(categories.begin(), categories.end(), [](const Category& c) { return c.from.isValid(); }) &&
            categories.back().from > categories.front().from;
        const auto span = dated ? categories.front().from.daysTo(categories.back().from) : 0;
        for (size_t i = 0; i < categories.size(); ++i) {
            const qreal part =
                dated
                    ? static_cast<qreal>(categories.front().from.daysTo(categories[i].from)) / static_cast<qreal>(span)
                : categories.size() > 1 ? static_cast<qreal>(i) / static_cast<qreal>(categories.size() - 1)
                                        : 0.5;
            m_x.push_back(left + part * width);
        }
    }

    /// One mark per period, over the whole height: the pointer need not hit the line.
    void columns()
    {
        for (size_t i = 0; i < m_x.size(); ++i) {
            const qreal left = i == 0 ? m_plot.left() : (m_x[i - 1] + m_x[i]) / 2;
            const qreal right = i + 1 == m_x.size() ? m_plot.right() : (m_x[i] + m_x[i + 1]) / 2;
            const Category& category = m_context.data.categories[i];
            Mark mark;
            mark.area.addRect(QRectF(left, m_plot.top(), right - left, m_plot.height()));
            mark.anchor = QPointF(m_x[i], m_plot.top());
            mark.group = category.id;
            mark.title = categoryLabel(m_context, category);
            const int index = m_context.scene.addMark(std::move(mark));
            QPainterPath guide(QPointF(std::round(m_x[i]) + 0.5, m_plot.top()));
            guide.lineTo(std::round(m_x[i]) + 0.5, m_plot.bottom());
            m_context.scene.shapes.push_back({guide, QPen(m_context.style().disabled, 1), Qt::NoBrush, index, true});
            m_columns.push_back(index);
        }
    }

    void series(size_t at, const Axis& axis)
    {
        const Series& series = m_context.data.series[at];
        const QColor color = m_context.style().seriesColor(static_cast<int>(at));
        std::vector<QPointF> run;
        std::vector<qreal> floor;
        for (size_t i = 0; i < m_x.size(); ++i) {
            const auto value = valueAt(series, i);
            if (!value) {
                finish(run, floor, color, false);
                continue;
            }
            const double from = m_context.data.stacked ? m_base[i] : 0;
            const QPointF point(m_x[i], axis.map(from + *value, m_plot.bottom(), m_plot.top()));
            floor.push_back(axis.map(from, m_plot.bottom(), m_plot.top()));
            run.push_back(point);
            m_base[i] += *value;
            tooltip(i, series, color, point);
        }
        finish(run, floor, color, m_context.data.lastIncomplete && !run.empty() && run.back().x() == m_x.back());
    }

    void tooltip(size_t index, const Series& series, const QColor& color, QPointF point)
    {
        const int mark = m_columns[index];
        m_context.scene.marks[static_cast<size_t>(mark)].lines.push_back(
            {series.label,
             m_context.formats().figure(series.values[static_cast<qsizetype>(index)], measureOf(m_context, series)),
             color});
        QPainterPath dot;
        dot.addEllipse(point, 4, 4);
        m_context.scene.shapes.push_back({dot, QPen(m_context.style().panel, 2), color, mark, true});
    }

    /// Draws one unbroken run; the last stretch is dashed while its period still runs.
    void finish(std::vector<QPointF>& run, std::vector<qreal>& floor, const QColor& color, bool dashedEnd)
    {
        if (run.empty())
            return;
        if (m_context.data.area && run.size() > 1)
            fill(run, floor, color);
        const size_t solid = dashedEnd && run.size() > 1 ? run.size() - 1 : run.size();
        QPainterPath path(run.front());
        for (size_t i = 1; i < solid; ++i)
            path.lineTo(run[i]);
        const QPen pen(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        m_context.scene.shapes.push_back({path, pen, Qt::NoBrush, -1, false});
        if (solid < run.size()) {
            QPainterPath rest(run[solid - 1]);
            rest.lineTo(run[solid]);
            QPen dashed = pen;
            dashed.setDashPattern({2, 3});
            m_context.scene.shapes.push_back({rest, dashed, Qt::NoBrush, -1, false});
        }
        if (run.size() == 1 || solid < run.size())
            dot(run.back(), color, solid < run.size());
        run.clear();
        floor.clear();
    }

    void fill(const std::vector<QPointF>& run, const std::vector<qreal>& floor, const QColor& color)
    {
        QPainterPath path(run.front());
        for (size_t i = 1; i < run.size(); ++i)
            path.lineTo(run[i]);
        for (size_t i = run.size(); i-- > 0;)
            path.lineTo(run[i].x(), floor[i]);
        path.closeSubpath();
        QColor tint = color;
        tint.setAlphaF(0.14F);
        m_context.scene.shapes.push_back({path, Qt::NoPen, tint, -1, false});
    }

    void dot(QPointF point, const QColor& color, bool hollow)
    {
        QPainterPath path;
        path.addEllipse(point, 3.5, 3.5);
        m_context.scene.shapes.push_back({path, QPen(color, 2), hollow ? m_context.style().panel : color, -1, false});
    }

    Context& m_context;
    QRectF m_plot;
    std::vector<qreal> m_x;
    std::vector<int> m_columns;
    std::vector<double> m_base;
};

} // namespace

void lines(Context& context)
{
    legend(context, seriesLegend(context));
    Lines(context).draw();
}

} // namespace fw::render::layouts
