#include "archive.h"
#include "runtime/platform/fileerrors.h"
#include "runtime/platform/privatefile.h"
#include "scratch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <minizip/unzip.h>
#include <minizip/zip.h>

namespace fw::backup
{

namespace
{

using platform::cannotWrite;

constexpr const char* s_manifest = "manifest.json";
constexpr const char* s_database = "store.sqlite";
constexpr qint64 s_packBlock = 1 << 20;
constexpr qint64 s_largestManifest = 16 << 20;
constexpr qint64 s_needsZip64 = 0xf0000000;
constexpr int s_level = 3; ///< a database is packed well by any level; the lower ones are several times faster

QString lastReason()
{
    return QString::fromLocal8Bit(strerror(errno));
}

/// Closes the archive whatever happens.
class Writer
{
public:
    explicit Writer(const QString& path) : m_path(path)
    {
        m_zip = zipOpen64(QFile::encodeName(path).constData(), APPEND_STATUS_CREATE);
    }
    ~Writer()
    {
        if (m_zip)
            zipClose(m_zip, nullptr);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    Result<void> begin(const char* name, qint64 bytes)
    {
        zip_fileinfo info{};
        info.dosDate = (1 << 21) | (1 << 16); // 1980-01-01: the manifest has the time
        if (!m_zip || zipOpenNewFileInZip64(m_zip, name, &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, s_level,
                                            bytes > s_needsZip64 ? 1 : 0) != ZIP_OK)
            return cannotWrite(m_path, lastReason());
        return {};
    }
    Result<void> write(const QByteArray& bytes)
    {
        if (zipWriteInFileInZip(m_zip, bytes.constData(), static_cast<unsigned>(bytes.size())) != ZIP_OK)
            return cannotWrite(m_path, lastReason());
        return {};
    }
    Result<void> end()
    {
        return zipCloseFileInZip(m_zip) == ZIP_OK ? Result<void>() : cannotWrite(m_path, lastReason());
    }
    Result<void> close()
    {
        return zipClose(std::exchange(m_zip, nullptr), nullptr) == ZIP_OK ? Result<void>()
                                                                          : cannotWrite(m_path, lastReason());
    }

private:
    QString m_path;
    zipFile m_zip = nullptr;
};

class Reader
{
public:
    explicit Reader(const QString& path) : m_path(path), m_zip(unzOpen64(QFile::encodeName(path).constData())) {}
    ~Reader()
    {
        if (m_zip)
            unzClose(m_zip);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    Result<void> open(const char* name)
    {
        if (!m_zip || unzLocateFile(m_zip, name, 1) != UNZ_OK || unzOpenCurrentFile(m_zip) != UNZ_OK)
            return damaged(m_path, Message(FW_MSG("\"%1\" is no backup, or its end is missing."), {m_path}));
        return {};
    }
    /// The next bytes; none at the end, which also compares the checksum.
    Result<QByteArray> next()
    {
        QByteArray block(s_packBlock, Qt::Uninitialized);
        const int got = unzReadCurrentFile(m_zip, block.data(), static_cast<unsigned>(block.size()));
        if (got < 0 || (got == 0 && unzCloseCurrentFile(m_zip) != UNZ_OK))
            return damaged(m_path, Message(FW_MSG("The backup \"%1\" is damaged."), {m_path}));
        block.resize(got);
        return block;
    }

private:
    QString m_path;
    unzFile m_zip;
};

Result<Manifest> readManifest(Reader& reader, const QString& path)
{
    if (auto opened = reader.open(s_manifest); !opened)
        return opened.error();
    QByteArray text;
    for (;;) {
        auto block = reader.next();
        if (!block)
            return block.error();
        if (block->isEmpty())
            return Manifest::fromJson(text, path);
        text += *block;
        if (text.size() > s_largestManifest)
            return damaged(path, Message(FW_MSG("The backup \"%1\" is damaged."), {path}));
    }
}

} // namespace

Result<void> writeArchive(const QString& path, Manifest& manifest, const QString& database,
                          const store::Progress& progress)
{
    QFile file(database);
    if (!file.open(QIODevice::ReadOnly))
        return cannotWrite(path, file.errorString());
    manifest.bytes = file.size();
    if (auto made = platform::createPrivate(path, {}); !made)
        return made;
    Writer zip(path);
    if (auto begun = zip.begin(s_database, manifest.bytes); !begun)
        return begun;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 done = 0; done < manifest.bytes;) {
        const QByteArray block = file.read(s_packBlock);
        if (block.isEmpty())
            return cannotWrite(path, file.errorString());
        hash.addData(block);
        if (auto written = zip.write(block); !written)
            return written;
        done += block.size();
        if (progress && !progress(static_cast<double>(done) / static_cast<double>(manifest.bytes)))
            return interrupted();
    }
    if (auto ended = zip.end(); !ended)
        return ended;
    manifest.sha256 = hash.result();
    const QByteArray text = manifest.toJson();
    if (auto begun = zip.begin(s_manifest, text.size()); !begun)
        return begun;
    if (auto written = zip.write(text); !written)
        return written;
    if (auto ended = zip.end(); !ended)
        return ended;
    if (auto closed = zip.close(); !closed)
        return closed;
    return platform::syncFile(path);
}

Result<Manifest> readManifest(const QString& path)
{
    Reader reader(path);
    return readManifest(reader, path);
}

Result<Manifest> readArchive(const QString& path, const QString& database, const store::Progress& progress)
{
    Reader reader(path);
    const auto manifest = readManifest(reader, path);
    if (!manifest)
        return manifest;
    if (auto opened = reader.open(s_database); !opened)
        return opened.error();
    QFile file(database);
    const auto fail = [&](const Error& error) {
        file.close();
        QFile::remove(database);
        return error;
    };
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return cannotWrite(database, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 done = 0;
    for (;;) {
        const auto block = reader.next();
        if (!block)
            return fail(block.error());
        if (block->isEmpty())
            break;
        done += block->size();
        hash.addData(*block);
        if (done > manifest->bytes)
            break;
        if (file.write(*block) != block->size())
            return fail(cannotWrite(database, file.errorString()));
        if (progress && !progress(static_cast<double>(done) / static_cast<double>(manifest->bytes)))
            return fail(interrupted());
    }
    if (!file.flush())
        return fail(cannotWrite(database, file.errorString()));
    file.close();
    if (done != manifest->bytes || hash.result() != manifest->sha256)
        return fail(damaged(path, Message(FW_MSG("The backup \"%1\" is damaged."), {path})));
    if (auto synced = platform::syncFile(database); !synced)
        return fail(synced.error());
    return manifest;
}

} // namespace fw::backup
