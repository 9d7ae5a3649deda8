#include "graphcompiler.h"
#include "model/feel/operators.h"

namespace fw::dmn
{

using Kind = Graph::Binding::Kind;

namespace
{

constexpr int maximumImportDepth = 20;
constexpr size_t maximumModels = 200;

QString pathOf(const char* kind, const Element& element)
{
    return QLatin1String(kind) + u'[' + element.name + u']';
}

std::unique_ptr<Boxed> nothing(const char* code, Message why)
{
    return std::make_unique<NullBox>(feel::nullOf(code, std::move(why), {}));
}

} // namespace

GraphCompiler::GraphCompiler(const Model& model, const std::vector<const Model*>& others, const Options& options,
                             QList<Problem>* problems)
    : m_others(others), m_options(options), m_problems(problems), m_graph(std::make_shared<Graph>())
{
    m_graph->limits = options.limits;
    addModel(model, {}, 0);
}

void GraphCompiler::report(const char* code, Message what, Message remedy, int model, int line, const QString& path)
{
    m_problems->append(Problem{Severity::Error,
                               QString::fromLatin1(code),
                               std::move(what),
                               std::move(remedy),
                               Place{m_models[static_cast<size_t>(model)].model->id, line, 0, path},
                               {}});
}

/// The model and, before its elements are connected, those it imports. A model imported twice stands once.
int GraphCompiler::addModel(const Model& model, const QStringList& path, int depth)
{
    const auto known =
        std::find_if(m_models.begin(), m_models.end(), [&](const ModelEntry& entry) { return entry.model == &model; });
    const auto index = static_cast<int>(known - m_models.begin());
    if (known == m_models.end()) {
        m_models.push_back({&model, {}});
        m_graph->models.push_back({model.id, {}});
        m_ids.emplace_back();
        m_names.emplace_back();
        addElements(index);
    }
    if (!path.isEmpty() && m_graph->models[static_cast<size_t>(index)].paths.size() < 100)
        m_graph->models[static_cast<size_t>(index)].paths.append(path);
    if (depth >= maximumImportDepth || m_models.size() > maximumModels)
        return index;
    for (const Import& import : model.imports) {
        const auto found = std::find_if(m_others.begin(), m_others.end(),
                                        [&](const Model* other) { return other->nameSpace == import.nameSpace; });
        if (found == m_others.end()) {
            if (known == m_models.end())
                report("dmn.unknown_import",
                       Message(FW_MSG("The imported model \"%1\" is not here."), {import.nameSpace}),
                       Message(FW_MSG("Give the file of that model too.")), index, 0,
                       QStringLiteral("import[%1]").arg(import.name));
            continue;
        }
        const int imported = addModel(**found, path + QStringList{import.name}, depth + 1);
        m_models[static_cast<size_t>(index)].imports.insert(import.name, imported);
    }
    return index;
}

void GraphCompiler::addName(int model, const Element& element, Node node)
{
    if (!element.id.isEmpty())
        m_ids[static_cast<size_t>(model)].insert(element.id, node);
    m_names[static_cast<size_t>(model)].insert(element.name, node);
}

void GraphCompiler::addElements(int model)
{
    const Model& source = *m_models[static_cast<size_t>(model)].model;
    for (const InputData& input : source.inputs) {
        addName(model, input, {Kind::Input, static_cast<int>(m_inputs.size())});
        m_inputs.push_back(&input);
        m_graph->inputs.push_back({input.name, model, DataTypes::any, {}});
    }
    for (const Decision& decision : source.decisions) {
        addName(model, decision, {Kind::Decision, static_cast<int>(m_decisions.size())});
        m_decisions.push_back(&decision);
        Graph::DecisionNode& node = m_graph->decisions.emplace_back();
        node.name = decision.name;
        node.model = model;
    }
    for (const KnowledgeModel& knowledge : source.knowledge) {
        addName(model, knowledge, {Kind::Knowledge, static_cast<int>(m_knowledge.size())});
        m_knowledge.push_back(&knowledge);
        Graph::KnowledgeNode& node = m_graph->knowledge.emplace_back();
        node.name = knowledge.name;
        node.model = model;
    }
    for (const DecisionService& service : source.services) {
        addName(model, service, {Kind::Service, static_cast<int>(m_services.size())});
        m_services.push_back(&service);
        Graph::ServiceNode& node = m_graph->services.emplace_back();
        node.name = service.name;
        node.model = model;
    }
}

/// "#id", "namespace#id" or, where a file names elements so, "#name".
std::optional<GraphCompiler::Node> GraphCompiler::find(int model, const QString& reference) const
{
    const qsizetype hash = reference.lastIndexOf(u'#');
    const QString nameSpace = reference.left(std::max<qsizetype>(hash, 0));
    const QString id = reference.mid(hash + 1);
    int target = model;
    if (!nameSpace.isEmpty() && nameSpace != m_models[static_cast<size_t>(model)].model->nameSpace) {
        const auto found = std::find_if(m_models.begin(), m_models.end(),
                                        [&](const ModelEntry& entry) { return entry.model->nameSpace == nameSpace; });
        if (found == m_models.end())
            return std::nullopt;
        target = static_cast<int>(found - m_models.begin());
    }
    for (const auto* table : {&m_ids[static_cast<size_t>(target)], &m_names[static_cast<size_t>(target)]})
        if (const auto it = table->find(id); it != table->end())
            return *it;
    return std::nullopt;
}

GraphCompiler::Binding GraphCompiler::bindingOf(Node node, int user, QString* prefix) const
{
    const auto at = static_cast<size_t>(node.index);
    int model = 0;
    QString name;
    switch (node.kind) {
    case Kind::Input: std::tie(model, name) = std::tie(m_graph->inputs[at].model, m_graph->inputs[at].name); break;
    case Kind::Decision:
        std::tie(model, name) = std::tie(m_graph->decisions[at].model, m_graph->decisions[at].name);
        break;
    case Kind::Knowledge:
        std::tie(model, name) = std::tie(m_graph->knowledge[at].model, m_graph->knowledge[at].name);
        break;
    case Kind::Service:
        std::tie(model, name) = std::tie(m_graph->services[at].model, m_graph->services[at].name);
        break;
    case Kind::Group: break;
    }
    prefix->clear();
    if (model != user) {
        const auto& imports = m_models[static_cast<size_t>(user)].imports;
        for (auto it = imports.begin(); it != imports.end(); ++it)
            if (it.value() == model)
                *prefix = it.key();
    }
    return Binding{node.kind, node.index, name, {}};
}

/// The names a list of references brings; those of an import stand together under its prefix.
std::vector<GraphCompiler::Binding> GraphCompiler::bindings(int model, const QStringList& references,
                                                            const Element& user, const QString& path,
                                                            std::initializer_list<Kind> kinds)
{
    std::vector<Binding> out;
    for (const QString& reference : references) {
        const auto node = find(model, reference);
        if (!node || std::find(kinds.begin(), kinds.end(), node->kind) == kinds.end()) {
            report("dmn.unknown_reference", Message(FW_MSG("The reference \"%1\" leads nowhere."), {reference}),
                   Message(FW_MSG("Refer to an element of this model or of an imported one.")), model, user.line, path);
            continue;
        }
        QString prefix;
        Binding binding = bindingOf(*node, model, &prefix);
        if (prefix.isEmpty()) {
            out.push_back(std::move(binding));
            continue;
        }
        auto group = std::find_if(out.begin(), out.end(),
                                  [&](const Binding& b) { return b.kind == Kind::Group && b.name == prefix; });
        if (group == out.end())
            group = out.insert(out.end(), Binding{Kind::Group, 0, prefix, {}});
        group->members.push_back(std::move(binding));
    }
    return out;
}

void GraphCompiler::connect()
{
    const auto each = [](const std::vector<Binding>& scope, const std::function<void(const Binding&)>& f) {
        for (const Binding& binding : scope) {
            if (binding.kind != Kind::Group)
                f(binding);
            for (const Binding& member : binding.members)
                f(member);
        }
    };
    for (size_t i = 0; i < m_decisions.size(); ++i) {
        const Decision& source = *m_decisions[i];
        Graph::DecisionNode& node = m_graph->decisions[i];
        node.scope =
            bindings(node.model, source.requiredDecisions + source.requiredInputs + source.requiredKnowledge, source,
                     pathOf("decision", source), {Kind::Decision, Kind::Input, Kind::Knowledge, Kind::Service});
        each(node.scope, [&](const Binding& b) {
            if (b.kind == Kind::Decision)
                node.required.push_back(b.index);
        });
    }
    for (size_t i = 0; i < m_knowledge.size(); ++i) {
        const KnowledgeModel& source = *m_knowledge[i];
        Graph::KnowledgeNode& node = m_graph->knowledge[i];
        node.scope = bindings(node.model, source.requiredKnowledge, source, pathOf("businessKnowledgeModel", source),
                              {Kind::Knowledge, Kind::Service});
        // A function knows itself: recursion is not forbidden, only bounded.
        const Binding self{Kind::Knowledge, static_cast<int>(i), source.name, {}};
        if (std::none_of(node.scope.begin(), node.scope.end(), [&](const Binding& b) { return b.name == self.name; }))
            node.scope.push_back(self);
    }
    for (size_t i = 0; i < m_services.size(); ++i) {
        const DecisionService& source = *m_services[i];
        Graph::ServiceNode& node = m_graph->services[i];
        const QString path = pathOf("decisionService", source);
        each(bindings(node.model, source.inputData, source, path, {Kind::Input}),
             [&](const Binding& b) { node.parameters.push_back(b); });
        each(bindings(node.model, source.inputDecisions, source, path, {Kind::Decision}),
             [&](const Binding& b) { node.parameters.push_back(b); });
        for (const Binding& parameter : node.parameters)
            node.names << parameter.name;
        each(bindings(node.model, source.outputDecisions, source, path, {Kind::Decision}),
             [&](const Binding& b) { node.outputs.push_back(b.index); });
    }
}

std::vector<GraphCompiler::Node> GraphCompiler::requirementsOf(Node node) const
{
    std::vector<Node> out;
    const auto take = [&out](const std::vector<Binding>& scope) {
        for (const Binding& binding : scope) {
            if (binding.kind != Kind::Group)
                out.push_back({binding.kind, binding.index});
            for (const Binding& member : binding.members)
                out.push_back({member.kind, member.index});
        }
    };
    const auto at = static_cast<size_t>(node.index);
    if (node.kind == Kind::Decision)
        take(m_graph->decisions[at].scope);
    if (node.kind == Kind::Knowledge)
        take(m_graph->knowledge[at].scope);
    if (node.kind == Kind::Service)
        for (const int output : m_graph->services[at].outputs)
            out.push_back({Kind::Decision, output});
    std::erase_if(out, [](const Node& n) { return n.kind == Kind::Input; });
    return out;
}

/// Every element behind what it requires; where requirements go in a circle, somewhere in it.
std::vector<GraphCompiler::Node> GraphCompiler::ordered() const
{
    std::vector<Node> all, out;
    for (size_t i = 0; i < m_knowledge.size(); ++i)
        all.push_back({Kind::Knowledge, static_cast<int>(i)});
    for (size_t i = 0; i < m_decisions.size(); ++i)
        all.push_back({Kind::Decision, static_cast<int>(i)});
    for (size_t i = 0; i < m_services.size(); ++i)
        all.push_back({Kind::Service, static_cast<int>(i)});
    std::array<std::vector<char>, 5> seen;
    for (auto& marks : seen)
        marks.resize(std::max({m_knowledge.size(), m_decisions.size(), m_services.size()}), 0);
    const auto mark = [&seen](Node n) -> char& {
        return seen[static_cast<size_t>(n.kind)][static_cast<size_t>(n.index)];
    };
    for (const Node& start : all) {
        std::vector<Node> open{start};
        while (!open.empty()) {
            const Node node = open.back();
            if (mark(node) == 0) {
                mark(node) = 1;
                for (const Node& required : requirementsOf(node))
                    if (mark(required) == 0)
                        open.push_back(required);
                continue;
            }
            open.pop_back();
            if (mark(node) == 1) {
                mark(node) = 2;
                out.push_back(node);
            }
        }
    }
    return out;
}

/// Takes away, again and again, decisions that require nothing that is left or that nothing left requires; what stays goes round.
void GraphCompiler::markCycles()
{
    const size_t count = m_decisions.size();
    std::vector<std::vector<int>> users(count);
    std::vector<size_t> requires_(count), used(count);
    for (size_t i = 0; i < count; ++i)
        for (const int r : m_graph->decisions[i].required) {
            users[static_cast<size_t>(r)].push_back(static_cast<int>(i));
            ++requires_[i];
            ++used[static_cast<size_t>(r)];
        }
    std::vector<char> gone(count, 0);
    std::vector<size_t> open;
    for (size_t i = 0; i < count; ++i)
        if (requires_[i] == 0 || used[i] == 0)
            open.push_back(i);
    while (!open.empty()) {
        const size_t at = open.back();
        open.pop_back();
        if (std::exchange(gone[at], 1))
            continue;
        for (const int user : users[at])
            if (--requires_[static_cast<size_t>(user)] == 0)
                open.push_back(static_cast<size_t>(user));
        for (const int r : m_graph->decisions[at].required)
            if (--used[static_cast<size_t>(r)] == 0)
                open.push_back(static_cast<size_t>(r));
    }
    for (size_t i = 0; i < count; ++i)
        if (!gone[i]) {
            Graph::DecisionNode& node = m_graph->decisions[i];
            node.cyclic = true;
            report("dmn.cycle", Message(FW_MSG("The decision \"%1\" requires itself."), {node.name}),
                   Message(FW_MSG("Remove one of the requirements that lead round.")), node.model, m_decisions[i]->line,
                   pathOf("decision", *m_decisions[i]));
        }
}

feel::Type GraphCompiler::shapeOf(const Binding& binding) const
{
    const auto at = static_cast<size_t>(binding.index);
    switch (binding.kind) {
    case Kind::Input: return m_graph->inputs[at].shape;
    case Kind::Decision: return m_graph->decisions[at].shape;
    case Kind::Knowledge: return m_graph->knowledge[at].parts.type;
    case Kind::Service: return m_graph->services[at].type;
    case Kind::Group: break;
    }
    std::vector<feel::Type::Member> members;
    for (const Binding& member : binding.members)
        members.push_back({member.name, shapeOf(member)});
    return feel::Type::context(std::move(members));
}

Names GraphCompiler::namesOf(const std::vector<Binding>& scope) const
{
    Names names;
    for (const Binding& binding : scope)
        names.list.push_back({binding.name, shapeOf(binding)});
    return names;
}

BoxCompiler GraphCompiler::boxes(int model) const
{
    return BoxCompiler(m_graph->types, model, m_models[static_cast<size_t>(model)].model->id, m_options, m_problems);
}

void GraphCompiler::compileDecision(int index)
{
    const Decision& source = *m_decisions[static_cast<size_t>(index)];
    Graph::DecisionNode& node = m_graph->decisions[static_cast<size_t>(index)];
    const QString path = pathOf("decision", source);
    if (source.logic) {
        Names names = namesOf(node.scope);
        node.logic = boxes(node.model).compile(*source.logic, names, path);
    } else {
        node.logic = nothing("dmn.no_logic", Message(FW_MSG("The decision \"%1\" has no logic."), {source.name}));
    }
    if (node.shape.kind() == feel::Type::Kind::Any)
        node.shape = node.logic->type;
}

/// What is known of a knowledge model before it is compiled: it may be used inside itself.
void GraphCompiler::declareKnowledge(int index)
{
    const KnowledgeModel& source = *m_knowledge[static_cast<size_t>(index)];
    Graph::KnowledgeNode& node = m_graph->knowledge[static_cast<size_t>(index)];
    node.function.graph = m_graph.get();
    node.function.kind = Kind::Knowledge;
    node.function.index = index;
    node.parts.type = feel::Type(feel::Type::Kind::Function);
    if (source.logic && source.logic->kind == Expression::Kind::Function)
        for (const Item& parameter : source.logic->items)
            node.parts.names << parameter.name;
}

void GraphCompiler::compileKnowledge(int index)
{
    const KnowledgeModel& source = *m_knowledge[static_cast<size_t>(index)];
    Graph::KnowledgeNode& node = m_graph->knowledge[static_cast<size_t>(index)];
    const QString path = pathOf("businessKnowledgeModel", source);
    Names names = namesOf(node.scope);
    BoxCompiler compiler = boxes(node.model);
    if (!source.logic) {
        node.parts.body = nothing("dmn.no_logic", Message(FW_MSG("\"%1\" has no logic."), {source.name}));
    } else if (source.logic->kind == Expression::Kind::Function) {
        node.parts = compiler.functionParts(*source.logic, names, path);
    } else {
        // A table by itself: its input expressions are the parameters (DMN 1.5, 10.2.1.7).
        Expression function;
        function.kind = Expression::Kind::Function;
        if (source.logic->table)
            for (const feel::DecisionTable::Input& input : source.logic->table->rules.inputs)
                function.items.append({input.expression.trimmed(), QString()});
        function.parts.push_back(*source.logic);
        node.parts = compiler.functionParts(function, names, path);
    }
    node.parts.name = source.name;
    // The variable's type is that of the function, in files of DMN 1.1 and 1.2 that of its result.
    const int type = compiler.typeOf(source.typeRef, path, source.line);
    if (m_graph->types.shape(type).kind() == feel::Type::Kind::Function) {
        node.parts.result = m_graph->types.result(type);
    } else if (type != DataTypes::any) {
        node.parts.result = type;
    }
}

void GraphCompiler::compileService(int index)
{
    const DecisionService& source = *m_services[static_cast<size_t>(index)];
    Graph::ServiceNode& node = m_graph->services[static_cast<size_t>(index)];
    std::vector<feel::Type> parameters;
    for (const Binding& parameter : node.parameters)
        parameters.push_back(shapeOf(parameter));
    std::vector<feel::Type::Member> members;
    for (const int output : node.outputs)
        members.push_back({m_graph->decisions[static_cast<size_t>(output)].name,
                           m_graph->decisions[static_cast<size_t>(output)].shape});
    feel::Type result = members.size() == 1 ? members.front().type : feel::Type::context(std::move(members));
    const int type = boxes(node.model).typeOf(source.typeRef, pathOf("decisionService", source), source.line);
    node.result = m_graph->types.shape(type).kind() == feel::Type::Kind::Function ? m_graph->types.result(type) : type;
    if (node.result != DataTypes::any && m_graph->types.shape(node.result).kind() != feel::Type::Kind::Any)
        result = m_graph->types.shape(node.result);
    node.type = feel::Type::function(std::move(parameters), std::move(result));
}

std::shared_ptr<const Graph> GraphCompiler::compile()
{
    std::vector<TypeBuilder::Source> sources;
    for (const ModelEntry& entry : m_models)
        sources.push_back({entry.model, entry.imports});
    feel::CompileOptions options;
    options.dialect = m_options.dialect;
    options.limits = m_options.limits;
    m_graph->types = TypeBuilder(std::move(sources), options, m_problems).build();
    for (size_t i = 0; i < m_inputs.size(); ++i) {
        Graph::Input& input = m_graph->inputs[i];
        input.type =
            boxes(input.model).typeOf(m_inputs[i]->typeRef, pathOf("inputData", *m_inputs[i]), m_inputs[i]->line);
        input.shape = m_graph->types.shape(input.type);
        if (input.shape.kind() == feel::Type::Kind::Any)
            input.shape = m_options.inputShapes.value(input.name);
    }
    connect();
    markCycles();
    for (size_t i = 0; i < m_decisions.size(); ++i) {
        Graph::DecisionNode& node = m_graph->decisions[i];
        node.type = boxes(node.model)
                        .typeOf(m_decisions[i]->typeRef, pathOf("decision", *m_decisions[i]), m_decisions[i]->line);
        node.shape = m_graph->types.shape(node.type);
    }
    for (size_t i = 0; i < m_knowledge.size(); ++i)
        declareKnowledge(static_cast<int>(i));
    for (size_t i = 0; i < m_services.size(); ++i) {
        Graph::ServiceNode& node = m_graph->services[i];
        node.type = feel::Type(feel::Type::Kind::Function);
        node.function.graph = m_graph.get();
        node.function.kind = Kind::Service;
        node.function.index = static_cast<int>(i);
    }
    for (const Node& node : ordered()) {
        if (node.kind == Kind::Decision)
            compileDecision(node.index);
        if (node.kind == Kind::Knowledge)
            compileKnowledge(node.index);
        if (node.kind == Kind::Service)
            compileService(node.index);
    }
    return m_graph;
}

} // namespace fw::dmn
