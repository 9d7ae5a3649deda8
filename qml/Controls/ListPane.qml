pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// A list with the model roles `title`, `subtitle`, `icon`, `colour`, `detail` (right), or any other rows with an own
// `delegate`. `activated(row)` on Enter or double click, `picked(row)` when the current row changes by a person.
ListView {
    id: list

    property int rowHeight: Theme.row
    signal activated(int row)
    signal picked(int row)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("List")
    currentIndex: -1
    reuseItems: true
    T.ScrollBar.vertical: ScrollBar {}
    Keys.onReturnPressed: if (currentIndex >= 0) activated(currentIndex)
    Keys.onEnterPressed: if (currentIndex >= 0) activated(currentIndex)
    Keys.onUpPressed: { decrementCurrentIndex(); picked(currentIndex); }
    Keys.onDownPressed: { incrementCurrentIndex(); picked(currentIndex); }

    delegate: Item {
        id: row
        required property int index
        required property var model
        readonly property string subtitle: model.subtitle ?? ""
        width: ListView.view.width
        height: subtitle !== "" ? Math.max(44, list.rowHeight) : list.rowHeight
        Accessible.role: Accessible.ListItem
        Accessible.name: model.title
        Rectangle {
            anchors { fill: parent; leftMargin: 4; rightMargin: 4; topMargin: 1; bottomMargin: 1 }
            radius: Theme.radius
            color: row.ListView.isCurrentItem ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent"
        }
        Icon {
            id: icon
            visible: name !== ""
            name: row.model.icon ?? ""
            color: row.model.colour ?? Theme.secondary
            x: 12
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            anchors { left: parent.left; leftMargin: icon.visible ? 36 : 12; right: detail.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
            spacing: 1
            Label { text: row.model.title; width: parent.width }
            Label { visible: text !== ""; text: row.subtitle; role: Label.Caption; width: parent.width }
        }
        Label {
            id: detail
            text: row.model.detail ?? ""
            role: Label.Caption
            anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
        }
        HoverHandler { id: hover }
        TapHandler {
            onTapped: { list.currentIndex = row.index; list.forceActiveFocus(Qt.MouseFocusReason); list.picked(row.index); }
            onDoubleTapped: list.activated(row.index)
        }
    }
}
