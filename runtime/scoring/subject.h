#pragma once
#include "criteria.h"
#include "fold.h"
#include "scoring.h"

namespace fw::scoring
{

/// Reads what a score of one record depends on: its person's events, interactions, attributes.
class Subject
{
public:
    Subject(store::Connection& connection, const plan::Plan& plan, const plan::Scoring& scoring,
            std::shared_ptr<const engine::Record> record);

    /// Which behaviour criteria an event fits. Conditions see the history up to the event.
    std::vector<bool> matches(const engine::EventRow& event) const;
    /// Whether the event's definition lets it end a silence.
    bool isInteraction(const engine::EventRow& event) const;
    /// The attribute criteria that hold at `now`.
    std::vector<Held> attributes(Instant now) const;
    /// All that is kept, folded from the beginning: events dated or received up to `asOf`, silences complete at `silences`.
    Fold foldAll(Instant asOf, Instant silences) const;

private:
    store::Connection& m_connection;
    const plan::Plan& m_plan;
    const plan::Scoring& m_scoring;
    std::shared_ptr<const engine::Record> m_record;
};

} // namespace fw::scoring
