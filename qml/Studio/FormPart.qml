pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// One part of a form as its users will see it, with what the builder needs around it: selection, a handle for the width.
Item {
    id: part

    required property var host
    required property FormEditor editor
    property var entry
    property int level: 0
    property real columnWidth: 60
    readonly property string bandAddress: part.entry.address
    readonly property bool selected: Studio.session.selected.includes(part.entry.address)
    readonly property bool section: part.entry.sort === "section"

    implicitHeight: section ? head.height + inner.height + 2 * Theme.m : part.entry.sort === "caption" ? caption.implicitHeight + 8 : part.entry.sort === "sub_table" ? 116 : 54
    opacity: host.drag.active && host.drag.payload === "element:" + part.entry.address ? 0.4 : 1
    Accessible.role: Accessible.Button
    Accessible.name: part.entry.label

    Rectangle {
        anchors.fill: parent
        anchors.margins: part.section ? 0 : -6
        radius: Theme.radiusLarge
        color: part.section ? "transparent" : part.selected ? Theme.accentTint : source.containsMouse ? Theme.hover : "transparent"
        border.width: part.selected ? 2 : part.section ? 1 : 0
        border.color: part.selected ? Theme.accent : source.containsMouse ? Theme.outline : Theme.hairline
    }
    DragSource {
        id: source
        anchors.fill: parent
        anchors.margins: part.section ? 0 : -6
        context: part.host.drag
        payload: "element:" + part.entry.address
        text: part.entry.label
        icon: part.section ? "group" : part.entry.icon ?? "field"
        cursorShape: dragging ? Qt.ClosedHandCursor : Qt.PointingHandCursor
        onPicked: modifiers => { part.host.forceActiveFocus(); Studio.session.pick(part.entry.address, modifiers); }
    }

    // a section: its title and the list inside
    Label {
        id: head
        visible: part.section
        text: part.entry.label
        role: Label.Strong
        x: Theme.m
        height: part.section ? 40 : 0
        width: parent.width - 2 * Theme.m
    }
    Loader {
        id: inner
        active: part.section
        x: Theme.m
        y: head.height
        width: parent.width - 2 * Theme.m
        height: item ? (item as Item).implicitHeight : 0
        Component.onCompleted: {
            if (part.section)
                setSource("FormParts.qml", { host: part.host, editor: part.editor, list: part.entry.list, level: part.level + 1,
                                             owner: part.entry.address, parts: part.entry.parts, width: Qt.binding(() => inner.width) });
        }
    }

    Label {
        id: caption
        visible: part.entry.sort === "caption"
        text: part.entry.label
        color: Theme.secondary
        wrapMode: Text.Wrap
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
    }
    FieldSketch {
        visible: part.entry.sort === "field" || part.entry.sort === "sub_table"
        anchors.fill: parent
        entry: part.entry
    }
    MouseArea {
        visible: part.selected && part.entry.sort === "field"
        width: 12
        height: parent.height
        x: parent.width
        cursorShape: Qt.SizeHorCursor
        preventStealing: true
        onPositionChanged: mouse => {
            const width = mapToItem(part, mouse.x, 0).x;
            const columns = Math.max(2, Math.min(12, Math.round((width + Theme.l) / part.columnWidth)));
            if (columns !== part.entry.width)
                part.editor.setWidth(part.entry.address, columns);
        }
        Rectangle {
            width: 6
            height: 20
            radius: 3
            x: 3
            color: Theme.accent
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
