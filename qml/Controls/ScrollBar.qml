pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A thin scroll bar that shows while needed.
T.ScrollBar {
    id: control

    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    minimumSize: 0.05
    visible: policy !== T.ScrollBar.AlwaysOff && size < 1.0

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: Theme.secondary
        opacity: control.pressed ? 0.7 : control.hovered ? 0.5 : 0.28
    }
}
