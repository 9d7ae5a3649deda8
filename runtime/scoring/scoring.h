#pragma once
#include "runtime/engine/unit.h"

namespace fw::scoring
{

/// One line of "why 85?". The points of all lines add up to the total exactly.
struct Reason {
    enum class Kind { Award, Start, CriterionCap, Floor, Cap } kind = Kind::Award;
    QString criterion; ///< of Award and CriterionCap
    LocalText label;
    qint64 event = 0; ///< seq of the event that earned it, 0 for silence and attributes
    Instant at = 0;   ///< when it was earned; 0 for what holds now (attributes, start, floor, cap)
    feel::Decimal points;
    QString row; ///< of Award: the row of an attribute that has rows
    bool operator==(const Reason&) const = default;
};

/// A score as of an instant.
struct Score {
    feel::Decimal total;
    QString stage; ///< option id of the stage or of the fading stage; "" = none
    QString band;  ///< band id; "" = none
    std::vector<Reason> reasons;
    bool operator==(const Score&) const = default;
};

/// Part of the fact loop, after events::onFact: keeps the scores of the fact's subject current, writes their columns and
/// score_change rows, arms the silence timer and adds Fact::Scored.
void onFact(engine::Unit& unit, const engine::Fact& fact);

/// The silence timer of one scoring and record is due (timers of kind "score").
void onTimer(engine::Unit& unit, const QString& scoring, const QString& record);

/// The score computed from everything kept (events, interactions, attributes), as of any instant. Always equals what
/// onFact and onTimer have stored (semantics.md, "Scoring"; property test).
Score recompute(store::Connection& connection, const plan::Plan& plan, const plan::Scoring& scoring,
                const QString& record, Instant asOf);

/// The stored score with its reasons; nothing when the record has none.
std::optional<Score> current(store::Connection& connection, const plan::Scoring& scoring, const QString& record);

} // namespace fw::scoring
