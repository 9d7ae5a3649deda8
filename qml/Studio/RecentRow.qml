import QtQuick
import Formwright.Controls
import Formwright.Studio

// An app that was opened lately.
FocusScope {
    id: row

    property var entry

    height: 44
    activeFocusOnTab: true
    Keys.onReturnPressed: Studio.open(row.entry.folder)
    Accessible.role: Accessible.Button
    Accessible.name: entry.title

    Rectangle {
        anchors { fill: parent; leftMargin: 4; rightMargin: 4 }
        radius: Theme.radius
        color: hover.hovered ? Theme.hover : "transparent"
        FocusRing { active: row.activeFocus; anchors.margins: -1 }
    }
    Icon { name: "app"; color: Theme.accent; x: Theme.l; anchors.verticalCenter: parent.verticalCenter }
    Column {
        x: 44
        width: parent.width - 100
        anchors.verticalCenter: parent.verticalCenter
        Label { text: row.entry.title; width: parent.width }
        Label { text: row.entry.detail; role: Label.Caption; width: parent.width; elide: Text.ElideMiddle }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    TapHandler { onTapped: Studio.open(row.entry.folder) }
    IconButton {
        visible: hover.hovered
        iconName: "close"
        tip: qsTr("Take off this list")
        anchors { right: parent.right; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
        onClicked: Studio.start.forget(row.entry.folder)
    }
}
