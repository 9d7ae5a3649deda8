#include "textformat.h"

namespace fw::automation
{

namespace
{

using feel::Value;

QString dateTimeText(const feel::DateTime& value, const QTimeZone& zone)
{
    const feel::DateTime local = feel::DateTime::fromEpochMillis(value.toEpochMillis(zone), zone);
    const qint64 minutes = local.time.nanos / 60'000'000'000;
    return local.date.toString() + QStringLiteral(" %1:%2")
                                       .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                                       .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString recordText(const feel::RecordView& record)
{
    for (const char* field : {"name", "title", "number"}) {
        const Value name = record.field(QString::fromLatin1(field));
        if (name.kind() == Value::Kind::String)
            return name.string();
    }
    return record.id();
}

QString listText(const Value::Items& items, const QString& language, const QTimeZone& zone)
{
    QStringList parts;
    for (const Value& item : items)
        parts << textFor(item, language, zone);
    return parts.join(language == QLatin1String("zh") ? QStringLiteral("、") : QStringLiteral(", "));
}

} // namespace

QString textFor(const Value& value, const QString& language, const QTimeZone& zone)
{
    switch (value.kind()) {
    case Value::Kind::Null: return {};
    case Value::Kind::Boolean:
        if (language == QLatin1String("zh"))
            return value.boolean() ? QStringLiteral("是") : QStringLiteral("否");
        return value.boolean() ? QStringLiteral("yes") : QStringLiteral("no");
    case Value::Kind::Number: return value.number().normalizedString();
    case Value::Kind::DateTime: return dateTimeText(value.dateTime(), zone);
    case Value::Kind::List: return listText(value.items(), language, zone);
    case Value::Kind::Record: return recordText(*value.record());
    default: return value.toText();
    }
}

} // namespace fw::automation
