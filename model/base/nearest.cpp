#include "nearest.h"

#include <algorithm>
#include <vector>

namespace fw
{

/// Damerau–Levenshtein distance (adjacent letters swapped count once).
static int distance(const QString& a, const QString& b)
{
    std::vector<std::vector<int>> d(size_t(a.size()) + 1, std::vector<int>(size_t(b.size()) + 1));
    for (int i = 0; i <= a.size(); ++i)
        d[size_t(i)][0] = i;
    for (int j = 0; j <= b.size(); ++j)
        d[0][size_t(j)] = j;
    for (size_t i = 1; i < d.size(); ++i)
        for (size_t j = 1; j < d[0].size(); ++j) {
            const QChar ca = a[int(i) - 1], cb = b[int(j) - 1];
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (ca == cb ? 0 : 1)});
            if (i > 1 && j > 1 && ca == b[int(j) - 2] && cb == a[int(i) - 2])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d.back().back();
}

QString nearest(const QString& word, const QStringList& candidates)
{
    if (word.size() > 60)
        return {};
    QString best;
    int least = int(word.size()) / 3 + 1; // a short word is near to everything: one change per three letters
    for (const QString& candidate : candidates) {
        if (candidate.size() > 60)
            continue;
        const int far =
            candidate.compare(word, Qt::CaseInsensitive) == 0 ? 0 : distance(word.toLower(), candidate.toLower());
        if (far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

} // namespace fw
