#pragma once
#include "connection.h"

#include <libpq-fe.h>

/// Values as PostgreSQL's binary protocol carries them: exact, and independent of the server's settings for dates, zones
/// and bytes.
namespace fw::store::pg
{

/// Object ids of the built-in types that columns and results have (pg_type.dat; fixed for ever).
enum Type : Oid {
    Bool = 16,
    Bytes = 17,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Text = 25,
    Float8 = 701,
    Date = 1082,
    Time = 1083,
    Timestamp = 1114,
    TimestampTz = 1184,
    Numeric = 1700,
    Jsonb = 3802
};

/// One parameter of a statement.
struct Parameter {
    QByteArray bytes;
    bool null = true;
    bool binary = false;
};
Parameter parameter(Oid type, qint64 value); ///< of an instant: milliseconds UTC
Parameter parameter(Oid type, const QString& value);
Parameter parameter(const QByteArray& blob);
Parameter parameter(const Scaled& value);

/// A value of a result in binary form.
qint64 integerOf(Oid type, QByteArrayView bytes); ///< of an instant: milliseconds UTC; what is no number is 0
qint64 scaledOf(Oid type, QByteArrayView bytes, int decimals);
QString textOf(Oid type, QByteArrayView bytes);

/// "?" and "?1" as "$1": outside of quotes, numbered as SQLite numbers them.
QByteArray numberedParameters(const QByteArray& sql);

} // namespace fw::store::pg
