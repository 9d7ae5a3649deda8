#pragma once
#include "post.h"

namespace fw::connectors
{

/// Webhook: JSON with `Idempotency-Key` and `X-Signature: t=…,v1=hex(HMAC-SHA256(secret, t + "." + body))`.
class Webhook : public Connector
{
public:
    Webhook(PostRoute route, Secrets secrets, const Clock& clock)
        : m_route(std::move(route)), m_secrets(std::move(secrets)), m_clock(clock)
    {
    }
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;
    RepeatClass repeatClass() const override { return m_route.honoursKey ? RepeatClass::A : RepeatClass::C; }

private:
    PostRoute m_route;
    Secrets m_secrets;
    const Clock& m_clock;
};

} // namespace fw::connectors
