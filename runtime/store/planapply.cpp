#include "apply.h"
#include "recordsql.h"
#include "tableshape.h"

namespace fw::store
{

namespace
{

using plan::Field;
using plan::Table;

/// Collects the changes of one application of a plan.
class Planner
{
public:
    Planner(Store& store, const plan::Plan& target)
        : m_connection(store.writer()), m_target(target), m_stored(storedTables(m_connection))
    {
    }

    Result<ApplyPlan> run(int basedOn)
    {
        m_plan.basedOn = basedOn;
        m_plan.sha256 = m_target.sha256;
        for (const Table& table : m_target.tables)
            planTable(table);
        retireTables();
        for (const Table& table : m_target.tables)
            planIndexes(table);
        planFinish();
        planMissing();
        if (auto error = m_connection.takeError())
            return *error;
        if (!m_problems.isEmpty())
            return Error(m_problems);
        return m_plan;
    }

private:
    void planTable(const Table& table);
    void planColumn(const Table& table, const Field& field, const QString& storedAs, StoredColumns& columns);
    void planNewColumn(const Table& table, const Field& field);
    void planReference(const Table& table, const Field& field);
    void planStorage(const Table& table, const Field& field, const ColumnShape& old, const QString& storedAs);
    void planScale(const Table& table, const Field& field, const ColumnShape& old, ApplyChange change);
    void planReplacement(const Table& table, const Field& field, const ColumnShape& old, ApplyChange change);
    void retireColumns(const Table& table, const QString& storedAs, const StoredColumns& columns);
    void retireTables();
    void planIndexes(const Table& table);
    bool canBeUnique(const Table& table, const TableIndex& index);
    void planFinish();
    void planMissing();

    ApplyChange& add(ApplyChange::Kind kind, const QString& table, const QString& column, Message words, qint64 rows,
                     QList<QByteArray> sql)
    {
        m_plan.changes.append(ApplyChange{kind, table, column, std::move(words), rows, 0, false, std::move(sql)});
        return m_plan.changes.last();
    }
    ApplyChange& createdTable(const QString& table)
    {
        return *std::find_if(m_plan.changes.begin(), m_plan.changes.end(), [&](const ApplyChange& change) {
            return change.kind == ApplyChange::Kind::CreateTable && change.table == table;
        });
    }
    qint64 number(const QByteArray& sql)
    {
        Statement& statement = m_connection.prepare(sql);
        const qint64 value = m_connection.step(statement) ? statement.integer(0) : 0;
        while (m_connection.step(statement)) {
        }
        return value;
    }
    qint64 rows(const QString& table) { return number("SELECT count(*) FROM " + quoted(table)); }
    QStringList names(const QByteArray& sql)
    {
        QStringList list;
        Statement& statement = m_connection.prepare(sql);
        while (m_connection.step(statement))
            list << statement.text(0);
        return list;
    }
    static LocalText named(const LocalText& label, const QString& id)
    {
        return label.isEmpty() ? LocalText(id) : label;
    }

