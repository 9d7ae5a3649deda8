#pragma once
#include "program.h"

#include <array>
#include <cstddef>
#include <new>

namespace fw::feel
{

class Node;

/// A local variable. In a loop over a list it refers to the item where it stands instead of counting one more user.
struct LocalVariable {
    Value own;
    const Value* current = &own;
    void set(Value value)
    {
        own = std::move(value);
        current = &own;
    }
    void refer(const Value& value) { current = &value; }
    const Value& get() const { return *current; }
    LocalVariable() = default;
    LocalVariable(const LocalVariable&) = delete;
    LocalVariable& operator=(const LocalVariable&) = delete;
};

/// One run of a program: the caller's frame, the local variables, and what the run has used up of its limits.
class Evaluation
{
public:
    Evaluation(const Frame& frame, const Limits& limits);

    std::span<const Value> slots;
    const Environment* environment;
    const Limits& limits;
    LocalVariable* locals = nullptr;
    Explained* trace = nullptr; ///< of `explain`: the node whose parts are being evaluated
    int traced = 0;             ///< how many have been so far

    /// To be called per turn of a loop and per call; false when the run is over its limits and must end.
    bool step(Span span) { return ++m_steps <= m_checkAt || check(span); }
    /// Work that is more than a step: about a nanosecond's work times fifty counts one. False as with step().
    bool spend(qint64 steps, Span span)
    {
        m_steps += steps;
        return m_steps <= m_checkAt || check(span);
    }
    /// Enters a function; false when calls are nested too deeply. leave() follows in either case.
    bool enter(Span span);
    void leave() { --m_depth; }
    /// Whether a list may have `length` items; if not, the run is over.
    bool allowsLength(qint64 length, Span span);
    /// Whether a text may have `length` UTF-16 units; if not, the run is over.
    bool allowsText(qint64 length, Span span);
    bool stopped() const { return m_stopped; }
    void stop(Span span, const char* reason, const char* code = "feel.limit");
    NullCause cause() const; ///< why it stopped

private:
    bool check(Span span);
    bool isLate();

    qint64 m_steps = 0;
    qint64 m_checkAt;      ///< the number of steps at which limits and clock are looked at; below all when stopped
    qint64 m_deadline = 0; ///< of the steady clock in milliseconds; set at the first check
    int m_depth = 0;
    bool m_stopped = false;
    const char* m_stackTop;
    const char* m_reason = nullptr;
    const char* m_code = nullptr;
    Span m_place;
};

/// The local variables of a program or of a function call, for as long as it runs.
class LocalFrame
{
public:
    LocalFrame(Evaluation& evaluation, int count) : m_evaluation(evaluation), m_outer(evaluation.locals)
    {
        if (count > inlineCount)
            m_many = std::make_unique<LocalVariable[]>(static_cast<size_t>(count));
        else
            for (m_constructed = 0; m_constructed < count; ++m_constructed)
                new (few() + m_constructed) LocalVariable;
        evaluation.locals = m_many ? m_many.get() : few();
    }
    ~LocalFrame()
    {
        for (int i = 0; i < m_constructed; ++i)
            few()[i].~LocalVariable();
        m_evaluation.locals = m_outer;
    }
    LocalFrame(const LocalFrame&) = delete;
    LocalFrame& operator=(const LocalFrame&) = delete;

private:
    static constexpr int inlineCount = 8;
    LocalVariable* few() { return std::launder(reinterpret_cast<LocalVariable*>(m_few.data())); }

    Evaluation& m_evaluation;
    LocalVariable* m_outer;
    alignas(LocalVariable) std::array<std::byte, inlineCount * sizeof(LocalVariable)> m_few;
    int m_constructed = 0;
    std::unique_ptr<LocalVariable[]> m_many;
};

} // namespace fw::feel
