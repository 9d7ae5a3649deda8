#include "store.h"
#include "place.h"
#include "runtime/platform/filesystem.h"
#include "sqltext.h"
#include "systemtables.h"

#include <QFileInfo>
#include <QUuid>

namespace fw::store
{

namespace
{

const QString s_memory = QStringLiteral(":memory:");
const QString s_id = QStringLiteral("store.id");

/// WAL and FULL make a returned commit durable; the owner alone checkpoints, every 1,000 pages and on closing.
Result<void> makeDurable(Connection& writer, const QString& path)
{
    Statement& statement = writer.prepare("PRAGMA journal_mode=WAL");
    const QString mode = writer.step(statement) ? statement.text(0) : QString();
    while (writer.step(statement)) {
    }
    if (auto error = writer.takeError())
        return *error;
    if (mode != QLatin1String("wal"))
        return Error(QStringLiteral("store.no_wal"),
                     Message(FW_MSG("The folder of \"%1\" does not allow safe shared access."), {path}),
                     FW_MSG("Keep the store on a disk of this computer, not on a network drive."),
                     Place{path, 0, 0, {}});
    return writer.execute(
        "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; PRAGMA journal_size_limit=67108864;");
}

} // namespace

Result<void> checkPlace(const QString& path)
{
    const auto place = isPostgresPlace(path) ? std::nullopt : platform::fileSystemOf(path);
    if (!place || !place->shared)
        return {};
    return Error(
        QStringLiteral("store.shared_disk"),
        Message(FW_MSG("\"%1\" lies on a shared drive (%2). A store there could be damaged."), {path, place->type}),
        FW_MSG("Keep it on a disk of this computer. For several computers use PostgreSQL; to carry data over use "
               "backups, which may lie on a shared drive."),
        Place{path, 0, 0, {}});
}

Result<std::unique_ptr<platform::OwnerLock>> lockStore(const QString& path, const QString& program)
{
    // The lock stands beside the real file, so that two links to one store meet.
    const QString real = QFileInfo(path).canonicalFilePath();
    return platform::OwnerLock::acquire((real.isEmpty() ? path : real) + QStringLiteral(".lock"), program);
}

struct Store::Private {
    QString place;
    QString path;                              ///< the place as it may be shown
    std::unique_ptr<platform::OwnerLock> lock; // declared first: dropped after the connection has closed
    std::unique_ptr<Connection> writer;

