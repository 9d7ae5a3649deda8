#pragma once
#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QRandomGenerator>

#include <memory>
#include <vector>

#include <sqlite3.h>

namespace fw::testing
{

/// A file system for SQLite on which the n-th write, truncation or sync goes wrong: it fails once, the disk is full for once,
/// or the power goes. With the power goes what was not synced: each such write is kept, lost or torn in the middle, as chance
/// has it. Stands over the real one, as the default, for as long as it lives. One thread.
class PowerVfs
{
public:
    enum class Fault { None, Error, Full, PowerLoss };

    PowerVfs() : m_real(sqlite3_vfs_find(nullptr))
    {
        s_self = this;
        m_vfs = *m_real;
        m_vfs.zName = "power";
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
        m_vfs.xOpen = open;
        m_vfs.xDelete = remove;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~PowerVfs()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(m_real, 1);
        s_self = nullptr;
    }
    PowerVfs(const PowerVfs&) = delete;
    PowerVfs& operator=(const PowerVfs&) = delete;

    /// The `at`-th operation from now on (1 is the next) goes wrong.
    void arm(int at, Fault fault, quint32 seed = 0)
    {
        m_count = 0;
        m_at = at;
        m_fault = fault;
        m_chance.seed(seed);
    }
    /// A disk that says "synced" and is not: what every test must find out.
    void lie() { m_lies = true; }
    /// Operations since arm().
    int operations() const { return m_count; }
    /// Whether the fault has happened.
    bool struck() const { return m_struck; }
    /// The machine starts again: files hold what the disk held.
    void powerBack()
    {
        for (auto it = m_disks.begin(); it != m_disks.end(); ++it) {
            QFile::remove(it.key() + QStringLiteral("-shm")); // it was memory
            if (!QFile::exists(it.key()))
                continue;
            QByteArray image = (*it)->synced;
            for (const Write& write : (*it)->unsynced)
                survive(image, write);
            QFile file(it.key());
            if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(image) != image.size())
                qFatal("the image cannot be written");
        }
        m_disks.clear();
        m_dark = m_struck = false;
        m_fault = Fault::None;
    }

private:
    struct Write {
        qint64 offset = 0;
        QByteArray bytes;
        qint64 length = -1; ///< of a truncation
    };
    struct Disk {
        QByteArray synced;
        std::vector<Write> unsynced;
    };
    struct File {
        sqlite3_file base;
        Disk* disk; ///< nullptr: a temporary file
        sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };

    static void apply(QByteArray& image, const Write& write)
    {
        if (write.length >= 0) {
            image.resize(write.length);
            return;
        }
        const qint64 end = write.offset + write.bytes.size();
        if (image.size() < end)
            image.append(end - image.size(), '\0');
        memcpy(image.data() + write.offset, write.bytes.constData(), static_cast<size_t>(write.bytes.size()));
    }
    /// What is left of a write that was not synced.
    void survive(QByteArray& image, const Write& write)
    {
        const quint32 fate = m_chance.bounded(3u);
        if (fate == 0)
            return;
        Write left = write;
        if (fate == 1 && write.length < 0)
            left.bytes.truncate(m_chance.bounded(int(write.bytes.size()) + 1));
        apply(image, left);
    }
    /// SQLITE_OK, or what becomes of the operation.
    int strike(int error)
    {
        if (m_dark)
            return error;
        if (m_fault == Fault::None || ++m_count != m_at)
            return SQLITE_OK;
        m_struck = true;
        m_dark = m_fault == Fault::PowerLoss;
        return m_fault == Fault::Full ? SQLITE_FULL : error;
    }

