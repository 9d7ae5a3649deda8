#pragma once
#include "runlife.h"

/// Who may enter a workflow (semantics.md, "Enrolment" and "Loops").
namespace fw::automation
{

constexpr int mostDepth = 16;
constexpr int mostEntries = 10; ///< of one key within a minute
constexpr int mostRunsFromRoot = 1000;

/// What a trigger found.
struct Enrolment {
    const plan::Workflow* workflow = nullptr;
    QString trigger;
    QString record;
    std::shared_ptr<const engine::EventRow> event = {};
    QJsonObject condition = {}; ///< the condition tree with its values, for the trace
    QJsonObject changed = {};   ///< field → [before, after], for the trace
    qint64 late = 0;            ///< ms after its time, of a timer
    QJsonObject body = {};      ///< of a webhook
    QString parent = {};        ///< the run that waits for the end of this one
};

/// What became of it: the run, or why there is none.
struct Entry {
    QString run;
    QString
        refused; ///< switched_off | paused | no_key | suppressed | once | cool_down | running | full | queue_full | loop
};
/// Lets the subject in when the workflow's policy allows; adds the run to Unit::activations. A refusal goes to Unit::misses.
Entry enrol(engine::Unit& unit, const Enrolment& enrolment);
/// Why a record was not let in, for the person who asked for it.
Message refusalText(const QString& refused);

/// Workflows that begin when a run of another one over the same record has ended.
void startFollowers(engine::Unit& unit, const store::Run& ended);

} // namespace fw::automation
