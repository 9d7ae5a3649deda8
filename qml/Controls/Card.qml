pragma ComponentBehavior: Bound
import QtQuick

// A white surface with a hairline and an 8 px radius; with `title` a 14 px heading. Content is stretched to the width.
Rectangle {
    id: card

    property string title
    property string subtitle
    property int padding: Theme.l
    property bool hoverable: false
    property bool selected: false
    default property alias content: slot.data
    property alias actions: actionRow.data
    readonly property int headHeight: title !== "" ? 24 + Theme.s : 0
    signal clicked()

    implicitWidth: 280
    implicitHeight: slot.childrenRect.height + 2 * padding + headHeight
    radius: Theme.radiusLarge
    color: Theme.panel
    border.width: selected ? 2 : 1
    border.color: selected ? Theme.accent : hoverable && hover.hovered ? Theme.outline : Theme.hairline

    Label {
        visible: card.title !== ""
        text: card.title
        role: Label.Strong
        x: card.padding
        y: card.padding
        height: 24
        width: parent.width - 2 * card.padding - actionRow.width
    }
    Row {
        id: actionRow
        anchors { right: parent.right; rightMargin: card.padding - 4; top: parent.top; topMargin: card.padding - 2 }
    }
    Item {
        id: slot
        x: card.padding
        y: card.padding + card.headHeight
        width: card.width - 2 * card.padding
        height: card.height - y - card.padding
    }
    HoverHandler { id: hover; enabled: card.hoverable; cursorShape: Qt.PointingHandCursor }
    TapHandler { enabled: card.hoverable; onTapped: card.clicked() }
}
