pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A modal question: title, body, actions right. Enter accepts (while `ready`), Esc cancels.
T.Dialog {
    id: dialog

    property string acceptText: qsTr("OK")
    property string cancelText: qsTr("Cancel")
    property string iconName
    property bool danger: false
    property bool ready: true
    property int maximumWidth: 480

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round((parent.height - height) / 3) : 0
    width: Math.min(maximumWidth, parent ? parent.width - 48 : maximumWidth)
    modal: true
    focus: true
    padding: Theme.xl
    topPadding: Theme.l
    bottomPadding: Theme.l
    closePolicy: T.Popup.CloseOnEscape
    implicitHeight: implicitHeaderHeight + implicitFooterHeight + contentHeight + topPadding + bottomPadding
    T.Overlay.modal: Rectangle { color: Theme.scrim }
    onOpened: if (!contentItem.activeFocus) acceptButton.forceActiveFocus()

    header: Item {
        implicitHeight: 52
        Icon {
            visible: dialog.iconName !== ""
            name: dialog.iconName
            size: Theme.iconLarge
            color: dialog.danger ? Theme.error : Theme.accent
            x: Theme.xl
            y: 22
        }
        Label {
            text: dialog.title
            role: Label.Page
            x: dialog.iconName !== "" ? Theme.xl + 28 : Theme.xl
            y: 18
            height: 28
            width: parent.width - x - Theme.xl
        }
    }
    footer: Item {
        implicitHeight: Theme.control + Theme.xl
        Row {
            anchors { right: parent.right; rightMargin: Theme.xl; top: parent.top }
            spacing: Theme.s
            Button {
                visible: dialog.cancelText !== ""
                text: dialog.cancelText
                onClicked: dialog.reject()
            }
            Button {
                id: acceptButton
                visible: dialog.acceptText !== ""
                text: dialog.acceptText
                kind: dialog.danger ? "danger" : "primary"
                enabled: dialog.ready
                onClicked: dialog.accept()
            }
        }
    }
    background: PopupFrame {
        Keys.onReturnPressed: if (dialog.ready) dialog.accept()
    }
    Shortcut {
        sequences: ["Return", "Enter"]
        enabled: dialog.visible && dialog.ready
        onActivated: dialog.accept()
    }
}
