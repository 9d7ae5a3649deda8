pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// Every command that has a key, from the one list of commands; and the keys of the editors.
Dialog {
    id: dialog

    title: qsTr("Keyboard shortcuts")
    iconName: "keyboard"
    acceptText: ""
    cancelText: qsTr("Close")
    maximumWidth: 720
    ready: false
    contentItem: ScrollArea {
        id: area
        implicitHeight: 420
        readonly property var keys: [...Studio.commands.withShortcuts(),
            { text: qsTr("Select what lies next to it"), shortcut: "← ↑ → ↓" },
            { text: qsTr("Select further"), shortcut: "Shift+← ↑ → ↓" },
            { text: qsTr("Select several by mouse"), shortcut: qsTr("Ctrl, Shift, or draw a band") },
            { text: qsTr("Pan a drawing"), shortcut: qsTr("Space + drag") },
            { text: qsTr("Zoom a drawing"), shortcut: qsTr("Ctrl + wheel") },
            { text: qsTr("Delete"), shortcut: "Del" },
            { text: qsTr("Put a palette's thing at the end"), shortcut: "Enter" },
            { text: qsTr("Cancel a drag"), shortcut: "Esc" }]
        Flow {
            width: parent.width
            Repeater {
                model: area.keys
                Item {
                    id: line
                    required property var modelData
                    width: Math.floor(area.width / 2)
                    height: Theme.row
                    Label { text: line.modelData.text; width: parent.width - keys.width - 24; height: parent.height }
                    Rectangle {
                        id: keys
                        width: words.implicitWidth + 12
                        height: 20
                        radius: Theme.radius
                        color: Theme.canvas
                        border.width: 1
                        border.color: Theme.hairline
                        anchors { right: parent.right; rightMargin: Theme.l; verticalCenter: parent.verticalCenter }
                        Label { id: words; text: line.modelData.shortcut; role: Label.Caption; anchors.centerIn: parent }
                    }
                }
            }
        }
    }
}
