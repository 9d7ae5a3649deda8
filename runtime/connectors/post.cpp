#include "post.h"

namespace fw::connectors
{

Result<Request> prepared(const PostRoute& route, const Secrets& secrets, QByteArray* sign)
{
    Request request;
    request.way = route.way;
    const Result<QString> url = secrets.fill(route.url, &request.secrets);
    if (!url)
        return url.error();
    request.url = *url;
    const Result<QString> secret = secrets.fill(route.sign, &request.secrets);
    if (!secret)
        return secret.error();
    if (sign)
        *sign = secret->toUtf8();
    return request;
}

Receipt refused(const Error& error)
{
    return {Receipt::Class::Permanent, error.text(), {}, {}};
}

Receipt refused(const Message& what)
{
    return {Receipt::Class::Permanent, what.text(), {}, {}};
}

} // namespace fw::connectors
