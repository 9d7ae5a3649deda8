pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// A dashboard's tiles on twelve columns; tiles are dragged in and into order, their right edge sets the width.
EditorPage {
    id: page

    property int aimed: -1
    readonly property int gap: Theme.l

    function aim() {
        const at = flow.mapFromItem(null, page.drag.position.x, page.drag.position.y);
        if (at.x < -60 || at.x > flow.width + 60 || at.y < -80 || at.y > Math.max(flow.height, 200) + 120) {
            aimed = -1;
            return;
        }
        let index = repeater.count;
        for (let i = 0; i < repeater.count; ++i) {
            const tile = repeater.itemAt(i);
            if (at.y < tile.y + tile.height + gap / 2 && at.x < tile.x + tile.width / 2 + gap / 2) {
                index = i;
                break;
            }
        }
        aimed = index;
        const y = area.mapFromItem(null, page.drag.position.x, page.drag.position.y).y;
        scroller.step = y < 40 ? -12 : y > area.height - 40 ? 12 : 0;
    }

    colour: Theme.dashboards
    groups: source.palette
    onReveal: item => area.reveal(item)
    onChosen: payload => source.drop(payload, source.list, -1)

    Binding { target: Studio.liveTiles; property: "dashboard"; value: source.id }
    Component.onDestruction: Studio.liveTiles.dashboard = ""

    DashboardEditor { id: source; session: Studio.session; file: page.file }
    Timer { id: scroller; property real step: 0; interval: 16; repeat: true; running: page.drag.active && step !== 0; onTriggered: area.scrollBy(step) }
    Connections {
        target: page.drag
        function onMoved() { page.aim(); }
        function onDropped(payload: string) {
            const index = page.aimed;
            page.aimed = -1;
            scroller.step = 0;
            if (index >= 0)
                source.drop(payload, source.list, index);
        }
        function onCancelled() { page.aimed = -1; scroller.step = 0; }
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        padding: page.margin
        Label { id: heading; text: source.title; role: Label.Page; width: Math.min(implicitWidth, parent.width); height: 28 }
        Label {
            text: Studio.liveTiles.reason !== "" ? Studio.liveTiles.reason : repeater.count > 0 ? qsTr("Figures of the sample data") : ""
            role: Label.Caption
            anchors { left: heading.right; leftMargin: Theme.m; right: parent.right; verticalCenter: heading.verticalCenter }
            horizontalAlignment: Text.AlignRight
        }
        Flow {
            id: flow
            y: 44
            width: parent.width
            spacing: page.gap
            Repeater {
                id: repeater
                model: source.tiles
                TileSketch {
                    required property var modelData
                    tile: modelData
                    host: page
                    editor: source
                    live: Studio.liveTiles.reason === "" ? Studio.liveTiles.tiles[modelData.id] ?? null : null
                    columnWidth: (flow.width + page.gap) / 12
                    width: Math.floor(columnWidth * (flow.width < 620 ? Math.min(12, modelData.width * 2) : modelData.width)) - page.gap
                }
            }
        }
        InsertionLine {
            visible: page.aimed >= 0 && page.drag.active && repeater.count > 0
            readonly property Item beside: page.aimed < 0 ? null : repeater.itemAt(Math.min(page.aimed, repeater.count - 1))
            upright: true
            x: beside ? flow.x + beside.x + (page.aimed >= repeater.count ? beside.width + page.gap / 2 : -page.gap / 2) - 1 : 0
            y: beside ? flow.y + beside.y : 0
            height: beside?.height ?? 0
        }
        EmptyState {
            visible: repeater.count === 0
            y: 60
            width: parent.width
            iconName: "dashboard"
            colour: Theme.dashboards
            title: qsTr("An empty dashboard")
            text: qsTr("Drag a figure or a chart from the left.")
        }
    }
}
