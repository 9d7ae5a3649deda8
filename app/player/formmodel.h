#pragma once
#include "fieldobject.h"

#include <QTimer>

namespace fw::player
{

/// A piece of a form on screen: a field, a heading over pieces, a line of text, the rows of a related table.
class PartObject : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by a form.")
    Q_PROPERTY(QString id READ id CONSTANT)
    Q_PROPERTY(QString kind READ kind CONSTANT) ///< field | section | caption | subtable
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(int width READ width CONSTANT) ///< of 12 columns
    Q_PROPERTY(bool visible READ isVisible NOTIFY changed)
    Q_PROPERTY(fw::player::FieldObject* field READ field CONSTANT)
    Q_PROPERTY(QVariantList parts READ partObjects CONSTANT)
    Q_PROPERTY(QString relation READ relation CONSTANT) ///< of a subtable: "order.customer"

public:
    PartObject(const PartInfo& info, FieldObject* field, QObject* parent)
        : QObject(parent), m_info(info), m_field(field)
    {
    }
    QString id() const { return m_info.id; }
    QString kind() const { return m_info.kind; }
    QString label() const { return m_info.label; }
    int width() const { return m_info.width; }
    bool isVisible() const { return m_visible; }
    FieldObject* field() const { return m_field; }
    const QList<PartObject*>& parts() const { return m_parts; }
    QVariantList partObjects() const { return toVariants(m_parts); }
    static QVariantList toVariants(const QList<PartObject*>& parts);
    QString relation() const { return m_info.kind == u"subtable" ? m_info.field : QString(); }

    void setVisible(bool visible);
    void setLabel(const QString& label);
    void addPart(PartObject* part) { m_parts.append(part); }

Q_SIGNALS:
    void changed();

private:
    PartInfo m_info;
    FieldObject* m_field;
    QList<PartObject*> m_parts;
    bool m_visible = true;
};

/// One record in a form, new or stored: values, the rules evaluated as one types, saving.
class FormModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fw::player::PlayerApp* app READ app WRITE setApp NOTIFY appChanged)
    Q_PROPERTY(QString form READ form NOTIFY opened)
    Q_PROPERTY(QString table READ table NOTIFY opened)
    Q_PROPERTY(QString recordId READ recordId NOTIFY opened) ///< "" = a new record
    Q_PROPERTY(QString title READ title NOTIFY opened)
    Q_PROPERTY(QVariantList parts READ partObjects NOTIFY built)
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    Q_PROPERTY(bool saving READ isSaving NOTIFY stateChanged)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY stateChanged)
    Q_PROPERTY(bool stale READ isStale NOTIFY stateChanged)      ///< somebody else saved this record meanwhile
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged) ///< what no single field is to blame for
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY opened)      ///< no right to create or change

public:
    explicit FormModel(QObject* parent = nullptr);

    PlayerApp* app() const { return m_app; }
    void setApp(PlayerApp* app);
    QString form() const { return m_form; }
    QString table() const { return m_table; }
    QString recordId() const { return m_recordId; }
    QString title() const;
    QVariantList partObjects() const { return PartObject::toVariants(m_parts); }
    bool isLoading() const { return m_loading; }
    bool isSaving() const { return m_saving; }
    bool isDirty() const;
    bool isStale() const { return m_stale; }
    QString problem() const { return m_problem; }
    bool isReadOnly() const { return m_readOnly; }

    /// Shows a new record (`id` empty) with `preset` values, or a stored one.
    Q_INVOKABLE void open(const QString& form, const QString& id = {}, const QVariantMap& preset = {});
    Q_INVOKABLE fw::player::FieldObject* field(const QString& id) const { return m_fields.value(id); }
    Q_INVOKABLE void save();
    /// Throws the edits away and reads the record again.
    Q_INVOKABLE void revert();

Q_SIGNALS:
    void appChanged();
    void opened();
    void built(); ///< the parts are new objects
    void stateChanged();
    /// `outcome` is created, merged or changed.
    void saved(const QString& id, const QString& outcome);
    /// Saving failed because of fields: the first of them.
    void refused(const QString& field);

private:
    void build();
    PartObject* makePart(const PartInfo& info);
    void relabel(const std::vector<PartInfo>& parts, const QList<PartObject*>& shown);
    void load();
    void evaluate();
    void applyRules(const QJsonObject& result);
    void applyPartStates(const QJsonObject& states, const QList<PartObject*>& parts);
    void showProblems(const client::Reply& reply);
    QJsonObject editedValues() const;

    QPointer<PlayerApp> m_app;
    QString m_form;
    QString m_table;
    QString m_recordId;
    QString m_recordTitle;
    int m_version = 0;
    QVariantMap m_preset;
    QObject* m_root = nullptr; ///< owns parts and fields of the present record
    QList<PartObject*> m_parts;
    QMap<QString, FieldObject*> m_fields;
    bool m_loading = false;
    bool m_saving = false;
    bool m_stale = false;
    bool m_readOnly = false;
    bool m_refused = false; ///< saving was tried in vain: from now on every objection shows
    QString m_problem;
    QTimer m_evaluate; ///< waits for a pause in typing
    quint64 m_evaluation = 0;
};

} // namespace fw::player
