#pragma once
#include "problemlist.h"

namespace fw::studio
{

/// One editor in the inspector.
struct Property {
    /// text, longtext, local, template, bool, number, choice, colour, icon, time, date, datetime, duration, condition, expression,
    /// value, tags, list, shape, id, action, addfield
    QString editor;
    QString group;      ///< heading, in the interface's language
    bool first = false; ///< of its group: the heading stands above it
    QString label;
    QString help;
    QVariant value;
    QVariantList
        options; ///< of choice, tags, action: {value, text, icon, detail}; of list: its items {address, text, icon}
    QString address;
    QString fallback; ///< the default, as a person reads it
    QString error;
    QString unit;
    QString type;         ///< of a value: what the field it is for holds (text, number, date, choice, yes_no …)
    bool changed = false; ///< written, though it need not be
    bool mixed = false;   ///< several elements are selected and do not agree
    bool required = false;
    int depth = 0;
    bool operator==(const Property&) const = default;
};

/// Every key of the selected element that the schema knows, with the editor its type asks for.
class Inspector : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.inspector")
    Q_PROPERTY(QString title READ title NOTIFY targetChanged)
    Q_PROPERTY(QString sort READ sort NOTIFY targetChanged)
    Q_PROPERTY(QString address READ addressText NOTIFY targetChanged)
    Q_PROPERTY(QString help READ help NOTIFY targetChanged)
    Q_PROPERTY(QString engine READ engine NOTIFY targetChanged)
    Q_PROPERTY(QStringList languages READ languages NOTIFY targetChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY targetChanged)
    Q_PROPERTY(int targets READ targets NOTIFY targetChanged) ///< how many elements are edited at once
public:
    enum Role {
        Editor = Qt::UserRole + 1,
        Group,
        Label,
        Help,
        Value,
        Options,
        AddressRole,
        Fallback,
        Error,
        Unit,
        Changed,
        Required,
        Depth,
        Type,
        Mixed,
        First
    };
    Inspector(Session& session, const ProblemList& problems);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString title() const;
    QString sort() const;
    QString addressText() const { return m_address.toString(); }
    QString engine() const;
    QString help() const; ///< about the selected element and its properties, for F1
    QStringList languages() const { return m_session.appLanguages(); }
    QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    const std::vector<Property>& rows() const { return m_rows; }
    int targets() const { return int(m_targets.size()); }

    Q_INVOKABLE bool set(int row, const QVariant& value); ///< "" or the default takes the key out
    Q_INVOKABLE bool setText(int row, const QString& language, const QString& text);
    Q_INVOKABLE bool reset(int row);
    Q_INVOKABLE QVariantList variants(int row) const; ///< of a "list" row: what can be added, {value, text, icon}
    Q_INVOKABLE bool addTag(int row, const QString& value);
    Q_INVOKABLE bool removeTag(int row, int index);
    Q_INVOKABLE bool addShape(int row); ///< makes the map of a "shape" row that is not there yet
    Q_INVOKABLE bool setAction(int row, const QString& action);
    Q_INVOKABLE bool addFieldValue(int row, const QString& field);
    /// What is wrong with an expression as it stands in the editor: {message, remedy, begin, end}, or empty.
    Q_INVOKABLE QVariantMap check(int row, const QString& text) const;
    /// What a text with {} parts or a formula of this row may name: {value, text, icon}.
    Q_INVOKABLE QVariantList fields(int row) const;
    /// Names that fit at the cursor: {text, insert, detail}.
    Q_INVOKABLE QVariantList complete(int row, const QString& text, int cursor) const;

Q_SIGNALS:
    void targetChanged();

private:
    using Change = std::function<bool(const Address&)>;
    void rebuild();
    const Property* rowAt(int row) const;
    bool change(int row, const Change& change);
    bool setAt(const Address& address, const QVariant& value);
    Session& m_session;
    const ProblemList& m_problems;
    Address m_address;        ///< the element selected last …
    QList<Address> m_targets; ///< … and all that are edited with it
    QString m_filter;
    std::vector<Property> m_rows;
};

/// Builds the rows of one element (inspectorrows.cpp).
std::vector<Property> propertiesOf(const Session& session, const Address& element);
/// The rows that several elements have in common, with the values they agree on.
std::vector<Property> commonProperties(const Session& session, const QList<Address>& elements);
/// A duration as words for a person: "PT24H" → "24 h".
QString durationWords(const QString& iso);

} // namespace fw::studio
