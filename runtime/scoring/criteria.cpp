#include "criteria.h"

namespace fw::scoring
{

using plan::Criterion;

std::vector<bool> matching(const plan::Scoring& scoring, const QString& event, const records::Evaluation& evaluate)
{
    std::vector<bool> fits;
    fits.reserve(scoring.criteria.size());
    for (const Criterion& criterion : scoring.criteria) {
        const bool named = criterion.kind == Criterion::Kind::Behaviour && criterion.event == event;
        fits.push_back(named && (!criterion.when || evaluate(criterion.when).isTrue()));
    }
    return fits;
}

QStringList holding(const plan::Scoring& scoring, const records::Evaluation& evaluate)
{
    QStringList ids;
    for (const Criterion& criterion : scoring.criteria) {
        if (criterion.kind == Criterion::Kind::Attribute && evaluate(criterion.when).isTrue())
            ids.append(criterion.id);
    }
    return ids;
}

} // namespace fw::scoring
