#pragma once
#include "node.h"

namespace fw::feel
{

/// What the translation to predicates asks of a program's nodes.
class FieldSource
{
public:
    virtual ~FieldSource() = default;
    /// {"owner", "name"} for record.owner.name; nothing when the node is no chain of members of the record.
    virtual std::optional<QStringList> pathOf(const Node& node) const = 0;
    /// The value of a node that does not depend on the record; nothing for others.
    virtual std::optional<Value> constant(const Node& node) const = 0;
    /// The zone in which a date and time of the record is shown.
    virtual QTimeZone zone() const = 0;
};

/// A comparison brought into the form "field op value" (or "field ± addend op value"): the arithmetic around the field is
/// done to the value instead, where that gives the same truth for every value the field can have.
struct Solved {
    QStringList path;
    const Node* field = nullptr; ///< where the path stands in the program, for its type
    QStringList addend;
    bool subtracted = false;
    Operator op = Operator::Equal;
    Value value;
    /// Of a date field compared with a date and time: the field stands for the first moment of its day in UTC (else in
    /// the zone of `value`).
    bool dayInUtc = false;
    /// `date(field)`: the field is a date and time, `value` the day it is compared with.
    bool dayOf = false;
};
std::optional<Solved> solve(Operator op, const Node& side, const Value& value, const FieldSource& source);
/// Both sides hold fields: a + b > 5 + c is not for a store, a > b + 5 is.
std::optional<Solved> solveFields(Operator op, const Node& left, const Node& right, const FieldSource& source);

/// a op b as b mirrored(op) a
Operator mirrored(Operator op);

} // namespace fw::feel
