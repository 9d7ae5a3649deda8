#pragma once
#include "mapping.h"
#include "runtime/engine/engine.h"

namespace fw::transfer
{

struct ImportOptions {
    Mapping mapping;
    QString user;                ///< acting user's id; "" = the system
    bool dryRun = false;         ///< everything is tried and nothing is kept
    bool startWorkflows = false; ///< semantics.md, "Import": they do not start unless asked for
    /// What happens to a row whose identity finds a record: by the table's own rule (merge: empty fields are filled), or
    /// the record takes the row's values.
    enum class Known { ByRule, Update } known = Known::ByRule;
    int batch = 2000;            ///< rows of one durable commit
    QIODevice* errors = nullptr; ///< takes the rows that failed as CSV: line, reasons, then the row as it was
    std::function<bool(qint64 rows)> progress; ///< after each batch; false stops after what is committed
};

/// Why a row was not taken in.
struct RowProblem {
    qint64 line = 0;
    QString column; ///< of the file; "" = the row as a whole
    QString value;
    Problem problem;
};

struct ImportReport {
    qint64 rows = 0, created = 0, merged = 0, updated = 0, unchanged = 0, failed = 0;
    QStringList ignored; ///< columns that fit no field
    QString encoding;
    QList<RowProblem> problems; ///< the first 200
    bool stopped = false;
    QJsonObject toJson() const;
};

/// Reads a CSV file into a table by the rules of the record service: one cause, committed in batches; each row stands or
/// falls alone, good rows stay. Errors: transfer.unknown_table, those of CsvFile, bindColumns and the store; what batches
/// before it committed stays then too.
Result<ImportReport> importCsv(engine::Engine& engine, const QString& table, QIODevice& file,
                               const ImportOptions& options = {});

/// Writes live records as CSV (UTF-8 with byte order mark, so that spreadsheets read Chinese): header of field ids or
/// labels, then a row a record. `fields` empty = all. Relations and users are written as ids. Returns the rows.
Result<qint64> exportCsv(store::Connection& connection, const plan::Plan& plan, const QString& table,
                         const QStringList& fields, const QString& labelLanguage, QIODevice& file);

} // namespace fw::transfer
