#pragma once
#include "runtime/store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

/// Stores for tests: SQLite, or PostgreSQL when FORMWRIGHT_TEST_POSTGRES names the file with a server's address
/// (tests/postgres/cluster). The suites of tests/runtime run once with each.
namespace fw::testing
{

inline bool onPostgres()
{
    return !qEnvironmentVariableIsEmpty("FORMWRIGHT_TEST_POSTGRES");
}

/// A new, empty schema on a server; its address.
inline QString newSchema(const QString& server)
{
    static int made = 0;
    const QString name = QStringLiteral("t%1_%2").arg(QCoreApplication::applicationPid()).arg(++made);
    auto connection = store::Connection::open(server, store::Connection::Mode::Owner);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().text()));
    if (auto created = (*connection)->execute("CREATE SCHEMA " + name.toUtf8()); !created)
        qFatal("%s", qPrintable(created.error().text()));
    return server + QStringLiteral("&options=-csearch_path%3D") + name;
}

/// The same on the test server.
inline QString newSchema()
{
    QFile file(qEnvironmentVariable("FORMWRIGHT_TEST_POSTGRES"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no test server: %s", qPrintable(file.fileName()));
    return newSchema(QString::fromUtf8(file.readAll()).trimmed());
}

/// A place for a store that lives as long as this object: what Store::open takes.
class StorePlace
{
public:
    StorePlace() : m_place(onPostgres() ? newSchema() : m_folder.filePath(QStringLiteral("app.db"))) {}
    const QString& path() const { return m_place; }
    /// A folder of its own beside it.
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QString m_place;
};

/// A fresh store that nobody else knows.
inline std::unique_ptr<store::Store> scratchStore()
{
    if (!onPostgres())
        return store::Store::scratch();
    auto opened = store::Store::open(newSchema(), QStringLiteral("test"));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    return std::move(*opened);
}

/// SQL of a test for the database the store is in: group_concat(…) is a list of values, units(…) a decimal of two places as
/// a whole number, as SQLite keeps it.
inline QByteArray forTheStore(const QByteArray& sql)
{
    static const QRegularExpression list(QStringLiteral("group_concat\\(([^)]*)\\)"));
    static const QRegularExpression units(QStringLiteral("units\\(([^)]*)\\)"));
    QString text = QString::fromUtf8(sql);
    text.replace(units, onPostgres() ? QStringLiteral("CAST(\\1 * 100 AS bigint)") : QStringLiteral("\\1"));
    if (onPostgres())
        text.replace(list, QStringLiteral("string_agg(CAST(\\1 AS text), ',')"));
    return text.toUtf8();
}

/// The first value of a query as text; "" when it gives nothing.
inline QString textOf(store::Connection& connection, const QByteArray& sql)
{
    store::Statement& statement = connection.prepare(sql);
    const QString text = connection.step(statement) ? statement.text(0) : QString();
    while (connection.step(statement)) {
    }
    return text;
}

} // namespace fw::testing
