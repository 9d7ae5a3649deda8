#include "pgvalue.h"

#include <QDate>
#include <QTime>
#include <QtEndian>

namespace fw::store::pg
{

namespace
{

constexpr qint64 s_epoch = 946'684'800'000; ///< 2000-01-01, from where PostgreSQL counts, in milliseconds since 1970
constexpr qint64 s_epochDay = 2'451'545;    ///< the same as a Julian day

template <class T> T bigEndian(QByteArrayView bytes)
{
    return bytes.size() >= qsizetype(sizeof(T)) ? qFromBigEndian<T>(bytes.data()) : T(0);
}

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

/// numeric: groups of four decimal digits, the first worth 10000^weight; `scale` digits behind the point are shown.
struct NumericParts {
    explicit NumericParts(QByteArrayView bytes)
        : count(bigEndian<qint16>(bytes)), weight(bigEndian<qint16>(bytes.sliced(2))),
          sign(bigEndian<quint16>(bytes.sliced(4))), scale(bigEndian<qint16>(bytes.sliced(6))), data(bytes.sliced(8))
    {
    }
    int digit(int index) const ///< index 0 is the first group; 0 beyond the ends
    {
        return index >= 0 && index < count ? bigEndian<qint16>(data.sliced(index * 2)) : 0;
    }
    int count, weight;
    quint16 sign;
    int scale;
    QByteArrayView data;
};

constexpr quint16 s_negative = 0x4000, s_notFinite = 0xC000;

QString numericText(QByteArrayView bytes)
{
    if (bytes.size() < 8)
        return {};
    const NumericParts parts(bytes);
    if ((parts.sign & s_notFinite) == s_notFinite)
        return QStringLiteral("NaN");
    QByteArray text;
    for (int i = 0; i <= parts.weight; ++i)
        text += QByteArray::number(parts.digit(i)).rightJustified(i == 0 ? 1 : 4, '0');
    if (text.isEmpty())
        text = "0";
    if (parts.scale > 0) {
        QByteArray fraction;
        for (int i = parts.weight + 1; fraction.size() < parts.scale; ++i)
            fraction += QByteArray::number(parts.digit(i)).rightJustified(4, '0');
        text += '.' + fraction.left(parts.scale);
    }
    return QString::fromLatin1(parts.sign == s_negative ? '-' + text : text);
}

/// The number × 10^decimals; digits behind that are cut off. What leaves int64 becomes 0: columns have a check against it.
qint64 numericScaled(QByteArrayView bytes, int decimals)
{
    if (bytes.size() < 8)
        return 0;
    const NumericParts parts(bytes);
    if ((parts.sign & s_notFinite) == s_notFinite || parts.weight > 5)
        return 0;
    __int128 value = 0;
    const int groups = (decimals + 3) / 4; // behind the point
    for (int i = 0; i <= parts.weight + groups; ++i)
        value = value * 10000 + parts.digit(i);
    for (int i = groups * 4; i > decimals; --i)
        value /= 10;
    if (value > std::numeric_limits<qint64>::max())
        return 0;
    return parts.sign == s_negative ? -static_cast<qint64>(value) : static_cast<qint64>(value);
}

QString timeText(qint64 micros)
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(static_cast<int>(micros / 1000));
    QString text = time.toString(QStringLiteral("HH:mm:ss"));
    qint64 fraction = micros % 1'000'000;
    if (fraction == 0)
        return text;
    QString digits = QString::number(fraction).rightJustified(6, u'0');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return text + u'.' + digits;
}

} // namespace

Parameter parameter(Oid type, qint64 value)
{
    if (type == TimestampTz || type == Timestamp) {
        QByteArray bytes(8, Qt::Uninitialized);
        qToBigEndian<qint64>((value - s_epoch) * 1000, bytes.data());
        return {bytes, false, true};
    }
    if (type == Bool)
        return {value ? "t" : "f", false, false};
    return {QByteArray::number(value), false, false};
}

Parameter parameter(Oid, const QString& value)
{
    if (value.isNull())
        return {};
    const QByteArray utf8 = value.toUtf8();
    // A zero byte would end the text silently; in binary form the server sees it and refuses it.
    return {utf8, false, utf8.contains('\0')};
}

Parameter parameter(const QByteArray& blob)
{
    return {blob, blob.isNull(), true};
}

Parameter parameter(const Scaled& value)
{
    QByteArray digits = QByteArray::number(value.units);
    const bool negative = digits.startsWith('-');
    if (negative)
        digits.remove(0, 1);
    digits = digits.rightJustified(value.decimals + 1, '0');
    if (value.decimals > 0)
        digits.insert(digits.size() - value.decimals, '.');
    return {negative ? '-' + digits : digits, false, false};
}

qint64 integerOf(Oid type, QByteArrayView bytes)
{
    switch (type) {
    case Int8: return bigEndian<qint64>(bytes);
    case Int4: return bigEndian<qint32>(bytes);
    case Int2: return bigEndian<qint16>(bytes);
    case Bool: return !bytes.isEmpty() && bytes.front() != 0;
    case TimestampTz:
    case Timestamp: return floorDiv(bigEndian<qint64>(bytes), 1000) + s_epoch;
    case Numeric: return numericScaled(bytes, 0);
    case Text: return bytes.toByteArray().toLongLong();
    default: return 0;
    }
}

qint64 scaledOf(Oid type, QByteArrayView bytes, int decimals)
{
    if (type == Numeric)
        return numericScaled(bytes, decimals);
    qint64 units = integerOf(type, bytes);
    for (int i = 0; i < decimals; ++i)
        units *= 10;
    return units;
}

QString textOf(Oid type, QByteArrayView bytes)
{
    switch (type) {
    case Int8:
    case Int4:
    case Int2:
    case Bool:
    case TimestampTz: return QString::number(integerOf(type, bytes));
    case Timestamp:
        return QDateTime::fromMSecsSinceEpoch(integerOf(type, bytes), Qt::UTC)
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    case Numeric: return numericText(bytes);
    case Date:
        return QDate::fromJulianDay(bigEndian<qint32>(bytes) + s_epochDay).toString(QStringLiteral("yyyy-MM-dd"));
    case Time: return timeText(bigEndian<qint64>(bytes));
    case Float8: return QString::number(qFromBigEndian<double>(bytes.data()), 'g', 17);
    case Jsonb: return QString::fromUtf8(bytes.sliced(1)); // after the version of the format
    default: return QString::fromUtf8(bytes);
    }
}

QByteArray numberedParameters(const QByteArray& sql)
{
    QByteArray out;
    out.reserve(sql.size() + 16);
    int last = 0;
    char quote = 0;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const char c = sql[i];
        if (quote || c != '?') {
            if (c == '\'' || c == '"')
                quote = quote == c ? 0 : quote ? quote : c;
            out += c;
            continue;
        }
        qsizetype end = i + 1;
        while (end < sql.size() && sql[end] >= '0' && sql[end] <= '9')
            ++end;
        const int number = end > i + 1 ? sql.mid(i + 1, end - i - 1).toInt() : last + 1;
        last = std::max(last, number);
        out += '$' + QByteArray::number(number);
        i = end - 1;
    }
    return out;
}

} // namespace fw::store::pg
