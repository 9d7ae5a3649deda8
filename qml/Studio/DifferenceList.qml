pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// Differences of two versions by meaning, grouped by file: what came, went, moved, changed, and from what to what.
// `differences` as design.compare gives them. `activated(address)`: the person wants to see the element.
ListView {
    id: list

    property var differences: []
    signal activated(string address)

    readonly property var icons: ({ added: "add", removed: "delete", renamed: "edit", moved: "move", changed: "tune" })
    function colourOf(kind: string): color {
        return kind === "added" ? Theme.success : kind === "removed" ? Theme.error : Theme.secondary;
    }
    function wordsOf(kind: string): string {
        switch (kind) {
        case "added": return qsTr("New");
        case "removed": return qsTr("Gone");
        case "renamed": return qsTr("Renamed");
        case "moved": return qsTr("Moved");
        }
        return "";
    }

    implicitHeight: contentHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    model: differences
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Differences")
    delegate: Item {
        id: row
        required property int index
        required property var modelData
        readonly property bool first: index === 0 || list.differences[index - 1].file !== modelData.file
        readonly property string address: modelData.after !== "" ? modelData.after : modelData.before
        width: ListView.view.width
        height: head.height + body.height
        Accessible.role: Accessible.ListItem
        Accessible.name: modelData.title

        Item {
            id: head
            visible: row.first
            width: parent.width
            height: row.first ? 34 : 0
            Icon { name: row.modelData.icon; color: Theme.engine(row.modelData.engine); x: 4; y: 12 }
            Label { text: row.modelData.file; font.weight: Font.Medium; x: 28; y: 10; height: 20; width: parent.width - 32 }
        }
        Item {
            id: body
            y: head.height
            width: parent.width
            height: Math.max(Theme.row, texts.implicitHeight + 8)
            Rectangle { anchors { fill: parent; leftMargin: 20 } radius: Theme.radius; color: hover.hovered ? Theme.hover : "transparent" }
            Icon { name: list.icons[row.modelData.kind]; size: 14; color: list.colourOf(row.modelData.kind); x: 28; y: 7 }
            Column {
                id: texts
                anchors { left: parent.left; leftMargin: 50; right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
                spacing: 3
                Row {
                    width: parent.width
                    spacing: 8
                    Label { text: row.modelData.title; width: Math.min(implicitWidth, parent.width * 0.5) }
                    Label { text: row.modelData.sort; role: Label.Caption; height: parent.height; width: Math.min(implicitWidth, parent.width * 0.2) }
                    Label { text: row.modelData.key !== "" ? row.modelData.key : list.wordsOf(row.modelData.kind); role: Label.Secondary; color: Theme.ink(list.colourOf(row.modelData.kind)); height: parent.height; width: Math.min(implicitWidth, parent.width * 0.28) }
                }
                BeforeAfter {
                    visible: row.modelData.was !== "" || row.modelData.now !== ""
                    width: parent.width
                    was: row.modelData.was
                    now: row.modelData.now
                }
            }
            HoverHandler { id: hover }
            TapHandler { onTapped: list.activated(row.address) }
        }
    }
}
