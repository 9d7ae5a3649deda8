#include "package.h"
#include "memoryzip.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw
{

// Guards against hand-made archives: no app comes near these.
static constexpr int MaxFiles = 20000;
static constexpr qint64 MaxBytes = 512LL * 1024 * 1024;
static const char* const ManifestName = "manifest.fwapp.json";

static QString hashOf(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray pack(const QMap<QString, QByteArray>& files)
{
    QJsonArray list;
    for (auto it = files.begin(); it != files.end(); ++it)
        list << QJsonObject{{"path", it.key()}, {"size", it->size()}, {"sha256", hashOf(*it)}};
    ZipWriter zip;
    zip.add(QString::fromLatin1(ManifestName), QJsonDocument(QJsonObject{{"fwapp", 1}, {"files", list}}).toJson());
    for (auto it = files.begin(); it != files.end(); ++it)
        zip.add(it.key(), *it);
    return zip.finish();
}

QByteArray pack(const Definition& definition)
{
    return pack(definition.allBytes());
}

static Error damaged(const Message& what)
{
    return Error(QStringLiteral("package.damaged"), what,
                 FW_MSG("Ask for the package again; it was damaged or made by hand."));
}

/// Compares the unpacked files with the manifest: same set, same sizes, same checksums.
static Result<void> checkManifest(const QByteArray& manifest, const QMap<QString, QByteArray>& files)
{
    const QJsonDocument json = QJsonDocument::fromJson(manifest);
    const int version = json[QLatin1String("fwapp")].toInt();
    if (version > 1)
        return Error(
            QStringLiteral("package.version"),
            Message(FW_MSG("The package has version %1; this program reads version 1."), {QString::number(version)}),
            FW_MSG("Install a newer version of the program."));
    if (version != 1)
        return damaged(FW_MSG("This is no app package: its manifest is missing or unreadable."));
    const QJsonArray list = json[QLatin1String("files")].toArray();
    for (const QJsonValue& entry : list) {
        const QString path = entry[QLatin1String("path")].toString();
        const auto file = files.find(path);
        if (file == files.end())
            return damaged(Message(FW_MSG("The file \"%1\" is missing in the package."), {path}));
        if (entry[QLatin1String("sha256")].toString() != hashOf(*file))
            return damaged(Message(FW_MSG("The checksum of \"%1\" is wrong."), {path}));
    }
    if (list.size() != files.size())
        return damaged(FW_MSG("The package holds files that its manifest does not name."));
    return {};
}

Result<QMap<QString, QByteArray>> unpack(const QByteArray& package)
{
    ZipReader zip(package);
    if (!zip.isValid())
        return damaged(FW_MSG("This is no app package: it is no zip archive."));
    QMap<QString, QByteArray> files;
    QByteArray manifest;
    qint64 total = 0;
    for (bool more = zip.first(); more; more = zip.next()) {
        const QString path = zip.name();
        const bool isManifest = path == QLatin1String(ManifestName);
        if (!isManifest && !checkPath(path).ok())
            return damaged(Message(
                FW_MSG("The package holds a file with the name \"%1\", which could leave the app's folder."), {path}));
        if (files.contains(path) || (isManifest && !manifest.isNull()))
            return damaged(Message(FW_MSG("The package holds the file \"%1\" twice."), {path}));
        if (files.size() >= MaxFiles)
            return damaged(Message(FW_MSG("The package holds more than %1 files."), {QString::number(MaxFiles)}));
        // The size is bounded while unpacking, whatever the archive says about it.
        const std::optional<QByteArray> bytes = zip.read(MaxBytes - total);
        if (!bytes)
            return damaged(Message(FW_MSG("The file \"%1\" in the package is damaged or far too large."), {path}));
        total += bytes->size();
        if (isManifest)
            manifest = *bytes;
        else
            files.insert(path, *bytes);
    }
    if (!zip.isComplete())
        return damaged(FW_MSG("The package's list of files is damaged."));
    if (Result<void> checked = checkManifest(manifest, files); !checked)
        return checked.error();
    return files;
}

} // namespace fw
