#include "values.h"
#include "formatted.h"
#include "model/formats/codes.h"
#include "problems.h"
#include "reader.h"
#include "runtime/store/recordsql.h"
#include "runtime/store/users.h"

#include <QRegularExpression>

namespace fw::records
{

namespace
{

using feel::Value;
using plan::Field;
using plan::FieldType;
using plan::Storage;

Result<Value> number(const Conversion& conversion, const Field& field, QString text)
{
    const QString given = text;
    if (const auto plain = feel::Decimal::fromString(text))
        return exactNumber(field, *plain);
    if (conversion.fromFile) {
        static const QRegularExpression noise(QStringLiteral("[\\s¥$€£元%★星]"));
        static const QRegularExpression thousands(QStringLiteral("^[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?$"));
        text = text.normalized(QString::NormalizationForm_KC).remove(noise);
        if (thousands.match(text).hasMatch())
            text.remove(u',');
    }
    const auto parsed = feel::Decimal::fromString(text.trimmed());
    if (!parsed)
        return failure("record.bad_number", field,
                       Message::local(FW_MSG("%1: \"%2\" is no number."), {nameOf(field), given}),
                       FW_MSG("Write digits and a decimal point, for example 1234.50."));
    return exactNumber(field, *parsed);
}

Result<Value> date(const Conversion& conversion, const Field& field, const QString& text)
{
    QString iso = text.trimmed();
    if (conversion.fromFile && (iso.size() != 10 || iso[4] != u'-' || iso[7] != u'-')) {
        static const QRegularExpression form(
            QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]0?0:00(?::00(?:\\.0+)?)?)?$"));
        static const QRegularExpression compact(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
        const QString folded = iso.normalized(QString::NormalizationForm_KC);
        for (const QRegularExpression* each : {&form, &compact}) {
            if (const auto match = each->match(folded); match.hasMatch())
                iso = match.captured(1) + u'-' + match.captured(2).rightJustified(2, u'0') + u'-' +
                      match.captured(3).rightJustified(2, u'0');
        }
    }
    const auto parsed = feel::Date::fromString(iso);
    if (!parsed || parsed->year < 1 || parsed->year > 9999)
        return failure("record.bad_date", field,
                       Message::local(FW_MSG("%1: \"%2\" is no date."), {nameOf(field), text}),
                       FW_MSG("Write it as 2026-01-31."));
    return Value(*parsed);
}

Result<Value> timeOfDay(const Field& field, const QString& text)
{
    static const QRegularExpression noSeconds(QStringLiteral("^\\d{1,2}:\\d{2}$"));
    QString full = text.trimmed();
    if (noSeconds.match(full).hasMatch())
        full += QStringLiteral(":00");
    if (full.indexOf(u':') == 1)
        full.prepend(u'0');
    const auto parsed = feel::Time::fromString(full);
    if (!parsed || parsed->zone.kind != feel::Zone::Kind::None)
        return failure("record.bad_time", field,
                       Message::local(FW_MSG("%1: \"%2\" is no time of day."), {nameOf(field), text}),
                       FW_MSG("Write it as 09:30."));
    return Value(*parsed);
}

/// "2026/1/5 9:30" as ISO text; people and spreadsheets write it so.
QString isoDateTime(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ "
                       "T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d+)?)?)?(Z|[+-]\\d{2}:\\d{2})?$"));
    const auto match = form.match(text.normalized(QString::NormalizationForm_KC).trimmed());
    if (!match.hasMatch())
        return text;
    const auto two = [&](int group) { return match.captured(group).rightJustified(2, u'0'); };
    return match.captured(1) + u'-' + two(2) + u'-' + two(3) + u'T' + two(4) + u':' + two(5) + u':' + two(6) +
           match.captured(7) + match.captured(8);
}

Result<Value> instant(const Conversion& conversion, const Field& field, const QString& text)
{
    const auto parsed = feel::DateTime::fromString(conversion.fromFile ? isoDateTime(text) : text.trimmed());
    if (!parsed || parsed->date.year < 1 || parsed->date.year > 9999)
        return failure("record.bad_time", field,
                       Message::local(FW_MSG("%1: \"%2\" is no date and time."), {nameOf(field), text}),
                       FW_MSG("Write it as 2026-01-31T09:30:00+08:00."));
    if (parsed->time.zone.kind == feel::Zone::Kind::None && !conversion.fromFile)
        return failure("record.no_offset", field,
                       Message::local(FW_MSG("%1: \"%2\" does not say its offset from UTC."), {nameOf(field), text}),
                       FW_MSG("Add it: 2026-01-31T09:30:00+08:00."));
    return Value(feel::DateTime::fromEpochMillis(parsed->toEpochMillis(conversion.plan.zone), conversion.plan.zone));
}

