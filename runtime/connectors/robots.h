#pragma once
#include "post.h"

/// Robots of chat groups. They write into their own group; errors come with status 200; a repeat shows twice (class C).
namespace fw::connectors
{

/// WeCom group robot: text (2,048 bytes) or Markdown (4,096 bytes).
class WecomRobot : public Connector
{
public:
    WecomRobot(PostRoute route, Secrets secrets) : m_route(std::move(route)), m_secrets(std::move(secrets)) {}
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;

private:
    PostRoute m_route;
    Secrets m_secrets;
};

/// DingTalk robot: text or Markdown, signed with the time in milliseconds.
class DingtalkRobot : public Connector
{
public:
    DingtalkRobot(PostRoute route, Secrets secrets, const Clock& clock)
        : m_route(std::move(route)), m_secrets(std::move(secrets)), m_clock(clock)
    {
    }
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;

private:
    PostRoute m_route;
    Secrets m_secrets;
    const Clock& m_clock;
};

/// Feishu robot: text, or Markdown in a card; signed with the time in seconds, in the body; 20 KB at most.
class FeishuRobot : public Connector
{
public:
    FeishuRobot(PostRoute route, Secrets secrets, const Clock& clock)
        : m_route(std::move(route)), m_secrets(std::move(secrets)), m_clock(clock)
    {
    }
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;

private:
    PostRoute m_route;
    Secrets m_secrets;
    const Clock& m_clock;
};

} // namespace fw::connectors
