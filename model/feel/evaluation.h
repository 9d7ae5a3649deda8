#pragma once
#include "program.h"

#include <QVarLengthArray>

namespace fw::feel {

class Node;

/// One run of a program: the caller's frame, the local variables, and what the run has used up of its limits.
class Evaluation {
public:
    Evaluation(const Frame& frame, const Limits& limits);

    std::span<const Value> slots;
    const Environment* environment;
    const Limits& limits;
    Value* locals = nullptr;
    int localCount = 0;
    Explained* trace = nullptr; ///< of `explain`: the node whose parts are being evaluated

    /// To be called per turn of a loop and per call; false when the run is over its limits and must end.
    bool step(Span span)
    {
        if (++m_steps <= limits.steps && !m_stopped)
            return true;
        stop(span, FW_MSG("The expression takes too many steps."));
        return false;
    }
    /// Enters a function; false when calls are nested too deeply. leave() follows in either case.
    bool enter(Span span);
    void leave() { --m_depth; }
    /// Whether a list may have `length` items; if not, the run is over.
    bool allowsLength(qint64 length, Span span);
    bool stopped() const { return m_stopped; }
    void stop(Span span, const char* reason);
    const NullCause& cause() const { return m_cause; }

private:
    qint64 m_steps = 0;
    int m_depth = 0;
    bool m_stopped = false;
    const char* m_stackTop;
    NullCause m_cause;
};

/// The local variables of a program or of a function call, for as long as it runs.
class LocalFrame {
public:
    LocalFrame(Evaluation& evaluation, int count) : m_evaluation(evaluation), m_outer(evaluation.locals), m_outerCount(evaluation.localCount), m_values(count)
    {
        evaluation.locals = m_values.data();
        evaluation.localCount = count;
    }
    ~LocalFrame()
    {
        m_evaluation.locals = m_outer;
        m_evaluation.localCount = m_outerCount;
    }
    LocalFrame(const LocalFrame&) = delete;
    LocalFrame& operator=(const LocalFrame&) = delete;

private:
    Evaluation& m_evaluation;
    Value* m_outer;
    int m_outerCount;
    QVarLengthArray<Value, 6> m_values;
};

} // namespace fw::feel
