pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// Figures on twelve columns. A click on a figure shows the records behind it.
FocusScope {
    id: page

    required property PlayerApp app
    property alias dashboard: model.dashboard
    property bool drilled: false
    readonly property alias model: model
    signal openRequested(string table, string id)
    signal said(string text, string kind)

    onDashboardChanged: drilled = false

    DashboardModel {
        id: model
        app: page.app
        onDrilled: page.drilled = true
        onFailed: text => page.said(text, "error")
    }

    PageHead {
        id: head
        width: parent.width
        title: page.drilled ? model.recordsTitle : model.label
        note: page.drilled ? (model.records.total === 1 ? qsTr("1 record") : qsTr("%1 records").arg(model.records.total)) : ""
        lead: IconButton {
            visible: page.drilled
            iconName: "arrow-left"
            size: Theme.control
            tip: qsTr("Back to the dashboard")
            shortcut: "Esc"
            onClicked: page.drilled = false
        }
        Button {
            visible: !page.drilled
            text: qsTr("Refresh")
            iconName: "refresh"
            kind: "quiet"
            onClicked: model.reload()
        }
    }
    Keys.onEscapePressed: page.drilled = false

    ScrollArea {
        id: area
        anchors { top: head.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        visible: !page.drilled
        padding: 0
        TileGrid {
            x: Theme.xl
            width: area.width - 2 * Theme.xl
            tiles: model.tiles
            onPicked: (tile, group, title) => model.drill(tile, group, title)
        }
    }
    EmptyState {
        anchors.centerIn: parent
        visible: !page.drilled && model.tiles.length === 0
        iconName: "dashboard"
        title: qsTr("No tiles yet")
        text: qsTr("Add figures and charts to this dashboard in the studio.")
    }
    DrillList {
        anchors { top: head.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        visible: page.drilled
        model: model.records
        onOpenRequested: (table, id) => page.openRequested(table, id)
    }
}
