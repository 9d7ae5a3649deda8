#pragma once
#include "connector.h"
#include "secrets.h"

namespace fw::connectors
{

/// Posts to one address by HTTP: chat robots and webhooks. Address and sign secret may hold ${secret:name}.
struct PostRoute {
    QString url;
    QString sign;            ///< the robot's or webhook's signing secret; "" = unsigned
    bool honoursKey = false; ///< the receiver drops repeats by our key
};

/// WeCom group robot: text, at most 2,048 bytes. Errors come with status 200.
class WecomRobot : public Connector
{
public:
    WecomRobot(PostRoute route, Secrets secrets) : m_route(std::move(route)), m_secrets(std::move(secrets)) {}
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;

private:
    PostRoute m_route;
    Secrets m_secrets;
};

/// DingTalk robot: text, signed with the time in milliseconds.
class DingtalkRobot : public Connector
{
public:
    DingtalkRobot(PostRoute route, Secrets secrets, const Clock& clock)
        : m_route(std::move(route)), m_secrets(std::move(secrets)), m_clock(clock)
    {
    }
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;
    /// urlencode(base64(HMAC-SHA256(secret, ms + "\n" + secret))).
    static QByteArray signature(const QByteArray& secret, Instant at);

private:
    PostRoute m_route;
    Secrets m_secrets;
    const Clock& m_clock;
};

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
