#include "move.h"
#include "apply.h"
#include "publishedplan.h"
#include "recordsql.h"
#include "sqltext.h"
#include "tablecopy.h"

namespace fw::store
{

namespace
{

class Move
{
public:
    Move(Store& from, Store& to, const std::function<void(const QString&)>& progress)
        : m_from(from.writer()), m_store(to), m_to(to.writer()), m_toName(to.path()), m_progress(progress)
    {
    }
    /// Inside a transaction of each store.
    Result<MoveReport> run();

private:
    Result<void> takesOverName();
    Result<void> mustBeEmpty(const std::vector<CopyTable>& tables);
    Result<void> createRecordTables(const QMap<QString, StoredColumns>& stored);
    Result<void> copy(const std::vector<CopyTable>& tables);
    Result<void> compare(const CopyTable& table);
    Result<void> finishShape(const QMap<QString, StoredColumns>& stored);
    Result<void> execute(const QByteArray& sql) { return sql.isEmpty() ? Result<void>() : m_to.execute(sql); }

    Connection& m_from;
    Store& m_store;
    Connection& m_to;
    QString m_toName;
    const std::function<void(const QString&)>& m_progress;
    MoveReport m_report;
};

/// The store goes on under the id it was born with, which its audit chain hangs on; that of the empty one goes.
Result<void> Move::takesOverName()
{
    return m_to.run(m_to.prepare("DELETE FROM fw_setting WHERE key = 'store.id'"));
}

Result<void> Move::mustBeEmpty(const std::vector<CopyTable>& tables)
{
    for (const CopyTable& table : tables) {
        const qint64 rows = numberFrom(m_to, m_to.prepare("SELECT count(*) FROM " + quoted(table.name)));
        if (rows > 0)
            return Error(QStringLiteral("move.not_empty"),
                         Message(FW_MSG("\"%1\" is not empty: its table %2 has %3 rows."),
                                 {m_toName, table.name, QString::number(rows)}),
                         FW_MSG("Choose a store that does not exist yet or holds nothing. Neither store was changed."));
    }
    auto error = m_to.takeError();
    return error ? Result<void>(*error) : Result<void>();
}

Result<void> Move::createRecordTables(const QMap<QString, StoredColumns>& stored)
{
    for (const plan::Table& table : shapesOf(stored)) {
        if (auto done = execute(createTable(m_to.dialect(), table)); !done)
            return done;
    }
    return {};
}

Result<void> Move::copy(const std::vector<CopyTable>& tables)
{
    for (const CopyTable& table : tables) {
        if (m_progress)
            m_progress(table.name);
        if (auto done = execute(m_to.dialect().deferReferences(literal(QString::fromUtf8(quoted(table.name))))); !done)
            return done;
        const auto digest = copyTable(m_from, m_to, table);
        if (!digest)
            return digest.error();
        m_report.tables << MovedTable{table.name, digest->rows, digest->sha256};
        if (auto done = compare(table); !done)
            return done;
        const CopyColumn* key =
            table.key.size() == 1 ? &table.columns[static_cast<size_t>(table.key.front())] : nullptr;
        if (key && key->kind == CopyColumn::Kind::Integer) {
            if (auto done = execute(m_to.dialect().continueNumbers(quoted(table.name), key->name.toLatin1())); !done)
                return done;
        }
    }
    return {};
}

/// What was written is read back from the target.
Result<void> Move::compare(const CopyTable& table)
{
    const RowsDigest there = rowsDigest(m_to, table);
    if (auto error = m_to.takeError())
        return *error;
    const MovedTable& here = m_report.tables.last();
    if (there == RowsDigest{here.rows, here.sha256})
        return {};
    return Error(QStringLiteral("move.differs"),
                 Message(FW_MSG("The table %1 does not arrive as it was: %2 rows were read, %3 are there."),
                         {table.name, QString::number(here.rows), QString::number(there.rows)}),
                 FW_MSG("Neither store was changed. Report this with the name of the table."));
}

/// References, indexes and views: what the published definition asks for besides the tables.
Result<void> Move::finishShape(const QMap<QString, StoredColumns>& stored)
{
    for (const CopyTable& table : systemTables(m_to)) {
        if (auto done = execute(m_to.dialect().checkReferences(literal(QString::fromUtf8(quoted(table.name))))); !done)
            return done;
    }
    for (const plan::Table& table : shapesOf(stored)) {
        for (const plan::Field& field : table.fields) {
            if (auto done = execute(reference(m_to.dialect(), table, field)); !done)
                return done;
        }
    }
    const auto plan = publishedPlan(m_to);
    if (!plan)
        return plan.error();
    const auto shape = planApply(m_store, **plan);
    return shape ? changeTables(m_to, *shape) : Result<void>(shape.error());
}

Result<MoveReport> Move::run()
{
    const auto system = systemTables(m_from);
    const auto stored = storedTables(m_from);
    if (auto error = m_from.takeError())
        return *error;
    if (auto empty = takesOverName(); !empty)
        return empty.error();
    if (auto empty = mustBeEmpty(system); !empty)
        return empty.error();
    if (auto created = createRecordTables(stored); !created)
        return created.error();
    for (const auto& tables : {system, recordTables(stored)}) {
        if (auto copied = copy(tables); !copied)
            return copied.error();
    }
    if (auto shaped = finishShape(stored); !shaped)
        return shaped.error();
    return m_report;
}

} // namespace

qint64 MoveReport::rows() const
{
    qint64 rows = 0;
    for (const MovedTable& table : tables)
        rows += table.rows;
    return rows;
}

QJsonObject MoveReport::toJson() const
{
    QJsonArray list;
    for (const MovedTable& table : tables)
        list.append(QJsonObject{{QStringLiteral("table"), table.name},
                                {QStringLiteral("rows"), table.rows},
                                {QStringLiteral("sha256"), QString::fromLatin1(table.sha256)}});
    return {{QStringLiteral("rows"), rows()}, {QStringLiteral("tables"), list}};
}

Result<MoveReport> moveStore(Store& from, Store& to, const std::function<void(const QString&)>& progress)
{
    if (from.publishedNumber() == 0)
        return Error(QStringLiteral("move.nothing"),
                     Message(FW_MSG("\"%1\" holds no published app yet."), {from.path()}),
                     FW_MSG("Give the store that has the data with --from."));
    Result<MoveReport> moved = MoveReport();
    bool done = false;
    // The source's transaction keeps everybody else from writing to it; it ends without a change.
    const auto kept = from.commit([&] {
        if (done)
            return;
        const auto committed = to.commit([&] {
            Savepoint whole(to.writer());
            moved = Move(from, to, progress).run();
            if (!moved)
                return;
            if (auto stands = whole.release(); !stands)
                moved = stands.error();
        });
        if (moved && !committed)
            moved = committed.error();
        done = moved.ok();
    });
    return moved && !done ? Result<MoveReport>(kept.error()) : moved;
}

} // namespace fw::store
