#include "document.h"
#include "document_p.h"
#include "package.h"
#include "save.h"

#include "model/yaml/emitter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace fw
{

// --- opening ---------------------------------------------------------------------------------------------------------

/// One studio for each folder: two would overwrite each other's files.
Result<void> Document::Private::takeLock()
{
    const QString room = folder + QLatin1String("/.studio");
    if (!QFileInfo::exists(room)) {
        if (Result<void> made = disk->makeFolder(room); !made)
            return made;
        // Personal state is nobody's business in a shared repository.
        if (Result<void> written = disk->write(room + QLatin1String("/.gitignore"), "*\n"); !written)
            return written;
    }
    lock = std::make_unique<QLockFile>(room + QLatin1String("/lock"));
    lock->setStaleLockTime(0); // a lock ends with its process, however long that runs
    if (lock->tryLock(0))
        return {};
    if (lock->error() != QLockFile::LockFailedError)
        return Error(QStringLiteral("folder.no_right"), Message(FW_MSG("There is no right to write \"%1\"."), {room}),
                     FW_MSG("Give yourself the right to write this folder, or work on a copy of it."),
                     Place{folder, 0, 0, {}});
    qint64 pid = 0;
    QString host;
    QString program;
    lock->getLockInfo(&pid, &host, &program);
    return Error(
        QStringLiteral("folder.locked"),
        Message(FW_MSG("This app is already open in %1 (process %2 on %3)."), {program, QString::number(pid), host}),
        FW_MSG("Close it there first. Should that program be gone, remove the file .studio/lock in the app's folder."),
        Place{folder, 0, 0, {}});
}

/// Size and time as they are now, for bytes that were read before: a write in between is seen as one that may come.
static DiskFile diskFile(const QString& path, const QByteArray& bytes)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QFileInfo info(path);
    return {bytes, info.size(), info.lastModified().toMSecsSinceEpoch(), now};
}

void Document::Private::rememberSaved(const QString& path)
{
    if (const std::optional<QByteArray> bytes = onDisk(path))
        saved.insert(path, diskFile(folder + u'/' + path, *bytes));
    else
        saved.remove(path);
}

Result<void> Document::Private::load()
{
    if (Result<void> mended = mendSave(*disk, folder); !mended)
        return mended;
    Result<QMap<QString, QByteArray>> files = readFolder(folder);
    if (!files)
        return files.error();
    definition = Definition::fromFiles(*files);
    for (auto it = files->begin(); it != files->end(); ++it)
        saved.insert(it.key(), diskFile(folder + u'/' + it.key(), it.value()));
    loadAutosave();
    return {};
}

Result<std::unique_ptr<Document>> Document::open(const QString& folder, const DocumentOptions& options)
{
    std::unique_ptr<Document> document(new Document(options));
    Private& d = *document->d;
    const QFileInfo info(folder);
    d.folder = info.exists() ? info.canonicalFilePath() : folder;
    // Nothing is written into a folder that is no app.
    if (!QFileInfo::exists(d.folder + QLatin1String("/app.yaml")) &&
        !QFileInfo::exists(d.folder + QLatin1String("/.studio/save/journal.json")))
        if (auto files = readFolder(d.folder); !files)
            return files.error();
    if (Result<void> locked = d.takeLock(); !locked)
        return locked.error();
    if (Result<void> loaded = d.load(); !loaded)
        return loaded.error();
    return document;
}

