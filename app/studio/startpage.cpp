#include "startpage.h"

#include "app/common/pinyin.h"
#include "dashboardeditor.h"

#include "model/document/document.h"
#include "model/schema/fresh.h"
#include "model/schema/schema.h"
#include "model/yaml/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace fw::studio
{

namespace
{
constexpr int mostRecent = 8;
const QString recentKey = QStringLiteral("recent");

/// The folder of templates: installed beside the program, or in the source tree above the build folder.
QString templateRoot()
{
    const QString bin = QCoreApplication::applicationDirPath();
    for (const QString& candidate :
         {qEnvironmentVariable("FORMWRIGHT_TEMPLATES"), bin + QStringLiteral("/../share/formwright/templates"),
          bin + QStringLiteral("/../../../templates")})
        if (!candidate.isEmpty() && QFileInfo(candidate).isDir())
            return QDir(candidate).canonicalPath();
    return {};
}

/// What an app is made of, in one line.
QString contentsOf(const QString& folder)
{
    const auto count = [&](const char* kind) {
        return QDir(folder + QLatin1Char('/') + QLatin1String(kind))
            .entryList({QStringLiteral("*.yaml")}, QDir::Files)
            .size();
    };
    return QCoreApplication::translate("StartPage", "Tables %1 · Forms %2 · Scoring %3 · Workflows %4 · Dashboards %5")
        .arg(count("tables"))
        .arg(count("forms"))
        .arg(count("scoring"))
        .arg(count("workflows"))
        .arg(count("dashboards"));
}

yaml::Node fileOf(const QString& folder, const QString& path)
{
    QFile file(folder + QLatin1Char('/') + path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto root = yaml::read(file.readAll(), path);
    return root ? *root : yaml::Node{};
}

yaml::Node appOf(const QString& folder)
{
    return fileOf(folder, QStringLiteral("app.yaml"));
}

QVariantList tilesOf(const yaml::Node& dashboard, const QString& language)
{
    QVariantList tiles;
    for (const yaml::Node& tile : dashboard[u"tiles"].items) {
        const QString type = tile[u"type"].string();
        const QString width = tile[u"width"].string(QString::number(DashboardEditor::defaultWidth(type)));
        tiles << QVariantMap{{QStringLiteral("type"), type},
                             {QStringLiteral("title"), schema::labelOf(tile).in(language)},
                             {QStringLiteral("width"), qBound(1, width.toInt(), 12)}};
    }
    return tiles;
}
} // namespace

StartPage::StartPage(QObject* parent) : QObject(parent) {}

QVariantList StartPage::templates() const
{
    QVariantList list;
    const QString root = templateRoot();
    if (root.isEmpty())
        return list;
    const QStringList folders = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& name : folders) {
        const QString folder = root + QLatin1Char('/') + name;
        const yaml::Node app = appOf(folder);
        if (!app.isMap())
            continue;
        const QString described = schema::localText(app[u"description"]).in(m_language);
        list << QVariantMap{{QStringLiteral("folder"), folder},
                            {QStringLiteral("title"), schema::labelOf(app).in(m_language)},
                            {QStringLiteral("text"), described.isEmpty() ? contentsOf(folder) : described},
                            {QStringLiteral("icon"), QStringLiteral("people")}};
    }
    return list;
}

QVariantMap StartPage::picture(const QString& folder) const
{
    const yaml::Node app = fileOf(folder, QStringLiteral("app.yaml"));
    QVariantMap picture;
    QVariantList rail;
    for (const yaml::Node& item : app[u"navigation"].items) {
        QString text = schema::localText(item[u"label"]).in(m_language), icon = item[u"icon"].string();
        for (const char* kind : {"view", "dashboard", "form"}) {
            const QString id = item[QString::fromLatin1(kind)].string();
            if (id.isEmpty())
                continue;
            const yaml::Node page = fileOf(folder, QStringLiteral("%1s/%2.yaml").arg(QLatin1String(kind), id));
            const QString label = schema::labelOf(page).in(m_language);
            text = text.isEmpty() ? label : text;
            icon = icon.isEmpty() ? QString::fromLatin1(kind) : icon;
            if (qstrcmp(kind, "dashboard") == 0 && !picture.contains(QStringLiteral("tiles"))) {
                picture.insert(QStringLiteral("tiles"), tilesOf(page, m_language));
                picture.insert(QStringLiteral("title"), label);
            }
            if (qstrcmp(kind, "view") == 0 && !picture.contains(QStringLiteral("columns"))) {
                QVariantList columns;
                for (const yaml::Node& column : page[u"columns"].items)
                    columns << column[u"id"].string();
                picture.insert(QStringLiteral("columns"), columns);
            }
        }
        if (item[u"inbox"].toBool(false))
            icon = QStringLiteral("inbox");
        rail << QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("icon"), icon}};
    }
    picture.insert(QStringLiteral("rail"), rail);
    return picture;
}

