pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// What was deleted and can come back.
Dialog {
    id: dialog

    title: qsTr("Bin")
    iconName: "delete"
    acceptText: ""
    cancelText: qsTr("Close")
    maximumWidth: 640
    ready: false
    contentItem: Item {
        implicitHeight: 360
        EmptyState {
            visible: list.count === 0
            anchors.fill: parent
            iconName: "delete"
            title: qsTr("The bin is empty")
            text: qsTr("What you delete comes here and can be restored.")
        }
        ListPane {
            id: list
            anchors.fill: parent
            model: Studio.bin.entries
            onActivated: row => restore(Studio.bin.entries[row].key)
            function restore(key: string) {
                if (Studio.bin.restore(key))
                    dialog.close();
            }
            delegate: Item {
                id: row
                required property int index
                required property var modelData
                width: ListView.view.width
                height: 48
                Accessible.role: Accessible.ListItem
                Accessible.name: modelData.title
                Rectangle { anchors.fill: parent; radius: Theme.radius; color: row.ListView.isCurrentItem && list.activeFocus ? Theme.accentTint : hover.hovered ? Theme.hover : "transparent" }
                Icon { name: row.modelData.icon; color: Theme.engine(row.modelData.engine); opacity: 0.6; x: 12; anchors.verticalCenter: parent.verticalCenter }
                Column {
                    anchors { left: parent.left; leftMargin: 40; right: buttons.left; rightMargin: 8; verticalCenter: parent.verticalCenter }
                    spacing: 2
                    Row {
                        spacing: 8
                        Label { text: row.modelData.title; color: Theme.secondary }
                        Tag { visible: row.modelData.keepsData; text: qsTr("data kept"); anchors.verticalCenter: parent.verticalCenter }
                    }
                    Label { text: [row.modelData.sort, row.modelData.place, row.modelData.when].filter(part => part !== "").join(" · "); role: Label.Caption; width: parent.width }
                }
                Row {
                    id: buttons
                    anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
                    spacing: 4
                    Button { text: qsTr("Restore"); implicitHeight: 30; onClicked: list.restore(row.modelData.key) }
                    IconButton { visible: !row.modelData.keepsData; iconName: "close"; tip: qsTr("Forget for good"); anchors.verticalCenter: parent.verticalCenter; onClicked: Studio.bin.forget(row.modelData.key) }
                }
                HoverHandler { id: hover }
            }
        }
    }
}
