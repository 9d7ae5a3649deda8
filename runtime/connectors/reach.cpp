#include "reach.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace fw::connectors
{

namespace
{

enum class Zone { Public, Private, Never };

struct Block {
    quint32 base;
    int bits;
    Zone zone;
};

constexpr quint32 ip4(quint32 a, quint32 b, quint32 c, quint32 d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

/// The first that holds decides.
constexpr std::array s_blocks{
    Block{ip4(100, 100, 100, 200), 32, Zone::Never}, // credentials of Alibaba Cloud machines
    Block{ip4(0, 0, 0, 0), 8, Zone::Never},
    Block{ip4(169, 254, 0, 0), 16, Zone::Never}, // link-local: credentials of cloud machines
    Block{ip4(224, 0, 0, 0), 3, Zone::Never},    // multicast, reserved, broadcast
    Block{ip4(10, 0, 0, 0), 8, Zone::Private},
    Block{ip4(100, 64, 0, 0), 10, Zone::Private},
    Block{ip4(127, 0, 0, 0), 8, Zone::Private},
    Block{ip4(172, 16, 0, 0), 12, Zone::Private},
    Block{ip4(192, 0, 0, 0), 24, Zone::Private},
    Block{ip4(192, 168, 0, 0), 16, Zone::Private},
    Block{ip4(198, 18, 0, 0), 15, Zone::Private},
};

Zone zoneOf(quint32 address)
{
    for (const Block& block : s_blocks) {
        if ((address ^ block.base) >> (32 - block.bits) == 0)
            return block.zone;
    }
    return Zone::Public;
}

quint32 word(const in6_addr& address, int at)
{
    const auto* bytes = address.s6_addr + at;
    return ip4(bytes[0], bytes[1], bytes[2], bytes[3]);
}

Zone zoneOf(const in6_addr& address)
{
    constexpr quint32 nat64 = 0x0064ff9b, teredo = 0x20010000;
    const quint32 first = word(address, 0), second = word(address, 4), third = word(address, 8),
                  last = word(address, 12);
    if (first == 0 && second == 0 && third == 0xffff)
        return zoneOf(last); // ::ffff:a.b.c.d
    if (first == 0 && second == 0 && third == 0)
        return last == 1 ? Zone::Private : last == 0 ? Zone::Never : zoneOf(last); // ::1, ::, ::a.b.c.d
    if (first == nat64 && second == 0 && third == 0)
        return zoneOf(last);
    if (first >> 16 == 0x2002)
        return zoneOf(first << 16 | second >> 16); // 6to4
    if (first == teredo)
        return zoneOf(~last);
    if (first == 0xfd000ec2)
        return Zone::Never; // credentials of Amazon machines
    const quint32 head = first >> 24;
    if (head >> 1 == 0x7e)
        return Zone::Private;           // fc00::/7
    const bool global = head >> 5 == 1; // 2000::/3
    return global ? Zone::Public : Zone::Never;
}

Zone zoneOf(const sockaddr* address)
{
    if (address->sa_family == AF_INET) {
        sockaddr_in four{};
        memcpy(&four, address, sizeof four);
        return zoneOf(ntohl(four.sin_addr.s_addr));
    }
    if (address->sa_family != AF_INET6)
        return Zone::Never;
    sockaddr_in6 six{};
    memcpy(&six, address, sizeof six);
    return zoneOf(six.sin6_addr);
}

} // namespace

Reach reachOf(const QString& setting)
{
    return setting == QLatin1String("private") ? Reach::Private
           : setting == QLatin1String("proxy") ? Reach::Proxy
                                               : Reach::Public;
}

bool mayConnect(Reach reach, const sockaddr* address)
{
    switch (zoneOf(address)) {
    case Zone::Public: return true;
    case Zone::Private: return reach != Reach::Public;
    case Zone::Never: return false;
    }
    return false;
}

QString addressText(const sockaddr* address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET)
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
    else if (address->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(), text.size());
    return QString::fromLatin1(text.data());
}

} // namespace fw::connectors
