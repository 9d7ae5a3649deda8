#include "scratch.h"
#include "archive.h"
#include "encryption.h"
#include "runtime/platform/fileerrors.h"
#include "runtime/platform/filesystem.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace fw::backup
{

namespace
{

constexpr qint64 s_spare = 4 << 20;

Error unlike(const QString& path, const QString& table)
{
    return Error(
        QStringLiteral("backup.unlike"),
        Message(FW_MSG("What was restored from \"%1\" is not what was backed up: \"%2\" differs."), {path, table}),
        FW_MSG("Do not rely on this backup. Check the disk, then make another one."), Place{path, 0, 0, {}});
}

} // namespace

Scratch::~Scratch()
{
    while (!m_paths.isEmpty())
        remove(m_paths.last());
}

QString Scratch::add(const QString& path)
{
    m_paths << path;
    remove(path);
    m_paths << path;
    return path;
}

void Scratch::remove(const QString& path)
{
    for (const char* ending : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(ending));
    m_paths.removeAll(path);
}

Result<void> hasSpace(const QString& folder, qint64 bytes)
{
    const auto place = platform::fileSystemOf(folder);
    if (!place || place->free >= bytes + s_spare)
        return {};
    const QLocale locale;
    return Error(QStringLiteral("backup.space"),
                 Message(FW_MSG("\"%1\" has %2 free; %3 are needed."),
                         {folder, locale.formattedDataSize(place->free), locale.formattedDataSize(bytes + s_spare)}),
                 FW_MSG("Free some space, or choose a folder on another disk. Nothing was changed."),
                 Place{folder, 0, 0, {}});
}

Error interrupted()
{
    return Error(QStringLiteral("store.interrupted"), FW_MSG("The copy was interrupted; nothing of it was kept."));
}

store::Progress partOf(const store::Progress& progress, double from, double to)
{
    if (!progress)
        return {};
    return [=](double share) { return progress(from + (to - from) * share); };
}

Result<Manifest> unpackAndCompare(const QString& path, const QString& passphrase, const QString& database,
                                  const store::Progress& progress)
{
    if (!QFileInfo::exists(path))
        return platform::cannotRead(path, Message(FW_MSG("there is no such file")).text());
    Scratch files;
    QString archive = path;
    if (isEncrypted(path)) {
        if (passphrase.isEmpty())
            return Error(QStringLiteral("backup.encrypted"), Message(FW_MSG("\"%1\" is encrypted."), {path}),
                         FW_MSG("Give its passphrase: --passphrase-file, or FORMWRIGHT_BACKUP_PASSPHRASE."),
                         Place{path, 0, 0, {}});
        if (auto space = hasSpace(QFileInfo(database).absolutePath(), QFileInfo(path).size()); !space)
            return space.error();
        archive = files.add(database + QStringLiteral(".zip"));
        if (auto done = decryptFile(path, archive, passphrase); !done)
            return done.error();
    }
    const auto said = readManifest(archive);
    if (!said)
        return said;
    if (auto space = hasSpace(QFileInfo(database).absolutePath(), said->bytes); !space)
        return space.error();
    const auto manifest = readArchive(archive, database, progress);
    if (!manifest)
        return manifest;
    auto restored = store::Connection::open(database, store::Connection::Mode::Reader);
    if (!restored)
        return restored.error();
    const auto problems = store::integrityProblems(**restored);
    if (!problems)
        return problems.error();
    if (!problems->isEmpty())
        return damaged(path, Message(FW_MSG("The database in \"%1\" is damaged: %2"), {path, problems->first()}));
    const auto digest = store::digestOf(**restored);
    if (!digest)
        return digest.error();
    if (const QString table = store::firstDifference(*digest, manifest->digest); !table.isEmpty())
        return unlike(path, table);
    return manifest;
}

} // namespace fw::backup
