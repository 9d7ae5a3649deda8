pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Player

// The records behind a figure.
Item {
    id: view

    required property RecordList model
    signal openRequested(string table, string id)

    Rectangle { anchors.fill: parent; color: Theme.panel }
    DataGrid {
        id: grid
        anchors { fill: parent; leftMargin: Theme.m; rightMargin: Theme.m }
        model: view.model
        columns: view.model.columns
        rowHeight: Theme.touchRow
        sortColumn: view.model.sortColumn
        sortDescending: view.model.sortDescending
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
        onSortRequested: (column, descending) => view.model.sortBy(column, descending)
        onClicked: row => view.openRequested(view.model.table, view.model.idAt(row))
        onActivated: row => view.openRequested(view.model.table, view.model.idAt(row))
    }
    EmptyState {
        anchors.centerIn: parent
        visible: grid.rowCount === 0 && !view.model.loading
        iconName: "table"
        title: qsTr("No records behind this figure")
        text: view.model.problem
    }
}
