#pragma once
#include "app/common/gather.h"
#include "playerapp.h"

#include <QAbstractTableModel>

namespace fw::player
{

/// The records of a view, of a relation, or behind a figure: read in pages as one scrolls, sorted, searched, filtered.
class ListModel : public QAbstractTableModel
{
    Q_OBJECT
    QML_NAMED_ELEMENT(RecordList) // QtQuick has a ListModel of its own
    Q_PROPERTY(fw::player::PlayerApp* app READ app WRITE setApp NOTIFY appChanged)
    /// A view's id; or set `table` (with `relation` and `of`) for a list without a view.
    Q_PROPERTY(QString view READ view WRITE setView NOTIFY sourceChanged)
    Q_PROPERTY(QString table READ table WRITE setTable NOTIFY sourceChanged)
    /// Only rows whose `relation` points to the record `of`: the orders of this customer.
    Q_PROPERTY(QString relation READ relation WRITE setRelation NOTIFY sourceChanged)
    Q_PROPERTY(QString of READ of WRITE setOf NOTIFY sourceChanged)
    Q_PROPERTY(QString label READ label NOTIFY sourceChanged)
    Q_PROPERTY(QVariantList columns READ columns NOTIFY columnsChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY filterChanged)
    Q_PROPERTY(bool searchable READ isSearchable NOTIFY sourceChanged)
    Q_PROPERTY(int sortColumn READ sortColumn NOTIFY sortChanged)
    Q_PROPERTY(bool sortDescending READ sortDescending NOTIFY sortChanged)
    /// {text, field, value}: what narrows the list now.
    Q_PROPERTY(QVariantList chips READ chips NOTIFY filterChanged)
    /// Fields a chip can be made of: {value, text}.
    Q_PROPERTY(QVariantList filterFields READ filterFields NOTIFY columnsChanged)
    Q_PROPERTY(bool narrowed READ isNarrowed NOTIFY filterChanged)
    Q_PROPERTY(int total READ total NOTIFY stateChanged) ///< -1 = not yet known
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(bool canCreate READ canCreate NOTIFY columnsChanged)
    Q_PROPERTY(bool canDelete READ canDelete NOTIFY columnsChanged)

public:
    enum Roles { ValueRole = Qt::UserRole, KindRole, ToneRole, IdRole, TitleRole };

    explicit ListModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    PlayerApp* app() const { return m_app; }
    void setApp(PlayerApp* app);
    QString view() const { return m_view; }
    void setView(const QString& view);
    QString table() const { return m_table; }
    void setTable(const QString& table);
    QString relation() const { return m_relation; }
    void setRelation(const QString& field);
    QString of() const { return m_of; }
    void setOf(const QString& id);
    QString label() const;
    QVariantList columns() const;
    QString search() const { return m_search; }
    void setSearch(const QString& text);
    bool isSearchable() const;
    int sortColumn() const;
    bool sortDescending() const { return m_sortDescending; }
    QVariantList chips() const;
    QVariantList filterFields() const;
    bool isNarrowed() const { return !m_search.isEmpty() || !m_chips.empty(); }
    int total() const { return m_total; }
    bool isLoading() const { return m_loading; }
    QString problem() const { return m_problem; }
    bool canCreate() const { return m_info.create; }
    bool canDelete() const { return m_info.remove; }

    Q_INVOKABLE void sortBy(int column, bool descending);
    /// The values a chip of `field` can have: {value, text, colour}.
    Q_INVOKABLE QVariantList filterValues(const QString& field) const;
    Q_INVOKABLE void addChip(const QString& field, const QString& value);
    Q_INVOKABLE void removeChip(int index);
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void reload();
    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE QString titleAt(int row) const;
    Q_INVOKABLE int rowOf(const QString& id) const;
    /// Deletes these rows one after another; removed() tells how many went.
    Q_INVOKABLE void remove(const QList<int>& rows);
    /// The records a figure was made of: {table, rows} or {table, ids} of data.drill.
    void showDrill(const QJsonObject& drill);

Q_SIGNALS:
    void appChanged();
    void sourceChanged();
    void columnsChanged();
    void filterChanged();
    void sortChanged();
    void stateChanged();
    void removed(int count);
    void failed(const QString& text);

private:
    struct Row {
        QString id;
        int version = 0;
        QString title;
        QJsonObject values;
        QJsonObject display;
        bool operator==(const Row&) const = default;
    };
    struct Chip {
        QString field;
        QString value;
        bool operator==(const Chip&) const = default;
    };

    void describe();
    void load();
    void count();
    void pageArrived(const client::Reply& reply, bool first);
    void replaceRows(std::vector<Row> rows);
    void removeNext(QList<Row> rows, int done);
    QJsonObject query() const;
    QString filterText() const;
    QString chipText(const Chip& chip) const;
    static Row rowFrom(const QJsonObject& json);
    const FieldInfo* fieldOf(const ColumnInfo& column) const;

    QPointer<PlayerApp> m_app;
    QString m_view;
    QString m_table;
    QString m_relation;
    QString m_of;
    QString m_search;
    QStringList m_ids;    ///< of a figure; empty = all
    bool m_fixed = false; ///< the rows came with the figure and are not asked for again
    TableInfo m_info;
    std::vector<ColumnInfo> m_columns;
    std::vector<Chip> m_chips;
    QString m_sortField;
    bool m_sortDescending = false;
    std::vector<Row> m_rows;
    QString m_next; ///< cursor of the page after the last row; "" = there is none
    int m_total = -1;
    bool m_loading = false;
    QString m_problem;
    quint64 m_request = 0; ///< the newest page request: older answers are dropped
    Gather m_reload{std::chrono::milliseconds(150), [this] { load(); }}; ///< gathers what happens close together
};

} // namespace fw::player
