#include "formatted.h"
#include "model/formats/codes.h"
#include "model/formats/regions.h"
#include "problems.h"
#include "runtime/store/jsonvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw::records
{

namespace
{

using feel::Value;
using plan::Field;
using plan::FieldType;

constexpr qsizetype s_mostTags = 50;
constexpr qsizetype s_longestJson = 64 * 1024;

Result<Value> url(const Field& field, const QString& text)
{
    if (const auto normal = formats::normalUrl(text))
        return Value(*normal);
    return failure("record.bad_url", field,
                   Message::local(FW_MSG("%1: \"%2\" is no web address."), {nameOf(field), text}),
                   FW_MSG("Write it as https://example.com/page."));
}

Result<Value> idNumber(const Field& field, const QString& text)
{
    using Fault = formats::IdNumber::Fault;
    const formats::IdNumber id = formats::readIdNumber(text);
    const auto wrong = [&](const char* what, Message remedy) {
        return failure("record.bad_id_number", field, Message::local(what, {nameOf(field)}), std::move(remedy));
    };
    switch (id.fault) {
    case Fault::None: return Value(id.text);
    case Fault::Form:
        return wrong(FW_MSG("%1: an identity number has 18 characters (or 15 digits), only the last may be X."),
                     FW_MSG("Count the digits again."));
    case Fault::Region:
        return wrong(FW_MSG("%1: the first digits of the identity number name no province."),
                     FW_MSG("Compare the first two digits with the card."));
    case Fault::Birth:
        return wrong(FW_MSG("%1: the birthday in the identity number is no date."),
                     FW_MSG("Compare digits 7 to 14 with the card."));
    case Fault::CheckDigit: break;
    }
    return wrong(FW_MSG("%1: the check digit of the identity number is wrong."),
                 FW_MSG("One of the digits is mistyped; compare them with the card."));
}

Result<Value> region(const Field& field, const QString& text)
{
    const auto code = formats::normalRegion(text);
    if (!code)
        return failure("record.bad_region", field,
                       Message::local(FW_MSG("%1: \"%2\" is no region."), {nameOf(field), text}),
                       FW_MSG("Give its code (440305) or its names from the province down."));
    const formats::RegionDepth depth = formats::regionDepth(field.format);
    const QString names = formats::regionNames(*code).join(QStringLiteral(" / "));
    if (formats::depthOf(*code) > depth)
        return failure("record.region_too_fine", field,
                       Message::local(FW_MSG("%1: \"%2\" lies deeper than this field goes."), {nameOf(field), names}),
                       FW_MSG("Give the province or city it lies in."));
    if (!formats::isComplete(*code, depth))
        return failure("record.region_too_coarse", field,
                       Message::local(FW_MSG("%1: \"%2\" is not exact enough."), {nameOf(field), names}),
                       FW_MSG("Choose a region further down."));
    return Value(*code);
}

Result<Value> barcode(const Field& field, const QString& text)
{
    if (const auto normal = formats::normalBarcode(text, field.format))
        return Value(*normal);
    return failure("record.bad_barcode", field,
                   Message::local(FW_MSG("%1: \"%2\" is no code of the kind %3."),
                                  {nameOf(field), text.left(60), field.format.toUpper()}),
                   FW_MSG("Scan or type it again; a check digit may be wrong."));
}

Value placeValue(const formats::Location& place)
{
    return Value::context({{QStringLiteral("lat"), place.lat}, {QStringLiteral("lon"), place.lon}});
}

Result<Value> location(const Field& field, const QString& text)
{
    if (const auto place = formats::readLocation(text))
        return placeValue(*place);
    return failure("record.bad_location", field,
                   Message::local(FW_MSG("%1: \"%2\" is no place on the earth."), {nameOf(field), text}),
                   FW_MSG("Write latitude and longitude: 31.2304,121.4737."));
}

Result<Value> dateRange(const Field& field, const QString& text, bool lenient)
{
    if (const auto range = formats::readDateRange(text, lenient))
        return Value::range({Value(range->first), Value(range->last), true, true});
    return failure("record.bad_date_range", field,
                   Message::local(FW_MSG("%1: \"%2\" is no range of dates."), {nameOf(field), text}),
                   FW_MSG("Write first and last day, the earlier first: 2026-01-05/2026-01-09."));
}

Result<Value> jsonValue(const Field& field, const QJsonValue& json)
{
    if (!json.isArray() && !json.isObject())
        return failure("record.bad_json", field,
                       Message::local(FW_MSG("%1: this is no JSON object or list."), {nameOf(field)}),
                       FW_MSG("Write {\"key\": \"value\"} or [1, 2]."));
    const Value value = store::valueOfJson(json);
    if (store::plainJsonText(value).size() > s_longestJson)
        return failure("record.too_large", field, Message::local(FW_MSG("%1: more than 64 KiB."), {nameOf(field)}),
                       FW_MSG("Keep large data as an attachment."));
    return value;
}

Result<Value> jsonText(const Field& field, const QString& text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return failure("record.bad_json", field,
                       Message::local(FW_MSG("%1: the JSON text breaks off at character %2."),
                                      {nameOf(field), QString::number(error.offset + 1)}),
                       FW_MSG("Write {\"key\": \"value\"} or [1, 2]."));
    return jsonValue(field, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
}

QString textOf(const QJsonValue& json)
{
    return json.isDouble() ? json.toVariant().toString() : json.toString();
}

} // namespace

Result<Value> tags(const Field& field, const QStringList& words)
{
    Value::Items items;
    for (const QString& word : words) {
        const QString tag = word.simplified();
        if (tag.isEmpty())
            continue;
        if (!formats::isTag(tag) || static_cast<qsizetype>(items.size()) >= s_mostTags)
            return failure("record.bad_tag", field,
                           Message::local(FW_MSG("%1: \"%2\" cannot be a tag here."), {nameOf(field), tag.left(60)}),
                           FW_MSG("Up to 50 tags of at most 60 characters, without ; and |."));
        if (std::find(items.begin(), items.end(), Value(tag)) == items.end())
            items.emplace_back(tag);
    }
    return items.empty() ? Value() : Value::list(std::move(items));
}

Result<Value> starsInRange(const Field& field, const Value& value)
{
    if (field.type != FieldType::Rating || value.isNull() ||
        (value.number() >= feel::Decimal(1) && value.number() <= feel::Decimal(field.most)))
        return value;
    return failure("record.out_of_range", field,
                   Message::local(FW_MSG("%1 has 1 to %2 stars."), {nameOf(field), QString::number(field.most)}),
                   FW_MSG("Give a number of stars in that range, or leave it empty."));
}

std::optional<Result<Value>> formatted(const Conversion& conversion, const Field& field, const QString& text)
{
    switch (field.type) {
    case FieldType::Url: return url(field, text);
    case FieldType::IdNumber: return idNumber(field, text);
    case FieldType::Region: return region(field, text);
    case FieldType::Barcode: return barcode(field, text);
    case FieldType::Location: return location(field, text);
    case FieldType::DateRange: return dateRange(field, text, conversion.fromFile);
    case FieldType::Json: return jsonText(field, text);
    case FieldType::Tags: return tags(field, conversion.fromFile ? formats::splitWords(text) : QStringList{text});
    default: return std::nullopt;
    }
}

std::optional<Result<Value>> structured(const Field& field, const QJsonValue& json)
{
    const auto has = [&](const char* a, const char* b) {
        return json.isObject() && json.toObject().size() == 2 && json.toObject().contains(QLatin1String(a)) &&
               json.toObject().contains(QLatin1String(b));
    };
    if (field.type == FieldType::Json)
        return jsonValue(field, json);
    if (field.type == FieldType::Location && has("lat", "lon"))
        return location(field, textOf(json[u"lat"]) + u',' + textOf(json[u"lon"]));
    if (field.type == FieldType::DateRange && has("start", "end"))
        return dateRange(field, textOf(json[u"start"]) + u'/' + textOf(json[u"end"]), false);
    if (field.type != FieldType::Tags || !json.isArray())
        return std::nullopt;
    QStringList words;
    for (const QJsonValue& item : json.toArray())
        words << item.toString();
    return tags(field, words);
}

std::optional<Result<Value>> composed(const Field& field, const Value& value)
{
    using Kind = Value::Kind;
    if (field.type == FieldType::Json && (value.kind() == Kind::Context || value.kind() == Kind::List))
        return jsonValue(field, store::plainJson(value));
    if (field.type == FieldType::Location && value.kind() == Kind::Context) {
        const Value *lat = value.entry(u"lat"), *lon = value.entry(u"lon");
        if (lat && lon && lat->kind() == Kind::Number && lon->kind() == Kind::Number)
            return location(field, lat->number().toString() + u',' + lon->number().toString());
    }
    if (field.type == FieldType::DateRange && value.kind() == Kind::Range) {
        const feel::RangeValue& range = value.rangeValue();
        if (range.start.kind() == Kind::Date && range.end.kind() == Kind::Date) {
            const auto first =
                feel::Date::fromEpochDay(range.start.date().toEpochDay() + (range.startIncluded ? 0 : 1));
            const auto last = feel::Date::fromEpochDay(range.end.date().toEpochDay() - (range.endIncluded ? 0 : 1));
            return dateRange(field, formats::dateRangeText({first, last}), false);
        }
    }
    if (field.type != FieldType::Tags || value.kind() != Kind::List)
        return std::nullopt;
    QStringList words;
    for (const Value& item : value.items())
        words << item.toText();
    return tags(field, words);
}

} // namespace fw::records
