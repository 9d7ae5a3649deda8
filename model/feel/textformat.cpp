// Excel's number formats: sections, digit places, dates.
#include "textformat.h"

#include <algorithm>

namespace fw::feel
{

namespace
{

/// A piece of a section: literal text, or something to be filled in.
struct Piece {
    enum class Kind : quint8 {
        Literal,
        Digit, ///< '0', '#' or '?' in `sign`
        Point,
        Comma,
        Percent,
        Exponent, ///< E+00: `count` digits, `sign` '+' or '-'
        Date,     ///< a letter in `sign`, `count` times
        Elapsed,  ///< [h], [m], [s]
        HalfDay,  ///< AM/PM, A/P, 上午/下午: the two words in `text`, separated by '/'
        Fraction, ///< .000 behind seconds: `count` digits
        Text,     ///< @
        General
    };
    Kind kind = Kind::Literal;
    QString text;
    char16_t sign = 0;
    int count = 0;
};
using Pieces = std::vector<Piece>;

/// Cuts one format into its sections. Sections are separated by ";".
class FormatReader
{
public:
    explicit FormatReader(const QString& format) : m_in(format) {}

    std::optional<std::vector<Pieces>> run()
    {
        std::vector<Pieces> sections(1);
        while (m_at < m_in.size()) {
            if (m_in[m_at] == u';') {
                ++m_at;
                sections.emplace_back();
                continue;
            }
            auto piece = next(sections.back());
            if (!piece)
                return std::nullopt;
            if (!piece->text.isEmpty() || piece->kind != Piece::Kind::Literal)
                sections.back().push_back(std::move(*piece));
        }
        return sections.size() <= 4 ? std::optional(std::move(sections)) : std::nullopt;
    }

private:
    static Piece literal(const QString& text) { return {Piece::Kind::Literal, text, 0, 0}; }

    bool takes(const QString& word)
    {
        if (QStringView(m_in).mid(m_at, word.size()).compare(word, Qt::CaseInsensitive) != 0)
            return false;
        m_at += word.size();
        return true;
    }

    std::optional<Piece> next(const Pieces& before)
    {
        for (const char16_t* word : {u"General", u"G/通用格式"})
            if (takes(QString::fromUtf16(word)))
                return Piece{Piece::Kind::General, {}, 0, 0};
        for (const char16_t* word : {u"AM/PM", u"A/P", u"上午/下午"})
            if (takes(QString::fromUtf16(word)))
                return Piece{Piece::Kind::HalfDay, QString::fromUtf16(word), 0, 0};
        const QChar c = m_in[m_at];
        switch (c.unicode()) {
        case u'"': return quoted();
        case u'\\': return literal(m_in.mid(std::exchange(m_at, m_at + 2) + 1, 1));
        case u'_': return literal((m_at += 2, QStringLiteral(" ")));
        case u'*': return literal((m_at += 2, QString()));
        case u'[': return bracket();
        case u'0':
        case u'#':
        case u'?': return Piece{Piece::Kind::Digit, {}, m_in[m_at++].unicode(), 1};
        case u',': ++m_at; return Piece{Piece::Kind::Comma, {}, u',', 1};
        case u'%': ++m_at; return Piece{Piece::Kind::Percent, QStringLiteral("%"), 0, 1};
        case u'@': ++m_at; return Piece{Piece::Kind::Text, {}, 0, 1};
        case u'.': return point(before);
        default: break;
        }
        const char16_t lower = c.toLower().unicode();
        if (lower == u'e' && m_at + 1 < m_in.size() && (m_in[m_at + 1] == u'+' || m_in[m_at + 1] == u'-'))
            return exponent();
        if (QStringLiteral("ymdhsa").contains(QChar(lower)))
            return letters(lower);
        // Other Latin letters have to be quoted, as in Excel; signs and words of other scripts stand for themselves.
        if (lower >= u'a' && lower <= u'z')
            return std::nullopt;
        return literal(m_in.mid(m_at++, 1));
    }

    std::optional<Piece> quoted()
    {
        const qsizetype begin = m_at + 1, end = m_in.indexOf(u'"', begin);
        if (end < 0)
            return std::nullopt;
        m_at = end + 1;
        return literal(m_in.mid(begin, end - begin));
    }

    /// [h] elapsed hours, [$¥-804] a currency sign, [Red] [红色] a colour.
    std::optional<Piece> bracket()
    {
        const qsizetype end = m_in.indexOf(u']', m_at);
        if (end < 0)
            return std::nullopt;
        const QString inner = m_in.mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        const QString lower = inner.toLower();
        if (!lower.isEmpty() && QStringLiteral("hms").contains(lower[0]) && lower.count(lower[0]) == lower.size())
            return Piece{Piece::Kind::Elapsed, {}, lower[0].unicode(), static_cast<int>(lower.size())};
        if (inner.startsWith(u'$'))
            return literal(inner.mid(1).section(u'-', 0, 0));
        const bool word = std::all_of(inner.begin(), inner.end(), [](QChar c) { return c.isLetterOrNumber(); });
        return word ? std::optional(literal(QString())) : std::nullopt;
    }

