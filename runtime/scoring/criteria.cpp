#include "criteria.h"

namespace fw::scoring
{

using feel::Decimal;
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

static Decimal pointsOf(const feel::Value& value)
{
    return value.kind() == feel::Value::Kind::Number ? value.number() : Decimal();
}

/// The row for else stands last and counts when it is alone.
static void holdingRows(const Criterion& criterion, int index, const records::Evaluation& evaluate,
                        std::vector<Held>& held)
{
    const auto results = criterion.rows->results(evaluate.frame());
    for (const auto& [row, points] : results) {
        if (results.size() == 1 || !criterion.rowNames[static_cast<size_t>(row)].isElse)
            held.push_back({index, row, pointsOf(points)});
    }
}

std::vector<Held> holding(const plan::Scoring& scoring, const records::Evaluation& evaluate)
{
    std::vector<Held> held;
    for (size_t i = 0; i < scoring.criteria.size(); ++i) {
        const Criterion& criterion = scoring.criteria[i];
        const int index = static_cast<int>(i);
        if (criterion.kind != Criterion::Kind::Attribute || (criterion.when && !evaluate(criterion.when).isTrue()))
            continue;
        if (criterion.rows)
            holdingRows(criterion, index, evaluate, held);
        else
            held.push_back({index, -1, criterion.formula ? pointsOf(evaluate(criterion.formula)) : criterion.points});
    }
    return held;
}

QStringList toTexts(const plan::Scoring& scoring, const std::vector<Held>& held)
{
    QStringList texts;
    for (const Held& one : held) {
        const Criterion& criterion = scoring.criteria[static_cast<size_t>(one.criterion)];
        const QString row = one.row < 0 ? QString() : u'/' + criterion.rowNames[static_cast<size_t>(one.row)].id;
        texts << criterion.id + row + u'=' + one.points.toString();
    }
    return texts;
}

static std::optional<Held> heldFrom(const plan::Scoring& scoring, const QString& text)
{
    const QString place = text.section(u'=', 0, 0), id = place.section(u'/', 0, 0), row = place.section(u'/', 1);
    for (size_t i = 0; i < scoring.criteria.size(); ++i) {
        const Criterion& criterion = scoring.criteria[i];
        if (criterion.id != id)
            continue;
        Held held{static_cast<int>(i), -1, Decimal::fromString(text.section(u'=', 1)).value_or(criterion.points)};
        for (size_t r = 0; r < criterion.rowNames.size(); ++r)
            if (criterion.rowNames[r].id == row)
                held.row = static_cast<int>(r);
        return row.isEmpty() == (held.row < 0) ? std::optional(held) : std::nullopt;
    }
    return std::nullopt;
}

std::vector<Held> heldFrom(const plan::Scoring& scoring, const QStringList& texts)
{
    std::vector<Held> all;
    for (const QString& text : texts)
        if (const auto held = heldFrom(scoring, text))
            all.push_back(*held);
    return all;
}

} // namespace fw::scoring
