import QtQuick
import Formwright.Controls
import Formwright.Studio

// A part of a condition that is no row: it stays the text it is, and can be edited as such.
Rectangle {
    id: part

    required property var line
    required property ConditionEditor model

    implicitHeight: field.implicitHeight + 8
    radius: Theme.radius
    color: Theme.canvas
    border.width: 1
    border.color: Theme.hairline
    Icon { name: "formula"; size: 14; color: Theme.secondary; x: 6; y: 11 }
    TextArea {
        id: field
        x: 24
        y: 4
        width: parent.width - 50
        mono: true
        minLines: 1
        maxLines: 5
        value: part.line.source
        onEdited: text => part.model.setSource(part.line.path, text)
        area.Keys.onReturnPressed: commit()
        name: qsTr("Part of the condition as an expression")
    }
    IconButton { iconName: "close"; iconSize: 14; size: 22; tip: qsTr("Take this out"); anchors { right: parent.right; rightMargin: 2 } y: 6; onClicked: part.model.remove(part.line.path) }
}
