#include "csvimport.h"

#include "runtime/records/records.h"
#include "runtime/records/values.h"
#include "runtime/store/auditlog.h"
#include "runtime/store/recordsql.h"

#include <QCryptographicHash>

namespace fw::transfer
{

namespace
{

using engine::Unit;
using records::Values;

constexpr qsizetype s_keptProblems = 200;

class Import
{
public:
    Import(engine::Engine& engine, const plan::Table& table, const ImportOptions& options)
        : m_engine(engine), m_table(table), m_options(options)
    {
    }

    Result<ImportReport> run(QIODevice& device)
    {
        auto file = CsvFile::open(device, m_options.mapping.format);
        if (!file)
            return file.error();
        m_report.encoding = (*file)->encoding();
        CsvRow header;
        (*file)->next(&header);
        if (!header.problem.isEmpty())
            return Error(QStringLiteral("transfer.broken_row"), header.problem, FW_MSG("Correct the row."));
        auto columns = bindColumns(m_engine.plan(), m_table, header.cells, m_options.mapping, &m_report.ignored);
        if (!columns)
            return columns.error();
        m_columns = std::move(*columns);
        if (m_options.errors)
            m_options.errors->write(
                "\xef\xbb\xbf" +
                csvLine(QStringList{QStringLiteral("line"), QStringLiteral("problem")} + header.cells));
        return readAll(**file);
    }

private:
    Result<ImportReport> readAll(CsvFile& file);
    Result<void> storeBatch(const std::vector<CsvRow>& rows);
    Result<void> storeRows(Unit& unit, const std::vector<CsvRow>& rows);
    Result<void> storeRow(Unit& unit, const CsvRow& row);
    Result<Values> valuesOf(Unit& unit, const CsvRow& row);
    Result<feel::Value> cell(Unit& unit, const BoundColumn& column, const QString& text);
    QString dated(const plan::Field& field, const QString& text) const;
    void refuse(const CsvRow& row, const QList<Problem>& problems);
    Result<void> logBatch(Unit& unit, qint64 created);

    engine::Engine& m_engine;
    const plan::Table& m_table;
    const ImportOptions& m_options;
    std::vector<BoundColumn> m_columns;
    ImportReport m_report;
    qint64 m_firstCause = 0;
    QCryptographicHash m_hash{QCryptographicHash::Sha256}; ///< of the ids a batch created
};

Result<ImportReport> Import::readAll(CsvFile& file)
{
    std::vector<CsvRow> batch;
    bool more = true;
    while (more && !m_report.stopped) {
        batch.clear();
        CsvRow row;
        // A dry run is one batch: a later row must see what an earlier one would have made.
        while ((m_options.dryRun || batch.size() < static_cast<size_t>(m_options.batch)) && (more = file.next(&row)))
            batch.push_back(std::move(row));
        if (batch.empty())
            break;
        if (auto done = storeBatch(batch); !done)
            return done.error();
        m_report.stopped = m_options.progress && !m_options.progress(m_report.rows);
    }
    return m_report;
}

Result<void> Import::storeBatch(const std::vector<CsvRow>& rows)
{
    engine::Cause cause;
    cause.kind = engine::Cause::Kind::Import;
    cause.user = m_options.user;
    cause.parent = cause.root = m_firstCause;
    cause.quiet = !m_options.startWorkflows;
    static const QString s_dryRun = QStringLiteral("transfer.dry_run");
    const ImportReport before = m_report;
    const qint64 errorsFrom = m_options.errors ? m_options.errors->pos() : 0;
    const auto seq = m_engine.perform(cause, [&](Unit& unit) -> Result<void> {
        m_report = before; // the unit may run again when the connection broke
        if (m_options.errors && m_options.errors->pos() != errorsFrom && !m_options.errors->isSequential())
            m_options.errors->seek(errorsFrom);
        if (auto done = storeRows(unit, rows); !done)
            return done;
        if (m_options.dryRun)
            return Error(s_dryRun, FW_MSG("Nothing was stored: this was a dry run.")); // undoes the unit
        return {};
    });
    if (!seq)
        return m_options.dryRun && seq.error().code() == s_dryRun ? Result<void>() : Result<void>(seq.error());
    if (m_firstCause == 0)
        m_firstCause = *seq;
    return {};
}

Result<void> Import::storeRows(Unit& unit, const std::vector<CsvRow>& rows)
{
    const qint64 before = m_report.created;
    m_hash.reset();
    for (const CsvRow& row : rows) {
        ++m_report.rows;
        if (auto done = storeRow(unit, row); !done)
            return done;
        if (auto error = unit.store.writer().takeError())
            return *error;
    }
    return logBatch(unit, m_report.created - before);
}

/// A full disk is not the row's fault: it ends the import. What the row's own values break does not.
bool endsImport(const Error& error)
{
    return error.code().startsWith(QLatin1String("store.")) && error.code() != QLatin1String("store.constraint");
}

Result<void> Import::storeRow(Unit& unit, const CsvRow& row)
{
    if (!row.problem.isEmpty()) {
        refuse(row, {Problem{Severity::Error,
                             QStringLiteral("transfer.broken_row"),
                             row.problem,
                             FW_MSG("Correct the row."),
                             {},
                             {}}});
        return {};
    }
    auto values = valuesOf(unit, row);
    if (!values) {
        refuse(row, values.error().problems());
        return {};
    }
    const size_t facts = unit.facts.size();
    store::Savepoint savepoint(unit.store.writer());
    auto written = m_options.known == ImportOptions::Known::Update ? records::createOrUpdate(unit, m_table, *values)
                                                                   : records::create(unit, m_table, *values);
    Result<void> stands = written ? savepoint.release() : Result<void>(written.error());
    if (!stands && endsImport(stands.error()))
        return stands;
    if (!stands) {
        unit.facts.resize(facts);
        refuse(row, stands.error().problems());
        return {};
    }
    const QString& outcome = written->outcome;
    ++(outcome == QLatin1String("created")   ? m_report.created
       : outcome == QLatin1String("merged")  ? m_report.merged
       : outcome == QLatin1String("updated") ? m_report.updated
                                             : m_report.unchanged);
    if (outcome == QLatin1String("created"))
        m_hash.addData(written->id.toLatin1());
    return {};
}

Result<Values> Import::valuesOf(Unit& unit, const CsvRow& row)
{
    if (row.cells.size() > static_cast<qsizetype>(m_columns.size()))
        return Error(QStringLiteral("transfer.too_many_cells"),
                     Message(FW_MSG("The row has %1 cells, the header %2 columns."),
                             {QString::number(row.cells.size()), QString::number(m_columns.size())}),
                     FW_MSG("Put text that holds the separator into quotes."));
    Values values;
    QList<Problem> problems;
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const BoundColumn& column = m_columns[static_cast<size_t>(i)];
        if (!column.field)
            continue;
        auto value = cell(unit, column, row.cells[i]);
        if (!value)
            problems << value.error().problems();
        else if (!value->isNull())
            values.insert(column.field->id, std::move(*value)); // an empty cell says nothing: the default holds
    }
    if (!problems.isEmpty())
        return Error(problems);
    return values;
}

Result<feel::Value> Import::cell(Unit& unit, const BoundColumn& column, const QString& text)
{
    const plan::Field& field = *column.field;
    const auto replaced = m_options.mapping.values.constFind(field.id);
    QString taken = replaced == m_options.mapping.values.constEnd() ? text : replaced->value(text.trimmed(), text);
    taken = dated(field, taken);
    if (!column.match || taken.trimmed().isEmpty())
        return records::fromText({unit.store.writer(), unit.plan}, field, taken);
    auto found = records::findOne(unit.store.writer(), unit.plan, *unit.plan.findTable(field.relationTo),
                                  {{column.match->id, taken.trimmed()}});
    if (found)
        return feel::Value(*found);
    Problem problem = found.error().problems().first();
    problem.place.element = field.id;
    return Error(problem);
}

/// A date written as the mapping says, year first.
QString Import::dated(const plan::Field& field, const QString& text) const
{
    const bool date = field.storage == plan::Storage::Date, instant = field.storage == plan::Storage::Instant;
    if (m_options.mapping.dates.isEmpty() || (!date && !instant))
        return text;
    const QDateTime parsed = QLocale::c().toDateTime(text.trimmed(), m_options.mapping.dates);
    return parsed.isValid()
               ? parsed.toString(date ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
               : text;
}

void Import::refuse(const CsvRow& row, const QList<Problem>& problems)
{
    ++m_report.failed;
    QStringList words;
    for (const Problem& problem : problems) {
        RowProblem kept{row.line, {}, {}, problem};
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].field && m_columns[i].field->id == problem.place.element) {
                kept.column = m_columns[i].name;
                kept.value = row.cells.value(static_cast<qsizetype>(i));
            }
        }
        words << (kept.column.isEmpty() ? QString() : QStringLiteral("[%1] ").arg(kept.column)) + problem.what.text();
        if (m_report.problems.size() < s_keptProblems)
            m_report.problems << kept;
    }
    if (m_options.errors)
        m_options.errors->write(
            csvLine(QStringList{QString::number(row.line), words.join(QStringLiteral(" · "))} + row.cells));
}

