pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A table of any length. `columns` is a list of {title, width, align?: "right", icon?, sortable?, flex?}; `model` a table
// model whose role `display` is the cell's text (or give your own `delegate` for cells). The header stays, columns are
// resized by dragging, a click on a title asks `sortRequested(column, descending)`.
// Rows: `currentRow`, `selectedRows` (Ctrl and Shift click, Shift with arrows, Ctrl+A); `activated(row)` on Enter and double click.
FocusScope {
    id: grid

    property alias model: table.model
    property var columns: []
    property Component delegate: textCell
    property int rowHeight: 32
    property int currentRow: -1
    property var selectedRows: []
    property int hoveredRow: -1
    property int sortColumn: -1
    property bool sortDescending: false
    property bool selectable: false // a column of tick boxes in front
    property var widths: []
    property alias table: table
    readonly property int tickWidth: selectable ? 36 : 0
    readonly property int rowCount: table.rows
    signal activated(int row)
    signal picked(int row)
    signal clicked(int row) // a plain click, after picked
    signal sortRequested(int column, bool descending)
    signal menuRequested(int row, real x, real y)

    function isSelected(row: int): bool { return selectedRows.includes(row); }
    function toggleRow(row: int) {
        selectedRows = isSelected(row) ? selectedRows.filter(other => other !== row) : selectedRows.concat([row]);
    }
    function selectAll(all: bool) {
        selectedRows = all ? Array.from({ length: rowCount }, (_, i) => i) : [];
    }
    function selectRange(from: int, to: int) {
        const low = Math.min(from, to), high = Math.max(from, to);
        selectedRows = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    }
    function go(row: int, extend: bool) {
        const target = Math.max(0, Math.min(rowCount - 1, row));
        if (rowCount === 0)
            return;
        if (extend)
            selectRange(anchorRow < 0 ? target : anchorRow, target);
        else {
            anchorRow = target;
            selectedRows = [target];
        }
        currentRow = target;
        table.positionViewAtRow(target, TableView.Visible);
        picked(target);
    }
    function click(row: int, modifiers: int) {
        forceActiveFocus(Qt.MouseFocusReason);
        if (modifiers & Qt.ControlModifier) {
            toggleRow(row);
            anchorRow = row;
            currentRow = row;
        } else {
            go(row, (modifiers & Qt.ShiftModifier) !== 0);
        }
    }
    function layOut() {
        let fixed = 0, flex = 0;
        const next = columns.map((column, i) => {
            const width = widths[i] && !column.flex ? widths[i] : column.width ?? 140;
            fixed += width;
            flex += column.flex ?? 0;
            return width;
        });
        const spare = grid.width - tickWidth - fixed;
        if (flex > 0 && spare > 0)
            columns.forEach((column, i) => next[i] += Math.floor(spare * (column.flex ?? 0) / flex));
        laidOut = next;
        table.forceLayout();
    }
    property int anchorRow: -1
    property var laidOut: []

    activeFocusOnTab: true
    onColumnsChanged: { widths = []; layOut(); }
    onWidthChanged: layOut()
    Accessible.role: Accessible.Table
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(table.height / rowHeight) - 1);
        const extend = (event.modifiers & Qt.ShiftModifier) !== 0;
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Up: go(currentRow - 1, extend); break;
        case Qt.Key_Down: go(currentRow + 1, extend); break;
        case Qt.Key_PageUp: go(currentRow - page, extend); break;
        case Qt.Key_PageDown: go(currentRow + page, extend); break;
        case Qt.Key_Home: go(0, extend); break;
        case Qt.Key_End: go(rowCount - 1, extend); break;
        case Qt.Key_Space: if (currentRow >= 0) toggleRow(currentRow); break;
        case Qt.Key_A:
            if (event.modifiers & Qt.ControlModifier) selectAll(true);
            else event.accepted = false;
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter: if (currentRow >= 0) activated(currentRow); break;
        default: event.accepted = false;
        }
    }

    Component {
        id: textCell
        Label {
            required property int row
            required property int column
            required property var display
            readonly property bool atRight: grid.columns[column]?.align === "right"
            text: display ?? ""
            leftPadding: 12
            rightPadding: 12
            horizontalAlignment: atRight ? Text.AlignRight : Text.AlignLeft
        }
    }

    Rectangle {
        id: header
        width: parent.width
        height: Theme.control
        color: Theme.panel
        clip: true
        z: 2
        CheckBox {
            visible: grid.selectable
            x: 10
            height: parent.height
            value: grid.rowCount > 0 && grid.selectedRows.length === grid.rowCount
            focusPolicy: Qt.NoFocus
            onEdited: value => grid.selectAll(value)
        }
        Row {
            x: -table.contentX
            Repeater {
                model: grid.columns
                HeaderCell {
                    required property int index
                    required property var modelData
                    width: grid.laidOut[index] ?? 140
                    height: header.height
                    title: modelData.title
                    iconName: modelData.icon ?? ""
                    rightAligned: modelData.align === "right"
                    sortable: modelData.sortable ?? true
                    sorted: grid.sortColumn === index ? (grid.sortDescending ? "down" : "up") : ""
                    onClicked: grid.sortRequested(index, grid.sortColumn === index && !grid.sortDescending)
                    onResized: width => {
                        const next = grid.laidOut.slice();
                        next[index] = width;
                        grid.widths = next;
                        grid.laidOut = next;
                        table.forceLayout();
                    }
                }
            }
        }
        Divider { anchors.bottom: parent.bottom; width: parent.width }
    }

    TableView {
        id: table
        anchors { fill: parent; topMargin: header.height }
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        leftMargin: grid.tickWidth
        contentWidth: grid.laidOut.reduce((sum, width) => sum + width, 0)
        columnWidthProvider: column => grid.laidOut[column] ?? 140
        rowHeightProvider: () => grid.rowHeight
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar {}
        onWidthChanged: forceLayout()
        delegate: grid.delegate

        // Stripes of hover, selection and hairlines lie under the cells, one per visible row.
        Repeater {
            parent: table.contentItem
            model: table.height > 0 ? Math.ceil(table.height / grid.rowHeight) + 2 : 0
            Rectangle {
                id: stripe
                required property int index
                readonly property int row: Math.floor(table.contentY / grid.rowHeight) + index
                parent: table.contentItem
                z: -1
                visible: row < grid.rowCount
                x: table.contentX
                y: row * grid.rowHeight
                width: table.width
                height: grid.rowHeight
                color: grid.isSelected(row) ? Theme.accentTint
                                            : row === grid.currentRow || row === grid.hoveredRow ? Theme.hover : "transparent"
                Divider { anchors.bottom: parent.bottom; width: parent.width; opacity: 0.7 }
                Rectangle {
                    visible: stripe.row === grid.currentRow && grid.activeFocus
                    width: 2
                    height: parent.height
                    color: Theme.accent
                }
                CheckBox {
                    visible: grid.selectable
                    x: 10
                    height: parent.height
                    value: grid.isSelected(stripe.row)
                    focusPolicy: Qt.NoFocus
                    onEdited: grid.toggleRow(stripe.row)
                }
            }
        }
        MouseArea {
            parent: table
            anchors.fill: parent
            anchors.leftMargin: grid.tickWidth
            z: 1
            hoverEnabled: true
            acceptedButtons: Qt.LeftButton | Qt.RightButton
            propagateComposedEvents: true
            function rowAt(y: real): int {
                const row = Math.floor((y + table.contentY) / grid.rowHeight);
                return row < grid.rowCount ? row : -1;
            }
            onPositionChanged: mouse => grid.hoveredRow = rowAt(mouse.y)
            onExited: grid.hoveredRow = -1
            onClicked: mouse => {
                const row = rowAt(mouse.y);
                if (row < 0)
                    return;
                if (mouse.button === Qt.RightButton) {
                    if (!grid.isSelected(row))
                        grid.click(row, 0);
                    grid.menuRequested(row, mouse.x, mouse.y + header.height);
                } else {
                    grid.click(row, mouse.modifiers);
                    if (mouse.modifiers === Qt.NoModifier)
                        grid.clicked(row);
                }
            }
            onDoubleClicked: mouse => { const row = rowAt(mouse.y); if (row >= 0) grid.activated(row); }
        }
    }
}
