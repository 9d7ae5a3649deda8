#include "layouts.h"

#include <algorithm>
#include <cmath>

namespace fw::render::layouts
{
namespace
{

/// A bar whose outer end is rounded.
QPainterPath barPath(const QRectF& rect)
{
    QPainterPath path;
    const qreal radius = std::min({3.0, rect.width() / 2, rect.height() / 2});
    path.addRoundedRect(rect, radius, radius);
    return path;
}

struct Band {
    qreal begin;
    qreal size; ///< of the whole category
};

class Bars
{
public:
    explicit Bars(Context& context) : m_context(context)
    {
        for (size_t i = 0; i < context.data.series.size(); ++i) {
            if (visible(context, context.data.series[i]))
                m_shown.push_back(i);
        }
    }

    void vertical()
    {
        const Axis axis = valueAxis(m_context, m_context.area.height());
        m_plot = valueGrid(m_context, axis, 24);
        const size_t count = m_context.data.categories.size();
        std::vector<qreal> centres;
        for (size_t i = 0; i < count; ++i) {
            const qreal size = m_plot.width() / static_cast<qreal>(count);
            const Band band{m_plot.left() + size * static_cast<qreal>(i), size};
            centres.push_back(band.begin + size / 2);
            category(i, band, axis, false);
        }
        categoryLabels(m_context, m_plot, centres);
    }

    void horizontal()
    {
        const QFont font = m_context.caption();
        qreal names = 0;
        for (const Category& one : m_context.data.categories)
            names = std::max(names, textWidth(categoryLabel(m_context, one), font));
        names = std::min(names, m_context.area.width() * 0.35);
        qreal figures = 0;
        for (size_t i = 0; i < m_context.data.categories.size(); ++i)
            figures = std::max(figures, textWidth(endLabel(i), font));
        m_plot = m_context.area.adjusted(names + 8, 0, -figures - 8, 0);
        const ValueRange range = valueRange(m_context); // no ticks are drawn: the longest bar takes the whole width
        const Axis axis{range.low, std::max(range.high, range.low + 1e-9), 1};
        const qreal size = std::min(48.0, m_plot.height() / static_cast<qreal>(m_context.data.categories.size()));
        for (size_t i = 0; i < m_context.data.categories.size(); ++i) {
            const Band band{m_plot.top() + size * static_cast<qreal>(i), size};
            const QString name = elided(categoryLabel(m_context, m_context.data.categories[i]), font, names);
            m_context.scene.addText(QRectF(m_context.area.left(), band.begin, names, size), name, font,
                                    m_context.style().text, Qt::AlignRight | Qt::AlignVCenter);
            const qreal end = category(i, band, axis, true);
            m_context.scene.addText(QRectF(end + 6, band.begin, figures + 8, size), endLabel(i), font,
                                    m_context.style().secondary);
        }
    }

private:
    QString endLabel(size_t index) const
    {
        if (m_shown.size() != 1)
            return {};
        const Series& series = m_context.data.series[m_shown.front()];
        const auto value = valueAt(series, index);
        return value ? m_context.formats().compact(*value, measureOf(m_context, series)) : QString();
    }

    /// Draws the bars of one category; returns the far end of the longest.
    qreal category(size_t index, const Band& band, const Axis& axis, bool across)
    {
        const qreal gap = std::min(band.size * 0.3, 24.0);
        const qreal room = std::min(band.size - gap, m_context.data.stacked || m_shown.size() == 1 ? 56.0 : 200.0);
        const qreal width =
            m_context.data.stacked ? room : room / static_cast<qreal>(std::max<size_t>(1, m_shown.size()));
        qreal across0 = band.begin + (band.size - room) / 2;
        double above = 0;
        double below = 0;
        qreal far = across ? axis.map(0, m_plot.left(), m_plot.right()) : m_plot.bottom();
        for (const size_t at : m_shown) {
            const Series& series = m_context.data.series[at];
            const auto value = valueAt(series, index);
            if (value) {
                double& base = *value < 0 ? below : above;
                const double from = m_context.data.stacked ? base : 0;
                const QRectF rect = place(from, from + *value, across0, width, axis, across);
                bar(rect, series, at, index);
                far = across ? std::max(far, rect.right()) : far;
                base += *value;
            }
            if (!m_context.data.stacked)
                across0 += width;
        }
        return far;
    }

    QRectF place(double from, double to, qreal begin, qreal width, const Axis& axis, bool across) const
    {
        const qreal inner = std::max(1.0, width - (m_shown.size() > 1 && !m_context.data.stacked ? 2 : 0));
        if (across) {
            const qreal a = axis.map(from, m_plot.left(), m_plot.right());
            const qreal b = axis.map(to, m_plot.left(), m_plot.right());
            return QRectF(std::min(a, b), begin, std::max(1.0, std::abs(b - a)), inner);
        }
        const qreal a = axis.map(from, m_plot.bottom(), m_plot.top());
        const qreal b = axis.map(to, m_plot.bottom(), m_plot.top());
        return QRectF(begin, std::min(a, b), inner, std::max(1.0, std::abs(b - a)));
    }

    void bar(const QRectF& rect, const Series& series, size_t color, size_t index)
    {
        const Category& category = m_context.data.categories[index];
        Mark mark;
        mark.area.addRect(rect.adjusted(0, rect.height() < 6 ? -4 : 0, 0, rect.height() < 6 ? 4 : 0));
        mark.anchor = QPointF(rect.center().x(), rect.top());
        mark.series = series.id;
        mark.group = category.id;
        mark.title = categoryLabel(m_context, category);
        const QColor fill = m_context.style().seriesColor(static_cast<int>(color));
        mark.lines.push_back(
            {series.label,
             m_context.formats().figure(series.values[static_cast<qsizetype>(index)], measureOf(m_context, series)),
             fill});
        const int at = m_context.scene.addMark(std::move(mark));
        m_context.scene.shapes.push_back({barPath(rect), Qt::NoPen, fill, at, false});
    }

    Context& m_context;
    std::vector<size_t> m_shown;
    QRectF m_plot;
};

} // namespace

void bars(Context& context)
{
    legend(context, seriesLegend(context));
    Bars bars(context);
    if (context.data.horizontal)
        bars.horizontal();
    else
        bars.vertical();
}

} // namespace fw::render::layouts
