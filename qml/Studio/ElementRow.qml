pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// One element of an ElementList: title and id, what it is, its flags and its most telling value.
Item {
    id: item

    required property var host
    property var row
    readonly property string bandAddress: row.address
    readonly property bool selected: Studio.session.selected.includes(row.address)
    readonly property real titleWidth: Math.max(140, (width - 60) * (width > 520 ? 0.32 : 0.6))
    readonly property real sortWidth: row.sort !== "" ? Math.min(150, (width - 60) * 0.2) : 0

    opacity: host.drag.active && host.drag.payload === "element:" + row.address ? 0.4 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: row.title

    Rectangle {
        anchors { fill: parent; leftMargin: 4; rightMargin: 4; topMargin: 1; bottomMargin: 1 }
        radius: Theme.radius
        color: item.selected ? Theme.accentTint : source.containsMouse ? Theme.hover : "transparent"
        border.width: item.selected ? 2 : 0
        border.color: Theme.accent
    }
    Icon { visible: source.containsMouse; name: "drag"; color: Theme.disabled; x: 4; anchors.verticalCenter: parent.verticalCenter }
    Icon {
        name: item.row.icon !== "" ? item.row.icon : "list"
        color: item.host.colour
        x: 20
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        x: 46
        width: item.titleWidth
        anchors.verticalCenter: parent.verticalCenter
        Label { text: item.row.title; width: parent.width }
        Label { visible: item.row.id !== item.row.title; text: item.row.id; role: Label.Caption; width: parent.width }
    }
    Label {
        x: 46 + item.titleWidth + 8
        width: item.sortWidth
        text: item.row.sort
        role: Label.Secondary
        anchors.verticalCenter: parent.verticalCenter
    }
    Row {
        id: flags
        visible: item.width > 520
        x: 46 + item.titleWidth + item.sortWidth + 16
        spacing: 4
        anchors.verticalCenter: parent.verticalCenter
        Repeater {
            model: item.row.flags ?? []
            Tag { required property string modelData; text: modelData }
        }
    }
    Label {
        x: flags.x + flags.width + (flags.width > 0 ? 8 : 0)
        width: Math.max(0, item.width - x - 16)
        visible: item.width > 520
        text: item.row.detail ?? ""
        role: Label.Caption
        anchors.verticalCenter: parent.verticalCenter
    }
    DragSource {
        id: source
        anchors.fill: parent
        context: item.host.drag
        payload: "element:" + item.row.address
        text: item.row.title
        icon: item.row.icon !== "" ? item.row.icon : "list"
        cursorShape: dragging ? Qt.ClosedHandCursor : Qt.PointingHandCursor
        onPicked: modifiers => { item.host.forceActiveFocus(); Studio.session.pick(item.row.address, modifiers); }
    }
}
