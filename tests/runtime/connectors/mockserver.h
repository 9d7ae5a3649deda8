#pragma once
#include <QByteArray>
#include <QList>
#include <QMutex>

#include <atomic>
#include <functional>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace fw::testing
{

/// A small server on a free port of this machine: one thread, one connection after the other. What it answers is the
/// test's business.
class MockServer
{
public:
    /// One connection: read what the client says, answer, hang up at any point.
    class Peer
    {
    public:
        explicit Peer(int socket) : m_socket(socket) {}
        /// Up to and without CRLF; a null array when the client has gone.
        QByteArray line()
        {
            for (;;) {
                const qsizetype end = m_buffer.indexOf("\r\n");
                if (end >= 0)
                    return take(end, 2);
                if (!fill())
                    return {};
            }
        }
        QByteArray bytes(qsizetype count)
        {
            while (m_buffer.size() < count && fill()) {
            }
            return take(std::min(count, m_buffer.size()), 0);
        }
        void say(const QByteArray& text)
        {
            [[maybe_unused]] const auto sent =
                ::send(m_socket, text.constData(), static_cast<size_t>(text.size()), MSG_NOSIGNAL);
        }

    private:
        bool fill()
        {
            char chunk[4096];
            const auto length = ::recv(m_socket, chunk, sizeof chunk, 0);
            if (length <= 0)
                return false;
            m_buffer.append(chunk, length);
            return true;
        }
        QByteArray take(qsizetype count, qsizetype skip)
        {
            QByteArray head = m_buffer.left(count);
            m_buffer.remove(0, count + skip);
            return head.isNull() ? QByteArray("") : head;
        }
        int m_socket;
        QByteArray m_buffer;
    };

    explicit MockServer(std::function<void(Peer&)> serve) : m_serve(std::move(serve))
    {
        m_listen = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (::bind(m_listen, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(m_listen, 8) != 0)
            qFatal("no port for the mock server");
        ::getsockname(m_listen, reinterpret_cast<sockaddr*>(&address), &length);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { accept(); });
    }
    ~MockServer()
    {
        ::shutdown(m_listen, SHUT_RDWR);
        m_thread.join();
        ::close(m_listen);
    }
    int port() const { return m_port; }

private:
    void accept()
    {
        for (;;) {
            const int socket = ::accept4(m_listen, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0)
                return;
            Peer peer(socket);
            m_serve(peer);
            ::shutdown(socket, SHUT_RDWR);
            ::close(socket);
        }
    }
    std::function<void(Peer&)> m_serve;
    int m_listen = -1;
    int m_port = 0;
    std::thread m_thread;
};

/// A mail server with answers to choose. Keeps what it accepted.
struct MockSmtp {
    QByteArray toRcpt = "250 ok";
    QByteArray toData = "250 queued as 17"; ///< "" = hang up after the final dot
    QByteArray toGreet = "220 mock ESMTP";
    QList<QByteArray> mails;
    QList<QByteArray> recipients;
    QByteArray signedIn; ///< of AUTH PLAIN
    QMutex mutex;
    MockServer server{[this](MockServer::Peer& peer) { serve(peer); }};
    QString url() const { return QStringLiteral("smtp://127.0.0.1:%1").arg(server.port()); }

private:
    void serve(MockServer::Peer& peer)
    {
        peer.say(toGreet + "\r\n");
        for (QByteArray line = peer.line(); !line.isNull(); line = peer.line()) {
            const QByteArray word = line.left(4).toUpper();
            if (word == "EHLO") {
                peer.say("250-mock\r\n250-AUTH PLAIN\r\n250 SIZE 1000000\r\n");
            } else if (word == "AUTH") {
                peer.say(line.mid(11).isEmpty() ? "334 \r\n" : "235 welcome\r\n");
                const QByteArray credentials = line.mid(11).isEmpty() ? peer.line() : line.mid(11);
                if (line.mid(11).isEmpty())
                    peer.say("235 welcome\r\n");
                QMutexLocker lock(&mutex);
                signedIn = QByteArray::fromBase64(credentials);
            } else if (word == "RCPT") {
                QMutexLocker lock(&mutex);
                recipients << line;
                peer.say(toRcpt + "\r\n");
            } else if (word == "DATA") {
                peer.say("354 go on\r\n");
                if (!data(peer))
                    return;
            } else if (word == "QUIT") {
                peer.say("221 bye\r\n");
                return;
            } else {
                peer.say("250 ok\r\n");
            }
        }
    }
    bool data(MockServer::Peer& peer)
    {
        QByteArray mail;
        for (QByteArray line = peer.line(); line != "."; line = peer.line()) {
            if (line.isNull())
                return false;
            mail += line + "\r\n";
        }
        QMutexLocker lock(&mutex);
        mails << mail;
        if (toData.isEmpty())
            return false;
        peer.say(toData + "\r\n");
        return true;
    }
};

/// An HTTP server that keeps requests and gives one answer. `answer` "" hangs up after the body was read.
struct MockHttp {
    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n{\"errcode\":0,\"errmsg\":\"ok\"}";
    struct Request {
        QByteArray head;
        QByteArray body;
    };
    QList<Request> requests;
    QMutex mutex;
    MockServer server{[this](MockServer::Peer& peer) { serve(peer); }};
    QString url(const QString& path) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(server.port()).arg(path);
    }
    void answerJson(const QByteArray& json)
    {
        answer = "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json;
    }

private:
    void serve(MockServer::Peer& peer)
    {
        Request request;
        qsizetype length = 0;
        for (QByteArray line = peer.line(); !line.isEmpty(); line = peer.line()) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
            request.head += line + "\n";
        }
        request.body = peer.bytes(length);
        {
            QMutexLocker lock(&mutex);
            requests << request;
        }
        if (!answer.isEmpty())
            peer.say(answer);
    }
};

} // namespace fw::testing
