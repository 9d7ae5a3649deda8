import QtQuick
import Formwright.Controls
import Formwright.Studio

// Which store the app is published into.
Rectangle {
    id: line

    required property Publisher publisher
    signal browse()

    visible: publisher.store !== ""
    height: visible ? 40 : 0
    radius: Theme.radius
    color: Theme.canvas
    Icon { name: "table"; color: Theme.data; x: Theme.m; anchors.verticalCenter: parent.verticalCenter }
    Label {
        text: line.publisher.store
        elide: Text.ElideMiddle
        anchors { left: parent.left; leftMargin: 36; right: status.left; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
    }
    Label {
        id: status
        text: line.publisher.isNew ? qsTr("new file") : line.publisher.newest > 0 ? qsTr("has version %1").arg(line.publisher.newest) : ""
        role: Label.Caption
        anchors { right: change.left; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
    }
    Button {
        id: change
        text: qsTr("Another store…")
        kind: "quiet"
        implicitHeight: 30
        anchors { right: parent.right; rightMargin: 4; verticalCenter: parent.verticalCenter }
        onClicked: line.browse()
    }
}
