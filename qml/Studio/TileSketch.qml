pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Charts
import Formwright.Studio

// A tile as it will look: with figures of the sample data where there are some, else with a sketch of its chart.
Item {
    id: item

    required property var host
    required property DashboardEditor editor
    property var tile
    property real columnWidth: 80
    property var live: null // {description, answer, problem}
    readonly property bool drawn: live !== null && live.answer !== undefined && (live.problem ?? "") === ""
    readonly property string bandAddress: tile.address
    readonly property bool selected: Studio.session.selected.includes(tile.address)
    readonly property bool kpi: tile.type === "kpi"

    height: kpi ? (drawn ? 152 : 112) : (drawn ? 264 : 224)
    opacity: host.drag.active && host.drag.payload === "element:" + tile.address ? 0.4 : 1

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.panel
        border.width: item.selected ? 2 : 1
        border.color: item.selected ? Theme.accent : source.containsMouse ? Theme.outline : Theme.hairline
    }
    Label { text: item.tile.title; role: Label.Strong; x: Theme.l; y: Theme.m; width: parent.width - 2 * Theme.l }
    Chart {
        visible: item.drawn
        x: Theme.l
        y: 40
        width: parent.width - 2 * Theme.l
        height: parent.height - 40 - 34
        description: item.live?.description ?? ({})
        answer: item.live?.answer ?? ({})
        emptyText: qsTr("The sample data has nothing for this")
        activeFocusOnTab: false
        clip: true
    }
    Row {
        visible: (item.live?.problem ?? "") !== ""
        x: Theme.l
        y: 44
        width: parent.width - 2 * Theme.l
        spacing: Theme.s
        Icon { name: "warning"; size: 14; color: Theme.warning; y: 2 }
        Label { text: item.live?.problem ?? ""; role: Label.Caption; wrapMode: Text.Wrap; maximumLineCount: 3; elide: Text.ElideRight; width: parent.width - 22 }
    }
    Label {
        visible: item.kpi && !item.drawn && (item.live?.problem ?? "") === ""
        text: item.tile.unit !== "" ? "–– " + item.tile.unit : "––"
        role: Label.Figure
        color: Theme.disabled
        x: Theme.l
        y: 36
    }
    ChartSketch {
        visible: !item.kpi && !item.drawn && (item.live?.problem ?? "") === ""
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
        onPicked: modifiers => { item.host.forceActiveFocus(); Studio.session.pick(item.tile.address, modifiers); }
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
