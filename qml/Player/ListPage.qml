import QtQuick
import QtQuick.Templates as T
import Formwright.Controls
import Formwright.Player

// The records of a view. A click opens the record beside the list (or over it where there is no room), Enter or a double
// click opens it full.
FocusScope {
    id: page

    required property PlayerApp app
    property alias view: list.view
    property string openId
    readonly property bool wide: width >= 980
    readonly property alias list: list
    signal openRequested(string table, string id)
    signal editRequested(string table, string id)
    signal createRequested(string table, var preset)
    signal said(string text, string kind)

    function create() { createRequested(list.table, {}); }

    RecordList {
        id: list
        app: page.app
        onFailed: text => page.said(text, "error")
        onRemoved: count => { page.openId = ""; page.said(qsTr("Deleted: %1").arg(count), "delete"); }
    }
    onViewChanged: { openId = ""; grid.selectedRows = []; grid.currentRow = -1; }
    onWideChanged: if (!wide) openId = ""
    onOpenIdChanged: side.show(openId === "" ? "" : list.table, openId)

    PageHead {
        id: head
        width: parent.width
        title: list.label
        note: list.total < 0 ? "" : (list.total === 1 ? qsTr("1 record") : qsTr("%1 records").arg(list.total))
        Button {
            visible: list.canDelete && grid.selectedRows.length > 1
            text: qsTr("Delete %1").arg(grid.selectedRows.length)
            iconName: "delete"
            onClicked: confirm.open()
        }
        Button {
            visible: list.canCreate
            text: qsTr("New")
            iconName: "add"
            kind: "primary"
            tip: qsTr("New record (Ctrl+N)")
            onClicked: page.create()
        }
    }
    FilterBar {
        id: bar
        model: list
        anchors { top: head.bottom; left: parent.left; right: parent.right; leftMargin: Theme.xl; rightMargin: Theme.xl }
    }
    SplitView {
        id: split
        anchors { top: bar.bottom; topMargin: Theme.m; bottom: parent.bottom; left: parent.left; right: parent.right }
        Item {
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: 360
            Rectangle { anchors.fill: parent; color: Theme.panel }
            DataGrid {
                id: grid
                anchors { fill: parent; leftMargin: Theme.m; rightMargin: Theme.m } // texts stand under the title
                focus: true
                model: list
                columns: list.columns
                rowHeight: Theme.touchRow
                sortColumn: list.sortColumn
                sortDescending: list.sortDescending
                delegate: Component {
                    Item {
                        id: cell
                        required property int row
                        required property int column
                        required property var display
                        required property string kind
                        required property string tone
                        clip: true
                        ValueCell {
                            anchors.fill: parent
                            text: cell.display
                            kind: cell.kind
                            tone: cell.tone
                            strong: cell.column === 0
                        }
                    }
                }
                onSortRequested: (column, descending) => list.sortBy(column, descending)
                onPicked: row => { if (page.openId !== "") page.openId = list.idAt(row); }
                onClicked: row => {
                    if (page.wide)
                        page.openId = list.idAt(row);
                    else
                        page.openRequested(list.table, list.idAt(row));
                }
                onActivated: row => page.openRequested(list.table, list.idAt(row))
            }
            Skeleton {
                visible: list.loading && grid.rowCount === 0
                x: Theme.m
                y: Theme.control + Theme.l
                width: parent.width - 2 * Theme.m
                lines: 8
            }
            EmptyState {
                anchors.centerIn: parent
                visible: !list.loading && list.problem === "" && grid.rowCount === 0
                iconName: list.narrowed ? "search" : "table"
                title: list.narrowed ? qsTr("Nothing matches") : qsTr("Nothing here yet")
                text: list.narrowed ? qsTr("No record fits the search and filters.")
                                    : list.canCreate ? qsTr("Create the first record, or import a file.") : qsTr("Records appear here as soon as somebody adds one you may see.")
                actionText: list.narrowed ? qsTr("Clear the filters") : list.canCreate ? qsTr("New") : ""
                primary: false
                onActionClicked: list.narrowed ? list.clearFilters() : page.create()
            }
            Banner {
                visible: list.problem !== ""
                kind: "error"
                text: list.problem
                actionText: qsTr("Try again")
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.m; topMargin: Theme.control + Theme.m }
                onActionClicked: list.reload()
            }
        }
        RecordPage {
            id: side
            T.SplitView.preferredWidth: Math.max(420, page.width * 0.46)
            T.SplitView.minimumWidth: 360
            visible: page.openId !== ""
            app: page.app
            beside: true
            onCloseRequested: { page.openId = ""; grid.forceActiveFocus(); }
            onExpandRequested: page.openRequested(list.table, page.openId)
            onOpenRequested: (table, id) => page.openRequested(table, id)
            onEditRequested: (table, id) => page.editRequested(table, id)
            onCreateRequested: (table, preset) => page.createRequested(table, preset)
            onSaid: (text, kind) => page.said(text, kind)
        }
    }

    Dialog {
        id: confirm
        title: qsTr("Delete %1 records?").arg(grid.selectedRows.length)
        danger: true
        iconName: "delete"
        acceptText: qsTr("Delete")
        contentItem: Label {
            text: qsTr("They go to the bin; an administrator can bring them back.")
            wrapMode: Text.Wrap
        }
        onAccepted: list.remove(grid.selectedRows)
    }
    Shortcut { sequence: "Ctrl+N"; enabled: page.visible && list.canCreate; onActivated: page.create() }
    Shortcut { sequence: "Ctrl+F"; enabled: page.visible; onActivated: bar.focusSearch() }
}
