#pragma once
#include "fileview.h"

namespace fw::studio
{

/// A dashboard's tiles on twelve columns.
class DashboardEditor : public fw::studio::FileView
{
    Q_OBJECT
    QML_ELEMENT
    /// [{address, index, id, type, title, detail, width}]
    Q_PROPERTY(QVariantList tiles READ tiles NOTIFY changed)
    Q_PROPERTY(QString list READ list NOTIFY changed)
    Q_PROPERTY(QString id READ id NOTIFY changed)
public:
    QVariantList tiles() const { return m_tiles; }
    QString id() const { return root()[u"id"].string(); }
    QString list() const { return at(QStringLiteral("tiles")).toString(); }
    QVariantList palette() const override;
    Q_INVOKABLE QString drop(const QString& payload, const QString& list, int index);
    Q_INVOKABLE bool setWidth(const QString& address, int columns);
    /// Columns of twelve a tile has when its width is not written.
    static int defaultWidth(const QString& type);

protected:
    void rebuild() override;

private:
    QVariantList m_tiles;
};

} // namespace fw::studio
