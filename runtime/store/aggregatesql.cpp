#include "aggregatesql.h"
#include "recordsql.h"

namespace fw::store
{

namespace
{

using feel::Value;

bool isNumber(const plan::Field& field)
{
    return field.storage == plan::Storage::Scaled || (field.storage == plan::Storage::Integer && !holdsDuration(field));
}

/// In SQLite the sum is taken in two halves of 32 bits, so that it cannot leave int64 however many rows there are;
/// PostgreSQL adds up exactly by itself.
QByteArray sumSql(Dialect dialect, const QByteArray& column)
{
    return QByteArray(dialect.isPostgres() ? "count(%1), sum(%1)" : "count(%1), sum(%1 >> 32), sum(%1 & 4294967295)")
        .replace("%1", column);
}

std::optional<feel::Decimal> sumOf(Dialect dialect, const Statement& row, int decimals)
{
    if (dialect.isPostgres())
        return feel::Decimal::fromString(row.text(1));
    const auto high = feel::Decimal(row.integer(1)).times(feel::Decimal(qint64(4294967296)));
    const auto units = high ? high->plus(feel::Decimal(row.integer(2))) : std::nullopt;
    return units ? units->times(feel::Decimal::fromScaled(1, decimals)) : std::nullopt;
}

std::optional<Value> readAggregate(Dialect dialect, const Statement& row, const plan::Plan& plan,
                                   feel::Aggregate::Function function, const plan::Field& field)
{
    switch (function) {
    case feel::Aggregate::Function::Count:
    case feel::Aggregate::Function::CountDistinct: return Value(row.integer(0));
    case feel::Aggregate::Function::Min:
    case feel::Aggregate::Function::Max: return readField(row, 0, field, plan.zone);
    case feel::Aggregate::Function::Sum:
    case feel::Aggregate::Function::Average: {
        if (row.integer(0) == 0)
            return Value();
        const auto sum = sumOf(dialect, row, field.storage == plan::Storage::Scaled ? field.decimals : 0);
        const auto result = !sum ? std::nullopt
                            : function == feel::Aggregate::Function::Sum
                                ? sum
                                : sum->dividedBy(feel::Decimal(row.integer(0)));
        return result ? std::optional(Value(*result)) : std::nullopt;
    }
    case feel::Aggregate::Function::Median: break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Value> aggregateSql(Connection& connection, const plan::Plan& plan, const plan::Table& table,
                                  feel::Aggregate::Function function, int field, const SqlPiece& where)
{
    static const plan::Field none;
    const plan::Field& of = field < 0 ? none : table.fields[static_cast<size_t>(field)];
    const QByteArray column = field < 0 ? QByteArray("*") : "t." + quoted(of.id);
    QByteArray what;
    switch (function) {
    case feel::Aggregate::Function::Count: what = "count(" + column + ")"; break;
    case feel::Aggregate::Function::CountDistinct: what = "count(DISTINCT " + column + ")"; break;
    case feel::Aggregate::Function::Min: what = "min(" + column + ")"; break;
    case feel::Aggregate::Function::Max: what = "max(" + column + ")"; break;
    case feel::Aggregate::Function::Sum:
    case feel::Aggregate::Function::Average:
        if (!isNumber(of))
            return std::nullopt;
        what = sumSql(connection.dialect(), column);
        break;
    case feel::Aggregate::Function::Median: return std::nullopt;
    }
    Statement& select = connection.prepare("SELECT " + what + " FROM " + quoted(table.id) +
                                           " t WHERE t.deleted_at IS NULL AND (" + where.sql + ")");
    where.bind(select, 0);
    std::optional<Value> value;
    if (connection.step(select))
        value = readAggregate(connection.dialect(), select, plan, function, of);
    while (connection.step(select)) {
    }
    return value;
}

} // namespace fw::store
