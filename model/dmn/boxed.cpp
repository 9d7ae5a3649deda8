#include "boxed.h"
#include "graph.h"
#include "model/feel/node.h"

namespace fw::dmn
{

using feel::Evaluation;
using feel::Value;

namespace
{

Value evaluated(const feel::Program& program, Evaluation& e, const Slots& values)
{
    return program.evaluate(feel::Frame{values, e.environment, &e});
}

/// What is pushed in a scope is popped at its end, whichever way it is left.
class Pushed
{
public:
    explicit Pushed(Slots& values) : m_values(values), m_size(values.size()) {}
    ~Pushed() { m_values.resize(m_size); }
    Pushed(const Pushed&) = delete;
    Pushed& operator=(const Pushed&) = delete;

private:
    Slots& m_values;
    size_t m_size;
};

/// The items a loop over `list` visits; a null with its cause when it is nothing to visit.
Value itemsOf(const feel::Program& items, Value list, Evaluation& e, Slots& values)
{
    if (list.kind() == Value::Kind::List)
        return list;
    const Pushed pushed(values);
    values.push_back(std::move(list));
    return evaluated(items, e, values);
}

/// A boxed function definition with what it saw where it stood.
class BoxedFunction : public feel::FunctionValue
{
public:
    BoxedFunction(std::shared_ptr<const Graph> graph, std::shared_ptr<const FunctionParts> parts, Slots values)
        : m_graph(std::move(graph)), m_parts(std::move(parts)), m_values(std::move(values))
    {
    }
    int parameterCount() const override { return static_cast<int>(m_parts->names.size()); }
    QStringList parameterNames() const override { return m_parts->names; }
    feel::Type type() const override { return m_parts->type; }
    Value call(Evaluation& e, std::vector<Value> arguments, feel::Span span) const override
    {
        return callFunction(*m_graph, *m_parts, m_values, std::move(arguments), e, span);
    }

private:
    std::shared_ptr<const Graph> m_graph;
    std::shared_ptr<const FunctionParts> m_parts;
    Slots m_values;
};

} // namespace

Value wrongCount(const QString& name, qsizetype wanted, size_t given, feel::Span span)
{
    return feel::nullOf("feel.argument_count",
                        name.isEmpty() ? Message(FW_MSG("The function takes %1 arguments, not %2."),
                                                 {QString::number(wanted), QString::number(given)})
                                       : Message(FW_MSG("%1 takes %2 arguments, not %3."),
                                                 {name, QString::number(wanted), QString::number(given)}),
                        span);
}

Value callFunction(const Graph& graph, const FunctionParts& parts, Slots values, std::vector<Value> arguments,
                   Evaluation& e, feel::Span span)
{
    if (static_cast<qsizetype>(arguments.size()) != parts.names.size())
        return wrongCount(parts.name, parts.names.size(), arguments.size(), span);
    for (size_t i = 0; i < arguments.size(); ++i)
        values.push_back(graph.types.conform(arguments[i], parts.types[i]));
    Value result;
    if (e.enter(span))
        result = graph.types.conform(parts.body->run(graph, e, values), parts.result);
    e.leave();
    return e.stopped() ? Value::nullBecause(e.cause()) : result;
}

Value Boxed::run(const Graph& graph, Evaluation& e, Slots& values) const
{
    if (e.stopped())
        return Value::nullBecause(e.cause());
    Value value = evaluate(graph, e, values);
    return conformsTo == DataTypes::any ? value : graph.types.conform(value, conformsTo);
}

Value LiteralBox::evaluate(const Graph&, Evaluation& e, Slots& values) const
{
    return evaluated(program, e, values);
}

Value ContextBox::evaluate(const Graph& graph, Evaluation& e, Slots& slotValues) const
{
    const Pushed pushed(slotValues);
    Value::Entries entries;
    for (size_t i = 0; i < values.size(); ++i) {
        Value value = values[i]->run(graph, e, slotValues);
        if (static_cast<int>(i) == result)
            return value;
        slotValues.push_back(value);
        entries.push_back({names[static_cast<qsizetype>(i)], std::move(value)});
    }
    return Value::context(std::move(entries));
}

Value ListBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    Value::Items out;
    out.reserve(items.size());
    for (const BoxedPtr& item : items)
        out.push_back(item->run(graph, e, values));
    return Value::list(std::move(out));
}

Value RelationBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    Value::Items out;
    out.reserve(rows.size());
    for (const auto& row : rows) {
        Value::Entries entries;
        for (size_t i = 0; i < row.size(); ++i)
            entries.push_back({columns[static_cast<qsizetype>(i)], row[i]->run(graph, e, values)});
        out.push_back(Value::context(std::move(entries)));
    }
    return Value::list(std::move(out));
}

Value ConditionalBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    return condition->run(graph, e, values).isTrue() ? yes->run(graph, e, values) : no->run(graph, e, values);
}