    std::optional<Piece> point(const Pieces& before)
    {
        ++m_at;
        const bool seconds = !before.empty() && before.back().sign == u's' &&
                             (before.back().kind == Piece::Kind::Date || before.back().kind == Piece::Kind::Elapsed);
        if (!seconds)
            return Piece{Piece::Kind::Point, {}, u'.', 1};
        int digits = 0;
        while (m_at < m_in.size() && m_in[m_at] == u'0') {
            ++m_at;
            ++digits;
        }
        return digits > 0 && digits <= 9 ? std::optional(Piece{Piece::Kind::Fraction, {}, 0, digits}) : std::nullopt;
    }

    std::optional<Piece> exponent()
    {
        const char16_t sign = m_in[m_at + 1].unicode();
        m_at += 2;
        int digits = 0;
        while (m_at < m_in.size() && (m_in[m_at] == u'0' || m_in[m_at] == u'#')) {
            ++m_at;
            ++digits;
        }
        return digits > 0 ? std::optional(Piece{Piece::Kind::Exponent, {}, sign, digits}) : std::nullopt;
    }

    std::optional<Piece> letters(char16_t lower)
    {
        int count = 0;
        while (m_at < m_in.size() && m_in[m_at].toLower() == QChar(lower)) {
            ++m_at;
            ++count;
        }
        const bool known = lower == u'a' ? count == 3 || count == 4 : count <= (lower == u'h' || lower == u's' ? 2 : 5);
        return known ? std::optional(Piece{Piece::Kind::Date, {}, lower, count}) : std::nullopt;
    }

    const QString& m_in;
    qsizetype m_at = 0;
};

bool has(const Pieces& section, std::initializer_list<Piece::Kind> kinds)
{
    return std::any_of(section.begin(), section.end(),
                       [&](const Piece& p) { return std::find(kinds.begin(), kinds.end(), p.kind) != kinds.end(); });
}

/// Fills the digit places of a section with a number that is not negative.
class NumberWriter
{
public:
    explicit NumberWriter(const Pieces& section) : m_section(section) {}

    std::optional<QString> write(const Decimal& number, bool* isZero)
    {
        if (has(m_section, {Piece::Kind::Date, Piece::Kind::Elapsed, Piece::Kind::HalfDay, Piece::Kind::Fraction}))
            return std::nullopt;
        survey();
        std::optional<Decimal> scaled = number;
        for (int i = 0; i < m_percents && scaled; ++i)
            scaled = scaled->times(Decimal(100));
        for (int i = 0; i < m_thousands && scaled; ++i)
            scaled = scaled->dividedBy(Decimal(1000));
        int exponent = 0;
        if (m_scientific && scaled)
            scaled = mantissa(*scaled, &exponent);
        auto rounded = scaled ? scaled->rounded(m_decimals, Rounding::HalfUp) : std::nullopt;
        if (m_scientific && rounded && *rounded >= Decimal(10)) { // 9.999 has become 10.00
            rounded = rounded->dividedBy(Decimal(10));
            ++exponent;
        }
        rounded = rounded ? rounded->rounded(m_decimals, Rounding::HalfUp) : rounded;
        if (!rounded)
            return std::nullopt;
        *isZero = rounded->isZero();
        const QString text = rounded->abs().toString();
        if (text.contains(u'E'))
            return std::nullopt; // more digits than can be written out
        m_whole = text.section(u'.', 0, 0);
        if (m_whole == QLatin1String("0"))
            m_whole.clear();
        m_rest = text.section(u'.', 1).leftJustified(m_decimals, u'0');
        return filled(exponent, number);
    }

private:
    void survey()
    {
        bool behind = false;
        size_t lastWhole = 0, last = 0;
        for (size_t i = 0; i < m_section.size(); ++i) {
            const Piece& p = m_section[i];
            if (p.kind == Piece::Kind::Point) {
                behind = true;
            } else if (p.kind == Piece::Kind::Digit) {
                behind ? ++m_decimals : ++m_places;
                (behind ? last : lastWhole) = i;
            } else if (p.kind == Piece::Kind::Percent) {
                ++m_percents;
            } else if (p.kind == Piece::Kind::Exponent) {
                m_scientific = true;
            }
        }
        last = std::max(last, lastWhole);
        // A comma between digit places groups them; commas right behind the last place divide by a thousand each.
        for (size_t i = 0; i < m_section.size(); ++i) {
            if (m_section[i].kind != Piece::Kind::Comma)
                continue;
            if (m_places > 0 && i < lastWhole)
                m_grouped = true;
            else if (i == lastWhole + 1 || i == last + 1 || (i > 0 && m_section[i - 1].kind == Piece::Kind::Comma))
                ++m_thousands;
        }
    }

