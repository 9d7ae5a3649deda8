#include "layouts.h"

#include <QCoreApplication>

#include <algorithm>

namespace fw::render::layouts
{

/// Bars from the left, one per step, with the share of the first step and of the step before.
void funnel(Context& context)
{
    const auto& steps = context.data.steps;
    const QFont font = context.caption();
    qreal names = 0;
    for (const FunnelStep& step : steps)
        names = std::max(names, textWidth(step.label, font));
    names = std::min(names, context.area.width() * 0.3);
    const qreal row = std::min(52.0, context.area.height() / static_cast<qreal>(steps.size()));
    const qreal figures = 104;
    const QRectF plot = context.area.adjusted(names + 12, 0, -figures, 0);
    const auto first = static_cast<double>(steps.front().count);
    for (size_t i = 0; i < steps.size(); ++i) {
        const FunnelStep& step = steps[i];
        const qreal top = plot.top() + row * static_cast<qreal>(i);
        const qreal height = std::max(6.0, std::min(28.0, row - 10));
        const QRectF track(plot.left(), top + (row - height) / 2, plot.width(), height);
        QRectF rect = track;
        rect.setWidth(std::max(2.0, track.width() * static_cast<double>(step.count) / first));
        const double ofFirst = static_cast<double>(step.count) / first;
        const qint64 before = i == 0 ? step.count : steps[i - 1].count;
        Mark mark;
        mark.area.addRect(QRectF(context.area.left(), top, context.area.width(), row));
        mark.anchor = QPointF(rect.right(), rect.top());
        mark.group = step.id;
        mark.title = step.label;
        QColor color = context.style().seriesColor(0);
        const QString exact = QString::number(step.count);
        mark.lines.push_back(
            {QCoreApplication::translate("fw::render", "Persons"), context.formats().number(exact), color});
        mark.lines.push_back(
            {QCoreApplication::translate("fw::render", "Of the first step"), context.formats().share(ofFirst), {}});
        if (i > 0 && before > 0)
            mark.lines.push_back(
                {QCoreApplication::translate("fw::render", "Of the step before"),
                 context.formats().share(static_cast<double>(step.count) / static_cast<double>(before)),
                 {}});
        const int index = context.scene.addMark(std::move(mark));
        QPainterPath back;
        back.addRoundedRect(track, 3, 3);
        QColor tint = color;
        tint.setAlphaF(0.10F);
        context.scene.shapes.push_back({back, Qt::NoPen, tint, index, false});
        QPainterPath path;
        path.addRoundedRect(rect, 3, 3);
        context.scene.shapes.push_back({path, Qt::NoPen, color, index, false});
        context.scene.addText(QRectF(context.area.left(), top, names, row), elided(step.label, font, names), font,
                              context.style().text, Qt::AlignRight | Qt::AlignVCenter);
        const QString figure =
            context.formats().number(exact) + QStringLiteral("  ·  ") + context.formats().share(ofFirst);
        context.scene.addText(QRectF(plot.right() + 8, top, figures - 8, row), elided(figure, font, figures - 8), font,
                              context.style().secondary);
    }
}

} // namespace fw::render::layouts
