#include "display.h"

#include <QCoreApplication>
#include <QHash>

namespace fw::player
{

QString displayKind(const FieldInfo& field)
{
    if (field.type == u"score")
        return QStringLiteral("score");
    if (field.isChoice())
        return QStringLiteral("choice");
    if (field.isNumber())
        return QStringLiteral("number");
    if (field.type == u"user")
        return QStringLiteral("user");
    if (field.type == u"yes_no")
        return QStringLiteral("check");
    return QStringLiteral("text");
}

QString displayText(const FieldInfo& field, const QJsonValue& value, const QString& sent,
                    const Description& description, const render::Formats& formats)
{
    const QString type = field.derived() ? field.result : field.type;
    if (field.isNumber() && (value.isString() || value.isDouble())) {
        const QString exact = value.isString() ? value.toString() : QString::number(value.toDouble(), 'g', 15);
        const QString currency = field.currency.isEmpty() && type == u"money" ? description.currency : field.currency;
        return formats.figure(exact, {field.decimals, currency, type == u"percent" ? QStringLiteral("%") : QString()});
    }
    if (type == u"date" && value.isString())
        return formats.date(QDate::fromString(value.toString().left(10), Qt::ISODate));
    if (type == u"datetime" && value.isString())
        return formats.dateTime(QDateTime::fromString(value.toString(), Qt::ISODateWithMs));
    if (!sent.isEmpty())
        return sent;
    if (field.isChoice()) {
        const OptionInfo* option = field.option(value.toString());
        return option ? option->label : value.toString();
    }
    if (field.type == u"user")
        return description.userName(value.toString());
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("fw::player", "Yes")
                              : QCoreApplication::translate("fw::player", "No");
    return value.toVariant().toString();
}

QString displayTone(const FieldInfo& field, const QJsonObject& values, const TableInfo& table)
{
    if (field.isChoice()) {
        const OptionInfo* option = field.option(values[field.id].toString());
        return option ? option->color : QString();
    }
    if (field.type == u"score") {
        const QString bandField = field.id + QStringLiteral("_band");
        const FieldInfo* band = table.field(bandField);
        const OptionInfo* option = band ? band->option(values[bandField].toString()) : nullptr;
        return option ? option->color : QString();
    }
    return {};
}

TimelineLook timelineLook(const QString& kind)
{
    static const QHash<QString, TimelineLook> looks{
        {QStringLiteral("event"), {QStringLiteral("event"), QStringLiteral("info")}},
        {QStringLiteral("consent"), {QStringLiteral("consent"), QString()}},
        {QStringLiteral("merge"), {QStringLiteral("link"), QString()}},
        {QStringLiteral("record"), {QStringLiteral("edit"), QString()}},
        {QStringLiteral("score"), {QStringLiteral("score"), QStringLiteral("warning")}},
        {QStringLiteral("task"), {QStringLiteral("task"), QStringLiteral("accent")}},
        {QStringLiteral("message"), {QStringLiteral("message"), QStringLiteral("success")}},
        {QStringLiteral("workflow"), {QStringLiteral("workflow"), QStringLiteral("success")}}};
    return looks.value(kind, {QStringLiteral("event"), QString()});
}

QString feelText(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + escaped + u'"';
}

} // namespace fw::player
