#pragma once
#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

namespace fw::feel
{

enum class Rounding { HalfEven, HalfUp, HalfDown, Up, Down, Floor, Ceiling };

/// An IEEE 754-2008 decimal128 number: 34 digits, never a double in between (libintelrdfpmath, BID encoding).
/// Infinities and NaN never leave this class: an operation that has no finite result returns nothing.
///
/// Nearly every number of a business has at most 18 digits. On two such ("small") numbers plus, minus, times, an exact
/// division and a comparison are integer arithmetic here; wherever that would not be exact, the library computes. Both ways
/// give the same digits and the same exponent (tests/model/feel/tst_decimals.cpp).
class Decimal
{
public:
    constexpr Decimal() = default; ///< zero
    Decimal(int value);
    Decimal(qint64 value);
    static std::optional<Decimal> fromString(QStringView text); ///< "-12.50", "1e3"; nothing if it is no number
    static Decimal fromScaled(qint64 units, int decimals);      ///< units × 10^-decimals, exact
    static std::optional<Decimal> fromDouble(double value);     ///< shortest text that reads back as the same double

    /// The value as units of 10^-decimals, rounded half up; nothing when it leaves the range of int64.
    std::optional<qint64> toScaled(int decimals, Rounding rounding = Rounding::HalfUp) const;
    std::optional<qint64> toInt64() const; ///< only when integral and in range
    double toDouble() const;
    QString
    toString() const; ///< plain notation without trailing exponent where ≤ 34 digits suffice ("0.1", "1000", "1.50")
    QString normalizedString() const; ///< as toString without trailing zeros behind the point

    std::optional<Decimal> plus(const Decimal& other) const;
    std::optional<Decimal> minus(const Decimal& other) const;
    std::optional<Decimal> times(const Decimal& other) const;
    std::optional<Decimal> dividedBy(const Decimal& other) const; ///< nothing for a zero divisor
    std::optional<Decimal> power(const Decimal& exponent) const;
    Decimal negated() const;
    Decimal abs() const;
    Decimal floor() const;
    Decimal ceiling() const;
    std::optional<Decimal> rounded(int scale,
                                   Rounding rounding) const; ///< scale as in FEEL's round functions, may be negative
    std::optional<Decimal> sqrt() const;
    std::optional<Decimal> exp() const;
    std::optional<Decimal> log() const;
    /// FEEL: modulo takes the sign of the divisor.
    std::optional<Decimal> modulo(const Decimal& divisor) const;

    bool isZero() const { return (m_bits[0] | (m_bits[1] & coefficientMask)) == 0; }
    bool isNegative() const { return (m_bits[1] & signMask) && !isZero(); }
    bool isInteger() const;
    bool operator==(const Decimal& other) const ///< by value: 1.0 == 1
    {
        return isSimilar(other) ? (m_bits == other.m_bits || (isZero() && other.isZero())) : equalsSlowly(other);
    }
    std::weak_ordering operator<=>(const Decimal& other) const
    {
        // Same exponent, both positive: the coefficients decide, and that is nearly every comparison there is.
        if (isSimilar(other) && !((m_bits[1] | other.m_bits[1]) >> 63))
            return m_bits[1] != other.m_bits[1] ? m_bits[1] <=> other.m_bits[1] : m_bits[0] <=> other.m_bits[0];
        return compareSlowly(other);
    }
    size_t hash() const; ///< equal values, equal hashes

private:
    static constexpr quint64 signMask = 0x8000000000000000ull;
    static constexpr quint64 exponentMask = 0x7ffe000000000000ull;
    static constexpr quint64 coefficientMask = 0x0001ffffffffffffull; ///< of the upper half

    /// Both with the same exponent. (Finite numbers have one encoding only: the library gives no other, and neither do we.)
    bool isSimilar(const Decimal& other) const { return ((m_bits[1] ^ other.m_bits[1]) & exponentMask) == 0; }
    bool equalsSlowly(const Decimal& other) const;
    std::weak_ordering compareSlowly(const Decimal& other) const;

    // 8-byte alignment keeps Value at 32 bytes; decimal.cpp copies into the library's own 16-byte aligned type.
    std::array<quint64, 2> m_bits{0, 0x3040000000000000ull};
    friend struct DecimalAccess;
};

} // namespace fw::feel
