#include "export.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace fw::render
{

QImage toImage(const Scene& scene, const Style& style, qreal scale)
{
    QImage image((scene.size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(style.panel);
    QPainter painter(&image);
    scene.paint(painter);
    return image;
}

QByteArray toSvg(const Scene& scene, const QString& title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title);
    generator.setResolution(96); // a browser's pixel: the picture keeps its size there
    generator.setSize(scene.size.toSize());
    generator.setViewBox(QRectF(QPointF(), scene.size));
    QPainter painter(&generator);
    scene.paint(painter);
    painter.end();
    return buffer.data();
}

QByteArray toPdf(const Scene& scene, const QString& title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setResolution(96); // logical pixels: 1/96 inch
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(scene.size * 72 / 96, QPageSize::Point));
    QPainter painter(&writer);
    scene.paint(painter);
    painter.end();
    return buffer.data();
}

} // namespace fw::render
