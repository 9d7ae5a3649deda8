#pragma once
#include "boxcompiler.h"
#include "graph.h"

namespace fw::dmn
{

/// Resolves the references between the elements of a model and its imports, and compiles each element in the order of its
/// requirements.
class GraphCompiler
{
public:
    GraphCompiler(const Model& model, const std::vector<const Model*>& others, const Options& options,
                  QList<Problem>* problems);
    std::shared_ptr<const Graph> compile();

private:
    using Binding = Graph::Binding;
    struct ModelEntry {
        const Model* model;
        QHash<QString, int> imports; ///< prefix → model
    };
    struct Node {
        Binding::Kind kind;
        int index;
        bool operator==(const Node&) const = default;
    };

    int addModel(const Model& model, const QStringList& path, int depth);
    void addElements(int model);
    void addName(int model, const Element& element, Node node);
    std::optional<Node> find(int model, const QString& reference) const;
    std::vector<Binding> bindings(int model, const QStringList& references, const Element& user, const QString& path,
                                  std::initializer_list<Binding::Kind> kinds);
    Binding bindingOf(Node node, int user, QString* prefix) const;
    void connect();
    std::vector<Node> ordered() const;
    std::vector<Node> requirementsOf(Node node) const;
    void markCycles();
    void compileDecision(int index);
    void compileKnowledge(int index);
    void compileService(int index);
    void declareKnowledge(int index);
    Names namesOf(const std::vector<Binding>& scope) const;
    feel::Type shapeOf(const Binding& binding) const;
    BoxCompiler boxes(int model) const;
    void report(const char* code, Message what, Message remedy, int model, int line, const QString& path);

    const std::vector<const Model*>& m_others;
    const Options& m_options;
    QList<Problem>* m_problems;
    std::shared_ptr<Graph> m_graph;
    std::vector<ModelEntry> m_models;
    std::vector<QHash<QString, Node>> m_ids;   ///< per model
    std::vector<QHash<QString, Node>> m_names; ///< per model
    std::vector<const Decision*> m_decisions;
    std::vector<const KnowledgeModel*> m_knowledge;
    std::vector<const DecisionService*> m_services;
    std::vector<const InputData*> m_inputs;
};

} // namespace fw::dmn
