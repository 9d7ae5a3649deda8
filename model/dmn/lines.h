#pragma once
#include "compiledmodel.h"

#include <QJsonObject>

#include <deque>

namespace fw::dmn
{

/// Answers the lines of `formwright feel --jsonl`, one at a time:
///
///     {"id", "expression" or "table", "inputs", "scope", "resultType", "model"?} → {"id", "result": {"t", "v"}, "warnings": […]}
///
/// "model" is a model as JSON (see modeljson.h), a list of a model and those it imports, or the id of a model seen before; "decision"
/// (or the end of "id") names what is evaluated in it, "service" a decision service. Without such a name the expression or table is
/// evaluated in the scope of the whole model. A line that is itself a model is remembered. Whatever is wrong with a line is a null
/// with a warning; the lines behind it are answered all the same.
class LineSession
{
public:
    /// Makes a model known by its id and, for imports, by its namespace.
    void remember(const QJsonObject& model);
    QJsonObject answer(const QJsonObject& line);

private:
    struct Compiled {
        QList<QJsonObject> trees;
        Options options;
        CompiledModel model;
        QList<Problem> problems;
    };
    QList<QJsonObject> modelsOf(const QJsonObject& line) const;
    const Compiled& compiled(const QList<QJsonObject>& trees, const Options& options, QStringList* warnings);
    QJsonObject answerInModel(const QJsonObject& line, const QList<QJsonObject>& trees);

    std::deque<QJsonObject> m_known;
    std::deque<Compiled> m_compiled; ///< the last few, newest first
};

} // namespace fw::dmn
