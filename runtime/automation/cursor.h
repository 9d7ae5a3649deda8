#pragma once
#include "runtime/plan/plan.h"

namespace fw::automation
{

/// Where a run stands in its workflow: the next step, with the lists that enclose it. A position is kept as the step's
/// id, which is unique within the workflow.
class Cursor
{
public:
    /// Before the first step for "", else at that step; invalid when the workflow has no such step.
    Cursor(const plan::Workflow& workflow, const QString& step);
    bool isValid() const { return m_valid; }
    /// The step to do next; nullptr at the end.
    const plan::Step* current() const;
    /// Past the current step (and out of the lists that end with it).
    void advance();
    /// Past the current step, into `steps` first.
    void enter(const plan::Steps& steps);

private:
    struct Level {
        const plan::Steps* steps;
        size_t index;
    };
    bool find(const plan::Steps& steps, const QString& step);
    void leaveFinished();

    std::vector<Level> m_levels;
    bool m_valid = true;
};

} // namespace fw::automation
