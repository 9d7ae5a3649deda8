#pragma once
#include "fileview.h"

namespace fw::studio
{

/// A form as it is drawn: sections and parts on twelve columns.
class FormEditor : public fw::studio::FileView
{
    Q_OBJECT
    QML_ELEMENT
    /// [{address, list, index, sort: field|section|caption|sub_table, label, help, type, icon, width, required, conditional, parts}]
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed)
    Q_PROPERTY(QString list READ list NOTIFY changed)
    Q_PROPERTY(QString tableTitle READ tableTitle NOTIFY changed)
public:
    QVariantList parts() const { return m_parts; }
    QString list() const { return at(QStringLiteral("parts")).toString(); }
    QString tableTitle() const;
    QVariantList palette() const override;

    /// Puts what was dragged (a palette payload, or "element:<address>") into a list before `index`.
    Q_INVOKABLE QString drop(const QString& payload, const QString& list, int index);
    Q_INVOKABLE bool setWidth(const QString& address, int columns);

protected:
    void rebuild() override;

private:
    QVariantList partsOf(const Address& list, const yaml::Node& node) const;
    QVariantMap partOf(const Address& address, const yaml::Node& node, const QHash<QString, FieldInfo>& fields) const;
    void collectUsed(const yaml::Node& list, QSet<QString>& used) const;
    QVariantList m_parts;
};

} // namespace fw::studio
