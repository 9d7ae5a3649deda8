pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls

// Places that name something, grouped by file, each with its line; its `note` (if it has one) says what happens to it.
ListView {
    id: list

    property var places: []
    property bool struck: false // the name goes: it is struck through
    signal activated(int row)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    model: places
    implicitHeight: contentHeight
    Accessible.role: Accessible.List
    Keys.onReturnPressed: activated(currentIndex)
    Keys.onEnterPressed: activated(currentIndex)
    delegate: Item {
        id: row
        required property int index
        required property var modelData
        readonly property bool first: index === 0 || list.places[index - 1].file !== modelData.file
        readonly property string note: modelData.note ?? ""
        width: ListView.view.width
        height: (first ? 30 : 0) + 44
        Accessible.role: Accessible.ListItem
        Accessible.name: modelData.file + " " + modelData.place + " " + modelData.key

        Icon { visible: row.first; name: row.modelData.icon; color: Theme.engine(row.modelData.engine); x: 4; y: 7 }
        Label { visible: row.first; text: row.modelData.file; font.weight: Font.Medium; x: 28; height: 30; width: parent.width - 32 }
        Rectangle {
            anchors { left: parent.left; leftMargin: 20; right: parent.right; bottom: parent.bottom }
            height: 44
            radius: Theme.radius
            color: row.ListView.isCurrentItem && list.activeFocus ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent"
            Label {
                id: where
                text: [row.modelData.place, row.modelData.key].filter(part => part !== "").join(" › ")
                x: 8
                y: 4
                height: 18
                width: Math.min(implicitWidth, parent.width - 16 - (what.visible ? Math.min(what.implicitWidth, parent.width * 0.5) + 12 : 0))
            }
            Label {
                id: what
                visible: row.note !== ""
                text: row.note
                role: Label.Caption
                height: 18
                y: 4
                width: Math.min(implicitWidth, parent.width * 0.5)
                anchors { right: parent.right; rightMargin: 8 }
            }
            Row {
                x: 8
                y: 22
                height: 18
                width: parent.width - 16
                clip: true
                Label { id: lead; text: row.modelData.lead; role: Label.Mono; color: Theme.secondary; elide: Text.ElideNone; height: 18 }
                Rectangle {
                    width: word.implicitWidth + 4
                    height: 18
                    radius: 3
                    color: Theme.tint(list.struck ? Theme.error : Theme.accent)
                    Label { id: word; anchors.centerIn: parent; text: row.modelData.word; role: Label.Mono; font.strikeout: list.struck }
                }
                Label { text: row.modelData.tail; role: Label.Mono; color: Theme.secondary; elide: Text.ElideNone; height: 18 }
            }
        }
        HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
        TapHandler { onTapped: { list.currentIndex = row.index; list.activated(row.index); } }
    }
}
