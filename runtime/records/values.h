#pragma once
#include "runtime/plan/plan.h"
#include "runtime/store/connection.h"

#include <QJsonValue>

/// Values of fields on their way in and out: JSON, text of files, FEEL.
///
/// A field's value in memory: text, phone, e-mail, choice as string; number and money as exact number; date, time, date
/// and time (in the app's zone), duration; several choices and tags as a list of strings; user and relation as the id (a
/// string); a range of dates; a place as {lat, lon}; JSON as contexts and lists.
/// Phones and e-mails are kept in their normal form, so that equal ones are equal everywhere.
namespace fw::records
{

/// What a conversion may look up.
struct Conversion {
    store::Connection& connection;
    const plan::Plan& plan;
    bool fromFile = false; ///< text as people write it in files: labels of options, local times, "是", "1,234.50"
};

/// A value as the client, feed and stories send it. Decimals: a string or a JSON number read as text; instants need an
/// offset; users by id or login; relations by id or by {"field": value} that finds exactly one record.
/// Errors (place.element is the field): record.wrong_type, record.bad_number, record.too_many_decimals, record.too_large,
/// record.bad_date, record.bad_time, record.no_offset, record.bad_phone, record.bad_email, record.unknown_option,
/// record.unknown_user, record.unknown_record, record.ambiguous_record, record.out_of_range, record.bad_url,
/// record.bad_id_number, record.bad_region, record.region_too_fine, record.region_too_coarse, record.bad_barcode,
/// record.bad_location, record.bad_date_range, record.bad_json, record.bad_tag.
Result<feel::Value> fromJson(const Conversion& conversion, const plan::Field& field, const QJsonValue& json);
/// A value as it stands in a text file; "" is null.
Result<feel::Value> fromText(const Conversion& conversion, const plan::Field& field, const QString& text);
/// The result of an expression as a value of the field: records become ids, numbers are rounded half up to the field's
/// decimals, a date becomes the date and time of its midnight.
Result<feel::Value> conform(const Conversion& conversion, const plan::Field& field, const feel::Value& value);

/// Decimals as strings, instants as ISO 8601 with offset, lists as arrays, null as null.
QJsonValue toJson(const feel::Value& value);
/// The same for a field's value: JSON as it is, anything else as above.
QJsonValue toJson(const plan::Field& field, const feel::Value& value);
/// As it is written into a text file: reads back with fromText.
QString toText(const plan::Field& field, const feel::Value& value);

/// Digits with an optional leading "+"; blanks, dashes, brackets and full-width digits fold away, +86 and 0086 before a
/// mainland mobile number too. Nothing when no phone number can be told.
std::optional<QString> normalPhone(const QString& text);
/// Trimmed and lower case; nothing when it has not the form of an address.
std::optional<QString> normalEmail(const QString& text);

} // namespace fw::records