Result<Value> duration(const Field& field, const QString& text)
{
    if (const auto time = feel::parseTimeDuration(text.trimmed()))
        return Value(*time);
    return failure("record.bad_duration", field,
                   Message::local(FW_MSG("%1: \"%2\" is no duration."), {nameOf(field), text}),
                   FW_MSG("Write it in days and smaller units: PT2H30M or P3D."));
}

Result<Value> option(const Conversion& conversion, const Field& field, const QString& text)
{
    const QString wanted = conversion.fromFile ? text.trimmed() : text;
    for (const plan::Option& option : field.options) {
        if (option.id == wanted)
            return Value(option.id);
    }
    for (const plan::Option& option : field.options) {
        const QList<QString> labels = option.label.texts().values();
        if (conversion.fromFile && std::any_of(labels.begin(), labels.end(), [&](const QString& label) {
                return label.compare(wanted, Qt::CaseInsensitive) == 0;
            }))
            return Value(option.id);
    }
    QStringList ids;
    for (const plan::Option& option : field.options)
        ids << option.id;
    return failure("record.unknown_option", field,
                   Message::local(FW_MSG("%1: \"%2\" is none of its options."), {nameOf(field), text}),
                   Message(FW_MSG("Choose one of: %1."), {ids.join(QStringLiteral(", "))}));
}

Result<Value> yesNo(const Conversion& conversion, const Field& field, const QString& text)
{
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("y"),
                                 QStringLiteral("1"),    QStringLiteral("是"),  QStringLiteral("√"),
                                 QStringLiteral("✓")};
    static const QStringList no{QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("n"),
                                QStringLiteral("0"),     QStringLiteral("否"), QStringLiteral("×")};
    const QString word = text.trimmed().toLower();
    const qsizetype known = conversion.fromFile ? yes.size() : 1; // only "true" and "false" unless people wrote it
    if (yes.mid(0, known).contains(word))
        return Value(true);
    if (no.mid(0, known).contains(word))
        return Value(false);
    return failure("record.wrong_type", field,
                   Message::local(FW_MSG("%1: \"%2\" is neither yes nor no."), {nameOf(field), text}),
                   FW_MSG("Write true or false."));
}

Result<Value> user(const Conversion& conversion, const Field& field, const QString& text)
{
    auto found = store::findUser(conversion.connection, text);
    if (!found)
        found = store::findUserByLogin(conversion.connection, text);
    if (!found && conversion.fromFile) {
        for (const store::User& each : store::users(conversion.connection)) {
            if (each.name == text.trimmed())
                return Value(each.id);
        }
    }
    if (!found)
        return failure("record.unknown_user", field,
                       Message::local(FW_MSG("%1: there is no user \"%2\"."), {nameOf(field), text}),
                       FW_MSG("Give the login of a user, or add the user first."));
    return Value(found->id);
}

/// Fields by which people name a record of the table in a file: what is unique or identifies it, else its title.
std::vector<int> namingFields(const plan::Table& table)
{
    std::vector<int> fields;
    for (size_t i = 0; i < table.fields.size(); ++i) {
        const Field& field = table.fields[i];
        const bool identity = std::find(table.identity.begin(), table.identity.end(), field.id) != table.identity.end();
        if (field.storage == Storage::Text && (field.unique || identity))
            fields.push_back(static_cast<int>(i));
    }
    if (table.title && table.title.program.references().size() == 1) {
        const int title = table.field(table.title.program.references().front().name);
        if (title >= 0 && table.fields[static_cast<size_t>(title)].storage == Storage::Text)
            fields.push_back(title);
    }
    return fields;
}

Result<Value> relation(const Conversion& conversion, const Field& field, const QString& text)
{
    const plan::Table* target = conversion.plan.findTable(field.relationTo);
    const auto record = target ? store::selectRecord(conversion.connection, conversion.plan, *target, text) : nullptr;
    if (record && record->deletedAt == 0)
        return Value(record->id);
    const std::vector<int> fields = target && conversion.fromFile ? namingFields(*target) : std::vector<int>();
    for (int naming : fields) {
        const auto value = fromText(conversion, target->fields[static_cast<size_t>(naming)], text);
        const QStringList ids = value && !value->isNull()
                                    ? store::selectIds(conversion.connection, conversion.plan, *target, naming, *value)
                                    : QStringList();
        if (ids.size() == 1)
            return Value(ids.first());
        if (ids.size() > 1)
            return failure("record.ambiguous_record", field,
                           Message::local(FW_MSG("%1: more than one record is called \"%2\"."), {nameOf(field), text}),
                           FW_MSG("Give its id, or a value that only it has."));
    }
    return failure("record.unknown_record", field,
                   Message::local(FW_MSG("%1: there is no record \"%2\"."), {nameOf(field), text}),
                   FW_MSG("Create that record first, or correct the value."));
}

