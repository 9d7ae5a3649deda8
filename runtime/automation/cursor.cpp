#include "cursor.h"

namespace fw::automation
{

namespace
{

/// The steps of the branch "step/branch"; nullptr when there is none.
const plan::Steps* stepsOf(const plan::Workflow& workflow, const QString& path)
{
    const plan::Step* step = workflow.findStep(path.section(u'/', 0, 0));
    if (!step)
        return nullptr;
    for (const plan::Branch& branch : step->branches) {
        if (branch.id == path.section(u'/', 1))
            return &branch.steps;
    }
    return nullptr;
}

} // namespace

static bool holdsTask(const plan::Step& step)
{
    const auto any = [](const plan::Steps& steps) { return std::any_of(steps.begin(), steps.end(), holdsTask); };
    return step.kind == plan::Step::Kind::Task || any(step.then) ||
           std::any_of(step.branches.begin(), step.branches.end(),
                       [&any](const plan::Branch& branch) { return any(branch.steps); });
}

bool leadsToPeople(Cursor cursor)
{
    using Kind = plan::Step::Kind;
    for (const plan::Step* step = cursor.current(); step; step = cursor.current()) {
        if (step->kind == Kind::Wait || step->kind == Kind::WaitUntil || step->kind == Kind::Http ||
            step->kind == Kind::Start || step->kind == Kind::Stop)
            return false;
        if (holdsTask(*step))
            return true;
        cursor.advance();
    }
    return false;
}

Cursor::Cursor(const plan::Workflow& workflow, const QString& path, const QString& step)
{
    const plan::Steps* steps = path.isEmpty() ? &workflow.steps : stepsOf(workflow, path);
    m_valid = steps;
    if (!path.isEmpty())
        m_outerLoops = Cursor(workflow, {}, path.section(u'/', 0, 0)).loops();
    if (steps && step.isEmpty())
        m_levels.push_back({steps, 0});
    else if (steps)
        m_valid = find(*steps, step);
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
        const size_t depth = m_levels.size();
        if (find(candidate.then, step)) {
            m_levels[depth].loop = candidate.kind == plan::Step::Kind::ForEach;
            return true;
        }
        if (find(candidate.timeout, step))
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
    return m_levels.empty() || m_levels.back().isOver() ? nullptr : &(*m_levels.back().steps)[m_levels.back().index];
}

QStringList Cursor::loops() const
{
    QStringList steps = m_outerLoops;
    for (size_t i = 1; i < m_levels.size(); ++i) {
        if (m_levels[i].loop) // the level outside stands behind the loop already
            steps << (*m_levels[i - 1].steps)[m_levels[i - 1].index - 1].id;
    }
    return steps;
}

void Cursor::leaveLoop()
{
    m_levels.pop_back();
    leaveFinished();
}

void Cursor::advance()
{
    ++m_levels.back().index;
    leaveFinished();
}

void Cursor::enter(const plan::Steps& steps, bool loop)
{
    ++m_levels.back().index;
    m_levels.push_back({&steps, 0, loop});
    leaveFinished();
}

void Cursor::leaveFinished()
{
    while (!m_levels.empty() && m_levels.back().isOver() && !m_levels.back().loop)
        m_levels.pop_back();
}

} // namespace fw::automation
