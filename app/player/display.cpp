#include "display.h"

#include "model/feel/program.h"
#include "model/formats/codes.h"
#include "model/formats/regions.h"
#include "model/formats/richtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>

namespace fw::player
{

namespace
{

QString listText(const FieldInfo& field, const QJsonArray& items, bool chinese)
{
    QStringList names;
    for (const QJsonValue& item : items) {
        const OptionInfo* option = field.option(item.toString());
        names << (option ? option->label : item.toString());
    }
    return names.join(chinese ? QStringLiteral("、") : QStringLiteral(", "));
}

QString rangeText(const QString& value, const render::Formats& reader)
{
    const auto range = formats::readDateRange(value);
    const auto shown = [&](const feel::Date& day) { return reader.date(QDate(day.year, day.month, day.day)); };
    return range ? shown(range->first) + QStringLiteral(" – ") + shown(range->last) : value;
}

QString placeText(const QJsonValue& value, bool chinese)
{
    const QString given =
        value.isObject() ? value[u"lat"].toString() + u',' + value[u"lon"].toString() : value.toString();
    const auto place = formats::readLocation(given);
    return place ? formats::shownLocation(*place, chinese) : given;
}

/// A text that is the same in every language but for punctuation.
QString plainText(const FieldInfo& field, const QString& type, const QJsonValue& value, bool chinese)
{
    if (value.isArray() && field.isList())
        return listText(field, value.toArray(), chinese);
    if (type == u"rating")
        return QString(value.toString().toInt(), u'★');
    if (type == u"location")
        return placeText(value, chinese);
    if (type == u"region")
        return formats::regionNames(value.toString()).join(QStringLiteral(" / "));
    if (type == u"rich_text")
        return formats::richTextPlain(value.toString());
    if (value.isArray() || value.isObject())
        return QString::fromUtf8(QJsonDocument::fromVariant(value.toVariant()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

} // namespace

QString displayKind(const FieldInfo& field)
{
    const QString type = field.derived() ? field.result : field.type;
    if (field.type == u"score")
        return QStringLiteral("score");
    if (field.isChoice())
        return QStringLiteral("choice");
    if (field.isNumber())
        return QStringLiteral("number");
    if (field.type == u"user")
        return QStringLiteral("user");
    if (field.type == u"yes_no")
        return QStringLiteral("check");
    for (const char* own : {"rating", "rich_text", "url"}) {
        if (type == QLatin1String(own))
            return type;
    }
    return QStringLiteral("text");
}

QString displayText(const FieldInfo& field, const QJsonValue& value, const QString& sent,
                    const Description& description, const render::Formats& reader)
{
    const QString type = field.derived() ? field.result : field.type;
    if (field.isNumber() && (value.isString() || value.isDouble())) {
        const QString exact = value.isString() ? value.toString() : QString::number(value.toDouble(), 'g', 15);
        const QString currency = field.currency.isEmpty() && type == u"money" ? description.currency : field.currency;
        return reader.figure(exact, {field.decimals, currency, type == u"percent" ? QStringLiteral("%") : QString()});
    }
    if (type == u"date" && value.isString())
        return reader.date(QDate::fromString(value.toString().left(10), Qt::ISODate));
    if (type == u"datetime" && value.isString())
        return reader.dateTime(QDateTime::fromString(value.toString(), Qt::ISODateWithMs));
    if (type == u"date_range" && value.isString())
        return rangeText(value.toString(), reader);
    if (type == u"duration" && value.isString())
        return formats::shownDuration(value.toString(), reader.chinese());
    if (type == u"time" && value.isString())
        return value.toString().endsWith(u":00") ? value.toString().left(5) : value.toString();
    if (!sent.isEmpty())
        return sent;
    if (field.isChoice()) {
        const OptionInfo* option = field.option(value.toString());
        return option ? option->label : value.toString();
    }
    if (field.type == u"user")
        return description.userName(value.toString());
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("fw::player", "Yes")
                              : QCoreApplication::translate("fw::player", "No");
    return plainText(field, type, value, reader.chinese());
}

QString capitalNumerals(const QString& amount)
{
    const auto number = feel::Decimal::fromString(amount);
    if (!number)
        return {};
    const QString source = QStringLiteral("RMBUPPER(%1)").arg(number->toString());
    const feel::Value words = feel::compile(source, feel::Scope(), {}).program.evaluate({});
    return words.isNull() ? QString() : words.toText();
}

QString displayTone(const FieldInfo& field, const QJsonObject& values, const TableInfo& table)
{
    if (field.isChoice()) {
        const OptionInfo* option = field.option(values[field.id].toString());
        return option ? option->color : QString();
    }
    if (field.type == u"score") {
        const QString bandField = field.id + QStringLiteral("_band");
        const FieldInfo* band = table.field(bandField);
        const OptionInfo* option = band ? band->option(values[bandField].toString()) : nullptr;
        return option ? option->color : QString();
    }
    return {};
}

TimelineLook timelineLook(const QString& kind)
{
    static const QHash<QString, TimelineLook> looks{
        {QStringLiteral("event"), {QStringLiteral("event"), QStringLiteral("info")}},
        {QStringLiteral("consent"), {QStringLiteral("consent"), QString()}},
        {QStringLiteral("merge"), {QStringLiteral("link"), QString()}},
        {QStringLiteral("record"), {QStringLiteral("edit"), QString()}},
        {QStringLiteral("score"), {QStringLiteral("score"), QStringLiteral("warning")}},
        {QStringLiteral("task"), {QStringLiteral("task"), QStringLiteral("accent")}},
        {QStringLiteral("message"), {QStringLiteral("message"), QStringLiteral("success")}},
        {QStringLiteral("workflow"), {QStringLiteral("workflow"), QStringLiteral("success")}}};
    return looks.value(kind, {QStringLiteral("event"), QString()});
}

QString feelText(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

} // namespace fw::player
