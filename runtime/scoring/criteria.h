#pragma once
#include "runtime/records/reader.h"

namespace fw::scoring
{

/// Which behaviour criteria an event named `event` fits; `evaluate` has the record and the event.
std::vector<bool> matching(const plan::Scoring& scoring, const QString& event, const records::Evaluation& evaluate);
/// Ids of the attribute criteria that hold; `evaluate` has the record.
QStringList holding(const plan::Scoring& scoring, const records::Evaluation& evaluate);

} // namespace fw::scoring
