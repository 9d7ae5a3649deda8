#pragma once
#include "scene.h"

#include <QByteArray>
#include <QImage>

namespace fw::render
{

/// The picture on the panel's colour, `scale` device pixels per logical pixel.
QImage toImage(const Scene& scene, const Style& style, qreal scale = 1);
/// An SVG document in UTF-8.
QByteArray toSvg(const Scene& scene, const QString& title);
/// A PDF of one page as large as the picture.
QByteArray toPdf(const Scene& scene, const QString& title);

} // namespace fw::render