Value FilterBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    Value source = list->run(graph, e, values);
    if (source.isNull())
        return source.nullCause() ? source : Value::list({});
    source = itemsOf(items, std::move(source), e, values);
    if (source.kind() != Value::Kind::List)
        return source;
    Value::Items out;
    for (const Value& item : source.items()) {
        if (!e.step({}))
            break;
        const Pushed pushed(values);
        values.push_back(item);
        for (const QString& name : members) {
            const Value* found = item.kind() == Value::Kind::Context ? item.entry(name) : nullptr;
            values.push_back(found ? *found : Value());
        }
        const Value keep = match->run(graph, e, values);
        if (keep.isTrue())
            out.push_back(item);
        else if (!keep.isNull() && keep.kind() != Value::Kind::Boolean)
            return feel::nullOf(
                "feel.wrong_type",
                Message(FW_MSG("A filter must be a condition or a position, not %1."), {feel::kindName(keep)}), {});
    }
    return Value::list(std::move(out));
}

Value LiteralFilterBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    Value source = list->run(graph, e, values);
    const Pushed pushed(values);
    values.push_back(std::move(source));
    return evaluated(filter, e, values);
}

Value LoopBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    const Value source = itemsOf(items, list->run(graph, e, values), e, values);
    if (source.kind() != Value::Kind::List)
        return source;
    return kind == Expression::Kind::For ? loop(graph, e, values, source.items())
                                         : quantified(graph, e, values, source.items());
}

Value LoopBox::loop(const Graph& graph, Evaluation& e, Slots& values, const Value::Items& source) const
{
    Value::Items out;
    for (const Value& item : source) {
        if (!e.step({}) || !e.allowsLength(static_cast<qint64>(out.size()) + 1, {}))
            break;
        const Pushed pushed(values);
        values.push_back(item);
        values.push_back(Value::list(out));
        out.push_back(body->run(graph, e, values));
    }
    return Value::list(std::move(out));
}

/// Three-valued, as "or" and "and" over the items (DMN 1.5, table 49).
Value LoopBox::quantified(const Graph& graph, Evaluation& e, Slots& values, const Value::Items& source) const
{
    const bool every = kind == Expression::Kind::Every;
    bool sawUnknown = false;
    Value unknown;
    for (const Value& item : source) {
        if (!e.step({}))
            break;
        const Pushed pushed(values);
        values.push_back(item);
        const Value result = body->run(graph, e, values);
        if (result.kind() != Value::Kind::Boolean) {
            sawUnknown = true;
            unknown =
                result.isNull()
                    ? result
                    : feel::nullOf("feel.wrong_type",
                                   Message(FW_MSG("A condition must be yes or no, not %1."), {feel::kindName(result)}),
                                   {});
        } else if (result.boolean() != every) {
            return Value(!every);
        }
    }
    return sawUnknown ? unknown : Value(every);
}

Value InvocationBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    const Value target = function->run(graph, e, values);
    if (target.kind() != Value::Kind::Function)
        return target.isNull() && target.nullCause()
                   ? target
                   : feel::nullOf("feel.no_function",
                                  Message(FW_MSG("This is %1, not a function."), {feel::kindName(target)}), {});
    // Parameters without a binding are null, as in any call by name (DMN 1.5, 10.3.2.13.5).
    const QStringList parameters = target.function()->parameterNames();
    std::vector<Value> ordered(static_cast<size_t>(parameters.size()));
    for (size_t i = 0; i < bindings.size(); ++i) {
        const QString& name = names[static_cast<qsizetype>(i)];
        const qsizetype at = parameters.indexOf(name);
        if (at < 0)
            return feel::nullOf("feel.unknown_parameter",
                                Message(FW_MSG("The function has no parameter \"%1\"."), {name}), {});
        ordered[static_cast<size_t>(at)] = bindings[i]->run(graph, e, values);
    }
    return target.function()->call(e, std::move(ordered), {});
}

Value BuiltinInvocationBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    Slots arguments;
    for (const BoxedPtr& binding : bindings)
        arguments.push_back(binding->run(graph, e, values));
    const Pushed pushed(values);
    values.insert(values.end(), arguments.begin(), arguments.end());
    return evaluated(call, e, values);
}

Value FunctionBox::evaluate(const Graph& graph, Evaluation&, Slots& values) const
{
    return Value(std::shared_ptr<const feel::FunctionValue>(
        std::make_shared<BoxedFunction>(graph.shared_from_this(), parts, values)));
}

Value TableBox::conformed(const DataTypes& types, const Value& result) const
{
    if (outputs.size() == 1)
        return types.conform(result, outputs.front());
    if (result.kind() != Value::Kind::Context)
        return result;
    Value::Entries entries = result.entries();
    for (size_t i = 0; i < entries.size() && i < outputs.size(); ++i)
        entries[i].value = types.conform(entries[i].value, outputs[i]);
    return Value::context(std::move(entries));
}

Value TableBox::evaluate(const Graph& graph, Evaluation& e, Slots& values) const
{
    Value result = table.evaluate(feel::Frame{values, e.environment, &e});
    if (std::all_of(outputs.begin(), outputs.end(), [](int type) { return type == DataTypes::any; }))
        return result;
    if (!many || result.kind() != Value::Kind::List)
        return conformed(graph.types, result);
    Value::Items items;
    for (const Value& item : result.items())
        items.push_back(conformed(graph.types, item));
    return Value::list(std::move(items));
}

} // namespace fw::dmn