/// One audit row and one row of the change feed for all records a batch created.
Result<void> Import::logBatch(Unit& unit, qint64 created)
{
    if (created == 0)
        return {};
    store::Audit audit{unit.seq, unit.cause.user, "imported", m_table.id, {}, 0, unit.now, unit.newId(), {}, {}, {}};
    audit.after =
        QJsonDocument(QJsonObject{{QStringLiteral("records"), created},
                                  {QStringLiteral("ids_sha256"), QString::fromLatin1(m_hash.result().toHex())}})
            .toJson(QJsonDocument::Compact);
    if (auto done = store::appendAudit(unit.store.writer(), audit); !done)
        return done;
    return store::appendChange(unit.store.writer(), {unit.seq, "imported", m_table.id, {}, 0, {}, unit.now});
}

} // namespace

QJsonObject ImportReport::toJson() const
{
    QJsonArray list;
    for (const RowProblem& row : problems)
        list.append(QJsonObject{{QStringLiteral("line"), row.line},
                                {QStringLiteral("column"), row.column},
                                {QStringLiteral("value"), row.value},
                                {QStringLiteral("code"), row.problem.code},
                                {QStringLiteral("text"), row.problem.what.text()},
                                {QStringLiteral("remedy"), row.problem.remedy.text()}});
    return {{QStringLiteral("rows"), rows},           {QStringLiteral("created"), created},
            {QStringLiteral("merged"), merged},       {QStringLiteral("updated"), updated},
            {QStringLiteral("unchanged"), unchanged}, {QStringLiteral("failed"), failed},
            {QStringLiteral("encoding"), encoding},   {QStringLiteral("ignored"), QJsonArray::fromStringList(ignored)},
            {QStringLiteral("problems"), list}};
}

Result<ImportReport> importCsv(engine::Engine& engine, const QString& table, QIODevice& file,
                               const ImportOptions& options)
{
    const plan::Table* target = engine.plan().findTable(table);
    if (!target)
        return Error(QStringLiteral("transfer.unknown_table"), Message(FW_MSG("The app has no table \"%1\"."), {table}),
                     FW_MSG("Correct the name of the table."));
    return Import(engine, *target, options).run(file);
}

} // namespace fw::transfer
