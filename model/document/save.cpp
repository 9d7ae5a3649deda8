#include "save.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace fw
{
namespace
{

struct Entry {
    QString path;
    QString fresh, old; ///< files in the journal's folder; "" = the file is not there after / before
    QByteArray freshHash, oldHash;
};

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// One save, running or found: knows where everything of it stands.
class Journal
{
public:
    Journal(FileSystem& disk, const QString& folder)
        : m_disk(disk), m_folder(folder), m_room(folder + QLatin1String("/.studio/save"))
    {
    }

    bool exists() const { return QFileInfo::exists(journalPath()); }
    bool hasRoom() const { return QFileInfo::exists(m_room); }
    Result<void> prepare(const QMap<QString, SavedFile>& files);
    Result<void> load();
    Result<void> forward();
    Result<void> back();
    bool canGoForward() const;
    bool canGoBack() const;
    Result<void> clear();

private:
    QString journalPath() const { return m_room + QLatin1String("/journal.json"); }
    QString target(const Entry& entry) const { return m_folder + u'/' + entry.path; }
    /// Whether the target has a state, or can be brought to it without overwriting what somebody else wrote there.
    bool canBring(const Entry& entry, const QString& stored, const QByteArray& hash) const;
    Result<void> bring(const Entry& entry, const QString& stored, const QByteArray& hash);
    Result<void> writeJournal();

    FileSystem& m_disk;
    QString m_folder;
    QString m_room;
    std::vector<Entry> m_entries;
};

Result<void> Journal::prepare(const QMap<QString, SavedFile>& files)
{
    if (Result<void> made = m_disk.makeFolder(m_room); !made)
        return made;
    for (auto it = files.begin(); it != files.end(); ++it) {
        Entry entry{it.key(), {}, {}, {}, {}};
        const QString name = QString::number(m_entries.size());
        if (it->after) {
            entry.fresh = name + QLatin1String(".new");
            entry.freshHash = hashOf(*it->after);
            if (Result<void> done = m_disk.write(m_room + u'/' + entry.fresh, *it->after); !done)
                return done;
            // The new file takes the old one's place, so it takes its rights too.
            if (QFileInfo::exists(target(entry)))
                QFile::setPermissions(m_room + u'/' + entry.fresh, QFile::permissions(target(entry)));
        }
        if (it->before) {
            entry.old = name + QLatin1String(".old");
            entry.oldHash = hashOf(*it->before);
            if (Result<void> done = m_disk.write(m_room + u'/' + entry.old, *it->before); !done)
                return done;
        }
        m_entries.push_back(entry);
    }
    return writeJournal();
}

Result<void> Journal::writeJournal()
{
    QJsonArray list;
    for (const Entry& e : m_entries)
        list << QJsonObject{{"path", e.path},
                            {"new", e.fresh},
                            {"old", e.old},
                            {"newHash", QString::fromLatin1(e.freshHash)},
                            {"oldHash", QString::fromLatin1(e.oldHash)}};
    const QString draft = journalPath() + QLatin1String(".draft");
    if (Result<void> done = m_disk.write(draft, QJsonDocument(QJsonObject{{"files", list}}).toJson()); !done)
        return done;
    if (Result<void> done = m_disk.rename(draft, journalPath()); !done)
        return done;
    return m_disk.syncFolder(m_room);
}

Result<void> Journal::load()
{
    QFile file(journalPath());
    const QJsonDocument json =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!json.isObject())
        return Error(
            QStringLiteral("save.journal"),
            Message(FW_MSG("The journal of a save that was cut off cannot be read: \"%1\"."), {journalPath()}),
            FW_MSG("The new texts lie beside it as *.new: compare them with the app's files, then remove the folder."));
    for (const QJsonValue& value : json[QLatin1String("files")].toArray())
        m_entries.push_back({value[QLatin1String("path")].toString(), value[QLatin1String("new")].toString(),
                             value[QLatin1String("old")].toString(),
                             value[QLatin1String("newHash")].toString().toLatin1(),
                             value[QLatin1String("oldHash")].toString().toLatin1()});
    return {};
}

/// Empty for a file that is not there, as in the journal.
static QByteArray hashOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? hashOf(file.readAll()) : QByteArray();
}

