#include "listquery.h"
#include "recordsql.h"

namespace fw::store
{

namespace
{

using engine::Record;

const QByteArray s_alias = "t";

struct SortColumn {
    PathSql path;
    bool descending = false;
};

/// A sort value as it lies in the column; what a cursor is made of.
QJsonValue rawValue(const Statement& statement, int column, const plan::Field& field)
{
    if (statement.isNull(column))
        return QJsonValue::Null;
    if (field.storage == plan::Storage::Scaled)
        return QJsonArray{QString::number(statement.scaled(column, field.decimals))};
    // Integers travel as text inside a list: a JSON number would lose digits beyond 2^53.
    return isText(field.storage) ? QJsonValue(statement.text(column))
                                 : QJsonValue(QJsonArray{QString::number(statement.integer(column))});
}

std::optional<SqlPiece::Parameter> parameterOf(const QJsonValue& json, const plan::Field& field)
{
    const qint64 number = json.toArray().first().toString().toLongLong();
    if (json.isArray() && field.storage == plan::Storage::Scaled)
        return Scaled{number, field.decimals};
    if (json.isArray())
        return number;
    return json.isString() ? std::optional<SqlPiece::Parameter>(json.toString()) : std::nullopt;
}

/// The rows behind a position, column by column: "greater here, or equal here and behind in the rest". Null comes first
/// going up and last going down.
SqlPiece behind(const std::vector<SortColumn>& columns, const QJsonArray& position, size_t from)
{
    if (from == columns.size()) {
        SqlPiece id{s_alias + ".id > ?", {}};
        id.parameters.emplace_back(position.last().toString());
        return id;
    }
    const SortColumn& column = columns[from];
    const auto value = parameterOf(position.at(static_cast<qsizetype>(from)), column.path.field);
    SqlPiece out{"(", {}};
    const auto compare = [&](const char* sign) {
        out.add(column.path.part).add(sign);
        if (value)
            out.parameters.push_back(*value);
    };
    if (value) {
        compare(column.descending ? " < ? OR " : " > ? OR ");
        if (column.descending)
            out.add(column.path.part).add(" IS NULL OR ");
        out.add("(");
        compare(" = ? AND ");
    } else {
        if (!column.descending)
            out.add(column.path.part).add(" IS NOT NULL OR ");
        out.add("(").add(column.path.part).add(" IS NULL AND ");
    }
    return out.add(behind(columns, position, from + 1)).add("))");
}

QString asciiLower(QString text)
{
    for (QChar& c : text) {
        if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + 32);
    }
    return text;
}

class Lister
{
public:
    Lister(Connection& connection, const plan::Plan& plan, const ListQuery& query)
        : m_connection(connection), m_plan(plan), m_query(query)
    {
    }

    Result<void> prepare()
    {
        m_where.add("WHERE " + s_alias + (m_query.bin ? ".deleted_at IS NOT NULL" : ".deleted_at IS NULL"));
        for (const feel::Predicate& predicate : m_query.where) {
            auto part = predicateSql(predicate, m_connection.dialect(), m_plan, *m_query.table, s_alias);
            if (!part)
                return Error(QStringLiteral("list.not_translatable"),
                             FW_MSG("This filter cannot be evaluated by the store."),
                             FW_MSG("Give it as a test of single records."));
            m_where.add(" AND ").add(*part);
        }
        addSearch();
        return {};
    }

    Result<ListPage> page(int limit, const QString& cursor)
    {
        std::vector<SortColumn> columns;
        for (const plan::SortKey& key : m_query.sort) {
            auto path = pathSql(m_connection.dialect(), m_plan, *m_query.table, key.field.split(u'.'), s_alias);
            if (!path)
                return Error(QStringLiteral("list.bad_sort"),
                             Message(FW_MSG("\"%1\" cannot be sorted by \"%2\"."), {m_query.table->id, key.field}),
                             FW_MSG("Sort by a stored field."));
            columns.push_back({std::move(*path), key.descending});
        }
        QJsonArray position;
        if (!cursor.isEmpty()) {
            position = QJsonDocument::fromJson(QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding))
                           .array();
            if (position.size() != static_cast<qsizetype>(columns.size()) + 1)
                return Error(QStringLiteral("list.bad_cursor"), FW_MSG("This page belongs to another list."),
                             FW_MSG("Begin again from the first page."));
        }
        return read(columns, position, limit);
    }

    Result<qint64> count()
    {
        if (m_query.test)
            return countTested();
        Statement& statement = m_connection.prepare("SELECT count(*) FROM " + from() + m_where.sql);
        m_where.bind(statement, 0);
        const qint64 number = m_connection.step(statement) ? statement.integer(0) : 0;
        m_connection.step(statement);
        if (auto error = m_connection.takeError())
            return *error;
        return number;
    }

private:
    QByteArray from() const { return quoted(m_query.table->id) + ' ' + s_alias + ' '; }

