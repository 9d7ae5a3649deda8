#pragma once
#include "style.h"

#include <QBrush>
#include <QPainterPath>
#include <QPen>
#include <QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace fw::render
{

/// One line of a mark's tooltip.
struct TipLine {
    QString label;
    QString value;
    QColor color;
};

/// Something a person can point at: a bar, a slice, a column of a line chart, a row, a legend entry.
struct Mark {
    enum class Kind { Data, Legend } kind = Kind::Data;
    QPainterPath area; ///< where the pointer hits it
    QPointF anchor;    ///< where the tooltip points
    QString series;    ///< series id
    QString group;     ///< category id: what a click drills into
    QString title;     ///< tooltip headline
    std::vector<TipLine> lines;
};

struct Shape {
    QPainterPath path;
    QPen pen = Qt::NoPen;
    QBrush brush = Qt::NoBrush;
    int mark = -1;        ///< drawn stronger while this mark is hovered
    bool onHover = false; ///< drawn only while its mark is hovered
};

struct TextRun {
    QRectF box;
    QString text;
    QFont font;
    QColor color;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
};

/// A finished picture: everything has its place, so that it can be painted on any device, asked what is under a point,
/// and looked at by a test.
struct Scene {
    QSizeF size;        ///< may be taller than asked for (tables)
    bool empty = false; ///< shows the empty state
    std::vector<Shape> shapes;
    std::vector<TextRun> texts;
    std::vector<Mark> marks;

    /// `hovered` is an index into marks or -1.
    void paint(QPainter& painter, int hovered = -1) const;
    /// The uppermost mark under a point, or -1.
    int markAt(QPointF point) const;

    int addMark(Mark mark);
    void addText(QRectF box, QString text, const QFont& font, const QColor& color,
                 Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter);
    void addLine(QPointF from, QPointF to, const QPen& pen);
    void addRect(const QRectF& rect, const QBrush& brush, int mark = -1);
};

/// `text` cut with "…" to `width`.
QString elided(const QString& text, const QFont& font, qreal width);
qreal textWidth(const QString& text, const QFont& font);

} // namespace fw::render
