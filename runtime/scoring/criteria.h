#pragma once
#include "runtime/records/reader.h"

namespace fw::scoring
{

/// Which behaviour criteria an event named `event` fits; `evaluate` has the record and the event.
std::vector<bool> matching(const plan::Scoring& scoring, const QString& event, const records::Evaluation& evaluate);

/// An attribute criterion that holds, or one of its rows, with what it gives.
struct Held {
    int criterion = 0; ///< index into Scoring::criteria
    int row = -1;      ///< index into Criterion::rowNames; -1 = the criterion has no rows
    feel::Decimal points;
};

/// The attribute criteria that hold, in their order; `evaluate` has the record. Points that are no number are 0.
std::vector<Held> holding(const plan::Scoring& scoring, const records::Evaluation& evaluate);

/// As the store keeps them: "size/large=20", "listed=5".
QStringList toTexts(const plan::Scoring& scoring, const std::vector<Held>& held);
/// Criteria and rows that are gone are left out; points are those that were stored.
std::vector<Held> heldFrom(const plan::Scoring& scoring, const QStringList& texts);

} // namespace fw::scoring
