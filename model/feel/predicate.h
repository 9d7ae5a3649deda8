#pragma once
#include "program.h"

#include <memory>
#include <optional>

namespace fw::feel
{

/// The part of an expression a store can evaluate, dialect-free. runtime/store prints it as SQL with bound parameters.
/// Printed operator by operator with SQL's three-valued logic it gives what the evaluator gives: where FEEL is defined on null
/// and SQL is not (`x != "won"` is true for an empty x), the tree holds the IsNull tests that are needed.
struct Predicate {
    enum class Op {
        True,
        False,
        And,
        Or,
        Not,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        In,
        IsNull,
        Contains, ///< a text holds the text; a list of texts holds it as an item
        StartsWith,
        EndsWith,
        IsTrue, ///< of one operand: unknown counts as false
        Some    ///< one of the related records at `path` meets the operand; unknown when only unknown ones might
    };
    Op op = Op::True;
    std::vector<Predicate> operands; ///< of And, Or, Not, IsTrue; of Some (over the fields of the related record)
    QStringList path;                ///< left side: a field path from the spread record, e.g. {"customer", "name"}
    std::vector<Value> values;       ///< right side constants (one, or several for In); evaluated at translation time
    QStringList rightPath;           ///< or: right side is another field path
    QStringList addend;              ///< of a comparison with a constant: the left side is path + addend
    bool subtracted = false;         ///< or path − addend
    bool counted = false;            ///< of a comparison with a constant: the left side is the number of related
                                     ///< records at `path` that meet all operands
};

/// Nothing when any part cannot be pushed down. `recordName` is the record type of the spread (Scope::spread) the rows
/// belong to. Constant sub-expressions (also now(), today(), slots other than the spread record) are evaluated with `frame`
/// first; sums and differences with them are solved for the field, where that is exact.
std::optional<Predicate> toPredicate(const Program& program, const Frame& frame, const QString& recordName);

} // namespace fw::feel
