#pragma once
#include "model/document/definition.h"
#include "runtime/plan/plan.h"
#include "runtime/store/store.h"

#include <QJsonObject>

namespace fw::stories
{

/// One line of what happened while a story was played, or of what was found.
struct Line {
    Instant at = 0;
    QString step; ///< id of the story's step, "" for what the engine did by itself
    QString text; ///< in words
};

struct Failure {
    QString step;
    Place place;
    QString text; ///< expected and found, in words
};

/// What playing one story gave.
struct Played {
    QString story;
    QString label;
    QList<Line> lines;
    QList<Failure> failures;
    int expectations = 0; ///< number of things compared
    /// How things stood at the end, in words: records with a score, tasks, messages, figures of the dashboards.
    QStringList scores, tasks, messages, figures;
    bool ok() const { return failures.isEmpty(); }
    QJsonObject toJson() const;
};

/// Plays a story (a `kind: story` file) on a fresh scratch store with a virtual clock, repeatable ids and recording
/// connectors. Things happen at the story's times; timers in between fire in due order. Nothing leaves the process.
/// `store`: an empty one to play on instead of a scratch store.
Result<Played> play(const Definition& definition, std::shared_ptr<const plan::Plan> plan, const DefinitionFile& story,
                    const QString& language, std::unique_ptr<store::Store> store = {});

} // namespace fw::stories
