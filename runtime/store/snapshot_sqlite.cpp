#include "snapshot_sqlite.h"
#include "errors.h"
#include "incidents.h"
#include "recordsql.h"
#include "rows.h"
#include "runtime/platform/privatefile.h"
#include "sqliteconnection.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>

namespace fw::store
{

namespace
{

constexpr int s_pagesAtOnce = 1024;

void addNumber(QCryptographicHash& hash, qint64 number)
{
    const qint64 bytes = qToBigEndian(number);
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&bytes), sizeof bytes));
}

void addBytes(QCryptographicHash& hash, const void* data, qint64 length)
{
    addNumber(hash, length);
    hash.addData(QByteArrayView(static_cast<const char*>(data), length));
}

/// Type and value of one column, so that no two rows give the same bytes.
void addColumn(QCryptographicHash& hash, sqlite3_stmt* row, int column)
{
    const int type = sqlite3_column_type(row, column);
    const char kind = static_cast<char>(type);
    hash.addData(QByteArrayView(&kind, 1));
    switch (type) {
    case SQLITE_INTEGER: addNumber(hash, sqlite3_column_int64(row, column)); break;
    case SQLITE_FLOAT: {
        const double number = sqlite3_column_double(row, column);
        addBytes(hash, &number, sizeof number);
        break;
    }
    case SQLITE_TEXT: addBytes(hash, sqlite3_column_text(row, column), sqlite3_column_bytes(row, column)); break;
    case SQLITE_BLOB: addBytes(hash, sqlite3_column_blob(row, column), sqlite3_column_bytes(row, column)); break;
    default: break;
    }
}

Result<TableDigest> digestTable(Connection& connection, const QString& name)
{
    const SqliteFile file = sqliteFile(connection);
    sqlite3_stmt* statement = nullptr;
    const QByteArray sql = "SELECT * FROM " + quoted(name);
    int code = sqlite3_prepare_v2(file.handle, sql.constData(), -1, &statement, nullptr);
    TableDigest digest{name, 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code != SQLITE_ROW)
            break;
        ++digest.rows;
        for (int column = 0; column < sqlite3_column_count(statement); ++column)
            addColumn(hash, statement, column);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE)
        return sqliteError(file.handle, code, file.path);
    digest.sha256 = hash.result();
    return digest;
}

/// Removes the file again unless the copy is whole.
class Target
{
public:
    explicit Target(QString path) : m_path(std::move(path)) { QFile::remove(m_path); }
    ~Target()
    {
        if (!m_whole)
            QFile::remove(m_path);
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    void keep() { m_whole = true; }

private:
    QString m_path;
    bool m_whole = false;
};

Result<void> copyPages(const SqliteFile& from, const SqliteFile& to, const Progress& progress)
{
    sqlite3_backup* backup = sqlite3_backup_init(to.handle, "main", from.handle, "main");
    if (!backup)
        return sqliteError(to.handle, sqlite3_errcode(to.handle), to.path);
    int code = SQLITE_OK;
    bool go = true;
    while (go && code == SQLITE_OK) {
        code = sqlite3_backup_step(backup, s_pagesAtOnce);
        const double all = std::max(1, sqlite3_backup_pagecount(backup));
        go = !progress || progress(1.0 - sqlite3_backup_remaining(backup) / all);
    }
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE && !go)
        return Error(QStringLiteral("store.interrupted"), FW_MSG("The copy was interrupted; nothing of it was kept."));
    if (code == SQLITE_DONE && finished == SQLITE_OK)
        return {};
    const int failed = code == SQLITE_DONE ? finished : code;
    // Reading failed or writing did; the words name the file that cannot be written when it may be that one.
    return (failed & 0xff) == SQLITE_CORRUPT || (failed & 0xff) == SQLITE_NOTADB
               ? sqliteError(from.handle, failed, from.path)
               : sqliteError(to.handle, failed, to.path);
}

/// A copy needs no log beside it: it is one file that any tool can open.
Result<void> leaveWal(const QString& path)
{
    auto copy = Connection::open(path, Connection::Mode::Owner);
    if (!copy)
        return copy.error();
    return (*copy)->execute("PRAGMA synchronous=OFF; PRAGMA journal_mode=DELETE");
}

} // namespace

QString firstDifference(const StoreDigest& a, const StoreDigest& b)
{
    for (qsizetype i = 0; i < std::max(a.tables.size(), b.tables.size()); ++i) {
        if (i >= a.tables.size() || i >= b.tables.size() || a.tables[i] != b.tables[i])
            return (i < a.tables.size() ? a.tables : b.tables)[i].name;
    }
    return a.schema == b.schema ? QString() : QStringLiteral("sqlite_schema");
}

