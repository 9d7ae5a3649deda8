#pragma once
#include "dialect.h"
#include "runtime/plan/plan.h"
#include "sqltext.h"

/// What figures are made of: the rows of a tile's source and the columns reachable from them, as SQL.
namespace fw::store
{

/// How the values of a column lie in the database and what they stand for.
struct ColumnType {
    plan::FieldType type = plan::FieldType::Text;
    plan::Storage storage = plan::Storage::Text;
    int decimals = 0;
    const plan::Field* field = nullptr; ///< of the definition; nullptr for system columns
    QString refers;                     ///< the text is the id of a row here: "user" or a table; "" = of nothing
};

struct ColumnSql {
    QByteArray sql;
    ColumnType type;
    bool millis = true;                ///< an instant is a number (system tables), not the database's own type
    Dialect dialect = Dialect::Sqlite; ///< of the source that gave it
};

/// The source of a tile. Paths walk over relations ("customer.owner"); each step adds a join.
class AnalyticsSource
{
public:
    /// `from`: a table id, "event.<id>", "task", "message" or "score_change". nullptr when there is no such source.
    static std::unique_ptr<AnalyticsSource> find(Dialect dialect, const plan::Plan& plan, const QString& from);
    /// All rows of several events, with the person's own columns: what funnels walk over.
    static std::unique_ptr<AnalyticsSource> ofEvents(Dialect dialect, const plan::Plan& plan,
                                                     const QStringList& events);
    virtual ~AnalyticsSource() = default;

    /// The column at the end of a path; nothing when it leads nowhere or to what is computed on reading only.
    std::optional<ColumnSql> resolve(const QString& path);
    /// FROM with the joins asked for so far and WHERE with what holds of every row of the source.
    QByteArray fromWhere() const;
    /// What has to be read of a row to show it to FEEL, as the start of a list (", t.a, t.b"): the columns of records in
    /// recordColumns() order; of events person, event, at, received, channel, props; of others those of ownNames().
    virtual QByteArray rowColumns() = 0;
    virtual QStringList ownNames() const { return {}; }
    Dialect dialect() const { return m_dialect; }
    /// What a row is known by: record id, event seq.
    QByteArray idSql() const { return m_id; }
    /// The person's record a row that is no record is about.
    QByteArray recordSql() const { return m_record; }
    QString defaultAt() const { return m_defaultAt; }
    /// "records", "events", "tasks", "messages" or "changes".
    QString counts() const { return m_counts; }
    const plan::Table* table() const { return m_table; }
    const plan::Event* event() const { return m_event; }

protected:
    AnalyticsSource(Dialect dialect, const plan::Plan& plan) : m_dialect(dialect), m_plan(plan) {}
    /// A column of the source itself.
    virtual std::optional<ColumnSql> own(const QString& name) = 0;
    std::optional<ColumnSql> columnOf(const plan::Table& table, const QByteArray& alias, const QString& name) const;
    QByteArray join(const QByteArray& key, const QByteArray& table, const QByteArray& on);

    const Dialect m_dialect;
    const plan::Plan& m_plan;
    QByteArray m_from, m_always, m_id = "t.id", m_record = "t.record";
    QString m_defaultAt = QStringLiteral("created_at");
    QString m_counts = QStringLiteral("records");
    const plan::Table* m_table = nullptr;
    const plan::Event* m_event = nullptr;

private:
    std::optional<ColumnSql> step(const ColumnSql& from, const QString& name);
    QMap<QByteArray, QByteArray> m_joins; ///< what is joined → alias
    QByteArray m_joinSql;
};

} // namespace fw::store
