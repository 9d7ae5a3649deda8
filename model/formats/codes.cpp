#include "codes.h"
#include "regions.h"

#include <QRegularExpression>
#include <QUrl>

namespace fw::formats
{

namespace
{

constexpr int s_longestCode = 4296; // alphanumeric characters of the largest QR code (ISO/IEC 18004)

QString folded(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC).trimmed();
}

bool isDigits(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// ISO 7064 MOD 11-2 over the first 17 digits.
QChar idCheckDigit(const QString& text)
{
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += text[i].digitValue() * weights[i];
    return QStringLiteral("10X98765432")[sum % 11];
}

/// GS1: weights 3 and 1 from the digit before the check digit to the left.
bool hasGs1CheckDigit(const QString& text)
{
    int sum = 0;
    for (qsizetype i = text.size() - 2, weight = 3; i >= 0; --i, weight = 4 - weight)
        sum += text[i].digitValue() * static_cast<int>(weight);
    return (10 - sum % 10) % 10 == text.back().digitValue();
}

bool isPrintable(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

std::optional<feel::Decimal> degrees(const QString& text, int most)
{
    const auto number = feel::Decimal::fromString(text);
    const auto rounded = number ? number->rounded(6, feel::Rounding::HalfUp) : std::nullopt;
    if (!rounded || rounded->abs() > feel::Decimal(most))
        return std::nullopt;
    return rounded;
}

QString sixDecimals(const feel::Decimal& number)
{
    const QString text = number.toString();
    const qsizetype point = text.indexOf(u'.');
    const QString fraction = point < 0 ? QString() : text.mid(point + 1);
    return (point < 0 ? text : text.left(point)) + u'.' + fraction.leftJustified(6, u'0');
}

} // namespace

IdNumber readIdNumber(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[1-9]\\d{16}[\\dX]$"));
    static const QRegularExpression blanks(QStringLiteral("[\\s-]"));
    using Fault = IdNumber::Fault;
    QString id = folded(text).remove(blanks).toUpper();
    const bool old = id.size() == 15 && isDigits(id);
    if (old) {
        id.insert(6, QStringLiteral("19"));
        id += idCheckDigit(id);
    }
    if (!form.match(id).hasMatch())
        return {Fault::Form, {}, {}, false};
    // 83: residence permits of people from Taiwan, which is no region of its own.
    if (regionNames(id.left(2) + QStringLiteral("0000")).isEmpty() && !id.startsWith(u"83"))
        return {Fault::Region, {}, {}, false};
    const auto birth = feel::Date::fromString(id.mid(6, 4) + u'-' + id.mid(10, 2) + u'-' + id.mid(12, 2));
    if (!birth || birth->year < 1850 || birth->year > 2150)
        return {Fault::Birth, {}, {}, false};
    if (idCheckDigit(id) != id.back())
        return {Fault::CheckDigit, {}, {}, false};
    return {Fault::None, id, *birth, id[16].digitValue() % 2 == 0};
}

std::optional<QString> normalBarcode(const QString& text, const QString& symbology)
{
    static const QHash<QString, int> digits{{QStringLiteral("ean13"), 13},
                                            {QStringLiteral("ean8"), 8},
                                            {QStringLiteral("upc_a"), 12},
                                            {QStringLiteral("itf14"), 14}};
    static const QRegularExpression code39(QStringLiteral("^[0-9A-Z .$/+%-]+$"));
    const QString code = text.trimmed();
    if (code.isEmpty() || code.size() > s_longestCode)
        return std::nullopt;
    if (const int size = digits.value(symbology); size > 0) {
        const QString plain = folded(code).remove(u' ');
        return plain.size() == size && isDigits(plain) && hasGs1CheckDigit(plain) ? std::optional(plain) : std::nullopt;
    }
    if (symbology == u"code39") {
        const QString upper = folded(code).toUpper();
        return code39.match(upper).hasMatch() ? std::optional(upper) : std::nullopt;
    }
    if (symbology == u"code128")
        return std::all_of(code.begin(), code.end(), [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; })
                   ? std::optional(code)
                   : std::nullopt;
    return isPrintable(code) || symbology == u"qr" ? std::optional(code) : std::nullopt;
}

std::optional<QString> normalUrl(const QString& text)
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    static const QRegularExpression port(QStringLiteral("^[^/:?#]+:\\d{1,5}([/?#]|$)"));
    const QString given = text.trimmed();
    const bool has = scheme.match(given).hasMatch() && !port.match(given).hasMatch();
    const QUrl url(has ? given : QStringLiteral("https://") + given, QUrl::StrictMode);
    static const QStringList allowed{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ftp")};
    const bool named = url.host().contains(u'.') || url.host() == u"localhost" || url.host().contains(u':');
    if (!url.isValid() || !allowed.contains(url.scheme()) || !named || given.size() > 2048 ||
        given.contains(QRegularExpression(QStringLiteral("\\s"))))
        return std::nullopt;
    return has ? given : QStringLiteral("https://") + given;
}

std::optional<Location> readLocation(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:geo:)?([+-]?\\d{1,3}(?:\\.\\d+)?)\\s*[,;\\s]\\s*([+-]?\\d{1,3}(?:\\.\\d+)?)"
                       "(?:,[+-]?[\\d.]+)?(?:;crs=wgs84)?(?:;u=[\\d.]+)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(folded(text));
    if (!match.hasMatch())
        return std::nullopt;
    const auto lat = degrees(match.captured(1), 90), lon = degrees(match.captured(2), 180);
    return lat && lon ? std::optional(Location{*lat, *lon}) : std::nullopt;
}

QString locationText(const Location& location)
{
    return sixDecimals(location.lat) + u',' + sixDecimals(location.lon);
}

QString shownLocation(const Location& location, bool chinese)
{
    const QString lat = location.lat.abs().normalizedString(), lon = location.lon.abs().normalizedString();
    const bool south = location.lat.isNegative(), west = location.lon.isNegative();
    if (chinese)
        return QStringLiteral("%1%2°，%3%4°")
            .arg(south ? QStringLiteral("南纬") : QStringLiteral("北纬"), lat,
                 west ? QStringLiteral("西经") : QStringLiteral("东经"), lon);
    return QStringLiteral("%1° %2, %3° %4").arg(lat, QString(south ? u'S' : u'N'), lon, QString(west ? u'W' : u'E'));
}

QString shownDuration(const QString& iso, bool chinese)
{
    const auto read = feel::parseTimeDuration(iso);
    if (!read)
        return iso;
    const qint64 seconds = std::abs(read->toMillis()) / 1000;
    const struct {
        qint64 amount;
        const char* en;
        const char* zh;
    } parts[] = {{seconds / 86400, " d", "天"},
                 {seconds / 3600 % 24, " h", "小时"},
                 {seconds / 60 % 60, " min", "分"},
                 {seconds % 60, " s", "秒"}};
    QStringList words;
    for (const auto& part : parts) {
        if (part.amount > 0)
            words << QString::number(part.amount) + QString::fromUtf8(chinese ? part.zh : part.en);
    }
    if (words.isEmpty())
        return chinese ? QStringLiteral("0分") : QStringLiteral("0 min");
    return (read->toMillis() < 0 ? QStringLiteral("−") : QString()) +
           words.join(chinese ? QString() : QStringLiteral(" "));
}

std::optional<feel::Date> readDate(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?$"));
    static const QRegularExpression compact(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
    const QString given = folded(text);
    for (const QRegularExpression* each : {&form, &compact}) {
        const auto match = each->match(given);
        if (!match.hasMatch())
            continue;
        const auto date = feel::Date::fromString(match.captured(1) + u'-' + match.captured(2).rightJustified(2, u'0') +
                                                 u'-' + match.captured(3).rightJustified(2, u'0'));
        return date && date->year >= 1 ? date : std::nullopt;
    }
    return std::nullopt;
}

std::optional<DateRange> readDateRange(const QString& text, bool lenient)
{
    static const QRegularExpression apart(QStringLiteral("^(.+?\\S)\\s*(?:~|～|至|到|—|–| - | to )\\s*(\\S.+)$"));
    QStringList ends = text.trimmed().split(u'/');
    if (lenient && ends.size() != 2) {
        const auto match = apart.match(text.trimmed());
        ends = match.hasMatch() ? QStringList{match.captured(1), match.captured(2)} : QStringList();
    }
    if (ends.size() != 2)
        return std::nullopt;
    const auto first = readDate(ends[0]), last = readDate(ends[1]);
    return first && last && !(*last < *first) ? std::optional(DateRange{*first, *last}) : std::nullopt;
}

QString dateRangeText(const DateRange& range)
{
    return range.first.toString() + u'/' + range.last.toString();
}

QStringList splitWords(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("\\s*[;；|、]\\s*"));
    return text.split(separators, Qt::SkipEmptyParts);
}

bool isTag(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[;；|、\\x00-\\x1f]"));
    return !text.trimmed().isEmpty() && text.size() <= 60 && !text.contains(separators);
}

} // namespace fw::formats
