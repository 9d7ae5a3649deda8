#include "compiledmodel.h"
#include "graphcompiler.h"
#include "model/feel/operators.h"

namespace fw::dmn
{

using feel::Value;
using Kind = Graph::Binding::Kind;

CompiledModel CompiledModel::compile(const Model& model, const std::vector<const Model*>& others,
                                     const Options& options, QList<Problem>* problems)
{
    QList<Problem> unheard;
    CompiledModel out;
    out.m_graph = GraphCompiler(model, others, options, problems ? problems : &unheard).compile();
    return out;
}

namespace
{

/// Position of the element of that name; "prefix.name" for one of an import. -1 when there is none.
template <class Nodes> int indexOf(const Graph& graph, const Nodes& nodes, const QString& name)
{
    for (size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].model == 0 && nodes[i].name == name)
            return static_cast<int>(i);
    for (size_t i = 0; i < nodes.size(); ++i)
        for (const QStringList& path : graph.models[static_cast<size_t>(nodes[i].model)].paths)
            if ((path + QStringList{nodes[i].name}).join(u'.') == name)
                return static_cast<int>(i);
    return -1;
}

/// The value of an element of a model among those given: by name, by its path, or inside contexts named as the path goes.
const Value* given(const CompiledModel::Inputs& inputs, const Graph::Source& source, const QString& name)
{
    if (const auto it = inputs.find(name); it != inputs.end())
        return &*it;
    for (const QStringList& path : source.paths) {
        if (const auto it = inputs.find((path + QStringList{name}).join(u'.')); it != inputs.end())
            return &*it;
        const auto first = inputs.find(path.first());
        const Value* at = first == inputs.end() ? nullptr : &*first;
        for (qsizetype i = 1; i <= path.size() && at; ++i)
            at = at->kind() == Value::Kind::Context ? at->entry(i < path.size() ? path[i] : name) : nullptr;
        if (at)
            return at;
    }
    return nullptr;
}

} // namespace

QStringList CompiledModel::decisions() const
{
    QStringList out;
    if (m_graph)
        for (const auto& node : m_graph->decisions)
            if (node.model == 0)
                out << node.name;
    return out;
}

QStringList CompiledModel::services() const
{
    QStringList out;
    if (m_graph)
        for (const auto& node : m_graph->services)
            if (node.model == 0)
                out << node.name;
    return out;
}

bool CompiledModel::has(const QString& name) const
{
    return m_graph &&
           (indexOf(*m_graph, m_graph->decisions, name) >= 0 || indexOf(*m_graph, m_graph->services, name) >= 0);
}

feel::Type CompiledModel::typeOf(const QString& name) const
{
    if (!m_graph)
        return {};
    if (const int decision = indexOf(*m_graph, m_graph->decisions, name); decision >= 0)
        return m_graph->decisions[static_cast<size_t>(decision)].shape;
    const int service = indexOf(*m_graph, m_graph->services, name);
    return service < 0 ? feel::Type() : m_graph->services[static_cast<size_t>(service)].type.result();
}

QList<std::pair<QString, feel::Type>> CompiledModel::inputsOf(const QString& name) const
{
    QList<std::pair<QString, feel::Type>> out;
    if (!m_graph)
        return out;
    std::vector<int> open;
    std::vector<char> seen(m_graph->decisions.size(), 0);
    const auto take = [&](const Graph::Binding& binding) {
        const auto at = static_cast<size_t>(binding.index);
        if (binding.kind == Kind::Decision && !std::exchange(seen[at], 1))
            open.push_back(binding.index);
        if (binding.kind == Kind::Input) {
            const std::pair<QString, feel::Type> input{m_graph->inputs[at].name, m_graph->inputs[at].shape};
            if (std::none_of(out.begin(), out.end(), [&](const auto& known) { return known.first == input.first; }))
                out.append(input);
        }
    };
    if (const int decision = indexOf(*m_graph, m_graph->decisions, name); decision >= 0)
        take({Kind::Decision, decision, {}, {}});
    else if (const int service = indexOf(*m_graph, m_graph->services, name); service >= 0)
        for (const Graph::Binding& parameter : m_graph->services[static_cast<size_t>(service)].parameters) {
            const auto at = static_cast<size_t>(parameter.index);
            if (parameter.kind == Kind::Input)
                take(parameter);
            else
                out.append({m_graph->decisions[at].name, m_graph->decisions[at].shape});
        }
    while (!open.empty()) {
        const auto at = static_cast<size_t>(open.back());
        open.pop_back();
        for (const Graph::Binding& binding : m_graph->decisions[at].scope) {
            take(binding);
            for (const Graph::Binding& member : binding.members)
                take(member);
        }
    }
    return out;
}

CompiledModel::Evaluated CompiledModel::evaluate(const QString& name, const Inputs& inputs,
                                                 const feel::Environment* environment) const
{
    Evaluated out;
    const int decision = m_graph ? indexOf(*m_graph, m_graph->decisions, name) : -1;
    const int service = m_graph && decision < 0 ? indexOf(*m_graph, m_graph->services, name) : -1;
    if (decision < 0 && service < 0) {
        out.value = feel::nullOf("dmn.unknown_decision", Message(FW_MSG("There is no decision \"%1\"."), {name}), {});
        return out;
    }
    Graph::State state = m_graph->fresh();
    for (size_t i = 0; i < m_graph->inputs.size(); ++i) {
        const Graph::Input& input = m_graph->inputs[i];
        if (const Value* value = given(inputs, m_graph->models[static_cast<size_t>(input.model)], input.name))
            state.inputs[i] = m_graph->types.conform(*value, input.type);
    }
    const std::vector<char> before = state.known;
    for (size_t i = 0; i < m_graph->decisions.size(); ++i) {
        const Graph::DecisionNode& node = m_graph->decisions[i];
        const Value* value = given(inputs, m_graph->models[static_cast<size_t>(node.model)], node.name);
        if (!value || static_cast<int>(i) == decision)
            continue;
        state.decisions[i] = m_graph->types.conform(*value, node.type);
        state.known[i] = 1;
    }
    const std::vector<char> set = state.known;
    feel::Evaluation evaluation(feel::Frame{{}, environment, nullptr}, m_graph->limits);
    out.value =
        decision >= 0 ? m_graph->decide(decision, state, evaluation) : m_graph->serve(service, state, evaluation);
    for (size_t i = 0; i < state.known.size(); ++i)
        if (state.known[i] && (!set[i] || (before[i] && static_cast<int>(i) == decision)))
            out.decisions.emplace_back(m_graph->decisions[i].name, state.decisions[i]);
    return out;
}

} // namespace fw::dmn
