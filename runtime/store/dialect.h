#pragma once
#include <QByteArray>

namespace fw::store
{

/// Where SQLite and PostgreSQL need different words. Everything else is written once, in SQL that both read (README.md).
/// Arguments and results are pieces of SQL.
class Dialect
{
public:
    enum Kind : quint8 { Sqlite, Postgres };
    constexpr Dialect(Kind kind) : m_kind(kind) {}
    constexpr bool isPostgres() const { return m_kind == Postgres; }
    constexpr bool operator==(const Dialect&) const = default;

    /// The statements of a system schema, written for SQLite: INTEGER, TEXT and BLOB columns, STRICT tables, INTEGER PRIMARY
    /// KEY for numbers that the database gives.
    QByteArray systemTables(const QByteArray& sql) const;

    /// Whether `text` contains the parameter that follows.
    QByteArray contains(const QByteArray& text) const;
    /// The last `length` code points of `text`.
    QByteArray end(const QByteArray& text, qsizetype length) const;
    /// Whether a column of several texts contains the parameter that follows; unknown where it is null.
    QByteArray listContains(const QByteArray& list) const;

    /// An instant of a record table as milliseconds UTC. Instants of system tables are milliseconds in both databases.
    QByteArray millis(const QByteArray& instant) const;
    /// A text "2026-01-05" as what a date column holds.
    QByteArray dateText(const QByteArray& text) const;
    /// A date column as days since 1970-01-01.
    QByteArray dayOf(const QByteArray& date) const;
    /// The first day of the month of a day; both are days since 1970-01-01.
    QByteArray monthOf(const QByteArray& day) const;
    /// Units of 10^-decimals, as system tables hold them, as a decimal of a record table.
    QByteArray decimal(const QByteArray& units, int decimals) const;

    // --- several runtimes on one database; "" in SQLite, which has one ---
    /// Locks the rows that a SELECT finds and passes over those another runtime has locked.
    QByteArray skipLocked() const;
    /// Statements that hold the message of a parameter for this connection, and let go of it.
    QByteArray holdMessage() const;
    QByteArray letGoOfMessage() const;
    /// " AND …": no connection holds the message `id` of the row.
    QByteArray andNobodyHolds() const;

    // --- the catalogue ---
    /// Names of the store's own tables but fw_meta; virtual ones and what belongs to them are left out.
    QByteArray systemTableNames() const;
    /// Columns of a table: name, "integer", "text" or "blob", place in the primary key (0 = not part of it).
    QByteArray columnsOf(const QByteArray& table) const;
    /// Statements after which rows may come before what they refer to, until the transaction ends; and what undoes them.
    QByteArray deferReferences(const QByteArray& table) const;
    QByteArray checkReferences(const QByteArray& table) const;
    /// Lets the numbers that the database gives go on after those there are; "" where that needs nothing.
    QByteArray continueNumbers(const QByteArray& table, const QByteArray& column) const;
    /// Names of the indexes that apply has made for a table; `table` is a literal.
    QByteArray indexesOf(const QByteArray& table) const;
    /// The views v_… that apply has made: name and the statement that made it.
    QByteArray views() const;
    /// Keeps that statement where the database does not keep it as it was written; "" where it does.
    QByteArray noteView(const QByteArray& name, const QByteArray& statement) const;

private:
    Kind m_kind;
};

} // namespace fw::store
