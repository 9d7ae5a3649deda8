#include "nearness.h"

#include <algorithm>
#include <vector>

namespace fw::feel
{

namespace
{

int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const size_t at = static_cast<size_t>(j) + 1;
            const int substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, substituted});
        }
    }
    return row.back();
}

} // namespace

QString closest(const QString& name, const QStringList& candidates)
{
    constexpr qsizetype longest = 100; // nobody mistypes more, and the distance takes the square of it
    if (name.size() > longest)
        return {};
    QString best;
    int bestDistance = std::max(2, static_cast<int>(name.size()) / 3) + 1;
    if (name.size() <= 2)
        bestDistance = 2;
    const QString folded = name.toCaseFolded();
    for (const QString& candidate : candidates) {
        if (std::abs(candidate.size() - name.size()) > bestDistance)
            continue;
        const int distance = candidate.toCaseFolded() == folded ? 0 : editDistance(folded, candidate.toCaseFolded());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace fw::feel
