import QtQuick
import Formwright.Controls
import Formwright.Studio

// The id: it changes only through Rename, which takes along whatever names it.
Item {
    id: editor

    required property var row
    readonly property string element: Studio.inspector.address

    implicitHeight: 30
    Label { text: editor.row.value ?? ""; role: Label.Mono; color: Theme.secondary; height: parent.height; width: Math.min(implicitWidth, parent.width - tools.width) }
    Row {
        id: tools
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        CommandButton { command: "usages"; size: 24; revision: editor.element }
        CommandButton { command: "rename"; size: 24; revision: editor.element }
    }
}
