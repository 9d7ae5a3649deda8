#include "aggregatesql.h"
#include "recordsql.h"

namespace fw::store
{

namespace
{

using Function = feel::Aggregate::Function;
using feel::Value;

bool isNumber(const plan::Field& field)
{
    return field.storage == plan::Storage::Scaled || (field.storage == plan::Storage::Integer && !holdsDuration(field));
}

/// The sum is taken in two halves of 32 bits, so that it cannot leave int64 inside SQLite however many rows there are.
constexpr const char* s_sum = "count(%1), sum(%1 >> 32), sum(%1 & 4294967295)";

std::optional<feel::Decimal> sumOf(const Statement& row, int decimals)
{
    const auto high = feel::Decimal(row.integer(1)).times(feel::Decimal(qint64(4294967296)));
    const auto units = high ? high->plus(feel::Decimal(row.integer(2))) : std::nullopt;
    return units ? units->times(feel::Decimal::fromScaled(1, decimals)) : std::nullopt;
}

std::optional<Value> read(const Statement& row, const plan::Plan& plan, Function function, const plan::Field& field)
{
    switch (function) {
    case Function::Count:
    case Function::CountDistinct: return Value(row.integer(0));
    case Function::Min:
    case Function::Max: return readField(row, 0, field, plan.zone);
    case Function::Sum:
    case Function::Average: {
        if (row.integer(0) == 0)
            return Value();
        const auto sum = sumOf(row, field.storage == plan::Storage::Scaled ? field.decimals : 0);
        const auto result = !sum                        ? std::nullopt
                            : function == Function::Sum ? sum
                                                        : sum->dividedBy(feel::Decimal(row.integer(0)));
        return result ? std::optional(Value(*result)) : std::nullopt;
    }
    case Function::Median: break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Value> aggregateSql(Connection& connection, const plan::Plan& plan, const plan::Table& table,
                                  Function function, int field, const SqlPiece& where)
{
    static const plan::Field none;
    const plan::Field& of = field < 0 ? none : table.fields[static_cast<size_t>(field)];
    const QByteArray column = field < 0 ? QByteArray("*") : "t." + quoted(of.id);
    QByteArray what;
    switch (function) {
    case Function::Count: what = "count(" + column + ")"; break;
    case Function::CountDistinct: what = "count(DISTINCT " + column + ")"; break;
    case Function::Min: what = "min(" + column + ")"; break;
    case Function::Max: what = "max(" + column + ")"; break;
    case Function::Sum:
    case Function::Average:
        if (!isNumber(of))
            return std::nullopt;
        what = QByteArray(s_sum).replace("%1", column);
        break;
    case Function::Median: return std::nullopt;
    }
    Statement& select = connection.prepare("SELECT " + what + " FROM " + quoted(table.id) +
                                           " t WHERE t.deleted_at IS NULL AND (" + where.sql + ")");
    where.bind(select, 0);
    std::optional<Value> value;
    if (connection.step(select))
        value = read(select, plan, function, of);
    while (connection.step(select)) {
    }
    return value;
}

} // namespace fw::store
