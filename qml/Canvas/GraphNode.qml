import QtQuick
import Formwright.Controls

// A node: icon with a coloured stripe, title, one line of detail. Drags and selects through its DragSource.
Item {
    id: node

    required property DragContext context
    property string title
    property string detail
    property string iconName
    property color colour: Theme.secondary
    property bool selected: false
    property string payload
    property bool marked: false // something is wrong in it
    signal picked(int modifiers)

    Accessible.role: Accessible.Button
    Accessible.name: title

    Elevation { radius: Theme.radiusLarge; visible: source.containsMouse || node.selected }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.panel
        border.width: node.selected ? 2 : 1
        border.color: node.selected ? Theme.accent : source.containsMouse ? Theme.outline : Theme.hairline
    }
    Rectangle {
        width: 32
        height: 32
        radius: Theme.radius
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.tint(node.colour)
        Icon { anchors.centerIn: parent; name: node.iconName; size: 18; color: node.colour }
    }
    Column {
        anchors { left: parent.left; leftMargin: 56; right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
        spacing: 2
        Label { text: node.title; width: parent.width; font.weight: Font.Medium }
        Label { visible: text !== ""; text: node.detail; role: Label.Caption; width: parent.width }
    }
    Icon {
        visible: node.marked
        name: "error"
        color: Theme.error
        anchors { right: parent.right; rightMargin: 8; top: parent.top; topMargin: 8 }
    }
    DragSource {
        id: source
        anchors.fill: parent
        context: node.context
        payload: node.payload
        text: node.title
        icon: node.iconName
        cursorShape: dragging ? Qt.ClosedHandCursor : Qt.PointingHandCursor
        onPicked: modifiers => node.picked(modifiers)
    }
    Tooltip { text: node.title + (node.detail !== "" ? "\n" + node.detail : ""); shown: source.containsMouse && !source.dragging }
}
