#include "summary.h"

namespace fw::scoring
{

namespace
{

using feel::Decimal;
using plan::Criterion;

Decimal sum(const std::vector<Reason>& reasons)
{
    Decimal total;
    for (const Reason& reason : reasons)
        total = total.plus(reason.points).value_or(total);
    return total;
}

Reason line(Reason::Kind kind, const Decimal& points)
{
    Reason reason;
    reason.kind = kind;
    reason.points = points;
    return reason;
}

/// What a criterion earned above its cap is taken back.
void capCriteria(const plan::Scoring& scoring, std::vector<Reason>& reasons)
{
    for (const Criterion& criterion : scoring.criteria) {
        if (!criterion.cap)
            continue;
        Decimal earned;
        for (const Reason& reason : reasons) {
            if (reason.kind == Reason::Kind::Award && reason.criterion == criterion.id)
                earned = earned.plus(reason.points).value_or(earned);
        }
        if (earned <= *criterion.cap)
            continue;
        Reason reason = line(Reason::Kind::CriterionCap, criterion.cap->minus(earned).value_or(Decimal()));
        reason.criterion = criterion.id;
        reason.label = criterion.label;
        reasons.push_back(reason);
    }
}

QString highestStage(const plan::Scoring& scoring, const std::vector<Reason>& reasons)
{
    int highest = -1;
    for (const Criterion& criterion : scoring.criteria) {
        // The stage of a silence shows while it lasts and counts no longer after the return.
        if (criterion.kind == Criterion::Kind::Inactivity || criterion.stage <= highest)
            continue;
        const auto awarded = [&](const Reason& reason) {
            return reason.kind == Reason::Kind::Award && reason.criterion == criterion.id;
        };
        if (std::any_of(reasons.begin(), reasons.end(), awarded))
            highest = criterion.stage;
    }
    return highest < 0 ? QString() : scoring.stages[static_cast<size_t>(highest)].id;
}

QString stageOf(const plan::Scoring& scoring, const std::vector<Reason>& reasons, int silent)
{
    if (silent < 0)
        return highestStage(scoring, reasons);
    const Criterion& criterion = scoring.criteria[static_cast<size_t>(silent)];
    if (criterion.fading && scoring.fading)
        return scoring.fading->id;
    return criterion.stage < 0 ? highestStage(scoring, reasons)
                               : scoring.stages[static_cast<size_t>(criterion.stage)].id;
}

} // namespace

Score summarize(const plan::Scoring& scoring, std::vector<Reason> reasons, const std::vector<Held>& attributes,
                int silent)
{
    if (scoring.start && !scoring.start->isZero())
        reasons.insert(reasons.begin(), line(Reason::Kind::Start, *scoring.start));
    for (const Held& held : attributes) {
        const Criterion& criterion = scoring.criteria[static_cast<size_t>(held.criterion)];
        Reason reason = line(Reason::Kind::Award, held.points);
        reason.criterion = criterion.id;
        reason.label = criterion.label;
        if (held.row >= 0) {
            const plan::CriterionRow& row = criterion.rowNames[static_cast<size_t>(held.row)];
            reason.row = row.id;
            if (!row.label.isEmpty())
                reason.label = row.label;
        }
        reasons.push_back(std::move(reason));
    }
    capCriteria(scoring, reasons);
    Decimal total = sum(reasons);
    if (scoring.floor && total < *scoring.floor) {
        reasons.push_back(line(Reason::Kind::Floor, scoring.floor->minus(total).value_or(Decimal())));
        total = *scoring.floor;
    }
    if (scoring.cap && total > *scoring.cap) {
        reasons.push_back(line(Reason::Kind::Cap, scoring.cap->minus(total).value_or(Decimal())));
        total = *scoring.cap;
    }
    const int band = scoring.band(total);
    return {total, stageOf(scoring, reasons, silent),
            band < 0 ? QString() : scoring.bands[static_cast<size_t>(band)].id, std::move(reasons)};
}

} // namespace fw::scoring
