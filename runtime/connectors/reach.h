#pragma once
#include <QString>

struct sockaddr;

namespace fw::connectors
{

/// Where calls by HTTP may lead. What is looked at is the address that is really connected to, so a name that changes its
/// address in between (DNS rebinding) gains nothing.
enum class Reach {
    Public,  ///< addresses of the internet only
    Private, ///< the machine itself and the company's network too
    Proxy    ///< always through the proxy of the environment (https_proxy …), which decides where one may go
};

/// How the net is used for one connector.
struct Way {
    Reach reach = Reach::Public;
    enum class Redirects { None, SameHost, Any } redirects = Redirects::None;
    qint64 timeoutMs = 30'000; ///< in all, connecting included
};

/// What "public", "private" or "proxy" mean as setting connector.<id>.network; everything else is Public.
Reach reachOf(const QString& setting);
/// Whether a connection to the address may be made. Link-local addresses (where clouds hand out credentials), multicast and
/// reserved ranges are never allowed; IPv4 inside IPv6 is judged as IPv4 (RFC 4291, 6052, 3056, 4380; RFC 6890 for the ranges).
bool mayConnect(Reach reach, const sockaddr* address);
/// The address in its usual form, without a port.
QString addressText(const sockaddr* address);

} // namespace fw::connectors