bool Journal::canBring(const Entry& entry, const QString& stored, const QByteArray& hash) const
{
    const QByteArray now = hashOfFile(target(entry));
    const bool untouched = now == entry.oldHash || now == entry.freshHash;
    return now == hash || (untouched && (stored.isEmpty() || hashOfFile(m_room + u'/' + stored) == hash));
}

bool Journal::canGoForward() const
{
    return std::all_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry& e) { return canBring(e, e.fresh, e.freshHash); });
}

bool Journal::canGoBack() const
{
    return std::all_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry& e) { return canBring(e, e.old, e.oldHash); });
}

Result<void> Journal::bring(const Entry& entry, const QString& stored, const QByteArray& hash)
{
    if (hashOfFile(target(entry)) == hash)
        return {};
    if (stored.isEmpty())
        return m_disk.remove(target(entry));
    if (Result<void> made = m_disk.makeFolder(QFileInfo(target(entry)).path()); !made)
        return made;
    return m_disk.rename(m_room + u'/' + stored, target(entry));
}

Result<void> Journal::forward()
{
    QSet<QString> folders;
    for (const Entry& entry : m_entries) {
        if (Result<void> done = bring(entry, entry.fresh, entry.freshHash); !done)
            return done;
        folders << QFileInfo(target(entry)).path();
    }
    for (const QString& folder : folders)
        if (Result<void> done = m_disk.syncFolder(folder); !done)
            return done;
    return {};
}

Result<void> Journal::back()
{
    for (const Entry& entry : m_entries)
        if (Result<void> done = bring(entry, entry.old, entry.oldHash); !done)
            return done;
    return {};
}

/// The journal goes first: without it the rest is litter, with it the rest is needed.
Result<void> Journal::clear()
{
    if (Result<void> done = m_disk.remove(journalPath()); !done)
        return done;
    const QDir room(m_room);
    for (const QString& name : room.entryList(QDir::Files | QDir::Hidden))
        if (Result<void> done = m_disk.remove(room.filePath(name)); !done)
            return done;
    return {};
}

} // namespace

Result<void> saveFiles(FileSystem& disk, const QString& folder, const QMap<QString, SavedFile>& files)
{
    Journal journal(disk, folder);
    if (journal.exists()) // left by a save that could neither be finished nor undone
        if (Result<void> mended = mendSave(disk, folder); !mended)
            return mended;
    if (Result<void> prepared = journal.prepare(files); !prepared) {
        (void)journal.clear(); // litter of a save that has not begun is also cleared at the next opening
        return prepared;
    }
    Result<void> done = journal.forward();
    if (!done) {
        if (!journal.back().ok())
            return Error(QStringLiteral("save.half_done"),
                         FW_MSG("Saving stopped half-way, and the old files could not be put back."),
                         FW_MSG("Close and open the app again when the disk can be written: the save is then finished "
                                "or undone. Nothing is lost."),
                         Place{folder, 0, 0, {}});
        (void)journal.clear();
        return done;
    }
    // The files are saved; a journal that cannot be removed now is removed at the next opening.
    (void)journal.clear();
    return {};
}

Result<void> mendSave(FileSystem& disk, const QString& folder)
{
    Journal journal(disk, folder);
    if (!journal.hasRoom())
        return {};
    if (!journal.exists())
        return journal.clear();
    if (Result<void> loaded = journal.load(); !loaded)
        return loaded;
    Result<void> done;
    if (journal.canGoForward())
        done = journal.forward();
    else if (journal.canGoBack())
        done = journal.back();
    else
        return Error(QStringLiteral("save.journal"),
                     Message(FW_MSG("A save was cut off, and its files in \"%1\" were changed since."),
                             {folder + QLatin1String("/.studio/save")}),
                     FW_MSG("Compare them with the app's files, then remove that folder."));
    return done ? journal.clear() : done;
}

} // namespace fw
