import QtQuick
import Formwright.Controls

// Where a dragged thing will land: an accent line with a knob, between two things.
Rectangle {
    property bool upright: false

    implicitWidth: upright ? 2 : 40
    implicitHeight: upright ? 40 : 2
    radius: 1
    color: Theme.accent
    z: 50
    Rectangle {
        width: 8
        height: 8
        radius: 4
        x: -3
        y: -3
        color: Theme.panel
        border.width: 2
        border.color: Theme.accent
    }
}
