#pragma once
#include "program.h"

namespace fw::feel
{

/// When the value of a time-dependent condition can change next without a write (semantics.md, "Classes").
struct NextChange {
    enum class Kind {
        Never,   ///< time does not matter any more, for these values
        At,      ///< at `millis` and not before
        Unknown, ///< the expression compares time in a way nobody can foresee: a check error for conditions
    };
    Kind kind = Kind::Never;
    qint64 millis = 0; ///< UTC, later than the environment's now
};

/// Foreseen are comparisons of now() or today(), plus or minus durations, with values that time does not change, and of such
/// differences with durations (`today() - signed_on > @"P30D"`), combined by anything that only looks at truth. Windows of
/// the history functions end when their oldest event leaves them. The answer is an instant at which it *can* change; whether it does,
/// evaluating tells.
NextChange nextChange(const Program& program, const Frame& frame);

/// Whether nextChange() can ever be Unknown: what the checker reports while the definition is edited.
bool isForeseeable(const Program& program);

} // namespace fw::feel