Result<std::unique_ptr<Document>> Document::create(const QString& folder, const QString& appId, const QString& label,
                                                   const DocumentOptions& options)
{
    static const QRegularExpression slug(QStringLiteral("^[a-z][a-z0-9_-]{0,39}$"));
    if (!slug.match(appId).hasMatch())
        return Error(
            QStringLiteral("edit.id"), Message(FW_MSG("\"%1\" cannot be the id of an app."), {appId}),
            FW_MSG("Use a small letter first, then small letters, digits, \"_\" and \"-\", at most 40 in all."));
    if (QFileInfo::exists(folder) && !QDir(folder).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot))
        return Error(QStringLiteral("folder.not_empty"), Message(FW_MSG("The folder \"%1\" is not empty."), {folder}),
                     FW_MSG("Choose an empty folder or a new name."), Place{folder, 0, 0, {}});
    FileSystem& disk = options.fileSystem ? *options.fileSystem : FileSystem::machine();
    const yaml::Node root = yaml::Node::map({{QStringLiteral("kind"), yaml::Node::text(QStringLiteral("app")), {}},
                                             {QStringLiteral("format"), yaml::Node::integer(1), {}},
                                             {QStringLiteral("id"), yaml::Node::text(appId), {}},
                                             {QStringLiteral("label"), yaml::Node::text(label), {}}});
    if (Result<void> made = disk.makeFolder(folder); !made)
        return made.error();
    if (Result<void> written = disk.write(folder + QLatin1String("/app.yaml"), yaml::fileText(root)); !written)
        return written.error();
    return open(folder, options);
}

// --- saving ----------------------------------------------------------------------------------------------------------

Result<void> Document::save()
{
    if (d->modified.isEmpty())
        return {};
    QStringList conflicts;
    for (const QString& path : changedOutside())
        if (d->modified.contains(path))
            conflicts << path;
    if (!conflicts.isEmpty())
        return Error(QStringLiteral("save.changed_outside"),
                     Message(FW_MSG("These files were changed by another program since they were read: %1."),
                             {conflicts.join(QLatin1String(", "))}),
                     FW_MSG("Take the other text in, or keep yours, then save again."),
                     Place{conflicts.first(), 0, 0, {}});
    QMap<QString, SavedFile> files;
    for (const QString& path : d->modified) {
        const auto old = d->saved.find(path);
        files.insert(path,
                     {old == d->saved.end() ? std::nullopt : std::optional(old->bytes), d->definition->bytes(path)});
    }
    if (Result<void> done = saveFiles(*d->disk, d->folder, files); !done)
        return done;
    for (const QString& path : files.keys())
        d->rememberSaved(path);
    d->modified.clear();
    d->mayMerge = false;
    if (d->pending.isEmpty())
        (void)d->disk->remove(d->autosavePath()); // an outdated one is recognised at the next opening
    else if (Result<void> kept = autosave(); !kept)
        return kept;
    Q_EMIT modifiedChanged(false);
    return {};
}

// --- changes from outside --------------------------------------------------------------------------------------------

