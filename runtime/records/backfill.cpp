#include "backfill.h"
#include "draft.h"
#include "runtime/store/recordsql.h"

namespace fw::records
{

bool needsBackfill(store::Connection& connection)
{
    return !store::unfilledColumns(connection).isEmpty();
}

Result<qint64> backfill(engine::Unit& unit)
{
    store::Connection& connection = unit.store.writer();
    const QMap<QString, QStringList> unfilled = store::unfilledColumns(connection);
    qint64 records = 0;
    for (auto it = unfilled.begin(); it != unfilled.end(); ++it) {
        const plan::Table* table = unit.plan.findTable(it.key());
        if (!table)
            continue;
        std::vector<int> fields;
        for (int field : derivedFields(*table)) {
            if (it->contains(table->fields[static_cast<size_t>(field)].id))
                fields.push_back(field);
        }
        for (const QString& id : store::liveIds(connection, *table)) {
            if (auto done = recompute(unit, *table, id, fields); !done)
                return done.error();
            ++records;
        }
        if (auto done = store::markFilled(connection, table->id); !done)
            return done.error();
    }
    if (auto error = connection.takeError())
        return *error;
    return records;
}

} // namespace fw::records
