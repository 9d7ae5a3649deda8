#pragma once
#include "connection.h"

#include <variant>

namespace fw::store
{

/// An instant of a record table, milliseconds UTC.
struct Millis {
    qint64 value = 0;
    bool operator==(const Millis&) const = default;
};
/// One value of a row as it lies in any store; monostate is null.
using Cell = std::variant<std::monostate, qint64, QString, QByteArray, Scaled, Millis>;
using Row = std::vector<Cell>;

void bindCell(Statement& statement, int index, const Cell& cell);

/// Takes many rows for one table, as fast as the database takes them (COPY). Made by Connection::addRows.
class RowSink
{
public:
    virtual ~RowSink() = default;
    virtual void add(const Row& row) = 0;
    /// Ends it; the first failure of any row.
    virtual Result<void> finish() = 0;
};

} // namespace fw::store
