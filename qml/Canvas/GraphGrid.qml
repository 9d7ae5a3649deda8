import QtQuick
import Formwright.Controls

// A quiet dot grid that moves with the surface.
Canvas {
    id: grid

    property real offsetX: 0
    property real offsetY: 0
    property real zoom: 1
    readonly property real step: 24 * zoom
    readonly property color ink: Theme.outline

    onOffsetXChanged: requestPaint()
    onOffsetYChanged: requestPaint()
    onZoomChanged: requestPaint()
    onInkChanged: requestPaint()
    onPaint: {
        const context = getContext("2d");
        context.clearRect(0, 0, width, height);
        if (step < 10)
            return;
        context.fillStyle = ink;
        for (let x = offsetX % step; x < width; x += step)
            for (let y = offsetY % step; y < height; y += step)
                context.fillRect(Math.round(x), Math.round(y), 1, 1);
    }
}
