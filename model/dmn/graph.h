#pragma once
#include "boxed.h"

namespace fw::dmn
{

/// The compiled decision requirements graph of a model and of those it imports: immutable, shared by all evaluations.
class Graph : public std::enable_shared_from_this<Graph>
{
public:
    /// A name in the scope of an element: another element, or several of one import under its prefix.
    struct Binding {
        enum class Kind { Input, Decision, Knowledge, Service, Group };
        Kind kind = Kind::Input;
        int index = 0;
        QString name;
        std::vector<Binding> members; ///< of a Group
    };
    struct Input {
        QString name;
        int model = 0;
        int type = DataTypes::any;
        feel::Type shape;
    };
    struct DecisionNode {
        QString name;
        int model = 0;
        int type = DataTypes::any;
        feel::Type shape;
        std::vector<Binding> scope;
        std::vector<int> required; ///< decisions to be evaluated before
        BoxedPtr logic;
        bool cyclic = false; ///< requires itself, directly or not
    };
    /// A knowledge model or a service as a value of FEEL.
    class Function : public feel::FunctionValue
    {
    public:
        const Graph* graph = nullptr;
        Binding::Kind kind = Binding::Kind::Knowledge;
        int index = 0;
        int parameterCount() const override;
        QStringList parameterNames() const override;
        feel::Type type() const override;
        feel::Value call(feel::Evaluation& e, std::vector<feel::Value> arguments, feel::Span span) const override;
    };
    struct KnowledgeNode {
        QString name;
        int model = 0;
        std::vector<Binding> scope;
        FunctionParts parts;
        Function function;
    };
    struct ServiceNode {
        QString name;
        int model = 0;
        QStringList names; ///< of the parameters: input data, then input decisions
        std::vector<Binding> parameters;
        std::vector<int> outputs;
        int result = DataTypes::any;
        feel::Type type;
        Function function;
    };
    /// Where the elements of an imported model are found among the values a caller gives: the prefixes on the way to it.
    struct Source {
        QString id;
        QList<QStringList> paths;
    };
    /// What one evaluation knows so far.
    struct State {
        Slots inputs;
        Slots decisions;
        std::vector<char> known; ///< per decision
    };

    DataTypes types;
    std::vector<Source> models; ///< the first is the model itself
    std::vector<Input> inputs;
    std::vector<DecisionNode> decisions;
    std::vector<KnowledgeNode> knowledge;
    std::vector<ServiceNode> services;
    feel::Limits limits;

    State fresh() const;
    /// The value of a decision; those it requires are evaluated first, each once.
    feel::Value decide(int decision, State& state, feel::Evaluation& evaluation) const;
    /// The result of a service: of one output its value, of several a context.
    feel::Value serve(int service, State& state, feel::Evaluation& evaluation) const;
    feel::Value valueOf(const Binding& binding, const State* state) const;

private:
    feel::Value evaluated(const DecisionNode& node, State& state, feel::Evaluation& evaluation) const;
};

} // namespace fw::dmn
