#include "manifest.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fw::backup
{

namespace
{

constexpr int s_format = 1;

constexpr std::pair<Reason, const char*> s_reasons[] = {{Reason::ByHand, "by-hand"},
                                                        {Reason::Scheduled, "scheduled"},
                                                        {Reason::BeforePublish, "publish"},
                                                        {Reason::BeforeRestore, "restore"}};

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesOf(const QJsonValue& value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

} // namespace

QString nameOf(Reason reason)
{
    for (const auto& [each, name] : s_reasons) {
        if (each == reason)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<Reason> reasonOf(const QString& name)
{
    for (const auto& [reason, each] : s_reasons) {
        if (name == QLatin1String(each))
            return reason;
    }
    return {};
}

Error damaged(const QString& file, const Message& what)
{
    return Error(QStringLiteral("backup.damaged"), what,
                 FW_MSG("Take another backup; \"formwright backup --list\" shows those there are."),
                 Place{file, 0, 0, {}});
}

QByteArray Manifest::toJson() const
{
    QJsonArray tables;
    for (const store::TableDigest& table : digest.tables)
        tables << QJsonObject{{"name", table.name}, {"rows", table.rows}, {"sha256", hex(table.sha256)}};
    return QJsonDocument(
               QJsonObject{
                   {"fwbackup", s_format},
                   {"store", storeId},
                   {"app", app},
                   {"published", published},
                   {"at", formatInstant(at)},
                   {"atMillis", at},
                   {"reason", nameOf(reason)},
                   {"bytes", bytes},
                   {"sha256", hex(sha256)},
                   {"schema", hex(digest.schema)},
                   {"tables", tables},
                   {"audit", QJsonObject{{"position", audit.position}, {"seq", audit.seq}, {"link", hex(audit.link)}}}})
        .toJson();
}

Result<Manifest> Manifest::fromJson(const QByteArray& text, const QString& file)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const int format = json["fwbackup"].toInt();
    if (format > s_format)
        return Error(QStringLiteral("backup.newer"),
                     Message(FW_MSG("\"%1\" was written by a newer version of Formwright."), {file}),
                     FW_MSG("Update Formwright, then restore it."), Place{file, 0, 0, {}});
    const std::optional<Reason> reason = reasonOf(json["reason"].toString());
    if (format != s_format || !reason)
        return damaged(file, Message(FW_MSG("\"%1\" does not say what it holds."), {file}));
    Manifest manifest;
    manifest.storeId = json["store"].toString();
    manifest.app = json["app"].toString();
    manifest.published = json["published"].toInt();
    manifest.at = json["atMillis"].toInteger();
    manifest.reason = *reason;
    manifest.bytes = json["bytes"].toInteger();
    manifest.sha256 = bytesOf(json["sha256"]);
    manifest.digest.schema = bytesOf(json["schema"]);
    for (const QJsonValue& table : json["tables"].toArray())
        manifest.digest.tables << store::TableDigest{table["name"].toString(), table["rows"].toInteger(),
                                                     bytesOf(table["sha256"])};
    const QJsonObject audit = json["audit"].toObject();
    manifest.audit = {audit["position"].toInteger(), audit["seq"].toInteger(), bytesOf(audit["link"])};
    return manifest;
}

} // namespace fw::backup
