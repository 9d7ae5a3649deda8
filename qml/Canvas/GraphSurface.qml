import QtQuick
import Formwright.Controls

// A surface larger than the window. Wheel and touch pad pan it, Ctrl + wheel zooms to the cursor; the middle button, or
// Space held down, drags it; a drag on empty ground draws a band around what is to be selected. An overview shows while
// not everything fits.
Item {
    id: surface

    default property alias content: holder.data
    property size contentSize: Qt.size(100, 100)
    property real zoom: 1
    property alias origin: holder // items are placed in its coordinates
    property bool moved: false // by a person; until then the content is centred
    property bool handHeld: false // Space is down: a drag moves the surface
    property var marks: [] // of the overview: [{x, y, width, height, selected}]
    readonly property rect seen: Qt.rect(-holder.x / zoom, -holder.y / zoom, width / zoom, height / zoom)
    readonly property bool fits: contentSize.width * zoom <= width + 1 && contentSize.height * zoom <= height + 1
    signal groundClicked()
    signal banded(var addresses, bool adding)

    function clampPan() {
        const width = contentSize.width * zoom, height = contentSize.height * zoom;
        holder.x = width <= surface.width || !moved ? Math.round((surface.width - width) / 2) : Math.min(40, Math.max(surface.width - width - 40, holder.x));
        holder.y = height <= surface.height ? 0 : Math.min(40, Math.max(surface.height - height - 40, holder.y));
    }
    function zoomTo(next: real, x: real, y: real) {
        const bounded = Math.min(2, Math.max(0.25, next));
        holder.x = x - (x - holder.x) * bounded / zoom;
        holder.y = y - (y - holder.y) * bounded / zoom;
        zoom = bounded;
        clampPan();
    }
    function fit() {
        zoom = Math.min(1, Math.max(0.25, Math.min(width / contentSize.width, height / contentSize.height)));
        holder.y = 0;
        clampPan();
    }
    function panBy(dx: real, dy: real) {
        moved = true;
        holder.x += dx;
        holder.y += dy;
        clampPan();
    }
    function centreOn(x: real, y: real) {
        moved = true;
        holder.x = width / 2 - x * zoom;
        holder.y = height / 2 - y * zoom;
        clampPan();
    }
    // Brings a rectangle of the content into view.
    function reveal(x: real, y: real, width: real, height: real) {
        const left = holder.x + x * zoom, top = holder.y + y * zoom;
        if (left >= 16 && top >= 16 && left + width * zoom <= surface.width - 16 && top + height * zoom <= surface.height - 16)
            return;
        moved = true;
        if (left < 16)
            holder.x += 16 - left;
        else if (left + width * zoom > surface.width - 16)
            holder.x -= left + width * zoom - surface.width + 16;
        if (top < 16)
            holder.y += 16 - top;
        else if (top + height * zoom > surface.height - 16)
            holder.y -= top + height * zoom - surface.height + 16;
        clampPan();
    }

    function settle() {
        if (!moved) // a little smaller rather than cut
            zoom = Math.max(0.7, Math.min(1, width / contentSize.width));
        clampPan();
    }

    clip: true
    onWidthChanged: settle()
    onHeightChanged: clampPan()
    onContentSizeChanged: settle()

    GraphGrid { anchors.fill: parent; offsetX: holder.x; offsetY: holder.y; zoom: surface.zoom }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: surface.handHeld ? Qt.LeftButton | Qt.MiddleButton : Qt.MiddleButton
        property point last
        cursorShape: pressed ? Qt.ClosedHandCursor : surface.handHeld ? Qt.OpenHandCursor : Qt.ArrowCursor
        z: surface.handHeld ? 2 : 0
        onPressed: mouse => last = Qt.point(mouse.x, mouse.y)
        onPositionChanged: mouse => {
            surface.panBy(mouse.x - last.x, mouse.y - last.y);
            last = Qt.point(mouse.x, mouse.y);
        }
        onWheel: wheel => {
            if (wheel.modifiers & Qt.ControlModifier)
                surface.zoomTo(surface.zoom * (wheel.angleDelta.y > 0 ? 1.15 : 1 / 1.15), wheel.x, wheel.y);
            else
                surface.panBy(wheel.angleDelta.x / 2, wheel.angleDelta.y / 2);
        }
    }
    RubberBand {
        anchors.fill: parent
        root: holder
        onGroundClicked: surface.groundClicked()
        onBanded: (addresses, adding) => surface.banded(addresses, adding)
    }
    Item {
        id: holder
        width: surface.contentSize.width
        height: surface.contentSize.height
        scale: surface.zoom
        transformOrigin: Item.TopLeft
    }
    Minimap {
        visible: !surface.fits && surface.marks.length > 0 && surface.height > 320
        anchors { right: parent.right; bottom: toolBar.top; rightMargin: Theme.m; bottomMargin: Theme.s }
        drawing: surface
        marks: surface.marks
        z: 3
    }
    Rectangle {
        id: toolBar
        z: 3
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.m }
        width: tools.implicitWidth + 8
        height: Theme.control
        radius: Theme.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.hairline
        Row {
            id: tools
            anchors.centerIn: parent
            IconButton { iconName: "zoom-out"; tip: qsTr("Zoom out"); onClicked: surface.zoomTo(surface.zoom / 1.25, surface.width / 2, surface.height / 2) }
            Label { text: Math.round(surface.zoom * 100) + " %"; role: Label.Caption; width: 44; horizontalAlignment: Text.AlignHCenter; height: Theme.row }
            IconButton { iconName: "zoom-in"; tip: qsTr("Zoom in"); onClicked: surface.zoomTo(surface.zoom * 1.25, surface.width / 2, surface.height / 2) }
            IconButton { iconName: "fit"; tip: qsTr("Fit into the window"); onClicked: surface.fit() }
        }
    }
}
