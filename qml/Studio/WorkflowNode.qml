pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// A node of the workflow graph: a trigger or step as a card, a branch and the end as pills.
Item {
    id: item

    required property var host
    property var node
    readonly property string bandAddress: node.address
    readonly property bool selected: node.address !== "" && Studio.session.selected.includes(node.address)
    readonly property bool card: node.sort === "trigger" || node.sort === "step"

    opacity: host.drag.active && host.drag.payload === "element:" + node.address ? 0.4 : 1

    GraphNode {
        visible: item.card
        anchors.fill: parent
        context: item.host.drag
        title: item.node.title
        detail: item.node.detail
        iconName: item.host.iconOf(item.node.sort, item.node.kind)
        colour: item.node.sort === "trigger" ? Theme.workflows : item.host.colourOf(item.node.kind)
        selected: item.selected
        payload: "element:" + item.node.address
        onPicked: modifiers => { item.host.forceActiveFocus(); Studio.session.pick(item.node.address, modifiers); }
    }
    Rectangle {
        visible: !item.card
        anchors.fill: parent
        radius: height / 2
        color: item.node.sort === "end" ? Theme.canvas : Theme.panel
        border.width: item.selected ? 2 : 1
        border.color: item.selected ? Theme.accent : hover.hovered && item.node.address !== "" ? Theme.outline : Theme.hairline
        Label {
            anchors { fill: parent; leftMargin: 12; rightMargin: 12 }
            horizontalAlignment: Text.AlignHCenter
            text: item.node.title
            role: Label.Secondary
            color: Theme.text
        }
        HoverHandler { id: hover; cursorShape: item.node.address !== "" ? Qt.PointingHandCursor : Qt.ArrowCursor }
        TapHandler { enabled: !item.card && item.node.address !== ""; onTapped: { item.host.forceActiveFocus(); Studio.session.select(item.node.address); } }
        Tooltip { text: item.node.title; shown: hover.hovered && !item.card && item.node.title.length > 24 }
    }
}
