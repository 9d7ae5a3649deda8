#pragma once
#include "post.h"

namespace fw::connectors
{

/// Calls of one HTTP service by workflows. The message's subject is "METHOD /path", its body JSON {headers: [[name, value]],
/// body}. The path is added to the service's address and cannot lead to another host. The answer comes back in
/// Receipt::answer, its body cut at 64 KiB; 408, 425, 429 and 5xx are temporary, other errors permanent.
class HttpService : public Connector
{
public:
    struct Route {
        QString url;           ///< base address; may hold ${secret:name}
        QString authorization; ///< value of the Authorization header; "" = none; may hold ${secret:name}
        bool honoursKey = false;
        Way way = {};
    };
    HttpService(Route route, Secrets secrets) : m_route(std::move(route)), m_secrets(std::move(secrets)) {}
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;
    RepeatClass repeatClass() const override { return m_route.honoursKey ? RepeatClass::A : RepeatClass::C; }

private:
    Route m_route;
    Secrets m_secrets;
};

} // namespace fw::connectors
