import QtQuick
import Formwright.Controls
import Formwright.Studio

// A group of properties that may be there or not: add it, or take it out.
Item {
    id: editor

    required property var row

    implicitHeight: 30
    Button {
        visible: editor.row.value !== true
        kind: "quiet"
        iconName: "add"
        text: qsTr("Add")
        implicitHeight: Theme.row
        onClicked: Studio.inspector.addShape(editor.row.index)
    }
    IconButton {
        visible: editor.row.value === true && !editor.row.mandatory
        iconName: "close"
        iconSize: 14
        size: 22
        tip: qsTr("Take this out")
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        onClicked: Studio.inspector.reset(editor.row.index)
    }
}
