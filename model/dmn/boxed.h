#pragma once
#include "model/feel/evaluation.h"
#include "model/feel/functionvalue.h"
#include "types.h"

namespace fw::dmn
{

class Graph;

/// The values of the names in scope, outermost first; what is bound further inside is pushed behind them.
using Slots = std::vector<feel::Value>;

/// A compiled boxed expression: immutable. Its programs read their names from the slots by position.
class Boxed
{
public:
    virtual ~Boxed() = default;
    feel::Type type;                 ///< what is known of the value
    int conformsTo = DataTypes::any; ///< the type the model declares for it

    /// The value, converted to the declared type. `slots` is as long on return as on entry.
    feel::Value run(const Graph& graph, feel::Evaluation& evaluation, Slots& values) const;

protected:
    virtual feel::Value evaluate(const Graph& graph, feel::Evaluation& evaluation, Slots& values) const = 0;
};

using BoxedPtr = std::unique_ptr<const Boxed>;

class LiteralBox : public Boxed
{
public:
    feel::Program program;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

/// What cannot be evaluated: always the same null, with its cause.
class NullBox : public Boxed
{
public:
    explicit NullBox(feel::Value because) : m_null(std::move(because)) {}

protected:
    feel::Value evaluate(const Graph&, feel::Evaluation&, Slots&) const override { return m_null; }

private:
    feel::Value m_null;
};

/// Later entries see earlier ones; an entry without a name is the result.
class ContextBox : public Boxed
{
public:
    QStringList names;
    std::vector<BoxedPtr> values;
    int result = -1;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& slotValues) const override;
};

class ListBox : public Boxed
{
public:
    std::vector<BoxedPtr> items;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

class RelationBox : public Boxed
{
public:
    QStringList columns;
    std::vector<std::vector<BoxedPtr>> rows;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

class ConditionalBox : public Boxed
{
public:
    BoxedPtr condition, yes, no;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

/// A filter whose condition is no literal: the item and those of its members that are known by type are pushed.
class FilterBox : public Boxed
{
public:
    BoxedPtr list, match;
    feel::Program items; ///< the value in the last slot as the list of what a loop runs over
    QStringList members;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

/// A filter whose condition is a literal: FEEL's own filter over the value in the last slot.
class LiteralFilterBox : public Boxed
{
public:
    BoxedPtr list;
    feel::Program filter;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

/// for, some and every. The body sees the variable and, in a for, the results so far ("partial").
class LoopBox : public Boxed
{
public:
    Expression::Kind kind = Expression::Kind::For;
    BoxedPtr list, body;
    feel::Program items; ///< as in FilterBox

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;

private:
    feel::Value loop(const Graph& graph, feel::Evaluation& e, Slots& values, const feel::Value::Items& source) const;
    feel::Value quantified(const Graph& graph, feel::Evaluation& e, Slots& values,
                           const feel::Value::Items& source) const;
};

class InvocationBox : public Boxed
{
public:
    BoxedPtr function;
    QStringList names;
    std::vector<BoxedPtr> bindings;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

/// The call of a built-in by the names of its parameters: FEEL text over the bindings in the last slots.
class BuiltinInvocationBox : public Boxed
{
public:
    std::vector<BoxedPtr> bindings;
    feel::Program call;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

/// What a function is made of: of a boxed function definition or of a business knowledge model.
struct FunctionParts {
    QString name; ///< for messages; may be empty
    QStringList names;
    std::vector<int> types; ///< per parameter
    BoxedPtr body;          ///< its slots: what the function sees from outside, then the parameters
    int result = DataTypes::any;
    feel::Type type;
};

class FunctionBox : public Boxed
{
public:
    std::shared_ptr<const FunctionParts> parts;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;
};

class TableBox : public Boxed
{
public:
    feel::CompiledTable table;
    bool many = false; ///< the hit policy gives a list of results
    QStringList names; ///< of the outputs
    std::vector<int> outputs;

protected:
    feel::Value evaluate(const Graph& graph, feel::Evaluation& e, Slots& values) const override;

private:
    feel::Value conformed(const DataTypes& types, const feel::Value& result) const;
};

/// Calls a function with checked arguments: the body runs with `values` and the arguments behind them. An argument that does not
/// conform to its parameter is null (DMN 1.5, 10.3.2.9.4: "binding contexts").
feel::Value callFunction(const Graph& graph, const FunctionParts& parts, Slots values,
                         std::vector<feel::Value> arguments, feel::Evaluation& evaluation, feel::Span span);
/// The null of a call with too few or too many arguments.
feel::Value wrongCount(const QString& name, qsizetype wanted, size_t given, feel::Span span);

} // namespace fw::dmn
