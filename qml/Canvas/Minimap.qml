pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// The whole of a surface in small, with the part that shows; a click or drag goes there.
Rectangle {
    id: map

    required property var drawing // the GraphSurface
    property var marks: [] // [{x, y, width, height, selected}]
    readonly property real share: Math.min((width - 12) / drawing.contentSize.width, (height - 12) / drawing.contentSize.height)
    readonly property real originX: (width - drawing.contentSize.width * share) / 2
    readonly property real originY: (height - drawing.contentSize.height * share) / 2

    function goTo(x: real, y: real) {
        drawing.centreOn((x - originX) / share, (y - originY) / share);
    }

    width: 168
    height: Math.max(64, Math.min(132, 168 * drawing.contentSize.height / drawing.contentSize.width))
    radius: Theme.radius
    color: Theme.raised
    border.width: 1
    border.color: Theme.hairline
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Overview of the drawing")

    Repeater {
        model: map.marks
        Rectangle {
            required property var modelData
            x: map.originX + modelData.x * map.share
            y: map.originY + modelData.y * map.share
            width: Math.max(2, modelData.width * map.share)
            height: Math.max(2, modelData.height * map.share)
            radius: 1
            color: modelData.selected ? Theme.accent : Theme.outline
        }
    }
    Rectangle {
        readonly property rect seen: map.drawing.seen
        x: Math.max(1, map.originX + seen.x * map.share)
        y: Math.max(1, map.originY + seen.y * map.share)
        width: Math.min(map.width - 2 - x, seen.width * map.share)
        height: Math.min(map.height - 2 - y, seen.height * map.share)
        color: Theme.accentTint
        border.width: 1
        border.color: Theme.accent
        radius: 2
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        cursorShape: Qt.PointingHandCursor
        onPressed: mouse => map.goTo(mouse.x, mouse.y)
        onPositionChanged: mouse => { if (pressed) map.goTo(mouse.x, mouse.y); }
    }
}
