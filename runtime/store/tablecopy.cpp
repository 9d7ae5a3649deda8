#include "tablecopy.h"
#include "recordsql.h"
#include "sqltext.h"

#include <QCryptographicHash>
#include <numeric>

namespace fw::store
{

namespace
{

constexpr int s_rowsAtOnce = 2000;

CopyColumn::Kind kindOf(const QByteArray& storage)
{
    static const QHash<QByteArray, CopyColumn::Kind> kinds{
        {"integer", CopyColumn::Kind::Integer}, {"scaled", CopyColumn::Kind::Scaled},
        {"boolean", CopyColumn::Kind::Integer}, {"instant", CopyColumn::Kind::Instant},
        {"list", CopyColumn::Kind::List},       {"blob", CopyColumn::Kind::Blob}};
    return kinds.value(storage, CopyColumn::Kind::Text);
}

/// A list in one form of JSON, however the database keeps it.
QString plainList(const QString& json)
{
    return QString::fromUtf8(QJsonDocument::fromJson(json.toUtf8()).toJson(QJsonDocument::Compact));
}

Cell readCell(const Statement& row, int index, const CopyColumn& column)
{
    if (row.isNull(index))
        return {};
    switch (column.kind) {
    case CopyColumn::Kind::Integer: return row.integer(index);
    case CopyColumn::Kind::Instant: return Millis{row.integer(index)};
    case CopyColumn::Kind::Scaled: return Scaled{row.scaled(index, column.decimals), column.decimals};
    case CopyColumn::Kind::Blob: return row.blob(index);
    case CopyColumn::Kind::List: return plainList(row.text(index));
    case CopyColumn::Kind::Text: break;
    }
    const QString text = row.text(index);
    return text.isNull() ? QStringLiteral("") : text;
}

/// Each value as its kind, its length and its bytes, so that no two rows give the same.
void add(QCryptographicHash& hash, const Row& row)
{
    for (const Cell& cell : row) {
        const QByteArray bytes = std::visit(
            [](const auto& value) -> QByteArray {
                using T = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<T, std::monostate>)
                    return {};
                else if constexpr (std::is_same_v<T, qint64>)
                    return QByteArray::number(value);
                else if constexpr (std::is_same_v<T, QString>)
                    return value.toUtf8();
                else if constexpr (std::is_same_v<T, QByteArray>)
                    return value;
                else if constexpr (std::is_same_v<T, Scaled>)
                    return QByteArray::number(value.units);
                else
                    return QByteArray::number(value.value);
            },
            cell);
        hash.addData(QByteArray::number(static_cast<int>(cell.index())) + ':' + QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
    }
}

QByteArray names(const CopyTable& table, const std::vector<int>& columns)
{
    QByteArray list;
    for (const int column : columns)
        list += (list.isEmpty() ? "" : ", ") + quoted(table.columns[static_cast<size_t>(column)].name);
    return list;
}

std::vector<int> all(const CopyTable& table)
{
    std::vector<int> columns(table.columns.size());
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

QByteArray placeholders(size_t count)
{
    return "?" + QByteArray(", ?").repeated(static_cast<qsizetype>(count) - 1);
}

} // namespace

std::vector<CopyTable> systemTables(Connection& connection)
{
    QStringList found;
    Statement& list = connection.prepare(connection.dialect().systemTableNames());
    while (connection.step(list))
        found << list.text(0);
    std::vector<CopyTable> tables;
    for (const QString& name : std::as_const(found)) {
        CopyTable table{name, {}, {}};
        QMap<qint64, int> key;
        Statement& columns = connection.prepare(connection.dialect().columnsOf(literal(name)));
        while (connection.step(columns)) {
            if (const qint64 position = columns.integer(2); position > 0)
                key.insert(position, static_cast<int>(table.columns.size()));
            table.columns.push_back({columns.text(0), kindOf(columns.text(1).toLatin1()), 0});
        }
        table.key.assign(key.cbegin(), key.cend());
        tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<CopyTable> recordTables(const QMap<QString, StoredColumns>& stored)
{
    std::vector<CopyTable> tables;
    for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
        CopyTable table{it.key(),
                        {{QStringLiteral("id"), CopyColumn::Kind::Text, 0},
                         {QStringLiteral("version"), CopyColumn::Kind::Integer, 0},
                         {QStringLiteral("created_at"), CopyColumn::Kind::Instant, 0},
                         {QStringLiteral("created_by"), CopyColumn::Kind::Text, 0},
                         {QStringLiteral("updated_at"), CopyColumn::Kind::Instant, 0},
                         {QStringLiteral("updated_by"), CopyColumn::Kind::Text, 0},
                         {QStringLiteral("deleted_at"), CopyColumn::Kind::Instant, 0}},
                        {0}};
        for (const ColumnShape& shape : *it)
            table.columns.push_back({shape.id, kindOf(shape.storage), shape.decimals});
        tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<plan::Table> shapesOf(const QMap<QString, StoredColumns>& stored)
{
    std::vector<plan::Table> tables;
    for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
        plan::Table table;
        table.id = it.key();
        for (const ColumnShape& shape : *it)
            table.fields.push_back(fieldOf(shape));
        tables.push_back(std::move(table));
    }
    return tables;
}

void forEachRowOf(Connection& connection, const CopyTable& table, const std::function<void(const Row&)>& visit)
{
    const QByteArray key = names(table, table.key);
    const QByteArray select = "SELECT " + names(table, all(table)) + " FROM " + quoted(table.name);
    const QByteArray order = " ORDER BY " + key + " LIMIT " + QByteArray::number(s_rowsAtOnce);
    Row row(table.columns.size());
    for (bool more = true, first = true; more; first = false) {
        Statement& statement = connection.prepare(first ? select + order
                                                        : select + " WHERE (" + key + ") > (" +
                                                              placeholders(table.key.size()) + ")" + order);
        for (size_t i = 0; !first && i < table.key.size(); ++i)
            bindCell(statement, static_cast<int>(i), row[static_cast<size_t>(table.key[i])]);
        int count = 0;
        for (; connection.step(statement); ++count) {
            for (size_t i = 0; i < row.size(); ++i)
                row[i] = readCell(statement, static_cast<int>(i), table.columns[i]);
            visit(row);
        }
        more = count == s_rowsAtOnce && !connection.failed();
    }
}

RowsDigest rowsDigest(Connection& connection, const CopyTable& table)
{
    RowsDigest digest;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    forEachRowOf(connection, table, [&](const Row& row) {
        ++digest.rows;
        add(hash, row);
    });
    digest.sha256 = hash.result().toHex();
    return digest;
}

Result<RowsDigest> copyTable(Connection& from, Connection& to, const CopyTable& table)
{
    RowsDigest digest;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    auto sink = to.addRows(quoted(table.name), names(table, all(table)), table.columns.size());
    if (!sink)
        return sink.error();
    forEachRowOf(from, table, [&](const Row& row) {
        ++digest.rows;
        add(hash, row);
        (*sink)->add(row);
    });
    if (auto error = from.takeError())
        return *error;
    if (auto done = (*sink)->finish(); !done)
        return done.error();
    digest.sha256 = hash.result().toHex();
    return digest;
}

} // namespace fw::store
