#include "runtime/store/jsonvalue.h"
#include "runtime/store/recordsql.h"
#include "values.h"

namespace fw::records
{

namespace
{

using feel::Value;
using Kind = Value::Kind;

QString isoWithOffset(const feel::DateTime& value)
{
    const QTimeZone zone = value.time.zone.kind == feel::Zone::Kind::Region ? QTimeZone(value.time.zone.region)
                                                                            : QTimeZone(value.time.zone.offsetSeconds);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(value.toEpochMillis(QTimeZone::utc()), zone);
    return at.toString(at.time().msec() ? QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")
                                        : QStringLiteral("yyyy-MM-ddTHH:mm:ss")) +
           [&] {
               const int seconds = at.offsetFromUtc();
               const int minutes = std::abs(seconds) / 60;
               return QStringLiteral("%1%2:%3")
                   .arg(QChar(seconds < 0 ? u'-' : u'+'))
                   .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                   .arg(minutes % 60, 2, 10, QLatin1Char('0'));
           }();
}

bool isDateRange(const Value& value)
{
    return value.rangeValue().start.kind() == Kind::Date && value.rangeValue().end.kind() == Kind::Date;
}

} // namespace

QJsonValue toJson(const plan::Field& field, const Value& value)
{
    return field.storage == plan::Storage::Json && !value.isNull() ? store::plainJson(value) : toJson(value);
}

QJsonValue toJson(const Value& value)
{
    switch (value.kind()) {
    case Kind::Null: return QJsonValue::Null;
    case Kind::Boolean: return value.boolean();
    case Kind::DateTime: return isoWithOffset(value.dateTime());
    case Kind::Record: return value.record()->id();
    case Kind::Range: return isDateRange(value) ? store::rangeText(value) : value.toText();
    case Kind::List: {
        QJsonArray array;
        for (const Value& item : value.items())
            array.append(toJson(item));
        return array;
    }
    case Kind::Context: {
        QJsonObject object;
        for (const feel::ContextEntry& entry : value.entries())
            object.insert(entry.name, toJson(entry.value));
        return object;
    }
    default: return value.toText();
    }
}

QString toText(const plan::Field& field, const Value& value)
{
    if (value.isNull())
        return {};
    if (field.storage == plan::Storage::Json)
        return QString::fromUtf8(store::plainJsonText(value));
    if (field.storage == plan::Storage::Location)
        return store::placeText(value);
    if (field.storage == plan::Storage::DateRange)
        return store::rangeText(value);
    if (value.kind() == Kind::List) {
        QStringList parts;
        for (const Value& item : value.items())
            parts << toText(field, item);
        return parts.join(u';');
    }
    if (value.kind() == Kind::DateTime)
        return isoWithOffset(value.dateTime());
    return value.kind() == Kind::Record ? value.record()->id() : value.toText();
}

} // namespace fw::records
