#include "csvimport.h"

#include "runtime/records/values.h"
#include "runtime/store/listquery.h"

namespace fw::transfer
{

Result<qint64> exportCsv(store::Connection& connection, const plan::Plan& plan, const QString& tableId,
                         const QStringList& fields, const QString& labelLanguage, QIODevice& file)
{
    const plan::Table* table = plan.findTable(tableId);
    if (!table)
        return Error(QStringLiteral("transfer.unknown_table"),
                     Message(FW_MSG("The app has no table \"%1\"."), {tableId}),
                     FW_MSG("Correct the name of the table."));
    std::vector<const plan::Field*> columns;
    QStringList header;
    for (const plan::Field& field : table->fields) {
        if (!field.stored || (!fields.isEmpty() && !fields.contains(field.id)))
            continue;
        columns.push_back(&field);
        header << (labelLanguage.isEmpty() ? field.id : field.label.in(labelLanguage));
    }
    file.write("\xef\xbb\xbf" + csvLine(header));
    store::ListQuery query;
    query.table = table;
    qint64 rows = 0;
    QString cursor;
    do {
        auto page = store::listRecords(connection, plan, query, 1000, cursor);
        if (!page)
            return page.error();
        for (const auto& record : page->records) {
            QStringList cells;
            for (const plan::Field* field : columns)
                cells << records::toText(*field, record->value(field->id));
            if (file.write(csvLine(cells)) < 0)
                return Error(QStringLiteral("transfer.cannot_write"),
                             Message(FW_MSG("The file cannot be written: %1."), {file.errorString()}),
                             FW_MSG("Check the disk and your rights."));
            ++rows;
        }
        cursor = page->next;
    } while (!cursor.isEmpty());
    return rows;
}

} // namespace fw::transfer
