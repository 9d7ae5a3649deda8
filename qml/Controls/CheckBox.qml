pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Ticked or not. `value` in, `edited(value)` out.
T.AbstractButton {
    id: control

    property bool value: false
    signal edited(bool value)

    implicitWidth: 16 + (text !== "" ? label.implicitWidth + Theme.s : 0)
    implicitHeight: Theme.row
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: value
    onClicked: edited(!value)

    contentItem: Item {
        Rectangle {
            id: box
            width: 16
            height: 16
            radius: 3
            anchors.verticalCenter: parent.verticalCenter
            color: control.value ? (control.enabled ? Theme.accent : Theme.disabled) : Theme.field
            border.width: control.value ? 0 : 1
            border.color: control.hovered && control.enabled ? Theme.accent : Theme.disabled
            FocusRing { active: control.visualFocus; radius: 6 }
            Icon {
                visible: control.value
                anchors.centerIn: parent
                name: "check"
                size: 14
                color: Theme.accentInk
            }
        }
        Label {
            id: label
            text: control.text
            anchors { left: box.right; leftMargin: Theme.s; right: parent.right; verticalCenter: parent.verticalCenter }
        }
    }
}
