#include "listmodel.h"

#include "display.h"
#include "model/formats/regions.h"

#include <algorithm>

namespace fw::player
{
namespace
{

const int pageSize = 100;

QVariantMap choice(const QString& value, const QString& text)
{
    return {{QStringLiteral("value"), value}, {QStringLiteral("text"), text}};
}

} // namespace

ListModel::ListModel(QObject* parent) : QAbstractTableModel(parent) {}

void ListModel::setApp(PlayerApp* app)
{
    if (app == m_app)
        return;
    if (m_app)
        m_app->disconnect(this);
    m_app = app;
    if (app) {
        connect(app, &PlayerApp::described, this, [this] { describe(); });
        connect(app, &PlayerApp::dataChanged, this, [this](const QString& table) {
            if (table == m_table && !m_fixed)
                m_reload.ask();
        });
    }
    Q_EMIT appChanged();
    describe();
}

void ListModel::setView(const QString& view)
{
    if (view == m_view)
        return;
    m_view = view;
    m_chips.clear();
    m_search.clear();
    m_sortField.clear();
    Q_EMIT filterChanged();
    describe();
}

void ListModel::setTable(const QString& table)
{
    if (table == m_table || !m_view.isEmpty())
        return;
    m_table = table;
    describe();
}

void ListModel::setRelation(const QString& field)
{
    if (field == m_relation)
        return;
    m_relation = field;
    describe();
}

void ListModel::setOf(const QString& id)
{
    if (id == m_of)
        return;
    m_of = id;
    describe();
}

/// Columns, rights and labels from the description; then the rows.
void ListModel::describe()
{
    if (!m_app || !m_app->isReady() || (m_view.isEmpty() && m_table.isEmpty()) ||
        m_relation.isEmpty() != m_of.isEmpty())
        return;
    const Description& description = m_app->description();
    const ViewInfo view = m_view.isEmpty() ? (description.viewOf(m_table) ? *description.viewOf(m_table) : ViewInfo())
                                           : description.views.value(m_view);
    if (!m_view.isEmpty())
        m_table = view.table;
    if (m_sortField.isEmpty()) {
        m_sortField = view.sortField;
        m_sortDescending = view.sortDescending;
    }
    beginResetModel();
    m_info = description.tables.value(m_table);
    m_columns = view.columns;
    if (m_columns.empty()) {
        for (const FieldInfo& field : m_info.fields) {
            if (m_columns.size() < 6)
                m_columns.push_back({field.id, field.id, field.label, field.type, 0});
        }
    }
    if (!m_fixed)
        m_rows.clear();
    endResetModel();
    Q_EMIT sourceChanged();
    Q_EMIT columnsChanged();
    Q_EMIT sortChanged();
    Q_EMIT filterChanged();
    load();
}

QString ListModel::label() const
{
    if (!m_app)
        return {};
    return m_view.isEmpty() ? m_info.label : m_app->description().views.value(m_view).label;
}

const FieldInfo* ListModel::fieldOf(const ColumnInfo& column) const
{
    return m_info.field(column.field);
}

QVariantList ListModel::columns() const
{
    QVariantList columns;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const ColumnInfo& column = m_columns[i];
        const FieldInfo* field = fieldOf(column);
        const QString kind = field ? displayKind(*field) : QStringLiteral("text");
        const int natural = i == 0 ? 180 : kind == u"check" ? 80 : 132;
        const QString label = !column.label.isEmpty() ? column.label : field ? field->label : column.field;
        QVariantMap map{{QStringLiteral("title"), label},
                        {QStringLiteral("width"), column.width > 0 ? column.width : natural},
                        {QStringLiteral("align"), kind == u"number" ? QStringLiteral("right") : QStringLiteral("left")},
                        {QStringLiteral("sortable"), field != nullptr && !m_fixed}};
        if (column.width == 0)
            map.insert(QStringLiteral("flex"), i == 0 ? 2 : kind == u"text" || kind == u"choice" ? 1 : 0);
        columns.append(map);
    }
    return columns;
}

