import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Studio

// The search box of the header: opens the command palette.
T.AbstractButton {
    id: button

    implicitHeight: Theme.control
    implicitWidth: 320
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Search or command")
    onClicked: Studio.commands.run("palette")

    contentItem: Item {
        Icon { name: "search"; x: 10; anchors.verticalCenter: parent.verticalCenter }
        Label {
            text: qsTr("Search or command")
            color: Theme.secondary
            anchors { left: parent.left; leftMargin: 34; right: keys.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
        }
        Label {
            id: keys
            text: Studio.commands.shortcut("palette")
            role: Label.Caption
            anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.hovered ? Theme.pressed : Theme.canvas
        border.width: 1
        border.color: Theme.hairline
        FocusRing { active: button.visualFocus }
    }
}
