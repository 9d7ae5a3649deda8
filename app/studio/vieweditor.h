#pragma once
#include "fileview.h"

namespace fw::studio
{

/// A view as it will look: its columns in order, filled with plausible values.
class ViewEditor : public fw::studio::FileView
{
    Q_OBJECT
    QML_ELEMENT
    /// [{address, index, title, type, icon, width, sorted: ""|"up"|"down", samples: [text]}]
    Q_PROPERTY(QVariantList columns READ columns NOTIFY changed)
    Q_PROPERTY(QString list READ list NOTIFY changed)
    Q_PROPERTY(QString filterText READ filterText NOTIFY changed)
    Q_PROPERTY(QString tableTitle READ tableTitle NOTIFY changed)
public:
    QVariantList columns() const { return m_columns; }
    QString list() const { return at(QStringLiteral("columns")).toString(); }
    QString filterText() const { return expressionText(root()[u"filter"]); }
    QString tableTitle() const;
    QVariantList palette() const override;
    Q_INVOKABLE QString drop(const QString& payload, const QString& list, int index);

protected:
    void rebuild() override;

private:
    QVariantList m_columns;
};

} // namespace fw::studio
