#pragma once
#include "runtime/engine/unit.h"
#include "runtime/store/runs.h"

/// Beginning and end of runs, shared by triggers, timers and steps.
namespace fw::automation
{

constexpr int mostDepth = 16;   ///< semantics.md, "Loops"
constexpr int mostEntries = 10; ///< of one key within a minute
constexpr int mostRunsFromRoot = 1000;
constexpr qint64 onTimeMillis = 60'000; ///< this late counts as on time

/// The workflow as the run began on it, with the plan that owns it.
struct Pinned {
    std::shared_ptr<const plan::Plan> owner; ///< null when it is the unit's own plan
    const plan::Plan* plan = nullptr;
    const plan::Workflow* workflow = nullptr; ///< null when the definition lacks it
};
Pinned pinnedWorkflow(const engine::Unit& unit, const store::Run& run);

/// What a trigger found.
struct Enrolment {
    const plan::Workflow* workflow = nullptr;
    QString trigger;
    QString record;
    qint64 event = 0;
    Instant eventAt = 0;
    QJsonObject condition; ///< in brief, for the trace
    qint64 late = 0;       ///< ms after its time, of a timer
};
/// Lets the subject in when the workflow's policy allows; adds the run to Unit::activations.
void enrol(engine::Unit& unit, const Enrolment& enrolment);

/// Ends a run early: its timers, unsent messages and open tasks go in the same unit; the reason is kept.
void stopRun(engine::Unit& unit, store::Run& run, const QString& reason, const QJsonObject& data = {});
/// A wait is over: the run is carried on after this unit.
void resumeRun(engine::Unit& unit, store::Run& run, const QString& outcome, const QJsonObject& data = {});

/// Words for a person, kept in the store.
void raise(engine::Unit& unit, const store::Run& run, const QString& code, const Message& what, const Message& remedy);

} // namespace fw::automation
