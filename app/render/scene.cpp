#include "scene.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace fw::render
{
namespace
{

QBrush stronger(const QBrush& brush)
{
    if (brush.style() == Qt::NoBrush)
        return brush;
    QColor color = brush.color();
    if (color.alpha() < 255)
        color.setAlpha(std::min(255, color.alpha() * 2));
    else
        color = color.lightnessF() > 0.6F ? color.darker(112) : color.lighter(118);
    return color;
}

} // namespace

void Scene::paint(QPainter& painter, int hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    for (const Shape& shape : shapes) {
        const bool lit = hovered >= 0 && shape.mark == hovered;
        if (shape.onHover && !lit)
            continue;
        painter.setPen(shape.pen);
        painter.setBrush(lit && !shape.onHover ? stronger(shape.brush) : shape.brush);
        painter.drawPath(shape.path);
    }
    for (const TextRun& run : texts) {
        painter.setFont(run.font);
        painter.setPen(run.color);
        painter.drawText(run.box, static_cast<int>(run.align) | Qt::TextSingleLine, run.text);
    }
    painter.restore();
}

int Scene::markAt(QPointF point) const
{
    for (size_t i = marks.size(); i-- > 0;) {
        if (marks[i].area.contains(point))
            return static_cast<int>(i);
    }
    return -1;
}

int Scene::addMark(Mark mark)
{
    marks.push_back(std::move(mark));
    return static_cast<int>(marks.size()) - 1;
}

void Scene::addText(QRectF box, QString text, const QFont& font, const QColor& color, Qt::Alignment align)
{
    texts.push_back({box, std::move(text), font, color, align});
}

void Scene::addLine(QPointF from, QPointF to, const QPen& pen)
{
    QPainterPath path(from);
    path.lineTo(to);
    shapes.push_back({path, pen, Qt::NoBrush, -1, false});
}

void Scene::addRect(const QRectF& rect, const QBrush& brush, int mark)
{
    QPainterPath path;
    path.addRect(rect);
    shapes.push_back({path, Qt::NoPen, brush, mark, false});
}

QString elided(const QString& text, const QFont& font, qreal width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, std::max(0.0, width));
}

qreal textWidth(const QString& text, const QFont& font)
{
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text));
}

} // namespace fw::render
