#pragma once
#include "client.h"
#include "host.h"
#include "service.h"

#include <QObject>
#include <QSet>

namespace fw::client
{

/// The client of an app that runs in the same process. Calls are carried to the host's thread and answered on the caller's.
/// With `Loopback` every request and reply passes through its encoded bytes, as it will over a network.
class InProcessClient : public QObject, public Client
{
public:
    enum class Passing { Direct, Loopback };
    /// Opens a session for `login`; an error when there is no such active user. The host must outlive the client.
    static Result<std::unique_ptr<InProcessClient>> open(Host& host, const QString& login, const QString& language,
                                                         Passing passing = Passing::Direct);
    /// Opens a session with all rights on a host that was started for Purpose::Design; `author` stands beside what is
    /// published.
    static std::unique_ptr<InProcessClient> openForDesign(Host& host, const QString& author, const QString& language,
                                                          Passing passing = Passing::Direct);
    ~InProcessClient() override;

    quint64 send(const QString& method, const QJsonObject& params, Handler handler) override;
    void cancel(quint64 id) override;
    void subscribe(std::function<void(const QJsonObject&)> changes) override;

private:
    InProcessClient(Host& host, Passing passing);
    Reply answer(const Request& request); ///< on the host's thread

    Host& m_host;
    Passing m_passing;
    std::shared_ptr<Service> m_service;
    QString m_session;
    quint64 m_next = 0;
    QHash<quint64, Handler> m_waiting;
    int m_listener = -1;
};

/// Sends and waits for the reply, running the caller's event loop: for tests and the command line.
Reply call(Client& client, const QString& method, const QJsonObject& params = {});

} // namespace fw::client
