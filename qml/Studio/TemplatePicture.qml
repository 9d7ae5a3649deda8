pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// A little window: rail, figures, a list and a chart: what an app made here looks like.
Rectangle {
    id: picture

    radius: 6
    color: Theme.panel
    border.width: 1
    border.color: Theme.hairline
    clip: true

    Rectangle { width: 44; height: parent.height + 8; color: Theme.canvas; radius: 6 }
    Column {
        x: 8
        y: 12
        spacing: 8
        Repeater {
            model: 4
            Rectangle { required property int index; width: 28; height: 5; radius: 2; color: index === 1 ? Theme.accent : Theme.outline }
        }
    }
    Row {
        x: 56
        y: 12
        spacing: 8
        Repeater {
            model: [Theme.accent, Theme.success, Theme.warning]
            Rectangle {
                required property color modelData
                width: Math.max(20, (picture.width - 56 - 12 - 16) / 3)
                height: 24
                radius: 3
                color: Theme.tint(modelData)
                Rectangle { x: 6; y: 9; width: parent.width * 0.4; height: 6; radius: 3; color: parent.modelData }
            }
        }
    }
    Row {
        x: 56
        y: 46
        height: 46
        spacing: 5
        Repeater {
            model: [0.4, 0.7, 0.5, 0.9, 0.65, 1, 0.8]
            Rectangle { required property real modelData; width: Math.max(5, (picture.width - 56) * 0.5 / 7 - 5); height: 44 * modelData; anchors.bottom: parent.bottom; color: Theme.tint(Theme.chart[0]) }
        }
    }
    Column {
        x: 56 + (picture.width - 56) * 0.55
        y: 50
        spacing: 9
        Repeater {
            model: 4
            Rectangle { required property int index; width: (picture.width - 56) * (0.38 - 0.06 * (index % 3)); height: 5; radius: 2; color: Theme.outline }
        }
    }
}