    static File& fileOf(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
    {
        File& opened = fileOf(file);
        memset(&opened, 0, sizeof opened);
        const int code = s_self->m_real->xOpen(s_self->m_real, name, opened.real(), flags, outFlags);
        if (code != SQLITE_OK)
            return code;
        static const sqlite3_io_methods methods = methodsOver(opened.real()->pMethods);
        opened.base.pMethods = &methods;
        if (!name)
            return SQLITE_OK;
        std::shared_ptr<Disk>& disk = s_self->m_disks[QFile::decodeName(name)];
        if (!disk) {
            disk = std::make_shared<Disk>();
            QFile there(QFile::decodeName(name));
            if (there.open(QIODevice::ReadOnly))
                disk->synced = there.readAll();
        }
        opened.disk = disk.get();
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs*, const char* name, int sync)
    {
        if (s_self->m_dark)
            return SQLITE_IOERR_DELETE;
        const int code = s_self->m_real->xDelete(s_self->m_real, name, sync);
        if (const auto disk = s_self->m_disks.value(QFile::decodeName(name)))
            *disk = {};
        return code;
    }
    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
    {
        File& to = fileOf(file);
        const Write write{offset, QByteArray(static_cast<const char*>(bytes), count), -1};
        const bool before = s_self->m_dark;
        const int code = to.disk ? s_self->strike(SQLITE_IOERR_WRITE) : int(SQLITE_OK);
        if (to.disk && (code == SQLITE_OK || (!before && s_self->m_dark)))
            to.disk->unsynced.push_back(write); // the one during which the power goes may be torn
        return code == SQLITE_OK ? to.real()->pMethods->xWrite(to.real(), bytes, count, offset) : code;
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        File& to = fileOf(file);
        const int code = to.disk ? s_self->strike(SQLITE_IOERR_TRUNCATE) : int(SQLITE_OK);
        if (code != SQLITE_OK)
            return code;
        if (to.disk)
            to.disk->unsynced.push_back({0, {}, size});
        return to.real()->pMethods->xTruncate(to.real(), size);
    }
    static int sync(sqlite3_file* file, int flags)
    {
        File& to = fileOf(file);
        if (!to.disk)
            return to.real()->pMethods->xSync(to.real(), flags);
        if (const int code = s_self->strike(SQLITE_IOERR_FSYNC); code != SQLITE_OK)
            return code;
        if (s_self->m_lies)
            return SQLITE_OK;
        for (const Write& write : to.disk->unsynced)
            apply(to.disk->synced, write);
        to.disk->unsynced.clear();
        return SQLITE_OK; // the model of the disk is what counts here
    }

    static sqlite3_io_methods methodsOver(const sqlite3_io_methods* real)
    {
        sqlite3_io_methods over{};
        over.iVersion = std::min(real->iVersion, 2); // no memory-mapped reading
        over.xClose = [](sqlite3_file* f) { return fileOf(f).real()->pMethods->xClose(fileOf(f).real()); };
        over.xRead = [](sqlite3_file* f, void* into, int count, sqlite3_int64 offset) {
            return fileOf(f).real()->pMethods->xRead(fileOf(f).real(), into, count, offset);
        };
        over.xWrite = write;
        over.xTruncate = truncate;
        over.xSync = sync;
        over.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
            return fileOf(f).real()->pMethods->xFileSize(fileOf(f).real(), size);
        };
        over.xLock = [](sqlite3_file* f, int lock) {
            return fileOf(f).real()->pMethods->xLock(fileOf(f).real(), lock);
        };
        over.xUnlock = [](sqlite3_file* f, int lock) {
            return fileOf(f).real()->pMethods->xUnlock(fileOf(f).real(), lock);
        };
        over.xCheckReservedLock = [](sqlite3_file* f, int* out) {
            return fileOf(f).real()->pMethods->xCheckReservedLock(fileOf(f).real(), out);
        };
        // Size hints would lengthen the real file behind the model's back.
        over.xFileControl = [](sqlite3_file* f, int op, void* argument) {
            return op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE
                       ? int(SQLITE_OK)
                       : fileOf(f).real()->pMethods->xFileControl(fileOf(f).real(), op, argument);
        };
        over.xSectorSize = [](sqlite3_file* f) { return fileOf(f).real()->pMethods->xSectorSize(fileOf(f).real()); };
        over.xDeviceCharacteristics = [](sqlite3_file* f) {
            return fileOf(f).real()->pMethods->xDeviceCharacteristics(fileOf(f).real()) &
                   ~(SQLITE_IOCAP_ATOMIC | SQLITE_IOCAP_BATCH_ATOMIC | SQLITE_IOCAP_SAFE_APPEND |
                     SQLITE_IOCAP_SEQUENTIAL);
        };
        over.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
            return fileOf(f).real()->pMethods->xShmMap(fileOf(f).real(), page, size, extend, out);
        };
        over.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
            return fileOf(f).real()->pMethods->xShmLock(fileOf(f).real(), offset, n, flags);
        };
        over.xShmBarrier = [](sqlite3_file* f) { fileOf(f).real()->pMethods->xShmBarrier(fileOf(f).real()); };
        over.xShmUnmap = [](sqlite3_file* f, int remove) {
            return fileOf(f).real()->pMethods->xShmUnmap(fileOf(f).real(), remove);
        };
        return over;
    }

    static inline PowerVfs* s_self = nullptr;
    sqlite3_vfs* m_real;
    sqlite3_vfs m_vfs{};
    QHash<QString, std::shared_ptr<Disk>> m_disks;
    QRandomGenerator m_chance;
    Fault m_fault = Fault::None;
    int m_count = 0, m_at = 0;
    bool m_struck = false;
    bool m_lies = false;
    bool m_dark = false; ///< the power is off: nothing is written any more
};

} // namespace fw::testing
