pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A sheet from the right edge for details that need room but no new page.
T.Drawer {
    id: drawer

    property string title
    default property alias body: slot.data

    edge: Qt.RightEdge
    width: 420
    height: parent ? parent.height : 0
    modal: true
    T.Overlay.modal: Rectangle { color: Theme.scrim }
    contentItem: Item {
        Item {
            id: head
            width: parent.width
            height: 52
            Label { text: drawer.title; role: Label.Page; x: Theme.l; width: parent.width - 64; anchors.verticalCenter: parent.verticalCenter }
            IconButton {
                iconName: "close"
                tip: qsTr("Close")
                anchors { right: parent.right; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
                onClicked: drawer.close()
            }
        }
        Item {
            id: slot
            anchors { fill: parent; topMargin: head.height }
        }
    }
    background: Rectangle {
        color: Theme.raised
        Divider { vertical: true; height: parent.height }
    }
    enter: Transition { NumberAnimation { property: "position"; to: 1; duration: Theme.motion } }
    exit: Transition { NumberAnimation { property: "position"; to: 0; duration: Theme.motion } }
}
