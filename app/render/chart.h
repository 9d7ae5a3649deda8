#pragma once
#include "chartdata.h"
#include "scene.h"

#include <QSet>

namespace fw::render
{

struct ChartOptions {
    Style style = Style::light();
    Formats formats;
    QSet<QString> hidden; ///< ids of series switched off in the legend
    bool legend = true;
    QString emptyText; ///< one sentence shown when there is nothing to draw; "" = a general one
};

/// Lays out any chart in `size` logical pixels. Never fails: without data the scene holds the empty state. A table may
/// come out taller than asked for.
Scene layoutChart(const ChartData& data, const ChartOptions& options, QSizeF size);

} // namespace fw::render
