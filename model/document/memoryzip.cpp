#include "memoryzip.h"

#include <cstring>
#include <minizip/unzip.h>
#include <minizip/zip.h>

namespace fw
{
namespace
{

/// A byte array as the file minizip works on.
struct Memory {
    QByteArray bytes;
    qint64 at = 0;
};

voidpf openMemory(voidpf memory, const void*, int)
{
    return memory;
}
int closeMemory(voidpf, voidpf)
{
    return 0;
}
int memoryError(voidpf, voidpf)
{
    return 0;
}

uLong readMemory(voidpf, voidpf stream, void* buffer, uLong size)
{
    auto* memory = static_cast<Memory*>(stream);
    const qint64 count = std::clamp<qint64>(memory->bytes.size() - memory->at, 0, static_cast<qint64>(size));
    std::memcpy(buffer, memory->bytes.constData() + memory->at, static_cast<size_t>(count));
    memory->at += count;
    return static_cast<uLong>(count);
}

uLong writeMemory(voidpf, voidpf stream, const void* buffer, uLong size)
{
    auto* memory = static_cast<Memory*>(stream);
    const qint64 end = memory->at + static_cast<qint64>(size);
    if (end > memory->bytes.size())
        memory->bytes.resize(end);
    std::memcpy(memory->bytes.data() + memory->at, buffer, size);
    memory->at = end;
    return size;
}

ZPOS64_T tellMemory(voidpf, voidpf stream)
{
    return static_cast<ZPOS64_T>(static_cast<Memory*>(stream)->at);
}

long seekMemory(voidpf, voidpf stream, ZPOS64_T offset, int origin)
{
    auto* memory = static_cast<Memory*>(stream);
    const qint64 base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                        : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory->at
                                                           : memory->bytes.size();
    const qint64 to = base + static_cast<qint64>(offset);
    if (to < 0 || to > memory->bytes.size())
        return -1;
    memory->at = to;
    return 0;
}

zlib_filefunc64_def functionsOf(Memory& memory)
{
    zlib_filefunc64_def functions{};
    functions.zopen64_file = openMemory;
    functions.zread_file = readMemory;
    functions.zwrite_file = writeMemory;
    functions.ztell64_file = tellMemory;
    functions.zseek64_file = seekMemory;
    functions.zclose_file = closeMemory;
    functions.zerror_file = memoryError;
    functions.opaque = &memory;
    return functions;
}

} // namespace

struct ZipWriter::State {
    Memory memory;
    zipFile zip = nullptr;
};

ZipWriter::ZipWriter() : d(std::make_unique<State>())
{
    zlib_filefunc64_def functions = functionsOf(d->memory);
    d->zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
}

ZipWriter::~ZipWriter()
{
    if (d->zip)
        zipClose(d->zip, nullptr);
}

void ZipWriter::add(const QString& name, const QByteArray& bytes)
{
    static constexpr uLong Utf8Names = 1u << 11;            // general purpose flag of the zip format
    static constexpr uLong FirstOfJanuary1980 = 0x00210000; // the format's zero
    zip_fileinfo info{};
    info.dosDate = FirstOfJanuary1980;
    zipOpenNewFileInZip4(d->zip, name.toUtf8().constData(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6, 0,
                         -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, 0, Utf8Names);
    zipWriteInFileInZip(d->zip, bytes.constData(), static_cast<unsigned>(bytes.size()));
    zipCloseFileInZip(d->zip);
}

QByteArray ZipWriter::finish()
{
    zipClose(d->zip, nullptr);
    d->zip = nullptr;
    return d->memory.bytes;
}

struct ZipReader::State {
    Memory memory;
    unzFile zip = nullptr;
    int status = UNZ_OK;
};

ZipReader::ZipReader(const QByteArray& archive) : d(std::make_unique<State>())
{
    d->memory.bytes = archive;
    zlib_filefunc64_def functions = functionsOf(d->memory);
    d->zip = unzOpen2_64("", &functions);
}

ZipReader::~ZipReader()
{
    if (d->zip)
        unzClose(d->zip);
}

bool ZipReader::isValid() const
{
    return d->zip != nullptr;
}
bool ZipReader::first()
{
    return (d->status = unzGoToFirstFile(d->zip)) == UNZ_OK;
}
bool ZipReader::next()
{
    return (d->status = unzGoToNextFile(d->zip)) == UNZ_OK;
}
bool ZipReader::isComplete() const
{
    return d->status == UNZ_END_OF_LIST_OF_FILE;
}

QString ZipReader::name() const
{
    char buffer[4096] = {};
    unz_file_info64 info{};
    if (unzGetCurrentFileInfo64(d->zip, &info, buffer, sizeof buffer - 1, nullptr, 0, nullptr, 0) != UNZ_OK)
        return {};
    // A zero byte or a cut name would be another name than the archive's.
    if (info.size_filename != std::strlen(buffer))
        return {};
    const QString name = QString::fromUtf8(buffer);
    return name.toUtf8() == buffer ? name : QString();
}

std::optional<QByteArray> ZipReader::read(qint64 limit)
{
    unz_file_info64 info{};
    static constexpr uLong Encrypted = 1;
    if (unzGetCurrentFileInfo64(d->zip, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
        (info.flag & Encrypted) || unzOpenCurrentFile(d->zip) != UNZ_OK)
        return std::nullopt;
    QByteArray bytes("");
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    int count = 0;
    while ((count = unzReadCurrentFile(d->zip, chunk.data(), static_cast<unsigned>(chunk.size()))) > 0) {
        if (bytes.size() + count > limit) {
            count = -1;
            break;
        }
        bytes.append(chunk.constData(), count);
    }
    // Closing checks the CRC.
    const bool intact = unzCloseCurrentFile(d->zip) == UNZ_OK;
    return count == 0 && intact ? std::optional(bytes) : std::nullopt;
}

} // namespace fw
