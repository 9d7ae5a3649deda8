#include "subject.h"
#include "criteria.h"

#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"
#include "runtime/store/eventlog.h"

namespace fw::scoring
{

namespace
{

/// The world as it was at an instant: what came later is not known yet.
class AsOf : public engine::SubjectEnvironment
{
public:
    using SubjectEnvironment::SubjectEnvironment;
    std::vector<feel::Value> events(const QString& name, qint64 since) const override
    {
        std::vector<feel::Value> values = SubjectEnvironment::events(name, since);
        std::erase_if(values, [this](const feel::Value& event) {
            const feel::Value* at = event.entry(u"at");
            return at && at->dateTime().toEpochMillis(zone()) > nowMillis();
        });
        return values;
    }
};

} // namespace

Subject::Subject(store::Connection& connection, const plan::Plan& plan, const plan::Scoring& scoring,
                 std::shared_ptr<const engine::Record> record)
    : m_connection(connection), m_plan(plan), m_scoring(scoring), m_record(std::move(record))
{
}

std::vector<bool> Subject::matches(const engine::EventRow& event) const
{
    const AsOf environment(m_connection, m_plan, event.at, m_record->id);
    records::Evaluation evaluate(m_connection, m_plan, environment);
    evaluate.setRecord(m_record).setEvent(events::eventValue(event, m_plan.zone));
    return matching(m_scoring, event.event, evaluate);
}

bool Subject::isInteraction(const engine::EventRow& event) const
{
    const plan::Event* definition = m_plan.findEvent(event.event);
    return !definition || definition->interaction;
}

std::vector<Held> Subject::attributes(Instant now) const
{
    const AsOf environment(m_connection, m_plan, now, m_record->id);
    records::Evaluation evaluate(m_connection, m_plan, environment);
    evaluate.setRecord(m_record);
    return holding(m_scoring, evaluate);
}

Fold Subject::foldAll(Instant asOf, Instant silences) const
{
    Fold fold(m_scoring, m_plan.zone, m_record->createdAt);
    const QString person = events::personOfRecord(m_connection, m_record->id);
    const std::vector<Instant> interactions =
        person.isEmpty() ? std::vector<Instant>() : store::interactionsOf(m_connection, person);
    auto next = interactions.begin();
    const auto noteInteractions = [&](Instant until) {
        for (; next != interactions.end() && *next <= until; ++next)
            fold.interaction(*next);
    };
    if (!person.isEmpty()) {
        for (const engine::EventRow& event : events::history(m_connection, m_plan, person)) {
            if (event.at > asOf && event.received > asOf)
                continue;
            noteInteractions(std::min(event.at, asOf));
            fold.event(event.at, event.seq, isInteraction(event), matches(event));
        }
    }
    noteInteractions(asOf);
    fold.passTime(silences);
    return fold;
}

} // namespace fw::scoring
