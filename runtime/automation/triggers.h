#pragma once
#include "enrolment.h"

namespace fw::automation
{

/// All that happened to one record in a unit, as one change: the first `before`, the last `after`.
struct Change {
    QString table;
    QString record;
    bool touched = false; ///< the record itself was written
    std::shared_ptr<const engine::Record> before, after;
    std::vector<const engine::Fact*> events;
    std::vector<const engine::Fact*> segments;
    std::vector<const engine::Fact*> interactions;
    QStringList forms; ///< that were submitted for it
    struct Score {
        QString scoring;
        feel::Decimal before, after;
    };
    std::vector<Score> scores; ///< net, one per scoring
    bool created() const { return touched && !before && after; }
    bool deleted() const { return touched && before && !after; }
};
/// In the order in which the records first appear.
std::vector<Change> netChanges(const std::vector<engine::Fact>& facts);

/// Enrols what the changes trigger: at most once per workflow and subject in one unit.
void runTriggers(engine::Unit& unit, const std::vector<Change>& changes);

} // namespace fw::automation
