pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// Right: every property the schema knows of the selected element.
Rectangle {
    id: pane

    color: Theme.panel
    property var pointed: null // {label, help} of the property under the pointer

    Item {
        id: head
        width: parent.width
        height: 60
        Rectangle { width: 3; height: 32; radius: 1; x: Theme.m; color: Theme.engine(Studio.inspector.engine); anchors.verticalCenter: parent.verticalCenter; visible: Studio.inspector.title !== "" }
        Column {
            anchors { left: parent.left; leftMargin: Theme.xl; right: tools.left; rightMargin: 4; verticalCenter: parent.verticalCenter }
            spacing: 1
            Label { text: Studio.inspector.title; role: Label.Strong; width: parent.width }
            Label { text: Studio.inspector.sort; role: Label.Caption; width: parent.width }
        }
        Row {
            id: tools
            readonly property string address: Studio.inspector.address
            readonly property bool element: address.includes("#")
            visible: element
            anchors { right: parent.right; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
            CommandButton { command: "up"; revision: tools.address }
            CommandButton { command: "down"; revision: tools.address }
            CommandButton { command: "duplicate"; revision: tools.address }
            CommandButton { command: "delete"; revision: tools.address }
        }
        Divider { anchors.bottom: parent.bottom; width: parent.width }
    }
    ScrollArea {
        id: area
        anchors { fill: parent; topMargin: head.height; bottomMargin: help.height }
        Column {
            width: parent.width
            topPadding: Theme.s
            bottomPadding: Theme.xl
            TextField {
                x: Theme.m
                width: parent.width - 2 * Theme.m
                visible: repeater.count > 10 || text !== ""
                implicitHeight: 30
                iconName: "search"
                placeholderText: qsTr("Find a property")
                clearable: true
                onTyped: text => Studio.inspector.filter = text
            }
            Repeater {
                id: repeater
                model: Studio.inspector
                PropertyRow {
                    width: parent.width
                    onPointed: at => { if (at) pane.pointed = { label, help }; else if (pane.pointed?.label === label) pane.pointed = null; }
                }
            }
        }
    }
    EmptyState {
        visible: repeater.count === 0 && Studio.inspector.filter === ""
        anchors { fill: parent; topMargin: head.height }
        iconName: "tune"
        text: qsTr("Select something to see its properties.")
    }
    Rectangle {
        id: help
        readonly property string text: pane.pointed?.help ?? ""
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: repeater.count > 0 ? 52 : 0
        visible: height > 0
        color: Theme.panel
        Divider { width: parent.width }
        Label {
            anchors { fill: parent; leftMargin: Theme.m; rightMargin: Theme.m; topMargin: 6; bottomMargin: 4 }
            text: help.text !== "" ? help.text : pane.pointed ? pane.pointed.label : qsTr("Point at a property to read what it does.")
            role: Label.Caption
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            verticalAlignment: Text.AlignTop
        }
    }
}
