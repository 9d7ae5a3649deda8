pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// A tile as it will look, with a sketch of its chart in place of data.
Item {
    id: item

    required property var host
    required property DashboardEditor editor
    property var tile
    property real columnWidth: 80
    readonly property bool selected: Studio.session.selection === tile.address
    readonly property bool kpi: tile.type === "kpi"

    height: kpi ? 112 : 224
    opacity: host.drag.active && host.drag.payload === "element:" + tile.address ? 0.4 : 1

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.panel
        border.width: item.selected ? 2 : 1
        border.color: item.selected ? Theme.accent : source.containsMouse ? Theme.outline : Theme.hairline
    }
    Label { text: item.tile.title; role: Label.Strong; x: Theme.l; y: Theme.m; width: parent.width - 2 * Theme.l }
    Label {
        visible: item.kpi
        text: item.tile.unit !== "" ? "–– " + item.tile.unit : "––"
        role: Label.Figure
        color: Theme.disabled
        x: Theme.l
        y: 36
    }
    ChartSketch {
        visible: !item.kpi
        x: Theme.l
        y: 44
        width: parent.width - 2 * Theme.l
        height: parent.height - 44 - 36
        type: item.tile.type
        labels: item.tile.labels
    }
    Label {
        text: item.tile.detail
        role: Label.Caption
        x: Theme.l
        width: parent.width - 2 * Theme.l
        anchors { bottom: parent.bottom; bottomMargin: Theme.m }
    }
    DragSource {
        id: source
        anchors.fill: parent
        context: item.host.drag
        payload: "element:" + item.tile.address
        text: item.tile.title
        icon: item.tile.type === "table" ? "chart-table" : item.tile.type
        cursorShape: dragging ? Qt.ClosedHandCursor : Qt.PointingHandCursor
        onPicked: { item.host.forceActiveFocus(); Studio.session.select(item.tile.address); }
    }
    MouseArea {
        visible: item.selected && item.columnWidth * 12 > 620
        width: 14
        height: parent.height
        x: parent.width - 8
        cursorShape: Qt.SizeHorCursor
        preventStealing: true
        onPositionChanged: mouse => {
            const columns = Math.max(2, Math.min(12, Math.round((mapToItem(item, mouse.x, 0).x + item.host.gap) / item.columnWidth)));
            if (columns !== item.tile.width)
                item.editor.setWidth(item.tile.address, columns);
        }
        Rectangle { width: 6; height: 28; radius: 3; x: 5; color: Theme.accent; anchors.verticalCenter: parent.verticalCenter }
    }
}
