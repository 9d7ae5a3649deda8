#include "settle.h"
#include "runtime/events/events.h"
#include "runtime/scoring/scoring.h"
#include "runtime/segments/segments.h"

namespace fw::engine
{

void settle(Unit& unit, std::vector<Fact>& done)
{
    while (!unit.facts.empty()) {
        const Fact fact = std::move(unit.facts.front());
        unit.facts.pop_front();
        events::onFact(unit, fact);
        scoring::onFact(unit, fact);
        segments::onFact(unit, fact);
        done.push_back(fact);
    }
}

} // namespace fw::engine