    Connection& m_connection;
    const plan::Plan& m_target;
    QMap<QString, StoredColumns> m_stored;
    QMap<QString, QString> m_storedAs; ///< target table → its name in the store; tables that are new are missing
    ApplyPlan m_plan;
    QStringList m_dropped; ///< indexes that go with a replaced column; the new column gets its own
    QList<Problem> m_problems;
};

/// The id something has in the store: its own, or a former one whose place nobody else has taken.
QString storedName(const QString& id, const std::vector<QString>& was, const auto& stored, const auto& isTaken)
{
    if (stored.contains(id))
        return id;
    for (const QString& former : was) {
        if (stored.contains(former) && !isTaken(former))
            return former;
    }
    return {};
}

void Planner::planTable(const Table& table)
{
    // These names are the store's own; the definition's checker says so earlier, but the store must not rely on it.
    for (const auto& reserved : {QLatin1String("fw_"), QLatin1String("v_"), QLatin1String("sqlite_")}) {
        if (table.id.startsWith(reserved))
            m_problems << Problem{
                Severity::Error,
                QStringLiteral("apply.reserved_id"),
                Message(FW_MSG("The table id \"%1\" begins with \"%2\", which the store keeps for itself."),
                        {table.id, reserved}),
                FW_MSG("Choose another id."),
                Place{{}, 0, 0, table.id},
                {}};
    }
    const QString storedAs =
        storedName(table.id, table.was, m_stored, [&](const QString& id) { return m_target.findTable(id) != nullptr; });
    if (storedAs.isEmpty()) {
        QList<QByteArray> sql{createTable(m_connection.dialect(), table)};
        for (const Field& field : table.fields) {
            ColumnShape shape = columnShape(field);
            shape.filled = true; // there are no rows yet
            if (!hasColumn(field))
                continue;
            sql << noteColumn(table.id, shape);
            planReference(table, field);
        }
        add(ApplyChange::Kind::CreateTable, table.id, {},
            Message::local(FW_MSG("Create table %1 with %2 fields."),
                           {named(table.label, table.id), QString::number(table.fields.size())}),
            0, sql);
        return;
    }
    m_storedAs.insert(table.id, storedAs);
    if (storedAs != table.id)
        add(ApplyChange::Kind::RenameTable, table.id, {},
            Message::local(FW_MSG("Rename table %1 to %2 (%3 records)."),
                           {storedAs, table.id, QString::number(rows(storedAs))}),
            rows(storedAs),
            {"ALTER TABLE " + quoted(storedAs) + " RENAME TO " + quoted(table.id),
             "UPDATE fw_column SET table_id = " + literal(table.id) + " WHERE table_id = " + literal(storedAs)});
    StoredColumns columns = m_stored.value(storedAs);
    for (const Field& field : table.fields) {
        if (hasColumn(field))
            planColumn(table, field, storedAs, columns);
    }
    retireColumns(table, storedAs, columns);
}

void Planner::planColumn(const Table& table, const Field& field, const QString& storedAs, StoredColumns& columns)
{
    const QString name =
        storedName(field.id, field.was, columns, [&](const QString& id) { return table.findField(id) != nullptr; });
    if (name.isEmpty()) {
        planNewColumn(table, field);
        return;
    }
    const ColumnShape old = columns.take(name);
    ColumnShape now = columnShape(field);
    now.filled = old.filled && old.formula == now.formula;
    const qint64 count = rows(storedAs);
    if (name != field.id)
        add(ApplyChange::Kind::RenameColumn, table.id, field.id,
            Message::local(FW_MSG("Rename field %1 of %2 to %3."), {name, named(table.label, table.id), field.id}),
            count,
            {"ALTER TABLE " + quoted(table.id) + " RENAME COLUMN " + quoted(name) + " TO " + quoted(field.id),
             "DELETE FROM fw_column WHERE table_id = " + literal(table.id) + " AND column_id = " + literal(name),
             noteColumn(table.id, now)});
    const plan::Table* target = m_target.findTable(now.relationTo);
    const QString targetAs = target ? storedName(target->id, target->was, m_stored,
                                                 [&](const QString& id) { return m_target.findTable(id) != nullptr; })
                                    : QString();
    if (old.relationTo != now.relationTo && old.relationTo == targetAs)
        m_plan.finish << noteColumn(table.id, now); // the table it points to was renamed; SQLite follows by itself
    if (!old.sameStorage(now) || (old.relationTo != now.relationTo && old.relationTo != targetAs)) {
        planStorage(table, field, old, storedAs);
    } else if (old.retired) {
        add(ApplyChange::Kind::AddColumn, table.id, field.id,
            Message::local(FW_MSG("Bring back field %1 of %2 with its values."),
                           {named(field.label, field.id), named(table.label, table.id)}),
            count, {noteColumn(table.id, now)});
    } else if (old.formula != now.formula) {
        add(ApplyChange::Kind::Rebuild, table.id, field.id,
            Message::local(FW_MSG("Compute field %1 of %2 anew for %3 records."),
                           {named(field.label, field.id), named(table.label, table.id), QString::number(count)}),
            count, {noteColumn(table.id, now)});
    }
}

/// Tables may refer to each other; the references come when all of them are there.
void Planner::planReference(const Table& table, const Field& field)
{
    const QByteArray sql = reference(m_connection.dialect(), table, field);
    if (!sql.isEmpty())
        m_plan.finish << sql;
}

void Planner::planNewColumn(const Table& table, const Field& field)
{
    const qint64 count = rows(m_storedAs.value(table.id));
    ColumnShape shape = columnShape(field);
    shape.filled = shape.filled || count == 0;
    add(ApplyChange::Kind::AddColumn, table.id, field.id,
        Message::local(FW_MSG("Add field %1 to %2 (%3 records)."),
                       {named(field.label, field.id), named(table.label, table.id), QString::number(count)}),
        count,
        {"ALTER TABLE " + quoted(table.id) + " ADD COLUMN " + columnDefinition(m_connection.dialect(), field),
         noteColumn(table.id, shape)});
    planReference(table, field);
}

void Planner::planStorage(const Table& table, const Field& field, const ColumnShape& old, const QString& storedAs)
{
    ApplyChange change{ApplyChange::Kind::Rebuild,
                       table.id,
                       field.id,
                       {},
                       number("SELECT count(" + quoted(old.id) + ") FROM " + quoted(storedAs)),
                       0,
                       false,
                       {}};
    const bool numbers = (old.storage == "scaled" || old.storage == "integer") &&
                         (field.storage == plan::Storage::Scaled || field.storage == plan::Storage::Integer);
    if (numbers)
        planScale(table, field, old, std::move(change));
    else
        planReplacement(table, field, old, std::move(change));
}

/// The same number in other units: exact when decimals are added, rounded half away from zero when they are taken away.
void Planner::planScale(const Table& table, const Field& field, const ColumnShape& old, ApplyChange change)
{
    const ColumnShape now = columnShape(field);
    const Dialect dialect = m_connection.dialect();
    if (now.decimals != old.decimals)
        change.lost = number("SELECT count(*) FROM " + quoted(m_storedAs.value(table.id)) + " WHERE " +
                             rescaleLoss(dialect, quoted(old.id), old.decimals, now.decimals));
    change.needsConsent = change.lost > 0;
    change.words = Message::local(
        FW_MSG("Keep field %1 of %2 to %3 decimals (before: %4): %5 values, %6 of them are rounded or too large."),
        {named(field.label, field.id), named(table.label, table.id), QString::number(now.decimals),
         QString::number(old.decimals), QString::number(change.rows), QString::number(change.lost)});
    change.sql = rescale(dialect, table, field, old.decimals);
    change.sql << noteColumn(table.id, now);
    m_plan.changes << change;
}

/// Another kind of value: the old column is put aside with its values, a new one begins empty.
void Planner::planReplacement(const Table& table, const Field& field, const ColumnShape& old, ApplyChange change)
{
    QString aside;
    for (int n = 1; aside.isEmpty() || m_stored.value(m_storedAs.value(table.id)).contains(aside); ++n)
        aside = QStringLiteral("fw_old%1_%2").arg(n).arg(field.id);
    ColumnShape kept = old;
    kept.id = aside;
    kept.retired = true;
    change.lost = change.rows;
    change.needsConsent = change.lost > 0;
    change.words = Message::local(
        FW_MSG("Field %1 of %2 gets another type: its %3 values are put aside and the field begins empty."),
        {named(field.label, field.id), named(table.label, table.id), QString::number(change.lost)});
    for (bool unique : {false, true}) {
        change.sql << "DROP INDEX IF EXISTS " + quoted(indexName(unique, table.id, field.id));
        m_dropped << indexName(unique, table.id, field.id);
    }
    change.sql << "ALTER TABLE " + quoted(table.id) + " RENAME COLUMN " + quoted(field.id) + " TO " + quoted(aside)
               << noteColumn(table.id, kept)
               << "ALTER TABLE " + quoted(table.id) + " ADD COLUMN " + columnDefinition(m_connection.dialect(), field)
               << noteColumn(table.id, columnShape(field));
    planReference(table, field);
    m_plan.changes << change;
}

void Planner::retireColumns(const Table& table, const QString& storedAs, const StoredColumns& columns)
{
    for (ColumnShape shape : columns) {
        if (shape.retired)
            continue;
        shape.retired = true;
        const qint64 values = number("SELECT count(" + quoted(shape.id) + ") FROM " + quoted(storedAs));
        add(ApplyChange::Kind::RetireColumn, table.id, shape.id,
            Message::local(FW_MSG("Hide field %1 of %2; its %3 values stay in the store."),
                           {shape.id, named(table.label, table.id), QString::number(values)}),
            values, {noteColumn(table.id, shape)});
    }
}

void Planner::retireTables()
{
    for (auto it = m_stored.cbegin(); it != m_stored.cend(); ++it) {
        const bool used = m_target.findTable(it.key()) || m_storedAs.values().contains(it.key());
        const bool live =
            std::any_of(it->cbegin(), it->cend(), [](const ColumnShape& shape) { return !shape.retired; });
        if (used || !live)
            continue;
        const qint64 count = rows(it.key());
        add(ApplyChange::Kind::RetireTable, it.key(), {},
            Message(FW_MSG("Hide table %1; its %2 records stay in the store."), {it.key(), QString::number(count)}),
            count, {"UPDATE fw_column SET retired = 1 WHERE table_id = " + literal(it.key())});
    }
}

/// Two live records with the same value stand against a unique index; said before anything is changed.
bool Planner::canBeUnique(const Table& table, const TableIndex& index)
{
    const QString storedAs = m_storedAs.value(table.id), column = index.column;
    if (storedAs.isEmpty() || !index.unique)
        return true;
    if (!m_stored.value(storedAs).contains(column))
        return true;
    const qint64 twice =
        number("SELECT count(*) FROM (SELECT 1 FROM " + quoted(storedAs) + " WHERE deleted_at IS NULL AND " +
               quoted(column) + " IS NOT NULL GROUP BY " + quoted(column) + " HAVING count(*) > 1) AS twice");
    if (twice == 0)
        return true;
    m_problems << Problem{
        Severity::Error,
        QStringLiteral("apply.not_unique"),
        Message::local(FW_MSG("Field %1 of %2 cannot become unique: %3 values stand in more than one record."),
                       {column, named(table.label, table.id), QString::number(twice)}),
        FW_MSG("Correct or merge those records first."),
        Place{{}, 0, 0, table.id + u'.' + column},
        {}};
    return false;
}

void Planner::planIndexes(const Table& table)
{
    const QMap<QString, TableIndex> wanted = tableIndexes(m_connection.dialect(), m_target, table);
    QStringList present = names(m_connection.dialect().indexesOf(literal(m_storedAs.value(table.id))));
    present.removeIf([this](const QString& name) { return m_dropped.contains(name); });
    const bool isNew = !m_storedAs.contains(table.id);
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (present.removeOne(it.key()) || !canBeUnique(table, *it))
            continue;
        const QString column = it->column;
        if (isNew) // part of making the table: no news of its own
            createdTable(table.id).sql << it->sql;
        else
            add(ApplyChange::Kind::CreateIndex, table.id, column,
                Message::local(FW_MSG("Index field %1 of %2."), {column, named(table.label, table.id)}),
                rows(m_storedAs.value(table.id)), {"DROP INDEX IF EXISTS " + quoted(it.key()), it->sql});
    }
    for (const QString& name : present)
        add(ApplyChange::Kind::DropIndex, table.id, {}, Message(FW_MSG("Drop index %1."), {name}), 0,
            {"DROP INDEX IF EXISTS " + quoted(name)});
}

/// Views are made of what the changes leave behind; they and the zone's offsets are replaced as a whole.
void Planner::planFinish()
{
    QMap<QString, QByteArray> wanted;
    for (const Table& table : m_target.tables)
        wanted.insert(QStringLiteral("v_") + table.id, tableView(m_connection.dialect(), table));
    bool same = true;
    Statement& read = m_connection.prepare(m_connection.dialect().views());
    QStringList present;
    while (m_connection.step(read)) {
        present << read.text(0);
        same = same && wanted.value(read.text(0)) == read.text(1).toUtf8();
    }
    QMap<Instant, int> offsets;
    Statement& zone = m_connection.prepare("SELECT since, seconds FROM fw_zone");
    while (m_connection.step(zone))
        offsets.insert(zone.integer(0), static_cast<int>(zone.integer(1)));
    const QMap<Instant, int> wantedOffsets = zoneOffsets(m_target.zone);
    if (same && present.size() == wanted.size() && offsets == wantedOffsets && m_plan.changes.isEmpty())
        return;
    for (const QString& view : present)
        m_plan.begin << "DROP VIEW " + quoted(view);
    m_plan.finish << "DELETE FROM fw_zone";
    for (auto it = wantedOffsets.cbegin(); it != wantedOffsets.cend(); ++it)
        m_plan.finish << "INSERT INTO fw_zone VALUES (" + QByteArray::number(it.key()) + ", " +
                             QByteArray::number(it.value()) + ")";
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        m_plan.finish << *it;
        if (const QByteArray note = m_connection.dialect().noteView(quoted(it.key()), literal(QString::fromUtf8(*it)));
            !note.isEmpty())
            m_plan.finish << note;
    }
}

void Planner::planMissing()
{
    for (const plan::Setting& setting : m_target.settings) {
        Statement& read = m_connection.prepare("SELECT 1 FROM fw_setting WHERE key = ?1");
        read.bind(0, setting.id);
        const bool known = m_connection.step(read);
        while (known && m_connection.step(read)) {
        }
        if (!known && setting.defaultValue.isNull())
            m_plan.missing << setting.id;
    }
}

} // namespace

Result<ApplyPlan> planApply(Store& store, const plan::Plan& target)
{
    return Planner(store, target).run(store.publishedNumber());
}

} // namespace fw::store
