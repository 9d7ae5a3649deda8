#include "connector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw::connectors
{

QString mannerText(const Manner& manner)
{
    if (manner == Manner())
        return {};
    QJsonArray values;
    for (const auto& [name, value] : manner.values)
        values.append(QJsonArray{name, value});
    const QJsonObject json{{"markdown", manner.markdown},
                           {"template", manner.templateId},
                           {"values", values},
                           {"mention", QJsonArray::fromStringList(manner.mentions)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Manner readManner(const QString& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    Manner manner;
    manner.markdown = json[QLatin1String("markdown")].toBool();
    manner.templateId = json[QLatin1String("template")].toString();
    for (const QJsonValue& each : json[QLatin1String("values")].toArray())
        manner.values.append({each[0].toString(), each[1].toString()});
    for (const QJsonValue& each : json[QLatin1String("mention")].toArray())
        manner.mentions << each.toString();
    return manner;
}

} // namespace fw::connectors
