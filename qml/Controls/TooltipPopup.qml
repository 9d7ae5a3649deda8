import QtQuick
import QtQuick.Templates as T

// The pop-up of a Tooltip.
T.ToolTip {
    id: tip

    required property Tooltip owner

    parent: owner.parent
    visible: owner.shown
    delay: 500
    timeout: 8000
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? parent.height + 4 : 0
    margins: 4
    padding: 6
    leftPadding: Theme.s
    rightPadding: Theme.s
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    implicitWidth: Math.min(content.implicitWidth, 320) + leftPadding + rightPadding
    implicitHeight: content.implicitHeight + topPadding + bottomPadding
    contentItem: Row {
        id: content
        spacing: Theme.s
        Label {
            text: tip.owner.text
            color: Theme.tooltipInk
            font.pixelSize: Theme.small
            wrapMode: implicitWidth > 304 || text.includes("\n") ? Text.Wrap : Text.NoWrap
            width: Math.min(implicitWidth, 304)
        }
        Label {
            visible: tip.owner.shortcut !== ""
            text: tip.owner.shortcut
            color: Theme.tooltipInk
            opacity: 0.65
            font.pixelSize: Theme.small
        }
    }
    background: Rectangle { color: Theme.tooltip; radius: Theme.radius }
}
