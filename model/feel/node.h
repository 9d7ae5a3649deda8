#pragma once
#include "builtins.h"
#include "functionvalue.h"
#include "operators.h"

namespace fw::feel
{

/// A node of the compiled program: names are resolved to slots and locals, types are known as far as they can be.
class Node
{
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
    /// As a condition, without making a value of it; unknown for what is no boolean.
    virtual Truth test(Evaluation& e) const;
    /// Whether the value follows from the parts alone: if those are constants, the binder computes it once.
    virtual bool isFoldable() const { return false; }
    /// Calls `f` for each node directly under this one.
    virtual void eachPart(const std::function<void(const Node&)>& f) const { (void)f; }

protected:
    virtual Value evaluate(Evaluation& e) const = 0;

private:
    Value runTraced(Evaluation& e) const;
};

using NodePtr = std::unique_ptr<Node>;
using Nodes = std::vector<NodePtr>;

/// Null pointers stand for arguments left out.
inline void forAll(const Nodes& nodes, const std::function<void(const Node&)>& f)
{
    for (const NodePtr& node : nodes)
        if (node)
            f(*node);
}

class ConstantNode : public Node
{
public:
    explicit ConstantNode(Value v) : value(std::move(v)) {}
    const Value& reference(Evaluation& e, Value& scratch) const override;
    Value value;

protected:
    Value evaluate(Evaluation&) const override { return value; }
};

/// A name of the scope.
class SlotNode : public Node
{
public:
    explicit SlotNode(int s) : slot(s) {}
    const Value& reference(Evaluation& e, Value& scratch) const override;
    int slot;

protected:
    Value evaluate(Evaluation& e) const override;
};

class LocalNode : public Node
{
public:
    explicit LocalNode(int i) : index(i) {}
    const Value& reference(Evaluation& e, Value& scratch) const override;
    int index;

protected:
    Value evaluate(Evaluation& e) const override { return e.locals[index].get(); }
};

class FilterNode;

/// target.name
class MemberNode : public Node
{
public:
    MemberNode(NodePtr t, QString n);
    const Value& reference(Evaluation& e, Value& scratch) const override;
    NodePtr target;
    QString name;
    const FilterNode* filter; ///< the target, when it is one
    /// The entry of a context, looked for first where its declared type has it; nullptr for any other value.
    const Value* entryOf(const Value& context) const;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override { f(*target); }

protected:
    Value evaluate(Evaluation& e) const override;

private:
    Value filteredMembers(Evaluation& e) const;
    size_t m_place = 0; ///< in contexts of the target's declared type
};

/// A bare name inside filters whose items are of unknown type: the innermost item that has such an entry, else `fallback`.
class ItemNameNode : public Node
{
public:
    QString name;
    std::vector<int> items; ///< locals, innermost first
    NodePtr fallback;       ///< may be null: an unknown name
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        if (fallback)
            f(*fallback);
    }

protected:
    Value evaluate(Evaluation& e) const override;
};

class UnknownNameNode : public Node
{
public:
    explicit UnknownNameNode(QString n) : name(std::move(n)) {}
    QString name;

protected:
    Value evaluate(Evaluation& e) const override;
};

class FilterNode : public Node
{
public:
    NodePtr list;
    NodePtr condition;
    int item = 0; ///< the local that holds the item

    /// Calls `found` for each item that meets the condition. When the filter turns out to be a position (or fails), the
    /// result is that item (or null) and `*isList` false.
    template <class F> Value eachMatch(Evaluation& e, F found, bool* isList) const;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        f(*list);
        f(*condition);
    }

protected:
    Value evaluate(Evaluation& e) const override;
};

class BuiltinNode : public Node
{
public:
    const Builtin* builtin = nullptr;
    int signature = 0;
    int given = 0;
    Nodes arguments; ///< in the order of the signature; null pointers for those left out
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override { forAll(arguments, f); }

protected:
    Value evaluate(Evaluation& e) const override;
};

/// A call of a function value.
class CallNode : public Node
{
public:
    NodePtr callee;
    Nodes arguments;
    QStringList names; ///< of a call by name
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        f(*callee);
        forAll(arguments, f);
    }

protected:
    Value evaluate(Evaluation& e) const override;
};

