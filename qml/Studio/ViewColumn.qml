pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// One column of a view with sample values.
Item {
    id: item

    required property var host
    property var column
    readonly property string bandAddress: column.address
    readonly property bool selected: Studio.session.selected.includes(column.address)

    width: column.width
    opacity: host.drag.active && host.drag.payload === "element:" + column.address ? 0.4 : 1

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: Theme.radius
        color: item.selected ? Theme.accentTint : source.containsMouse ? Theme.hover : "transparent"
        border.width: item.selected ? 2 : 0
        border.color: Theme.accent
    }
    Row {
        x: 12
        height: Theme.control
        spacing: 4
        Label {
            text: item.column.title
            role: Label.Secondary
            font.weight: Font.Medium
            width: Math.min(implicitWidth, item.width - 44)
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon { visible: item.column.sorted !== ""; name: "sort-" + item.column.sorted; size: 14; color: Theme.accent; anchors.verticalCenter: parent.verticalCenter }
    }
    Divider { y: Theme.control; width: parent.width }
    Repeater {
        model: item.column.samples
        Label {
            required property int index
            required property string modelData
            x: 12
            y: Theme.control + 36 * index
            height: 36
            width: item.width - 20
            text: modelData
            Divider { y: 35; x: -12; width: item.width }
        }
    }
    DragSource {
        id: source
        anchors.fill: parent
        context: item.host.drag
        payload: "element:" + item.column.address
        text: item.column.title
        icon: item.column.icon
        onPicked: modifiers => { item.host.forceActiveFocus(); Studio.session.pick(item.column.address, modifiers); }
    }
}
