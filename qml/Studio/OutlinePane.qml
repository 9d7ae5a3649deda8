pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// Left: everything the app is made of, by kind with counts.
Rectangle {
    id: pane

    color: Theme.panel

    Item {
        id: head
        width: parent.width
        height: Theme.panelTitle + 4
        Label {
            text: qsTr("Outline")
            font.weight: Font.Medium
            x: Theme.m
            anchors.verticalCenter: parent.verticalCenter
        }
        IconButton {
            iconName: "add"
            tip: qsTr("New element")
            shortcut: Studio.commands.shortcut("new")
            anchors { right: parent.right; rightMargin: Theme.xs; verticalCenter: parent.verticalCenter }
            onClicked: Studio.newFileWanted(Studio.outline.kindAt(tree.currentIndex))
        }
    }
    Tree {
        id: tree
        anchors { fill: parent; topMargin: head.height; bottomMargin: 4 }
        model: Studio.outline
        delegate: TreeRow {
            id: row
            required property string engine
            required property string path
            colour: Theme.engine(row.engine)
            width: ListView.view.width
            current: row.path !== "" && row.path === Studio.tabs.current
            focused: tree.activeFocus
            onToggled: Studio.outline.toggle(row.index)
            onActivated: {
                tree.currentIndex = row.index;
                tree.forceActiveFocus(Qt.MouseFocusReason);
                if (row.path !== "")
                    Studio.session.select(row.path + "#");
                else
                    Studio.outline.toggle(row.index);
            }
            onMenuRequested: (x, y) => { tree.currentIndex = row.index; menu.popup(row, x, y); }
        }
        onToggled: row => Studio.outline.toggle(row)
        onActivated: row => {
            const path = Studio.outline.pathAt(row);
            if (path !== "")
                Studio.session.select(path + "#");
            else
                Studio.outline.toggle(row);
        }
        Keys.onDeletePressed: if (Studio.outline.pathAt(currentIndex) !== "") Studio.session.remove(Studio.outline.pathAt(currentIndex) + "#")
    }
    Menu {
        id: menu
        MenuItem { text: qsTr("New"); iconName: "add"; onTriggered: Studio.newFileWanted(Studio.outline.kindAt(tree.currentIndex)) }
        MenuItem {
            text: qsTr("Delete")
            iconName: "delete"
            danger: true
            enabled: Studio.outline.pathAt(tree.currentIndex) !== ""
            onTriggered: Studio.session.remove(Studio.outline.pathAt(tree.currentIndex) + "#")
        }
    }
}