Result<Value> normalized(const Field& field, const QString& text)
{
    const bool phone = field.type == FieldType::Phone;
    const auto normal = phone ? normalPhone(text) : normalEmail(text);
    if (normal)
        return Value(*normal);
    return phone ? failure("record.bad_phone", field,
                           Message::local(FW_MSG("%1: \"%2\" is no phone number."), {nameOf(field), text}),
                           FW_MSG("Write 5 to 15 digits, with + and the country code for numbers from abroad."))
                 : failure("record.bad_email", field,
                           Message::local(FW_MSG("%1: \"%2\" is no e-mail address."), {nameOf(field), text}),
                           FW_MSG("Write it as name@example.com."));
}

Result<Value> options(const Conversion& conversion, const Field& field, const QStringList& texts)
{
    Value::Items items;
    for (const QString& text : texts) {
        auto one = option(conversion, field, text);
        if (!one)
            return one;
        if (std::find(items.begin(), items.end(), *one) == items.end())
            items.push_back(*one);
    }
    return items.empty() ? Value() : Value::list(std::move(items));
}

/// A text as a value of the field, whatever its type.
Result<Value> fromString(const Conversion& conversion, const Field& field, const QString& text)
{
    if (text.trimmed().isEmpty())
        return Value();
    if (auto value = formatted(conversion, field, text))
        return std::move(*value);
    switch (field.type) {
    case FieldType::Phone:
    case FieldType::Email: return normalized(field, text);
    case FieldType::Choice: return option(conversion, field, text);
    case FieldType::MultiChoice:
        return options(conversion, field, conversion.fromFile ? formats::splitWords(text) : QStringList{text});
    case FieldType::User: return user(conversion, field, text);
    case FieldType::Relation: return relation(conversion, field, text);
    case FieldType::Duration: return duration(field, text);
    default: break;
    }
    switch (field.storage) {
    case Storage::Scaled:
    case Storage::Integer: return number(conversion, field, text);
    case Storage::Boolean: return yesNo(conversion, field, text);
    case Storage::Date: return date(conversion, field, text);
    case Storage::Time: return timeOfDay(field, text);
    case Storage::Instant: return instant(conversion, field, text);
    default: return Value(text);
    }
}

Result<Value> wrongType(const Field& field, const QString& given)
{
    return failure("record.wrong_type", field, Message::local(FW_MSG("%1 cannot take %2."), {nameOf(field), given}),
                   FW_MSG("Give a value of the field's type."));
}

/// A JSON number without a double in between where it was an integer.
std::optional<feel::Decimal> jsonNumber(const QJsonValue& json)
{
    const QVariant variant = json.toVariant();
    if (variant.userType() == QMetaType::LongLong)
        return feel::Decimal(variant.toLongLong());
    return feel::Decimal::fromDouble(json.toDouble());
}

Result<Value> numberFromJson(const Conversion& conversion, const Field& field, const QJsonValue& json)
{
    const auto number = jsonNumber(json);
    if (number && (field.storage == Storage::Scaled || field.storage == Storage::Integer))
        return exactNumber(field, *number);
    if (number && field.type == FieldType::Phone)
        return fromString(conversion, field, number->toString());
    return wrongType(field, json.toVariant().toString());
}

} // namespace

Result<Value> exactNumber(const Field& field, const feel::Decimal& number)
{
    const int decimals = field.storage == Storage::Scaled ? field.decimals : 0;
    const auto units = number.toScaled(decimals);
    if (!units)
        return failure("record.too_large", field,
                       Message::local(FW_MSG("%1: %2 is too large."), {nameOf(field), number.toString()}),
                       FW_MSG("Give a smaller number."));
    const feel::Decimal kept = feel::Decimal::fromScaled(*units, decimals);
    if (kept != number)
        return failure("record.too_many_decimals", field,
                       Message::local(FW_MSG("%1 keeps %2 decimals; %3 has more."),
                                      {nameOf(field), QString::number(decimals), number.toString()}),
                       FW_MSG("Round the number, or give the field more decimals."));
    return starsInRange(field, Value(kept));
}

