pragma ComponentBehavior: Bound
import QtQuick

// One row of a Tree.
Item {
    id: row

    required property int index
    required property string label
    required property string icon
    property color colour: Theme.secondary
    required property int depth
    required property bool expandable
    required property bool expanded
    required property int count
    required property string mark
    property bool current: false
    property bool focused: false
    property bool showCount: true
    property bool dimmed: false
    signal toggled()
    signal activated()
    signal menuRequested(real x, real y)

    implicitHeight: Theme.row
    Accessible.role: Accessible.TreeItem
    Accessible.name: label

    Rectangle {
        anchors { fill: parent; leftMargin: 4; rightMargin: 4; topMargin: 1; bottomMargin: 1 }
        radius: Theme.radius
        color: row.current ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent"
        border.width: row.current && row.focused ? 1 : 0
        border.color: Theme.accent
    }
    Icon {
        id: arrow
        visible: row.expandable
        name: row.expanded ? "chevron-down" : "chevron-right"
        x: 8 + row.depth * 14
        anchors.verticalCenter: parent.verticalCenter
        TapHandler { onTapped: row.toggled() }
    }
    Icon {
        id: kindIcon
        visible: row.icon !== ""
        name: row.icon
        color: row.colour
        opacity: row.dimmed ? 0.5 : 1
        x: 26 + row.depth * 14
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        text: row.label
        color: row.dimmed ? Theme.disabled : Theme.text
        font.weight: row.depth === 0 && row.expandable ? Font.Medium : Font.Normal
        anchors { left: parent.left; leftMargin: (row.icon !== "" ? 48 : 26) + row.depth * 14; right: tail.left; rightMargin: 4; verticalCenter: parent.verticalCenter }
    }
    Row {
        id: tail
        anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
        spacing: 6
        Icon {
            visible: row.mark === "error" || row.mark === "warning"
            name: row.mark
            size: 14
            color: Theme.state(row.mark)
        }
        Rectangle {
            visible: row.mark === "dirty"
            width: 6
            height: 6
            radius: 3
            color: Theme.accent
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            visible: row.showCount && row.count >= 0
            text: row.count
            role: Label.Caption
        }
    }
    HoverHandler { id: hover }
    TapHandler { onTapped: point => point.position.x < kindIcon.x && row.expandable ? row.toggled() : row.activated() }
    TapHandler { acceptedButtons: Qt.RightButton; onTapped: point => row.menuRequested(point.position.x, point.position.y) }
}
