#pragma once
#include "filesystem.h"

#include <QMap>
#include <optional>

namespace fw
{

/// What a save does to one file; no bytes = the file is not there.
struct SavedFile {
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;
};

/// Writes several files as one (definition-format.md, rule 9). New and old bytes go to `.studio/save/` first, then a
/// journal; from then on the save happens even if the machine stops. The files are then renamed into place one by one.
/// On an error everything is as before; should even that be impossible, "save.half_done" says so and the journal stays.
Result<void> saveFiles(FileSystem& disk, const QString& folder, const QMap<QString, SavedFile>& files);

/// Finishes a save that was cut off, or undoes it where it cannot be finished; to be called before a folder is read.
Result<void> mendSave(FileSystem& disk, const QString& folder);

} // namespace fw
