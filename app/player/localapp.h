#pragma once
#include "app/common/gather.h"
#include "playerapp.h"
#include "runtime/client/host.h"

#include <QFileSystemWatcher>

namespace fw::client
{
class InProcessClient;
}

namespace fw::player
{

/// An app run from its folder in this process: on a scratch store with its sample data ("Try it"). Edits of the folder are
/// taken over while it runs. `app` changes when another user signs in.
class LocalApp : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program that opens the app.")
    Q_PROPERTY(fw::player::PlayerApp* app READ app NOTIFY signedIn)
    Q_PROPERTY(QString login READ login NOTIFY signedIn)
    /// {value: login, text: name}: who can be tried.
    Q_PROPERTY(QVariantList users READ users NOTIFY signedIn)
    /// What keeps the newest edits from being taken over; "" = the app runs as it stands in the folder.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    /// Errors: those of reading the folder, of publishing (a definition with errors) and of the store.
    static Result<std::unique_ptr<LocalApp>> open(const QString& folder, const QString& language);
    ~LocalApp() override;

    PlayerApp* app() const { return m_app.get(); }
    QString login() const { return m_login; }
    QVariantList users() const;
    QString problem() const { return m_problem; }
    Q_INVOKABLE bool signIn(const QString& login);

Q_SIGNALS:
    void signedIn();
    void problemChanged();

private:
    explicit LocalApp(QString folder);
    void watch();
    void reload();
    QString firstUser() const;

    QString m_folder;
    QString m_login;
    QString m_problem;
    std::unique_ptr<client::Host> m_host;
    std::unique_ptr<client::InProcessClient> m_client;
    std::unique_ptr<PlayerApp> m_app;
    QFileSystemWatcher m_watcher;
    Gather m_reload{std::chrono::milliseconds(300),
                    [this] { reload(); }}; ///< editors save several files: taken over together
};

} // namespace fw::player
