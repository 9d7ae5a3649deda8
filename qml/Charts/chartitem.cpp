#include "chartitem.h"

#include "app/render/export.h"
#include "app/render/tilejson.h"

#include <QCursor>
#include <QFile>
#include <QJsonObject>
#include <QPainter>

namespace fw
{

ChartItem::ChartItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAntialiasing(true);
}

void ChartItem::paint(QPainter* painter)
{
    m_scene.paint(*painter, m_hovered);
}

void ChartItem::setDescription(const QVariantMap& description)
{
    m_description = description;
    rebuild();
    Q_EMIT descriptionChanged();
}

void ChartItem::setAnswer(const QVariantMap& answer)
{
    m_answer = answer;
    rebuild();
    Q_EMIT answerChanged();
}

void ChartItem::setDark(bool dark)
{
    m_dark = dark;
    rebuild();
    Q_EMIT darkChanged();
}

void ChartItem::setLanguage(const QString& language)
{
    m_language = language;
    rebuild();
    Q_EMIT languageChanged();
}

void ChartItem::setEmptyText(const QString& text)
{
    m_emptyText = text;
    rebuild();
    Q_EMIT emptyTextChanged();
}

render::ChartOptions ChartItem::options() const
{
    render::ChartOptions options;
    options.style = m_dark ? render::Style::inDark() : render::Style::light();
    options.formats = render::Formats(m_language);
    options.hidden = m_hidden;
    options.emptyText = m_emptyText;
    return options;
}

void ChartItem::rebuild()
{
    const render::ChartData data =
        render::chartFromJson(QJsonObject::fromVariantMap(m_answer), QJsonObject::fromVariantMap(m_description));
    m_scene = render::layoutChart(data, options(), size());
    if (m_hovered >= static_cast<int>(m_scene.marks.size()))
        setHovered(-1);
    setImplicitHeight(data.kind == render::ChartData::Kind::Table ? static_cast<qreal>(data.rows.size() + 1) * 28 : 0);
    Q_EMIT laidOut();
    update();
}

void ChartItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size())
        rebuild();
}

void ChartItem::setHovered(int mark)
{
    if (mark == m_hovered)
        return;
    m_hovered = mark;
    setCursor(QCursor(mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor));
    update();
    Q_EMIT hoveredChanged();
}

void ChartItem::hoverMoveEvent(QHoverEvent* event)
{
    setHovered(m_scene.markAt(event->position()));
}
void ChartItem::hoverLeaveEvent(QHoverEvent*)
{
    setHovered(-1);
}
void ChartItem::mousePressEvent(QMouseEvent* event)
{
    event->setAccepted(m_scene.markAt(event->position()) >= 0);
}
void ChartItem::mouseReleaseEvent(QMouseEvent* event)
{
    pick(m_scene.markAt(event->position()));
}

void ChartItem::step(int by)
{
    const int count = static_cast<int>(m_scene.marks.size());
    if (count > 0)
        setHovered(((m_hovered < 0 && by < 0 ? 0 : m_hovered) + by + count) % count);
}

void ChartItem::pickHovered()
{
    pick(m_hovered);
}

void ChartItem::pick(int mark)
{
    if (mark < 0)
        return;
    const render::Mark& chosen = m_scene.marks[static_cast<size_t>(mark)];
    if (chosen.kind == render::Mark::Kind::Data) {
        Q_EMIT picked(chosen.group, chosen.title);
        return;
    }
    if (!m_hidden.remove(chosen.series))
        m_hidden.insert(chosen.series);
    rebuild();
}

QPointF ChartItem::tipAnchor() const
{
    return m_hovered < 0 ? QPointF() : m_scene.marks[static_cast<size_t>(m_hovered)].anchor;
}
QString ChartItem::tipTitle() const
{
    return m_hovered < 0 ? QString() : m_scene.marks[static_cast<size_t>(m_hovered)].title;
}

QVariantList ChartItem::tipLines() const
{
    QVariantList lines;
    if (m_hovered < 0)
        return lines;
    for (const render::TipLine& line : m_scene.marks[static_cast<size_t>(m_hovered)].lines)
        lines.append(QVariantMap{{QStringLiteral("label"), line.label},
                                 {QStringLiteral("value"), line.value},
                                 {QStringLiteral("colour"), line.color}});
    return lines;
}

bool ChartItem::copyTo(const QString& file) const
{
    const render::Style style = options().style;
    if (file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return render::toImage(m_scene, style, 2).save(file);
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    const QByteArray bytes = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)
                                 ? render::toPdf(m_scene, title())
                                 : render::toSvg(m_scene, title());
    return out.write(bytes) == bytes.size();
}

} // namespace fw
