#pragma once
#include "document.h"
#include "filesystem.h"
#include "undo.h"

#include "model/yaml/splice.h"

#include <QLockFile>
#include <QSet>

namespace fw
{

/// A file as it is on the disk: what a save compares with.
struct DiskFile {
    QByteArray bytes;
    qint64 size = 0;
    qint64 changedAt = 0; ///< ms; with the size the cheap sign that a file was not touched …
    qint64 seenAt = 0;    ///< … if it was looked at well after that: a file system's clock is coarse
};

/// The state of a Document and the steps its commands are made of. Private to the folder.
struct Document::Private {
    Document* q = nullptr;
    DocumentOptions options;
    FileSystem* disk = nullptr;
    QString folder;
    std::unique_ptr<QLockFile> lock;
    std::shared_ptr<const Definition> definition;

    QMap<QString, DiskFile> saved;                    ///< by path
    QSet<QString> modified;                           ///< paths whose bytes differ from `saved`
    QMap<QString, std::optional<QByteArray>> pending; ///< found autosave, not yet taken in or thrown away
    QDateTime pendingSince;

    std::vector<UndoStep> steps;
    size_t done = 0;
    bool mayMerge = false; ///< the last thing that happened was a command, not an undo or save
    UndoStep open;         ///< gathers the changes of the running transaction
    int depth = 0;

    // document.cpp
    Result<void> edit(const QString& path, const Message& name,
                      const std::function<Result<void>(yaml::Splicer&)>& change, const QString& mergeKey = {});
    Result<yaml::Splicer> splicer(const QString& path) const;
    void record(const QString& path, const std::optional<QByteArray>& bytes);
    void recordSplice(const QString& path, const yaml::Splicer& splicer);
    void begin(const Message& name, const QString& mergeKey = {});
    void end();
    void rollBackTo(size_t changes, size_t moves);
    void apply(const FileChange& change);
    void put(const QString& path, const std::optional<QByteArray>& bytes);
    void put(std::shared_ptr<const DefinitionFile> file);
    void updateModified(const QString& path);
    void pushStep(UndoStep step);
    bool mergeIntoLast(const UndoStep& step);
    void play(const UndoStep& step, bool forward);

    // documentfiles.cpp
    Result<void> takeLock();
    Result<void> load();
    QString autosavePath() const { return folder + QLatin1String("/.studio/autosave.json"); }
    void loadAutosave();
    void rememberSaved(const QString& path);
    std::optional<QByteArray> onDisk(const QString& path) const;
};

} // namespace fw
