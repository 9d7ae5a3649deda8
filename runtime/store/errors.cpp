#include "errors.h"
#include "runtime/platform/filesystem.h"

#include <sqlite3.h>

namespace fw::store
{

namespace
{

struct Words {
    int code;
    const char* name;
    const char* what;
    const char* remedy;
};

constexpr Words s_words[] = {
    {SQLITE_FULL, "store.full", FW_MSG("The disk is full: \"%1\" cannot grow."),
     FW_MSG("Free some space and try again. Nothing of this change was stored.")},
    {SQLITE_BUSY, "store.busy", FW_MSG("\"%1\" is locked by another program."),
     FW_MSG("Close the other program that has it open, or try again.")},
    {SQLITE_LOCKED, "store.busy", FW_MSG("\"%1\" is locked by another program."),
     FW_MSG("Close the other program that has it open, or try again.")},
    {SQLITE_READONLY, "store.readonly", FW_MSG("\"%1\" may only be read."),
     FW_MSG("Give yourself the right to write to the file and its folder, or choose another place.")},
    {SQLITE_PERM, "store.readonly", FW_MSG("\"%1\" may only be read."),
     FW_MSG("Give yourself the right to write to the file and its folder, or choose another place.")},
    {SQLITE_CORRUPT, "store.corrupt", FW_MSG("The file \"%1\" is damaged (%2)."),
     FW_MSG("Restore the last backup; keep the damaged file for a rescue.")},
    {SQLITE_NOTADB, "store.not_a_store", FW_MSG("\"%1\" is no Formwright store."),
     FW_MSG("Choose another file, or a new name to begin a new store.")},
    {SQLITE_CANTOPEN, "store.cannot_open", FW_MSG("\"%1\" cannot be opened."),
     FW_MSG("Check that the folder exists and that you may read and write there.")},
    {SQLITE_IOERR, "store.io", FW_MSG("Reading or writing \"%1\" failed (%2)."),
     FW_MSG("Check the disk and its connection. Nothing of this change was stored.")},
    {SQLITE_CONSTRAINT, "store.constraint", FW_MSG("A rule of the store \"%1\" refuses this (%2)."),
     FW_MSG("Correct the value.")},
    {SQLITE_NOMEM, "store.memory", FW_MSG("There is not enough memory to work with \"%1\"."),
     FW_MSG("Close other programs and try again.")},
};

/// Less than a page or two is free where the file lies.
bool isFull(const QString& path)
{
    constexpr qint64 few = 16 * 1024;
    const auto place = platform::fileSystemOf(path);
    return place && place->free < few;
}

} // namespace

Error sqliteError(sqlite3* handle, int code, const QString& path)
{
    const QString detail = handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : QString::fromUtf8(sqlite3_errstr(code));
    // The shared memory of the write-ahead log is a file too: when it cannot grow, SQLite speaks of input and output.
    const bool full = (code & 0xff) == SQLITE_IOERR && (code == SQLITE_IOERR_SHMSIZE || isFull(path));
    const int primary = full ? SQLITE_FULL : code & 0xff;
    for (const Words& words : s_words) {
        if (words.code == primary)
            return Error(QString::fromLatin1(words.name), Message(words.what, {path, detail}), Message(words.remedy),
                         Place{path, 0, 0, {}});
    }
    return Error(QStringLiteral("store.failed"), Message(FW_MSG("The store \"%1\" reports: %2."), {path, detail}), {},
                 Place{path, 0, 0, {}});
}

} // namespace fw::store
