pragma ComponentBehavior: Bound
import QtQuick
import Formwright.Controls
import Formwright.Studio

// The lines of a condition: groups with their switch between all and any, rows, and what stays text as chips.
Column {
    id: lines

    required property ConditionEditor model

    spacing: 6
    Repeater {
        model: lines.model.lines
        Item {
            id: line
            required property var modelData
            readonly property int indent: Math.max(0, modelData.depth - 1) * 14
            width: lines.width
            height: loader.height
            Repeater {
                model: Math.max(0, line.modelData.depth - 1)
                Rectangle { required property int index; x: 2 + index * 14; y: -6; width: 2; radius: 1; height: line.height + 6; color: Theme.hairline }
            }
            Loader {
                id: loader
                x: line.modelData.kind === "group" ? Math.max(0, line.modelData.depth - 1) * 14 : line.indent
                width: line.width - x
                height: item ? (item as Item).implicitHeight : 0
                Component.onCompleted: setSource(line.modelData.kind === "group" ? "ConditionGroup.qml" : line.modelData.kind === "text" ? "ConditionText.qml" : "ConditionRow.qml",
                                                 { line: Qt.binding(() => line.modelData), model: lines.model, width: Qt.binding(() => loader.width) })
            }
        }
    }
}
