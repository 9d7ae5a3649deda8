#include "storyreader.h"

#include "runtime/transfer/feedline.h"

namespace fw::stories
{

QJsonValue toJson(const yaml::Node& node)
{
    if (node.isMap()) {
        QJsonObject object;
        for (const yaml::Entry& entry : node.entries)
            object[entry.key] = toJson(entry.value);
        return object;
    }
    if (node.isSequence()) {
        QJsonArray array;
        for (const yaml::Node& item : node.items)
            array.append(toJson(item));
        return array;
    }
    if (!node.isScalar())
        return QJsonValue::Null;
    if (!node.isQuoted() && (node.scalar == QLatin1String("true") || node.scalar == QLatin1String("false")))
        return node.scalar == QLatin1String("true");
    return node.scalar;
}

Result<Instant> instantOf(const yaml::Node& step, Instant previous, const QTimeZone& zone, const Place& place)
{
    if (step[u"at"].exists()) {
        const QString text = step[u"at"].string();
        if (const auto instant = transfer::parseInstant(text))
            return *instant;
        const QDateTime local = QDateTime::fromString(text, Qt::ISODate);
        if (local.isValid())
            return QDateTime(local.date(), local.time(), zone).toMSecsSinceEpoch();
        return Error(QStringLiteral("story.instant"), Message(FW_MSG("\"%1\" is no date and time."), {text}),
                     Message(FW_MSG("Write it like 2026-01-05T09:00:00+08:00.")), place);
    }
    if (step[u"after"].exists()) {
        const auto duration = plan::parseDuration(step[u"after"].string());
        if (duration)
            return duration->after(previous, zone);
        return Error(QStringLiteral("story.duration"),
                     Message(FW_MSG("\"%1\" is no duration."), {step[u"after"].string()}),
                     Message(FW_MSG("Write it like PT30M, PT24H or P3D.")), place);
    }
    return previous;
}

} // namespace fw::stories
