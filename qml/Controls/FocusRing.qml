pragma ComponentBehavior: Bound
import QtQuick

// The 2 px accent ring outside a control's border. Put it inside the control's background.
Rectangle {
    property bool active: false

    visible: active
    anchors.fill: parent
    anchors.margins: -3
    radius: Theme.radius + 3
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
}
