#include "graph.h"
#include "model/feel/operators.h"

namespace fw::dmn
{

using feel::Value;

Graph::State Graph::fresh() const
{
    State state;
    state.inputs.resize(inputs.size());
    for (size_t i = 0; i < inputs.size(); ++i)
        state.inputs[i] =
            feel::nullOf("dmn.input_missing", Message(FW_MSG("The input \"%1\" is not given."), {inputs[i].name}), {});
    state.decisions.resize(decisions.size());
    state.known.assign(decisions.size(), 0);
    for (size_t i = 0; i < decisions.size(); ++i)
        if (decisions[i].cyclic) {
            state.known[i] = 1;
            state.decisions[i] = feel::nullOf(
                "dmn.cycle", Message(FW_MSG("The decision \"%1\" requires itself."), {decisions[i].name}), {});
        }
    return state;
}

Value Graph::valueOf(const Binding& binding, const State* state) const
{
    const auto at = static_cast<size_t>(binding.index);
    // A function lives as long as its graph: its pointer counts the users of the graph.
    const auto function = [this](const Function& f) {
        return Value(std::shared_ptr<const feel::FunctionValue>(shared_from_this(), &f));
    };
    switch (binding.kind) {
    case Binding::Kind::Input: return state ? state->inputs[at] : Value();
    case Binding::Kind::Decision: return state ? state->decisions[at] : Value();
    case Binding::Kind::Knowledge: return function(knowledge[at].function);
    case Binding::Kind::Service: return function(services[at].function);
    case Binding::Kind::Group: {
        Value::Entries entries;
        for (const Binding& member : binding.members)
            entries.push_back({member.name, valueOf(member, state)});
        return Value::context(std::move(entries));
    }
    }
    return Value();
}

Value Graph::evaluated(const DecisionNode& node, State& state, feel::Evaluation& evaluation) const
{
    Slots values;
    values.reserve(node.scope.size() + 8);
    for (const Binding& binding : node.scope)
        values.push_back(valueOf(binding, &state));
    return types.conform(node.logic->run(*this, evaluation, values), node.type);
}

Value Graph::decide(int decision, State& state, feel::Evaluation& evaluation) const
{
    // Not by recursion: a chain of requirements may be longer than the stack allows.
    std::vector<int> open{decision};
    while (!open.empty()) {
        const int at = open.back();
        const auto index = static_cast<size_t>(at);
        bool ready = true;
        if (!state.known[index])
            for (const int required : decisions[index].required)
                if (!state.known[static_cast<size_t>(required)]) {
                    open.push_back(required);
                    ready = false;
                }
        if (!ready)
            continue;
        open.pop_back();
        if (state.known[index])
            continue;
        if (!evaluation.step({}))
            return Value::nullBecause(evaluation.cause());
        state.decisions[index] = evaluated(decisions[index], state, evaluation);
        state.known[index] = 1;
    }
    return state.decisions[static_cast<size_t>(decision)];
}

Value Graph::serve(int service, State& state, feel::Evaluation& evaluation) const
{
    const ServiceNode& node = services[static_cast<size_t>(service)];
    Value::Entries entries;
    for (const int output : node.outputs)
        entries.push_back({decisions[static_cast<size_t>(output)].name, decide(output, state, evaluation)});
    Value result = entries.size() == 1 ? std::move(entries.front().value) : Value::context(std::move(entries));
    return types.conform(result, node.result);
}

int Graph::Function::parameterCount() const
{
    return static_cast<int>(parameterNames().size());
}

QStringList Graph::Function::parameterNames() const
{
    const auto at = static_cast<size_t>(index);
    return kind == Binding::Kind::Knowledge ? graph->knowledge[at].parts.names : graph->services[at].names;
}

feel::Type Graph::Function::type() const
{
    const auto at = static_cast<size_t>(index);
    return kind == Binding::Kind::Knowledge ? graph->knowledge[at].parts.type : graph->services[at].type;
}

Value Graph::Function::call(feel::Evaluation& e, std::vector<Value> arguments, feel::Span span) const
{
    const auto at = static_cast<size_t>(index);
    if (kind == Binding::Kind::Knowledge) {
        const KnowledgeNode& node = graph->knowledge[at];
        Slots values;
        for (const Binding& binding : node.scope)
            values.push_back(graph->valueOf(binding, nullptr));
        return callFunction(*graph, node.parts, std::move(values), std::move(arguments), e, span);
    }
    const ServiceNode& node = graph->services[at];
    if (static_cast<qsizetype>(arguments.size()) != node.names.size())
        return wrongCount(node.name, node.names.size(), arguments.size(), span);
    State state = graph->fresh();
    for (size_t i = 0; i < arguments.size(); ++i) {
        const auto target = static_cast<size_t>(node.parameters[i].index);
        if (node.parameters[i].kind == Binding::Kind::Input) {
            state.inputs[target] = graph->types.conform(arguments[i], graph->inputs[target].type);
        } else {
            state.decisions[target] = graph->types.conform(arguments[i], graph->decisions[target].type);
            state.known[target] = 1;
        }
    }
    Value result;
    if (e.enter(span))
        result = graph->serve(index, state, e);
    e.leave();
    return e.stopped() ? Value::nullBecause(e.cause()) : result;
}

} // namespace fw::dmn