class ListNode : public Node
{
public:
    Nodes items;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override { forAll(items, f); }

protected:
    Value evaluate(Evaluation& e) const override;
};

class ContextNode : public Node
{
public:
    QStringList names;
    Nodes values;
    std::vector<int> indexes; ///< the local of each entry: later entries see earlier ones
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override { forAll(values, f); }

protected:
    Value evaluate(Evaluation& e) const override;
};

class RangeNode : public Node
{
public:
    NodePtr start; ///< null: open
    NodePtr end;
    bool startIncluded = true;
    bool endIncluded = true;
    bool bounds = false;   ///< of a loop: may run downwards
    bool point = false;    ///< (= x): `start` is both ends
    bool excluded = false; ///< (!= x): everything but `start`
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        if (start)
            f(*start);
        if (end)
            f(*end);
    }
    bool isFoldable() const override { return !bounds; }
    /// The range itself, for who needs it for a moment only; a null with the cause when it is none.
    std::optional<Value> read(Evaluation& e, RangeValue& range) const;

protected:
    Value evaluate(Evaluation& e) const override;
};

class NegateNode : public Node
{
public:
    NodePtr operand;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override { f(*operand); }

protected:
    Value evaluate(Evaluation& e) const override;
};

/// Where an operand stands when it stands somewhere already: a constant, a name, an entry of a context that has a name.
/// Most operands of conditions do, and reading them then takes no virtual call.
class Operand
{
public:
    explicit Operand(const Node& node);
    const Value* peek(const Evaluation& e) const
    {
        switch (m_where) {
        case Where::Constant: return m_constant;
        case Where::Slot: return slot(e);
        case Where::Local: return &e.locals[m_index].get();
        case Where::SlotEntry: return slot(e) ? m_member->entryOf(*slot(e)) : nullptr;
        case Where::LocalEntry: return m_member->entryOf(e.locals[m_index].get());
        case Where::Elsewhere: break;
        }
        return nullptr;
    }

private:
    enum class Where : quint8 { Elsewhere, Constant, Slot, Local, SlotEntry, LocalEntry };
    const Value* slot(const Evaluation& e) const
    {
        return static_cast<size_t>(m_index) < e.slots.size() ? &e.slots[static_cast<size_t>(m_index)] : nullptr;
    }

    Where m_where = Where::Elsewhere;
    int m_index = 0;
    const Value* m_constant = nullptr;
    const MemberNode* m_member = nullptr;
};

class BinaryNode : public Node
{
public:
    BinaryNode(Operator o, NodePtr l, NodePtr r)
        : op(o), left(std::move(l)), right(std::move(r)), m_left(*left), m_right(*right)
    {
    }
    Operator op;
    NodePtr left;
    NodePtr right;
    Truth test(Evaluation& e) const override;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        f(*left);
        f(*right);
    }

protected:
    Value evaluate(Evaluation& e) const override;

private:
    Q_ALWAYS_INLINE Truth quickly(const Value& l, const Value& r) const;
    Operand m_left;
    Operand m_right;
};

/// and / or in three-valued logic; the right side is not evaluated when the left decides.
class LogicNode : public Node
{
public:
    bool isAnd = true;
    Nodes operands;
    Truth test(Evaluation& e) const override;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override { forAll(operands, f); }

protected:
    Value evaluate(Evaluation& e) const override;
};

class BetweenNode : public Node
{
public:
    NodePtr value, low, high;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        f(*value);
        f(*low);
        f(*high);
    }

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
    bool usesInput = false;           ///< the operand mentions "?" and must be true
    const RangeNode* range = nullptr; ///< the operand when it is written as a range: no value is made of it then
};

class TestsNode : public Node
{
public:
    NodePtr input;
    std::vector<TestNode> tests;
    bool negated = false;
    bool unary = false; ///< a decision-table cell: its result is never null
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        f(*input);
        for (const TestNode& t : tests)
            if (t.operand)
                f(*t.operand);
    }

protected:
    Value evaluate(Evaluation& e) const override;
};

class InstanceOfNode : public Node
{
public:
    NodePtr value;
    Type wanted;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override { f(*value); }

protected:
    Value evaluate(Evaluation& e) const override;
};

class IfNode : public Node
{
public:
    NodePtr condition, yes, no;
    bool isFoldable() const override { return true; }
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        f(*condition);
        f(*yes);
        f(*no);
    }

