#pragma once
#include "runtime/plan/plan.h"

#include <QJsonObject>

namespace fw::scoring
{

/// Points earned at an instant.
struct Award {
    int criterion = 0; ///< index into Scoring::criteria
    qint64 event = 0;  ///< seq, 0 for silence
    Instant at = 0;
    bool operator==(const Award&) const = default;
};

/// The running state of one score of one record: everything that events and the passing of time do to it, taken one step
/// at a time. Recomputing is folding all events in (time, seq) order; keeping a score current is loading the state and
/// taking one more step. Both run this class, so that they cannot differ but by order, which isInOrder() guards.
class Fold
{
public:
    /// `created`: when the subject was made; silence never starts before it.
    Fold(const plan::Scoring& scoring, const QTimeZone& zone, Instant created);

    /// Whether a step at `at` may be taken on top of what was folded. When not, the score is recomputed.
    bool isInOrder(Instant at) const { return at >= m_lastStep && at > m_lastFired; }

    /// Whether the event is already in: a recompute takes in events whose facts are still waiting in the same unit.
    bool hasEvent(qint64 seq) const { return seq <= m_lastSeq; }
    /// The latest silence that was awarded; 0 = none.
    Instant lastFired() const { return m_lastFired; }

    /// An event at `at`; `matches[c]`: it fits behaviour criterion c. Silences that ended before it are awarded first.
    void event(Instant at, qint64 seq, bool interaction, const std::vector<bool>& matches);
    /// Something else that ends a silence (a visit noted as a record).
    void interaction(Instant at);
    /// Awards the silences that are complete at `now`.
    void passTime(Instant now);

    /// The next instant at which passTime() would award something.
    std::optional<Instant> nextDue() const;
    /// The criterion whose silence shows now (it has fired and no interaction came since), or -1.
    int silentCriterion() const;

    const std::vector<Award>& awards() const { return m_awards; }

    /// The state without the awards, for fw_score; reads back with restore(). Criteria are named by id.
    QJsonObject save() const;
    void restore(const QJsonObject& state, std::vector<Award> awards);

private:
    struct CriterionState {
        std::vector<Instant> recent; ///< matches that still count towards the threshold, oldest first
        bool awarded = false;        ///< of Award::Once
        bool silent = false;         ///< of Inactivity: fired in the current silence
    };
    void count(size_t criterion, Instant at, qint64 seq);
    Instant dueOf(const plan::Criterion& criterion) const;

    const plan::Scoring* m_scoring; // pointers, so that a fold can be replaced by another
    const QTimeZone* m_zone;
    Instant m_silentSince;
    qint64 m_lastSeq = 0;
    Instant m_lastStep = 0;
    Instant m_lastFired = 0;
    std::vector<CriterionState> m_states;
    std::vector<Award> m_awards;
};

} // namespace fw::scoring
