#pragma once
#include "fileview.h"

#include <QPointF>
#include <QSizeF>

namespace fw::studio
{

/// A workflow as a graph, laid out from its structure: triggers on top, steps below, branches side by side.
class WorkflowEditor : public fw::studio::FileView
{
    Q_OBJECT
    QML_ELEMENT
    /// [{address, list, index, x, y, width, height, sort: trigger|step|branch|stop|end, kind, title, detail, icon, engine}]
    Q_PROPERTY(QVariantList nodes READ nodes NOTIFY changed)
    Q_PROPERTY(QVariantList edges READ edges NOTIFY changed) ///< [{points: [{x, y}], text}]
    Q_PROPERTY(
        QVariantList places READ slotList NOTIFY changed) ///< where a step can be dropped: [{x, y, list, index, sort}]
    Q_PROPERTY(QSizeF size READ size NOTIFY changed)
public:
    QVariantList nodes() const { return m_nodes; }
    QVariantList edges() const { return m_edges; }
    QVariantList slotList() const { return m_slots; }
    QSizeF size() const { return m_size; }
    QVariantList palette() const override;
    Q_INVOKABLE QString drop(const QString& payload, const QString& list, int index);

protected:
    void rebuild() override;

private:
    struct Column {
        const char* key; ///< key of the list of steps
        Address list;
        const yaml::Node* steps = nullptr;
        QString title;  ///< what the edge says
        Address branch; ///< the branch element; empty for the outcomes of a wait
    };
    QList<Column> columnsOf(const Address& step, const yaml::Node& node) const;
    double widthOf(const Address& list, const yaml::Node& steps) const;
    double widthOfStep(const Address& step, const yaml::Node& node) const;
    /// Places steps under (centre, top); returns the y below the last, and whether the path goes on.
    double placeSteps(const Address& list, const yaml::Node& steps, double centre, double top, bool& goesOn);
    double placeColumns(const Address& step, const yaml::Node& node, double centre, double top, bool& goesOn);
    double placeTriggers(double centre);
    void addNode(const Address& address, const char* sort, const QString& kind, double centre, double top, double width,
                 double height, const QString& title, const QString& detail);
    void addEdge(const QList<QPointF>& points, const QString& text = {});
    void addSlot(double x, double y, const Address& list, int index, const char* sort = "step");
    QString triggerText(const Address& address, const yaml::Node& node, QString& detail) const;
    QString scheduleText(const Address& address, const yaml::Node& node) const;
    QString dateText(const Address& address, const yaml::Node& node) const;
    QString stepText(const Address& address, const yaml::Node& node, QString& detail) const;
    /// Puts a step's own label before what it does.
    using Named = std::function<QString(const QString& title, const QString& more)>;
    QString dataStepText(const Address& address, const yaml::Node& node, const Named& named) const;
    QVariantList m_nodes, m_edges, m_slots;
    QSizeF m_size;
};

} // namespace fw::studio