protected:
    Value evaluate(Evaluation& e) const override;
};

struct Iterator {
    NodePtr source; ///< a list or a range
    int local = 0;
};

class ForNode : public Node
{
public:
    std::vector<Iterator> iterators;
    int partial = 0;
    bool usesPartial = false;
    NodePtr body;
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        for (const Iterator& i : iterators)
            f(*i.source);
        f(*body);
    }

protected:
    Value evaluate(Evaluation& e) const override;
};

class QuantifiedNode : public Node
{
public:
    std::vector<Iterator> iterators;
    NodePtr body;
    bool every = false;
    void eachPart(const std::function<void(const Node&)>& f) const override
    {
        for (const Iterator& i : iterators)
            f(*i.source);
        f(*body);
    }

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

class FunctionNode : public Node
{
public:
    std::shared_ptr<const FunctionBody> function;
    void eachPart(const std::function<void(const Node&)>& f) const override { f(*function->body); }

protected:
    Value evaluate(Evaluation& e) const override;
};

/// Excel's lazy functions and the functions over the person's history (SpecialForm).
class SpecialNode : public Node
{
public:
    SpecialForm form = SpecialForm::None;
    const Builtin* builtin = nullptr;
    Nodes arguments; ///< null pointers for those left out
    int item = 0;    ///< the local of `it`
    void eachPart(const std::function<void(const Node&)>& f) const override { forAll(arguments, f); }

protected:
    Value evaluate(Evaluation& e) const override;
};

/// In the studio dialect a date and time without a zone stands for an instant of the app's zone.
class ZonedNode : public Node
{
public:
    explicit ZonedNode(NodePtr n) : inner(std::move(n)) {}
    NodePtr inner;
    void eachPart(const std::function<void(const Node&)>& f) const override { f(*inner); }

protected:
    Value evaluate(Evaluation& e) const override;
};

/// 1 is the first, -1 the last; null with a cause for a position outside.
Value itemAt(const Value::Items& items, const Decimal& index, Span span);

template <class F> Value FilterNode::eachMatch(Evaluation& e, F found, bool* isList) const
{
    Value scratch;
    const Value& source = list->reference(e, scratch);
    *isList = false;
    if (source.isNull() && source.nullCause())
        return source;
    // What is no list counts as the list of itself; nothing is the empty list.
    const Value single = source.kind() == Value::Kind::List ? Value()
                         : source.isNull()                  ? Value::list({})
                                                            : Value::single(source);
    const Value kept =
        single.isNull() ? source : single; // the list lives on whatever happens to the local it came from
    const Value::Items& items = kept.items();
    const Type::Kind kind = condition->type.kind();
    if (kind == Type::Kind::Number) {
        const Value index = condition->run(e);
        return index.kind() == Value::Kind::Number ? itemAt(items, index.number(), span) : index;
    }
    for (const Value& one : items) {
        if (!e.step(span))
            return Value();
        e.locals[item].refer(one);
        if (kind == Type::Kind::Boolean && !e.trace) {
            if (condition->test(e) == Truth::True)
                found(one);
            continue;
        }
        Value test;
        const Value& result = condition->reference(e, test);
        if (result.kind() == Value::Kind::Number)
            return itemAt(items, result.number(), span);
        if (result.isTrue())
            found(one);
        else if (!result.isNull() && result.kind() != Value::Kind::Boolean)
            return nullOf("feel.wrong_type",
                          Message(FW_MSG("A filter must be a condition or a position, not %1."), {kindName(result)}),
                          condition->span);
    }
    *isList = true;
    return Value();
}

/// Whether `value` is of `type` in the sense of `instance of`.
bool isInstanceOf(const Value& value, const Type& type);
/// The value as FEEL's implicit conversions make it of `type`; null (with a cause) when they cannot.
Value coerceTo(const Value& value, const Type& type, Span span);
/// target.name at run time.
Value member(const Value& target, const QString& name, Span span);
/// The function value that stands for a built-in's name.
Value builtinValue(const Builtin* builtin);
/// Calls `f` for every combination; stops when it returns false. False when a source is no list and no range.
bool iterate(const std::vector<Iterator>& iterators, Evaluation& e, const std::function<bool()>& f, Value* problem,
             Span span);

} // namespace fw::feel
