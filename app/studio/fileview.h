#pragma once
#include "session.h"

#include <QVariantList>

namespace fw::studio
{

/// What every editor in the centre has in common: it shows one file and is worked out anew when the definition changes.
/// The QML side writes `session` and `file`; a subclass turns the file into what its editor draws.
class FileView : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(fw::studio::Session* session READ session WRITE setSession NOTIFY targetChanged)
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY targetChanged)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QVariantList palette READ palette NOTIFY changed)
public:
    using QObject::QObject;
    Session* session() const { return m_session; }
    void setSession(Session* session);
    QString file() const { return m_file; }
    void setFile(const QString& file);
    QString title() const { return m_session ? m_session->titleOf({m_file, {}}) : QString(); }
    /// What can be dragged in: groups {title, items: [{text, icon, detail, payload}]}. A payload is "variant:<id>" for the
    /// main list, or "field:<id>".
    virtual QVariantList palette() const { return {}; }

Q_SIGNALS:
    void targetChanged();
    void changed();

protected:
    virtual void rebuild() = 0;
    const DefinitionFile* definitionFile() const { return m_session ? m_session->definition().file(m_file) : nullptr; }
    const yaml::Node& root() const;
    QString language() const { return m_session->language(); }
    Address at(const QString& key) const { return Address{m_file, {key}}; }
    /// The palette group of a list's variants.
    QVariantMap variantGroup(const QString& title, const Address& list) const;
    /// A condition or value as text for people: without its "=".
    static QString expressionText(const yaml::Node& node);

private:
    void refresh();
    Session* m_session = nullptr;
    QString m_file;
};

/// A field of a table as the editors show it.
struct FieldInfo {
    QString id, label, type, typeLabel, icon;
    bool required = false;
};
/// What was dropped, with a field of `table` dragged from elsewhere ("element:tables/…#fields/x") as "field:x".
QString fieldPayload(const Session& session, const QString& payload, const QString& table);
QList<FieldInfo> fieldsOf(const Session& session, const QString& table);
/// Icon name of a field type ("phone", "choice", …).
QString fieldIcon(const QString& type);

} // namespace fw::studio
