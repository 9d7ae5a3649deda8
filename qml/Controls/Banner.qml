pragma ComponentBehavior: Bound
import QtQuick

// A notice across a panel: kind "info", "success", "warning" or "error", with an optional action and cross.
Rectangle {
    id: banner

    property string kind: "info"
    property string text
    property string actionText
    property bool closable: false
    signal actionClicked()
    signal closed()

    implicitWidth: 320
    implicitHeight: Math.max(40, label.implicitHeight + 20)
    radius: Theme.radius
    color: Theme.tint(Theme.state(kind))

    Icon {
        id: icon
        name: banner.kind
        color: Theme.state(banner.kind)
        x: Theme.m
        y: 12
    }
    Label {
        id: label
        text: banner.text
        wrapMode: Text.Wrap
        anchors { left: icon.right; leftMargin: Theme.s; right: actions.left; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
    }
    Row {
        id: actions
        anchors { right: parent.right; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
        spacing: Theme.xs
        Button { visible: banner.actionText !== ""; text: banner.actionText; implicitHeight: 28; onClicked: banner.actionClicked() }
        IconButton { visible: banner.closable; iconName: "close"; tip: qsTr("Close"); onClicked: banner.closed() }
    }
}
