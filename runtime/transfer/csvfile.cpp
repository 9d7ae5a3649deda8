#include "csvfile.h"

#include <QStringDecoder>

#include <unicode/ucnv.h>

namespace fw::transfer
{

namespace
{

constexpr qint64 s_chunk = 1 << 20;
constexpr qsizetype s_longestCell = 8 << 20; // a quote that never ends must not swallow a file of any size

/// Whether the bytes are UTF-8; a character cut off at the end is none of their fault.
bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    Q_UNUSED(text);
    return !decoder.hasError();
}

/// Whether a file that begins so is meant as UTF-8: at least half of its lines beyond ASCII are. A single bad line must
/// not turn all the others into other characters; hardly a line of GB18030 happens to be UTF-8.
bool isMeantAsUtf8(const QByteArray& bytes)
{
    if (isUtf8(bytes))
        return true;
    qsizetype good = 0, bad = 0;
    for (qsizetype begin = 0; begin < bytes.size();) {
        qsizetype end = begin;
        bool ascii = true;
        for (; end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r'; ++end)
            ascii = ascii && static_cast<uchar>(bytes[end]) < 0x80;
        if (!ascii)
            ++(isUtf8(QByteArrayView(bytes).sliced(begin, end - begin)) ? good : bad);
        begin = end + 1;
    }
    return good >= bad;
}

/// The separator that the first row has most of, outside quotes.
char guessSeparator(const QByteArray& bytes)
{
    int counts[3] = {0, 0, 0};
    const char candidates[3] = {',', ';', '\t'};
    bool quoted = false;
    for (char c : bytes) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        for (int i = 0; i < 3 && !quoted; ++i)
            counts[i] += c == candidates[i];
    }
    return candidates[std::max_element(counts, counts + 3) - counts];
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

} // namespace

struct CsvFile::Private {
    QIODevice& device;
    QByteArray buffer;
    qsizetype at = 0;
    qint64 line = 1;
    char separator = ',';
    QString encoding;
    std::unique_ptr<UConverter, CloseConverter> converter; ///< of anything but UTF-8
    std::vector<QByteArray> cells;                         ///< reused from row to row

    explicit Private(QIODevice& device) : device(device) {}

