#include "layouts.h"

#include <algorithm>

namespace fw::render::layouts
{
namespace
{

const qreal rowHeight = 28;
const qreal padding = 12;

QString cellText(const Context& context, const TableRow& row, size_t column)
{
    const auto at = static_cast<qsizetype>(column);
    if (at >= row.cells.size() || row.cells[at].isNull())
        return {};
    const TableColumn& head = context.data.columns[column];
    return head.number ? context.formats().figure(row.cells[at], head.measure) : row.cells[at];
}

/// Natural widths where they fit; else text columns give way, never narrower than a word; spare room goes to the first.
std::vector<qreal> columnWidths(const Context& context)
{
    const auto& columns = context.data.columns;
    const QFont body = context.style().font(context.style().body, QFont::DemiBold); // the total's, the widest
    const QFont head = context.style().font(context.style().caption, QFont::Medium);
    std::vector<qreal> widths;
    qreal sum = 0;
    for (size_t c = 0; c < columns.size(); ++c) {
        qreal width = textWidth(columns[c].label, head);
        for (const TableRow& row : context.data.rows)
            width = std::max(width, textWidth(cellText(context, row, c), body));
        widths.push_back(std::min(width, 320.0) + padding);
        sum += widths.back();
    }
    const qreal room = context.area.width();
    if (sum < room && !widths.empty()) {
        widths.front() += room - sum;
    } else if (sum > room) {
        for (size_t c = 0; c < columns.size() && sum > room; ++c) {
            const qreal cut = columns[c].number ? 0 : std::min(sum - room, std::max(0.0, widths[c] - 64));
            widths[c] -= cut;
            sum -= cut;
        }
    }
    return widths;
}

} // namespace

void table(Context& context)
{
    const auto& columns = context.data.columns;
    const std::vector<qreal> widths = columnWidths(context);
    const QFont head = context.style().font(context.style().caption, QFont::Medium);
    qreal y = context.area.top();
    const auto cells = [&](const QFont& font, const QColor& color, auto text) {
        qreal x = context.area.left();
        for (size_t c = 0; c < columns.size(); ++c) {
            const auto align = columns[c].number ? Qt::AlignRight : Qt::AlignLeft;
            const QRectF box(x, y, std::max(0.0, widths[c] - (c + 1 == columns.size() ? 0 : padding)), rowHeight);
            context.scene.addText(box, elided(text(c), font, box.width()), font, color, align | Qt::AlignVCenter);
            x += widths[c];
        }
    };
    cells(head, context.style().secondary, [&](size_t c) { return columns[c].label; });
    y += rowHeight;
    for (const TableRow& row : context.data.rows) {
        Mark mark;
        mark.area.addRect(QRectF(context.area.left(), y, context.area.width(), rowHeight));
        mark.anchor = QPointF(context.area.center().x(), y);
        mark.group = row.group;
        const int index = context.scene.addMark(std::move(mark));
        QColor tint = context.style().accent;
        tint.setAlphaF(0.08F);
        QPainterPath back;
        back.addRect(QRectF(context.area.left(), y, context.area.width(), rowHeight));
        context.scene.shapes.push_back({back, Qt::NoPen, tint, index, true});
        context.scene.addLine({context.area.left(), y + 0.5}, {context.area.right(), y + 0.5},
                              QPen(context.style().hairline, 1));
        const QFont font = row.total ? context.style().font(context.style().body, QFont::DemiBold) : context.body();
        cells(font, context.style().text, [&](size_t c) { return cellText(context, row, c); });
        y += rowHeight;
    }
    context.scene.size.setHeight(std::max(context.scene.size.height(), y));
}

} // namespace fw::render::layouts
