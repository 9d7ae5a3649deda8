pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A push button. kind: "normal" (default), "primary" (one per view), "quiet", "danger".
T.Button {
    id: control

    property string kind: "normal"
    property string iconName
    property string tip
    readonly property bool filled: kind === "primary" || kind === "danger"
    readonly property color ink: !enabled ? Theme.disabled
                                          : kind === "primary" ? Theme.accentInk
                                          : kind === "danger" ? (Theme.dark ? Theme.accentInk : "#ffffff") : Theme.text

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, text === "" ? Theme.control : 64)
    implicitHeight: Theme.control
    leftPadding: iconName !== "" ? Theme.s + 2 : Theme.m
    rightPadding: Theme.m
    spacing: Theme.xs + 2
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: kind === "primary" ? Font.Medium : Font.Normal
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text !== "" ? text : tip
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        implicitWidth: (control.iconName !== "" ? Theme.icon : 0) + (control.text !== "" ? caption.implicitWidth : 0)
                       + (control.iconName !== "" && control.text !== "" ? control.spacing : 0)
        Row {
            id: row
            anchors.centerIn: parent
            spacing: control.spacing
            Icon {
                visible: control.iconName !== ""
                name: control.iconName
                color: control.filled || !control.enabled ? control.ink : Theme.secondary
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                id: caption
                visible: control.text !== ""
                text: control.text
                font: control.font
                color: control.ink
                width: Math.min(implicitWidth, Math.max(0, control.availableWidth - (control.iconName !== "" ? Theme.icon + control.spacing : 0)))
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        border.width: control.kind === "normal" ? 1 : 0
        border.color: Theme.outline
        color: {
            if (!control.enabled)
                return control.filled ? Theme.pressed : "transparent";
            if (control.kind === "primary")
                return control.down ? Theme.accentPressed : control.hovered ? Theme.accentHover : Theme.accent;
            if (control.kind === "danger")
                return control.down || control.hovered ? Qt.darker(Theme.error, control.down ? 1.25 : 1.12) : Theme.error;
            if (control.down || control.checked)
                return Theme.pressed;
            return control.hovered ? Theme.hover : control.kind === "normal" ? Theme.raised : "transparent";
        }
        Behavior on color { ColorAnimation { duration: Theme.motion } }
        FocusRing { active: control.visualFocus }
    }

    Tooltip { text: control.tip; shown: control.hovered && control.tip !== "" }
}
