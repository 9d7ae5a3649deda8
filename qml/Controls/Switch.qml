pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// On or off, at once. `value` in, `edited(value)` out.
T.AbstractButton {
    id: control

    property bool value: false
    signal edited(bool value)

    implicitWidth: 34 + (text !== "" ? label.implicitWidth + Theme.s : 0)
    implicitHeight: Theme.row
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: value
    onClicked: edited(!value)
    Keys.onReturnPressed: clicked()

    contentItem: Item {
        Rectangle {
            id: track
            width: 30
            height: 18
            radius: 9
            anchors.verticalCenter: parent.verticalCenter
            color: control.value ? (control.enabled ? Theme.accent : Theme.disabled) : control.hovered ? Theme.disabled : Theme.outline
            Behavior on color { ColorAnimation { duration: Theme.motion } }
            FocusRing { active: control.visualFocus; radius: 12 }
            Rectangle {
                width: 14
                height: 14
                radius: 7
                y: 2
                x: control.value ? 14 : 2
                color: "#ffffff"
                Behavior on x { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
            }
        }
        Label {
            id: label
            text: control.text
            anchors { left: track.right; leftMargin: Theme.s; right: parent.right; verticalCenter: parent.verticalCenter }
        }
    }
}
