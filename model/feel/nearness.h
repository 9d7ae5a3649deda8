#pragma once
#include <QStringList>

namespace fw::feel
{

/// Up to one name of `candidates` that `name` is probably meant to be, whatever the case; empty when nothing is near.
QString closest(const QString& name, const QStringList& candidates);

} // namespace fw::feel