bool ListModel::isSearchable() const
{
    return !m_fixed && m_app && m_app->description().views.value(m_view).searchable;
}

int ListModel::sortColumn() const
{
    const auto it = std::find_if(m_columns.begin(), m_columns.end(),
                                 [&](const ColumnInfo& column) { return column.field == m_sortField; });
    return it == m_columns.end() || m_fixed ? -1 : static_cast<int>(it - m_columns.begin());
}

void ListModel::sortBy(int column, bool descending)
{
    if (column < 0 || column >= columnCount())
        return;
    m_sortField = m_columns[static_cast<size_t>(column)].field;
    m_sortDescending = descending;
    Q_EMIT sortChanged();
    reload();
}

void ListModel::setSearch(const QString& text)
{
    if (text == m_search)
        return;
    m_search = text;
    Q_EMIT filterChanged();
    m_reload.askAfterPause();
}

QVariantList ListModel::filterFields() const
{
    QVariantList fields;
    if (m_fixed)
        return fields;
    for (const FieldInfo& field : m_info.fields) {
        static const QStringList others{QStringLiteral("user"), QStringLiteral("yes_no"), QStringLiteral("rating"),
                                        QStringLiteral("multi_choice"), QStringLiteral("region")};
        if (field.isChoice() || others.contains(field.type))
            fields.append(choice(field.id, field.label));
    }
    return fields;
}

QVariantList ListModel::filterValues(const QString& id) const
{
    QVariantList values;
    const FieldInfo* field = m_info.field(id);
    if (!field || !m_app)
        return values;
    for (const OptionInfo& option : field->options)
        values.append(choice(option.id, option.label));
    if (field->type == u"user") {
        for (const UserInfo& user : m_app->description().users)
            values.append(choice(user.id, user.name));
    }
    for (int stars = field->most; stars > 0; --stars)
        values.append(choice(QString::number(stars), QString(stars, u'★')));
    if (field->type == u"region") {
        for (const formats::Region& province : formats::regionsIn({}))
            values.append(choice(province.code.left(2), province.name));
    }
    if (field->type == u"yes_no")
        values.append({choice(QStringLiteral("true"), tr("Yes")), choice(QStringLiteral("false"), tr("No"))});
    values.append(choice(QString(), tr("(empty)")));
    return values;
}

QString ListModel::chipText(const Chip& chip) const
{
    const FieldInfo* field = m_info.field(chip.field);
    for (const QVariant& value : filterValues(chip.field)) {
        if (value.toMap().value(QStringLiteral("value")).toString() == chip.value)
            return (field ? field->label : chip.field) + QStringLiteral(": ") +
                   value.toMap().value(QStringLiteral("text")).toString();
    }
    return chip.field;
}

QVariantList ListModel::chips() const
{
    QVariantList chips;
    for (const Chip& chip : m_chips)
        chips.append(QVariantMap{{QStringLiteral("text"), chipText(chip)},
                                 {QStringLiteral("field"), chip.field},
                                 {QStringLiteral("value"), chip.value}});
    return chips;
}

void ListModel::addChip(const QString& field, const QString& value)
{
    if (std::find(m_chips.begin(), m_chips.end(), Chip{field, value}) != m_chips.end())
        return;
    m_chips.push_back({field, value});
    Q_EMIT filterChanged();
    reload();
}

void ListModel::removeChip(int index)
{
    if (index < 0 || index >= static_cast<int>(m_chips.size()))
        return;
    m_chips.erase(m_chips.begin() + index);
    Q_EMIT filterChanged();
    reload();
}

void ListModel::clearFilters()
{
    m_chips.clear();
    m_search.clear();
    Q_EMIT filterChanged();
    reload();
}