Result<StoreDigest> digestOf(Connection& connection)
{
    const Savepoint moment(connection); // all tables as they are at one moment
    StoreDigest digest;
    QCryptographicHash schema(QCryptographicHash::Sha256);
    QStringList tables;
    Statement& read = connection.prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name");
    while (connection.step(read)) {
        schema.addData((read.text(0) + u'\n' + read.text(1) + u'\n' + read.text(2) + u'\n').toUtf8());
        const bool isVirtual = read.text(2).startsWith(QLatin1String("CREATE VIRTUAL"), Qt::CaseInsensitive);
        if (read.text(0) == QLatin1String("table") && !isVirtual)
            tables << read.text(1);
    }
    if (auto error = connection.takeError())
        return *error;
    digest.schema = schema.result();
    for (const QString& table : std::as_const(tables)) {
        auto one = digestTable(connection, table);
        if (!one)
            return one.error();
        digest.tables << *one;
    }
    return digest;
}

Result<StoreDigest> copyDatabase(Connection& from, const QString& to, const Progress& progress)
{
    Target target(to);
    if (auto made = platform::createPrivate(to, {}); !made)
        return made.error();
    Savepoint moment(from); // the copy and its digest are of the same moment
    auto digest = digestOf(from);
    if (!digest)
        return digest;
    {
        auto copy = Connection::open(to, Connection::Mode::Owner);
        if (!copy)
            return copy.error();
        // The file is of use only when it is whole; it needs no journal.
        if (auto set = (*copy)->execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF"); !set)
            return set.error();
        if (auto copied = copyPages(sqliteFile(from), sqliteFile(**copy), progress); !copied)
            return copied.error();
    }
    if (auto alone = leaveWal(to); !alone)
        return alone.error();
    target.keep();
    return digest;
}

Result<QStringList> integrityProblems(Connection& connection)
{
    QStringList problems;
    Statement& check = connection.prepare("PRAGMA integrity_check(100)");
    while (connection.step(check)) {
        if (check.text(0) != QLatin1String("ok"))
            problems << check.text(0);
    }
    if (auto error = connection.takeError())
        return *error;
    Statement& keys = connection.prepare("PRAGMA foreign_key_check");
    while (connection.step(keys)) {
        if (problems.size() < 100)
            problems << QStringLiteral("%1 row %2 points to a missing row of %3")
                            .arg(keys.text(0), keys.text(1), keys.text(2));
    }
    if (auto error = connection.takeError())
        return *error;
    return problems;
}

qint64 databaseBytes(Connection& connection)
{
    Statement& read = connection.prepare(
        "SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)");
    return firstRow(connection, read, [](const Statement& row) { return row.integer(0); }).value_or(0);
}

Result<void> emptyLog(const QString& path)
{
    {
        auto connection = Connection::open(path, Connection::Mode::Owner);
        if (!connection)
            return connection.error();
        if (auto done = (*connection)->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
            return done;
    }
    const QString log = path + QStringLiteral("-wal");
    if (QFileInfo(log).size() > 0)
        return Error(QStringLiteral("store.busy"), Message(FW_MSG("\"%1\" is being read by another program."), {path}),
                     FW_MSG("Close the other program that has it open, or try again."), Place{path, 0, 0, {}});
    for (const char* ending : {"-wal", "-shm"})
        QFile::remove(path + QLatin1String(ending));
    return {};
}

Result<qint64> holdBackMessages(Connection& connection, Instant copiedAt, Instant now)
{
    Savepoint whole(connection);
    const QString words = Message(FW_MSG("Held back: it was waiting in the backup of %1 and may have gone out since."),
                                  {formatInstant(copiedAt)})
                              .text();
    Statement& hold = connection.prepare(
        "UPDATE fw_outbox SET state = 'in_doubt', due = NULL, words = ?1 WHERE state IN ('pending', 'sending')");
    if (auto done = connection.run(hold.bind(0, words)); !done)
        return done.error();
    const qint64 held = connection.changes();
    if (held > 0)
        raiseIncident(connection,
                      {0,
                       now,
                       QStringLiteral("message.held_back"),
                       Message(FW_MSG("%1 messages were waiting when the backup of %2 was made. They may have "
                                      "gone out since and are held back."),
                               {QString::number(held), formatInstant(copiedAt)})
                           .text(),
                       Message(FW_MSG("Look through them; send again what did not arrive.")).text(),
                       {},
                       {},
                       {},
                       {},
                       true});
    if (auto done = whole.release(); !done)
        return done.error();
    return held;
}

} // namespace fw::store
