// Decimals: what money needs, and integer arithmetic against the library it stands in for, digit for digit.
#include "model/feel/decimal.h"
#include "tests/rounds.h"

#include <QtTest>

#include <bit>

#include <bid_conf.h>
#include <bid_functions.h>

using namespace fw::feel;
using namespace fw::tests;

namespace
{

Decimal decimal(const QString& text)
{
    return Decimal::fromString(text).value();
}

using Bits = std::array<quint64, 2>;
static_assert(sizeof(Decimal) == sizeof(Bits));

Bits bits(const Decimal& d)
{
    return std::bit_cast<Bits>(d);
}

BID_UINT128 raw(const Decimal& d)
{
    BID_UINT128 out;
    out.w[0] = bits(d)[0];
    out.w[1] = bits(d)[1];
    return out;
}

QString text(BID_UINT128 value)
{
    unsigned flags = 0;
    std::array<char, 64> buffer{};
    bid128_to_string(buffer.data(), value, &flags);
    return QString::fromLatin1(buffer.data());
}

/// Digits, sign and exponent of a result, as the library writes them.
QString text(const std::optional<Decimal>& result)
{
    return result ? text(raw(*result)) : QStringLiteral("none");
}

QString finite(BID_UINT128 value)
{
    return bid128_isFinite(value) ? text(value) : QStringLiteral("none");
}

/// Numbers as they occur, and their neighbours that do not fit the fast way: up to 34 digits, far exponents, signed zeros,
/// coefficients around 2^63 and 10^34.
class Numbers
{
public:
    explicit Numbers(quint32 seed) : m_random(seed) {}

    Decimal next()
    {
        QString digits;
        switch (m_random.bounded(8)) {
        case 0: digits = QStringLiteral("0"); break;
        case 1: digits = QString::number(std::numeric_limits<qint64>::max() - m_random.bounded(3) + 1.0, 'f', 0); break;
        case 2: digits = QString(34, u'9'); break;
        case 3: digits = some(1 + m_random.bounded(34)); break;
        case 4: digits = QStringLiteral("1") + QString(m_random.bounded(20), u'0'); break;
        default: digits = some(1 + m_random.bounded(12)); break;
        }
        const int exponent = m_random.bounded(10) ? m_random.bounded(25) - 15 : m_random.bounded(12400) - 6250;
        const auto made = Decimal::fromString((m_random.bounded(3) ? QString() : QStringLiteral("-")) + digits + u'e' +
                                              QString::number(exponent));
        return made.value_or(Decimal());
    }
    int bounded(int limit) { return m_random.bounded(limit); }

private:
    QString some(int count)
    {
        QString out;
        for (int i = 0; i < count; ++i)
            out += QChar(u'0' + m_random.bounded(10));
        return out;
    }
    QRandomGenerator m_random;
};

} // namespace