    static std::optional<Decimal> mantissa(const Decimal& number, int* exponent)
    {
        if (number.isZero())
            return number;
        Decimal m = number;
        for (*exponent = 0; m >= Decimal(10) && *exponent < 7000; ++*exponent)
            m = m.dividedBy(Decimal(10)).value_or(Decimal(1));
        for (; m < Decimal(1) && *exponent > -7000; --*exponent)
            m = m.times(Decimal(10)).value_or(Decimal(1));
        return m;
    }

    /// The digits of one place in front of the point; the leftmost place takes all that are left.
    QString wholeDigits(int place, char16_t sign) const
    {
        const int fromRight = m_places - 1 - place;
        QString out;
        const auto size = static_cast<int>(m_whole.size());
        for (int digit = place == 0 ? std::max(size - 1, fromRight) : fromRight; digit >= fromRight; --digit) {
            const QString shown = digit < size   ? QString(m_whole[size - 1 - digit])
                                  : sign == u'0' ? QStringLiteral("0")
                                  : sign == u'?' ? QStringLiteral(" ")
                                                 : QString();
            out += shown;
            if (m_grouped && digit > 0 && digit % 3 == 0 && !shown.trimmed().isEmpty())
                out += u',';
        }
        return out;
    }

    QString decimalDigit(int place, char16_t sign) const
    {
        const bool significant = std::any_of(m_rest.begin() + place, m_rest.end(), [](QChar c) { return c != u'0'; });
        if (significant || sign == u'0')
            return QString(m_rest[place]);
        return sign == u'?' ? QStringLiteral(" ") : QString();
    }

    QString filled(int exponent, const Decimal& number) const
    {
        QString out;
        int whole = 0, decimal = 0;
        bool behind = false;
        for (const Piece& p : m_section) {
            switch (p.kind) {
            case Piece::Kind::Literal:
            case Piece::Kind::Percent: out += p.text; break;
            case Piece::Kind::Point:
                if (!behind && whole == 0)
                    out += m_whole; // ".00" without a place in front of the point
                out += u'.';
                behind = true;
                break;
            case Piece::Kind::Digit:
                out += behind ? decimalDigit(decimal++, p.sign) : wholeDigits(whole++, p.sign);
                break;
            case Piece::Kind::Exponent:
                out += u'E';
                out += exponent < 0 ? QStringLiteral("-") : p.sign == u'+' ? QStringLiteral("+") : QString();
                out += QString::number(std::abs(exponent)).rightJustified(p.count, u'0');
                break;
            case Piece::Kind::General:
            case Piece::Kind::Text: out += number.abs().normalizedString(); break;
            default: break;
            }
        }
        return out;
    }

    const Pieces& m_section;
    int m_places = 0, m_decimals = 0, m_percents = 0, m_thousands = 0;
    bool m_grouped = false, m_scientific = false;
    QString m_whole, m_rest;
};

std::optional<QString> formattedNumber(const Decimal& number, const std::vector<Pieces>& sections)
{
    const bool negative = number.isNegative() && !number.isZero();
    size_t section = 0;
    if (negative && sections.size() > 1)
        section = 1;
    else if (number.isZero() && sections.size() > 2)
        section = 2;
    bool zero = false;
    NumberWriter writer(sections[section]);
    const auto text = writer.write(number.abs(), &zero);
    if (!text)
        return std::nullopt;
    return (negative && section == 0 && !zero ? QStringLiteral("-") : QString()) + *text;
}

/// What a date format is filled from.
struct Clock {
    std::optional<Date> date;
    qint64 seconds = 0; ///< of the day, or of a duration
    qint64 nanos = 0;
};

std::optional<Clock> clockOf(const Value& value)
{
    constexpr qint64 second = 1'000'000'000;
    switch (value.kind()) {
    case Value::Kind::Date: return Clock{value.date(), 0, 0};
    case Value::Kind::DateTime:
        return Clock{value.dateTime().date, value.dateTime().time.nanos / second, value.dateTime().time.nanos % second};
    case Value::Kind::Time: return Clock{{}, value.time().nanos / second, value.time().nanos % second};
    case Value::Kind::TimeDuration:
        return Clock{{}, std::abs(value.timeDuration().seconds), std::abs(value.timeDuration().nanos)};
    default: return std::nullopt;
    }
}

class DateWriter
{
public:
    DateWriter(const Pieces& section, const Clock& clock) : m_section(section), m_clock(clock)
    {
        m_halfDay = has(section, {Piece::Kind::HalfDay});
    }

