#pragma once
#include "manifest.h"

namespace fw::backup
{

/// The folder of a store's backups, beside it.
QString folderOf(const QString& storePath);

struct Options {
    QString folder; ///< "" = folderOf()
    Reason reason = Reason::ByHand;
    QString passphrase; ///< "" = not encrypted
    int keep = 10;      ///< of those made for the same reason; those made by hand are never removed
    Instant at = 0;
    store::Progress progress;
};

/// A backup that lies in a folder, as its name tells.
struct Entry {
    QString path;
    QString store; ///< the store file's name
    Reason reason = Reason::ByHand;
    Instant at = 0;
    qint64 bytes = 0;
};
/// Newest first; what was not finished does not count.
QList<Entry> list(const QString& folder);

struct Made {
    Entry entry;
    Manifest manifest;
};

/// Copies the store as it is at one moment while its owner goes on, packs it, encrypts it when a passphrase is given, and
/// restores the result into a scratch store whose tables are compared with the store's: only then it gets its name. Older
/// ones of the same reason beyond `keep` go. Interrupted at any point nothing but leftovers stays, which the next backup
/// removes. `from`: any connection to the store, of a reader too. Errors: backup.space, lock.held (another backup is being
/// made), backup.unlike (the copy is not what the store holds), those of the store and the file system.
Result<Made> make(store::Connection& from, const QString& storePath, const Options& options);

/// Restores a backup into a scratch store in its folder and compares every table with what the backup says. Errors:
/// backup.damaged, backup.passphrase, backup.unlike, backup.space.
Result<Manifest> check(const QString& path, const QString& passphrase);

struct RestoreOptions {
    QString passphrase;
    Instant now = 0;
    bool safetyBackup = true; ///< of what the store holds now
    QString program;
};
struct Restored {
    Manifest manifest;
    QString safetyBackup; ///< path; "" = none was made
    QString setAside;     ///< a damaged store that stood there, moved to this name; "" = none
    qint64 heldBack = 0;  ///< messages that were waiting
};
/// Puts a backup in the place of a store: unpacked beside it, compared with what it says, and only then exchanged in one
/// step, after a backup of what stands there. Interrupted at any point the store is as before or as after. The audit's
/// anchor is told. Errors: those of check(), lock.held (the store is in use), backup.space.
Result<Restored> restore(const QString& path, const QString& storePath, const RestoreOptions& options);

} // namespace fw::backup
