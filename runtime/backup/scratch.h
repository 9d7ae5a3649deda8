#pragma once
#include "manifest.h"

/// Parts of making and restoring that both need.
namespace fw::backup
{

/// Files that are removed when it goes, with what SQLite leaves beside them. Readable by their owner only from the start.
class Scratch
{
public:
    Scratch() = default;
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    QString add(const QString& path); ///< a leftover of that name goes at once
    void remove(const QString& path);
    void keep(const QString& path) { m_paths.removeOne(path); }

private:
    QStringList m_paths;
};

/// Enough free bytes in a folder, with some to spare. Error backup.space.
Result<void> hasSpace(const QString& folder, qint64 bytes);
/// The copy was broken off by its progress callback.
Error interrupted();
/// A share of the whole progress.
store::Progress partOf(const store::Progress& progress, double from, double to);
/// Unpacks a backup, encrypted or not, into `database`, which is then sound and holds in every table what the backup
/// says. Errors as of check().
Result<Manifest> unpackAndCompare(const QString& path, const QString& passphrase, const QString& database,
                                  const store::Progress& progress);

} // namespace fw::backup
