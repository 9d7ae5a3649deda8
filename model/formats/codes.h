#pragma once
#include "model/feel/decimal.h"
#include "model/feel/temporal.h"

#include <QStringList>

#include <optional>

/// Texts with a form of their own: how each is told, tested and written in one way, so that equal ones are equal everywhere.
namespace fw::formats
{

/// A mainland identity number of 18 characters (GB 11643-1999). One of 15 digits is completed with "19" and its check digit.
struct IdNumber {
    enum class Fault { None, Form, Region, Birth, CheckDigit } fault = Fault::None;
    QString text; ///< in its normal form; "" with a fault
    feel::Date birth;
    bool female = false;
};
IdNumber readIdNumber(const QString& text);

/// A bar code's text in its normal form. `symbology`: any | qr | ean13 | ean8 | upc_a | itf14 | code39 | code128. Of codes with
/// a check digit it is tested; nothing when the text cannot stand in such a code.
std::optional<QString> normalBarcode(const QString& text, const QString& symbology);

/// An http, https or ftp address; "example.com/x" gets https. Nothing for anything else: "javascript:…", "file:…", no host.
std::optional<QString> normalUrl(const QString& text);

/// A place in degrees (WGS 84), north and east positive, to 6 decimals (0.1 m).
struct Location {
    feel::Decimal lat, lon;
};
/// "31.230416,121.473701", as "geo:31.2304,121.4737;u=35" (RFC 5870) or with a full-width comma too.
std::optional<Location> readLocation(const QString& text);
/// Always with 6 decimals: the form in which equal places are equal texts.
QString locationText(const Location& location);
/// "31.2304° N, 121.4737° E", "北纬31.2304°，东经121.4737°".
QString shownLocation(const Location& location, bool chinese);

/// The days from the first to the last, both included, the first not behind the last.
struct DateRange {
    feel::Date first, last;
};
/// "2026-01-05/2026-01-09"; with `lenient` also "2026/1/5 ~ 2026/1/9", "2026年1月5日至2026年1月9日".
std::optional<DateRange> readDateRange(const QString& text, bool lenient = false);
QString dateRangeText(const DateRange& range);

/// A length of time for people, from its ISO text: "1 d 2 h 30 min", "1天2小时30分"; other text comes back unchanged.
QString shownDuration(const QString& iso, bool chinese);

/// A date as people write it, year first: 2026-1-5, 2026/01/05, 2026年1月5日, 20260105. Nothing when it is none.
std::optional<feel::Date> readDate(const QString& text);

/// What parts words of a list in a text file. A tag holds none of them.
QStringList splitWords(const QString& text);
bool isTag(const QString& text); ///< 1 to 60 characters, no separator

} // namespace fw::formats
