pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A button that is only an icon: `tip` is its name (shown with `shortcut`), also for screen readers.
T.AbstractButton {
    id: control

    property string iconName
    property string tip
    property string shortcut
    property int iconSize: Theme.icon
    property int size: Theme.row
    property color iconColor: Theme.secondary
    property bool accented: false
    property bool pressedHere: false // no tip over what the press has opened

    implicitWidth: size
    implicitHeight: size
    focusPolicy: Qt.TabFocus
    Accessible.name: tip
    Accessible.role: Accessible.Button
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    onPressed: pressedHere = true
    onHoveredChanged: if (!hovered) pressedHere = false

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.iconName
            size: control.iconSize
            color: !control.enabled ? Theme.disabled
                                    : control.accented || control.checked ? Theme.accent
                                    : control.hovered ? Theme.text : control.iconColor
            opacity: control.enabled ? 1 : 0.6
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.checked ? Theme.accentTint
                               : control.down ? Theme.pressed : control.hovered && control.enabled ? Theme.hover : "transparent"
        FocusRing { active: control.visualFocus }
    }

    Tooltip { text: control.tip; shortcut: control.shortcut; shown: control.hovered && !control.pressedHere && control.tip !== "" }
}
