#pragma once
#include "secrets.h"
#include "transfer.h"

namespace fw::connectors
{

/// Posts to one address by HTTP: chat robots and webhooks. Address and sign secret may hold ${secret:name}.
struct PostRoute {
    QString url;
    QString sign;            ///< the robot's or webhook's signing secret; "" = unsigned
    bool honoursKey = false; ///< the receiver drops repeats by our key
    Way way = {};
};

/// A request to the route's address with its secrets put in; `sign` gets the signing secret.
Result<Request> prepared(const PostRoute& route, const Secrets& secrets, QByteArray* sign = nullptr);
/// Not sent, for a reason of our own.
Receipt refused(const Error& error);
Receipt refused(const Message& what);

} // namespace fw::connectors
