#pragma once
#include <QString>

class QQuickWindow;

namespace fw
{

/// Saves what a window shows to a PNG once it has settled (a few frames after `settleMs`), then ends the program: exit
/// code 0, or 1 when the file cannot be written. For pictures in the manual and for tests.
void savePictureAndQuit(QQuickWindow* window, const QString& file, int settleMs = 400);

} // namespace fw