    Result<void> commitOnce(const std::function<void()>& units);
};

Result<std::unique_ptr<Store>> Store::open(const QString& place, const QString& program)
{
    std::unique_ptr<Store> store(new Store);
    store->d = std::make_unique<Private>();
    store->d->place = place;
    store->d->path = shownPlace(place);
    const QString path = store->d->path;
    const bool file = place != s_memory && !isPostgresPlace(place);
    if (file) {
        if (auto safe = checkPlace(path); !safe)
            return safe.error();
        auto lock = lockStore(path, program);
        if (!lock)
            return lock.error();
        store->d->lock = std::move(*lock);
    }
    auto writer = Connection::open(place, Connection::Mode::Owner);
    if (!writer)
        return writer.error();
    store->d->writer = std::move(*writer);
    // The system tables come first: they refuse a foreign file before WAL mode would be written into it.
    if (auto done = prepareSystemTables(*store->d->writer, path); !done)
        return done.error();
    if (file) {
        if (auto done = makeDurable(*store->d->writer, path); !done)
            return done.error();
    }
    if (place != s_memory) {
        if (auto done = store->nameIt(); !done)
            return done.error();
    }
    return store;
}

std::unique_ptr<Store> Store::scratch()
{
    auto store = open(s_memory, QString());
    if (!store)
        qFatal("No scratch store: %s", qPrintable(store.error().text()));
    return std::move(*store);
}

Store::~Store() = default;

Result<void> Store::nameIt()
{
    if (!id().isEmpty())
        return {};
    Connection& writer = *d->writer;
    // Another runtime may be opening the same new database.
    Statement& write =
        writer.prepare("INSERT INTO fw_setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING");
    return writer.run(write.bind(0, s_id).bind(1, QUuid::createUuid().toString(QUuid::WithoutBraces)));
}

bool Store::isPrivate() const
{
    return d->path == s_memory;
}

QString Store::id() const
{
    return storeId(*d->writer);
}

QString Store::path() const
{
    return d->path;
}

bool Store::isShared() const
{
    return d->writer->dialect().isPostgres();
}

Connection& Store::writer()
{
    return *d->writer;
}

Result<std::unique_ptr<Connection>> Store::reader() const
{
    if (isPrivate())
        return Error(QStringLiteral("store.private"), FW_MSG("A scratch store in memory has no readers of its own."),
                     FW_MSG("Use its writer."));
    return Connection::open(d->place, Connection::Mode::Reader);
}

std::unique_ptr<Watch> Store::watch(std::function<void()> changed) const
{
    return isShared() ? std::make_unique<Watch>(d->place, d->writer->self(), std::move(changed)) : nullptr;
}

Result<void> Store::commit(const std::function<void()>& units)
{
    constexpr int attempts = 4;
    Connection& writer = *d->writer;
    if (writer.inTransaction())
        return Error(QStringLiteral("store.nested_commit"), FW_MSG("A commit was asked for inside another one."));
    Result<void> committed = d->commitOnce(units);
    for (int attempt = 1; !committed && writer.mayRepeat() && attempt < attempts; ++attempt)
        committed = d->commitOnce(units);
    return committed;
}

Result<void> Store::Private::commitOnce(const std::function<void()>& units)
{
    Connection& writer = *this->writer;
    writer.takeError();
    if (auto begun = writer.begin(); !begun)
        return begun;
    units();
    std::optional<Error> error = writer.takeError();
    if (!writer.inTransaction()) {
        writer.rollback(); // for SQLite it is over already
        writer.takeError();
        return error ? *error
                     : Error(QStringLiteral("store.rolled_back"),
                             FW_MSG("The store has undone this change because writing failed."),
                             FW_MSG("Free some space or check the disk, then try again."));
    }
    if (!error) {
        auto committed = writer.commit();
        if (committed)
            return {};
        error = committed.error();
    }
    if (writer.inTransaction())
        writer.rollback();
    writer.takeError();
    return *error;
}

Result<int> Store::publish(const QByteArray& package, const QByteArray& sha256, const QString& author,
                           const QString& note, Instant at)
{
    Connection& writer = *d->writer;
    const int next = publishedNumber() + 1;
    Statement& insert = writer.prepare(
        "INSERT INTO fw_definition (number, sha256, package, author, note, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    insert.bind(0, next)
        .bind(1, notNull(QString::fromLatin1(sha256)))
        .bind(2, package.isNull() ? QByteArray("") : package);
    insert.bind(3, notNull(author)).bind(4, notNull(note)).bind(5, at);
    if (auto done = writer.run(insert); !done)
        return done.error();
    return next;
}

Result<QByteArray> Store::package(int number) const
{
    Connection& writer = *d->writer;
    Statement& read = writer.prepare("SELECT package FROM fw_definition WHERE number = coalesce(nullif(?1, 0), (SELECT "
                                     "max(number) FROM fw_definition))");
    read.bind(0, number);
    if (!writer.step(read)) {
        if (auto error = writer.takeError())
            return *error;
        return Error(QStringLiteral("store.no_definition"),
                     Message(FW_MSG("\"%1\" holds no published app yet."), {d->path}),
                     FW_MSG("Publish one with \"formwright apply\" or from the studio."), Place{d->path, 0, 0, {}});
    }
    QByteArray package = read.blob(0);
    while (writer.step(read)) {
    }
    return package;
}

int Store::publishedNumber() const
{
    Connection& writer = *d->writer;
    Statement& read = writer.prepare("SELECT max(number) FROM fw_definition");
    const int number = writer.step(read) ? static_cast<int>(read.integer(0)) : 0;
    while (writer.step(read)) {
    }
    return number;
}

QList<Published> Store::published() const
{
    Connection& writer = *d->writer;
    QList<Published> list;
    Statement& read = writer.prepare("SELECT number, sha256, author, note, at FROM fw_definition ORDER BY number");
    while (writer.step(read))
        list << Published{static_cast<int>(read.integer(0)), read.text(1).toLatin1(), read.text(2), read.text(3),
                          read.integer(4)};
    return list;
}

QString readSetting(Connection& connection, const QString& key, const QString& fallback)
{
    Statement& read = connection.prepare("SELECT value FROM fw_setting WHERE key = ?1");
    read.bind(0, key);
    const QString value = connection.step(read) ? read.text(0) : fallback;
    while (connection.step(read)) {
    }
    return value;
}

QString storeId(Connection& connection)
{
    return readSetting(connection, s_id);
}

QString Store::setting(const QString& key, const QString& fallback) const
{
    return readSetting(*d->writer, key, fallback);
}

Result<void> Store::setSetting(const QString& key, const QString& value)
{
    Connection& writer = *d->writer;
    Statement& write = writer.prepare(
        "INSERT INTO fw_setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    return writer.run(write.bind(0, key).bind(1, notNull(value)));
}

} // namespace fw::store
