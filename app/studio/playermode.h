#pragma once
#include <QSize>
#include <QString>

class QGuiApplication;

namespace fw::studio
{

/// What `--player` runs: the app of a folder in a window of its own, on a scratch store with its sample data.
struct PlayerOptions {
    QString folder; ///< watched: edits are taken over while it runs
    QString language;
    bool dark = false;
    QString picture; ///< save a picture and end; "" = run
    QSize size;
};

/// Runs until the window closes. Returns the exit code; failures are told on the error output.
int runPlayer(QGuiApplication& gui, const PlayerOptions& options);

} // namespace fw::studio