class TestDecimals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsAreTheLibrarysDigitForDigit()
    {
        Numbers numbers(seed());
        for (int i = 0; i < rounds(100'000, 5'000'000); ++i) {
            const Decimal a = numbers.next(), b = numbers.bounded(5) ? numbers.next() : a;
            unsigned flags = 0;
            const auto same = [&](const char* what, const std::optional<Decimal>& mine, BID_UINT128 theirs) {
                if (text(mine) != finite(theirs))
                    QFAIL(qPrintable(QStringLiteral("%1 %2 %3: %4, not %5")
                                         .arg(text(raw(a)), what, text(raw(b)), text(mine), finite(theirs))));
            };
            same("+", a.plus(b), bid128_add(raw(a), raw(b), BID_ROUNDING_TO_NEAREST, &flags));
            same("-", a.minus(b), bid128_sub(raw(a), raw(b), BID_ROUNDING_TO_NEAREST, &flags));
            same("*", a.times(b), bid128_mul(raw(a), raw(b), BID_ROUNDING_TO_NEAREST, &flags));
            if (!b.isZero())
                same("/", a.dividedBy(b), bid128_div(raw(a), raw(b), BID_ROUNDING_TO_NEAREST, &flags));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void comparisonsAreTheLibrarys()
    {
        Numbers numbers(seed());
        for (int i = 0; i < rounds(100'000, 5'000'000); ++i) {
            const Decimal a = numbers.next(), b = numbers.bounded(5) ? numbers.next() : a;
            unsigned flags = 0;
            const bool less = bid128_quiet_less(raw(a), raw(b), &flags);
            const bool equal = bid128_quiet_equal(raw(a), raw(b), &flags);
            const bool right = (a < b) == less && (a == b) == equal && (a > b) == (!less && !equal) &&
                               (a <= b) == (less || equal) && a.isZero() == bool(bid128_isZero(raw(a)));
            QVERIFY2(right && (!equal || a.hash() == b.hash()), qPrintable(text(raw(a)) + u' ' + text(raw(b))));
        }
    }

    void wholeNumbersAndUnitsAreTheLibrarys()
    {
        Numbers numbers(seed());
        for (int i = 0; i < rounds(50'000, 1'000'000); ++i) {
            const Decimal a = numbers.next();
            const int decimals = numbers.bounded(9);
            unsigned flags = 0;
            const qint64 whole = bid128_to_int64_xint(raw(a), &flags);
            const bool isWhole = !(flags & (BID_INVALID_EXCEPTION | BID_INEXACT_EXCEPTION));
            QCOMPARE(a.toInt64(), isWhole ? std::optional(whole) : std::nullopt);
            QCOMPARE(a.isInteger(), a.rounded(0, Rounding::Down) == a);
            flags = 0;
            const BID_UINT128 shifted = bid128_scalbn(raw(a), decimals, BID_ROUNDING_TO_NEAREST, &flags);
            flags = 0;
            const qint64 units = bid128_to_int64_rninta(shifted, &flags);
            if (bid128_isFinite(shifted) && !(flags & BID_INVALID_EXCEPTION))
                QCOMPARE(a.toScaled(decimals), std::optional(units));
        }
    }

    void theTextOfANumberReadsBack()
    {
        Numbers numbers(seed());
        for (int i = 0; i < rounds(50'000, 1'000'000); ++i) {
            const Decimal a = numbers.next();
            const auto again = Decimal::fromString(a.toString()), plain = Decimal::fromString(a.normalizedString());
            QVERIFY2(again && *again == a && plain && *plain == a, qPrintable(a.toString()));
        }
        // What stands in a file or a form keeps its shape.
        for (const char* shape : {"0", "0.00", "1.50", "-1.50", "1234567890123456789012345678901234",
                                  "0.1234567890123456789012345678901234", "1E+40", "-1.5E+6000", "0.000001"})
            QCOMPARE(decimal(shape).toString(), shape);
    }

    void sumsOfManyAmountsAreExact()
    {
        // 100,000 amounts of a cent more each: n (n + 1) / 2 cents, which a double misses.
        Decimal total, squares;
        for (int cents = 1; cents <= 100'000; ++cents) {
            const Decimal amount = Decimal::fromScaled(cents, 2);
            total = total.plus(amount).value();
            squares = squares.plus(amount.times(amount).value()).value();
        }
        QCOMPARE(total.toString(), "50000500.00");
        QCOMPARE(squares.toString(), "33333833335.0000");
        Decimal tenths;
        for (int i = 0; i < 100'000; ++i)
            tenths = tenths.plus(decimal("0.1")).value();
        QCOMPARE(tenths.toString(), "10000.0");
    }

    void allDigitsCount()
    {
        QCOMPARE(decimal("1234567890123456789012345678901234").plus(decimal("1"))->toString(),
                 "1234567890123456789012345678901235");
        QCOMPARE(decimal("12345678901234567890.12").times(decimal("100"))->normalizedString(),
                 "1234567890123456789012");
        QCOMPARE(decimal("9223372036854775807").plus(decimal("1"))->toString(), "9223372036854775808");
        QCOMPARE(decimal("9223372036854775807").times(decimal("9223372036854775807"))->toString(),
                 "8.50705917302346158473969077842325E+37");
        QCOMPARE(decimal("99999999999999999").times(decimal("99999999999999999"))->toString(),
                 "9999999999999999800000000000000001");
        // The 35th digit is rounded, half to even.
        QCOMPARE(decimal("9999999999999999999999999999999999").plus(decimal("0.5"))->toString(), "1E+34");
        QCOMPARE(decimal("1").dividedBy(decimal("3"))->toString(), "0.3333333333333333333333333333333333");
        QCOMPARE(decimal("2").dividedBy(decimal("3"))->toString(), "0.6666666666666666666666666666666667");
        QCOMPARE(decimal("10").dividedBy(decimal("4"))->toString(), "2.5");
        QCOMPARE(decimal("19.90").dividedBy(decimal("2"))->toString(), "9.95");
    }

    void theEndsOfTheRangeAreNoNumbers()
    {
        const Decimal most = decimal("9.999999999999999999999999999999999e6144"), least = decimal("1e-6176");
        QVERIFY(!most.plus(most) && !most.times(decimal("10")) && !decimal("1").dividedBy(least));
        QCOMPARE(most.plus(decimal("1"))->toString(), most.toString());
        // Too small to be told from nothing: zero, not an error.
        QVERIFY(least.times(decimal("0.1"))->isZero() && least.dividedBy(decimal("100"))->isZero());
        QVERIFY(least > Decimal() && !least.isZero() && least.minus(least)->isZero());
        QVERIFY(!Decimal::fromString(u"1e6145") && Decimal::fromString(u"1e-9999")->isZero());
    }

    void everyRoundingHasItsHalf_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("results"); // of 1.115, 1.125, -1.115, -1.125, 1.1151, -1.1149 to two places
        const auto row = [](const char* name, Rounding mode, const char* results) {
            QTest::newRow(name) << static_cast<int>(mode) << QString::fromLatin1(results);
        };
        row("half even", Rounding::HalfEven, "1.12 1.12 -1.12 -1.12 1.12 -1.11");
        row("half up", Rounding::HalfUp, "1.12 1.13 -1.12 -1.13 1.12 -1.11");
        row("half down", Rounding::HalfDown, "1.11 1.12 -1.11 -1.12 1.12 -1.11");
        row("up", Rounding::Up, "1.12 1.13 -1.12 -1.13 1.12 -1.12");
        row("down", Rounding::Down, "1.11 1.12 -1.11 -1.12 1.11 -1.11");
        row("floor", Rounding::Floor, "1.11 1.12 -1.12 -1.13 1.11 -1.12");
        row("ceiling", Rounding::Ceiling, "1.12 1.13 -1.11 -1.12 1.12 -1.11");
    }
    void everyRoundingHasItsHalf()
    {
        QFETCH(int, mode);
        QFETCH(QString, results);
        QStringList found;
        for (const char* number : {"1.115", "1.125", "-1.115", "-1.125", "1.1151", "-1.1149"})
            found << decimal(number).rounded(2, static_cast<Rounding>(mode))->toString();
        QCOMPARE(found.join(u' '), results);
        // Nothing is lost where nothing has to be rounded, and thirty-four digits stay what they are.
        QCOMPARE(decimal("1.5").rounded(2, static_cast<Rounding>(mode))->toString(), "1.50");
        QCOMPARE(decimal("1234567890123456789012345678901234").rounded(2, static_cast<Rounding>(mode))->toString(),
                 "1234567890123456789012345678901234");
    }
};

QTEST_GUILESS_MAIN(TestDecimals)
#include "tst_decimals.moc"