    /// The byte at the position, read on where the buffer ends; −1 at the end of the file.
    int peek()
    {
        if (at >= buffer.size()) {
            buffer = device.read(s_chunk);
            at = 0;
        }
        return at < buffer.size() ? static_cast<uchar>(buffer.at(at)) : -1;
    }
    int take()
    {
        const int c = peek();
        ++at;
        return c;
    }
    std::optional<QString> decode(const QByteArray& bytes);
    bool readRow(Message* problem);
    bool readQuoted(QByteArray& cell, Message* problem);
    void endOfLine(int c)
    {
        if (c == '\r' && peek() == '\n')
            take();
        ++line;
    }
};

std::optional<QString> CsvFile::Private::decode(const QByteArray& bytes)
{
    if (!converter) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // half a character is an error
        QString text = decoder.decode(bytes);
        return decoder.hasError() ? std::nullopt : std::optional(text);
    }
    QString text(bytes.size(),
                 Qt::Uninitialized); // no character of these encodings is longer in UTF-16 units than in bytes
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length =
        ucnv_toUChars(converter.get(), reinterpret_cast<UChar*>(text.data()), static_cast<int32_t>(text.size()),
                      bytes.constData(), static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    text.resize(length);
    return text.contains(QChar::ReplacementCharacter) ? std::nullopt : std::optional(text);
}

bool CsvFile::Private::readQuoted(QByteArray& cell, Message* problem)
{
    const qint64 begun = line;
    for (;;) {
        const int c = take();
        if (c < 0 || cell.size() > s_longestCell) {
            *problem = Message(FW_MSG("The quote that begins in line %1 never ends."), {QString::number(begun)});
            return false;
        }
        if (c == '"') {
            if (peek() != '"')
                return true;
            take();
        }
        if (c == '\n')
            ++line;
        cell += static_cast<char>(c);
    }
}

/// Splits at bytes: in UTF-8 and GB18030 no part of a longer character looks like a quote, a separator or a line end.
bool CsvFile::Private::readRow(Message* problem)
{
    cells.clear();
    cells.emplace_back();
    bool begun = false;
    for (;;) {
        const int c = take();
        if (c < 0)
            return begun;
        begun = true;
        if (c == '\n' || c == '\r') {
            endOfLine(c);
            return true;
        }
        QByteArray& cell = cells.back();
        if (c == separator)
            cells.emplace_back();
        else if (c == '"' && cell.isEmpty())
            readQuoted(cell, problem);
        else
            cell += static_cast<char>(c);
    }
}

Result<std::unique_ptr<CsvFile>> CsvFile::open(QIODevice& device, const CsvFormat& format)
{
    std::unique_ptr<CsvFile> file(new CsvFile);
    file->d = std::make_unique<Private>(device);
    Private& d = *file->d;
    if (!device.isOpen() && !device.open(QIODevice::ReadOnly))
        return Error(QStringLiteral("transfer.cannot_read"),
                     Message(FW_MSG("The file cannot be read: %1."), {device.errorString()}),
                     FW_MSG("Check that it exists and that you may read it."));
    d.buffer = device.read(s_chunk);
    if (d.buffer.trimmed().isEmpty())
        return Error(QStringLiteral("transfer.empty"), FW_MSG("The file is empty."),
                     FW_MSG("Its first row must name the columns."));
    if (d.buffer.startsWith("\xff\xfe") || d.buffer.startsWith("\xfe\xff"))
        return Error(QStringLiteral("transfer.encoding"), FW_MSG("The file is written in UTF-16."),
                     FW_MSG("Save it as \"CSV UTF-8\"."));
    const bool mark = d.buffer.startsWith("\xef\xbb\xbf");
    d.at = mark ? 3 : 0;
    d.encoding = !format.encoding.isEmpty()        ? format.encoding.toLower()
                 : mark || isMeantAsUtf8(d.buffer) ? QStringLiteral("utf-8")
                                                   : QStringLiteral("gb18030");
    if (d.encoding != QLatin1String("utf-8")) {
        UErrorCode status = U_ZERO_ERROR;
        d.converter.reset(ucnv_open(d.encoding.toLatin1().constData(), &status));
        if (U_FAILURE(status))
            return Error(QStringLiteral("transfer.encoding"),
                         Message(FW_MSG("There is no encoding \"%1\"."), {d.encoding}),
                         FW_MSG("Use utf-8 or gb18030."));
    }
    d.separator = format.separator ? format.separator : guessSeparator(d.buffer.mid(d.at));
    return file;
}

CsvFile::~CsvFile() = default;

QString CsvFile::encoding() const
{
    return d->encoding;
}

char CsvFile::separator() const
{
    return d->separator;
}

bool CsvFile::next(CsvRow* row)
{
    for (;;) {
        *row = CsvRow{d->line, {}, {}};
        if (!d->readRow(&row->problem))
            return false;
        for (const QByteArray& cell : d->cells) {
            const auto text = d->decode(cell);
            if (!text && row->problem.isEmpty())
                row->problem = Message(FW_MSG("Column %1 holds bytes that are no text in %2."),
                                       {QString::number(row->cells.size() + 1), d->encoding});
            row->cells << (text ? *text : QString::fromLatin1(cell));
        }
        if (row->cells.size() > 1 || !row->cells.first().trimmed().isEmpty())
            return true;
    }
}

QByteArray csvLine(const QStringList& cells, char separator)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QByteArray cell = cells[i].toUtf8();
        const bool quote = cell.contains(separator) || cell.contains('"') || cell.contains('\n') ||
                           cell.contains('\r') || cell.startsWith(' ') || cell.endsWith(' ');
        if (quote)
            cell = '"' + cell.replace('"', "\"\"") + '"';
        line += (i ? QByteArray(1, separator) : QByteArray()) + cell;
    }
    return line + "\r\n";
}

} // namespace fw::transfer
