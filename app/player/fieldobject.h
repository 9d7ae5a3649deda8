#pragma once
#include "playerapp.h"

#include <QTimer>

namespace fw::player
{

/// A field on screen: its definition, its value, and what the rules say about it at the moment. Forms, the studio's
/// preview and tests share it; one generic control per `type` shows it.
class FieldObject : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by a form.")
    Q_PROPERTY(QString id READ id CONSTANT)
    Q_PROPERTY(QString label READ label NOTIFY described)
    Q_PROPERTY(QString help READ help NOTIFY described)
    Q_PROPERTY(QString type READ type CONSTANT)
    Q_PROPERTY(int decimals READ decimals CONSTANT)
    Q_PROPERTY(QString unit READ unit CONSTANT)              ///< shown behind a number: "%", a currency
    Q_PROPERTY(QString relation READ relation CONSTANT)      ///< table of a relation
    Q_PROPERTY(int most READ most CONSTANT)                  ///< of a rating: how many stars
    Q_PROPERTY(QString words READ words NOTIFY valueChanged) ///< of money: the amount in capital numerals, when wanted
    Q_PROPERTY(QString day READ day NOTIFY valueChanged)     ///< of a date and time: its day in the app's zone
    Q_PROPERTY(QString clock READ clock NOTIFY valueChanged) ///< … and its time of day, "09:30"
    Q_PROPERTY(QString html READ html NOTIFY valueChanged)   ///< of rich text: as it is shown
    /// Of a region: its steps from the province down, {code, options: [{value, text}]}, one more to choose while there is one.
    Q_PROPERTY(QVariantList steps READ steps NOTIFY valueChanged)
    /// Text for most types ("" = empty; dates as ISO, choices, users and relations by id), a boolean, or a list of ids.
    Q_PROPERTY(QVariant value READ value NOTIFY valueChanged)
    Q_PROPERTY(QString text READ text NOTIFY valueChanged) ///< the value as people read it
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(bool visible READ isVisible NOTIFY stateChanged)
    Q_PROPERTY(bool required READ isRequired NOTIFY stateChanged)
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY stateChanged)
    Q_PROPERTY(bool changed READ isChanged NOTIFY valueChanged)
    /// {value, text, colour?}; of a relation what the last search found.
    Q_PROPERTY(QVariantList options READ options NOTIFY optionsChanged)

public:
    FieldObject(PlayerApp* app, const FieldInfo& info, QObject* parent = nullptr);

    QString id() const { return m_info.id; }
    QString label() const { return m_info.label; }
    QString help() const { return m_info.help; }
    QString type() const { return m_info.type; }
    int decimals() const { return m_info.decimals; }
    QString unit() const;
    QString relation() const { return m_info.to; }
    int most() const { return m_info.most; }
    QString words() const;
    QString day() const { return local().date; }
    QString clock() const { return local().time; }
    QString html() const;
    QVariantList steps() const;
    QVariant value() const { return m_value; }
    QString text() const;
    QString error() const { return m_shown ? m_problem : QString(); }
    bool isVisible() const { return m_visible; }
    bool isRequired() const { return m_required; }
    bool isReadOnly() const { return m_readOnly; }
    bool isChanged() const { return m_changed; }
    QVariantList options() const;
    const FieldInfo& info() const { return m_info; }

    /// What a person typed or chose.
    Q_INVOKABLE void edit(const QVariant& value);
    /// Of a date and time: day and time of day as they stand in the app's zone; an empty day empties the field.
    Q_INVOKABLE void editLocal(const QString& day, const QString& clock);
    /// Looks for records a relation can point to; `options` follows.
    Q_INVOKABLE void find(const QString& text);

    /// The stored value: not an edit, and the new ground for `changed`.
    void load(const QJsonValue& value, const QString& display);
    /// A default or a computed value, with its text when the runtime made one: not an edit.
    void compute(const QJsonValue& value, const QString& display = {});
    void setState(bool visible, bool readOnly, bool required);
    /// The rules' objection; shown once the person touched the field, or at once with `show`.
    void setProblem(const QString& text, bool show = false);
    void describe(const FieldInfo& info);
    /// The value as a request carries it: null when empty.
    QJsonValue toJson() const;

Q_SIGNALS:
    void described();
    void valueChanged();
    void errorChanged();
    void stateChanged();
    void optionsChanged();
    void edited();

private:
    struct Local {
        QString date, time;
    };
    Local local() const;
    QVariant fromJson(const QJsonValue& value) const;
    void nameRelation();

    QPointer<PlayerApp> m_app;
    FieldInfo m_info;
    QVariant m_value;
    QVariant m_loaded;
    QString m_display; ///< title of the record a relation points to
    QString m_problem;
    bool m_shown = false;
    bool m_visible = true;
    bool m_required = false;
    bool m_readOnly = false;
    bool m_changed = false;
    QVariantList m_found;
};

} // namespace fw::player