    std::optional<QString> write()
    {
        const int afternoon = m_clock.seconds < 43'200 ? 0 : 1;
        QString out;
        for (size_t i = 0; i < m_section.size(); ++i) {
            const Piece& p = m_section[i];
            switch (p.kind) {
            case Piece::Kind::Literal: out += p.text; break;
            case Piece::Kind::Point: out += u'.'; break;
            case Piece::Kind::Comma: out += u','; break;
            case Piece::Kind::Date: {
                const auto text = isMinute(i) ? padded(m_clock.seconds / 60 % 60, p.count) : part(p);
                if (!text)
                    return std::nullopt;
                out += *text;
                break;
            }
            case Piece::Kind::Elapsed:
                out += *padded(m_clock.seconds / (p.sign == u'h' ? 3600 : p.sign == u'm' ? 60 : 1), p.count);
                break;
            case Piece::Kind::HalfDay: out += p.text.section(u'/', afternoon, afternoon); break;
            case Piece::Kind::Fraction:
                out += u'.' + QString::number(m_clock.nanos).rightJustified(9, u'0').left(p.count);
                break;
            default: return std::nullopt;
            }
        }
        return out;
    }

private:
    static std::optional<QString> padded(qint64 number, int count)
    {
        return QString::number(number).rightJustified(count > 1 ? 2 : 1, u'0');
    }

    /// "m" stands for minutes behind hours and in front of seconds.
    bool isMinute(size_t at) const
    {
        if (m_section[at].sign != u'm' || m_section[at].count > 2)
            return false;
        const auto timely = [](const Piece& p) {
            return p.kind == Piece::Kind::Date || p.kind == Piece::Kind::Elapsed;
        };
        for (size_t i = at; i-- > 0;)
            if (timely(m_section[i])) {
                if (m_section[i].sign == u'h')
                    return true;
                break;
            }
        for (size_t i = at + 1; i < m_section.size(); ++i)
            if (timely(m_section[i]))
                return m_section[i].sign == u's';
        return false;
    }

    std::optional<QString> part(const Piece& p) const
    {
        if (p.sign == u'h') {
            const qint64 hour = m_clock.seconds / 3600 % 24;
            return padded(m_halfDay ? (hour + 11) % 12 + 1 : hour, p.count);
        }
        if (p.sign == u's')
            return padded(m_clock.seconds % 60, p.count);
        if (!m_clock.date)
            return std::nullopt;
        const Date& date = *m_clock.date;
        switch (p.sign) {
        case u'y': return p.count > 2 ? QString::number(date.year).rightJustified(4, u'0') : padded(date.year % 100, 2);
        case u'm': return p.count > 2 ? monthName(date.month, p.count) : padded(date.month, p.count);
        case u'd': return p.count > 2 ? dayName(date.weekday(), p.count) : padded(date.day, p.count);
        default: {
            const QString day = QStringLiteral("一二三四五六日").mid(date.weekday() - 1, 1);
            return p.count == 4 ? QStringLiteral("星期") + day : day;
        }
        }
    }

    static QString monthName(int month, int count)
    {
        static const std::array<const char*, 12> names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
        const QString name = QString::fromLatin1(names[static_cast<size_t>(month - 1)]);
        return count == 3 ? name.left(3) : count == 5 ? name.left(1) : name;
    }

    static QString dayName(int weekday, int count)
    {
        static const std::array<const char*, 7> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
        const QString name = QString::fromLatin1(names[static_cast<size_t>(weekday - 1)]);
        return count == 3 ? name.left(3) : name;
    }

    const Pieces& m_section;
    const Clock& m_clock;
    bool m_halfDay = false;
};

} // namespace

std::optional<QString> formatText(const Value& value, const QString& format)
{
    constexpr qsizetype longest = 1000;
    const auto sections = format.size() > longest ? std::nullopt : FormatReader(format).run();
    if (!sections)
        return std::nullopt;
    if (value.kind() == Value::Kind::Number)
        return formattedNumber(value.number(), *sections);
    if (has(sections->front(), {Piece::Kind::General}))
        return value.toText();
    if (const auto clock = clockOf(value))
        return DateWriter(sections->front(), *clock).write();
    // Text goes where "@" stands in the fourth section or in an only one; other formats leave it as it is.
    const Pieces& section = sections->size() == 4 ? sections->back() : sections->front();
    if (!has(section, {Piece::Kind::Text}))
        return value.toText();
    QString out;
    for (const Piece& p : section)
        out += p.kind == Piece::Kind::Text ? value.toText() : p.text;
    return out;
}

} // namespace fw::feel
