#pragma once
#include "app/render/chart.h"

#include <QQuickPaintedItem>
#include <QVariantMap>

namespace fw
{

/// Paints one chart and follows the pointer. Pure QPainter: it looks the same with every scene graph backend.
class ChartItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// The tile of data.describe.
    Q_PROPERTY(QVariantMap description MEMBER m_description WRITE setDescription NOTIFY descriptionChanged)
    Q_PROPERTY(QString title READ title NOTIFY descriptionChanged)
    /// The answer of data.tile.
    Q_PROPERTY(QVariantMap answer MEMBER m_answer WRITE setAnswer NOTIFY answerChanged)
    Q_PROPERTY(bool dark MEMBER m_dark WRITE setDark NOTIFY darkChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString emptyText MEMBER m_emptyText WRITE setEmptyText NOTIFY emptyTextChanged)
    /// Whether there is anything to draw.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY laidOut)
    /// Index of the mark under the pointer (or reached with the arrow keys), -1 = none.
    Q_PROPERTY(int hovered READ hovered NOTIFY hoveredChanged)
    Q_PROPERTY(QPointF tipAnchor READ tipAnchor NOTIFY hoveredChanged)
    Q_PROPERTY(QString tipTitle READ tipTitle NOTIFY hoveredChanged)
    /// {label, value, colour} per line.
    Q_PROPERTY(QVariantList tipLines READ tipLines NOTIFY hoveredChanged)

public:
    explicit ChartItem(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

    void setDescription(const QVariantMap& description);
    void setAnswer(const QVariantMap& answer);
    void setDark(bool dark);
    void setLanguage(const QString& language);
    void setEmptyText(const QString& text);
    QString title() const { return m_description.value(QStringLiteral("label")).toString(); }
    bool isEmpty() const { return m_scene.empty; }
    int hovered() const { return m_hovered; }
    QPointF tipAnchor() const;
    QString tipTitle() const;
    QVariantList tipLines() const;

    /// Moves the highlight to the next mark (keyboard).
    Q_INVOKABLE void step(int by);
    /// As a click on the highlighted mark.
    Q_INVOKABLE void pickHovered();
    /// Writes the picture as PNG, SVG or PDF by the file's ending. False when it cannot be written.
    Q_INVOKABLE bool copyTo(const QString& file) const;

Q_SIGNALS:
    void descriptionChanged();
    void answerChanged();
    void darkChanged();
    void languageChanged();
    void emptyTextChanged();
    void hoveredChanged();
    void laidOut();
    /// A mark was clicked: the id of its group and its title.
    void picked(const QString& group, const QString& title);

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void rebuild();
    void setHovered(int mark);
    void pick(int mark);
    render::ChartOptions options() const;

    QVariantMap m_description;
    QVariantMap m_answer;
    bool m_dark = false;
    QString m_language = QStringLiteral("en");
    QString m_emptyText;
    QSet<QString> m_hidden; ///< series switched off in the legend
    render::Scene m_scene;
    int m_hovered = -1;
};

} // namespace fw
