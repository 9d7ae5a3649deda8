#include "literals.h"

#include "model/feel/decimal.h"

namespace fw::schema
{

static QString quoted(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'"', QLatin1String("\\\""))
        .replace(u'\n', QLatin1String("\\n"));
    return u'"' + escaped + u'"';
}

static QString untyped(const yaml::Node& value)
{
    const bool word = value.scalar == u"true" || value.scalar == u"false" || value.scalar == u"null";
    return !value.isQuoted() && (word || feel::Decimal::fromString(value.scalar)) ? value.scalar : quoted(value.scalar);
}

QString literalSource(const yaml::Node& value, const QString& fieldType)
{
    static const QStringList numbers = {"number", "money", "percent", "rating"},
                             temporal = {"date", "time", "datetime", "duration"};
    if (value.isSequence()) {
        QStringList items;
        for (const yaml::Node& item : value.items)
            items << (fieldType == u"multi_choice" ? quoted(item.string()) : literalSource(item, fieldType));
        return u'[' + items.join(u',') + u']';
    }
    if (!value.isScalar())
        return QStringLiteral("null");
    if (numbers.contains(fieldType) || fieldType == u"yes_no")
        return value.scalar;
    if (fieldType == u"any")
        return untyped(value);
    return temporal.contains(fieldType) ? u'@' + quoted(value.scalar) : quoted(value.scalar);
}

} // namespace fw::schema
