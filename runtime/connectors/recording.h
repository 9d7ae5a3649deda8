#pragma once
#include "connector.h"

#include <deque>
#include <vector>

namespace fw::connectors
{

/// Sends nothing and remembers everything: stories, simulation, tests. Answers can be scripted; without a script all is sent.
class RecordingConnector : public Connector
{
public:
    explicit RecordingConnector(RepeatClass repeat = RepeatClass::C) : m_repeat(repeat) {}
    Receipt send(const Outgoing& message, std::stop_token /*stop*/ = {}) override
    {
        messages.push_back(message);
        return answer();
    }
    Receipt inquire(const Outgoing& message, std::stop_token /*stop*/ = {}) override
    {
        asked.push_back(message);
        return answer();
    }
    RepeatClass repeatClass() const override { return m_repeat; }

    std::vector<Outgoing> messages; ///< every attempt, in order
    std::vector<Outgoing> asked;    ///< every inquiry, in order
    std::deque<Receipt> answers;    ///< given to the next attempts and inquiries

private:
    Receipt answer()
    {
        if (answers.empty())
            return {};
        const Receipt answer = answers.front();
        answers.pop_front();
        return answer;
    }
    RepeatClass m_repeat;
};

} // namespace fw::connectors
