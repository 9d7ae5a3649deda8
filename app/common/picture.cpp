#include "picture.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QTimer>
#include <cstdio>

namespace fw
{

void savePictureAndQuit(QQuickWindow* window, const QString& file, int settleMs)
{
    QTimer::singleShot(settleMs, window, [window, file] {
        const bool saved = window->grabWindow().save(file);
        if (!saved)
            std::fprintf(stderr,
                         "Cannot write the picture %s. Choose a folder that exists and that you may write to.\n",
                         qPrintable(file));
        QGuiApplication::exit(saved ? 0 : 1);
    });
}

} // namespace fw
