#include "package.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace fw
{

// Opening somebody's home folder by mistake must end in words, not in hours of reading.
static constexpr int MaxFiles = 20000;
static constexpr qint64 MaxBytes = 512LL * 1024 * 1024;

static Error folderError(const char* code, const char* what, const char* remedy, const QString& path)
{
    return Error(QString::fromLatin1(code), Message(what, {path}), Message(remedy), Place{path, 0, 0, {}});
}

static bool isHidden(const QString& relative)
{
    return relative.startsWith(u'.') || relative.contains(QLatin1String("/."));
}

QStringList listFolder(const QString& folder)
{
    const QDir root(QDir(folder).absolutePath()); // of a relative folder Qt gives no relative paths
    QStringList paths;
    QDirIterator it(root.path(), QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString relative = root.relativeFilePath(it.next());
        if (!isHidden(relative))
            paths << relative;
    }
    return paths;
}

Result<void> checkPath(const QString& path)
{
    const QStringList parts = path.split(u'/');
    const bool strange = std::any_of(path.begin(), path.end(), [](QChar c) {
        return !c.isPrint() || QStringView(u"\\:*?\"<>|").contains(c); // what Windows cannot name is no portable name
    });
    const bool bad = std::any_of(parts.begin(), parts.end(), [](const QString& part) {
        return part.isEmpty() || part.startsWith(u'.') || part.endsWith(u'.') || part.endsWith(u' ') ||
               part.toUtf8().size() > 200;
    });
    if (!strange && !bad && path.size() <= 1000)
        return {};
    return Error(
        QStringLiteral("file.name"), Message(FW_MSG("\"%1\" cannot be the name of a file of an app."), {path}),
        FW_MSG("Use a relative path such as \"tables/customer.yaml\", without \"..\" and special characters."));
}

Result<QMap<QString, QByteArray>> readFolder(const QString& folder)
{
    const QDir root(QDir(folder).absolutePath());
    const QFileInfo info(folder);
    if (!info.exists())
        return folderError("folder.missing", FW_MSG("There is no folder \"%1\"."), FW_MSG("Check the path."), folder);
    if (!info.isDir())
        return folderError("folder.no_folder", FW_MSG("\"%1\" is no folder."),
                           FW_MSG("Name the folder that holds app.yaml."), folder);
    if (!info.isReadable() || !info.isExecutable())
        return folderError("folder.no_right", FW_MSG("The folder \"%1\" cannot be read."),
                           FW_MSG("Give yourself the right to read it."), folder);
    if (!root.exists(QStringLiteral("app.yaml")))
        return folderError("folder.no_app", FW_MSG("The folder \"%1\" holds no app.yaml."),
                           FW_MSG("Name the folder of an app, or make a new app."), folder);

    QMap<QString, QByteArray> files;
    qint64 total = 0;
    QDirIterator it(root.path(), QDir::Files | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString relative = root.relativeFilePath(path);
        if (isHidden(relative))
            continue;
        if (it.fileInfo().isSymLink() || !it.fileInfo().isFile())
            return folderError("folder.link",
                               FW_MSG("\"%1\" is a link or a special file; an app holds plain files only."),
                               FW_MSG("Put a copy of the file in its place."), relative);
        total += it.fileInfo().size();
        if (files.size() >= MaxFiles || total > MaxBytes)
            return folderError("folder.too_large", FW_MSG("The folder \"%1\" holds far more than an app does."),
                               FW_MSG("Name the app's own folder; move data and large files out of it."), folder);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return folderError("folder.no_right", FW_MSG("The file \"%1\" cannot be read."),
                               FW_MSG("Give yourself the right to read it."), relative);
        files.insert(relative, file.readAll());
        if (file.error() != QFile::NoError)
            return folderError("folder.read", FW_MSG("The file \"%1\" cannot be read to its end."),
                               FW_MSG("Check the disk and try again."), relative);
    }
    return files;
}

} // namespace fw
