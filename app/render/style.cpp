#include "style.h"

namespace fw::render
{
namespace
{

const std::array<QColor, 10> palette{QColor(0x3366E0), QColor(0xE08A2E), QColor(0x2A9D8F), QColor(0xC2528B),
                                     QColor(0x8C6D46), QColor(0x6C5BD4), QColor(0x8FB339), QColor(0xD1495B),
                                     QColor(0x4FA3D1), QColor(0x7F8896)};

} // namespace

Style Style::light()
{
    Style style;
    style.panel = QColor(0xFFFFFF);
    style.text = QColor(0x1B1F26);
    style.secondary = QColor(0x5B6472);
    style.disabled = QColor(0x9AA3AF);
    style.hairline = QColor(0xE3E6EB);
    style.accent = QColor(0x3366E0);
    style.success = QColor(0x1E8E5A);
    style.warning = QColor(0x9A6412); // the token darkened: as small text it needs 4.5:1 on white
    style.error = QColor(0xC93A3A);
    style.series = palette;
    return style;
}

Style Style::inDark()
{
    Style style;
    style.dark = true;
    style.panel = QColor(0x1C2027);
    style.text = QColor(0xE7EAEE);
    style.secondary = QColor(0xA3ACB9);
    style.disabled = QColor(0x6B7480);
    style.hairline = QColor(0x30363F);
    style.accent = QColor(0x6E95FF);
    style.success = QColor(0x4CC38A);
    style.warning = QColor(0xE0A84A);
    style.error = QColor(0xF07070);
    style.series = palette;
    style.series[0] = style.accent;
    return style;
}

QFont Style::font(int pixels, QFont::Weight weight) const
{
    QFont font(QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace fw::render
