pragma ComponentBehavior: Bound
import QtQuick

// One title of a DataGrid's header.
Item {
    id: cell

    property string title
    property string iconName
    property bool rightAligned: false
    property bool sortable: true
    property string sorted // "", "up", "down"
    signal clicked()
    signal resized(real width)

    Rectangle { anchors.fill: parent; color: hover.hovered && cell.sortable ? Theme.hover : "transparent" }
    Row {
        anchors { left: cell.rightAligned ? undefined : parent.left; right: cell.rightAligned ? parent.right : undefined }
        anchors { leftMargin: 12; rightMargin: 12; verticalCenter: parent.verticalCenter }
        spacing: 4
        Icon { visible: cell.iconName !== ""; name: cell.iconName; size: 14; anchors.verticalCenter: parent.verticalCenter }
        Label {
            text: cell.title
            role: Label.Secondary
            font.weight: Font.Medium
            width: Math.min(implicitWidth, cell.width - 24 - (cell.sorted !== "" ? 18 : 0) - (cell.iconName !== "" ? 18 : 0))
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon { visible: cell.sorted !== ""; name: "sort-" + cell.sorted; size: 14; color: Theme.accent; anchors.verticalCenter: parent.verticalCenter }
    }
    HoverHandler { id: hover }
    TapHandler { enabled: cell.sortable; onTapped: cell.clicked() }
    MouseArea {
        width: 7
        height: parent.height
        x: parent.width - 4
        cursorShape: Qt.SplitHCursor
        preventStealing: true
        property real grabbed: 0
        onPressed: mouse => grabbed = mouse.x
        onPositionChanged: mouse => { if (pressed) cell.resized(Math.max(48, cell.width + mouse.x - grabbed)); }
        Divider { vertical: true; height: 16; x: 3; anchors.verticalCenter: parent.verticalCenter; visible: hover.hovered }
    }
}
