#include "inprocessclient.h"

#include "runtime/store/changes.h"

#include <QEventLoop>
#include <QPointer>

namespace fw::client
{

InProcessClient::InProcessClient(Host& host, Passing passing) : m_host(host), m_passing(passing) {}

Result<std::unique_ptr<InProcessClient>> InProcessClient::open(Host& host, const QString& login,
                                                               const QString& language, Passing passing)
{
    std::unique_ptr<InProcessClient> client(new InProcessClient(host, passing));
    std::optional<QString> session;
    host.run([&] {
        client->m_service = std::make_shared<Service>(host);
        session = client->m_service->openSession(login, language);
    });
    if (!session)
        return Error(QStringLiteral("client.unknown_user"), Message(FW_MSG("There is no active user \"%1\"."), {login}),
                     Message(FW_MSG("Choose another user, or let an administrator add this one.")));
    client->m_session = *session;
    return client;
}

std::unique_ptr<InProcessClient> InProcessClient::openForDesign(Host& host, const QString& author,
                                                                const QString& language, Passing passing)
{
    Q_ASSERT(host.isDesign());
    std::unique_ptr<InProcessClient> client(new InProcessClient(host, passing));
    host.run([&] {
        client->m_service = std::make_shared<Service>(host);
        client->m_session = client->m_service->openOwnerSession(author, language);
    });
    return client;
}

InProcessClient::~InProcessClient()
{
    subscribe({});
    // Whatever is still on its way finds the object gone (QPointer) and is dropped; the service dies on its own thread.
    auto service = std::move(m_service);
    m_host.post([service] {});
}

Reply InProcessClient::answer(const Request& request)
{
    if (m_passing == Passing::Direct)
        return m_service->handle(request);
    const auto received = Request::decode(request.encode());
    if (!received) {
        Reply reply;
        reply.id = request.id;
        for (const Problem& problem : received.error().problems())
            reply.problems << problem.toJson();
        return reply;
    }
    const auto returned = Reply::decode(m_service->handle(*received).encode());
    return returned ? *returned : Reply{};
}

quint64 InProcessClient::send(const QString& method, const QJsonObject& params, Handler handler)
{
    const quint64 id = ++m_next;
    m_waiting.insert(id, std::move(handler));
    const Request request{id, m_session, method, params};
    QPointer<InProcessClient> self(this);
    auto service = m_service;
    m_host.post([this, self, service, request] {
        const Reply reply = answer(request);
        QMetaObject::invokeMethod(
            self,
            [self, reply] {
                if (!self)
                    return;
                const auto waiting = self->m_waiting.find(reply.id);
                if (waiting == self->m_waiting.end())
                    return; // cancelled
                const Handler handler = *waiting;
                self->m_waiting.erase(waiting);
                handler(reply);
            },
            Qt::QueuedConnection);
    });
    return id;
}

void InProcessClient::cancel(quint64 id)
{
    m_waiting.remove(id);
}

void InProcessClient::subscribe(std::function<void(const QJsonObject&)> changes)
{
    if (m_listener >= 0) {
        const int listener = m_listener;
        m_host.run([&] { m_host.removeCommitListener(listener); });
        m_listener = -1;
    }
    if (!changes)
        return;
    m_host.run([&] {
        auto cursor = std::make_shared<qint64>(store::lastChange(m_host.store().writer()));
        QPointer<InProcessClient> self(this);
        m_listener = m_host.addCommitListener([this, self, cursor, changes] {
            for (const store::ChangeRow& change : store::changesAfter(m_host.store().writer(), *cursor)) {
                *cursor = change.seq;
                const std::optional<QJsonObject> json = m_service->changeFor(m_session, change);
                if (!json)
                    continue;
                QMetaObject::invokeMethod(
                    self,
                    [self, changes, json = *json] {
                        if (self)
                            changes(json);
                    },
                    Qt::QueuedConnection);
            }
        });
    });
}

Reply call(Client& client, const QString& method, const QJsonObject& params)
{
    QEventLoop loop;
    Reply result;
    client.send(method, params, [&](const Reply& reply) {
        result = reply;
        loop.quit();
    });
    loop.exec();
    return result;
}

} // namespace fw::client
