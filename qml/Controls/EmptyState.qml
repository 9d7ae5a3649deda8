pragma ComponentBehavior: Bound
import QtQuick

// Nothing here yet: a picture, one sentence, one button that does the next thing.
Item {
    id: empty

    property string iconName: "inbox"
    property color colour: Theme.secondary
    property string title
    property string text
    property string actionText
    property string actionIcon
    property bool primary: true
    property string otherText // a second, quieter way on
    signal actionClicked()
    signal otherClicked()

    implicitWidth: 320
    implicitHeight: column.implicitHeight

    Column {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width - 32, 360)
        spacing: Theme.m
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 56
            height: 56
            radius: 28
            color: Theme.tint(empty.colour)
            Icon { anchors.centerIn: parent; name: empty.iconName; size: 26; color: empty.colour }
        }
        Label {
            visible: text !== ""
            text: empty.title
            role: Label.Strong
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            wrapMode: Text.Wrap
        }
        Label {
            visible: text !== ""
            text: empty.text
            role: Label.Body
            color: Theme.secondary
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            wrapMode: Text.Wrap
        }
        Button {
            visible: text !== ""
            text: empty.actionText
            iconName: empty.actionIcon
            kind: empty.primary ? "primary" : "normal"
            anchors.horizontalCenter: parent.horizontalCenter
            onClicked: empty.actionClicked()
        }
        Button {
            visible: text !== ""
            text: empty.otherText
            kind: "quiet"
            anchors.horizontalCenter: parent.horizontalCenter
            onClicked: empty.otherClicked()
        }
    }
}
