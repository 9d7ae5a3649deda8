#pragma once
#include "model/base/message.h"
#include "runtime/store/runs.h"
#include "runtime/store/whynot.h"

namespace fw::automation
{

/// One row of a run's trace as a sentence.
Message traceText(const store::TraceRow& row);
/// Why a record was not let in, as a sentence; the first condition that failed with the values it saw.
QString whyNotText(const store::WhyNot& row);
/// "stop:paid" → a sentence; reasons that a definition words itself stay as they are.
QString reasonText(const QString& reason);

} // namespace fw::automation