/// One chip as a condition.
static QString condition(const QString& field, const QString& type, const QString& value)
{
    if (value.isEmpty())
        return field + QStringLiteral(" = null");
    if (type == u"multi_choice")
        return QStringLiteral("list contains(%1, %2)").arg(field, feelText(value));
    if (type == u"region")
        return QStringLiteral("starts with(%1, %2)").arg(field, feelText(value));
    return field + QStringLiteral(" = ") + (type == u"yes_no" || type == u"rating" ? value : feelText(value));
}

/// Chips of one field are alternatives, of different fields conditions that all hold.
QString ListModel::filterText() const
{
    QMap<QString, QStringList> byField;
    for (const Chip& chip : m_chips) {
        const FieldInfo* field = m_info.field(chip.field);
        byField[chip.field].append(condition(chip.field, field ? field->type : QString(), chip.value));
    }
    QStringList all;
    for (const QStringList& alternatives : byField)
        all.append(alternatives.size() == 1 ? alternatives.first()
                                            : u'(' + alternatives.join(QStringLiteral(" or ")) + u')');
    return all.join(QStringLiteral(" and "));
}

QJsonObject ListModel::query() const
{
    QJsonObject query{
        {m_view.isEmpty() ? QStringLiteral("table") : QStringLiteral("view"), m_view.isEmpty() ? m_table : m_view}};
    if (!m_search.isEmpty())
        query.insert(QStringLiteral("search"), m_search);
    if (const QString filter = filterText(); !filter.isEmpty())
        query.insert(QStringLiteral("filter"), filter);
    if (!m_relation.isEmpty()) {
        query.insert(QStringLiteral("relation"), m_relation);
        query.insert(QStringLiteral("of"), m_of);
    }
    if (!m_ids.isEmpty())
        query.insert(QStringLiteral("ids"), QJsonArray::fromStringList(m_ids));
    return query;
}

void ListModel::reload()
{
    m_reload.forget();
    load();
}

/// Asks for the rows from the beginning: as many as are shown, so that a change elsewhere does not throw the reader back.
void ListModel::load()
{
    if (!m_app || m_fixed || m_table.isEmpty())
        return;
    m_loading = true;
    Q_EMIT stateChanged();
    QJsonObject params = query();
    params.insert(QStringLiteral("limit"), std::clamp(static_cast<int>(m_rows.size()), pageSize, 5 * pageSize));
    if (!m_sortField.isEmpty())
        params.insert(QStringLiteral("sort"),
                      QJsonArray{QJsonObject{{QStringLiteral("field"), m_sortField},
                                             {QStringLiteral("descending"), m_sortDescending}}});
    m_app->cancel(m_request);
    m_request = m_app->call(QStringLiteral("data.list"), params, this, [this](const client::Reply& reply) {
        if (reply.id == m_request)
            pageArrived(reply, true);
    });
    count();
}

void ListModel::count()
{
    const QJsonObject params = query();
    m_app->call(QStringLiteral("data.count"), params, this, [this, params](const client::Reply& reply) {
        if (!reply.ok || params != query())
            return;
        m_total = reply.result[u"count"].toInt();
        Q_EMIT stateChanged();
    });
}

void ListModel::pageArrived(const client::Reply& reply, bool first)
{
    m_loading = false;
    m_problem = reply.ok ? QString() : PlayerApp::problemText(reply);
    if (reply.ok) {
        std::vector<Row> rows;
        for (const QJsonValue& row : PlayerApp::rowsOf(reply))
            rows.push_back(rowFrom(row.toObject()));
        m_next = reply.result[u"next"].toString();
        if (first) {
            replaceRows(std::move(rows));
        } else if (!rows.empty()) {
            const int begin = rowCount();
            beginInsertRows({}, begin, begin + static_cast<int>(rows.size()) - 1);
            std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
            endInsertRows();
        }
    }
    Q_EMIT stateChanged();
}