Result<Value> fromJson(const Conversion& conversion, const Field& field, const QJsonValue& json)
{
    const bool composite = json.isArray() || json.isObject();
    if (auto value = composite ? structured(field, json) : std::nullopt)
        return std::move(*value);
    switch (json.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: return Value();
    case QJsonValue::Bool:
        return field.storage == Storage::Boolean
                   ? Result<Value>(Value(json.toBool()))
                   : wrongType(field, json.toBool() ? QStringLiteral("true") : QStringLiteral("false"));
    case QJsonValue::Double: return numberFromJson(conversion, field, json);
    case QJsonValue::String: return fromString(conversion, field, json.toString());
    case QJsonValue::Array: {
        QStringList texts;
        for (const QJsonValue& item : json.toArray())
            texts << item.toString();
        return field.type == FieldType::MultiChoice ? options(conversion, field, texts)
                                                    : wrongType(field, QStringLiteral("[…]"));
    }
    case QJsonValue::Object: break;
    }
    const plan::Table* target =
        field.type == FieldType::Relation ? conversion.plan.findTable(field.relationTo) : nullptr;
    if (!target)
        return wrongType(field, QStringLiteral("{…}"));
    auto found = findOne(conversion.connection, conversion.plan, *target, json.toObject());
    if (found)
        return Value(*found);
    Problem problem = found.error().problems().first();
    problem.place.element = field.id;
    return Error(problem);
}

Result<Value> fromText(const Conversion& conversion, const Field& field, const QString& text)
{
    return fromString(Conversion{conversion.connection, conversion.plan, true}, field, text);
}

Result<Value> conform(const Conversion& conversion, const Field& field, const Value& value)
{
    using Kind = Value::Kind;
    if (auto fitted = composed(field, value))
        return std::move(*fitted);
    switch (value.kind()) {
    case Kind::Null: return Value();
    case Kind::Record:
        return field.storage == Storage::Text ? Result<Value>(Value(value.record()->id()))
                                              : wrongType(field, value.toText());
    case Kind::Number: {
        if (field.storage != Storage::Scaled && field.storage != Storage::Integer)
            return field.storage == Storage::Text ? fromString(conversion, field, value.toText())
                                                  : wrongType(field, value.toText());
        const int decimals = field.storage == Storage::Scaled ? field.decimals : 0;
        const auto units = value.number().toScaled(decimals);
        return units ? starsInRange(field, Value(feel::Decimal::fromScaled(*units, decimals)))
                     : exactNumber(field, value.number());
    }
    case Kind::Boolean:
        return field.storage == Storage::Boolean ? Result<Value>(value) : wrongType(field, value.toText());
    case Kind::String: return fromString(conversion, field, value.string());
    case Kind::Date:
        if (field.storage == Storage::Instant)
            return Value(feel::DateTime::fromEpochMillis(
                feel::DateTime{value.date(), {}}.toEpochMillis(conversion.plan.zone), conversion.plan.zone));
        return field.storage == Storage::Date ? Result<Value>(value) : fromString(conversion, field, value.toText());
    case Kind::DateTime: {
        const auto local =
            feel::DateTime::fromEpochMillis(value.dateTime().toEpochMillis(conversion.plan.zone), conversion.plan.zone);
        if (field.storage == Storage::Instant)
            return Value(local);
        return field.storage == Storage::Date ? Result<Value>(Value(local.date)) : wrongType(field, value.toText());
    }
    case Kind::Time: return field.storage == Storage::Time ? Result<Value>(value) : wrongType(field, value.toText());
    case Kind::TimeDuration:
        return store::holdsDuration(field) ? Result<Value>(value) : wrongType(field, value.toText());
    case Kind::MonthDuration:
        return field.feelType.kind() == feel::Type::Kind::MonthDuration ? Result<Value>(value)
                                                                        : wrongType(field, value.toText());
    case Kind::List: {
        QStringList texts;
        for (const Value& item : value.items())
            texts << item.toText();
        return field.type == FieldType::MultiChoice ? options(conversion, field, texts)
                                                    : wrongType(field, value.toText());
    }
    default: return wrongType(field, value.toText());
    }
}

std::optional<QString> normalPhone(const QString& text)
{
    static const QRegularExpression noise(QStringLiteral("[\\s()\\-.·]"));
    static const QRegularExpression form(QStringLiteral("^\\+?\\d{5,15}$"));
    static const QRegularExpression mainland(QStringLiteral("^(?:\\+|00)86(1\\d{10})$"));
    // Most numbers are in their normal form already; an import must not pay for the others.
    if (text.size() == 11 && text[0] == u'1' &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return text;
    const QString digits =
        text.normalized(QString::NormalizationForm_KC).remove(noise).replace(QStringLiteral("–"), QString());
    if (const auto match = mainland.match(digits); match.hasMatch())
        return match.captured(1);
    return form.match(digits).hasMatch() ? std::optional(digits) : std::nullopt;
}

std::optional<QString> normalEmail(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]{2,63}$"));
    const QString address = text.trimmed().toLower();
    return address.size() <= 254 && form.match(address).hasMatch() ? std::optional(address) : std::nullopt;
}

} // namespace fw::records
