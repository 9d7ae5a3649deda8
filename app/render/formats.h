#pragma once
#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace fw::render
{

/// How a figure is measured.
struct Measure {
    int decimals = -1; ///< digits after the point; -1 = as many as the value has
    QString currency;  ///< ISO 4217; "" = no money
    QString unit;      ///< "%", or free text shown behind the figure
    bool operator==(const Measure&) const = default;
};

/// Numbers, money and dates as a reader of `language` ("en", "zh") writes them. Decimals come as plain text
/// ("-1234.50") and are never turned into a double, so that what is shown is what is stored.
class Formats
{
public:
    Formats() : Formats(QStringLiteral("en")) {}
    explicit Formats(QString language, QTimeZone zone = QTimeZone::utc())
        : m_language(std::move(language)), m_zone(std::move(zone))
    {
    }

    const QString& language() const { return m_language; }
    bool chinese() const { return m_language.startsWith(QLatin1String("zh")); }

    /// Digits grouped by three, rounded half away from zero to `decimals`; text that is no plain decimal comes back unchanged.
    QString number(const QString& decimal, int decimals = -1) const;
    /// As number(), with the currency sign before or the unit behind. A "%" unit is only appended: 12.5 → "12.5%".
    /// Without `decimals` a mean comes out of a division with many digits: at most two are shown.
    QString figure(const QString& decimal, const Measure& measure) const;
    /// At most three significant digits and the reader's own steps: 12300 → "12.3K", in Chinese "1.23万".
    QString compact(double value) const;
    QString compact(double value, const Measure& measure) const;
    /// A share 0…1 in per cent with at most one digit after the point.
    QString share(double part) const;
    /// A change relative to 1, with its sign: 0.125 → "+12.5%".
    QString change(double part) const;

    QString date(QDate date) const;                   ///< "5 Jan 2026", "2026年1月5日"
    QString shortDate(QDate date) const;              ///< without the year: "5 Jan", "1月5日"
    QString dateTime(const QDateTime& instant) const; ///< in the zone of the app
    /// The period that begins on `from`: every is day, week, month, quarter or year.
    QString period(QDate from, const QString& every) const;

private:
    QString currencySign(const QString& currency) const;
    QString m_language;
    QTimeZone m_zone;
};

} // namespace fw::render
