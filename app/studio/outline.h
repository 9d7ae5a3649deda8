#pragma once
#include "session.h"

#include <QAbstractListModel>
#include <QSet>

namespace fw::studio
{

/// The outline: kinds with their files and the elements in them, as the flat model Controls' Tree wants. Tables and fields
/// that were deleted but keep their data stand dimmed where they were.
class Outline : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.outline")
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
public:
    enum Role {
        Label = Qt::UserRole + 1,
        Icon,
        Colour,
        Depth,
        Expandable,
        Expanded,
        Count,
        Mark,
        Path,
        Kind,
        AddressRole,
        Dimmed
    };
    explicit Outline(Session& session);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Only what it finds is shown, with what it stands in; also by pinyin.
    QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE QString pathAt(int row) const;    ///< of the file; "" for a kind
    Q_INVOKABLE QString addressAt(int row) const; ///< of the file or element; "" for a kind
    Q_INVOKABLE QString kindAt(int row) const;
    Q_INVOKABLE bool isRetired(int row) const;
    Q_INVOKABLE int rowOf(const QString& path) const;
    /// Where something dragged between two rows would land: {list, index}; empty when it cannot stand there.
    /// `row` counts the rows above the gap; `payload` is what a DragContext carries.
    Q_INVOKABLE QVariantMap landing(int row, const QString& payload) const;
    /// Unfolds what the selected element stands in and gives its row; -1 when it is not in the outline.
    Q_INVOKABLE int reveal(const QString& address);
    /// Marks files and elements: address → "error", "warning" or "dirty".
    void setMarks(const QHash<QString, QString>& marks);

Q_SIGNALS:
    void filterChanged();

private:
    struct Row {
        QString label, icon, engine, path, kind;
        Address address; ///< of an element or file
        int depth = 0;
        bool expandable = false;
        bool expanded = false;
        int count = -1;
        bool dimmed = false;
        bool operator==(const Row&) const = default;
    };
    using Rows = std::vector<Row>;
    void rebuild();
    void show(Rows rows);
    void addKind(Rows& rows, const schema::Kind& kind) const;
    void addFile(Rows& rows, const schema::Kind& kind, const QString& path, int depth) const;
    bool hasElements(const Address& map) const;
    void addElements(Rows& rows, const schema::Kind& kind, const Address& map, int depth) const;
    void addElement(Rows& rows, const schema::Kind& kind, const Address& address, const schema::Key& key,
                    int depth) const;
    void addRetired(Rows& rows, const schema::Kind& kind, const Address& list, int depth) const;
    bool isUnfolded(const QString& key, bool byDefault) const;
    bool matches(const Row& row) const;
    Session& m_session;
    Rows m_rows;
    QString m_filter;
    QSet<QString> m_turned; ///< keys (kind or address) that are not as they are by default
    QHash<QString, QString> m_marks;
};

/// The colour of an engine, by the theme that is on (look.md, engine colours).
QString engineOf(const QString& kind);

} // namespace fw::studio
