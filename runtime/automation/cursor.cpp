#include "cursor.h"

namespace fw::automation
{

Cursor::Cursor(const plan::Workflow& workflow, const QString& step)
{
    if (step.isEmpty())
        m_levels.push_back({&workflow.steps, 0});
    else
        m_valid = find(workflow.steps, step);
    leaveFinished();
}

bool Cursor::find(const plan::Steps& steps, const QString& step)
{
    for (size_t index = 0; index < steps.size(); ++index) {
        const plan::Step& candidate = steps[index];
        m_levels.push_back({&steps, index});
        if (candidate.id == step)
            return true;
        // Everything below a step is followed by what follows that step.
        ++m_levels.back().index;
        if (find(candidate.then, step) || find(candidate.timeout, step))
            return true;
        for (const plan::Branch& branch : candidate.branches) {
            if (find(branch.steps, step))
                return true;
        }
        m_levels.pop_back();
    }
    return false;
}

const plan::Step* Cursor::current() const
{
    return m_levels.empty() ? nullptr : &(*m_levels.back().steps)[m_levels.back().index];
}

void Cursor::advance()
{
    ++m_levels.back().index;
    leaveFinished();
}

void Cursor::enter(const plan::Steps& steps)
{
    ++m_levels.back().index;
    m_levels.push_back({&steps, 0});
    leaveFinished();
}

void Cursor::leaveFinished()
{
    while (!m_levels.empty() && m_levels.back().index >= m_levels.back().steps->size())
        m_levels.pop_back();
}

} // namespace fw::automation
