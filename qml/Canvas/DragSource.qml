import QtQuick
import Formwright.Canvas

// Put this over anything that can be dragged: a press that travels begins a drag, one that does not is a click.
MouseArea {
    id: source

    required property DragContext context
    property string payload
    property string text
    property string icon
    property bool dragging: false
    property point pressedAt
    property int modifiers: 0 // of the press
    signal picked(int modifiers)

    preventStealing: true
    hoverEnabled: true
    cursorShape: dragging ? Qt.ClosedHandCursor : Qt.OpenHandCursor
    onPressed: mouse => {
        pressedAt = Qt.point(mouse.x, mouse.y);
        dragging = false;
        modifiers = mouse.modifiers;
    }
    onPositionChanged: mouse => {
        if (!pressed || payload === "")
            return;
        if (!dragging && Math.abs(mouse.x - pressedAt.x) + Math.abs(mouse.y - pressedAt.y) > 8) {
            dragging = true;
            context.begin(payload, text, icon);
        }
        if (dragging && context.active) {
            const at = mapToItem(null, mouse.x, mouse.y);
            context.moveTo(at.x, at.y);
        }
    }
    onReleased: {
        if (dragging)
            context.finish();
        else
            picked(modifiers);
        dragging = false;
    }
    onCanceled: {
        dragging = false;
        context.cancel();
    }
}
