#include "backup.h"
#include "archive.h"
#include "encryption.h"
#include "runtime/platform/filesystem.h"
#include "runtime/platform/privatefile.h"
#include "runtime/store/place.h"
#include "runtime/store/publishedplan.h"
#include "runtime/store/store.h"
#include "scratch.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace fw::backup
{

namespace
{

const QString s_ending = QStringLiteral(".fwbackup");
const QString s_time = QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'");

QString fileName(const QString& storePath, const Options& options)
{
    return QStringLiteral("%1-%2-%3%4")
        .arg(QFileInfo(storePath).fileName(), QDateTime::fromMSecsSinceEpoch(options.at, Qt::UTC).toString(s_time),
             nameOf(options.reason), s_ending);
}

/// Leftovers of backups that were interrupted. Under the folder's lock.
void removeLeftovers(const QString& folder)
{
    const QDir dir(folder);
    for (const QString& name : dir.entryList({QStringLiteral("*") + s_ending + QStringLiteral(".part*")}, QDir::Files))
        QFile::remove(dir.filePath(name));
}

void rotate(const QString& folder, const Entry& newest, int keep)
{
    if (newest.reason == Reason::ByHand)
        return;
    int found = 0;
    for (const Entry& entry : list(folder)) {
        if (entry.store == newest.store && entry.reason == newest.reason && ++found > std::max(1, keep))
            QFile::remove(entry.path);
    }
}

/// What the copy says about itself; the digest is that of the store.
Result<Manifest> describe(const QString& database, const store::StoreDigest& digest, const Options& options)
{
    const auto copy = store::Connection::open(database, store::Connection::Mode::Reader);
    if (!copy)
        return copy.error();
    Manifest manifest;
    manifest.storeId = store::storeId(**copy);
    const auto definition = store::publishedDefinition(**copy);
    if (definition)
        manifest.app = (*definition)->app()[u"id"].string();
    manifest.published = store::publishedNumber(**copy);
    manifest.at = options.at;
    manifest.reason = options.reason;
    manifest.digest = digest;
    manifest.audit = store::auditHead(**copy);
    if (auto error = (*copy)->takeError())
        return *error;
    return manifest;
}

} // namespace

QString folderOf(const QString& storePath)
{
    return storePath + QStringLiteral(".backups");
}

QList<Entry> list(const QString& folder)
{
    static const QRegularExpression form(
        QStringLiteral("^(.+)-(\\d{8}T\\d{9}Z)-(by-hand|scheduled|publish|restore)\\.fwbackup$"));
    QList<Entry> entries;
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files)) {
        const QRegularExpressionMatch match = form.match(file.fileName());
        if (!match.hasMatch())
            continue;
        QDateTime at = QDateTime::fromString(match.captured(2), s_time);
        at.setTimeSpec(Qt::UTC);
        entries << Entry{file.filePath(), match.captured(1), *reasonOf(match.captured(3)), at.toMSecsSinceEpoch(),
                         file.size()};
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.at > b.at; });
    return entries;
}

Result<Made> make(store::Connection& from, const QString& storePath, const Options& options)
{
    if (auto file = store::mustBeFile(storePath); !file)
        return file.error();
    const QString folder = options.folder.isEmpty() ? folderOf(storePath) : options.folder;
    const QString path = QDir(folder).filePath(fileName(storePath, options));
    if (auto made = platform::makePrivateFolder(folder); !made)
        return made.error();
    const auto lock = platform::OwnerLock::acquire(QDir(folder).filePath(QStringLiteral("backup.lock")),
                                                   QStringLiteral("formwright backup"));
    if (!lock)
        return lock.error();
    removeLeftovers(folder);
    // The copy and the archive, and when the copy is gone the archive and what is unpacked from it.
    if (auto space = hasSpace(folder, 2 * store::databaseBytes(from)); !space)
        return space.error();

    Scratch files;
    const QString database = files.add(path + QStringLiteral(".part.db"));
    const QString archive = files.add(path + QStringLiteral(".part.zip"));
    const auto digest = store::copyDatabase(from, database, partOf(options.progress, 0.0, 0.4));
    if (!digest)
        return digest.error();
    auto manifest = describe(database, *digest, options);
    if (!manifest)
        return manifest.error();
    if (auto written = writeArchive(archive, *manifest, database, partOf(options.progress, 0.4, 0.7)); !written)
        return written.error();
    files.remove(database);
    QString part = archive;
    if (!options.passphrase.isEmpty()) {
        part = files.add(path + QStringLiteral(".part"));
        if (auto done = encryptFile(archive, part, options.passphrase); !done)
            return done.error();
        files.remove(archive);
    }
    // Only what could be restored is a backup.
    if (auto checked = unpackAndCompare(part, options.passphrase, files.add(path + QStringLiteral(".part.check")),
                                        partOf(options.progress, 0.7, 1.0));
        !checked)
        return checked.error();
    if (auto named = platform::replaceFile(part, path); !named)
        return named.error();
    Entry entry{path, QFileInfo(storePath).fileName(), options.reason, options.at, QFileInfo(path).size()};
    rotate(folder, entry, options.keep);
    return Made{std::move(entry), std::move(*manifest)};
}

Result<Manifest> check(const QString& path, const QString& passphrase)
{
    Scratch files;
    const bool here = QFileInfo(QFileInfo(path).absolutePath()).isWritable();
    const QString place = here ? path : QDir::temp().filePath(QFileInfo(path).fileName());
    return unpackAndCompare(path, passphrase, files.add(place + QStringLiteral(".part.check")), {});
}

} // namespace fw::backup
