#pragma once
#include "predicatesql.h"
#include "runtime/engine/unit.h"

namespace fw::store
{

/// Which records of a table, in which order.
struct ListQuery {
    const plan::Table* table = nullptr;
    std::vector<feel::Predicate>
        where; ///< all must hold: the view's filter, the viewer's row scope, the user's own filters
    /// Tested here on each row that the predicates leave, for what no predicate can say (give what predicateSql refuses too).
    std::function<bool(const std::shared_ptr<const engine::Record>&)> test;
    QString search; ///< found anywhere in one of `searchFields`, whatever the case
    std::vector<QString> searchFields;
    std::vector<plan::SortKey> sort; ///< field, system column or path "customer.name"; the id decides last
    bool bin = false;                ///< records in the bin instead of live ones
};

struct ListPage {
    std::vector<std::shared_ptr<const engine::Record>> records;
    QString next; ///< cursor of the page after this one; "" at the end
};

/// At most `limit` records after `cursor` ("" = from the start). Pages are found by key, so that the hundredth costs what
/// the first one does and rows that come and go meanwhile shift nothing. Errors: list.bad_cursor, list.bad_sort, those of the store.
Result<ListPage> listRecords(Connection& connection, const plan::Plan& plan, const ListQuery& query, int limit,
                             const QString& cursor = {});
/// How many records the query finds.
Result<qint64> countRecords(Connection& connection, const plan::Plan& plan, const ListQuery& query);

} // namespace fw::store
