pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Canvas
import Formwright.Studio

// Left: everything the app is made of, by kind with counts, down to the elements; search above, the bin below. Elements are
// dragged into order, and out of here onto what can take them.
Rectangle {
    id: pane

    required property DragContext drag
    property int gap: -1 // rows above the place where a drop would land
    property var aimed: ({}) // {list, index}

    function open(row: int) {
        if (Studio.outline.isRetired(row))
            Studio.bin.restore("retired:" + Studio.outline.addressAt(row));
        else if (Studio.outline.addressAt(row) !== "")
            Studio.session.select(Studio.outline.addressAt(row));
        else
            Studio.outline.toggle(row);
    }
    function aim() {
        const at = tree.mapFromItem(null, pane.drag.position.x, pane.drag.position.y);
        const inside = at.x >= 0 && at.x <= tree.width && at.y >= 0 && at.y <= tree.height;
        const gap = inside ? Math.max(0, Math.min(tree.count, Math.round((at.y + tree.contentY) / Theme.row))) : -1;
        pane.aimed = inside ? Studio.outline.landing(gap, pane.drag.payload) : ({});
        pane.gap = pane.aimed.list !== undefined ? gap : -1;
        scroller.step = !inside ? 0 : at.y < 24 ? -8 : at.y > tree.height - 24 ? 8 : 0;
    }

    color: Theme.panel

    Item {
        id: head
        width: parent.width
        height: Theme.panelTitle + 8
        TextField {
            id: query
            anchors { left: parent.left; leftMargin: Theme.s; right: add.left; rightMargin: 2; verticalCenter: parent.verticalCenter }
            implicitHeight: 28
            iconName: "search"
            clearable: true
            placeholderText: qsTr("Find in the app")
            onTyped: text => Studio.outline.filter = text
            onEdited: text => Studio.outline.filter = text
            Keys.onDownPressed: { tree.forceActiveFocus(Qt.TabFocusReason); tree.currentIndex = Math.max(0, tree.currentIndex); }
        }
        IconButton {
            id: add
            iconName: "add"
            tip: qsTr("New element")
            shortcut: Studio.commands.shortcut("new")
            anchors { right: parent.right; rightMargin: Theme.xs; verticalCenter: parent.verticalCenter }
            onClicked: Studio.newFileWanted(Studio.outline.kindAt(tree.currentIndex))
        }
    }
    Timer { id: scroller; property real step: 0; interval: 16; repeat: true; running: pane.drag.active && step !== 0; onTriggered: tree.contentY = Math.max(0, Math.min(tree.contentHeight - tree.height, tree.contentY + step)) }
    Connections {
        target: pane.drag
        function onMoved() { pane.aim(); }
        function onDropped(payload: string) {
            const place = pane.aimed;
            pane.gap = -1;
            pane.aimed = {};
            scroller.step = 0;
            if (place.list !== undefined)
                Studio.session.move(payload.slice("element:".length), place.list, place.index);
        }
        function onCancelled() { pane.gap = -1; pane.aimed = {}; scroller.step = 0; }
    }
    Tree {
        id: tree
        anchors { fill: parent; topMargin: head.height; bottomMargin: foot.height }
        model: Studio.outline
        Accessible.name: qsTr("Outline of the app")
        delegate: TreeRow {
            id: row
            required property string engine
            required property string path
            required property string address
            required dimmed
            readonly property bool element: address.includes("#")
            colour: Theme.engine(row.engine)
            width: ListView.view.width
            current: row.address !== "" && (row.element ? Array.from(Studio.session.selected).includes(row.address)
                                                        : row.path === Studio.tabs.current && (Studio.session.selection === "" || Studio.session.selection === row.address))
            focused: tree.activeFocus
            onToggled: Studio.outline.toggle(row.index)
            onActivated: {
                tree.currentIndex = row.index;
                tree.forceActiveFocus(Qt.MouseFocusReason);
                if (!row.dimmed)
                    pane.open(row.index);
            }
            onMenuRequested: (x, y) => { tree.currentIndex = row.index; menu.popup(row, x, y); }
            Rectangle { visible: row.path !== "" && !row.element && row.path === Studio.tabs.current && !row.current; width: 2; height: 16; radius: 1; color: Theme.accent; x: 4; anchors.verticalCenter: parent.verticalCenter }
            DragHandler {
                target: null
                enabled: row.element && !row.dimmed
                dragThreshold: 8
                onActiveChanged: {
                    if (active)
                        pane.drag.begin("element:" + row.address, row.label, row.icon !== "" ? row.icon : "list");
                    else if (pane.drag.active)
                        pane.drag.finish();
                }
                onCentroidChanged: if (active && pane.drag.active) pane.drag.moveTo(centroid.scenePosition.x, centroid.scenePosition.y)
            }
        }
        onToggled: row => Studio.outline.toggle(row)
        onActivated: row => pane.open(row)
        onMenuRequested: (row, x, y) => menu.popup(tree, x, y)
        Keys.onDeletePressed: if (Studio.outline.addressAt(currentIndex) !== "" && !Studio.outline.isRetired(currentIndex)) Studio.remove(Studio.outline.addressAt(currentIndex))
        InsertionLine {
            visible: pane.gap >= 0 && pane.drag.active
            x: 24
            width: tree.width - 32
            y: pane.gap * Theme.row - tree.contentY - 1
        }
    }
    Label {
        visible: tree.count === 0 && query.text !== ""
        anchors { top: head.bottom; topMargin: Theme.l; horizontalCenter: parent.horizontalCenter }
        text: qsTr("Nothing found")
        role: Label.Secondary
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.row + 4
        Divider { width: parent.width }
        Button {
            anchors { fill: parent; leftMargin: 4; rightMargin: 4; topMargin: 2 }
            implicitHeight: Theme.row
            kind: "quiet"
            iconName: "delete"
            text: Studio.bin.count > 0 ? qsTr("Bin (%1)").arg(Studio.bin.count) : qsTr("Bin")
            onClicked: Studio.commands.run("bin")
        }
    }
    Menu {
        id: menu
        readonly property int row: tree.currentIndex
        readonly property string address: visible ? Studio.outline.addressAt(row) : ""
        readonly property bool retired: visible && Studio.outline.isRetired(row)
        MenuItem { text: qsTr("New"); iconName: "add"; onTriggered: Studio.newFileWanted(Studio.outline.kindAt(menu.row)) }
        MenuItem { text: qsTr("Restore"); iconName: "undo"; enabled: menu.retired; onTriggered: Studio.bin.restore("retired:" + Studio.outline.addressAt(menu.row)) }
        MenuSeparator {}
        MenuItem { text: qsTr("Rename (change the id)…"); iconName: "edit"; enabled: menu.address !== "" && !menu.retired; onTriggered: Studio.renameWanted(Studio.outline.addressAt(menu.row)) }
        MenuItem { text: qsTr("Find usages"); iconName: "find"; enabled: menu.address !== ""; onTriggered: Studio.usagesWanted(Studio.outline.addressAt(menu.row)) }
        MenuSeparator {}
        MenuItem { text: qsTr("Delete"); iconName: "delete"; danger: true; enabled: menu.address !== "" && !menu.retired; onTriggered: Studio.remove(Studio.outline.addressAt(menu.row)) }
    }
}
