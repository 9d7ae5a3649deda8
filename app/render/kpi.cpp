#include "layouts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace fw::render::layouts
{
namespace
{

QString comparedWith(const QString& compare)
{
    if (compare == u"previous_month")
        return QCoreApplication::translate("fw::render", "than the month before");
    if (compare == u"previous_year")
        return QCoreApplication::translate("fw::render", "than the year before");
    return QCoreApplication::translate("fw::render", "than the period before");
}

struct Comparison {
    QString amount;
    QString rest;
    QColor color;
};

/// What stands under the figure, or empty texts.
Comparison comparison(const Context& context)
{
    const Kpi& kpi = context.data.kpi;
    const Style& style = context.style();
    if (kpi.previous.isNull())
        return {};
    const double now = kpi.value.toDouble();
    const double before = kpi.previous.toDouble();
    if (now == before)
        return {QCoreApplication::translate("fw::render", "Unchanged"), {}, style.secondary};
    const QString arrow = now > before ? QStringLiteral("▲ ") : QStringLiteral("▼ ");
    // From nothing to something is no percentage: the difference itself is shown.
    const QString amount = before == 0 ? context.formats().compact(now - before, context.data.measure)
                                       : context.formats().change((now - before) / std::abs(before));
    return {arrow + amount, comparedWith(kpi.comparedWith), now > before ? style.success : style.error};
}

QString alertText(const Kpi& kpi)
{
    if (kpi.alert == u"below")
        return QCoreApplication::translate("fw::render", "Below the limit");
    if (kpi.alert == u"above")
        return QCoreApplication::translate("fw::render", "Above the limit");
    return {};
}

void sparkline(Context& context, const QRectF& box)
{
    const QStringList& values = context.data.kpi.spark;
    double low = values.first().toDouble();
    double high = low;
    for (const QString& value : values) {
        low = std::min(low, value.toDouble());
        high = std::max(high, value.toDouble());
    }
    const double span = high > low ? high - low : 1;
    QPainterPath path;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QPointF point(box.left() + box.width() * static_cast<qreal>(i) / static_cast<qreal>(values.size() - 1),
                            box.bottom() - box.height() * (values[i].toDouble() - low) / span);
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    QPainterPath fill = path;
    fill.lineTo(box.right(), box.bottom() + 2);
    fill.lineTo(box.left(), box.bottom() + 2);
    fill.closeSubpath();
    QColor tint = context.style().seriesColor(0);
    tint.setAlphaF(0.12F);
    context.scene.shapes.push_back({fill, Qt::NoPen, tint, -1, false});
    context.scene.shapes.push_back({path,
                                    QPen(context.style().seriesColor(0), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
                                    Qt::NoBrush, -1, false});
}

} // namespace

void kpi(Context& context)
{
    const Kpi& kpi = context.data.kpi;
    const Style& style = context.style();
    Mark mark;
    mark.area.addRect(context.area);
    mark.anchor = context.area.center();
    const int index = context.scene.addMark(std::move(mark));
    QFont big = style.font(style.figure, QFont::DemiBold);
    QString figure = context.formats().figure(kpi.value, context.data.measure);
    if (textWidth(figure, big) > context.area.width())
        figure = context.formats().compact(kpi.value.toDouble(), context.data.measure);
    const qreal figureWidth = textWidth(figure, big);
    const qreal top = context.area.top();
    context.scene.addText(QRectF(context.area.left(), top, context.area.width(), 36), figure, big, style.text);
    context.scene.marks[static_cast<size_t>(index)].title = context.formats().figure(kpi.value, context.data.measure);
    const QFont small = context.caption();
    qreal y = top + 40;
    const auto line = [&](const QString& text, const QColor& color, qreal x = 0) {
        context.scene.addText(QRectF(context.area.left() + x, y, context.area.width() - x, 18),
                              elided(text, small, context.area.width() - x), small, color);
    };
    if (const Comparison compare = comparison(context); !compare.amount.isEmpty() && y + 18 <= context.area.bottom()) {
        line(compare.amount, compare.color);
        line(compare.rest, style.secondary, textWidth(compare.amount, small) + 6);
        y += 20;
    }
    if (const QString alert = alertText(kpi); !alert.isEmpty() && y + 18 <= context.area.bottom()) {
        line(QStringLiteral("⚠ ") + alert, style.warning);
        y += 20;
    }
    if (!kpi.target.isNull() && y + 18 <= context.area.bottom())
        line(QCoreApplication::translate("fw::render", "Target %1")
                 .arg(context.formats().figure(kpi.target, context.data.measure)),
             style.secondary);
    const qreal room = context.area.width() - figureWidth - 24;
    if (kpi.spark.size() > 1 && room > 48)
        sparkline(context, QRectF(context.area.right() - std::min(room, 140.0), top + 4, std::min(room, 140.0), 28));
}

} // namespace fw::render::layouts
