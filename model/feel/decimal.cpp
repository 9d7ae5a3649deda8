#include "decimal.h"

#include <cmath>
#include <cstring>

// The one place that knows the library. It is linked as libbidgcc000: arguments by value, rounding mode and flags passed.
#include <bid_conf.h>
#include <bid_functions.h>

namespace fw::feel
{

namespace
{

__extension__ using Int128 = __int128;
__extension__ using Unsigned128 = unsigned __int128;

constexpr int exponentBias = 6176;
constexpr int largestExponent = 12287; ///< biased
constexpr int precision = 34;

unsigned roundingMode(Rounding rounding)
{
    switch (rounding) {
    case Rounding::HalfEven: return BID_ROUNDING_TO_NEAREST;
    case Rounding::HalfUp: return BID_ROUNDING_TIES_AWAY;
    case Rounding::Down: return BID_ROUNDING_TO_ZERO;
    case Rounding::Floor: return BID_ROUNDING_DOWN;
    case Rounding::Ceiling: return BID_ROUNDING_UP;
    case Rounding::Up:
    case Rounding::HalfDown: break;
    }
    return BID_ROUNDING_TO_ZERO;
}

} // namespace

struct DecimalAccess {
    static BID_UINT128 raw(const Decimal& d)
    {
        BID_UINT128 out;
        out.w[0] = d.m_bits[0];
        out.w[1] = d.m_bits[1];
        return out;
    }
    static Decimal wrap(BID_UINT128 raw)
    {
        Decimal out;
        out.m_bits = {raw.w[0], raw.w[1]};
        return out;
    }
    static std::optional<Decimal> finite(BID_UINT128 raw)
    {
        if (!bid128_isFinite(raw))
            return std::nullopt;
        return wrap(raw);
    }
    static int exponent(const Decimal& a)
    {
        unsigned flags = 0;
        return bid128_quantexp(raw(a), &flags);
    }
    static Int128 coefficient(const Decimal& a)
    {
        const auto magnitude =
            static_cast<Int128>((static_cast<Unsigned128>(a.m_bits[1] & Decimal::coefficientMask) << 64) | a.m_bits[0]);
        return (a.m_bits[1] & Decimal::signMask) ? -magnitude : magnitude;
    }
    static bool isSmall(const Decimal& a)
    {
        const bool negativeZero = a.m_bits[0] == 0 && (a.m_bits[1] & Decimal::signMask);
        return (a.m_bits[1] & Decimal::coefficientMask) == 0 && a.m_bits[0] <= INT64_MAX && !negativeZero;
    }
    /// coefficient × 10^(exponent − bias); nothing where that is no decimal128 of 34 digits as it stands.
    static std::optional<Decimal> exactly(Int128 coefficient, int exponent)
    {
        constexpr Int128 limit = static_cast<Int128>(100'000'000'000'000'000ll) * 100'000'000'000'000'000ll; // 10^34
        const Int128 magnitude = coefficient < 0 ? -coefficient : coefficient;
        if (magnitude >= limit || exponent < 0 || exponent > largestExponent)
            return std::nullopt;
        Decimal out;
        out.m_bits = {static_cast<quint64>(magnitude), static_cast<quint64>(magnitude >> 64) |
                                                           (static_cast<quint64>(exponent) << 49) |
                                                           (coefficient < 0 ? Decimal::signMask : 0)};
        return out;
    }
    static int biasedExponent(const Decimal& a)
    {
        return static_cast<int>((a.m_bits[1] & Decimal::exponentMask) >> 49);
    }
    static void setBiasedExponent(Decimal& a, int exponent)
    {
        a.m_bits[1] = (a.m_bits[1] & ~Decimal::exponentMask) | (static_cast<quint64>(exponent) << 49);
    }
};

namespace
{

constexpr int maximumShift = 18;
constexpr std::array<qint64, maximumShift + 1> powersOfTen = [] {
    std::array<qint64, maximumShift + 1> powers{1};
    for (size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}();

/// A number that fits into 63 bits (a zero has no sign then): coefficient × 10^(exponent − bias).
struct Small {
    qint64 coefficient;
    int exponent;
};

inline std::optional<Small> small(const Decimal& a)
{
    if (!DecimalAccess::isSmall(a))
        return std::nullopt;
    return Small{static_cast<qint64>(DecimalAccess::coefficient(a)), DecimalAccess::biasedExponent(a)};
}

/// Two small numbers with one exponent, the lesser of theirs: what IEEE asks of a sum that is exact.
struct Aligned {
    Int128 left, right;
    int exponent;
};

inline std::optional<Aligned> aligned(const Decimal& a, const Decimal& b)
{
    const auto l = small(a), r = small(b);
    if (!l || !r)
        return std::nullopt;
    const int shift = l->exponent - r->exponent;
    if (shift > maximumShift || shift < -maximumShift)
        return std::nullopt;
    const auto wide = [](const Small& n, int by) {
        return static_cast<Int128>(n.coefficient) * powersOfTen[static_cast<size_t>(by > 0 ? by : 0)];
    };
    return Aligned{wide(*l, shift), wide(*r, -shift), std::min(l->exponent, r->exponent)};
}

/// A number in units of 10^-decimals, where it is a whole number of them and small.
std::optional<qint64> wholeUnits(const Decimal& a, int decimals)
{
    const auto n = small(a);
    if (!n)
        return std::nullopt;
    const int shift = n->exponent - exponentBias + decimals;
    if (shift > maximumShift || shift < -maximumShift)
        return std::nullopt;
    qint64 out = 0;
    const qint64 power = powersOfTen[static_cast<size_t>(std::abs(shift))];
    if (shift >= 0)
        return __builtin_mul_overflow(n->coefficient, power, &out) ? std::nullopt : std::optional(out);
    return n->coefficient % power == 0 ? std::optional(n->coefficient / power) : std::nullopt;
}

} // namespace

using Raw = DecimalAccess;

Decimal::Decimal(int value) : Decimal(static_cast<qint64>(value)) {}

Decimal::Decimal(qint64 value)
{
    const quint64 magnitude = value < 0 ? ~static_cast<quint64>(value) + 1 : static_cast<quint64>(value);
    m_bits = {magnitude, (static_cast<quint64>(exponentBias) << 49) | (value < 0 ? signMask : 0)};
}

std::optional<Decimal> Decimal::fromString(QStringView text)
{
    // The library takes "inf", "nan" and trailing rubbish: what is no plain number is refused here.
    const QByteArray bytes = text.toLatin1();
    int digits = 0;
    qsizetype i = 0;
    const auto skipDigits = [&] {
        const qsizetype from = i;
        while (i < bytes.size() && bytes[i] >= '0' && bytes[i] <= '9')
            ++i;
        return static_cast<int>(i - from);
    };
    if (i < bytes.size() && (bytes[i] == '-' || bytes[i] == '+'))
        ++i;
    digits += skipDigits();
    if (i < bytes.size() && bytes[i] == '.') {
        ++i;
        digits += skipDigits();
    }
    if (digits == 0)
        return std::nullopt;
    if (i < bytes.size() && (bytes[i] == 'e' || bytes[i] == 'E')) {
        ++i;
        if (i < bytes.size() && (bytes[i] == '-' || bytes[i] == '+'))
            ++i;
        if (skipDigits() == 0)
            return std::nullopt;
    }
    if (i != bytes.size())
        return std::nullopt;
    unsigned flags = 0;
    return Raw::finite(bid128_from_string(const_cast<char*>(bytes.constData()), BID_ROUNDING_TO_NEAREST, &flags));
}

Decimal Decimal::fromScaled(qint64 units, int decimals)
{
    Decimal out(units);
    Raw::setBiasedExponent(out, exponentBias - decimals);
    return out;
}

std::optional<Decimal> Decimal::fromDouble(double value)
{
    if (!std::isfinite(value))
        return std::nullopt;
    return fromString(QString::number(value, 'g', QLocale::FloatingPointShortest));
}

std::optional<qint64> Decimal::toScaled(int decimals, Rounding rounding) const
{
    if (const auto units = wholeUnits(*this, decimals))
        return units;
    const auto fixed = rounded(decimals, rounding);
    if (!fixed)
        return std::nullopt;
    const auto shifted = fixed->times(fromScaled(1, -decimals));
    return shifted ? shifted->toInt64() : std::nullopt;
}

std::optional<qint64> Decimal::toInt64() const
{
    if (const auto units = wholeUnits(*this, 0))
        return units;
    unsigned flags = 0;
    const qint64 value = bid128_to_int64_xint(Raw::raw(*this), &flags);
    if (flags & (BID_INVALID_EXCEPTION | BID_INEXACT_EXCEPTION))
        return std::nullopt;
    return value;
}

double Decimal::toDouble() const
{
    // By way of text: the library's own conversion is correct too, but strtod is what every other reader uses.
    return toString().toDouble();
}

QString Decimal::toString() const
{
    unsigned flags = 0;
    std::array<char, 64> buffer{};
    bid128_to_string(buffer.data(), Raw::raw(*this), &flags); // "+1234E-2"
    const QString text = QString::fromLatin1(buffer.data());
    const qsizetype e = text.indexOf(u'E');
    const QString sign = text.startsWith(u'-') && !isZero() ? QStringLiteral("-") : QString();
    QString digits = text.mid(1, e - 1);
    const int exponent = text.mid(e + 1).toInt();
    if (exponent == 0)
        return sign + digits;
    if (exponent > 0) {
        if (isZero())
            return QStringLiteral("0");
        if (digits.size() + exponent <= precision)
            return sign + digits + QString(exponent, u'0');
        // Scientific form: one digit before the point.
        const int power = exponent + static_cast<int>(digits.size()) - 1;
        while (digits.size() > 1 && digits.endsWith(u'0'))
            digits.chop(1);
        if (digits.size() > 1)
            digits.insert(1, u'.');
        return sign + digits + QStringLiteral("E+") + QString::number(power);
    }
    const int decimals = -exponent;
    if (decimals > 2 * precision) {
        const int power = exponent + static_cast<int>(digits.size()) - 1;
        if (digits.size() > 1)
            digits.insert(1, u'.');
        return isZero() ? QStringLiteral("0") : sign + digits + u'E' + QString::number(power);
    }
    if (digits.size() <= decimals)
        digits.prepend(QString(decimals - digits.size() + 1, u'0'));
    digits.insert(digits.size() - decimals, u'.');
    return sign + digits;
}

QString Decimal::normalizedString() const
{
    QString text = toString();
    if (!text.contains(u'.') || text.contains(u'E'))
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const
{
    if (const auto both = aligned(*this, other))
        if (const auto sum = Raw::exactly(both->left + both->right, both->exponent))
            return sum;
    unsigned flags = 0;
    return Raw::finite(bid128_add(Raw::raw(*this), Raw::raw(other), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const
{
    if (const auto both = aligned(*this, other))
        if (const auto difference = Raw::exactly(both->left - both->right, both->exponent))
            return difference;
    unsigned flags = 0;
    return Raw::finite(bid128_sub(Raw::raw(*this), Raw::raw(other), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::times(const Decimal& other) const
{
    const auto l = small(*this), r = small(other);
    // A zero product may have a sign: the library's business.
    if (l && r && l->coefficient != 0 && r->coefficient != 0) {
        const Int128 product = static_cast<Int128>(l->coefficient) * r->coefficient;
        if (const auto exact = Raw::exactly(product, l->exponent + r->exponent - exponentBias))
            return exact;
    }
    unsigned flags = 0;
    return Raw::finite(bid128_mul(Raw::raw(*this), Raw::raw(other), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::dividedBy(const Decimal& other) const
{
    if (other.isZero())
        return std::nullopt;
    const auto l = small(*this), r = small(other);
    if (l && r && l->coefficient != 0 && l->coefficient % r->coefficient == 0) {
        const Int128 quotient = l->coefficient / r->coefficient;
        if (const auto exact = Raw::exactly(quotient, l->exponent - r->exponent + exponentBias))
            return exact;
    }
    unsigned flags = 0;
    return Raw::finite(bid128_div(Raw::raw(*this), Raw::raw(other), BID_ROUNDING_TO_NEAREST, &flags));
}

/// By repeated squaring; nothing when it is too large.
static std::optional<Decimal> wholePower(Decimal base, qint64 exponent)
{
    Decimal result(1);
    for (qint64 n = exponent; n > 0; n >>= 1) {
        if (n & 1) {
            const auto product = result.times(base);
            if (!product)
                return std::nullopt;
            result = *product;
        }
        if (n > 1) {
            const auto square = base.times(base);
            if (!square)
                return std::nullopt;
            base = *square;
        }
    }
    return result;
}

std::optional<Decimal> Decimal::power(const Decimal& exponent) const
{
    // Whole exponents by repeated squaring stay exact where 34 digits hold the result; the library's pow is approximate.
    const auto whole = exponent.toInt64();
    if (whole && std::abs(*whole) <= 1'000'000) {
        if (*whole >= 0)
            return wholePower(*this, *whole);
        if (isZero())
            return std::nullopt;
        if (const auto divisor = wholePower(*this, -*whole))
            return Decimal(1).dividedBy(*divisor);
        // The divisor is too large for a decimal, but the smallest decimals lie beyond its inverse: in two steps.
        const auto half = wholePower(*this, -*whole / 2), rest = wholePower(*this, -*whole - -*whole / 2);
        const auto part = half && rest ? Decimal(1).dividedBy(*half) : std::nullopt;
        return part ? part->dividedBy(*rest) : Decimal();
    }
    unsigned flags = 0;
    return Raw::finite(bid128_pow(Raw::raw(*this), Raw::raw(exponent), BID_ROUNDING_TO_NEAREST, &flags));
}

Decimal Decimal::negated() const
{
    return Raw::wrap(bid128_negate(Raw::raw(*this)));
}
Decimal Decimal::abs() const
{
    return Raw::wrap(bid128_abs(Raw::raw(*this)));
}

Decimal Decimal::floor() const
{
    unsigned flags = 0;
    return Raw::wrap(bid128_round_integral_negative(Raw::raw(*this), &flags));
}

Decimal Decimal::ceiling() const
{
    unsigned flags = 0;
    return Raw::wrap(bid128_round_integral_positive(Raw::raw(*this), &flags));
}

std::optional<Decimal> Decimal::rounded(int scale, Rounding rounding) const
{
    if (scale < -6111 || scale > 6176)
        return std::nullopt;
    unsigned flags = 0;
    const BID_UINT128 unit = Raw::raw(fromScaled(1, scale));
    const auto quantize = [&](Rounding mode) {
        return bid128_quantize(Raw::raw(*this), unit, roundingMode(mode), &flags);
    };
    if (Raw::exponent(*this) >= -scale) {
        // Nothing to round; widening to `scale` digits may not fit into 34, and then the value stands as it is.
        const BID_UINT128 widened = quantize(Rounding::HalfEven);
        return bid128_isFinite(widened) ? Raw::wrap(widened) : *this;
    }
    const auto down = Raw::finite(quantize(Rounding::Down));
    if (rounding != Rounding::Up && rounding != Rounding::HalfDown)
        return Raw::finite(quantize(rounding));
    if (!down || *down == *this)
        return down;
    // IEEE has neither "away from zero" nor "half towards zero"; both follow from the truncated value.
    const Decimal step = isNegative() ? fromScaled(-1, scale) : fromScaled(1, scale);
    if (rounding == Rounding::Up)
        return down->plus(step);
    const auto rest = minus(*down);
    const auto twice = rest ? rest->abs().times(Decimal(2)) : std::nullopt;
    return twice && *twice > step.abs() ? down->plus(step) : down;
}

std::optional<Decimal> Decimal::sqrt() const
{
    if (isNegative())
        return std::nullopt;
    unsigned flags = 0;
    return Raw::finite(bid128_sqrt(Raw::raw(*this), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::exp() const
{
    unsigned flags = 0;
    return Raw::finite(bid128_exp(Raw::raw(*this), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::log() const
{
    if (isNegative() || isZero())
        return std::nullopt;
    unsigned flags = 0;
    return Raw::finite(bid128_log(Raw::raw(*this), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::modulo(const Decimal& divisor) const
{
    if (divisor.isZero())
        return std::nullopt;
    // fmod is exact and takes the sign of the dividend; one addition moves it to the divisor's sign.
    unsigned flags = 0;
    const auto rest = Raw::finite(bid128_fmod(Raw::raw(*this), Raw::raw(divisor), &flags));
    if (!rest || rest->isZero() || rest->isNegative() == divisor.isNegative())
        return rest;
    return rest->plus(divisor);
}

bool Decimal::isInteger() const
{
    if (wholeUnits(*this, 0))
        return true;
    unsigned flags = 0;
    const BID_UINT128 whole = bid128_round_integral_zero(Raw::raw(*this), &flags);
    return bid128_quiet_equal(whole, Raw::raw(*this), &flags);
}

bool Decimal::equalsSlowly(const Decimal& other) const
{
    return compareSlowly(other) == 0;
}

std::weak_ordering Decimal::compareSlowly(const Decimal& other) const
{
    const auto by = [](Int128 a, Int128 b) {
        return a < b ? std::weak_ordering::less : a > b ? std::weak_ordering::greater : std::weak_ordering::equivalent;
    };
    if (isSimilar(other))
        return by(Raw::coefficient(*this), Raw::coefficient(other));
    if (const auto both = aligned(*this, other))
        return by(both->left, both->right);
    unsigned flags = 0;
    if (bid128_quiet_less(Raw::raw(*this), Raw::raw(other), &flags))
        return std::weak_ordering::less;
    return bid128_quiet_equal(Raw::raw(*this), Raw::raw(other), &flags) ? std::weak_ordering::equivalent
                                                                        : std::weak_ordering::greater;
}

size_t Decimal::hash() const
{
    if (isZero())
        return 0;
    // Dividing out trailing zeros gives equal values one coefficient and one exponent.
    Unsigned128 digits =
        static_cast<Unsigned128>(Raw::coefficient(*this) < 0 ? -Raw::coefficient(*this) : Raw::coefficient(*this));
    int exponent = Raw::exponent(*this);
    while (digits % 10 == 0) {
        digits /= 10;
        ++exponent;
    }
    return qHashMulti(0, static_cast<quint64>(digits), static_cast<quint64>(digits >> 64), exponent, isNegative());
}

} // namespace fw::feel
