#pragma once
#include "decisiontable.h"

namespace fw::feel
{

/// Something about the rules of a decision table taken together.
struct TableFinding {
    enum class Kind {
        Gap,      ///< no rule holds for `when`
        Overlap,  ///< `rule` and `other` both hold for `when`
        Conflict, ///< … and give different results
        Hidden,   ///< wherever `rule` holds, `other` comes first
        Never     ///< `rule` never holds
    };
    Kind kind = Kind::Gap;
    int rule = -1;
    int other = -1;
    QStringList when; ///< per input a unary test, "-" for anything
};

struct TableFindings {
    std::vector<TableFinding> found; ///< at most some of each kind
    /// False when the table could not be looked through: cells that depend on more than their input, or too many combinations.
    bool complete = true;
};

/// Looks through all values the inputs can have (nulls left out), as far as the constants of the cells tell them apart.
TableFindings examine(const CompiledTable& table, DecisionTable::HitPolicy policy);

} // namespace fw::feel
