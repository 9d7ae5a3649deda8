#pragma once
#include "fileview.h"

namespace fw::studio
{

/// Any file as a sheet of its lists: tables (fields), events (properties), roles, connectors, stories, the app itself.
class ListEditor : public fw::studio::FileView
{
    Q_OBJECT
    QML_ELEMENT
    /// One per list of elements at the file's root: {title, help, list, variants: [{value, text, icon}], rows: [{address, index,
    /// title, id, sort, icon, flags, detail, depth}]}
    Q_PROPERTY(QVariantList lists READ lists NOTIFY changed)
    /// Single texts worth showing large: {title, text, address}, e.g. the body of a message, the condition of a segment.
    Q_PROPERTY(QVariantList texts READ texts NOTIFY changed)
public:
    QVariantList lists() const { return m_lists; }
    QVariantList texts() const { return m_texts; }
    QVariantList palette() const override;
    /// Whether a list has room for what is dragged: an element of its own, or a sort it knows.
    Q_INVOKABLE bool takes(const QString& payload, const QString& list) const;
    Q_INVOKABLE QString drop(const QString& payload, const QString& list, int index);

protected:
    void rebuild() override;

private:
    QVariantMap rowOf(const Address& address, const yaml::Node& node, const schema::Shape* shape, int index) const;
    QVariantMap listOf(const schema::Key& key) const;
    QVariantList m_lists;
    QVariantList m_texts;
};

} // namespace fw::studio