QVariantList StartPage::recent() const
{
    QVariantList list;
    const QStringList folders = QSettings().value(recentKey).toStringList();
    for (const QString& folder : folders) {
        const yaml::Node app = appOf(folder);
        if (!app.isMap())
            continue;
        QString shown = QDir::toNativeSeparators(folder);
        if (shown.startsWith(QDir::homePath()))
            shown.replace(0, QDir::homePath().size(), QStringLiteral("~"));
        list << QVariantMap{{QStringLiteral("folder"), folder},
                            {QStringLiteral("title"), schema::labelOf(app).in(m_language)},
                            {QStringLiteral("detail"), shown}};
    }
    return list;
}

void StartPage::setLanguage(const QString& language)
{
    m_language = language;
    Q_EMIT changed();
}

void StartPage::remember(const QString& folder, const QString&)
{
    QSettings settings;
    QStringList folders = settings.value(recentKey).toStringList();
    const QString canonical = QDir(folder).canonicalPath();
    folders.removeAll(canonical);
    folders.prepend(canonical);
    settings.setValue(recentKey, QStringList(folders.mid(0, mostRecent)));
    Q_EMIT changed();
}

void StartPage::forget(const QString& folder)
{
    QSettings settings;
    QStringList folders = settings.value(recentKey).toStringList();
    folders.removeAll(folder);
    settings.setValue(recentKey, folders);
    Q_EMIT changed();
}

Result<QString> StartPage::create(const QString& templateFolder, const QString& target, const QString& name) const
{
    if (QFileInfo::exists(target) && !QDir(target).isEmpty())
        return Error(QStringLiteral("studio.folder_taken"), Message(FW_MSG("The folder %1 is not empty."), {target}),
                     Message(FW_MSG("Choose a new or an empty folder.")));
    if (!QDir().mkpath(target))
        return Error(QStringLiteral("studio.folder_denied"), Message(FW_MSG("The folder %1 cannot be made."), {target}),
                     Message(FW_MSG("Choose a place where you may write.")));
    if (templateFolder.isEmpty()) {
        auto made = Document::create(target, schema::proposeId(pinyin(name), {}, QStringLiteral("app")), name);
        if (!made)
            return made.error();
        if (auto saved = (*made)->save(); !saved)
            return saved.error();
        return target;
    }
    QDirIterator files(templateFolder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString relative = QDir(templateFolder).relativeFilePath(from);
        if (relative.startsWith(QLatin1Char('.')))
            continue;
        const QString to = target + QLatin1Char('/') + relative;
        if (!QDir().mkpath(QFileInfo(to).path()) || !QFile::copy(from, to))
            return Error(QStringLiteral("studio.copy_failed"),
                         Message(FW_MSG("The file %1 could not be written."), {to}),
                         Message(FW_MSG("Check that the disk has room and that you may write there.")));
        QFile::setPermissions(to, QFile::permissions(to) | QFile::WriteOwner);
    }
    return target;
}

QString StartPage::proposeFolder(const QString& name) const
{
    QString slug = schema::proposeId(pinyin(name), {}, QStringLiteral("app"));
    slug.replace(QLatin1Char('_'), QLatin1Char('-'));
    const QString base = QDir::homePath() + QStringLiteral("/Formwright/") + slug;
    QString folder = base;
    for (int n = 2; QFileInfo::exists(folder); ++n)
        folder = base + QLatin1Char('-') + QString::number(n);
    return folder;
}

bool StartPage::isApp(const QString& folder) const
{
    return QFileInfo(folder + QStringLiteral("/app.yaml")).isFile();
}

QString StartPage::parentFolder(const QString& folder) const
{
    QDir dir(folder);
    return dir.cdUp() ? dir.path() : folder;
}

QString StartPage::homeFolder() const
{
    const QString own = QDir::homePath() + QStringLiteral("/Formwright");
    return QFileInfo(own).isDir() ? own : QDir::homePath();
}

} // namespace fw::studio
