#pragma once
#include "session.h"

#include <QAbstractListModel>
#include <QSet>

namespace fw::studio
{

/// The outline: kinds with their files, as the flat model Controls' Tree wants.
class Outline : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Use Studio.outline")
public:
    enum Role { Label = Qt::UserRole + 1, Icon, Colour, Depth, Expandable, Expanded, Count, Mark, Path, Kind };
    explicit Outline(Session& session);

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE QString pathAt(int row) const; ///< "" for a kind
    Q_INVOKABLE QString kindAt(int row) const;
    Q_INVOKABLE int rowOf(const QString& path) const;
    /// Marks files with problems: path → "error" or "warning".
    void setMarks(const QHash<QString, QString>& marks);

private:
    struct Row {
        QString label, icon, engine, path, kind;
        int depth = 0;
        bool expandable = false;
        bool expanded = false;
        int count = -1;
        bool operator==(const Row&) const = default;
    };
    void rebuild();
    void addKind(std::vector<Row>& rows, const schema::Kind& kind) const;
    Session& m_session;
    std::vector<Row> m_rows;
    QSet<QString> m_folded;
    QHash<QString, QString> m_marks;
};

/// The colour of an engine, by the theme that is on (look.md, engine colours).
QString engineOf(const QString& kind);

} // namespace fw::studio
