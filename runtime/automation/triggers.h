#pragma once
#include "runlife.h"

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

/// Interactions move the absence timers of their subject; a new record arms them, a deleted one disarms them.
void moveAbsenceTimers(engine::Unit& unit, const Change& change);
/// An absence timer is due: the silence is complete.
void onAbsence(engine::Unit& unit, const QString& owner, const QString& record, qint64 late);

} // namespace fw::automation
