pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// The records of another table that point to this one.
Item {
    id: related

    required property PlayerApp app
    property var source: null // {table, field, label}
    property string recordId
    signal openRequested(string table, string id)
    signal createRequested(string table, var preset)

    RecordList {
        id: list
        app: related.app
        relation: related.source?.field ?? ""
        of: related.source ? related.recordId : ""
        table: related.source?.table ?? ""
    }
    function create() {
        const preset = {};
        preset[source.field] = recordId;
        createRequested(source.table, preset);
    }

    Item {
        id: bar
        width: parent.width
        height: 48
        Label {
            text: list.total < 0 ? "" : (list.total === 1 ? qsTr("1 record") : qsTr("%1 records").arg(list.total))
            role: Label.Secondary
            x: Theme.xl
            anchors.verticalCenter: parent.verticalCenter
        }
        Button {
            visible: list.canCreate && related.app.formFor(list.table) !== ""
            text: qsTr("Add")
            iconName: "add"
            anchors { right: parent.right; rightMargin: Theme.l; verticalCenter: parent.verticalCenter }
            onClicked: related.create()
        }
    }
    DataGrid {
        id: grid
        anchors { top: bar.bottom; bottom: parent.bottom; left: parent.left; right: parent.right; leftMargin: Theme.m; rightMargin: Theme.m }
        visible: rowCount > 0
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
                ValueCell { anchors.fill: parent; text: cell.display; kind: cell.kind; tone: cell.tone; strong: cell.column === 0 }
            }
        }
        onSortRequested: (column, descending) => list.sortBy(column, descending)
        onActivated: row => related.openRequested(list.table, list.idAt(row))
        onClicked: row => related.openRequested(list.table, list.idAt(row))
    }
    EmptyState {
        anchors.centerIn: parent
        visible: !list.loading && grid.rowCount === 0 && list.problem === ""
        iconName: "relation"
        title: qsTr("Nothing here yet")
        text: list.canCreate ? qsTr("Add the first one with the button above.") : ""
    }
    Banner {
        visible: list.problem !== ""
        kind: "error"
        text: list.problem
        anchors { left: parent.left; right: parent.right; top: bar.bottom; margins: Theme.l }
    }
}
