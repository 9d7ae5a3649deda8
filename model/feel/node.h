#pragma once
#include "builtins.h"
#include "functionvalue.h"
#include "operators.h"

namespace fw::feel {

/// A node of the compiled program: names are resolved to slots and locals, types are known as far as they can be.
class Node {
public:
    virtual ~Node() = default;
    Span span;
    Type type;

    Value run(Evaluation& e) const { return e.trace ? runTraced(e) : evaluate(e); }
    /// The value without a copy where it stands somewhere already; `scratch` holds it otherwise.
    virtual const Value& reference(Evaluation& e, Value& scratch) const
    {
        scratch = run(e);
        return scratch;
    }

protected:
    virtual Value evaluate(Evaluation& e) const = 0;

private:
    Value runTraced(Evaluation& e) const;
};

using NodePtr = std::unique_ptr<Node>;
using Nodes = std::vector<NodePtr>;

class ConstantNode : public Node {
public:
    explicit ConstantNode(Value v) : value(std::move(v)) {}
    const Value& reference(Evaluation& e, Value& scratch) const override;
    Value value;

protected:
    Value evaluate(Evaluation&) const override { return value; }
};

/// A name of the scope.
class SlotNode : public Node {
public:
    explicit SlotNode(int s) : slot(s) {}
    const Value& reference(Evaluation& e, Value& scratch) const override;
    int slot;

protected:
    Value evaluate(Evaluation& e) const override;
};

class LocalNode : public Node {
public:
    explicit LocalNode(int i) : index(i) {}
    const Value& reference(Evaluation& e, Value& scratch) const override;
    int index;

protected:
    Value evaluate(Evaluation& e) const override { return e.locals[index]; }
};

/// target.name
class MemberNode : public Node {
public:
    MemberNode(NodePtr t, QString n) : target(std::move(t)), name(std::move(n)) {}
    NodePtr target;
    QString name;

protected:
    Value evaluate(Evaluation& e) const override;
};

/// A bare name inside filters whose items are of unknown type: the innermost item that has such an entry, else `fallback`.
class ItemNameNode : public Node {
public:
    QString name;
    std::vector<int> items; ///< locals, innermost first
    NodePtr fallback;       ///< may be null: an unknown name

protected:
    Value evaluate(Evaluation& e) const override;
};

class UnknownNameNode : public Node {
public:
    explicit UnknownNameNode(QString n) : name(std::move(n)) {}
    QString name;

protected:
    Value evaluate(Evaluation& e) const override;
};

class FilterNode : public Node {
public:
    NodePtr list;
    NodePtr condition;
    int item = 0; ///< the local that holds the item

protected:
    Value evaluate(Evaluation& e) const override;
};

class BuiltinNode : public Node {
public:
    const Builtin* builtin = nullptr;
    int signature = 0;
    int given = 0;
    Nodes arguments; ///< in the order of the signature; null pointers for those left out

protected:
    Value evaluate(Evaluation& e) const override;
};

/// A call of a function value.
class CallNode : public Node {
public:
    NodePtr callee;
    Nodes arguments;
    QStringList names; ///< of a call by name

protected:
    Value evaluate(Evaluation& e) const override;
};

class ListNode : public Node {
public:
    Nodes items;

protected:
    Value evaluate(Evaluation& e) const override;
};

class ContextNode : public Node {
public:
    QStringList names;
    Nodes values;
    std::vector<int> indexes; ///< the local of each entry: later entries see earlier ones

protected:
    Value evaluate(Evaluation& e) const override;
};

class RangeNode : public Node {
public:
    NodePtr start; ///< null: open
    NodePtr end;
    bool startIncluded = true;
    bool endIncluded = true;
    bool bounds = false; ///< of a loop: may run downwards

protected:
    Value evaluate(Evaluation& e) const override;
};

class NegateNode : public Node {
public:
    NodePtr operand;

protected:
    Value evaluate(Evaluation& e) const override;
};

class BinaryNode : public Node {
public:
    Operator op = Operator::Add;
    NodePtr left;
    NodePtr right;

protected:
    Value evaluate(Evaluation& e) const override;
};

/// and / or in three-valued logic; the right side is not evaluated when the left decides.
class LogicNode : public Node {
public:
    bool isAnd = true;
    Nodes operands;

protected:
    Value evaluate(Evaluation& e) const override;
};

class BetweenNode : public Node {
public:
    NodePtr value, low, high;

protected:
    Value evaluate(Evaluation& e) const override;
};

/// One alternative of `in` or of unary tests.
struct TestNode {
    enum class Kind : quint8 {
        Anything,   ///< "-"
        Comparison, ///< op operand
        Value,      ///< equal to the operand, in it (range, list), or the operand as a test of its own ("?")
    };
    Kind kind = Kind::Value;
    Operator op = Operator::Equal;
    NodePtr operand;
    bool usesInput = false; ///< the operand mentions "?" and must be true
};

class TestsNode : public Node {
public:
    NodePtr input;
    std::vector<TestNode> tests;
    bool negated = false;
    bool unary = false; ///< a decision-table cell: its result is never null

protected:
    Value evaluate(Evaluation& e) const override;
};

class InstanceOfNode : public Node {
public:
    NodePtr value;
    Type wanted;

protected:
    Value evaluate(Evaluation& e) const override;
};

class IfNode : public Node {
public:
    NodePtr condition, yes, no;

protected:
    Value evaluate(Evaluation& e) const override;
};

struct Iterator {
    NodePtr source; ///< a list or a range
    int local = 0;
};

class ForNode : public Node {
public:
    std::vector<Iterator> iterators;
    int partial = 0;
    bool usesPartial = false;
    NodePtr body;

protected:
    Value evaluate(Evaluation& e) const override;
};

class QuantifiedNode : public Node {
public:
    std::vector<Iterator> iterators;
    NodePtr body;
    bool every = false;

protected:
    Value evaluate(Evaluation& e) const override;
};

/// What a function literal is made of; function values share it.
struct FunctionBody {
    QStringList names;
    std::vector<Type> types;
    Type functionType;
    int captured = 0;   ///< locals of the surrounding code, copied
    int localCount = 0; ///< captured + parameters + its own
    NodePtr body;
};

class FunctionNode : public Node {
public:
    std::shared_ptr<const FunctionBody> function;

protected:
    Value evaluate(Evaluation& e) const override;
};

/// Excel's lazy functions and the functions over the person's history (SpecialForm).
class SpecialNode : public Node {
public:
    SpecialForm form = SpecialForm::None;
    const Builtin* builtin = nullptr;
    Nodes arguments; ///< null pointers for those left out
    int item = 0;    ///< the local of `it`

protected:
    Value evaluate(Evaluation& e) const override;
};

/// In the studio dialect a date and time without a zone stands for an instant of the app's zone.
class ZonedNode : public Node {
public:
    explicit ZonedNode(NodePtr n) : inner(std::move(n)) {}
    NodePtr inner;

protected:
    Value evaluate(Evaluation& e) const override;
};

/// Whether `value` is of `type` in the sense of `instance of`.
bool isInstanceOf(const Value& value, const Type& type);
/// The value as FEEL's implicit conversions make it of `type`; null (with a cause) when they cannot.
Value coerceTo(const Value& value, const Type& type, Span span);
/// target.name at run time.
Value member(const Value& target, const QString& name, Span span);
/// The function value that stands for a built-in's name.
Value builtinValue(const Builtin* builtin);
/// Calls `f` for every combination; stops when it returns false. False when a source is no list and no range.
bool iterate(const std::vector<Iterator>& iterators, Evaluation& e, const std::function<bool()>& f, Value* problem, Span span);

} // namespace fw::feel
