pragma ComponentBehavior: Bound
import QtQuick

// A titled part of a side panel that folds. `folded` in and out; `actions` stand right in the title.
Item {
    id: panel

    property string title
    property int count: -1
    property bool foldable: true
    property bool folded: false
    property int padding: Theme.m
    default property alias content: slot.data
    property alias actions: actionRow.data

    implicitWidth: 240
    implicitHeight: head.height + (folded ? 0 : slot.childrenRect.height + (slot.childrenRect.height > 0 ? padding : 0))
    clip: true

    Item {
        id: head
        width: parent.width
        height: Theme.panelTitle
        activeFocusOnTab: panel.foldable
        Accessible.role: Accessible.Button
        Accessible.name: panel.title
        Keys.onReturnPressed: panel.folded = !panel.folded
        Keys.onSpacePressed: panel.folded = !panel.folded
        FocusRing { active: head.activeFocus; anchors.margins: 1 }
        HoverHandler { id: hover }
        TapHandler { enabled: panel.foldable; onTapped: panel.folded = !panel.folded }
        Icon {
            id: arrow
            visible: panel.foldable
            x: Theme.xs + 2
            name: panel.folded ? "chevron-right" : "chevron-down"
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            id: titleLabel
            text: panel.title
            font.weight: Font.Medium
            x: panel.foldable ? 26 : panel.padding
            width: Math.min(implicitWidth, parent.width - x - actionRow.width - (panel.count >= 0 ? 36 : 8))
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            visible: panel.count >= 0
            text: panel.count
            role: Label.Caption
            anchors { left: titleLabel.right; leftMargin: 6; verticalCenter: parent.verticalCenter }
        }
        Row {
            id: actionRow
            anchors { right: parent.right; rightMargin: Theme.xs; verticalCenter: parent.verticalCenter }
        }
    }
    Item {
        id: slot
        visible: !panel.folded
        x: panel.padding
        y: head.height
        width: panel.width - 2 * panel.padding
        height: childrenRect.height
    }
}
