#pragma once
#include "model/base/result.h"

#include <QIODevice>
#include <QStringList>

namespace fw::transfer
{

/// How a CSV file is written; what is left open is told from the file itself.
struct CsvFormat {
    QString encoding;   ///< "utf-8" | "gb18030"; "" = told from the bytes
    char separator = 0; ///< ',' ';' '\t'; 0 = told from the first row
};

/// One row. `line` counts lines of the file from 1, also where a cell holds line breaks.
struct CsvRow {
    qint64 line = 0;
    QStringList cells;
    Message problem; ///< why the row cannot be read: a quote that never ends, bytes that are no text
};

/// Reads rows of a CSV file (RFC 4180; LF, CRLF and CR; a byte order mark is skipped) without holding the whole of it.
class CsvFile
{
public:
    /// Errors: transfer.cannot_read, transfer.empty, transfer.encoding (UTF-16, unknown name).
    static Result<std::unique_ptr<CsvFile>> open(QIODevice& device, const CsvFormat& format = {});
    ~CsvFile();
    /// The next row that is not blank; false at the end.
    bool next(CsvRow* row);
    QString encoding() const;
    char separator() const;

private:
    CsvFile() = default;
    struct Private;
    std::unique_ptr<Private> d;
};

/// One row as text, quoted where it must be, ending with CRLF.
QByteArray csvLine(const QStringList& cells, char separator = ',');

} // namespace fw::transfer
