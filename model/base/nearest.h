#pragma once
#include <QString>
#include <QStringList>

namespace fw
{

/// The candidate nearest to a mistyped word, for "Did you mean"; "" when none is near.
QString nearest(const QString& word, const QStringList& candidates);

} // namespace fw