    void addSearch()
    {
        if (m_query.search.trimmed().isEmpty())
            return;
        SqlPiece any{" AND (FALSE", {}};
        for (const QString& field : m_query.searchFields) {
            const auto path = pathSql(m_connection.dialect(), m_plan, *m_query.table, field.split(u'.'), s_alias);
            if (!path || path->field.storage != plan::Storage::Text)
                continue;
            // The case of ASCII letters only is folded, in both databases; a search index that folds all follows with FTS.
            any.add(" OR lower(").add(path->part).add(") LIKE ? ESCAPE '\\'");
            QString pattern = asciiLower(m_query.search.trimmed());
            for (const QChar special : {u'\\', u'%', u'_'})
                pattern.replace(special, QStringLiteral("\\") + special);
            any.parameters.emplace_back(QString(u'%' + pattern + u'%'));
        }
        m_where.add(any).add(")");
    }

    Result<ListPage> read(const std::vector<SortColumn>& columns, QJsonArray position, int limit)
    {
        ListPage page;
        // Rows that the test drops are made up for by reading on.
        for (bool more = true; more && static_cast<int>(page.records.size()) <= limit;) {
            const auto rows = batch(columns, position, limit + 1);
            if (auto error = m_connection.takeError())
                return *error;
            more = static_cast<int>(rows.size()) == limit + 1;
            for (const auto& [record, at] : rows) {
                position = at;
                if (m_query.test && !m_query.test(record))
                    continue;
                if (static_cast<int>(page.records.size()) == limit) {
                    page.next = QString::fromLatin1(
                        QJsonDocument(m_last).toJson(QJsonDocument::Compact).toBase64(QByteArray::Base64UrlEncoding));
                    return page;
                }
                page.records.push_back(record);
                m_last = at;
            }
        }
        return page;
    }

    std::vector<std::pair<std::shared_ptr<const Record>, QJsonArray>> batch(const std::vector<SortColumn>& columns,
                                                                            const QJsonArray& position, int limit)
    {
        const QByteArray own = recordColumns(*m_query.table, s_alias + '.');
        SqlPiece sql{"SELECT " + own, {}};
        SqlPiece order{" ORDER BY ", {}};
        for (const SortColumn& column : columns) {
            sql.add(", ").add(column.path.part);
            order.add(column.path.part).add(column.descending ? " DESC NULLS LAST, " : " NULLS FIRST, ");
        }
        sql.add(" FROM " + from()).add(m_where);
        if (!position.isEmpty())
            sql.add(" AND ").add(behind(columns, position, 0));
        sql.add(order).add(s_alias + ".id LIMIT " + QByteArray::number(limit));
        Statement& statement = m_connection.prepare(sql.sql);
        sql.bind(statement, 0);
        std::vector<std::pair<std::shared_ptr<const Record>, QJsonArray>> rows;
        const int firstSort = static_cast<int>(own.count(',')) + 1;
        while (m_connection.step(statement)) {
            std::shared_ptr<const Record> record = readRecord(statement, m_plan, *m_query.table);
            QJsonArray at;
            for (size_t i = 0; i < columns.size(); ++i)
                at.append(rawValue(statement, firstSort + static_cast<int>(i), columns[i].path.field));
            at.append(record->id);
            rows.emplace_back(std::move(record), at);
        }
        return rows;
    }

    Result<qint64> countTested()
    {
        qint64 number = 0;
        QJsonArray position;
        for (bool more = true; more;) {
            const auto rows = batch({}, position, 1000);
            if (auto error = m_connection.takeError())
                return *error;
            more = rows.size() == 1000;
            for (const auto& [record, at] : rows) {
                position = at;
                number += m_query.test(record) ? 1 : 0;
            }
        }
        return number;
    }

    Connection& m_connection;
    const plan::Plan& m_plan;
    const ListQuery& m_query;
    SqlPiece m_where;
    QJsonArray m_last;
};

} // namespace

Result<ListPage> listRecords(Connection& connection, const plan::Plan& plan, const ListQuery& query, int limit,
                             const QString& cursor)
{
    Lister lister(connection, plan, query);
    if (auto ready = lister.prepare(); !ready)
        return ready.error();
    return lister.page(limit, cursor);
}

Result<qint64> countRecords(Connection& connection, const plan::Plan& plan, const ListQuery& query)
{
    Lister lister(connection, plan, query);
    if (auto ready = lister.prepare(); !ready)
        return ready.error();
    return lister.count();
}

} // namespace fw::store