/// Same records in the same order: only their cells changed, and the view stays where it is.
void ListModel::replaceRows(std::vector<Row> rows)
{
    const bool same =
        rows.size() == m_rows.size() &&
        std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row& a, const Row& b) { return a.id == b.id; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

ListModel::Row ListModel::rowFrom(const QJsonObject& json)
{
    return {json[u"id"].toString(), json[u"version"].toInt(), json[u"title"].toString(), json[u"values"].toObject(),
            json[u"display"].toObject()};
}

int ListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}
int ListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount() || !m_app)
        return {};
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    const ColumnInfo& column = m_columns[static_cast<size_t>(index.column())];
    const FieldInfo* field = fieldOf(column);
    const QString sent = row.display[column.field].toString();
    switch (role) {
    case Qt::DisplayRole:
        return field ? displayText(*field, row.values[column.field], sent, m_app->description(), m_app->formats())
                     : sent;
    case ValueRole: return row.values[column.field].toVariant();
    case KindRole: return field ? displayKind(*field) : QStringLiteral("text");
    case ToneRole: return field ? displayTone(*field, row.values, m_info) : QString();
    case IdRole: return row.id;
    case TitleRole: return row.title;
    default: return {};
    }
}

QHash<int, QByteArray> ListModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {ValueRole, "value"}, {KindRole, "kind"},
            {ToneRole, "tone"},           {IdRole, "recordId"}, {TitleRole, "title"}};
}

bool ListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_loading;
}

void ListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent) || !m_app)
        return;
    m_loading = true;
    QJsonObject params = query();
    params.insert(QStringLiteral("limit"), pageSize);
    params.insert(QStringLiteral("after"), m_next);
    if (!m_sortField.isEmpty())
        params.insert(QStringLiteral("sort"),
                      QJsonArray{QJsonObject{{QStringLiteral("field"), m_sortField},
                                             {QStringLiteral("descending"), m_sortDescending}}});
    m_request = m_app->call(QStringLiteral("data.list"), params, this, [this](const client::Reply& reply) {
        if (reply.id == m_request)
            pageArrived(reply, false);
    });
}

QString ListModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].id : QString();
}
QString ListModel::titleAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].title : QString();
}

int ListModel::rowOf(const QString& id) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.id == id; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

void ListModel::remove(const QList<int>& rows)
{
    QList<Row> chosen;
    for (const int row : rows) {
        if (row >= 0 && row < rowCount())
            chosen.append(m_rows[static_cast<size_t>(row)]);
    }
    removeNext(std::move(chosen), 0);
}

void ListModel::removeNext(QList<Row> rows, int done)
{
    if (rows.isEmpty() || !m_app) {
        if (done > 0)
            Q_EMIT removed(done);
        reload();
        return;
    }
    const Row row = rows.takeFirst();
    m_app->call(
        QStringLiteral("data.remove"),
        {{QStringLiteral("table"), m_table}, {QStringLiteral("id"), row.id}, {QStringLiteral("version"), row.version}},
        this, [this, rows, done](const client::Reply& reply) {
            if (!reply.ok)
                Q_EMIT failed(PlayerApp::problemText(reply));
            removeNext(reply.ok ? rows : QList<Row>(), done + (reply.ok ? 1 : 0));
        });
}

void ListModel::showDrill(const QJsonObject& drill)
{
    m_view.clear();
    m_table = drill[u"table"].toString();
    m_fixed = drill.contains(u"rows") || drill[u"ids"].toArray().isEmpty(); // no ids: no records, never all of them
    m_ids.clear();
    m_rows.clear();
    for (const QJsonValue& id : drill[u"ids"].toArray())
        m_ids.append(id.toString());
    for (const QJsonValue& row : drill[u"rows"].toArray())
        m_rows.push_back(rowFrom(row.toObject()));
    m_total = static_cast<int>(m_fixed ? static_cast<qsizetype>(m_rows.size()) : m_ids.size());
    describe();
    Q_EMIT stateChanged();
}

} // namespace fw::player
