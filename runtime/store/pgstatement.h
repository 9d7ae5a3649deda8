#pragma once
#include "pgvalue.h"

namespace fw::store::pg
{

/// A statement prepared on the server, its parameters and, while it is stepped, the whole of its result.
class PgStatement final : public Statement
{
public:
    PgStatement() = default; ///< stands for what could not be prepared; stepping it fails
    PgStatement(QByteArray sql, QByteArray name) : m_sql(std::move(sql)), m_name(std::move(name)) {}
    ~PgStatement() override { PQclear(m_result); }
    PgStatement(const PgStatement&) = delete;
    PgStatement& operator=(const PgStatement&) = delete;

    using Statement::bind;
    Statement& bind(int index, qint64 value) override { return put(index, parameter(type(index), value)); }
    Statement& bind(int index, const QString& value) override { return put(index, parameter(type(index), value)); }
    Statement& bind(int index, const QByteArray& blob) override { return put(index, parameter(blob)); }
    Statement& bind(int index, const Scaled& value) override { return put(index, parameter(value)); }
    Statement& bindNull(int index) override { return put(index, {}); }
    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column); }
    qint64 integer(int column) const override
    {
        return isNull(column) ? 0 : integerOf(PQftype(m_result, column), bytes(column));
    }
    qint64 scaled(int column, int decimals) const override
    {
        return isNull(column) ? 0 : scaledOf(PQftype(m_result, column), bytes(column), decimals);
    }
    QString text(int column) const override
    {
        return isNull(column) ? QString() : textOf(PQftype(m_result, column), bytes(column));
    }
    QByteArray blob(int column) const override;

    // --- for the connection ---
    const QByteArray& sql() const { return m_sql; }
    const QByteArray& name() const { return m_name; }
    bool isBroken() const { return m_name.isEmpty(); }
    bool isRead() const { return m_columns > 0 && m_sql.startsWith("SELECT"); }
    /// What the server said of the prepared statement.
    void describe(const PGresult* description);
    void reset();
    /// Sends it and waits for the result; the caller owns what comes back.
    PGresult* execute(PGconn* connection) const;
    bool isRunning() const { return m_result; }
    void take(PGresult* result);
    bool next(); ///< the next row; false at the end, when the result is dropped

    quint64 preparedOn = 0; ///< on which connection; 0 = on none
    quint64 lastUse = 0;

private:
    Oid type(int index) const { return size_t(index) < m_types.size() ? m_types[size_t(index)] : Oid(Text); }
    Statement& put(int index, Parameter value);
    QByteArrayView bytes(int column) const
    {
        return {PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column)};
    }

    QByteArray m_sql, m_name;
    std::vector<Oid> m_types;
    std::vector<Parameter> m_parameters;
    int m_columns = 0;
    PGresult* m_result = nullptr;
    int m_row = -1;
};

} // namespace fw::store::pg
