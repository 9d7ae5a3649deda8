#pragma once
#include "boxcompiler.h"

namespace fw::dmn
{

/// A decision model ready to run: immutable, usable from several threads at once.
class CompiledModel
{
public:
    using Inputs = QHash<QString, feel::Value>;
    struct Evaluated {
        feel::Value value;
        /// The decisions that were evaluated on the way, in the order of the model.
        std::vector<std::pair<QString, feel::Value>> decisions;
    };

    CompiledModel() = default;
    /// `others` are the models that imports may name, found by their namespace. Mistakes become problems whose place names the
    /// line and the element; what they stand in gives null with that cause, everything else runs.
    static CompiledModel compile(const Model& model, const std::vector<const Model*>& others, const Options& options,
                                 QList<Problem>* problems);

    bool isValid() const { return m_graph != nullptr; }
    QStringList decisions() const;
    QStringList services() const;
    /// The inputs a decision or service needs, directly or through others, with their types.
    QList<std::pair<QString, feel::Type>> inputsOf(const QString& name) const;
    feel::Type typeOf(const QString& name) const; ///< of the result of a decision or service
    bool has(const QString& name) const;

    /// The value of a decision or service (by name or id). Inputs are found by name, those of imported models also by
    /// "prefix.name" or inside a context named by the prefix; a value given for a decision stands for its logic. An input that is
    /// not given is null with that cause.
    Evaluated evaluate(const QString& name, const Inputs& inputs, const feel::Environment* environment = nullptr) const;

private:
    std::shared_ptr<const Graph> m_graph;
};

} // namespace fw::dmn
