pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// The tip of its parent: loaded only when it is first needed. Set `shown` from the parent's hover.
Loader {
    id: loader

    property string text
    property string shortcut
    property bool shown: false
    property bool ever: false

    onShownChanged: if (shown) ever = true
    active: ever
    sourceComponent: Component {
        T.ToolTip {
            id: tip
            parent: loader.parent
            visible: loader.shown
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
                    text: loader.text
                    color: Theme.tooltipInk
                    font.pixelSize: Theme.small
                    wrapMode: implicitWidth > 304 ? Text.Wrap : Text.NoWrap
                    width: Math.min(implicitWidth, 304)
                }
                Label {
                    visible: loader.shortcut !== ""
                    text: loader.shortcut
                    color: Theme.tooltipInk
                    opacity: 0.65
                    font.pixelSize: Theme.small
                }
            }
            background: Rectangle { color: Theme.tooltip; radius: Theme.radius }
        }
    }
}
