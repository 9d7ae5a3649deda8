pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// One line of a menu: icon, text, shortcut.
T.MenuItem {
    id: item

    property string iconName
    property string shortcut
    property bool danger: false

    implicitWidth: 32 + textLabel.implicitWidth + (shortcut !== "" ? keys.implicitWidth + 24 : 0) + 20
    implicitHeight: visible ? Theme.row : 0
    font.family: Theme.family
    font.pixelSize: Theme.body

    contentItem: Item {
        Icon {
            x: 8
            name: item.checkable ? (item.checked ? "check" : "") : item.iconName
            color: item.danger ? Theme.error : Theme.secondary
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: textLabel
            text: item.text
            color: !item.enabled ? Theme.disabled : item.danger ? Theme.error : Theme.text
            anchors { left: parent.left; leftMargin: 32; right: keys.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
        }
        Label {
            id: keys
            text: item.shortcut
            role: Label.Caption
            anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: item.highlighted && item.enabled ? Theme.hover : "transparent"
    }
}
