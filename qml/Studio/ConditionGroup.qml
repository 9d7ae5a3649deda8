import QtQuick
import Formwright.Controls
import Formwright.Studio

// The head of a group: whether all or any of its rows must hold, and what can be added to it.
Item {
    id: group

    required property var line
    required property ConditionEditor model

    implicitHeight: Theme.row
    Segmented {
        id: kind
        visible: group.line.count > 1 || group.line.depth > 0
        compact: true
        options: [{ value: true, text: qsTr("all hold") }, { value: false, text: qsTr("any holds") }]
        value: group.line.all
        onEdited: value => group.model.setAll(group.line.path, value)
    }
    Row {
        anchors.right: parent.right
        spacing: 2
        IconButton { iconName: "add"; tip: qsTr("Add a condition"); onClicked: group.model.addRow(group.line.path) }
        IconButton { iconName: "group"; visible: group.line.depth < 4; tip: qsTr("Add a group"); onClicked: group.model.addGroup(group.line.path) }
        IconButton { iconName: "close"; visible: group.line.depth > 0; iconSize: 14; tip: qsTr("Take this group out"); onClicked: group.model.remove(group.line.path) }
    }
}
