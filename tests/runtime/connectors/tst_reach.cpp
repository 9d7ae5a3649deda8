#include "mockserver.h"
#include "runtime/connectors/reach.h"
#include "runtime/connectors/transfer.h"

#include <QTest>

#include <atomic>

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netdb.h>

using namespace fw;
using namespace fw::connectors;
using fw::testing::MockHttp;

namespace
{

std::atomic<int> s_asked = 0;

/// An address as the socket functions see it.
struct Address {
    sockaddr_storage storage{};
    explicit Address(const char* text)
    {
        auto* six = reinterpret_cast<sockaddr_in6*>(&storage);
        auto* four = reinterpret_cast<sockaddr_in*>(&storage);
        if (inet_pton(AF_INET6, text, &six->sin6_addr) == 1)
            six->sin6_family = AF_INET6;
        else if (inet_pton(AF_INET, text, &four->sin_addr) == 1)
            four->sin_family = AF_INET;
    }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

} // namespace

/// The resolver of this program: rebind.test is a harmless address (TEST-NET-3) when it is first asked for and this machine
/// ever after, as an attacker's name server would have it.
extern "C" int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** result)
{
    using Resolve = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto real = reinterpret_cast<Resolve>(dlsym(RTLD_NEXT, "getaddrinfo"));
    if (node && QByteArrayView(node) == QByteArrayView("rebind.test"))
        node = s_asked++ == 0 ? "203.0.113.7" : "127.0.0.1";
    return real(node, service, hints, result);
}

/// Nothing of these tests leaves the machine: connecting to the harmless address fails at once.
extern "C" int connect(int socket, const sockaddr* address, socklen_t length)
{
    using Connect = int (*)(int, const sockaddr*, socklen_t);
    static const auto real = reinterpret_cast<Connect>(dlsym(RTLD_NEXT, "connect"));
    if (address->sa_family == AF_INET &&
        reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr == inet_addr("203.0.113.7")) {
        errno = ECONNREFUSED;
        return -1;
    }
    return real(socket, address, length);
}

class TestReach : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("closed");
        for (const char* text : {"8.8.8.8", "203.0.113.7", "223.5.5.5", "172.32.0.1", "100.128.0.1", "2400:3200::1",
                                 "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"})
            QTest::newRow(text) << true << true;
        for (const char* text :
             {"10.1.2.3", "127.0.0.1", "127.255.255.254", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
              "198.18.0.1", "192.0.0.1", "::1", "fc00::1", "fd12:3456::1", "::ffff:127.0.0.1", "::127.0.0.1",
              "64:ff9b::a01:203", "2002:a01:203::1", "2001:0:4136:e378:8000:63bf:f5fe:fdfc"})
            QTest::newRow(text) << false << true;
        for (const char* text :
             {"169.254.169.254", "0.0.0.0", "0.1.2.3", "224.0.0.1", "240.0.0.1", "255.255.255.255", "100.100.100.200",
              "::", "fe80::1", "ff02::1", "fd00:ec2::254", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe"})
            QTest::newRow(text) << false << false;
    }
    void addresses()
    {
        QFETCH(bool, open);
        QFETCH(bool, closed);
        const Address address(QTest::currentDataTag());
        QVERIFY(address.get()->sa_family != AF_UNSPEC);
        QCOMPARE(mayConnect(Reach::Public, address.get()), open);
        QCOMPARE(mayConnect(Reach::Private, address.get()), closed);
        QCOMPARE(mayConnect(Reach::Proxy, address.get()), closed);
    }
    void whatIsNoInternetAddressIsRefused()
    {
        sockaddr local{};
        local.sa_family = AF_UNIX;
        QVERIFY(!mayConnect(Reach::Private, &local));
    }
    void aNameThatChangesItsAddressGainsNothing()
    {
        MockHttp server;
        Request request;
        request.url = QStringLiteral("http://rebind.test:%1/").arg(server.server.port());
        const Answer first = callHttp(request);
        QCOMPARE(int(first.receipt->result), int(Receipt::Class::Temporary)); // the harmless address was tried
        const Answer second = callHttp(request);
        QCOMPARE(s_asked.load(), 2);
        QCOMPARE(int(second.receipt->result), int(Receipt::Class::Permanent));
        QVERIFY(second.receipt->words.contains(QStringLiteral("127.0.0.1")));
        QMutexLocker lock(&server.mutex);
        QCOMPARE(server.requests.size(), 0);
    }
    void theProxyOfTheEnvironmentIsUsedOnlyWhenSaid()
    {
        MockHttp proxy;
        qputenv("http_proxy", proxy.url({}).toUtf8());
        Request request;
        request.url = QStringLiteral("http://203.0.113.7/path");
        QVERIFY(callHttp(request).receipt);
        request.way.reach = Reach::Proxy;
        qputenv("no_proxy", "203.0.113.7"); // no way round it
        QCOMPARE(callHttp(request).status, 200);
        qunsetenv("http_proxy");
        const Answer without = callHttp(request);
        QCOMPARE(int(without.receipt->result), int(Receipt::Class::Permanent));
        QVERIFY(without.receipt->words.contains(QStringLiteral("https_proxy")));
        QMutexLocker lock(&proxy.mutex);
        QCOMPARE(proxy.requests.size(), 1);
        QVERIFY(proxy.requests[0].head.startsWith("GET http://203.0.113.7/path ") ||
                proxy.requests[0].head.startsWith("POST http://203.0.113.7/path "));
    }
    void secretsAreHiddenInEveryForm()
    {
        MockHttp server;
        server.answer = "HTTP/1.1 400 Bad\r\nContent-Length: 38\r\n\r\np ss/wort p%20ss%2Fwort cCBzcy93b3J0 x";
        Request request;
        request.url = server.url(QStringLiteral("/"));
        request.way.reach = Reach::Private;
        request.secrets = {QStringLiteral("p ss/wort")};
        QCOMPARE(callHttp(request).body, QByteArray("*** *** *** x"));
    }
};

QTEST_GUILESS_MAIN(TestReach)
#include "tst_reach.moc"
