#pragma once
#include "runtime/plan/plan.h"

namespace fw::automation
{

/// Where a run stands in its workflow: the next step, with the lists that enclose it. A position is kept as the step's
/// id, which is unique within the workflow; how often a loop has gone round stands in the run's memory.
class Cursor
{
public:
    /// In the steps of a workflow, or of the branch `path` ("step/branch"): before the first step for "", else at that step; invalid when
    /// there is no such step or branch.
    Cursor(const plan::Workflow& workflow, const QString& path, const QString& step);
    Cursor() : m_valid(false) {}
    bool isValid() const { return m_valid; }
    /// The for-each steps around the current one, the outermost first.
    QStringList loops() const;
    /// The step to do next; nullptr at the end of a loop's body or of everything.
    const plan::Step* current() const;
    /// Whether the body of a for-each has come to its end.
    bool atLoopEnd() const { return !m_levels.empty() && m_levels.back().isOver(); }
    /// From the end of a loop's body to its beginning …
    void repeatLoop() { m_levels.back().index = 0; }
    /// … or to what follows the loop.
    void leaveLoop();
    /// Past the current step (and out of the lists that end with it).
    void advance();
    /// Past the current step, into `steps` first; a loop's body is left by leaveLoop() only.
    void enter(const plan::Steps& steps, bool loop = false);

private:
    struct Level {
        const plan::Steps* steps;
        size_t index;
        bool loop = false;
        bool isOver() const { return index >= steps->size(); }
    };
    bool find(const plan::Steps& steps, const QString& step);
    void leaveFinished();

    std::vector<Level> m_levels;
    QStringList m_outerLoops; ///< around the branch `path`
    bool m_valid = true;
};

/// Whether the way from here comes to a task before the next wait, on whatever branch.
bool leadsToPeople(Cursor cursor);

} // namespace fw::automation
