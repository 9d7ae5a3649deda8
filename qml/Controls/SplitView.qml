pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Panes side by side with 1 px handles that are easy to grab.
T.SplitView {
    id: control

    handle: Item {
        id: handle
        implicitWidth: control.orientation === Qt.Horizontal ? 1 : control.width
        implicitHeight: control.orientation === Qt.Horizontal ? control.height : 1
        containmentMask: Item {
            x: control.orientation === Qt.Horizontal ? -3 : 0
            y: control.orientation === Qt.Horizontal ? 0 : -3
            width: control.orientation === Qt.Horizontal ? 7 : control.width
            height: control.orientation === Qt.Horizontal ? control.height : 7
        }
        Rectangle {
            anchors.fill: parent
            color: handle.T.SplitHandle.pressed || handle.T.SplitHandle.hovered ? Theme.accent : Theme.hairline
        }
    }
}
