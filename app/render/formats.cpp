#include "formats.h"

#include <QLocale>

#include <cmath>

namespace fw::render
{
namespace
{

bool isPlainDecimal(QStringView text)
{
    if (text.startsWith(u'-'))
        text = text.mid(1);
    int points = 0;
    for (const QChar c : text) {
        points += c == u'.';
        if (c != u'.' && !(c >= u'0' && c <= u'9'))
            return false;
    }
    return points <= 1 && !text.isEmpty() && text[0] != u'.';
}

/// Adds one to a string of digits: "199" → "200", "99" → "100".
QString increment(QString digits)
{
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        if (digits[i] != u'9') {
            digits[i] = QChar(digits[i].unicode() + 1);
            return digits;
        }
        digits[i] = u'0';
    }
    return digits.prepend(u'1');
}

struct Parts {
    bool negative = false;
    QString whole;
    QString fraction;
};

Parts rounded(const QString& decimal, int decimals)
{
    Parts parts;
    parts.negative = decimal.startsWith(u'-');
    const QString body = parts.negative ? decimal.mid(1) : decimal;
    const qsizetype point = body.indexOf(u'.');
    parts.whole = point < 0 ? body : body.left(point);
    parts.fraction = point < 0 ? QString() : body.mid(point + 1);
    if (decimals >= 0 && parts.fraction.size() > decimals) {
        const bool up = parts.fraction[decimals] >= u'5';
        QString digits = parts.whole + parts.fraction.left(decimals);
        if (up)
            digits = increment(digits);
        parts.whole = digits.left(digits.size() - decimals);
        parts.fraction = digits.right(decimals);
    } else if (decimals > parts.fraction.size()) {
        parts.fraction = parts.fraction.leftJustified(decimals, u'0');
    }
    const bool zero =
        parts.whole.count(u'0') == parts.whole.size() && parts.fraction.count(u'0') == parts.fraction.size();
    parts.negative = parts.negative && !zero;
    return parts;
}

QString grouped(QString whole)
{
    for (qsizetype i = whole.size() - 3; i > 0; i -= 3)
        whole.insert(i, u',');
    return whole;
}

const QString minus = QStringLiteral("−"); // the typographic minus has the width of a digit

/// At most `digits` significant digits, without trailing zeros.
QString significant(double value, int digits)
{
    const double size = std::abs(value);
    const int whole = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    QString text = QString::number(value, 'f', std::max(0, digits - whole));
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

} // namespace

QString Formats::number(const QString& decimal, int decimals) const
{
    if (!isPlainDecimal(decimal))
        return decimal;
    const Parts parts = rounded(decimal, decimals);
    QString text = grouped(parts.whole);
    if (!parts.fraction.isEmpty())
        text += u'.' + parts.fraction;
    return parts.negative ? minus + text : text;
}

QString Formats::figure(const QString& decimal, const Measure& measure) const
{
    if (decimal.isEmpty())
        return {};
    const qsizetype point = decimal.indexOf(u'.');
    const bool endless = measure.decimals < 0 && point >= 0 && decimal.size() - point > 3;
    QString text = number(decimal, endless ? 2 : measure.decimals);
    if (!measure.currency.isEmpty()) {
        const QString sign = currencySign(measure.currency);
        text = text.startsWith(minus) ? minus + sign + text.mid(1) : sign + text;
    }
    if (measure.unit == u"%")
        return text + u'%';
    return measure.unit.isEmpty() ? text : text + u' ' + measure.unit;
}

QString Formats::compact(double value) const
{
    struct Step {
        double size;
        const char* name;
    };
    static const Step english[] = {{1e9, "B"}, {1e6, "M"}, {1e3, "K"}, {1, ""}};
    static const Step chineseSteps[] = {{1e8, "亿"}, {1e4, "万"}, {1, ""}};
    const std::span<const Step> steps =
        chinese() ? std::span<const Step>(chineseSteps) : std::span<const Step>(english);
    const double size = std::abs(value);
    const QString sign = value < 0 ? minus : QString();
    for (size_t i = 0; i < steps.size(); ++i) {
        // 999,950 rounds to 1,000K: it belongs to the next step up.
        const bool last = i + 1 == steps.size();
        if (size < steps[i].size * 0.9995 && !last)
            continue;
        if (last && size >= 1000) // Chinese 1,000 … 9,999 stand as they are
            return sign + grouped(QString::number(size, 'f', 0));
        return sign + significant(size / steps[i].size, 3) + QString::fromUtf8(steps[i].name);
    }
    return {};
}

QString Formats::compact(double value, const Measure& measure) const
{
    QString text = compact(value);
    if (!measure.currency.isEmpty()) {
        const QString sign = currencySign(measure.currency);
        text = text.startsWith(minus) ? minus + sign + text.mid(1) : sign + text;
    }
    return measure.unit == u"%" ? text + u'%' : text;
}

QString Formats::share(double part) const
{
    return significant(std::round(part * 1000) / 10, 4) + u'%';
}

QString Formats::change(double part) const
{
    const QString text = significant(std::round(std::abs(part) * 1000) / 10, 4) + u'%';
    if (text == u"0%")
        return text;
    return (part < 0 ? minus : QStringLiteral("+")) + text;
}

QString Formats::currencySign(const QString& currency) const
{
    if (currency == u"CNY")
        return chinese() ? QStringLiteral("¥") : QStringLiteral("CN¥");
    if (currency == u"USD")
        return QStringLiteral("$");
    if (currency == u"EUR")
        return QStringLiteral("€");
    if (currency == u"GBP")
        return QStringLiteral("£");
    if (currency == u"HKD")
        return QStringLiteral("HK$");
    return currency + u' ';
}

QString Formats::date(QDate date) const
{
    if (!date.isValid())
        return {};
    return chinese() ? date.toString(QStringLiteral("yyyy年M月d日"))
                     : QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMM yyyy"));
}

QString Formats::shortDate(QDate date) const
{
    if (!date.isValid())
        return {};
    return chinese() ? date.toString(QStringLiteral("M月d日"))
                     : QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMM"));
}

QString Formats::dateTime(const QDateTime& instant) const
{
    if (!instant.isValid())
        return {};
    const QDateTime local = instant.toTimeZone(m_zone);
    return date(local.date()) + u' ' + local.time().toString(QStringLiteral("HH:mm"));
}

QString Formats::period(QDate from, const QString& every) const
{
    if (!from.isValid())
        return {};
    if (every == u"year")
        return chinese() ? from.toString(QStringLiteral("yyyy年")) : from.toString(QStringLiteral("yyyy"));
    if (every == u"quarter") {
        const QString quarter = QString::number((from.month() + 2) / 3);
        return chinese() ? from.toString(QStringLiteral("yyyy年")) + quarter + QStringLiteral("季度")
                         : QStringLiteral("Q%1 %2").arg(quarter).arg(from.year());
    }
    if (every == u"month")
        return chinese() ? from.toString(QStringLiteral("yyyy年M月"))
                         : QLocale(QLocale::English, QLocale::UnitedKingdom).toString(from, QStringLiteral("MMM yyyy"));
    return shortDate(from);
}

} // namespace fw::render
