#include "localapp.h"

#include "model/document/package.h"
#include "runtime/client/inprocessclient.h"
#include "runtime/store/users.h"

#include <QDir>
#include <QQmlEngine>

#include <algorithm>

namespace fw::player
{
namespace
{

Result<QByteArray> packed(const QString& folder)
{
    const auto files = readFolder(folder);
    if (!files)
        return files.error();
    return pack(*files);
}

} // namespace

LocalApp::LocalApp(QString folder) : m_folder(std::move(folder))
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_reload.askAfterPause(); });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_reload.askAfterPause(); });
}

LocalApp::~LocalApp()
{
    m_app.reset(); // before the client it speaks through, and that before the host
    m_client.reset();
}

Result<std::unique_ptr<LocalApp>> LocalApp::open(const QString& folder, const QString& language)
{
    const auto package = packed(folder);
    if (!package)
        return package.error();
    client::HostOptions options;
    options.package = *package;
    options.sampleData = true;
    options.program = QStringLiteral("formwright player");
    auto host = client::Host::start(options);
    if (!host)
        return host.error();
    std::unique_ptr<LocalApp> local(new LocalApp(folder));
    local->m_host = std::move(*host);
    const QString login = local->firstUser();
    auto client = client::InProcessClient::open(*local->m_host, login, language);
    if (!client)
        return client.error();
    local->m_login = login;
    local->m_client = std::move(*client);
    local->m_app = std::make_unique<PlayerApp>(*local->m_client, language);
    QQmlEngine::setObjectOwnership(local->m_app.get(), QQmlEngine::CppOwnership);
    local->watch();
    return local;
}

/// Whoever has the most roles, an administrator before all: a person who tries the app wants to see everything.
QString LocalApp::firstUser() const
{
    QList<store::User> users;
    m_host->run([&] { users = store::users(m_host->store().writer()); });
    const auto rank = [](const store::User& user) {
        return std::pair(user.roles.contains(QStringLiteral("admin")), user.roles.size());
    };
    const auto best = std::max_element(users.begin(), users.end(),
                                       [&](const store::User& a, const store::User& b) { return rank(a) < rank(b); });
    return best == users.end() ? QString() : best->login;
}

QVariantList LocalApp::users() const
{
    QVariantList list;
    m_host->run([&] {
        for (const store::User& user : store::users(m_host->store().writer())) {
            if (user.active)
                list.append(QVariantMap{{QStringLiteral("value"), user.login},
                                        {QStringLiteral("text"), user.name},
                                        {QStringLiteral("detail"), user.roles.join(QStringLiteral(", "))}});
        }
    });
    return list;
}

bool LocalApp::signIn(const QString& login)
{
    auto client = client::InProcessClient::open(*m_host, login, m_app->language());
    if (!client)
        return false;
    auto app = std::make_unique<PlayerApp>(**client, m_app->language());
    QQmlEngine::setObjectOwnership(app.get(), QQmlEngine::CppOwnership);
    m_login = login;
    std::swap(m_app, app);
    std::swap(m_client, *client);
    Q_EMIT signedIn();
    return true; // the old app goes first, then the client it spoke through
}

void LocalApp::watch()
{
    QStringList paths{m_folder};
    for (const QString& file : listFolder(m_folder)) {
        paths.append(QDir(m_folder).filePath(file));
        paths.append(QFileInfo(paths.last()).path());
    }
    paths.removeDuplicates();
    for (const QString& known : m_watcher.files() + m_watcher.directories())
        paths.removeAll(known);
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

void LocalApp::reload()
{
    watch(); // an atomic save replaces the file: it must be watched anew
    const auto package = packed(m_folder);
    const auto replaced = package ? m_host->replaceDefinition(*package) : Result<void>(package.error());
    const QString problem = replaced ? QString() : replaced.error().text();
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
    if (replaced)
        m_app->refresh();
}

} // namespace fw::player
