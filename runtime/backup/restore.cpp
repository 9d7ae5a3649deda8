#include "backup.h"
#include "runtime/audit/anchor.h"
#include "runtime/audit/auditkey.h"
#include "runtime/platform/fileerrors.h"
#include "runtime/platform/privatefile.h"
#include "runtime/store/place.h"
#include "runtime/store/store.h"
#include "scratch.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace fw::backup
{

namespace
{

/// Through links to the file itself, which is the one to be exchanged.
QString realPath(const QString& path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

/// A second name for a file; a copy where the file system knows no second names.
Result<void> duplicate(const QString& from, const QString& to)
{
    std::error_code failed;
    std::filesystem::create_hard_link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData(), failed);
    if (!failed || QFile::copy(from, to))
        return {};
    return platform::cannotWrite(to, QString::fromStdString(failed.message()));
}

/// A store that cannot be read keeps its bytes under another name, for a rescue.
Result<QString> setAside(const QString& store, Instant now)
{
    const QString aside = store + QStringLiteral(".damaged-") +
                          QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    for (const QString& ending : {QString(), QStringLiteral("-wal")}) {
        if (!QFileInfo::exists(store + ending))
            continue;
        if (auto done = duplicate(store + ending, aside + ending); !done)
            return done.error();
    }
    // What is left of a log would be played into the file that comes.
    for (const char* ending : {"-wal", "-shm"})
        QFile::remove(store + QLatin1String(ending));
    return aside;
}

bool isDamage(const Error& error)
{
    static const QStringList codes{QStringLiteral("store.corrupt"), QStringLiteral("store.not_a_store"),
                                   QStringLiteral("store.io"), QStringLiteral("backup.damaged"),
                                   QStringLiteral("backup.unlike")};
    return codes.contains(error.code());
}

/// What stands in the place is backed up, or put aside when it is damaged; its log is empty afterwards.
Result<void> clearPlace(const QString& store, const RestoreOptions& options, Restored& restored)
{
    if (!QFileInfo::exists(store))
        return {};
    const auto backUp = [&]() -> Result<void> {
        auto connection = store::Connection::open(store, store::Connection::Mode::Reader);
        if (!connection)
            return connection.error();
        Options made;
        made.reason = Reason::BeforeRestore;
        made.passphrase = options.passphrase;
        made.at = options.now;
        const auto backup = make(**connection, store, made);
        if (!backup)
            return backup.error();
        restored.safetyBackup = backup->entry.path;
        return {};
    };
    Result<void> done = options.safetyBackup ? backUp() : Result<void>();
    if (done)
        done = store::emptyLog(store);
    if (done || !isDamage(done.error()))
        return done;
    const auto aside = setAside(store, options.now);
    if (!aside)
        return aside.error();
    restored.setAside = *aside;
    return {};
}

/// From now on the chain may end where the backup's ends. Without the key there is no anchor to be told.
Result<void> tellAnchor(const Manifest& manifest, Instant now)
{
    const audit::Keeping keeping = audit::keepingOf(manifest.storeId);
    const auto key = audit::keyOf(keeping, false);
    if (!key || !QFileInfo::exists(keeping.anchorFile))
        return {};
    return audit::AnchorFile(keeping.anchorFile, *key)
        .append({manifest.audit.position, manifest.audit.link, now, QStringLiteral("restored")});
}

} // namespace

Result<Restored> restore(const QString& path, const QString& storePath, const RestoreOptions& options)
{
    if (auto file = store::mustBeFile(storePath); !file)
        return file.error();
    const QString store = realPath(storePath);
    const auto lock = store::lockStore(store, options.program);
    if (!lock)
        return lock.error();
    Scratch files;
    const QString staging = files.add(store + QStringLiteral(".restoring"));
    const auto manifest = unpackAndCompare(path, options.passphrase, staging, {});
    if (!manifest)
        return manifest.error();
    Restored restored;
    restored.manifest = *manifest;
    {
        auto connection = store::Connection::open(staging, store::Connection::Mode::Owner);
        if (!connection)
            return connection.error();
        const auto held = store::holdBackMessages(**connection, manifest->at, options.now);
        if (!held)
            return held.error();
        restored.heldBack = *held;
    }
    if (auto cleared = clearPlace(store, options, restored); !cleared)
        return cleared.error();
    if (QFileInfo::exists(store))
        QFile::setPermissions(staging, QFile::permissions(store));
    if (auto told = tellAnchor(*manifest, options.now); !told)
        return told.error();
    if (auto exchanged = platform::replaceFile(staging, store); !exchanged)
        return exchanged.error();
    files.keep(staging);
    return restored;
}

} // namespace fw::backup
