#pragma once
#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

/// Stands between a client and the socket of a PostgreSQL server and cuts the line around a COMMIT.
class CuttingProxy
{
public:
    enum class Cut { Never, BeforeCommit, AfterCommit };

    /// `serverFolder`: where the server's socket is.
    explicit CuttingProxy(const QString& serverFolder)
        : m_server(serverFolder + QStringLiteral("/.s.PGSQL.5432")),
          m_listener(listenAt(m_own.path() + "/.s.PGSQL.5432")), m_thread([this] { accept(); })
    {
    }
    ~CuttingProxy()
    {
        m_stopping = true;
        m_thread.join();
        ::close(m_listener);
    }
    QString folder() const { return m_own.path(); }
    std::atomic<Cut> next = Cut::Never; ///< what happens at the next COMMIT; once
    std::atomic<int> cuts = 0;

private:
    static sockaddr_un address(const QString& path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = path.toUtf8();
        memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
        return address;
    }
    static int listenAt(const QString& path)
    {
        const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const sockaddr_un at = address(path);
        if (::bind(listener, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0 || ::listen(listener, 8) != 0)
            qFatal("the proxy cannot listen");
        return listener;
    }
    void accept()
    {
        std::vector<std::thread> lines;
        while (!m_stopping) {
            pollfd wait{m_listener, POLLIN, 0};
            if (::poll(&wait, 1, 20) > 0)
                lines.emplace_back([this, client = ::accept(m_listener, nullptr, nullptr)] { relay(client); });
        }
        for (std::thread& line : lines)
            line.join();
    }
    void relay(int client)
    {
        const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const sockaddr_un at = address(m_server);
        const bool connected = ::connect(server, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0;
        bool swallow = false; // the answer to a COMMIT that was let through
        char bytes[65536];
        while (connected && !m_stopping) {
            pollfd both[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
            if (::poll(both, 2, 20) <= 0)
                continue;
            if (both[0].revents != 0) {
                const ssize_t size = ::read(client, bytes, sizeof bytes);
                if (size <= 0)
                    break;
                const bool commits = QByteArray::fromRawData(bytes, size).contains("; COMMIT"); // not "READ COMMITTED"
                if (commits && next == Cut::BeforeCommit)
                    break;
                swallow = swallow || (commits && next == Cut::AfterCommit);
                if (::write(server, bytes, static_cast<size_t>(size)) != size)
                    break;
            }
            if (both[1].revents != 0) {
                const ssize_t size = ::read(server, bytes, sizeof bytes);
                if (size <= 0 || swallow || ::write(client, bytes, static_cast<size_t>(size)) != size)
                    break;
            }
        }
        if (!m_stopping && next.exchange(Cut::Never) != Cut::Never)
            ++cuts;
        ::close(client);
        ::close(server);
    }

    QTemporaryDir m_own{QStringLiteral("/tmp/formwright-proxy")};
    QString m_server;
    int m_listener;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};
