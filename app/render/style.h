#pragma once
#include <QColor>
#include <QFont>
#include <QString>

#include <array>

namespace fw::render
{

/// Colours and type sizes of a painted chart: the chart half of the design system (look: "Tokens"). Sizes are logical
/// pixels.
struct Style {
    bool dark = false;
    QColor panel, text, secondary, disabled, hairline, accent, success, warning, error;
    std::array<QColor, 10> series;
    int caption = 12;
    int body = 13;
    int figure = 28;

    static Style light();
    static Style inDark();

    /// Colour of the n-th series; after ten it begins again.
    QColor seriesColor(int n) const { return series[static_cast<size_t>(n) % series.size()]; }
    /// Latin letters in Inter, Chinese in Noto Sans CJK SC. Latin stands first: a PDF whose first font is CJK loses its
    /// digits when text is copied out of it.
    QFont font(int pixels, QFont::Weight weight = QFont::Normal) const;
};

} // namespace fw::render
