import QtQuick
import Formwright.Controls

// What hangs at the pointer during a drag. Put one over the window.
Item {
    id: proxy

    required property DragContext context

    anchors.fill: parent
    z: 900

    Item {
        visible: proxy.context.active
        x: proxy.context.position.x + 12
        y: proxy.context.position.y + 8
        width: row.implicitWidth + 20
        height: Theme.row
        Elevation { radius: Theme.radius }
        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: Theme.raised
            border.width: 1
            border.color: Theme.accent
        }
        Row {
            id: row
            anchors.centerIn: parent
            spacing: 6
            Icon { name: proxy.context.icon; color: Theme.accent; anchors.verticalCenter: parent.verticalCenter }
            Label { text: proxy.context.text; anchors.verticalCenter: parent.verticalCenter }
        }
    }
    Shortcut {
        sequence: "Escape"
        enabled: proxy.context.active
        onActivated: proxy.context.cancel()
    }
}