std::optional<QByteArray> Document::Private::onDisk(const QString& path) const
{
    QFile file(folder + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

/// Without reading it where that can be told: size and time are the same and the time was long over when it was noted.
static bool isUntouched(const QString& path, const DiskFile& file)
{
    static constexpr qint64 ClockGrain = 2000;
    const QFileInfo info(path);
    return info.exists() && info.size() == file.size && info.lastModified().toMSecsSinceEpoch() == file.changedAt &&
           file.seenAt - file.changedAt > ClockGrain;
}

QStringList Document::changedOutside() const
{
    QStringList changed;
    for (auto it = d->saved.begin(); it != d->saved.end(); ++it) {
        const QString path = d->folder + u'/' + it.key();
        if (isUntouched(path, *it))
            continue;
        const DiskFile now = diskFile(path, it->bytes);
        if (d->onDisk(it.key()) == it->bytes)
            *it = now; // noted before it was read
        else
            changed << it.key();
    }
    for (const QString& path : listFolder(d->folder))
        if (!d->saved.contains(path))
            changed << path;
    changed.sort();
    return changed;
}

Result<void> Document::reloadOutside()
{
    QStringList files;
    for (const QString& path : changedOutside())
        if (!d->modified.contains(path))
            files << path;
    return takeOutside(files);
}

Result<void> Document::takeOutside(const QStringList& files)
{
    if (files.isEmpty())
        return {};
    d->begin(FW_MSG("Take in changes made outside"));
    for (const QString& path : files) {
        d->rememberSaved(path);
        d->record(path, d->onDisk(path));
        d->updateModified(path);
    }
    d->end();
    d->mayMerge = false;
    return {};
}

Result<void> Document::keepMine(const QStringList& files)
{
    for (const QString& path : files) {
        d->rememberSaved(path);
        d->updateModified(path);
    }
    return {};
}

std::shared_ptr<const Definition> Document::savedDefinition() const
{
    QMap<QString, QByteArray> files;
    for (auto it = d->saved.cbegin(); it != d->saved.cend(); ++it)
        files.insert(it.key(), it->bytes);
    return Definition::fromFiles(files);
}

std::shared_ptr<const Definition> Document::outsideDefinition() const
{
    QMap<QString, QByteArray> files;
    for (const QString& path : listFolder(d->folder))
        if (const auto bytes = d->onDisk(path))
            files.insert(path, *bytes);
    return Definition::fromFiles(files);
}

Result<void> Document::takeMerged(const QMap<QString, std::optional<QByteArray>>& files)
{
    const QStringList outside = changedOutside();
    d->begin(FW_MSG("Merge changes made outside"));
    for (auto it = files.begin(); it != files.end(); ++it)
        d->record(it.key(), it.value());
    for (const QString& path : outside) {
        d->rememberSaved(path);
        d->updateModified(path);
    }
    d->end();
    d->mayMerge = false;
    return {};
}

// --- autosave --------------------------------------------------------------------------------------------------------

static QJsonValue encoded(const std::optional<QByteArray>& bytes)
{
    return bytes ? QJsonValue(QString::fromLatin1(bytes->toBase64())) : QJsonValue(QJsonValue::Null);
}

Result<void> Document::autosave()
{
    // What an earlier run left stays in the journal until somebody has decided about it.
    QMap<QString, std::optional<QByteArray>> unsaved = d->pending;
    for (const QString& path : d->modified)
        unsaved.insert(path, d->definition->bytes(path));
    if (unsaved.isEmpty())
        return d->disk->remove(d->autosavePath());
    QJsonObject files;
    for (auto it = unsaved.begin(); it != unsaved.end(); ++it)
        files.insert(it.key(), encoded(it.value()));
    const QJsonObject json{{"when", QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}, {"files", files}};
    const QString draft = d->autosavePath() + QLatin1String(".draft");
    if (Result<void> written = d->disk->write(draft, QJsonDocument(json).toJson(QJsonDocument::Compact)); !written)
        return written;
    return d->disk->rename(draft, d->autosavePath());
}

void Document::Private::loadAutosave()
{
    QFile file(autosavePath());
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    const QJsonObject files = json[QLatin1String("files")].toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        const std::optional<QByteArray> bytes =
            it->isNull() ? std::nullopt : std::optional(QByteArray::fromBase64(it->toString().toLatin1()));
        if (checkPath(it.key()).ok() && bytes != definition->bytes(it.key()))
            pending.insert(it.key(), bytes);
    }
    pendingSince = QDateTime::fromString(json[QLatin1String("when")].toString(), Qt::ISODateWithMs);
}

std::optional<Document::Recovery> Document::recovery() const
{
    if (d->pending.isEmpty())
        return std::nullopt;
    return Recovery{d->pending.keys(), d->pendingSince};
}

std::shared_ptr<const Definition> Document::recoveredDefinition() const
{
    auto files = d->definition->allBytes();
    for (auto it = d->pending.cbegin(); it != d->pending.cend(); ++it) {
        if (it.value())
            files.insert(it.key(), *it.value());
        else
            files.remove(it.key());
    }
    return Definition::fromFiles(files);
}

Result<void> Document::recover()
{
    const auto files = std::exchange(d->pending, {});
    d->begin(FW_MSG("Recover unsaved changes"));
    for (auto it = files.begin(); it != files.end(); ++it)
        d->record(it.key(), it.value());
    d->end();
    d->mayMerge = false;
    return {};
}

void Document::discardRecovery()
{
    d->pending.clear();
    if (d->modified.isEmpty())
        (void)d->disk->remove(d->autosavePath());
    else
        (void)autosave();
}

} // namespace fw
